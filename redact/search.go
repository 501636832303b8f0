package redact

import (
	"reflect"
	"strconv"
	"time"
)

// search reports whether something would be replaced in v, in a form of p in
// which it is shown. It follows what encoding/json and fmt follow, and looks
// at nothing that they do not. It allocates where methods or maps have to be
// asked only.
func (p *pass) search(n *name, v reflect.Value, pl *plan) bool {
	if pl.safe && !p.judged(n) {
		return false
	}
	if p.level >= maxDepth || !p.spend(nodeCost) {
		return true
	}
	p.level++
	shown := p.forms
	dirty := p.searchShown(n, v, pl)
	p.forms = shown
	p.level--
	return dirty
}

// nodeCost is what looking at one value takes from the bound on work.
const nodeCost = 16

func (p *pass) searchShown(n *name, v reflect.Value, pl *plan) bool {
	if v.CanInterface() && !isNil(v) {
		if pl.valuer {
			return true // is to be resolved where encoding/json and fmt do not
		}
		if p.searchMethods(n, v, pl) {
			return true
		}
	}
	if p.forms == 0 {
		return false
	}
	if t, ok := timeIn(v); ok {
		_, dirty := p.moment(n, t)
		return dirty
	}
	switch pl.kind {
	case reflect.String:
		return p.shows(n, v.String())
	case reflect.Interface:
		return !v.IsNil() && p.search(n, v.Elem(), p.r.planOf(v.Elem().Type()))
	case reflect.Pointer:
		return p.searchPointer(n, v, pl)
	case reflect.Struct:
		return p.searchStruct(n, v, pl)
	case reflect.Map:
		return p.searchMap(n, v, pl)
	case reflect.Slice, reflect.Array:
		return p.searchList(n, v, pl)
	}
	_, dirty := p.number(n, v)
	return dirty
}

var timeType = reflect.TypeFor[time.Time]()

// timeIn returns the time that v is.
func timeIn(v reflect.Value) (time.Time, bool) {
	if v.Kind() != reflect.Struct || v.Type() != timeType || !v.CanInterface() {
		return time.Time{}, false
	}
	t, ok := v.Interface().(time.Time)
	return t, ok
}

func (p *pass) shows(n *name, s string) bool {
	_, found := p.find(n, s)
	return found
}

// isNil reports whether v is a nil pointer or interface, on which encoding/json
// and fmt call no methods.
func isNil(v reflect.Value) bool {
	k := v.Kind()
	return (k == reflect.Pointer || k == reflect.Interface) && v.IsNil()
}

// searchMethods searches what the methods of v write, and leaves in p.forms
// those forms in which its fields or elements are shown instead.
func (p *pass) searchMethods(n *name, v reflect.Value, pl *plan) bool {
	if pl.says != nil {
		n = pl.says
	}
	m := pl.inner
	if p.level == 1 {
		m = pl.alone
	}
	if m.json != noMethod && p.forms&formJSON != 0 {
		p.forms &^= formJSON
		if p.searchMethod(n, v, m.json) {
			return true
		}
		if m.text == m.json {
			p.forms &^= formText
		}
	}
	if m.text != noMethod && p.forms&formText != 0 {
		p.forms &^= formText
		return p.searchMethod(n, v, m.text)
	}
	return false
}

func (p *pass) searchMethod(n *name, v reflect.Value, m method) bool {
	written, err := call(v.Interface(), m)
	if err != nil {
		return true
	}
	if m == marshalJSON {
		q := p.copied() // on the heap, so that p need not be
		q.left = p.left
		src := []byte(written)
		out, ok := q.rewriteJSON(n, src, reflect.Value{})
		p.left = q.left
		return !ok || &out[0] != &src[0]
	}
	return p.shows(n, written)
}

