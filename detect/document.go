package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

const (
	maxObject = 4096 // bytes of a JSON document on either side of the name that it is known by
	maxKeys   = 16   // keys of one document
)

// member returns the value of the member called name in text[from:to], a piece of
// JSON: the bytes between the quotes. The quotes may be escaped, as in JSON
// within JSON. It also returns where to look for the next one, or 0 for none.
func member(text, name string, from, to int) (start, end, next int) {
	for {
		i := strings.Index(text[from:to], name)
		if i < 0 {
			return 0, 0, 0
		}
		at := from + i
		from = at + len(name)
		if at == 0 || text[at-1] != '"' && text[at-1] != '\'' || from >= to || strings.IndexByte("\"'\\", text[from]) < 0 {
			continue
		}
		colon := skipAny(text, skipAny(text, from, "\"'\\", 4), " \t\r\n", 16)
		if colon >= to || text[colon] != ':' {
			continue
		}
		open := skipAny(text, colon+1, " \t\r\n", 16)
		quote := skipAny(text, open, "\\", 3)
		if quote >= to || text[quote] != '"' && text[quote] != '\'' {
			continue
		}
		end = quote + 1
		for end < to && text[end] != text[quote] {
			end++
		}
		return quote + 1, end - min(quote-open, end-quote-1), end
	}
}

// isQuoted reports whether the bytes [start, end) are a whole string of JSON.
func (r *run) isQuoted(start, end int) bool {
	return start > 0 && end < len(r.text) && strings.IndexByte("\"'", r.text[start-1]) >= 0 && strings.IndexByte("\"'\\", r.text[end]) >= 0
}

// object returns the innermost braces around position at, or what of them is
// near.
func (r *run) object(at int) (from, to int) {
	from, to = max(r.floor, at-maxObject), min(len(r.text), at+maxObject)
	from += strings.LastIndexByte(r.text[from:at], '{') + 1
	if i := strings.IndexByte(r.text[at:to], '}'); i >= 0 {
		to = at + i
	}
	return from, to
}

// serviceAccount looks for the private key in the JSON key file whose type is
// at [start, end).
func (r *run) serviceAccount(d *Detector, start, end int) int {
	if !r.isQuoted(start, end) || !strings.Contains(r.text[max(0, start-16):start], "type") {
		return 0
	}
	from, to := max(r.floor, start-maxObject), min(len(r.text), end+maxObject)
	r.members(d, "private_key", from, to, func(v string) bool { return strings.Contains(v, armorBegin) })
	return to
}

// jwk looks for the private members of the JSON Web Key that holds the name kty
// at [start, end): RFC 7518 sections 6.2.2, 6.3.2 and 6.4.1.
func (r *run) jwk(d *Detector, start, end int) int {
	const minMember = 22 // 128 bits
	if !r.isQuoted(start, end) {
		return 0
	}
	from, to := r.object(start)
	for _, name := range [...]string{"d", "k", "p", "q", "dp", "dq", "qi"} {
		r.members(d, name, from, to, func(v string) bool {
			return len(v) >= minMember && isBareSecret(v) && !isTokenPlaceholder(v)
		})
	}
	return to
}

// tink looks for the key material of a keyset.
func (r *run) tink(d *Detector, start, end int) int {
	from, to := max(r.floor, start-maxObject), min(len(r.text), end+maxObject)
	if !r.isQuoted(start, end) || !strings.Contains(r.text[from:to], "keyData") {
		return end
	}
	r.members(d, "value", from, to, func(v string) bool {
		return len(v) >= minSecret && token68(v, 0) == len(v) && !isPlaceholder(v)
	})
	return to
}

// dockerAuth looks for the credentials of registries after the name auths: a user
// name and password in base64, or an identity token.
func (r *run) dockerAuth(d *Detector, start, end int) int {
	if !r.isQuoted(start, end) {
		return 0
	}
	to := min(len(r.text), end+maxObject)
	r.members(d, "auth", end, to, basicCredentials)
	for _, name := range [...]string{"identitytoken", "password"} {
		r.members(d, name, end, to, func(v string) bool { return len(v) >= minPassword && !isPlaceholder(v) })
	}
	return to
}

// members adds the values of the members called name in text[from:to] that are
// secret.
func (r *run) members(d *Detector, name string, from, to int, secret func(value string) bool) {
	for range maxKeys {
		s, e, next := member(r.text, name, from, to)
		if next == 0 {
			return
		}
		if s < e && secret(r.text[s:e]) {
			r.add(s, e, d, Certain, byChecksum, e-s)
		}
		from = next
	}
}

