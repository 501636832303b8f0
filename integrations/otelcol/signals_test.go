package fieldsafeprocessor

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/component/componenttest"
	"go.opentelemetry.io/collector/consumer"
	"go.opentelemetry.io/collector/consumer/consumertest"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/processor/processortest"
)

// planter fills batches with a text in every place that is redacted. Redacting a
// batch planted with a secret must give what planting its label gives.
type planter struct {
	what   string
	places int
}

func (p *planter) text() string {
	p.places++
	return fmt.Sprintf("place %d holds %s here", p.places, p.what)
}

func (p *planter) into(m pcommon.Map) {
	m.PutStr("plain", "stays")
	m.PutStr("first", p.text())
	m.PutEmptySlice("list").AppendEmpty().SetEmptyMap().PutStr("deep", p.text())
	m.PutEmptyBytes("bytes").FromRaw([]byte(p.text()))
}

func (p *planter) scope(s pcommon.InstrumentationScope) {
	s.SetName(p.text())
	s.SetVersion(p.text())
	p.into(s.Attributes())
}

func (p *planter) logs() plog.Logs {
	logs := plog.NewLogs()
	resource := logs.ResourceLogs().AppendEmpty()
	p.into(resource.Resource().Attributes())
	scope := resource.ScopeLogs().AppendEmpty()
	p.scope(scope.Scope())
	for range 3 {
		record := scope.LogRecords().AppendEmpty()
		record.SetSeverityText("as it was: " + mail)
		record.SetEventName(p.text())
		record.Body().SetStr(p.text())
		p.into(record.Attributes())
	}
	p.into(scope.LogRecords().AppendEmpty().Body().SetEmptyMap())
	scope.LogRecords().AppendEmpty().Body().SetEmptySlice().AppendEmpty().SetStr(p.text())
	scope.LogRecords().AppendEmpty().Body().SetEmptyBytes().FromRaw([]byte(p.text()))
	scope.LogRecords().AppendEmpty()
	return logs
}

func (p *planter) traces() ptrace.Traces {
	traces := ptrace.NewTraces()
	resource := traces.ResourceSpans().AppendEmpty()
	p.into(resource.Resource().Attributes())
	scope := resource.ScopeSpans().AppendEmpty()
	p.scope(scope.Scope())
	for range 3 {
		span := scope.Spans().AppendEmpty()
		span.SetName(p.text())
		span.Status().SetMessage(p.text())
		span.TraceState().FromRaw("ot=th:c;rv:9b8233f7e3a151,v=" + p.text())
		p.into(span.Attributes())
		event := span.Events().AppendEmpty()
		event.SetName(p.text())
		p.into(event.Attributes())
		link := span.Links().AppendEmpty()
		link.TraceState().FromRaw("v=" + p.text())
		p.into(link.Attributes())
	}
	return traces
}

func (p *planter) metrics() pmetric.Metrics {
	metrics := pmetric.NewMetrics()
	resource := metrics.ResourceMetrics().AppendEmpty()
	p.into(resource.Resource().Attributes())
	scope := resource.ScopeMetrics().AppendEmpty()
	p.scope(scope.Scope())
	metric := func() pmetric.Metric {
		m := scope.Metrics().AppendEmpty()
		m.SetName("requests of " + mail)
		m.SetUnit("{" + mail + "}")
		m.SetDescription(p.text())
		p.into(m.Metadata())
		return m
	}
	point := func(attributes pcommon.Map, exemplars pmetric.ExemplarSlice) {
		p.into(attributes)
		p.into(exemplars.AppendEmpty().FilteredAttributes())
	}
	gauge := metric().SetEmptyGauge().DataPoints().AppendEmpty()
	point(gauge.Attributes(), gauge.Exemplars())
	sum := metric().SetEmptySum().DataPoints().AppendEmpty()
	point(sum.Attributes(), sum.Exemplars())
	histogram := metric().SetEmptyHistogram().DataPoints().AppendEmpty()
	point(histogram.Attributes(), histogram.Exemplars())
	exponential := metric().SetEmptyExponentialHistogram().DataPoints().AppendEmpty()
	point(exponential.Attributes(), exponential.Exemplars())
	p.into(metric().SetEmptySummary().DataPoints().AppendEmpty().Attributes())
	metric()
	return metrics
}