func (p *pass) searchPointer(n *name, v reflect.Value, pl *plan) bool {
	if v.IsNil() {
		return false
	}
	if p.level > 1 || !followed(pl.elem.kind) {
		p.forms &^= formText // fmt writes the address
	}
	if p.forms == 0 {
		return false
	}
	return p.search(n, v.Elem(), pl.elem)
}

// followed reports whether fmt follows a pointer to such a value.
func followed(k reflect.Kind) bool {
	return k == reflect.Struct || k == reflect.Map || k == reflect.Slice || k == reflect.Array
}

func (p *pass) searchStruct(n *name, v reflect.Value, pl *plan) bool {
	if pl.noJSON {
		p.forms &^= formJSON
	}
	outer, shown := p.path, p.forms
	defer func() { p.path = outer }()
	if n != noName {
		p.enter(n)
	}
	inner := p.path
	for i := range pl.fields {
		f := &pl.fields[i]
		p.path, p.forms = inner, shown&f.forms
		if p.forms == 0 || f.plan.safe && !f.judged() && !p.judged(noName) {
			continue
		}
		if p.search(p.enterField(f, v), v.Field(f.index), f.plan) {
			return true
		}
	}
	p.forms = shown
	return false
}

// enterField enters what speaks of the value of f, a field of the struct v,
// beside its name, and returns the name.
func (p *pass) enterField(f *field, v reflect.Value) *name {
	if f.namer > 0 {
		p.enter(p.r.name(v.Field(f.namer - 1).String()))
	}
	if f.inline && f.tag == nil {
		return noName
	}
	if f.goName != nil {
		p.enter(f.goName)
	}
	if f.tag != nil {
		p.enterTagged(f.name, f.tag)
	}
	return f.name
}

func (p *pass) searchMap(n *name, v reflect.Value, pl *plan) bool {
	outer := p.path
	defer func() { p.path = outer }()
	if n != noName {
		p.enter(n)
	}
	shown := p.forms
	for it := v.MapRange(); it.Next(); p.forms = shown {
		key, known := keyText(it.Key())
		entry := p.r.name(key)
		if entry.shown != entry.text || !known {
			return true
		}
		if !plainString(it.Key().Type()) && p.search(noName, it.Key(), pl.key) {
			return true
		}
		p.forms = shown
		if p.search(entry, it.Value(), pl.elem) {
			return true
		}
	}
	return false
}

// keyText returns the key of a map entry as encoding/json spells it. It is
// unknown where only a method knows it, and that cannot be asked.
func keyText(k reflect.Value) (text string, known bool) {
	switch {
	case k.Kind() == reflect.String:
		return k.String(), true
	case k.CanInterface() && k.Type().Implements(textMarshalerType) && !isNil(k):
		text, err := call(k.Interface(), marshalText)
		return text, err == nil
	case k.CanInt():
		return strconv.FormatInt(k.Int(), 10), true
	case k.CanUint():
		return strconv.FormatUint(k.Uint(), 10), true
	case k.Kind() == reflect.Interface && !k.IsNil():
		return keyText(k.Elem())
	}
	return string(appendPlain(nil, k)), true
}

func (p *pass) searchList(n *name, v reflect.Value, pl *plan) bool {
	if pl.elem.kind == reflect.Uint8 && pl.kind == reflect.Slice {
		return p.shows(n, string(v.Bytes()))
	}
	for i := range v.Len() {
		if p.search(n, v.Index(i), pl.elem) {
			return true
		}
	}
	return false
}

// number returns the label of a number, boolean or the like, and whether there
// is one.
func (p *pass) number(n *name, v reflect.Value) (string, bool) {
	switch {
	case v.CanInt():
		return p.integer(n, v.Int())
	case v.CanUint():
		return p.unsigned(n, v.Uint())
	case v.CanFloat():
		return p.float(n, v.Float())
	case v.Kind() == reflect.Bool:
		return p.scalar(n, strconv.FormatBool(v.Bool()))
	}
	return "", false
}
