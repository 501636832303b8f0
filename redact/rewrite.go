package redact

import (
	"encoding/base64"
	"encoding/json"
	"log/slog"
	"reflect"
	"slices"
	"strings"
)

// rewriteJSON appends the JSON value raw to dst with the findings replaced, and
// reports whether that changed it. Member names count as names of fields;
// shape, order and every byte outside the findings stay. With v, the Go value
// that raw was written from, struct tags and LogValuer count too; v may be
// invalid. What is no JSON becomes a string.
func (p *pass) rewriteJSON(dst []byte, n *name, raw string, v reflect.Value) ([]byte, bool) {
	if !json.Valid([]byte(raw)) {
		s, _ := p.text(n, raw)
		return appendJSONString(dst, s), true
	}
	return p.rewriteValid(dst, n, raw, v)
}

// rewriteValid is rewriteJSON for what is known to be JSON.
func (p *pass) rewriteValid(dst []byte, n *name, raw string, v reflect.Value) ([]byte, bool) {
	w := rewriter{p: p, src: raw, dst: slices.Grow(dst, len(raw)+labelRoom)}
	w.space()
	w.value(n, v)
	w.space()
	return w.dst, w.changed
}

// rewriter copies valid JSON.
type rewriter struct {
	p       *pass
	src     string
	at      int
	dst     []byte
	changed bool
	depth   int
}

func (w *rewriter) copyTo(end int) {
	w.dst = append(w.dst, w.src[w.at:end]...)
	w.at = end
}

func (w *rewriter) space() {
	end := w.at
	if end < len(w.src) && w.src[end] > ' ' {
		return
	}
	for end < len(w.src) && strings.IndexByte(" \t\r\n", w.src[end]) >= 0 {
		end++
	}
	w.copyTo(end)
}

// put writes a string in place of the source up to end.
func (w *rewriter) put(s string, end int) {
	w.dst = appendJSONString(w.dst, s)
	w.at, w.changed = end, true
}

// value copies one value. v is the Go value it was written from, or invalid.
func (w *rewriter) value(n *name, v reflect.Value) {
	v = w.p.behind(v)
	if v.IsValid() && v.CanInterface() {
		pl := w.p.r.planOf(v.Type())
		switch {
		case pl.valuer:
			w.valuer(n, v.Interface().(slog.LogValuer))
			return
		case pl.inner.json != noMethod:
			v = reflect.Value{}
		case isBytes(v) && w.src[w.at] == '"':
			w.bytes(n, v.Bytes())
			return
		}
	}
	switch w.src[w.at] {
	case '{', '[':
		w.composite(n, v)
	case '"':
		w.string(n)
	default:
		w.literal(n)
	}
}

// behind follows pointers and interfaces to what they hold, but for a
// LogValuer, which is left as it is.
func (p *pass) behind(v reflect.Value) reflect.Value {
	for v.IsValid() && (v.Kind() == reflect.Pointer || v.Kind() == reflect.Interface) {
		if v.IsNil() {
			return reflect.Value{}
		}
		if v.CanInterface() && p.r.planOf(v.Type()).valuer {
			return v
		}
		v = v.Elem()
	}
	return v
}

func isBytes(v reflect.Value) bool {
	return v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Uint8
}

func (w *rewriter) valuer(n *name, lv slog.LogValuer) {
	w.at = valueEnd(w.src, w.at)
	w.changed = true
	w.dst = w.p.appendValueJSON(w.dst, n, slog.AnyValue(lv))
}

// bytes writes the base64 form of b.
func (w *rewriter) bytes(n *name, b []byte) {
	end := stringEnd(w.src, w.at)
	if s, changed := w.p.text(n, string(b)); changed {
		w.put(base64.StdEncoding.EncodeToString([]byte(s)), end)
		return
	}
	w.copyTo(end)
}

func (w *rewriter) string(n *name) {
	end := stringEnd(w.src, w.at)
	if s, changed := w.p.text(n, unquote(w.src[w.at:end])); changed {
		w.put(s, end)
		return
	}
	w.copyTo(end)
}