// sinks sends a planted batch of each signal through processors made by the
// factory, and returns what comes out, as JSON.
func sinks(t *testing.T, cfg *Config, what string) map[string]string {
	t.Helper()
	ctx, set := context.Background(), processortest.NewNopSettings(componentType)
	var logs consumertest.LogsSink
	var traces consumertest.TracesSink
	var metrics consumertest.MetricsSink
	logging, err := NewFactory().CreateLogs(ctx, set, cfg, &logs)
	require.NoError(t, err)
	tracing, err := NewFactory().CreateTraces(ctx, set, cfg, &traces)
	require.NoError(t, err)
	metering, err := NewFactory().CreateMetrics(ctx, set, cfg, &metrics)
	require.NoError(t, err)
	for _, p := range []interface {
		Start(context.Context, component.Host) error
		Shutdown(context.Context) error
		Capabilities() consumer.Capabilities
	}{logging, tracing, metering} {
		require.Equal(t, !cfg.DryRun, p.Capabilities().MutatesData)
		require.NoError(t, p.Start(ctx, componenttest.NewNopHost()))
		defer func() { require.NoError(t, p.Shutdown(ctx)) }()
	}
	p := planter{what: what}
	logsIn, tracesIn, metricsIn := p.logs(), p.traces(), p.metrics()
	if cfg.DryRun { // as a collector does with what others need too; writing panics
		logsIn.MarkReadOnly()
		tracesIn.MarkReadOnly()
		metricsIn.MarkReadOnly()
	}
	require.NoError(t, logging.ConsumeLogs(ctx, logsIn))
	require.NoError(t, tracing.ConsumeTraces(ctx, tracesIn))
	require.NoError(t, metering.ConsumeMetrics(ctx, metricsIn))
	return marshaled(t, logs.AllLogs()[0], traces.AllTraces()[0], metrics.AllMetrics()[0])
}

func marshaled(t *testing.T, logs plog.Logs, traces ptrace.Traces, metrics pmetric.Metrics) map[string]string {
	t.Helper()
	l, err := (&plog.JSONMarshaler{}).MarshalLogs(logs)
	require.NoError(t, err)
	s, err := (&ptrace.JSONMarshaler{}).MarshalTraces(traces)
	require.NoError(t, err)
	m, err := (&pmetric.JSONMarshaler{}).MarshalMetrics(metrics)
	require.NoError(t, err)
	return map[string]string{"logs": string(l), "traces": string(s), "metrics": string(m)}
}

func bare(t *testing.T, what string) map[string]string {
	p := planter{what: what}
	return marshaled(t, p.logs(), p.traces(), p.metrics())
}

// Every place is redacted, and nothing else changes: not the severity text, not
// the name and the unit of a metric, not the order.
func TestEveryPlaceOfEverySignal(t *testing.T) {
	want := bare(t, address)
	for _, what := range []string{mail, address} {
		if diff := cmp.Diff(want, sinks(t, defaultConfig().(*Config), what)); diff != "" {
			t.Errorf("planted %s: %s", what, diff)
		}
	}
}

func TestDryRunChangesNothing(t *testing.T) {
	cfg := defaultConfig().(*Config)
	cfg.DryRun = true
	if diff := cmp.Diff(bare(t, mail), sinks(t, cfg, mail)); diff != "" {
		t.Error(diff)
	}
}

