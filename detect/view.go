package detect

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
	"github.com/fieldsafe/fieldsafe/internal/words"
)

// A view is text as it is meant: escapes decoded, marks that are not seen left
// out, letters and digits of other scripts folded. It is scanned beside the text
// itself, one line at a time, and only for lines that hold something to decode.
// Findings lead back to the bytes they came from.
type view struct {
	text []byte
	from []int32    // where each byte of text comes from, and at last the end
	form formReader // tells the + in it that are blanks

	folds   [256]fold       // runes folded before, by their last bits
	strings strings.Builder // the texts of the last views, one after the other
}

// viewStrings is for how many bytes of views memory is allocated at once.
const viewStrings = 16 << 10

// string returns the text of the view, which stays as it is when the view is used
// again.
func (v *view) string() string {
	from := v.strings.Len()
	if from+len(v.text) > v.strings.Cap() {
		v.strings.Reset()
		v.strings.Grow(max(viewStrings, len(v.text)))
		from = 0
	}
	v.strings.Write(v.text)
	return v.strings.String()[from:]
}

// fold is what a rune stands for, if that is short enough to be kept.
type fold struct {
	of   rune
	n    int8
	text [11]byte
}

// appendFolded appends what c stands for.
func (v *view) appendFolded(c rune) {
	known := &v.folds[c&255]
	if known.of == c {
		v.text = append(v.text, known.text[:known.n]...)
		return
	}
	from := len(v.text)
	v.text = words.AppendFolded(v.text, c)
	if added := v.text[from:]; len(added) <= len(known.text) {
		known.of, known.n = c, int8(copy(known.text[:], added))
	}
}

var views = sync.Pool{New: func() any { return new(view) }}

// Limits of the text that is decoded around one place, in bytes, and of how much
// of it is decoded again for the next place on the same line.
const (
	maxView     = 2048
	viewOverlap = 256
)

// escaped looks at the line that holds an escape at position at, if it is one.
func (r *run) escaped(at int) {
	if at < r.seen || r.decoded {
		return
	}
	if _, n := escape(r.text[at:]); n > 0 {
		r.look(at)
	}
}

// look scans the view of the line that holds position at, unless it has been.
func (r *run) look(at int) {
	if at < r.seen || r.decoded {
		return
	}
	start := lineStart(r.text, at, max(r.seen, at-maxView))
	end := lineEnd(r.text, at, at+maxView)
	if r.seen = end; end == at+maxView {
		r.seen -= viewOverlap
	}
	v := views.Get().(*view)
	switch {
	case v.decode(r.text, start, end):
		r.through(v, v.string())
	case !isASCII(r.text[start:end]): // folded already, but not yet looked up as such
		r.through(v, r.text[start:end])
	}
	views.Put(v)
}

// through scans a view and adds what it shows.
func (r *run) through(v *view, text string) {
	inner := run{rules: r.rules, text: text, min: r.min, name: r.name, field: r.field, isField: r.isField, decoded: true}
	inner.scan()
	for _, f := range inner.found {
		start, end := int(v.from[f.Start]), int(v.from[f.End])
		f.Start, f.End = start, trimEnd(r.text, start, end)
		r.found = append(r.found, f)
	}
}

// trimEnd takes from the end of a finding what is not seen and belongs to no
// byte of it.
func trimEnd(text string, start, end int) int {
	for end > start {
		c, n := utf8.DecodeLastRuneInString(text[start:end])
		if c < utf8.RuneSelf || len(words.AppendFolded(nil, c)) > 0 {
			break
		}
		end -= n
	}
	return end
}

// decode fills the view with the line [start, end) of text; it reports whether
// that differs from the text.
func (v *view) decode(text string, start, end int) bool {
	v.text, v.from = v.text[:0], v.from[:0]
	v.form = formReader{next: max(0, start-maxFormValue)}
	for i := start; i < end; {
		if text[i] < utf8.RuneSelf {
			n := plainLen(text[i:end])
			v.text = append(v.text, text[i:i+n]...)
			for range n {
				v.from = append(v.from, int32(i))
				i++
			}
			if n > 0 {
				continue
			}
		}
		n := v.unit(text[:end], i)
		for len(v.from) < len(v.text) {
			v.from = append(v.from, int32(i))
		}
		i += n
	}
	v.from = append(v.from, int32(end))
	return string(v.text) != text[start:end]
}

// plainLen returns how many bytes at the start of s stand for themselves.
func plainLen(s string) int {
	for i := range len(s) {
		switch b := s[i]; {
		case b >= utf8.RuneSelf, b == '%', b == '\\', b == '&', b == '+', b == 0x1b:
			return i
		}
	}
	return len(s)
}

// unit decodes what stands at i and returns how many bytes that is.
func (v *view) unit(text string, i int) int {
	b := text[i]
	if b >= utf8.RuneSelf {
		c, n := utf8.DecodeRuneInString(text[i:])
		if c == utf8.RuneError {
			v.text = append(v.text, b)
			return 1
		}
		if latin := words.Latin(c); latin != 0 && inLatinWord(text, i) {
			v.text = append(v.text, latin)
			return n
		}
		v.appendFolded(c)
		return n
	}
	if b == '+' {
		if v.form.blank(text, i) {
			b = ' '
		}
		v.text = append(v.text, b)
		return 1
	}
	if c, n := escape(text[i:]); n > 0 {
		if c < utf8.RuneSelf && c >= 0 {
			v.text = append(v.text, byte(c))
		} else if c >= 0 {
			v.appendFolded(c)
		}
		return n
	}
	v.text = append(v.text, b)
	return 1
}

