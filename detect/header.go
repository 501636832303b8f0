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
	value, named := r.text[from:to], isAuthorization(r.text[:start])
	switch {
	case strings.EqualFold(r.text[start:end], "basic") && basicCredentials(value):
		if len(value) >= minSecret && !isPlaceholder(value) && !isReference(value) {
			r.add(from, to, d, Certain, byChecksum, end-start)
		}
	case named && isCredential(r.text, from, to):
		r.add(from, to, d, Likely, byContext, end-start)
	case strings.EqualFold(r.text[start:end], "bearer") && len(value) >= minBearer && !isPlaceholder(value) && !isReference(value) && looksRandom(value):
		r.add(from, to, d, Likely, byContext, end-start)
	}
}

// minBearer is how long a token must be behind the word bearer where the name of
// the header is not what stands before it.
const minBearer = 16

// isAuthorization reports whether before ends with the name of the header
// Authorization and what stands between that and its value.
func isAuthorization(before string) bool {
	const name = "authorization"
	rest := strings.TrimRight(before, " :=\"'>,[\\")
	return len(rest) >= len(name) && strings.EqualFold(rest[len(rest)-len(name):], name) && strings.ContainsAny(before[len(rest):], ":=,")
}

// isSchemed reports whether a value begins at i behind a scheme in the header
// Authorization.
func isSchemed(text string, i int) bool {
	before := strings.TrimRight(text[max(0, i-maxKey):i], " ")
	scheme := strings.LastIndexAny(before, " :=\"'>,[") + 1
	return isScheme(before[scheme:]) && isAuthorization(before[:scheme])
}

// isCredential reports whether the word at [from, to) behind a scheme in the header
// Authorization is a credential. All are but what holds the place of one, and the
// words that are said of schemes.
func isCredential(text string, from, to int) bool {
	value := text[from:to]
	if !isValue(value) || strings.IndexByte(":@&\\", value[0]) >= 0 || to < len(text) && strings.IndexByte("{(<$%", text[to]) >= 0 {
		return false
	}
	name := strings.TrimRight(value, "=")
	for i := range len(name) {
		if b := name[i]; !scan.IsLetter(b) && b != '-' && b != '_' {
			return true
		}
	}
	switch {
	case looksRandom(name):
		return true
	case kindOfKey(name) != 0 || isOfScheme(name):
		return false
	}
	return alphabetOf(name[1:])&withUpper != 0 || name == value && !sentenceGoesOn(text, to)
}

// isOfScheme reports whether word is one that is said of a scheme.
func isOfScheme(word string) bool {
	switch strings.ToLower(word) {
	case "authentication", "header", "headers", "scheme", "schemes", "realm", "prefix", "jwts", "credentials", "authenticate", "access":
		return true
	}
	return false
}

// sentenceGoesOn reports whether a sentence goes on at i: with a word that is no name of a
// value.
func sentenceGoesOn(text string, i int) bool {
	next := skipAny(text, i, ".,;:!?", 1)
	next = skipAny(text, next, " ", 1)
	end := next
	for end < len(text) && scan.IsLetter(text[end]) {
		end++
	}
	return next > i && end > next && (end == len(text) || strings.IndexByte(" .,;!?\r\n", text[end]) >= 0)
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
