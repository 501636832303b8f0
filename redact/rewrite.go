package redact

import (
	"encoding/base64"
	"encoding/json"
	"log/slog"
	"math"
	"reflect"
	"strconv"

	"github.com/fieldsafe/fieldsafe/detect"
)

// JSON returns a JSON text (RFC 8259) redacted: text itself where nothing is
// found, which costs one look and no allocation where the same values have been
// seen before; otherwise another slice. It is meant for loggers that give out
// encoded lines.
//
// The names of members count as the names of fields, and those further out as
// the path to them; strings are searched as what they say, numbers as their
// digits. Shape, order, blanks and every byte outside the findings stay, but that
// between two findings of a string escapes may be written in another way; where a
// number is replaced, a string stands. What is no JSON is redacted as text.
// Work is bounded by [Options].MaxBytes, as for one record.
func (r *Redactor) JSON(text []byte) []byte {
	r = r.orDefault()
	key := keyOf(text)
	if key == 0 {
		return r.line(text, nil, reached{})
	}
	known := r.shapeOf(key)
	f := known.follow(r, text, reached{at: 1, left: r.maxBytes})
	if f.behind && endsAt(text, f.at) {
		return text
	}
	return r.line(text, known, f)
}

// line is JSON for a text of which it is known how far it is clean, if known is not
// nil.
func (r *Redactor) line(text []byte, known *shape, f reached) []byte {
	w := rewriter{pass: pass{r: r, left: r.maxBytes, forms: formJSON}, src: text, loose: true, shape: known, upTo: f}
	if out, ok := w.document(noName, reflect.Value{}); ok {
		if w.upTo.lost {
			r.stray(keyOf(text), text, known)
		}
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
	out, ok = w.document(n, v)
	*p = w.pass
	return out, ok
}

// line redacts a line of a stream, in memory that it uses again for the next one.
func (w *rewriter) line(src []byte) (out []byte, ok bool) {
	w.begin(src)
	out, ok = w.document(noName, reflect.Value{})
	if w.taken > 0 && ok {
		w.dst = out
	}
	return out, ok
}

// begin makes src the text to read, with nothing around it and no bound on work.
func (w *rewriter) begin(src []byte) {
	w.src, w.at, w.dst, w.taken = src, 0, w.dst[:0], 0
	w.left, w.path, w.depth = math.MaxInt, w.path[:0], 0
}

// document reads the whole text, which is the value of a field of that name.
func (w *rewriter) document(n *name, v reflect.Value) (out []byte, ok bool) {
	if !w.read(n, v) || w.next() != 0 || w.at != len(w.src) {
		return nil, false
	}
	if w.taken == 0 {
		return w.src, true
	}
	return append(w.dst, w.src[w.taken:]...), true
}

// What a Kubernetes object holds in its member data or stringData is secret if
// its kind says so, before or after that.
var secretKind = []byte(`"Secret"`)

const manifestID = "k8s_secret_manifest"

// rewriter reads a JSON text once, and copies it only where something changes.
// Its methods begin at the byte src[at], leave it behind what they read, and
// report whether that was JSON.
type rewriter struct {
	pass  // where it is one of a caller, a copy, so that neither need be on the heap
	src   []byte
	at    int
	dst   []byte // what stands in place of src[:taken]
	taken int

	loose bool // members may have no value, as loggers write empty raw JSON

	shape *shape // that the text may have; nil: it is no line
	upTo  reached
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
	w.copyTo(start)
	w.dst = appendJSONString(w.dst, s)
	w.taken = w.at
}

// putText is put for a string in the source that says before.
func (w *rewriter) putText(before, s string, start int) {
	w.copyTo(start)
	w.dst = appendRewritten(w.dst, w.src[start+1:w.at-1], before, s)
	w.taken = w.at
}

// copyTo copies the source that was not changed, up to start.
func (w *rewriter) copyTo(start int) {
	if w.dst == nil {
		w.dst = make([]byte, 0, len(w.src)+labelRoom)
	}
	w.dst = append(w.dst, w.src[w.taken:start]...)
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
		case pl.hides && !v.IsZero():
			return w.marked(n, keyDetector)
		case pl.valuer:
			return w.valuer(n, v.Interface().(slog.LogValuer))
		case pl.inner.json != noMethod || pl.byPointer != noMethod && v.CanAddr():
			v = reflect.Value{}
		case isBytes(v) && c == '"':
			return w.bytes(n, v.Bytes())
		case pl.letters && c == '[':
			if text, changed := w.redactedCharacters(n, v); changed {
				return w.characters(text, pl.t)
			}
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

// characters writes text in place of a list of characters.
func (w *rewriter) characters(text string, list reflect.Type) bool {
	start := w.at
	if w.at = valueEnd(w.src, w.at); w.at < 0 {
		return false
	}
	w.dst = appendCharacters(append(w.dst, w.src[w.taken:start]...), text, list, ',')
	w.taken = w.at
	return true
}

func (w *rewriter) string(n *name) bool {
	start := w.at
	body, escaped, ok := w.quoted()
	if !ok {
		return false
	}
	switch judged := w.judged(n); {
	case judged && !escaped && w.knows(n, body):
	case judged || escaped:
		said := unquote(w.src[start:w.at])
		if s, changed := w.text(n, said); changed {
			w.putText(said, s, start)
		}
	default:
		if s, changed := w.unnamed(n, body); changed {
			w.putText(string(body), s, start)
		}
	}
	return true
}

// unnamed is text for what nothing but itself speaks of, and what has no quotes in it
// and so no JSON.
func (w *rewriter) unnamed(n *name, text []byte) (string, bool) {
	var hash uint64
	inert := w.r.inert(text)
	if !inert {
		hash = hashOf(text, 0)
	}
	if (inert || w.r.seen.clean(hash)) && w.spend(len(text)) {
		return "", false
	}
	s := string(text)
	if !w.spend(len(text)) {
		return w.text(n, s)
	}
	w.found = w.r.findNew(w.found[:0], noName, noName, s, hash)
	if len(w.found) == 0 {
		return s, false
	}
	return w.replaced(n, s, nil)
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

// literal reads a number, true, false or null, or nothing: loggers write empty raw
// JSON as that, and the rest of their line is still to be read.
func (w *rewriter) literal(n *name) bool {
	start := w.at
	w.at = literalEnd(w.src, w.at)
	text := w.src[start:w.at]
	if len(text) == 0 {
		return w.loose && start < len(w.src) && (w.src[start] == ',' || w.src[start] == '}')
	}
	if w.r.isShort(text) && !w.judged(n) {
		return true
	}
	form := formOf(text)
	s, changed := "", false
	switch {
	case string(text) == "null" || isNoNumber(text):
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

// isNoNumber reports whether text is what Python, JavaScript and others write where
// JSON has no number.
func isNoNumber(text []byte) bool {
	return string(text) == "NaN" || string(text) == "Infinity" || string(text) == "-Infinity"
}

// numeral searches a number as its decimal digits, like integer and float.
func (w *rewriter) numeral(n *name, text []byte, form numberForm) (string, bool) {
	if form == integerNumber && !w.judged(n) {
		return w.unnamed(n, text)
	}
	v, err := strconv.ParseFloat(string(text), 64)
	if form == integerNumber || err != nil {
		return w.text(n, string(text))
	}
	return w.float(n, v, 64)
}

// composite reads an object or an array, up to that closing bracket.
func (w *rewriter) composite(n *name, v reflect.Value, closing byte) bool {
	if w.depth >= maxDepth {
		return w.marked(n, depthDetector)
	}
	w.depth++
	outer := len(w.path)
	if closing == '}' && n != noName {
		w.enter(n)
	}
	ok := w.elements(n, v, closing)
	w.path = w.path[:outer]
	w.depth--
	return ok
}

// elements reads what is between the brackets, and the closing one.
func (w *rewriter) elements(n *name, v reflect.Value, closing byte) bool {
	inner := len(w.path)
	var named pair
	var option *name
	w.at++
	if w.next() == closing {
		w.at++
		return true
	}
	for i := 0; ; i++ {
		ok := true
		switch {
		case closing == ']':
			ok = w.item(n, w.element(v, i), &option)
		case w.shape == nil || w.depth > 1 || !w.follow(i == 0):
			ok = w.member(v, &named)
		}
		w.path = w.path[:inner]
		if !ok {
			return false // where it broke off, w.at may be nowhere
		}
		c := w.next()
		w.at++
		if c != ',' {
			return c == closing
		}
	}
}

// follow goes beyond members of the outermost object, as far as its shape tells that
// they are clean. It reports whether that is behind one; otherwise one begins.
func (w *rewriter) follow(first bool) (behind bool) {
	if !first {
		w.upTo.at, w.upTo.left = w.at, w.left
		w.upTo = w.shape.follow(w.r, w.src, w.upTo)
	}
	w.at, w.left = w.upTo.at, w.upTo.left
	return w.upTo.behind
}

// marked puts a marker in place of the value that comes next.
func (w *rewriter) marked(n *name, d *detect.Detector) bool {
	start := w.at
	if w.at = valueEnd(w.src, w.at); w.at < 0 {
		return false
	}
	w.put(w.marker(n, d), start)
	return true
}
