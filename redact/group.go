package redact

import (
	"log/slog"
	"reflect"
	"strings"
)

// A struct that holds something can be handed to slog.JSONHandler as a group: it
// writes a group as encoding/json writes an object, and sooner than it lets a
// value write itself. Structs for which that is not quite so are not flat.

// writesGroups reports whether h does that, and shows the attributes of a group
// to no ReplaceAttr function. It looks where a future handler may have nothing;
// then groups are not used.
func writesGroups(h slog.Handler) bool {
	if _, ok := h.(*slog.JSONHandler); !ok {
		return false
	}
	v := reflect.ValueOf(h)
	for _, field := range [...]string{"commonHandler", "opts", "ReplaceAttr"} {
		if v = reflect.Indirect(v); v.Kind() != reflect.Struct {
			return false
		}
		v = v.FieldByName(field)
	}
	return v.Kind() == reflect.Func && v.IsNil()
}

// flat reports whether a group of the fields of a struct is written as the
// struct: each has a name of its own and a value that stands alone as it does
// inside, and one at least is always there, for empty groups are left out.
func (b *planner) flat(t reflect.Type) bool {
	pl := b.plans[t]
	if t.Kind() != reflect.Struct || plainTypes[t] || pl.valuer || pl.alone.json != noMethod || pl.noJSON {
		return false
	}
	names, always := map[string]bool{}, false
	for i, f := range pl.fields {
		if f.forms&formJSON == 0 {
			continue
		}
		tag, options, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if strings.ContainsFunc(tag, refusedInTag) { // versions of encoding/json differ in what they make of it
			return false
		}
		if options != "" && !f.omitEmpty || t.Field(i).Anonymous || names[f.name.text] || f.name.shown != f.name.text || !b.standsAlone(t.Field(i).Type) {
			return false
		}
		names[f.name.text] = true
		always = always || !f.omitEmpty
	}
	return always
}

// standsAlone reports whether a value of the type is written the same by itself
// and as a field, which may be one that can be addressed.
func (b *planner) standsAlone(t reflect.Type) bool {
	if t == timeType {
		return true
	}
	pl := b.plans[t]
	byPointer, _ := methodsOf(reflect.PointerTo(t))
	if _, plain := methodsOf(t); pl.valuer || plain.json != noMethod || byPointer.json != noMethod {
		return false
	}
	switch k := t.Kind(); k {
	case reflect.Struct:
		return b.flat(t)
	case reflect.Slice, reflect.Map, reflect.Pointer, reflect.String, reflect.Float64:
		return true
	default:
		return k >= reflect.Bool && k <= reflect.Uintptr
	}
}

// grouped returns a flat struct as a group, redacted.
func (p *pass) grouped(n *name, v reflect.Value, pl *plan) slog.Value {
	if p.depth >= maxDepth {
		return slog.StringValue(p.marker(n, depthDetector))
	}
	outer := p.path
	p.enter(n)
	inner := p.path
	p.depth++
	attrs := make([]slog.Attr, 0, len(pl.fields))
	for i := range pl.fields {
		f := &pl.fields[i]
		fv := v.Field(f.index)
		if f.forms&formJSON == 0 || f.omitEmpty && isEmpty(fv) {
			continue
		}
		attrs = append(attrs, slog.Attr{Key: f.name.text, Value: p.member(p.enterField(f, v), fv, f.plan)})
		p.path = inner
	}
	p.depth--
	p.path = outer
	return slog.GroupValue(attrs...)
}

// member returns a field of a flat struct, redacted.
func (p *pass) member(n *name, v reflect.Value, pl *plan) slog.Value {
	out := slog.Value{}
	switch t, isTime := timeIn(v); {
	case isTime:
		out = slog.TimeValue(t)
	case pl.flat:
		return p.grouped(n, v, pl)
	case pl.kind == reflect.String:
		out = slog.StringValue(v.String())
	case v.CanInt():
		out = slog.Int64Value(v.Int())
	case v.CanUint():
		out = slog.Uint64Value(v.Uint())
	case v.CanFloat():
		out = slog.Float64Value(v.Float())
	case pl.kind == reflect.Bool:
		out = slog.BoolValue(v.Bool())
	default:
		out = slog.AnyValue(v.Interface())
	}
	if n.plain && p.quiet() && p.r.plain(out) {
		return out
	}
	p.value(n, &out)
	return out
}

// isEmpty reports whether encoding/json leaves out a field with omitempty.
func isEmpty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Map, reflect.Slice:
		return v.Len() == 0
	case reflect.Struct:
		return false
	}
	return v.IsZero()
}