// netrc looks for the password of the machine entry whose first word ends at end:
// machine NAME, then pairs of a word and its value.
func (r *run) netrc(d *Detector, end int) {
	const maxPairs = 4
	from, i := nextToken(r.text, end)
	if from == i || strings.IndexByte("=:\"'", r.text[from]) >= 0 {
		return
	}
	login := false
	for range maxPairs {
		from, to := nextToken(r.text, i)
		word := r.text[from:to]
		from, i = nextToken(r.text, to)
		switch word {
		case "login", "user", "account":
			login = true
		case "password", "passwd":
			for i > from && strings.IndexByte("\"';", r.text[i-1]) >= 0 {
				i--
			}
			if value := r.text[from:i]; login && !r.apart(end, from) && len(value) >= minPassword && !isPlaceholder(value) && !isReference(value) {
				r.add(from, i, d, Likely, byContext, maxValue)
			}
			return
		default:
			return
		}
	}
}

// nextToken returns the next bytes without white space at or after i, near i.
func nextToken(text string, i int) (from, to int) {
	from = skipAny(text, i, " \t\r\n", 16)
	for to = from; to < len(text) && to-from < maxName && text[to] > ' '; to++ {
	}
	return from, to
}

// npm looks for the token in a line of .npmrc that names its registry.
func (r *run) npm(d *Detector, start, end int) {
	before := r.text[max(0, start-256):start]
	slashes := strings.LastIndex(before, "//")
	if !strings.HasSuffix(before, ":_") || slashes < 0 || !scan.IsAlnum(before[slashes+2]) || strings.ContainsAny(before[slashes:], " \n\"'") {
		return
	}
	eq := skipAny(r.text, end, " \t", 2)
	if eq >= len(r.text) || r.text[eq] != '=' {
		return
	}
	from, to, _ := value(r.text, skipAny(r.text, eq+1, " \t", 2))
	if to-from >= minSecret && isBareSecret(r.text[from:to]) && !isTokenPlaceholder(r.text[from:to]) {
		r.add(from, to, d, Certain, byChecksum, to-from)
	}
}

// oneTimeCode looks for the digits that a phrase for a one-time code announces:
// "code: 123456", "code is G-123456", "123456 is your code".
func (r *run) oneTimeCode(d *Detector, start, end int) {
	i := skipAny(r.text, end, "\"'\\)]", 3)
	i = skipAny(r.text, i, " \t:=-#", 4)
	for _, word := range [...]string{"code ", "is ", "is: ", ": "} {
		if strings.HasPrefix(r.text[i:], word) {
			i += len(word)
		}
	}
	i = skipAny(r.text, i, " :=\"'\\", 4)
	if strings.HasPrefix(r.text[i:], "G-") {
		i += 2
	}
	if to := codeEnd(r.text, i); to > i && i > end && !(to-i == 4 && strings.Trim(r.text[end:i], " \t") == "") {
		r.add(i, to, d, Likely, byContext, end-start)
		return
	}
	const link = " is your "
	line := r.text[lineStart(r.text, start, max(0, start-60)):start]
	if at := strings.LastIndex(line, link); at >= 0 {
		from := start - len(line) + at
		to := from
		for from > 0 && to-from < 9 && (scan.IsDigit(r.text[from-1]) || r.text[from-1] == '-') {
			from--
		}
		if codeEnd(r.text, from) == to && to > from {
			r.add(from, to, d, Likely, byContext, end-start)
		}
	}
}

// codeEnd returns the end of the one-time code that begins at i: four to eight
// digits, or two groups of three. It is 0 if there is none.
func codeEnd(text string, i int) int {
	if i > 0 && scan.IsAlnum(text[i-1]) {
		return 0
	}
	to := i
	for to < len(text) && scan.IsDigit(text[to]) {
		to++
	}
	if to-i == 3 && to+4 <= len(text) && (text[to] == '-' || text[to] == ' ') && isDecimal(text[to+1:to+4]) {
		to += 4
	}
	if n := to - i; n < 4 || n > 8 || to < len(text) && (scan.IsLetter(text[to]) || text[to] == '_') {
		return 0
	}
	if to+1 < len(text) && strings.IndexByte("-./,:", text[to]) >= 0 && scan.IsDigit(text[to+1]) {
		return 0
	}
	return to
}
