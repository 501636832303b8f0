package redact

import "reflect"

// What a place in a JSON text was written from.

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

// element returns element i of a list, or an invalid value.
func (p *pass) element(v reflect.Value, i int) reflect.Value {
	if v.IsValid() && (v.Kind() == reflect.Slice || v.Kind() == reflect.Array) && i < v.Len() {
		return v.Index(i)
	}
	return reflect.Value{}
}

// memberOf returns what the member of that name was written from, or an
// invalid value, and its name as the type has it; where it is a struct's field,
// what its tag says is entered.
func (p *pass) memberOf(v reflect.Value, n *name) (reflect.Value, *name) {
	switch v.Kind() {
	case reflect.Struct:
		return p.jsonField(v, n)
	case reflect.Map:
		n, _ = p.entry(v, n.text)
		return p.entryOf(v, n.text), n
	}
	return reflect.Value{}, n
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

// jsonField returns the field that encoding/json writes under that name, the
// least deeply embedded one, and enters what its tag says and those of the structs
// that it is embedded in.
func (p *pass) jsonField(v reflect.Value, member *name) (reflect.Value, *name) {
	type place struct {
		v    reflect.Value
		path []frame
	}
	outer := p.path[:len(p.path):len(p.path)]
	level := []place{{v, outer}}
	for depth := 0; len(level) > 0 && depth < maxDepth; depth++ {
		var next []place
		for _, s := range level {
			pl := p.r.planOf(s.v.Type())
			for i := range pl.fields {
				f := &pl.fields[i]
				fv := s.v.Field(f.index)
				p.path = s.path
				if inner := embedded(fv); f.inline && inner.IsValid() {
					p.enterField(f, s.v)
					next = append(next, place{inner, p.path[:len(p.path):len(p.path)]})
				} else if f.forms&formJSON != 0 && f.name.text == member.text {
					p.enterField(f, s.v)
					return fv, f.name
				}
			}
		}
		level = next
	}
	p.path = outer
	return reflect.Value{}, member
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