// inLatinWord reports whether the word around i has ASCII letters in it, so that
// a letter of another script that looks like one of those stands for that.
func inLatinWord(text string, i int) bool {
	const reach = 64
	inWord := func(b byte) bool { return scan.IsAlnum(b) || b == '_' || b >= utf8.RuneSelf }
	for k := i; k >= 0 && i-k < reach && inWord(text[k]); k-- {
		if scan.IsLetter(text[k]) {
			return true
		}
	}
	for k := i; k < len(text) && k-i < reach && inWord(text[k]); k++ {
		if scan.IsLetter(text[k]) {
			return true
		}
	}
	return false
}

// escape decodes an escape at the start of s and returns how many bytes it has,
// none if s begins with no escape: percent encoding, also of itself (RFC 3986), a
// character of JSON (RFC 8259), a character reference of HTML, or a terminal
// control sequence (ECMA-48), which stands for nothing.
func escape(s string) (c rune, n int) {
	switch s[0] {
	case '%':
		return percent(s)
	case '\\':
		return jsonEscape(s)
	case '&':
		return reference(s)
	case 0x1b:
		return -1, controlSequence(s)
	}
	return 0, 0
}

// percent decodes a character, which beyond ASCII is several bytes of UTF-8, each
// with its own sign.
func percent(s string) (rune, int) {
	b, n := percentByte(s)
	if n == 0 || b < ' ' {
		return 0, 0
	}
	if b < utf8.RuneSelf {
		return rune(b), n
	}
	space := [utf8.UTFMax]byte{b}
	encoded := space[:1]
	for !utf8.FullRune(encoded) {
		b, more := percentByte(s[n:])
		if more == 0 {
			return 0, 0
		}
		encoded, n = append(encoded, b), n+more
	}
	if c, size := utf8.DecodeRune(encoded); size == len(encoded) && size > 1 {
		return c, n
	}
	return 0, 0
}

// percentByte decodes the byte that s begins with, encoded once or more, and
// returns how many bytes that takes, or 0.
func percentByte(s string) (b byte, n int) {
	if len(s) < 3 || s[0] != '%' || !isHex(s[1]) || !isHex(s[2]) {
		return 0, 0
	}
	b, n = unhex(s[1])<<4|unhex(s[2]), 3
	for b == '%' && n+2 <= len(s) && isHex(s[n]) && isHex(s[n+1]) {
		b = unhex(s[n])<<4 | unhex(s[n+1])
		n += 2
	}
	return b, n
}

func unhex(b byte) byte {
	if b <= '9' {
		return b - '0'
	}
	return b | 0x20 - 'a' + 10
}

func jsonEscape(s string) (rune, int) {
	if len(s) < 2 {
		return 0, 0
	}
	if s[1] == '/' {
		return '/', 2
	}
	if len(s) < 6 || s[1] != 'u' {
		return 0, 0
	}
	c, ok := number(s[2:6], 16)
	return c, 6 * btoi(ok && (c < 0xD800 || c >= 0xE000))
}

// number reads digits of a base as a character that is seen.
func number(digits string, base rune) (c rune, ok bool) {
	for i := range len(digits) {
		if !isHex(digits[i]) || c > utf8.MaxRune {
			return 0, false
		}
		d := rune(unhex(digits[i]))
		if d >= base {
			return 0, false
		}
		c = c*base + d
	}
	return c, c >= ' ' && c <= utf8.MaxRune
}

// reference decodes a numeric character reference, or one of the names that
// stand for ASCII punctuation.
func reference(s string) (rune, int) {
	end := strings.IndexByte(s[:min(len(s), 10)], ';')
	if end < 2 {
		return 0, 0
	}
	name := s[1:end]
	if name[0] != '#' {
		c := named(name)
		return c, (end + 1) * btoi(c != 0)
	}
	base, digits := rune(10), name[1:]
	if digits != "" && digits[0]|0x20 == 'x' {
		base, digits = 16, digits[1:]
	}
	c, ok := number(digits, base)
	return c, (end + 1) * btoi(ok)
}

func named(reference string) rune {
	switch reference {
	case "commat":
		return '@'
	case "amp":
		return '&'
	case "quot":
		return '"'
	case "apos":
		return '\''
	case "colon":
		return ':'
	case "period":
		return '.'
	case "nbsp":
		return ' '
	case "plus":
		return '+'
	case "equals":
		return '='
	case "sol":
		return '/'
	}
	return 0
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// controlSequence returns the length of the control sequence at the start of s.
func controlSequence(s string) int {
	if len(s) < 3 || s[1] != '[' {
		return 0
	}
	for i := 2; i < len(s) && i < 20; i++ {
		if s[i] >= 0x40 && s[i] <= 0x7e {
			return i + 1
		}
	}
	return 0
}
