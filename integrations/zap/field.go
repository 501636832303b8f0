package redactzap

import (
	"encoding"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"net/url"
	"reflect"
	"time"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

// plain reports whether it is known at once that f stays as it is.
func (p policy) plain(path []string, f *zapcore.Field) bool {
	switch f.Type {
	case zapcore.StringType:
		return p.r.Plain(path, slog.String(f.Key, f.String))
	case zapcore.Int64Type, zapcore.Int32Type, zapcore.BoolType, zapcore.DurationType, zapcore.Float64Type, zapcore.TimeType:
		value, _ := valueOf(f)
		return p.r.Plain(path, slog.Attr{Key: f.Key, Value: value})
	}
	return false
}

// field returns f redacted, and whether that is another field; without that,
// nothing.
func (p policy) field(path []string, f *zapcore.Field) (zapcore.Field, bool) {
	switch f.Type {
	case zapcore.SkipType:
		return zapcore.Field{}, false
	case zapcore.InlineMarshalerType:
		return zap.Inline(&object{p, path, f.Interface.(zapcore.ObjectMarshaler)}), true
	case zapcore.ObjectMarshalerType:
		marshaler := &object{p, within(path, f.Key), f.Interface.(zapcore.ObjectMarshaler)}
		return zap.Object(p.name(path, f.Key), marshaler), true
	case zapcore.ArrayMarshalerType:
		marshaler := &array{p, path, f.Key, f.Interface.(zapcore.ArrayMarshaler)}
		return zap.Array(p.name(path, f.Key), marshaler), true
	case zapcore.NamespaceType:
		name := p.name(path, f.Key)
		return zap.Namespace(name), name != f.Key
	case zapcore.ReflectType:
		return p.reflected(path, f.Key, f.Interface), true
	case zapcore.ErrorType, zapcore.StringerType:
		return p.methods(path, *f)
	}
	return p.scalar(path, f)
}

// name returns the name of a field, redacted: it may hold data.
func (p policy) name(path []string, key string) string {
	return p.r.Attr(path, slog.String(key, "")).Key
}

// scalar redacts a field that calls no methods.
func (p policy) scalar(path []string, f *zapcore.Field) (zapcore.Field, bool) {
	value, ok := valueOf(f)
	if !ok {
		return zapcore.Field{}, false
	}
	clean := p.r.Attr(path, slog.Attr{Key: f.Key, Value: value})
	kind := clean.Value.Kind()
	if kind == value.Kind() && (kind != slog.KindString || clean.Value.String() == value.String()) {
		if clean.Key == f.Key {
			return zapcore.Field{}, false
		}
		renamed := *f
		renamed.Key = clean.Key
		return renamed, true
	}
	switch f.Type {
	case zapcore.ByteStringType:
		return zap.ByteString(clean.Key, []byte(clean.Value.String())), true
	case zapcore.BinaryType:
		return zap.Binary(clean.Key, []byte(clean.Value.String())), true
	}
	return zap.String(clean.Key, clean.Value.String()), true
}

// valueOf returns what a field that calls no methods holds. Bytes are searched
// as text, in whatever encoding they will be written.
func valueOf(f *zapcore.Field) (slog.Value, bool) {
	switch f.Type {
	case zapcore.StringType:
		return slog.StringValue(f.String), true
	case zapcore.BinaryType, zapcore.ByteStringType:
		return slog.StringValue(string(f.Interface.([]byte))), true
	case zapcore.BoolType:
		return slog.BoolValue(f.Integer == 1), true
	case zapcore.DurationType:
		return slog.DurationValue(time.Duration(f.Integer)), true
	case zapcore.Float64Type:
		return slog.Float64Value(math.Float64frombits(uint64(f.Integer))), true
	case zapcore.Float32Type:
		return slog.Float64Value(float64(math.Float32frombits(uint32(f.Integer)))), true
	case zapcore.Int64Type, zapcore.Int32Type, zapcore.Int16Type, zapcore.Int8Type:
		return slog.Int64Value(f.Integer), true
	case zapcore.Uint64Type, zapcore.Uint32Type, zapcore.Uint16Type, zapcore.Uint8Type, zapcore.UintptrType:
		return slog.Uint64Value(uint64(f.Integer)), true
	case zapcore.TimeType:
		return slog.TimeValue(time.Unix(0, f.Integer)), true
	case zapcore.TimeFullType:
		return slog.TimeValue(f.Interface.(time.Time)), true
	case zapcore.Complex64Type, zapcore.Complex128Type:
		return slog.AnyValue(f.Interface), true
	}
	return slog.Value{}, false
}

// reflected redacts a value that the encoder looks into.
func (p policy) reflected(path []string, key string, value any) zapcore.Field {
	clean := p.r.Attr(path, slog.Any(key, value))
	if clean.Value.Kind() == slog.KindGroup {
		return zap.Object(clean.Key, group(clean.Value.Group()))
	}
	return zap.Reflect(clean.Key, clean.Value.Any())
}

// errorGroup is what zap writes the causes of.
type errorGroup interface{ Errors() []error }

// methods redacts an error or a Stringer. An error with causes or a stack trace
// writes itself through a redacting encoder, as zap lets it.
func (p policy) methods(path []string, f zapcore.Field) (zapcore.Field, bool) {
	clean := p.r.Attr(path, slog.Any(f.Key, f.Interface))
	causes, grouped := f.Interface.(errorGroup)
	switch clean.Value.Kind() {
	case slog.KindString: // the method panicked
		return zap.String(clean.Key, clean.Value.String()), true
	case slog.KindGroup: // of a LogValuer
		return zap.Object(clean.Key, group(clean.Value.Group())), true
	}
	value := clean.Value.Any()
	if !grouped && clean.Key == f.Key && same(value, f.Interface) {
		return f, false
	}
	if f.Type == zapcore.ErrorType && !grouped && !showsMore(f.Interface) || mayQuote(f.Interface) {
		return zap.NamedError(clean.Key, value.(error)), true
	}
	if f.Type == zapcore.StringerType && !showsMore(f.Interface) {
		return zap.String(clean.Key, fmt.Sprint(value)), true
	}
	write := func(enc zapcore.ObjectEncoder) error {
		if grouped {
			causes.Errors() // zap would write what it panics with
		}
		f.AddTo(enc)
		return nil
	}
	return zap.Inline(&object{p, within(path, f.Key), zapcore.ObjectMarshalerFunc(write)}), true
}

// showsMore reports whether a redacted value writes another text than its method
// Error or String.
func showsMore(v any) bool {
	switch v.(type) {
	case fmt.Formatter, encoding.TextMarshaler:
		return true
	}
	return false
}

// mayQuote reports whether an error explains why a URL does not parse: it may quote
// a piece of a password, which only the error as a whole is known to hold.
func mayQuote(v any) bool {
	err, ok := v.(error)
	if !ok {
		return false
	}
	failed, ok := errors.AsType[*url.Error](err)
	return ok && failed.Op == "parse"
}

// same reports whether a is b. Redacted errors are pointers; two values of one
// type that cannot be compared are the same one.
func same(a, b any) bool {
	if reflect.TypeOf(a) != reflect.TypeOf(b) {
		return false
	}
	v := reflect.ValueOf(a)
	return !v.Comparable() || a == b
}

// group writes the attributes of a redacted slog group.
type group []slog.Attr

func (g group) MarshalLogObject(enc zapcore.ObjectEncoder) error {
	for _, a := range g {
		switch value := a.Value; value.Kind() {
		case slog.KindGroup:
			zap.Object(a.Key, group(value.Group())).AddTo(enc)
		case slog.KindString:
			enc.AddString(a.Key, value.String())
		default:
			zap.Any(a.Key, value.Any()).AddTo(enc)
		}
	}
	return nil
}

// maxDepth bounds nesting: marshalers may write themselves.
const maxDepth = 64

const (
	unreadable = "[REDACTED:unreadable]"
	tooDeep    = "[REDACTED:depth]"
)

// object is an ObjectMarshaler whose fields are redacted on their way to the
// encoder.
type object struct {
	policy
	path []string
	next zapcore.ObjectMarshaler
}

func (o *object) MarshalLogObject(enc zapcore.ObjectEncoder) (err error) {
	if len(o.path) > maxDepth {
		enc.AddString("depth", tooDeep)
		return nil
	}
	defer func() {
		if recover() != nil {
			enc.AddString("panic", unreadable)
			err = nil
		}
	}()
	return o.r.Error(o.next.MarshalLogObject(&objectEncoder{o.policy, enc, o.path}))
}

// array is an ArrayMarshaler whose elements are redacted on their way.
type array struct {
	policy
	path []string
	key  string
	next zapcore.ArrayMarshaler
}

func (a *array) MarshalLogArray(enc zapcore.ArrayEncoder) (err error) {
	if len(a.path) > maxDepth {
		enc.AppendString(tooDeep)
		return nil
	}
	defer func() {
		if recover() != nil {
			enc.AppendString(unreadable)
			err = nil
		}
	}()
	return a.r.Error(a.next.MarshalLogArray(&arrayEncoder{a.policy, enc, a.path, a.key}))
}