// grow makes a value of random shape. The secrets in it are given as what they
// are or as what becomes of them, as the caller wants; all else is the same.
func grow(random *rand.Rand, v pcommon.Value, depth int, secret bool) {
	kinds := 11
	if depth == 0 {
		kinds = 9
	}
	is := func(what, label string) string {
		if secret {
			return what
		}
		return label
	}
	switch random.IntN(kinds) {
	case 0:
		v.SetStr("order " + fmt.Sprint(random.IntN(1000)) + " shipped")
	case 1:
		v.SetStr("\xff\xc3 to " + is(mail, address) + "\x00")
	case 2:
		v.SetStr(`{"user":{"password":"` + is("velvet-57", hidden) + `"}}`)
	case 3:
		v.SetEmptyBytes().FromRaw([]byte("by " + is(mail, address) + ",\xfe"))
	case 4:
		v.SetInt(random.Int64N(1e6))
	case 5:
		if secret {
			v.SetInt(card)
		} else {
			v.SetStr("[REDACTED:credit_card]")
		}
	case 6:
		v.SetDouble(random.Float64())
	case 7:
		v.SetBool(true)
	case 8: // stays empty
	case 9:
		m := v.SetEmptyMap()
		for range random.IntN(5) {
			name := [...]string{"a", "note", "http.route", is("to."+mail, address)}[random.IntN(4)]
			if _, taken := m.Get(name); !taken {
				grow(random, m.PutEmpty(name), depth-1, secret)
			}
		}
	case 10:
		list := v.SetEmptySlice()
		for range random.IntN(5) {
			grow(random, list.AppendEmpty(), depth-1, secret)
		}
	}
}

func grown(seed uint64, secret bool) plog.Logs {
	random := rand.New(rand.NewPCG(seed, 7))
	logs := plog.NewLogs()
	records := logs.ResourceLogs().AppendEmpty().ScopeLogs().AppendEmpty().LogRecords()
	for range 1 + random.IntN(4) {
		grow(random, records.AppendEmpty().Body(), 6, secret)
	}
	return logs
}

// Whatever the shape: redacting gives what planting labels gives, every time, and
// for several goroutines at once.
func TestLawsOfRandomValues(t *testing.T) {
	r := byDefault(t)
	var group sync.WaitGroup
	for worker := range 4 {
		group.Go(func() {
			for seed := range uint64(500) {
				want, got := grown(seed, false), grown(seed, true)
				for range 2 {
					r.logs(got)
					if diff := cmp.Diff(raws(want), raws(got)); diff != "" {
						t.Errorf("worker %d, seed %d: %s", worker, seed, diff)
						return
					}
				}
			}
		})
	}
	group.Wait()
}

func raws(logs plog.Logs) (bodies []any) {
	for _, record := range logs.ResourceLogs().At(0).ScopeLogs().At(0).LogRecords().All() {
		bodies = append(bodies, record.Body().AsRaw())
	}
	return bodies
}

// Any batch that can be received can be redacted, and once is enough.
func FuzzLogs(f *testing.F) {
	p := planter{what: mail}
	seeds := []plog.Logs{p.logs(), grown(1, true), grown(2, true), grown(3, true)}
	for _, logs := range seeds {
		data, err := (&plog.ProtoMarshaler{}).MarshalLogs(logs)
		require.NoError(f, err)
		f.Add(data)
	}
	r := byDefault(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		logs, err := (&plog.ProtoUnmarshaler{}).UnmarshalLogs(data)
		if err != nil {
			return
		}
		records := logs.LogRecordCount()
		r.logs(logs)
		once := plog.NewLogs()
		logs.CopyTo(once)
		r.logs(logs)
		if logs.LogRecordCount() != records {
			t.Error("records are lost")
		}
		a, errA := (&plog.ProtoMarshaler{}).MarshalLogs(once)
		b, errB := (&plog.ProtoMarshaler{}).MarshalLogs(logs)
		require.NoError(t, errA)
		require.NoError(t, errB)
		if diff := cmp.Diff(a, b); diff != "" {
			t.Error("another time:", diff)
		}
	})
}
