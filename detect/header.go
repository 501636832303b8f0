package detect

import (
	"encoding/base64"
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// header looks for the credentials after an authentication scheme, RFC 9110
// section 11.4: "Basic" and base64 (RFC 7617), "Bearer" and a token (RFC 6750).
func (r *run) header(d *Detector, start, end int) {
	from := skipAny(r.text, end, " \t", 4)
	if from == end {
		if !strings.HasPrefix(r.text[end:], "%20") {
			return
		}
		from = end + 3
	}
	to := token68(r.text, from)
	value := r.text[from:to]
	if len(value) < minSecret || isPlaceholder(value) || isReference(value) {
		return
	}
	if strings.EqualFold(r.text[start:end], "basic") {
		if basicCredentials(value) {
			r.add(from, to, d, Certain, byChecksum, end-start)
		}
		return
	}
	if least := minBearer(r.text[:start]); len(value) >= least && looksRandom(value) {
		r.add(from, to, d, Likely, byContext, end-start)
	}
}

// minBearer returns how long a token must be behind the word bearer: longer where
// the name of the header is not what stands before it.
func minBearer(before string) int {
	const word, named, alone = "authorization", 12, 16
	before = strings.TrimRight(before, " :=\"'>,")
	if len(before) >= len(word) && strings.EqualFold(before[len(before)-len(word):], word) {
		return named
	}
	return alone
}

// token68 returns the end of the token68 of RFC 9110 that begins at i.
func token68(text string, i int) int {
	for i < len(text) && (scan.IsAlnum(text[i]) || strings.IndexByte("-._~+/", text[i]) >= 0) {
		i++
	}
	for i < len(text) && text[i] == '=' {
		i++
	}
	return i
}

// basicCredentials reports whether value is base64 of printable text with a
// colon in it.
func basicCredentials(value string) bool {
	if len(value) > 256 {
		return false
	}
	var in, out [256]byte
	n, err := base64.RawStdEncoding.Decode(out[:], in[:copy(in[:], strings.TrimRight(value, "="))])
	if err != nil {
		return false
	}
	colon := false
	for _, b := range out[:n] {
		if b < ' ' || b == 0x7f {
			return false
		}
		colon = colon || b == ':'
	}
	return colon
}
