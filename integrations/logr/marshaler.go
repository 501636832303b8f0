package redactlogr

import (
	"reflect"
	"strings"
	"sync"

	"github.com/go-logr/logr"
)

// Sinks ask each logr.Marshaler what to log, those of funcr also inside other
// values. What they answer is to be seen first.

const (
	maxDepth  = 16
	maxValues = 1 << 16 // that are looked at in one value

	unreadable = "[REDACTED:unreadable]"
	tooMuch    = "[REDACTED:size]"
)

// marshaled returns what the value wants to be logged as, and whether it was asked.
func marshaled(value any) (out any, asked bool) {
	marshaler, ok := value.(logr.Marshaler)
	if !ok {
		return value, false
	}
	defer func() {
		if recover() != nil {
			out, asked = unreadable, true
		}
	}()
	return marshaler.MarshalLog(), true
}

// resolver finds the Marshalers in a value.
type resolver struct {
	left   int
	failed bool // something stands for what cannot be logged
}

// value returns v with what the Marshalers in it want to be logged as in place of
// them: maps in place of structs, lists of anything in place of others. It reports
// whether there are any.
func (r *resolver) value(v reflect.Value, depth int) (out any, changed bool) {
	if !v.IsValid() || !v.CanInterface() || depth > maxDepth || isNil(v) || v.NumMethod() == 0 && isScalar(v.Kind()) || !mayHold(v.Type()) {
		return nil, false
	}
	if r.left--; r.left < 0 {
		r.failed = true
		return tooMuch, true
	}
	if value, asked := marshaled(v.Interface()); asked {
		r.failed = r.failed || value == any(unreadable)
		if inner, changed := r.value(reflect.ValueOf(value), depth+1); changed {
			return inner, true
		}
		return value, true
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		return r.value(v.Elem(), depth+1)
	case reflect.Struct:
		return r.fields(v, depth+1)
	case reflect.Map:
		return r.entries(v, depth+1)
	case reflect.Slice, reflect.Array:
		return r.elements(v, depth+1)
	}
	return nil, false
}

func isScalar(k reflect.Kind) bool { return k <= reflect.Complex128 || k == reflect.String }

func isNil(v reflect.Value) bool {
	return (v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface) && v.IsNil()
}

func (r *resolver) fields(v reflect.Value, depth int) (any, bool) {
	out, found := map[string]any{}, false
	for field, value := range v.Fields() {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if !field.IsExported() || name == "-" {
			continue
		}
		if name == "" {
			name = field.Name
		}
		out[name], found = r.part(value, depth, found)
	}
	return out, found
}

func (r *resolver) entries(v reflect.Value, depth int) (any, bool) {
	if v.Type().Key().Kind() != reflect.String {
		return nil, false
	}
	out, found := map[string]any{}, false
	for entries := v.MapRange(); entries.Next(); {
		out[entries.Key().String()], found = r.part(entries.Value(), depth, found)
	}
	return out, found
}

func (r *resolver) elements(v reflect.Value, depth int) (any, bool) {
	out, found := make([]any, v.Len()), false
	for i := range out {
		out[i], found = r.part(v.Index(i), depth, found)
	}
	return out, found
}

// part returns a part of a value, and whether it or one before is another one.
func (r *resolver) part(v reflect.Value, depth int, found bool) (any, bool) {
	if inner, changed := r.value(v, depth); changed {
		return inner, true
	}
	return v.Interface(), found
}

var (
	marshalerType = reflect.TypeFor[logr.Marshaler]()
	holders       sync.Map // reflect.Type to whether a value of it may hold a Marshaler
)

func mayHold(t reflect.Type) bool {
	if known, ok := holders.Load(t); ok {
		return known.(bool)
	}
	may := reaches(t, map[reflect.Type]bool{})
	holders.Store(t, may)
	return may
}

func reaches(t reflect.Type, seen map[reflect.Type]bool) bool {
	switch {
	case seen[t]:
		return false
	case t.Kind() == reflect.Interface || t.Implements(marshalerType):
		return true
	}
	seen[t] = true
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Array, reflect.Map:
		return reaches(t.Elem(), seen)
	case reflect.Struct:
		for field := range t.Fields() {
			if field.IsExported() && reaches(field.Type, seen) {
				return true
			}
		}
	}
	return false
}
