package redact

import (
	"reflect"
	"strings"
)

// The arguments of a command are a list in which an option names what comes after
// it: ["mysql", "--password", "..."].

const maxOption = 40 // bytes

// isOption reports whether text may be an option without its argument.
func isOption[T string | []byte](text T) bool {
	if len(text) < 3 || len(text) > maxOption || text[0] != '-' {
		return false
	}
	for i := 1; i < len(text); i++ {
		if c := text[i]; c != '-' && c != '_' && (c|0x20 < 'a' || c|0x20 > 'z') {
			return false
		}
	}
	return true
}

// named returns the name by which element i of a list is judged: that of the option
// before it where that takes a secret, otherwise n.
func (p *pass) named(n *name, list reflect.Value, i int, pl *plan) *name {
	if i == 0 || pl.elem.kind != reflect.String && pl.elem.kind != reflect.Interface {
		return n
	}
	before, at := stringIn(list.Index(i-1)), stringIn(list.Index(i))
	if !isOption(before) {
		return n
	}
	return p.optionOr(n, p.r.name(before), at)
}

// optionOr returns the name of an option if that takes a secret which may be value,
// otherwise n.
func (p *pass) optionOr(n, option *name, value string) *name {
	if option.reach == noReach || p.judged(n) || strings.HasPrefix(value, "-") {
		return n
	}
	return option
}

// stringIn returns the string that v is or holds, or "".
func stringIn(v reflect.Value) string {
	if v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	if v.Kind() != reflect.String {
		return ""
	}
	return v.String()
}

// item reads element i of an array. An option is left for the next one to read.
func (w *rewriter) item(n *name, v reflect.Value, option **name) bool {
	before := *option
	*option = nil
	if w.next() != '"' {
		return w.read(n, v)
	}
	start := w.at
	body, escaped, ok := w.quoted()
	w.at = start
	switch {
	case !ok:
		return false
	case before != nil:
		n = w.optionOr(n, before, string(body))
	}
	if !escaped && isOption(body) {
		*option = w.r.nameOf(body)
	}
	return w.read(n, v)
}
