package redact

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"log/slog"
	"reflect"
	"strconv"
)

// JSON returns a JSON text (RFC 8259) redacted: text itself where nothing is
// found, which costs one look and no allocation where the same values have been
// seen before; otherwise another slice. It is meant for loggers that give out
// encoded lines.
//
// The names of members count as the names of fields, and those further out as
// the path to them; strings are searched as what they say, numbers as their
// digits. Shape, order, blanks and every byte outside the findings stay; where a
// number is replaced, a string stands. What is no JSON is redacted as text.
// Work is bounded by [Options].MaxBytes, as for one record.
func (r *Redactor) JSON(text []byte) []byte {
	r = r.orDefault()
	p := pass{r: r, left: r.maxBytes, forms: formJSON}
	if out, ok := p.rewriteJSON(noName, text, reflect.Value{}); ok {
		return out
	}
	s := string(text)
	if clean := r.String(s); clean != s {
		return []byte(clean)
	}
	return text
}

// rewriteJSON returns the JSON text src with the findings replaced: src itself
// where nothing changes. With v, the Go value that src was written from, struct
// tags and LogValuer count too; v may be invalid. It fails on what is no JSON.
func (p *pass) rewriteJSON(n *name, src []byte, v reflect.Value) (out []byte, ok bool) {
	w := rewriter{pass: *p, src: src}
	ok = w.read(n, v) && w.next() == 0 && w.at == len(src)
	*p = w.pass
	if !ok {
		return nil, false
	}
	if w.taken == 0 {
		return src, true
	}
	return append(w.dst, src[w.taken:]...), true
}

// What a Kubernetes object holds in its member data or stringData is secret if
// its kind says so, before or after that.
var secretKind = []byte(`"Secret"`)

const manifestID = "k8s_secret_manifest"

// rewriter reads a JSON text once, and copies it only where something changes.
// Its methods begin at the byte src[at], leave it behind what they read, and
// report whether that was JSON.
type rewriter struct {
	pass  // a copy, so that neither need be on the heap
	src   []byte
	at    int
	dst   []byte // what stands in place of src[:taken]
	taken int
}

// next skips white space and returns the byte after it, 0 at the end.
func (w *rewriter) next() byte {
	if w.at < len(w.src) && w.src[w.at] > ' ' {
		return w.src[w.at]
	}
	return w.afterBlanks()
}

func (w *rewriter) afterBlanks() byte {
	for ; w.at < len(w.src); w.at++ {
		switch c := w.src[w.at]; c {
		case ' ', '\t', '\n', '\r':
		default:
			return c
		}
	}
	return 0
}

// put writes s as a string in place of the source from start to here.
func (w *rewriter) put(s string, start int) {
	if w.dst == nil {
		w.dst = make([]byte, 0, len(w.src)+labelRoom)
	}
	w.dst = append(w.dst, w.src[w.taken:start]...)
	w.dst = appendJSONString(w.dst, s)
	w.taken = w.at
}

// read reads one value. v is the Go value it was written from, or invalid.
func (w *rewriter) read(n *name, v reflect.Value) bool {
	if v.IsValid() {
		v = w.behind(v)
	}
	c := w.next()
	if v.IsValid() && v.CanInterface() {
		pl := w.r.planOf(v.Type())
		switch {
		case pl.safe && !w.judged(n):
			w.at = valueEnd(w.src, w.at)
			return w.at > 0
		case pl.valuer:
			return w.valuer(n, v.Interface().(slog.LogValuer))
		case pl.inner.json != noMethod:
			v = reflect.Value{}
		case isBytes(v) && c == '"':
			return w.bytes(n, v.Bytes())
		}
	}
	switch c {
	case '{':
		return w.composite(n, v, '}')
	case '[':
		return w.composite(n, v, ']')
	case '"':
		return w.string(n)
	}
	return w.literal(n)
}

func (w *rewriter) valuer(n *name, lv slog.LogValuer) bool {
	start := w.at
	if w.at = valueEnd(w.src, w.at); w.at < 0 {
		return false
	}
	w.dst = append(w.dst, w.src[w.taken:start]...)
	w.dst = w.appendValueJSON(w.dst, n, slog.AnyValue(lv))
	w.taken = w.at
	return true
}

// bytes reads the base64 form of b.
func (w *rewriter) bytes(n *name, b []byte) bool {
	start := w.at
	w.at, _ = stringEnd(w.src, w.at)
	if s, changed := w.text(n, string(b)); changed {
		w.put(base64.StdEncoding.EncodeToString([]byte(s)), start)
	}
	return true
}

func (w *rewriter) string(n *name) bool {
	start := w.at
	body, escaped, ok := w.quoted()
	if !ok || !escaped && w.knows(n, body) {
		return ok
	}
	if s, changed := w.text(n, unquote(w.src[start:w.at])); changed {
		w.put(s, start)
	}
	return true
}

// quoted reads a string. Its body is what it says, unless it is escaped.
func (w *rewriter) quoted() (body []byte, escaped, ok bool) {
	start := w.at
	end, escaped := stringEnd(w.src, start)
	if end < 0 || escaped && !json.Valid(w.src[start:end]) {
		return nil, escaped, false
	}
	w.at = end
	return w.src[start+1 : end-1], escaped, true
}