// literal copies a number, true, false or null.
func (w *rewriter) literal(n *name) {
	end := w.at
	for end < len(w.src) && strings.IndexByte(",]} \t\r\n", w.src[end]) < 0 {
		end++
	}
	text := w.src[w.at:end]
	if c := text[0]; c == 't' || c == 'f' {
		if s, changed := w.p.scalar(n, text); changed {
			w.put(s, end)
			return
		}
	} else if c != 'n' && (len(text) > 7 || w.p.judged(n)) {
		if s, changed := w.p.text(n, text); changed {
			w.put(s, end)
			return
		}
	}
	w.copyTo(end)
}

// composite copies an object or an array.
func (w *rewriter) composite(n *name, v reflect.Value) {
	if w.depth >= maxDepth {
		w.put(w.p.marker(n, depthDetector), valueEnd(w.src, w.at))
		return
	}
	w.depth++
	outer := w.p.path
	object := w.src[w.at] == '{'
	if object && n != noName {
		w.p.enter(n)
	}
	inner := w.p.path
	w.copyTo(w.at + 1)
	w.space()
	for i := 0; w.src[w.at] != '}' && w.src[w.at] != ']'; i++ {
		if object {
			w.member(v)
		} else {
			w.value(n, w.p.element(v, i))
		}
		w.p.path = inner
		w.space()
		if w.src[w.at] == ',' {
			w.copyTo(w.at + 1)
			w.space()
		}
	}
	w.copyTo(w.at + 1)
	w.p.path = outer
	w.depth--
}

// member copies one member of an object that was written from v.
func (w *rewriter) member(v reflect.Value) {
	end := stringEnd(w.src, w.at)
	n := w.p.r.name(unquote(w.src[w.at:end]))
	if len(n.shown) != len(n.text) {
		w.put(n.shown, end)
	} else {
		w.copyTo(end)
	}
	w.space()
	w.copyTo(w.at + 1) // the colon
	w.space()
	w.value(n, w.p.memberOf(v, n))
}

// element returns element i of a list, or an invalid value.
func (p *pass) element(v reflect.Value, i int) reflect.Value {
	if v.IsValid() && (v.Kind() == reflect.Slice || v.Kind() == reflect.Array) && i < v.Len() {
		return v.Index(i)
	}
	return reflect.Value{}
}

// memberOf returns what the member of that name was written from, or an
// invalid value; where it is a struct's field, what its tag says is entered.
func (p *pass) memberOf(v reflect.Value, n *name) reflect.Value {
	if !v.IsValid() {
		return v
	}
	switch v.Kind() {
	case reflect.Struct:
		f, fv := p.jsonField(v, n.text)
		if f != nil {
			p.enterField(f)
		}
		return fv
	case reflect.Map:
		return p.entryOf(v, n.text)
	}
	return reflect.Value{}
}

// entryOf returns the map entry whose key encoding/json spells so.
func (p *pass) entryOf(v reflect.Value, key string) reflect.Value {
	if t := v.Type().Key(); t.Kind() == reflect.String && !t.Implements(textMarshalerType) {
		return v.MapIndex(reflect.ValueOf(key).Convert(t))
	}
	for it := v.MapRange(); p.spend(nodeCost) && it.Next(); {
		if text, _ := keyText(it.Key()); text == key {
			return it.Value()
		}
	}
	return reflect.Value{}
}

// jsonField returns the field that encoding/json writes under that name: the
// least deeply embedded one.
func (p *pass) jsonField(v reflect.Value, member string) (*field, reflect.Value) {
	level := []reflect.Value{v}
	for depth := 0; len(level) > 0 && depth < maxDepth; depth++ {
		var next []reflect.Value
		for _, s := range level {
			pl := p.r.planOf(s.Type())
			for i := range pl.fields {
				f := &pl.fields[i]
				fv := s.Field(f.index)
				if inner := embedded(fv); f.inline && inner.IsValid() {
					next = append(next, inner)
				} else if f.forms&formJSON != 0 && f.name.text == member {
					return f, fv
				}
			}
		}
		level = next
	}
	return nil, reflect.Value{}
}

// embedded returns the struct that an embedded field is or points to.
func embedded(v reflect.Value) reflect.Value {
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if v.Kind() != reflect.Struct {
		return reflect.Value{}
	}
	return v
}
