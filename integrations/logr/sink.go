// Package redactlogr redacts what is logged through logr: messages, names,
// values and errors.
//
//	logger = redactlogr.NewLogger(logger, nil)
//
// Where the sink is a slog handler, this package is not needed: wrap the
// handler, logr.FromSlogHandler(redact.NewHandler(handler, nil)).
package redactlogr

import (
	"fmt"
	"log/slog"
	"reflect"

	"github.com/fieldsafe/fieldsafe/redact"
	"github.com/go-logr/logr"
	"github.com/go-logr/logr/funcr"
)

// NewLogger returns a logger that redacts with r, or with the default options if
// r is nil, and logs to the sink of next. What next already has (its name, its
// values) stays as it is.
//
// Values given to WithValues are redacted once, when they are given. Each
// logr.Marshaler is asked what to log; methods that panic are answered by a marker. A
// value that holds something is logged as encoding/json writes it, redacted; around
// Marshalers as maps and lists. The slices of the caller are not
// changed. The logger is as safe for concurrent use as next is.
func NewLogger(next logr.Logger, r *redact.Redactor) logr.Logger {
	if next.GetSink() == nil { // logr.Discard
		return next
	}
	return next.WithSink((&sink{next.GetSink(), r}).WithCallDepth(1))
}

type sink struct {
	next logr.LogSink
	r    *redact.Redactor
}

func (s *sink) Init(info logr.RuntimeInfo) { s.next.Init(info) }

func (s *sink) Enabled(level int) bool { return s.next.Enabled(level) }

func (s *sink) Info(level int, message string, keysAndValues ...any) {
	s.GetCallStackHelper()()
	s.next.Info(level, s.text(message), s.values(keysAndValues)...)
}

func (s *sink) Error(err error, message string, keysAndValues ...any) {
	s.GetCallStackHelper()()
	s.next.Error(s.r.Error(err), s.text(message), s.values(keysAndValues)...)
}

func (s *sink) WithValues(keysAndValues ...any) logr.LogSink {
	return &sink{s.next.WithValues(s.values(keysAndValues)...), s.r}
}

func (s *sink) WithName(name string) logr.LogSink {
	return &sink{s.next.WithName(s.text(name)), s.r}
}

// WithCallDepth makes the sink a logr.CallDepthLogSink.
func (s *sink) WithCallDepth(depth int) logr.LogSink {
	if next, ok := s.next.(logr.CallDepthLogSink); ok {
		return &sink{next.WithCallDepth(depth), s.r}
	}
	return s
}

// GetCallStackHelper makes the sink a logr.CallStackHelperLogSink, for sinks that
// log to a test: what it returns marks its caller as no place of interest.
func (s *sink) GetCallStackHelper() func() {
	if next, ok := s.next.(logr.CallStackHelperLogSink); ok {
		return next.GetCallStackHelper()
	}
	return func() {}
}

func (s *sink) text(text string) string {
	a := slog.String("", text)
	if s.r.Plain(nil, a) {
		return text
	}
	return s.r.Attr(nil, a).Value.String()
}

// plain reports whether it is known at once that all pairs stay as they are.
func (s *sink) plain(keysAndValues []any) bool {
	for i := 0; i < len(keysAndValues); i += 2 {
		name, named := keysAndValues[i].(string)
		if !named || i+1 == len(keysAndValues) {
			return false
		}
		value := keysAndValues[i+1]
		if _, ok := value.(logr.Marshaler); ok || !s.r.Plain(nil, slog.Any(name, value)) {
			return false
		}
	}
	return true
}

// values returns names and values, redacted: the same slice where all are plain.
// A name that is no string, and a last one without a value, are redacted as
// values.
func (s *sink) values(keysAndValues []any) []any {
	if s.plain(keysAndValues) {
		return keysAndValues
	}
	out := make([]any, len(keysAndValues))
	for i := 0; i < len(out); i += 2 {
		name, named := keysAndValues[i].(string)
		if i+1 == len(out) {
			_, out[i] = s.pair("", keysAndValues[i])
			break
		}
		if s.plain(keysAndValues[i : i+2]) {
			out[i], out[i+1] = keysAndValues[i], keysAndValues[i+1]
			continue
		}
		out[i], out[i+1] = s.pair(name, keysAndValues[i+1])
		if !named {
			_, out[i] = s.pair("", keysAndValues[i])
		}
	}
	return out
}

// pair returns a name and its value, redacted. The value is the same one where
// nothing is found.
func (s *sink) pair(name string, value any) (any, any) {
	value, _ = marshaled(value)
	looked := resolver{left: maxValues}
	seen, holds := looked.value(reflect.ValueOf(value), 0)
	if !holds {
		seen = value
	}
	a := s.r.Attr(nil, slog.Any(name, seen))
	switch a.Value.Kind() {
	case slog.KindString:
		if text, ok := value.(string); ok && text == a.Value.String() {
			return a.Key, value
		}
		return a.Key, a.Value.String()
	case slog.KindGroup:
		return a.Key, group(a.Value.Group())
	case slog.KindAny:
		if clean := a.Value.Any(); !holds || looked.failed || reflect.TypeOf(clean) != reflect.TypeOf(seen) {
			return a.Key, s.shown(clean, seen)
		}
	}
	return a.Key, value
}

// shown returns a redacted value so that it keeps its shape in sinks that look
// into values themselves, and not at how they write themselves.
func (s *sink) shown(clean, value any) any {
	if _, ok := clean.(error); ok || reflect.TypeOf(clean) == reflect.TypeOf(value) {
		return clean
	}
	text, err := marshal(clean)
	if err != nil {
		return fmt.Sprint(clean)
	}
	if _, ok := s.next.(funcr.Underlier); ok {
		return pseudo(text)
	}
	return text
}

// group returns a redacted slog group as a map.
func group(attrs []slog.Attr) map[string]any {
	out := make(map[string]any, len(attrs))
	for _, a := range attrs {
		out[a.Key] = a.Value.Any()
		if a.Value.Kind() == slog.KindGroup {
			out[a.Key] = group(a.Value.Group())
		}
	}
	return out
}
