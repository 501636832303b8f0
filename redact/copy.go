package redact

import "reflect"

// A struct of which encoding/json writes every field can be redacted by a copy of
// what holds something: text takes the place of text, and the rest is shared. The
// copy is of the same type, so whoever gets it next need not be told.

// planCopy reports whether a struct can be copied: all its fields are written, so
// that no field is read that nobody would read otherwise, such as one under a lock.
func (b *planner) planCopy(t reflect.Type) bool {
	pl := b.plans[t]
	return t.Kind() == reflect.Struct && !pl.isTime && pl.direct && !pl.valuer && pl.inner.json == noMethod && b.canCopy(t)
}

// canCopy reports whether a value of the type can be copied with what it is in.
func (b *planner) canCopy(t reflect.Type) bool {
	switch pl := b.plans[t]; {
	case pl.isTime || pl.inner.json != noMethod: // methods of a value are called on a copy of it
		return true
	case t.Kind() == reflect.Array:
		return b.canCopy(t.Elem())
	case t.Kind() == reflect.Struct:
		for i, f := range pl.fields {
			if sf := t.Field(i); f.forms&formJSON == 0 || !sf.IsExported() || !b.canCopy(sf.Type) {
				return false
			}
		}
	}
	return true
}

// copied returns v with the text that holds something replaced: the zero Value
// where nothing changes. It fails where text cannot take the place of what is to be
// replaced, or a value cannot be copied.
func (p *pass) copied(n *name, v reflect.Value, pl *plan) (out reflect.Value, ok bool) {
	if pl.safe && !p.judged(n) || isNil(v) {
		return reflect.Value{}, true
	}
	if pl.hides && !v.IsZero() || p.level >= maxDepth || !p.spend(nodeCost) {
		return reflect.Value{}, false
	}
	if pl.bare {
		if pl.kind == reflect.String && pl.direct {
			return p.copiedText(n, v), true
		}
		return reflect.Value{}, !p.searchBare(n, v, pl)
	}
	p.level++
	switch {
	case !pl.direct || pl.inner.json != noMethod || pl.valuer:
		ok = p.nothingIn(n, v, pl)
	case pl.kind == reflect.String:
		out, ok = p.copiedText(n, v), true
	case pl.copies:
		out, ok = p.copiedStruct(n, v, pl)
	case pl.kind == reflect.Interface:
		out, ok = p.copied(n, v.Elem(), p.r.planOf(v.Elem().Type()))
	case pl.kind == reflect.Pointer && pl.elem.copies:
		if out, ok = p.copied(n, v.Elem(), pl.elem); out.IsValid() {
			out = out.Addr()
		}
	case pl.kind == reflect.Slice && pl.elem.kind != reflect.Uint8 && !pl.letters:
		out, ok = p.copiedList(n, v, pl)
	default:
		ok = p.nothingIn(n, v, pl)
	}
	p.level--
	return out, ok
}

// nothingIn reports whether nothing is found in a value that is not copied.
func (p *pass) nothingIn(n *name, v reflect.Value, pl *plan) bool {
	p.level-- // search counts it again
	dirty := p.search(n, v, pl)
	p.level++
	return !dirty
}

func (p *pass) copiedText(n *name, v reflect.Value) reflect.Value {
	s, changed := p.text(n, v.String())
	if !changed {
		return reflect.Value{}
	}
	return reflect.ValueOf(s).Convert(v.Type())
}

func (p *pass) copiedStruct(n *name, v reflect.Value, pl *plan) (out reflect.Value, ok bool) {
	outer := len(p.path)
	if n != noName {
		p.enter(n)
	}
	inner := len(p.path)
	for i := range pl.fields {
		f := &pl.fields[i]
		if f.plan.safe && !f.judged() && !p.judged(noName) {
			continue
		}
		fv, ok := p.copied(p.enterField(f, v), v.Field(f.index), f.plan)
		p.path = p.path[:inner]
		if !ok {
			return out, false
		}
		switch {
		case !fv.IsValid():
			continue
		case f.omitEmpty && isEmpty(fv): // it would be left out
			return out, false
		case !out.IsValid():
			out = reflect.New(pl.t).Elem()
			out.Set(v)
		}
		out.Field(f.index).Set(fv)
	}
	p.path = p.path[:outer]
	return out, true
}

func (p *pass) copiedList(n *name, v reflect.Value, pl *plan) (out reflect.Value, ok bool) {
	for i := range v.Len() {
		element, ok := p.copied(p.named(n, v, i, pl), v.Index(i), pl.elem)
		if !ok {
			return out, false
		}
		if !element.IsValid() {
			continue
		}
		if !out.IsValid() {
			out = reflect.MakeSlice(pl.t, v.Len(), v.Len())
			reflect.Copy(out, v)
		}
		out.Index(i).Set(element)
	}
	return out, true
}
