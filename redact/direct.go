package redact

import (
	"encoding/base64"
	"encoding/json"
	"log/slog"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Values of most types are written as JSON without encoding/json, field by field,
// as that would write them: these types are direct. The others are written by
// encoding/json first and rewritten then.

// planDirect decides whether values of a type are direct: what their methods do
// not write, they show by their kind, and no type that they are made of needs to
// know where it stands.
func (b *planner) planDirect(t reflect.Type, seen map[reflect.Type]bool) bool {
	if seen[t] {
		return true
	}
	seen[t] = true
	if plainTypes[t] {
		return t == timeType || isScalar(t.Kind()) && writesByKind(t)
	}
	pl := b.plans[t]
	if pl.valuer || pl.inner.json != noMethod {
		return t.Kind() != reflect.Interface
	}
	if !writesByKind(t) || pl.noJSON {
		return false
	}
	switch t.Kind() {
	case reflect.Interface:
		return true
	case reflect.Pointer, reflect.Slice, reflect.Array:
		return b.planDirect(t.Elem(), seen)
	case reflect.Map:
		return plainString(t.Key()) && writesByKind(t.Key()) && b.planDirect(t.Elem(), seen)
	case reflect.Struct:
		return b.directFields(t, map[string]bool{}, seen)
	}
	return isScalar(t.Kind())
}

// isScalar reports whether encoding/json writes values of the kind as one word.
func isScalar(k reflect.Kind) bool {
	return k == reflect.String || k >= reflect.Bool && k <= reflect.Float64
}

var numberType = reflect.TypeFor[json.Number]()

// writesByKind reports whether encoding/json asks no method to write a value of
// the type, even if it can be addressed.
func writesByKind(t reflect.Type) bool {
	if t == numberType {
		return false
	}
	byPointer, _ := methodsOf(reflect.PointerTo(t))
	inner, _ := methodsOf(t)
	return t.Kind() == reflect.Interface || inner.json == noMethod && byPointer.json == noMethod
}

// directFields reports whether the fields of a struct are direct, those that are
// embedded among them, and no name comes twice.
func (b *planner) directFields(t reflect.Type, names map[string]bool, seen map[reflect.Type]bool) bool {
	for i, f := range b.plans[t].fields {
		sf := t.Field(i)
		tag, options, _ := strings.Cut(sf.Tag.Get("json"), ",")
		switch {
		case strings.ContainsFunc(tag, refusedInTag): // versions of encoding/json differ in what they make of it
			return false
		case f.forms&formJSON == 0:
			continue
		case f.inline:
			inner := sf.Type
			if inner.Kind() == reflect.Pointer {
				inner = inner.Elem()
			}
			if inner.Kind() != reflect.Struct || names[inner.String()] || !writesByKind(inner) || b.plans[inner].valuer {
				return false
			}
			names[inner.String()] = true // or it embeds itself
			if !b.directFields(inner, names, seen) {
				return false
			}
			continue
		}
		if options != "" && !f.omitEmpty || names[f.name.text] || f.name.shown != f.name.text || !b.planDirect(sf.Type, seen) {
			return false
		}
		names[f.name.text] = true
	}
	return true
}

// rawJSON is the JSON of a value that holds something, redacted.
type rawJSON []byte

// MarshalJSON returns it.
func (w *rawJSON) MarshalJSON() ([]byte, error) { return *w, nil }

// String returns it.
func (w *rawJSON) String() string { return string(*w) }

// direct returns the JSON of v, redacted. It fails where encoding/json fails.
func (p *pass) direct(n *name, v reflect.Value, pl *plan) (out *rawJSON, ok bool) {
	e := encoder{pass: *p}
	e.write(n, v, pl)
	*p = e.pass
	return (*rawJSON)(&e.dst), !e.failed
}

// encoder writes direct values.
type encoder struct {
	pass   // a copy, so that neither need be on the heap
	dst    []byte
	failed bool
}

// replaced writes what stands in place of a value that is no string.
func (e *encoder) replaced(s string) {
	e.dst = appendJSONString(e.dst, s)
}

func (e *encoder) write(n *name, v reflect.Value, pl *plan) {
	if d := e.beyond(e.level); d != nil {
		e.replaced(e.marker(n, d))
		return
	}
	e.level++
	label, hidden := e.hidden(n, v, pl)
	switch {
	case isNil(v):
		e.dst = append(e.dst, "null"...)
	case hidden:
		e.replaced(label)
	case pl.isTime:
		e.writeTime(n, v)
	case pl.valuer && v.CanInterface():
		e.dst = e.appendValueJSON(e.dst, n, slog.AnyValue(v.Interface()))
	case !pl.direct || pl.inner.json != noMethod:
		e.other(n, v)
	default:
		e.kind(n, v, pl)
	}
	e.level--
}

func (e *encoder) kind(n *name, v reflect.Value, pl *plan) {
	switch pl.kind {
	case reflect.String:
		s, _ := e.text(n, v.String())
		e.dst = appendJSONString(e.dst, s)
	case reflect.Interface:
		e.write(n, v.Elem(), e.r.planOf(v.Elem().Type()))
	case reflect.Pointer:
		e.write(n, v.Elem(), pl.elem)
	case reflect.Struct:
		e.structure(n, v, pl)
	case reflect.Map:
		e.mapping(n, v, pl)
	case reflect.Slice, reflect.Array:
		e.list(n, v, pl)
	default:
		if s, changed := e.number(n, v); changed && (!pl.safe || e.judged(n)) {
			e.replaced(s)
			return
		}
		e.writeNumber(v)
	}
}

func (e *encoder) writeTime(n *name, v reflect.Value) {
	t, ok := timeIn(v)
	if year := t.Year(); !ok || year < 0 || year > 9999 {
		e.failed = true // encoding/json refuses it
		return
	}
	if s, changed := e.moment(n, t); changed {
		e.replaced(s)
		return
	}
	e.dst = append(e.dst, '"')
	e.dst = t.AppendFormat(e.dst, time.RFC3339Nano)
	e.dst = append(e.dst, '"')
}

// other writes a value as its methods or encoding/json do.
func (e *encoder) other(n *name, v reflect.Value) {
	if !v.CanInterface() {
		e.failed = true
		return
	}
	raw, err := marshal(v.Interface())
	if err != nil {
		e.failed = true
		return
	}
	out, ok := e.rewriteJSON(n, raw, v)
	if !ok {
		out = appendJSONString(nil, e.marker(n, unsafeDetector))
	}
	e.dst = append(e.dst, out...)
}

// writeNumber writes a number or a boolean.
func (e *encoder) writeNumber(v reflect.Value) {
	switch {
	case v.CanInt():
		e.dst = strconv.AppendInt(e.dst, v.Int(), 10)
	case v.CanUint():
		e.dst = strconv.AppendUint(e.dst, v.Uint(), 10)
	case v.CanFloat():
		e.writeFloat(v)
	default:
		e.dst = strconv.AppendBool(e.dst, v.Bool())
	}
}

// writeFloat leaves numbers that need an exponent to encoding/json.
func (e *encoder) writeFloat(v reflect.Value) {
	f := v.Float()
	if size := math.Abs(f); size == 0 || size > 1e-5 && size < 1e20 {
		e.dst = strconv.AppendFloat(e.dst, f, 'f', -1, v.Type().Bits())
		return
	}
	var number any = f
	if v.Type().Bits() == 32 {
		number = float32(f)
	}
	raw, err := json.Marshal(number)
	e.dst, e.failed = append(e.dst, raw...), e.failed || err != nil
}

func (e *encoder) structure(n *name, v reflect.Value, pl *plan) {
	outer := len(e.path)
	if n != noName {
		e.enter(n)
	}
	e.dst = append(e.dst, '{')
	e.fields(v, pl)
	e.close('}')
	e.path = e.path[:outer]
}

// fields writes the fields of a struct, each with a comma after it.
func (e *encoder) fields(v reflect.Value, pl *plan) {
	inner := len(e.path)
	for i := range pl.fields {
		f := &pl.fields[i]
		fv := v.Field(f.index)
		switch {
		case f.forms&formJSON == 0 || f.omitEmpty && isEmpty(fv):
			continue
		case f.inline:
			if s := embedded(fv); s.IsValid() {
				e.enterField(f, v)
				e.fields(s, e.r.planOf(s.Type()))
			}
		default:
			e.dst = append(e.dst, f.key...)
			e.write(e.enterField(f, v), fv, f.plan)
			e.dst = append(e.dst, ',')
		}
		e.path = e.path[:inner]
	}
}

// close ends a list of members with a bracket, in place of the last comma.
func (e *encoder) close(bracket byte) {
	if last := len(e.dst) - 1; e.dst[last] == ',' {
		e.dst[last] = bracket
		return
	}
	e.dst = append(e.dst, bracket)
}

// isEmpty reports whether encoding/json leaves out a field with omitempty.
func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Map, reflect.Slice, reflect.Array:
		return v.Len() == 0
	case reflect.Struct:
		return false
	}
	return v.IsZero()
}

