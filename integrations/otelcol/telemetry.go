package fieldsafeprocessor

import (
	"context"
	"sync"

	"github.com/fieldsafe/fieldsafe/redact"
	"go.opentelemetry.io/collector/processor"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/metric"
	"go.uber.org/zap"
)

// metricFindings counts what was found, by detector. metadata.yaml describes it.
const metricFindings = "otelcol_processor_fieldsafe_findings"

// telemetry tells the collector's own telemetry what was found: kind, place and
// length, never a value.
type telemetry struct {
	findings metric.Int64Counter
	logger   *zap.Logger
	common   []attribute.KeyValue
	options  sync.Map // ID of a detector to metric.AddOption
}

func newTelemetry(set processor.Settings, signal string) (*telemetry, error) {
	findings, err := set.MeterProvider.Meter(scopeName).Int64Counter(metricFindings,
		metric.WithUnit("{findings}"), metric.WithDescription("Sensitive values that were found, by detector."))
	if err != nil {
		return nil, err
	}
	common := []attribute.KeyValue{attribute.String("processor", set.ID.String()), attribute.String("otel.signal", signal)}
	return &telemetry{findings: findings, logger: set.Logger, common: common}, nil
}

func (t *telemetry) observe(e redact.Event) {
	t.findings.Add(context.Background(), 1, t.option(e.Detector.ID))
	if entry := t.logger.Check(zap.DebugLevel, "sensitive value found"); entry != nil {
		entry.Write(zap.String("detector", e.Detector.ID), zap.String("path", e.Path), zap.Int("bytes", e.Length))
	}
}

// option returns the attributes of a detector's counter, made once.
func (t *telemetry) option(detector string) metric.AddOption {
	if option, ok := t.options.Load(detector); ok {
		return option.(metric.AddOption)
	}
	attributes := append(t.common[:len(t.common):len(t.common)], attribute.String("detector", detector))
	option := metric.WithAttributeSet(attribute.NewSet(attributes...))
	t.options.Store(detector, option)
	return option
}