// literal reads a number, true, false or null.
func (w *rewriter) literal(n *name) bool {
	start := w.at
	w.at = literalEnd(w.src, w.at)
	text := w.src[start:w.at]
	form := formOf(text)
	if (len(text) <= fewDigits && form != otherNumber || form == decimalNumber && hasFraction(text)) && !w.judged(n) {
		return true
	}
	s, changed := "", false
	switch {
	case string(text) == "null":
	case string(text) == "true" || string(text) == "false":
		s, changed = w.scalar(n, string(text))
	case form == otherNumber && !json.Valid(text):
		return false
	default:
		s, changed = w.numeral(n, text, form)
	}
	if changed {
		w.put(s, start)
	}
	return true
}

// numeral searches a number as its decimal digits, like integer and float.
func (p *pass) numeral(n *name, text []byte, form numberForm) (string, bool) {
	if form == integerNumber && p.knows(n, text) {
		return "", false
	}
	v, err := strconv.ParseFloat(string(text), 64)
	if form == integerNumber || err != nil {
		return p.text(n, string(text))
	}
	return p.float(n, v)
}

// composite reads an object or an array, up to that closing bracket.
func (w *rewriter) composite(n *name, v reflect.Value, closing byte) bool {
	if w.depth >= maxDepth {
		return w.tooDeep(n)
	}
	w.depth++
	outer := w.path
	if closing == '}' && n != noName {
		w.enter(n)
	}
	ok := w.elements(n, v, closing)
	w.path = outer
	w.depth--
	return ok
}

// elements reads what is between the brackets, and the closing one.
func (w *rewriter) elements(n *name, v reflect.Value, closing byte) bool {
	inner := w.path
	var called *name
	w.at++
	if w.next() == closing {
		w.at++
		return true
	}
	for i := 0; ; i++ {
		ok := false
		if closing == '}' {
			ok = w.member(v, &called)
		} else {
			ok = w.read(n, w.element(v, i))
		}
		w.path = inner
		c := w.next()
		w.at++
		if !ok || c != ',' {
			return ok && c == closing
		}
	}
}

func (w *rewriter) tooDeep(n *name) bool {
	start := w.at
	if w.at = valueEnd(w.src, w.at); w.at < 0 {
		return false
	}
	w.put(w.marker(n, depthDetector), start)
	return true
}

// member reads one member of an object that was written from v. A member "name"
// or "key", which it leaves in called, says what a member "value" holds.
func (w *rewriter) member(v reflect.Value, called **name) bool {
	if w.next() != '"' {
		return false
	}
	start, plain := w.at, !v.IsValid() && len(w.path) == 0 && *called == nil
	if plain && w.seenMember() {
		return true
	}
	body, escaped, ok := w.quoted()
	if !ok {
		return false
	}
	n := w.r.nameOf(body)
	if escaped {
		n = w.r.name(unquote(w.src[start:w.at]))
	}
	if n.shown != n.text {
		w.put(n.shown, start)
	}
	if w.next() != ':' {
		return false
	}
	w.at++
	switch {
	case n.role == isData && !v.IsValid() && bytes.Contains(w.src, secretKind):
		w.enterTagged(n, w.r.manifest)
	case *called != nil && n.role == isValue:
		w.enter(*called)
	case n.role == namesValue && w.next() == '"':
		*called = w.ahead()
	}
	if plain && *called == nil && n.plain && w.next() == '"' {
		return w.rememberMember(n, start)
	}
	return w.read(n, w.memberOf(v, n))
}

// memberSalt keeps members apart from values that look like one.
const memberSalt = 0x9e3779b97f4a7c15

// seenMember goes beyond a member of which it is known at once that nothing is
// found in it: most members of a log come again and again.
func (w *rewriter) seenMember() bool {
	rest := w.src[w.at+1:]
	colon := bytes.IndexByte(rest, '"') + 1
	if colon == 0 || colon+1 >= len(rest) || rest[colon] != ':' || rest[colon+1] != '"' {
		return false
	}
	// A quote that is escaped ends nothing, but no such member is remembered.
	n := bytes.IndexByte(rest[colon+2:], '"')
	end := w.at + 1 + colon + 2 + n + 1
	if n < 0 || !w.r.seen.clean(hashBytes(w.src[w.at:end], memberSalt)) || !w.spend(end-w.at) {
		return false
	}
	w.at = end
	return true
}

// rememberMember reads a string. If that was found clean before, so is the member
// that begins at start from now on; values that never come again are not worth
// the room.
func (w *rewriter) rememberMember(n *name, start int) bool {
	at := w.at
	body, escaped, ok := w.quoted()
	if ok && !escaped && w.knows(n, body) {
		if !isTimestamp(body) {
			w.r.seen.add(hashBytes(w.src[start:w.at], memberSalt), nil)
		}
		return true
	}
	w.at = at
	return ok && w.string(n)
}

// ahead returns the string that comes next as a name, nil where it is no plain
// one.
func (w *rewriter) ahead() *name {
	end, escaped := stringEnd(w.src, w.at)
	if end < 0 || escaped {
		return nil
	}
	return w.r.nameOf(w.src[w.at+1 : end-1])
}
