// Package fieldsafeprocessor is a processor of the OpenTelemetry Collector that
// redacts logs, traces and metrics: bodies, attributes at any depth, resources,
// scopes, names, events, links and status messages. Order and shape stay; the
// same data gives the same result.
//
// See the README for its configuration.
package fieldsafeprocessor

import (
	"context"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/consumer"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/processor"
	"go.opentelemetry.io/collector/processor/processorhelper"
)

// metadata.yaml says the same; a test compares them.
var componentType = component.MustNewType("fieldsafe")

const (
	scopeName = "github.com/fieldsafe/fieldsafe/integrations/otelcol"
	stability = component.StabilityLevelAlpha
)

// NewFactory returns the factory of the processor, for a collector that is built
// with the builder or by hand.
func NewFactory() processor.Factory {
	return processor.NewFactory(componentType, defaultConfig,
		processor.WithLogs(newLogs, stability),
		processor.WithTraces(newTraces, stability),
		processor.WithMetrics(newMetrics, stability))
}

func newLogs(ctx context.Context, set processor.Settings, cfg component.Config, next consumer.Logs) (processor.Logs, error) {
	r, err := newRedaction(set, cfg.(*Config), "logs")
	if err != nil {
		return nil, err
	}
	return processorhelper.NewLogs(ctx, set, cfg, next, process(r, plog.NewLogs, r.logs), r.capabilities())
}

func newTraces(ctx context.Context, set processor.Settings, cfg component.Config, next consumer.Traces) (processor.Traces, error) {
	r, err := newRedaction(set, cfg.(*Config), "traces")
	if err != nil {
		return nil, err
	}
	return processorhelper.NewTraces(ctx, set, cfg, next, process(r, ptrace.NewTraces, r.traces), r.capabilities())
}

func newMetrics(ctx context.Context, set processor.Settings, cfg component.Config, next consumer.Metrics) (processor.Metrics, error) {
	r, err := newRedaction(set, cfg.(*Config), "metrics")
	if err != nil {
		return nil, err
	}
	return processorhelper.NewMetrics(ctx, set, cfg, next, process(r, pmetric.NewMetrics, r.metrics), r.capabilities())
}

// capabilities says that data is changed in place, so that the collector gives
// us a copy of our own where others need it too. A dry run changes nothing.
func (r *redaction) capabilities() processorhelper.Option {
	return processorhelper.WithCapabilities(consumer.Capabilities{MutatesData: !r.dryRun})
}
