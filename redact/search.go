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
	if pl.bare {
		return p.searchBare(n, v, pl)
	}
	if pl.hides && !v.IsZero() {
		return true
	}
	p.level++
	shown := p.forms
	dirty := p.searchShown(n, v, pl)
	p.forms = shown
	p.level--
	return dirty
}

func (p *pass) searchBare(n *name, v reflect.Value, pl *plan) bool {
	if pl.kind == reflect.String {
		return p.shows(n, v.String())
	}
	_, dirty := p.number(n, v)
	return dirty
}

// nodeCost is what looking at one value takes from the bound on work.
const nodeCost = 16

func (p *pass) searchShown(n *name, v reflect.Value, pl *plan) bool {
	if v.CanInterface() && isNil(v) {
		return v.Kind() == reflect.Pointer && p.searchNil(n, v, pl)
	}
	if v.CanInterface() {
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
	if t, ok := timeIn(v); pl.isTime && ok {
		_, dirty := p.moment(n, t)
		return dirty
	}
	switch pl.kind {
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
	return p.searchBare(n, v, pl)
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
	if n.reads != nil && !p.isWhole(n, s) {
		return n.reads(p.r, s) != s
	}
	if mayEmbed(s) {
		if p.knowsAll(n, s) {
			return false
		}
		if p.embedded(n, s) != s {
			return true
		}
	}
	_, found := p.find(n, s)
	return found
}

// searchNil searches what methods write of a nil pointer, on which encoding/json calls
// none, but fmt does, and slog's handlers for a value that stands alone.
func (p *pass) searchNil(n *name, v reflect.Value, pl *plan) bool {
	if pl.says != nil {
		n = pl.says
	}
	forms, m := p.forms, pl.inner
	if m.json = noMethod; p.level == 1 {
		if m = pl.alone; m.json != errorMethod {
			m.json = noMethod
		}
	}
	for _, shown := range [...]struct {
		form   form
		method method
	}{{formJSON, m.json}, {formText, m.text}} {
		if written, ok := callNil(v, shown.method); forms&shown.form != 0 && ok && p.shows(n, written) {
			return true
		}
	}
	return false
}

// callNil lets a method of a nil pointer write it. It fails where there is none, and
// where that panics: "<nil>" is written then.
func callNil(v reflect.Value, m method) (written string, ok bool) {
	if m == noMethod {
		return "", false
	}
	defer func() { _ = recover() }()
	written, err := call(v.Interface(), m)
	return written, err == nil
}

// isNil reports whether v is a nil pointer or interface.
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
	if pl.byPointer != noMethod && p.forms&formJSON != 0 && v.CanAddr() {
		p.forms &^= formJSON
		if p.searchMethod(n, v.Addr(), pl.byPointer) {
			return true
		}
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
		q := p.forLater() // on the heap, so that p need not be
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
	outer, shown := len(p.path), p.forms
	if n != noName {
		p.enter(n)
	}
	inner, dirty := len(p.path), false
	for i := range pl.fields {
		f := &pl.fields[i]
		p.forms = shown & f.forms
		if p.forms == 0 || f.plan.safe && !f.judged() && !p.judged(noName) {
			continue
		}
		dirty = p.search(p.enterField(f, v), v.Field(f.index), f.plan)
		p.path = p.path[:inner]
		if dirty {
			break
		}
	}
	p.path, p.forms = p.path[:outer], shown
	return dirty
}

// enterField enters what speaks of the value of f, a field of the struct v,
// beside its name, and returns the name.
func (p *pass) enterField(f *field, v reflect.Value) *name {
	if f.namer > 0 {
		if text, ok := writtenText(v.Field(f.namer - 1)); ok {
			p.enter(p.r.name(text))
		}
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
	outer := len(p.path)
	if n != noName {
		p.enter(n)
	}
	dirty := p.searchEntries(v, pl)
	p.path = p.path[:outer]
	return dirty
}

func (p *pass) searchEntries(v reflect.Value, pl *plan) bool {
	inner, shown := len(p.path), p.forms
	for it := v.MapRange(); it.Next(); p.path, p.forms = p.path[:inner], shown {
		if !plainString(it.Key().Type()) && p.search(noName, it.Key(), pl.key) {
			return true
		}
		p.forms = shown
		text, known := keyText(it.Key())
		entry, key := p.entry(v, text)
		if key != text || !known {
			return true
		}
		if p.search(entry, it.Value(), pl.elem) {
			return true
		}
	}
	return false
}

// entry enters what speaks of an entry of the map m beside its key, and returns
// the key as a name and as it may be written.
func (p *pass) entry(m reflect.Value, key string) (n *name, shown string) {
	n = p.r.headerOf(m.Type(), p.r.name(key))
	shown = p.keyShown(n)
	if n.role == isValue {
		if c := p.calledIn(m); c != nil {
			p.enter(c)
		}
	}
	return n, shown
}

// keyShown returns a key as it may be written. A struct tag above it decides for
// the keys, too: they are data.
func (p *pass) keyShown(n *name) string {
	if tag := p.top().tag; tag != nil && tag.keys {
		shown, _ := p.text(noName, n.shown)
		return shown
	}
	return n.shown
}

// calledIn returns what the map m says that its entry "value" holds, in an entry
// "name" or "key"; nil where it says nothing.
func (p *pass) calledIn(m reflect.Value) (called *name) {
	if k := m.Type().Key().Kind(); k != reflect.String && k != reflect.Interface {
		return nil
	}
	last := ""
	for it := m.MapRange(); p.spend(nodeCost) && it.Next(); {
		key, _ := keyText(it.Key())
		if key <= last || roleOf(key) != namesValue {
			continue
		}
		if text, ok := writtenText(it.Value()); ok {
			called, last = p.r.name(text), key
		}
	}
	return called
}

// writtenText returns the text that encoding/json writes for v, if it is text.
func writtenText(v reflect.Value) (string, bool) {
	for range maxDepth {
		switch {
		case !v.IsValid() || isNil(v):
			return "", false
		case v.CanInterface() && v.Type().Implements(textMarshalerType):
			text, err := call(v.Interface(), marshalText)
			return text, err == nil
		case v.Kind() != reflect.Pointer && v.Kind() != reflect.Interface:
			return v.String(), v.Kind() == reflect.String
		}
		v = v.Elem()
	}
	return "", false
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
	if _, dirty := p.redactedCharacters(n, v); dirty {
		return true
	}
	if pl.elem.safe && !p.judged(n) {
		return false
	}
	for i := range v.Len() {
		if p.search(p.named(n, v, i, pl), v.Index(i), pl.elem) {
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
		return p.float(n, v.Float(), v.Type().Bits())
	case v.Kind() == reflect.Bool:
		return p.scalar(n, strconv.FormatBool(v.Bool()))
	case v.CanComplex():
		s, changed := p.float(n, real(v.Complex()), v.Type().Bits()/2)
		if !changed {
			s, changed = p.float(n, imag(v.Complex()), v.Type().Bits()/2)
		}
		return s, changed
	}
	return "", false
}
