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

// encoded decodes the base64 assigned to the keyword at [start, end) and reads
// it as the value of a field of that name. What it holds is reported with the
// bounds of the base64.
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
	if len(inner.found) == 0 || inner.ranks[0]>>evidenceBits&15 < byContext {
		return
	}
	f := inner.found[0]
	f.Start, f.End = from, to
	r.found = append(r.found, f)
	r.ranks = append(r.ranks, inner.ranks[0])
}

// base64End returns the end of the base64 at i; it is ok when it has a whole
// number of groups and mixes letters of both cases, as words and digests do not.
func base64End(text string, i int) (end int, ok bool) {
	upper, lower := false, false
	for end = i; end < len(text) && end-i <= maxEncoded; end++ {
		b := text[end]
		if !scan.IsAlnum(b) && strings.IndexByte("+/-_=", b) < 0 {
			break
		}
		upper = upper || b-'A' < 26
		lower = lower || b-'a' < 26
	}
	n := end - i
	return end, upper && lower && n >= minEncoded && n <= maxEncoded && n%4 == 0
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
