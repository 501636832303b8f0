package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

const (
	maxCookies   = 64
	maxCookie    = 4096 // bytes of one cookie, RFC 6265 section 6.1
	maxName      = 128
	minCookie    = 6
	minAnyCookie = 16 // of a cookie whose name says nothing
)

// cookie looks for the cookies after the name of a Cookie or Set-Cookie header
// (RFC 6265 section 4), as a header, as a field of a document, or as an option
// of a command.
func (r *run) cookie(d *Detector, start, end int) int {
	i := skipAny(r.text, end, "\"'\\]", 4)
	i = skipAny(r.text, i, " \t", 4)
	option := start >= 2 && r.text[start-2:start] == "--" && i > end
	if !option && (i >= len(r.text) || r.text[i] != ':' && r.text[i] != '=') {
		return 0
	}
	return r.cookies(d, skipAny(r.text, i, ":= \t[\"'\\", 8))
}

// cookies adds the secrets in the cookies that begin at i, and returns how far it
// has read.
func (r *run) cookies(d *Detector, i int) (last int) {
	for range maxCookies {
		name, from, to := cookiePair(r.text, i)
		if name == "" {
			break
		}
		last = to
		if !isCookieAttribute(name) && isSecretCookie(name, r.text[from:to]) {
			r.add(from, to, d, Likely, byContext, maxValue)
		}
		next := skipAny(r.text, to, "\"", 1)
		if next >= len(r.text) || r.text[next] != ';' {
			break
		}
		i = skipAny(r.text, next+1, " \t", 4)
		if flag := wordEnd(r.text, i); flag < len(r.text) && r.text[flag] == ';' { // HttpOnly, Secure
			i = skipAny(r.text, flag+1, " \t", 4)
		}
	}
	return last
}

// cookiePair reads the name=value at i.
func cookiePair(text string, i int) (name string, from, to int) {
	end := wordEnd(text, i)
	if end == i || end >= len(text) || text[end] != '=' {
		return "", 0, 0
	}
	from = skipAny(text, end+1, "\"", 1)
	for to = from; to < len(text) && to-from < maxCookie && strings.IndexByte(" \t\r\n;,\"'\\", text[to]) < 0; to++ {
	}
	return text[i:end], from, to
}

// wordEnd returns the end of the name of a cookie that begins at i.
func wordEnd(text string, i int) int {
	start := i
	for i < len(text) && i-start < maxName && (isKeyByte(text[i]) || text[i] == '$' || text[i] == '%') {
		i++
	}
	return i
}

func isCookieAttribute(name string) bool {
	for _, a := range [...]string{"path", "domain", "expires", "max-age", "samesite", "version", "priority", "secure", "httponly", "comment"} {
		if strings.EqualFold(name, a) {
			return true
		}
	}
	return false
}

// isSecretCookie reports whether a cookie opens something: its name says so, or
// it is long and random and no counter of visits.
func isSecretCookie(name, value string) bool {
	if len(value) < minCookie || isPlaceholder(value) || isReference(value) || isDecimal(value) && len(value) < minAnyCookie {
		return false
	}
	if strings.EqualFold(name, "id") {
		return true
	}
	for _, part := range [...]string{"sess", "sid", "auth", "token", "csrf", "xsrf", "jwt", "login", "remember", "secret"} {
		if containsFold(name, part) {
			return true
		}
	}
	return len(value) >= minAnyCookie && name[0] != '_' && looksRandom(value)
}

func isDecimal(s string) bool {
	for i := range len(s) {
		if !scan.IsDigit(s[i]) {
			return false
		}
	}
	return true
}

// session looks for a value assigned to the name of a session.
func (r *run) session(d *Detector, start, end int) {
	keyStart, keyEnd := keyAround(r.text, start, end)
	if keyEnd != end || end-keyStart > maxKey {
		return
	}
	from, to, _ := assigned(r.text, keyStart, end)
	if from < to && isSession(r.text[from:to]) {
		r.add(from, to, d, Likely, byGuess, maxValue)
	}
}

// isSession reports whether value may be the identifier of a session: long and
// random. Numbers and UUIDs are what records are called by, too.
func isSession(value string) bool {
	if len(value) < minAnyCookie || len(value) > 256 || isPlaceholder(value) || isReference(value) || strings.HasPrefix(value, "0x") {
		return false
	}
	return !isDecimal(value) && (len(value) != uuidLen || !isUUID(value)) && isBareSecret(value) && looksRandom(value)
}

// digest looks for what proves the password in an HTTP Digest or an AWS
// Signature header: the response or the signature.
func (r *run) digest(d *Detector, end int) (last int) {
	last = lineEnd(r.text, end, end+1024)
	line := r.text[end:last]
	for _, mark := range [...]string{`response="`, `response=\"`, " Signature=", ",Signature="} {
		i := strings.Index(line, mark)
		if i < 0 {
			continue
		}
		from := end + i + len(mark)
		to := from
		for to < len(r.text) && isHex(r.text[to]) {
			to++
		}
		if n := to - from; (n == 32 || n == 64) && (strings.Contains(line[:i], "nonce=") || strings.Contains(line[:i], "Credential=")) {
			r.add(from, to, d, Certain, byChecksum, n)
			break
		}
	}
	return last
}