func (e *encoder) mapping(n *name, v reflect.Value, pl *plan) {
	if v.IsNil() {
		e.dst = append(e.dst, "null"...)
		return
	}
	outer := len(e.path)
	if n != noName {
		e.enter(n)
	}
	inner := len(e.path)
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	e.dst = append(e.dst, '{')
	for _, k := range keys {
		entry, key := e.entry(v, k.String())
		e.dst = append(appendJSONString(e.dst, key), ':')
		e.write(entry, v.MapIndex(k), pl.elem)
		e.dst = append(e.dst, ',')
		e.path = e.path[:inner]
	}
	e.close('}')
	e.path = e.path[:outer]
}

func (e *encoder) list(n *name, v reflect.Value, pl *plan) {
	if pl.kind == reflect.Slice && v.IsNil() {
		e.dst = append(e.dst, "null"...)
		return
	}
	if pl.kind == reflect.Slice && pl.elem.kind == reflect.Uint8 {
		s, _ := e.text(n, string(v.Bytes()))
		e.dst = base64.StdEncoding.AppendEncode(append(e.dst, '"'), []byte(s))
		e.dst = append(e.dst, '"')
		return
	}
	if text, changed := e.redactedCharacters(n, v); changed {
		e.dst = appendCharacters(e.dst, text, pl.t, ',')
		return
	}
	e.dst = append(e.dst, '[')
	for i := range v.Len() {
		e.write(e.named(n, v, i, pl), v.Index(i), pl.elem)
		e.dst = append(e.dst, ',')
	}
	e.close(']')
}
