package fieldsafeprocessor

import (
	"context"
	"iter"

	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/pmetric"
	"go.opentelemetry.io/collector/pdata/ptrace"
)

// process returns the function that the collector calls with each batch. In a dry
// run it redacts a copy, for what that counts.
func process[T interface{ CopyTo(T) }](r *redaction, create func() T, redact func(T)) func(context.Context, T) (T, error) {
	return func(_ context.Context, batch T) (T, error) {
		seen := batch
		if r.dryRun {
			seen = create()
			batch.CopyTo(seen)
		}
		redact(seen)
		return batch, nil
	}
}

func (r *redaction) logs(logs plog.Logs) {
	for _, resource := range logs.ResourceLogs().All() {
		r.attributes(resource.Resource().Attributes())
		for _, scope := range resource.ScopeLogs().All() {
			r.scope(scope.Scope())
			for _, record := range scope.LogRecords().All() {
				r.value(record.Body(), nil, "", 0)
				r.attributes(record.Attributes())
				record.SetEventName(r.text(record.EventName()))
			}
		}
	}
}

func (r *redaction) traces(traces ptrace.Traces) {
	for _, resource := range traces.ResourceSpans().All() {
		r.attributes(resource.Resource().Attributes())
		for _, scope := range resource.ScopeSpans().All() {
			r.scope(scope.Scope())
			for _, span := range scope.Spans().All() {
				r.span(span)
			}
		}
	}
}

func (r *redaction) span(span ptrace.Span) {
	span.SetName(r.text(span.Name()))
	span.Status().SetMessage(r.text(span.Status().Message()))
	r.traceState(span.TraceState())
	r.attributes(span.Attributes())
	for _, event := range span.Events().All() {
		event.SetName(r.text(event.Name()))
		r.attributes(event.Attributes())
	}
	for _, link := range span.Links().All() {
		r.traceState(link.TraceState())
		r.attributes(link.Attributes())
	}
}

// traceState redacts what vendors pass on along a trace. Labels have no character
// that ends a member of the list (https://www.w3.org/TR/trace-context/#tracestate-header).
func (r *redaction) traceState(s pcommon.TraceState) { s.FromRaw(r.text(s.AsRaw())) }

func (r *redaction) metrics(metrics pmetric.Metrics) {
	for _, resource := range metrics.ResourceMetrics().All() {
		r.attributes(resource.Resource().Attributes())
		for _, scope := range resource.ScopeMetrics().All() {
			r.scope(scope.Scope())
			for _, metric := range scope.Metrics().All() {
				r.metric(metric)
			}
		}
	}
}

// metric leaves the name, which is what a metric is known by.
func (r *redaction) metric(metric pmetric.Metric) {
	metric.SetDescription(r.text(metric.Description()))
	r.attributes(metric.Metadata())
	switch metric.Type() {
	case pmetric.MetricTypeGauge:
		points(r, metric.Gauge().DataPoints().All())
	case pmetric.MetricTypeSum:
		points(r, metric.Sum().DataPoints().All())
	case pmetric.MetricTypeHistogram:
		points(r, metric.Histogram().DataPoints().All())
	case pmetric.MetricTypeExponentialHistogram:
		points(r, metric.ExponentialHistogram().DataPoints().All())
	case pmetric.MetricTypeSummary:
		for _, point := range metric.Summary().DataPoints().All() {
			r.attributes(point.Attributes())
		}
	}
}

// points redacts data points, with what their exemplars kept of the attributes
// that were aggregated away.
func points[P interface {
	Attributes() pcommon.Map
	Exemplars() pmetric.ExemplarSlice
}](r *redaction, all iter.Seq2[int, P]) {
	for _, point := range all {
		r.attributes(point.Attributes())
		for _, exemplar := range point.Exemplars().All() {
			r.attributes(exemplar.FilteredAttributes())
		}
	}
}
