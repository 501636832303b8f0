package detect

import (
	"encoding/base64"
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// Bounds of the base64 that is decoded, in bytes.
const (
	minEncoded = 12
	maxEncoded = 256
)

// encoded reads the value assigned to the keyword at [start, end) if that is
// written in a way that hides it: in base64, with a line break within it, or with
// a NUL after each byte. What is found there is reported with the bounds that it
// has in the text; base64 as a whole.
func (r *run) encoded(start, end int) {
	if r.decoded {
		return
	}
	i := skipAny(r.text, end, "\"'", 1)
	mark := skipAny(r.text, i, ":=", 1)
	if mark == i {
		return
	}
	from := skipAny(r.text, mark, " \"'", 2)
	to, ok := base64End(r.text, from)
	if to < len(r.text) && breaksValue(r.text[to]) {
		r.broken(from, to, r.text[start:end])
	}
	if !ok {
		return
	}
	var space [maxEncoded]byte
	text, ok := decodeBase64(space[:0], r.text[from:to])
	if !ok {
		return
	}
	inner := run{rules: r.rules, text: string(text), min: r.min, field: r.text[start:end], isField: true, decoded: true}
	inner.scan()
	best := -1
	for i, f := range inner.found {
		if f.rank.evidence() >= byContext && (best < 0 || f.rank > inner.found[best].rank) {
			best = i
		}
	}
	if best < 0 {
		return
	}
	f := inner.found[best]
	f.Start, f.End = from, to
	r.found = append(r.found, f)
}

// breaksValue reports whether b may stand within a value that is broken: before
// or at the end of its line, or after each byte of UTF-16.
func breaksValue(b byte) bool { return b == '\n' || b == '\r' || b == '\\' || b == 0 }

// broken reads the value that begins at from and breaks off at to as the value of
// a field of that name. Only what a pattern or a check digit tells apart from two
// values counts, and only if it goes over the break.
func (r *run) broken(from, to int, field string) {
	next, skip := to, false
	if r.text[to] == 0 {
		skip = true
	} else if next = lineBreak(r.text, to); next == to || r.lines {
		return
	}
	v := views.Get().(*view)
	defer views.Put(v)
	v.text, v.from = v.text[:0], v.from[:0]
	i := from
	for ; i < len(r.text) && len(v.text) <= maxEncoded; i++ {
		if i == to && !skip {
			i = next
		}
		if skip && r.text[i] == 0 {
			continue
		}
		if i >= len(r.text) || r.text[i] <= ' ' || skip && i > from && r.text[i-1] != 0 {
			break
		}
		v.text, v.from = append(v.text, r.text[i]), append(v.from, int32(i))
	}
	v.from = append(v.from, int32(i))
	inner := run{rules: r.rules, text: v.string(), min: r.min, field: field, isField: true, decoded: true}
	inner.scan()
	for _, f := range inner.found {
		if f.rank.evidence() < byPattern || int(v.from[f.Start]) >= to || f.End <= to-from {
			continue
		}
		f.Start, f.End = int(v.from[f.Start]), int(v.from[f.End-1])+1
		r.found = append(r.found, f)
	}
}

// lineBreak returns where the next line begins if a line break stands at i, perhaps
// behind the backslash that continues a line of a shell; otherwise i.
func lineBreak(text string, i int) int {
	rest := strings.TrimPrefix(text[i:], `\`)
	rest = strings.TrimPrefix(rest, "\r")
	if !strings.HasPrefix(rest, "\n") {
		return i
	}
	return len(text) - len(rest) + 1
}

// base64End returns the end of the base64 at i; it is ok when it has a whole
// number of groups and mixes capitals with small letters or digits.
func base64End(text string, i int) (end int, ok bool) {
	upper, other := false, false
	for end = i; end < len(text) && end-i <= maxEncoded; end++ {
		b := text[end]
		if !scan.IsAlnum(b) && strings.IndexByte("+/-_=", b) < 0 {
			break
		}
		upper = upper || b-'A' < 26
		other = other || b-'a' < 26 || scan.IsDigit(b)
	}
	n := end - i
	return end, upper && other && n >= minEncoded && n <= maxEncoded && n%4 == 0
}

// decodeBase64 appends what value encodes, if that is printable ASCII.
func decodeBase64(dst []byte, value string) ([]byte, bool) {
	var in, out [maxEncoded]byte
	n := copy(in[:], strings.TrimRight(value, "="))
	encoding := base64.RawStdEncoding
	if strings.ContainsAny(value, "-_") {
		encoding = base64.RawURLEncoding
	}
	n, err := encoding.Decode(out[:], in[:n])
	if err != nil {
		return dst, false
	}
	for _, b := range out[:n] {
		if b < ' ' || b > '~' {
			return dst, false
		}
	}
	return append(dst, out[:n]...), true
}
