package redact

import (
	"cmp"
	"fmt"
	"log/slog"
	"reflect"
	"slices"
)

// printer writes a value as fmt's %+v does, redacted. It calls the methods that
// fmt calls, and follows the pointers that fmt follows.
type printer struct {
	p     *pass
	dst   []byte
	depth int
}

func (w *printer) put(s string, _ bool) { w.dst = append(w.dst, s...) }

func (w *printer) value(n *name, v reflect.Value) {
	if !v.IsValid() {
		w.dst = append(w.dst, "<nil>"...)
		return
	}
	if d := w.p.beyond(w.depth); d != nil {
		w.put(w.p.marker(n, d), true)
		return
	}
	if label, ok := w.p.hidden(n, v, w.p.r.planOf(v.Type())); ok {
		w.put(label, true)
		return
	}
	if v.CanInterface() && v.Kind() != reflect.Interface && w.methods(n, v) {
		return
	}
	w.depth++
	w.structure(n, v)
	w.depth--
}

// methods writes v by its methods if it has any.
func (w *printer) methods(n *name, v reflect.Value) bool {
	pl := w.p.r.planOf(v.Type())
	if plainTypes[v.Type()] {
		return false
	}
	if pl.valuer && !isNil(v) {
		resolved := slog.AnyValue(v.Interface())
		w.p.value(n, &resolved)
		w.dst = fmt.Append(w.dst, resolved)
		return true
	}
	m := pl.inner.text
	if w.depth == 0 {
		m = pl.alone.text
	}
	if m == noMethod {
		return false
	}
	if pl.says != nil {
		n = pl.says
	}
	w.put(w.written(n, v, m))
	return true
}

// written returns what a method writes of v, redacted.
func (w *printer) written(n *name, v reflect.Value, m method) (string, bool) {
	if isNil(v) {
		if text, ok := callNil(v, m); ok {
			return w.p.text(n, text)
		}
		return "<nil>", false
	}
	text, err := call(v.Interface(), m)
	if err != nil {
		return w.p.marker(n, unsafeDetector), true
	}
	return w.p.text(n, text)
}

func (w *printer) structure(n *name, v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		w.put(w.p.text(n, v.String()))
	case reflect.Interface:
		w.value(n, v.Elem())
	case reflect.Pointer:
		w.pointer(n, v)
	case reflect.Struct:
		w.fields(n, v)
	case reflect.Map:
		w.entries(n, v)
	case reflect.Slice, reflect.Array:
		w.elements(n, v)
	default:
		if s, changed := w.p.number(n, v); changed {
			w.put(s, true)
			return
		}
		w.dst = appendPlain(w.dst, v)
	}
}

// appendPlain appends v as fmt's %+v writes it.
func appendPlain(dst []byte, v reflect.Value) []byte { return fmt.Appendf(dst, "%+v", v) }

func (w *printer) pointer(n *name, v reflect.Value) {
	if v.IsNil() || w.depth > 1 || !followed(v.Type().Elem().Kind()) {
		w.dst = address(w.dst, v)
		return
	}
	w.dst = append(w.dst, '&')
	w.value(n, v.Elem())
}

// address appends what fmt writes of a pointer that it does not follow.
func address(dst []byte, v reflect.Value) []byte {
	if v.IsNil() {
		return append(dst, "<nil>"...)
	}
	return fmt.Appendf(dst, "%#x", v.Pointer())
}

func (w *printer) fields(n *name, v reflect.Value) {
	if t, ok := timeIn(v); ok {
		if s, changed := w.p.moment(n, t); changed {
			w.put(s, true)
			return
		}
	}
	if plainTypes[v.Type()] {
		w.dst = appendPlain(w.dst, v)
		return
	}
	outer := len(w.p.path)
	if n != noName {
		w.p.enter(n)
	}
	inner := len(w.p.path)
	pl, t := w.p.r.planOf(v.Type()), v.Type()
	w.dst = append(w.dst, '{')
	for i := range pl.fields {
		if i > 0 {
			w.dst = append(w.dst, ' ')
		}
		w.dst = append(append(w.dst, t.Field(i).Name...), ':')
		w.value(w.p.enterField(&pl.fields[i], v), v.Field(i))
		w.p.path = w.p.path[:inner]
	}
	w.dst = append(w.dst, '}')
	w.p.path = w.p.path[:outer]
}

// entries writes a map in the order of fmt: numbers by value, the rest by text.
func (w *printer) entries(n *name, v reflect.Value) {
	outer := len(w.p.path)
	if n != noName {
		w.p.enter(n)
	}
	inner := len(w.p.path)
	keys := v.MapKeys()
	slices.SortFunc(keys, compareKeys)
	w.dst = append(w.dst, "map["...)
	for i, k := range keys {
		if i > 0 {
			w.dst = append(w.dst, ' ')
		}
		plain := plainString(k.Type())
		if !plain {
			w.value(noName, k)
		}
		text, _ := keyText(k)
		entry, key := w.p.entry(v, text)
		if plain {
			w.dst = append(w.dst, key...)
		}
		w.dst = append(w.dst, ':')
		w.value(entry, v.MapIndex(k))
		w.p.path = w.p.path[:inner]
	}
	w.dst = append(w.dst, ']')
	w.p.path = w.p.path[:outer]
}

// plainString reports whether a string of the type is written as it is.
func plainString(t reflect.Type) bool {
	return t.Kind() == reflect.String && t.NumMethod() == 0
}

func compareKeys(a, b reflect.Value) int {
	switch {
	case a.CanInt() && b.CanInt():
		return cmp.Compare(a.Int(), b.Int())
	case a.CanUint() && b.CanUint():
		return cmp.Compare(a.Uint(), b.Uint())
	}
	left, _ := keyText(a)
	right, _ := keyText(b)
	return cmp.Compare(left, right)
}

func (w *printer) elements(n *name, v reflect.Value) {
	if isBytes(v) {
		s, changed := w.p.text(n, string(v.Bytes()))
		switch {
		case w.depth == 1: // as slog.TextHandler writes bytes
			w.put(s, changed)
		case changed:
			w.dst = fmt.Append(w.dst, []byte(s))
		default:
			w.dst = appendPlain(w.dst, v)
		}
		return
	}
	if text, changed := w.p.redactedCharacters(n, v); changed {
		w.dst = appendCharacters(w.dst, text, v.Type(), ' ')
		return
	}
	pl := w.p.r.planOf(v.Type())
	w.dst = append(w.dst, '[')
	for i := range v.Len() {
		if i > 0 {
			w.dst = append(w.dst, ' ')
		}
		w.value(w.p.named(n, v, i, pl), v.Index(i))
	}
	w.dst = append(w.dst, ']')
}
