package redactzap

import (
	"log/slog"
	"time"

	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

// objectEncoder redacts fields on their way to another encoder.
type objectEncoder struct {
	policy
	next zapcore.ObjectEncoder
	path []string
}

func (e *objectEncoder) add(f zapcore.Field) {
	if clean, changed := e.field(e.path, &f); changed {
		f = clean
	}
	f.AddTo(e.next)
}

func (e *objectEncoder) AddArray(key string, v zapcore.ArrayMarshaler) error {
	return e.next.AddArray(e.name(e.path, key), &array{e.policy, e.path, key, v})
}

func (e *objectEncoder) AddObject(key string, v zapcore.ObjectMarshaler) error {
	return e.next.AddObject(e.name(e.path, key), &object{e.policy, within(e.path, key), v})
}

func (e *objectEncoder) AddReflected(key string, v any) error {
	e.add(zap.Reflect(key, v))
	return nil
}

func (e *objectEncoder) OpenNamespace(key string) {
	e.next.OpenNamespace(e.name(e.path, key))
	e.path = within(e.path, key)
}

func (e *objectEncoder) AddBinary(key string, v []byte)          { e.add(zap.Binary(key, v)) }
func (e *objectEncoder) AddByteString(key string, v []byte)      { e.add(zap.ByteString(key, v)) }
func (e *objectEncoder) AddBool(key string, v bool)              { e.add(zap.Bool(key, v)) }
func (e *objectEncoder) AddComplex128(key string, v complex128)  { e.add(zap.Complex128(key, v)) }
func (e *objectEncoder) AddComplex64(key string, v complex64)    { e.add(zap.Complex64(key, v)) }
func (e *objectEncoder) AddDuration(key string, v time.Duration) { e.add(zap.Duration(key, v)) }
func (e *objectEncoder) AddFloat64(key string, v float64)        { e.add(zap.Float64(key, v)) }
func (e *objectEncoder) AddFloat32(key string, v float32)        { e.add(zap.Float32(key, v)) }
func (e *objectEncoder) AddInt(key string, v int)                { e.add(zap.Int(key, v)) }
func (e *objectEncoder) AddInt64(key string, v int64)            { e.add(zap.Int64(key, v)) }
func (e *objectEncoder) AddInt32(key string, v int32)            { e.add(zap.Int32(key, v)) }
func (e *objectEncoder) AddInt16(key string, v int16)            { e.add(zap.Int16(key, v)) }
func (e *objectEncoder) AddInt8(key string, v int8)              { e.add(zap.Int8(key, v)) }
func (e *objectEncoder) AddString(key, v string)                 { e.add(zap.String(key, v)) }
func (e *objectEncoder) AddTime(key string, v time.Time)         { e.add(zap.Time(key, v)) }
func (e *objectEncoder) AddUint(key string, v uint)              { e.add(zap.Uint(key, v)) }
func (e *objectEncoder) AddUint64(key string, v uint64)          { e.add(zap.Uint64(key, v)) }
func (e *objectEncoder) AddUint32(key string, v uint32)          { e.add(zap.Uint32(key, v)) }
func (e *objectEncoder) AddUint16(key string, v uint16)          { e.add(zap.Uint16(key, v)) }
func (e *objectEncoder) AddUint8(key string, v uint8)            { e.add(zap.Uint8(key, v)) }
func (e *objectEncoder) AddUintptr(key string, v uintptr)        { e.add(zap.Uintptr(key, v)) }

// arrayEncoder redacts elements on their way to another encoder. The name of
// the array is that of each element.
type arrayEncoder struct {
	policy
	next zapcore.ArrayEncoder
	path []string
	key  string
}

func (e *arrayEncoder) AppendArray(v zapcore.ArrayMarshaler) error {
	return e.next.AppendArray(&array{e.policy, within(e.path, e.key), e.key, v})
}

func (e *arrayEncoder) AppendObject(v zapcore.ObjectMarshaler) error {
	return e.next.AppendObject(&object{e.policy, within(e.path, e.key), v})
}

func (e *arrayEncoder) AppendReflected(v any) error {
	f := e.reflected(e.path, e.key, v)
	if marshaler, ok := f.Interface.(group); ok {
		return e.next.AppendObject(marshaler)
	}
	return e.next.AppendReflected(f.Interface)
}

func (e *arrayEncoder) AppendByteString(v []byte) {
	e.next.AppendByteString([]byte(e.r.Attr(e.path, slog.String(e.key, string(v))).Value.String()))
}

// element appends v with write, or as a string where it holds something.
func element[T any](e *arrayEncoder, v T, value slog.Value, write func(T)) {
	clean := e.r.Attr(e.path, slog.Attr{Key: e.key, Value: value}).Value
	if clean.Kind() == slog.KindString {
		e.next.AppendString(clean.String())
		return
	}
	write(v)
}

func (e *arrayEncoder) integer(v int64, write func(int64)) { element(e, v, slog.Int64Value(v), write) }

func (e *arrayEncoder) unsigned(v uint64, write func(uint64)) {
	element(e, v, slog.Uint64Value(v), write)
}

func (e *arrayEncoder) AppendBool(v bool) { element(e, v, slog.BoolValue(v), e.next.AppendBool) }
func (e *arrayEncoder) AppendComplex128(v complex128) {
	element(e, v, slog.AnyValue(v), e.next.AppendComplex128)
}
func (e *arrayEncoder) AppendComplex64(v complex64) {
	element(e, v, slog.AnyValue(v), e.next.AppendComplex64)
}
func (e *arrayEncoder) AppendDuration(v time.Duration) {
	element(e, v, slog.DurationValue(v), e.next.AppendDuration)
}
func (e *arrayEncoder) AppendTime(v time.Time) { element(e, v, slog.TimeValue(v), e.next.AppendTime) }
func (e *arrayEncoder) AppendFloat64(v float64) {
	element(e, v, slog.Float64Value(v), e.next.AppendFloat64)
}
func (e *arrayEncoder) AppendFloat32(v float32) {
	element(e, v, slog.Float64Value(float64(v)), e.next.AppendFloat32)
}
func (e *arrayEncoder) AppendString(v string) {
	element(e, v, slog.StringValue(v), e.next.AppendString)
}
func (e *arrayEncoder) AppendInt(v int)         { e.integer(int64(v), e.next.AppendInt64) }
func (e *arrayEncoder) AppendInt64(v int64)     { e.integer(v, e.next.AppendInt64) }
func (e *arrayEncoder) AppendInt32(v int32)     { e.integer(int64(v), e.next.AppendInt64) }
func (e *arrayEncoder) AppendInt16(v int16)     { e.integer(int64(v), e.next.AppendInt64) }
func (e *arrayEncoder) AppendInt8(v int8)       { e.integer(int64(v), e.next.AppendInt64) }
func (e *arrayEncoder) AppendUint(v uint)       { e.unsigned(uint64(v), e.next.AppendUint64) }
func (e *arrayEncoder) AppendUint64(v uint64)   { e.unsigned(v, e.next.AppendUint64) }
func (e *arrayEncoder) AppendUint32(v uint32)   { e.unsigned(uint64(v), e.next.AppendUint64) }
func (e *arrayEncoder) AppendUint16(v uint16)   { e.unsigned(uint64(v), e.next.AppendUint64) }
func (e *arrayEncoder) AppendUint8(v uint8)     { e.unsigned(uint64(v), e.next.AppendUint64) }
func (e *arrayEncoder) AppendUintptr(v uintptr) { e.unsigned(uint64(v), e.next.AppendUint64) }
