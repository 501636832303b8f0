package fieldsafeprocessor

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/component/componenttest"
	"go.opentelemetry.io/collector/consumer/consumertest"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/processor/processortest"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"go.uber.org/zap/zaptest/observer"
	"go.yaml.in/yaml/v3"
)

// metadata is what metadata.yaml says, in the collector's own form.
type metadata struct {
	Type   string
	Status struct {
		Stability map[string][]string
	}
	Telemetry struct {
		Metrics map[string]struct {
			Description, Unit string
			Attributes        []string
		}
	}
}

// What is found is counted once, by detector, and logged by place, never by value,
// in a dry run too.
func TestTelemetry(t *testing.T) {
	for _, dryRun := range []bool{false, true} {
		telemetry := componenttest.NewTelemetry()
		core, logged := observer.New(zapcore.DebugLevel)
		set := processortest.NewNopSettings(componentType)
		set.ID = component.MustNewIDWithName(componentType.String(), "eu")
		set.TelemetrySettings = telemetry.NewTelemetrySettings()
		set.Logger = zap.New(core)
		cfg := defaultConfig().(*Config)
		cfg.DryRun = dryRun
		p, err := NewFactory().CreateLogs(context.Background(), set, cfg, new(consumertest.LogsSink))
		require.NoError(t, err)

		logs := plog.NewLogs()
		record := logs.ResourceLogs().AppendEmpty().ScopeLogs().AppendEmpty().LogRecords().AppendEmpty()
		record.Body().SetStr("from " + mail + " to " + mail)
		record.Attributes().PutEmptyMap("user").PutStr("password", "velvet-57")
		record.Attributes().PutStr("url.full", "https://a:velvet-57@h/")
		record.Attributes().PutStr("plain", "velvet-57")
		record.Attributes().PutStr("a name of "+mail, "plain")
		record.Attributes().PutEmptyMap("the name of a map of " + mail).PutEmptySlice("list of " + mail)
		parameter := record.Attributes().PutEmptyMap("parameter")
		parameter.PutStr("name", mail)
		parameter.PutStr("value", "plain")
		require.NoError(t, p.ConsumeLogs(context.Background(), logs))

		want := map[string]int64{"email_address": 6, "password_assignment": 1, "url_userinfo": 2}
		if diff := cmp.Diff(want, counted(t, telemetry)); diff != "" {
			t.Error(diff)
		}
		seen := fmt.Sprint(logged.All())
		if strings.Contains(seen, mail) || strings.Contains(seen, "velvet") || !strings.Contains(seen, "user.password") {
			t.Error(seen)
		}
		require.NoError(t, telemetry.Shutdown(context.Background()))
	}
}

// counted returns the counters by detector, after a look at what else they say
// against metadata.yaml.
func counted(t *testing.T, telemetry *componenttest.Telemetry) map[string]int64 {
	t.Helper()
	described := described(t).Telemetry.Metrics[strings.TrimPrefix(metricFindings, "otelcol_")]
	m, err := telemetry.GetMetric(metricFindings)
	require.NoError(t, err)
	require.Equal(t, described.Description, m.Description)
	require.Equal(t, described.Unit, m.Unit)
	by := map[string]int64{}
	for _, point := range m.Data.(metricdata.Sum[int64]).DataPoints {
		var names []string
		for _, attribute := range point.Attributes.ToSlice() {
			names = append(names, string(attribute.Key))
		}
		require.Equal(t, described.Attributes, names)
		processor, _ := point.Attributes.Value("processor")
		signal, _ := point.Attributes.Value("otel.signal")
		require.Equal(t, "fieldsafe/eu logs", processor.AsString()+" "+signal.AsString())
		detector, _ := point.Attributes.Value("detector")
		by[detector.AsString()] = point.Value
	}
	return by
}

func described(t *testing.T) (m metadata) {
	t.Helper()
	data, err := os.ReadFile("metadata.yaml")
	require.NoError(t, err)
	require.NoError(t, yaml.Unmarshal(data, &m))
	return m
}

func TestMetadataIsWhatTheFactorySays(t *testing.T) {
	f, m := NewFactory(), described(t)
	require.Equal(t, m.Type, f.Type().String())
	level := strings.ToLower(f.LogsStability().String())
	require.Equal(t, map[string][]string{level: {"logs", "traces", "metrics"}}, m.Status.Stability)
	require.Equal(t, f.LogsStability(), f.TracesStability())
	require.Equal(t, f.LogsStability(), f.MetricsStability())
}
