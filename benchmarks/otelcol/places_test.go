package otelcol

import (
	"context"
	"encoding/base64"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/consumer/consumertest"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/processor"
	"go.opentelemetry.io/collector/processor/processortest"
)

const mail = "jane.doe@example.com"

// places are where an identifier can stand. Exactly one of the functions is set.
var places = []struct {
	name   string
	log    func(plog.LogRecord)
	scope  func(pcommon.InstrumentationScope)
	span   func(ptrace.Span)
	metric func(pmetric.Metric)
}{
	{name: "log body, text", log: func(r plog.LogRecord) { r.Body().SetStr(mail) }},
	{name: "log body, in a map", log: func(r plog.LogRecord) { r.Body().SetEmptyMap().PutEmptyMap("a").PutStr("b", mail) }},
	{name: "log body, in bytes", log: func(r plog.LogRecord) { r.Body().SetEmptyBytes().FromRaw([]byte(mail)) }},
	{name: "attribute, text", log: func(r plog.LogRecord) { r.Attributes().PutStr("a", mail) }},
	{name: "attribute, in a map", log: func(r plog.LogRecord) { r.Attributes().PutEmptyMap("a").PutStr("b", mail) }},
	{name: "attribute, in a list", log: func(r plog.LogRecord) { r.Attributes().PutEmptySlice("a").AppendEmpty().SetStr(mail) }},
	{name: "attribute, number", log: func(r plog.LogRecord) { r.Attributes().PutInt("a", 4242424242424242) }},
	{name: "attribute, in bytes", log: func(r plog.LogRecord) { r.Attributes().PutEmptyBytes("a").FromRaw([]byte(mail)) }},
	{name: "attribute, its name", log: func(r plog.LogRecord) { r.Attributes().PutInt(mail, 1) }},
	{name: "event name of a log record", log: func(r plog.LogRecord) { r.SetEventName(mail) }},
	{name: "scope, name", scope: func(s pcommon.InstrumentationScope) { s.SetName(mail) }},
	{name: "scope, attribute", scope: func(s pcommon.InstrumentationScope) { s.Attributes().PutStr("a", mail) }},
	{name: "span, name", span: func(s ptrace.Span) { s.SetName(mail) }},
	{name: "span, status message", span: func(s ptrace.Span) { s.Status().SetMessage(mail) }},
	{name: "span, trace state", span: func(s ptrace.Span) { s.TraceState().FromRaw("vendor=" + mail) }},
	{name: "span event, name", span: func(s ptrace.Span) { s.Events().AppendEmpty().SetName(mail) }},
	{name: "span event, attribute", span: func(s ptrace.Span) { s.Events().AppendEmpty().Attributes().PutStr("a", mail) }},
	{name: "span link, attribute", span: func(s ptrace.Span) { s.Links().AppendEmpty().Attributes().PutStr("a", mail) }},
	{name: "metric, attribute", metric: func(m pmetric.Metric) {
		m.SetEmptySum().DataPoints().AppendEmpty().Attributes().PutStr("a", mail)
	}},
	{name: "metric, exemplar", metric: func(m pmetric.Metric) {
		m.SetEmptySum().DataPoints().AppendEmpty().Exemplars().AppendEmpty().FilteredAttributes().PutStr("a", mail)
	}},
}

// The table of the processor's README: where each of them lets an identifier
// through. -v prints it.
func TestPlaces(t *testing.T) {
	for _, place := range places {
		leaks := map[string]bool{}
		for _, p := range processors {
			logs, traces, metrics := plog.NewLogs(), ptrace.NewTraces(), pmetric.NewMetrics()
			scope := logs.ResourceLogs().AppendEmpty().ScopeLogs().AppendEmpty()
			record := scope.LogRecords().AppendEmpty()
			span := traces.ResourceSpans().AppendEmpty().ScopeSpans().AppendEmpty().Spans().AppendEmpty()
			metric := metrics.ResourceMetrics().AppendEmpty().ScopeMetrics().AppendEmpty().Metrics().AppendEmpty()
			switch {
			case place.log != nil:
				place.log(record)
			case place.scope != nil:
				place.scope(scope.Scope())
			case place.span != nil:
				place.span(span)
			default:
				place.metric(metric)
			}
			leaks[p.name] = leaked(through(t, p.factory, p.settings, logs, traces, metrics))
		}
		if leaks["fieldsafe"] {
			t.Errorf("%s: let through", place.name)
		}
		t.Logf("%-28s redaction lets it through: %v", place.name, leaks["redaction"])
	}
}

func leaked(text string) bool {
	return strings.Contains(text, mail) || strings.Contains(text, base64.StdEncoding.EncodeToString([]byte(mail))) || strings.Contains(text, "4242424242424242")
}

// through sends a batch of each signal through processors and returns what comes
// out as JSON.
func through(t *testing.T, f processor.Factory, settings map[string]any, logs plog.Logs, traces ptrace.Traces, metrics pmetric.Metrics) string {
	t.Helper()
	ctx, set, cfg := context.Background(), processortest.NewNopSettings(f.Type()), configured(t, f, settings)
	spans, err := f.CreateTraces(ctx, set, cfg, consumertest.NewNop())
	require.NoError(t, err)
	points, err := f.CreateMetrics(ctx, set, cfg, consumertest.NewNop())
	require.NoError(t, err)
	require.NoError(t, create(t, f, settings, consumertest.NewNop()).ConsumeLogs(ctx, logs))
	require.NoError(t, spans.ConsumeTraces(ctx, traces))
	require.NoError(t, points.ConsumeMetrics(ctx, metrics))
	a, err := (&plog.JSONMarshaler{}).MarshalLogs(logs)
	require.NoError(t, err)
	b, err := (&ptrace.JSONMarshaler{}).MarshalTraces(traces)
	require.NoError(t, err)
	c, err := (&pmetric.JSONMarshaler{}).MarshalMetrics(metrics)
	require.NoError(t, err)
	return string(a) + string(b) + string(c)
}
