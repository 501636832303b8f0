// Package redactlogr redacts what is logged through logr: messages, names,
// values and errors.
//
//	logger = logger.WithSink(redactlogr.NewSink(logger.GetSink(), nil))
//
// Where the sink is a slog handler, this package is not needed: wrap the
// handler, logr.FromSlogHandler(redact.NewHandler(handler, nil)).
package redactlogr

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"

	"github.com/fieldsafe/fieldsafe/redact"
	"github.com/go-logr/logr"
)

// NewSink returns a sink that redacts with r, or with the default options if r
// is nil, and hands on to next. Values given to WithValues are redacted once,
// when they are given. Values of type logr.Marshaler are asked what to log;
// methods that panic are answered by a marker. The slices of the caller are not
// changed. The sink is safe for concurrent use if next is.
func NewSink(next logr.LogSink, r *redact.Redactor) logr.LogSink { return &sink{next, r} }

type sink struct {
	next logr.LogSink
	r    *redact.Redactor
}

// Init counts this sink as one more caller.
func (s *sink) Init(info logr.RuntimeInfo) {
	info.CallDepth++
	s.next.Init(info)
}

func (s *sink) Enabled(level int) bool { return s.next.Enabled(level) }

func (s *sink) Info(level int, message string, keysAndValues ...any) {
	s.helper()
	s.next.Info(level, s.text(message), s.values(keysAndValues)...)
}

func (s *sink) Error(err error, message string, keysAndValues ...any) {
	s.helper()
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

// helper marks the sink's methods for sinks that log to a test.
func (s *sink) helper() {
	if next, ok := s.next.(logr.CallStackHelperLogSink); ok {
		next.GetCallStackHelper()()
	}
}

func (s *sink) text(text string) string {
	return s.r.Attr(nil, slog.String("", text)).Value.String()
}

// values returns names and values, redacted, in a slice of its own. A name that
// is no string, and a last one without a value, are redacted as values.
func (s *sink) values(keysAndValues []any) []any {
	out := make([]any, len(keysAndValues))
	for i := 0; i < len(out); i += 2 {
		name, named := keysAndValues[i].(string)
		if i+1 == len(out) {
			_, out[i] = s.pair("", keysAndValues[i])
			break
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
	value = marshaled(value)
	a := s.r.Attr(nil, slog.Any(name, value))
	switch a.Value.Kind() {
	case slog.KindString:
		if text, ok := value.(string); ok && text == a.Value.String() {
			return a.Key, value
		}
		return a.Key, a.Value.String()
	case slog.KindGroup:
		return a.Key, group(a.Value.Group())
	case slog.KindAny:
		return a.Key, shown(a.Value.Any())
	}
	return a.Key, value
}

// marshaled returns what the value wants to be logged as.
func marshaled(value any) (out any) {
	marshaler, ok := value.(logr.Marshaler)
	if !ok {
		return value
	}
	defer func() {
		if recover() != nil {
			out = unreadable
		}
	}()
	return marshaler.MarshalLog()
}

const unreadable = "[REDACTED:unreadable]"

// shown makes a redacted value, which writes itself as JSON, keep its shape in
// sinks that look into values themselves.
func shown(value any) any {
	switch value.(type) {
	case error, []byte:
		return value
	case interface {
		json.Marshaler
		fmt.Formatter
	}:
		return structured{value}
	}
	return value
}

// structured is a redacted value. Sinks that know logr.Marshaler get its JSON,
// others what package redact makes of it.
type structured struct{ value any }

// MarshalLog returns the value's JSON.
func (s structured) MarshalLog() any {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if encoder.Encode(s.value) != nil {
		return fmt.Sprint(s.value)
	}
	return json.RawMessage(bytes.TrimSuffix(out.Bytes(), []byte("\n")))
}

func (s structured) MarshalJSON() ([]byte, error) { return json.Marshal(s.value) }

func (s structured) String() string { return fmt.Sprint(s.value) }

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
