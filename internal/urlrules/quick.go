package urlrules

import (
	"bytes"
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/urlparts"
)

// plainBytes may stand in a path or a value that only tokens make interesting.
var plainBytes = [256]bool{
	'a': true, 'b': true, 'c': true, 'd': true, 'e': true, 'f': true, 'g': true, 'h': true, 'i': true, 'j': true, 'k': true, 'l': true, 'm': true,
	'n': true, 'o': true, 'p': true, 'q': true, 'r': true, 's': true, 't': true, 'u': true, 'v': true, 'w': true, 'x': true, 'y': true, 'z': true,
	'A': true, 'B': true, 'C': true, 'D': true, 'E': true, 'F': true, 'G': true, 'H': true, 'I': true, 'J': true, 'K': true, 'L': true, 'M': true,
	'N': true, 'O': true, 'P': true, 'Q': true, 'R': true, 'S': true, 'T': true, 'U': true, 'V': true, 'W': true, 'X': true, 'Y': true, 'Z': true,
	'0': true, '1': true, '2': true, '3': true, '4': true, '5': true, '6': true, '7': true, '8': true, '9': true, '-': true, '.': true, '_': true, '~': true, ',': true,
}

// Segments of a path and values of a query up to these lengths are too short
// for every rule that looks at their shape.
const (
	shortSegment = 9
	shortValue   = 15
)

// ordinary splits a web URL whose host and path no rule can apply to into u, in
// one pass. clean says that none applies to its user information and its query
// either. Not ok says nothing. It is there for speed: the rules alone give the
// same results.
func ordinary(raw string, u *urlparts.URL) (clean, ok bool) {
	start := 0
	switch {
	case len(raw) > 8 && raw[:8] == "https://":
		start = 8
	case len(raw) > 7 && raw[:7] == "http://":
		start = 7
	default:
		if start = plainLogins(raw); start == 0 {
			return false, false
		}
	}
	u.Scheme.End = start - len("://")
	i, ok := ordinaryHost(raw, start)
	if !ok || i < len(raw) && raw[i] != '/' && raw[i] != '?' {
		if start, ok = ordinaryLogin(raw, start, u); !ok {
			return false, false
		}
		if i, ok = ordinaryHost(raw, start); !ok {
			return false, false
		}
	}
	u.HasAuthority, u.Host, u.Path.Start = true, urlparts.Span{Start: start, End: i}, i
	if i, ok = ordinaryPath(raw, i); !ok {
		return false, false
	}
	u.Path.End = i
	if i == len(raw) {
		return !u.HasUserinfo, true
	}
	if raw[i] == '?' && ordinaryQuery(raw, i+1) { // which is as good as none
		return !u.HasUserinfo, true
	}
	hash := strings.IndexByte(raw[i:], '#')
	if hash < 0 {
		hash = len(raw) - i
	} else {
		u.Fragment = urlparts.Span{Start: i + hash + 1, End: len(raw)}
	}
	u.Query = urlparts.Span{Start: min(i+1, i+hash), End: i + hash}
	return false, (raw[i] == '?' || hash == 0) && printable(raw[i:])
}

// plainLogins returns where the authority begins of a URL whose scheme, up to 12
// small letters, has no rules but for its user information and its query; else 0.
func plainLogins(raw string) int {
	n := 0
	for n < len(raw) && n <= 12 && raw[n] >= 'a' && raw[n] <= 'z' {
		n++
	}
	if n < 2 || n > 12 || len(raw) < n+3 || raw[n:n+3] != "://" || raw[:n] == "jdbc" {
		return 0
	}
	switch kindOf(raw[:n]) {
	case plainScheme, databaseScheme, loginScheme:
		return n + 3
	}
	return 0
}

// ordinaryLogin passes over user information, which it splits into u, to the
// byte after the "@".
func ordinaryLogin(raw string, start int, u *urlparts.URL) (int, bool) {
	colon := -1
	i := start
	for ; i < len(raw) && raw[i] != '@'; i++ {
		switch c := raw[i]; {
		case plainBytes[c], c == '!', c == '$', c == '*', c == '+':
		case c == ':':
			if colon < 0 {
				colon = i
			}
		default:
			return 0, false
		}
	}
	if i == len(raw) {
		return 0, false
	}
	u.HasUserinfo, u.At, u.AtEnd = true, i, i+1
	u.User, u.Password = urlparts.Span{Start: start, End: i}, urlparts.Span{Start: i, End: i}
	if colon >= 0 {
		u.HasPassword, u.User.End, u.Password.Start = true, colon, colon+1
	}
	return i + 1, true
}

// ordinaryPath passes over a path whose segments are too short for a token, or
// words.
func ordinaryPath(raw string, i int) (int, bool) {
	for i < len(raw) && raw[i] == '/' {
		start := i + 1
		for i = start; i < len(raw) && plainBytes[raw[i]]; i++ {
		}
		if i-start > shortSegment && !slug(raw[start:i]) {
			return i, false
		}
	}
	return i, true
}

// printable says whether s is ASCII without white space, controls and
// backslashes.
func printable(s string) bool {
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7F || c == '\\' {
			return false
		}
	}
	return true
}

// ordinaryHost passes over a host in lower case whose domain has no rules, and
// its port.
func ordinaryHost(raw string, start int) (int, bool) {
	i := start
	for i < len(raw) && (plainBytes[raw[i]] && (raw[i] < 'A' || raw[i] > 'Z')) {
		i++
	}
	host := raw[start:i]
	if len(host) == 0 || host[len(host)-1] == '.' || hostRules(lastLabels(host)) != nil {
		return 0, false
	}
	if i < len(raw) && raw[i] == ':' {
		port := i + 1
		for i++; i < len(raw) && raw[i] >= '0' && raw[i] <= '9'; i++ {
		}
		return i, i > port
	}
	return i, true
}

// lastLabels returns the last two labels of host.
func lastLabels[S string | []byte](host S) S {
	dots := 0
	for i := len(host) - 1; i >= 0; i-- {
		if host[i] == '.' {
			if dots++; dots == 2 {
				return host[i+1:]
			}
		}
	}
	return host
}

// slug says whether a segment is words of letters: short enough and without
// digits, so that it cannot be a token.
func slug(s string) bool {
	if len(s) >= 20 {
		return false
	}
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			return false
		}
	}
	return true
}

// ordinaryQuery says that no parameter from i on can be a secret.
func ordinaryQuery(raw string, i int) bool {
	for i < len(raw) {
		start := i
		for i < len(raw) && plainBytes[raw[i]] {
			i++
		}
		if i == len(raw) || raw[i] != '=' || !harmlessEnding(raw[start:i]) {
			return false
		}
		i++
		start = i
		for i < len(raw) && plainBytes[raw[i]] {
			i++
		}
		if i-start > shortValue || i < len(raw) && raw[i] != '&' {
			return false
		}
		i++
	}
	return true
}

// ordinaryFields reads input that is key=value pairs of libpq alone, with one
// space between them and neither quotes nor escapes, in one pass. False says
// nothing. It is there for speed: the rules alone give the same results.
func (e *engine) ordinaryFields(v *view) bool {
	b := v.b
	if !libpq(b) || !connectionKey(b[:bytes.IndexByte(b, '=')]) {
		return false
	}
	all := segment{End: len(b)}
	none := openQuotes{len(b), len(b), len(b)}
	var name normalName
	for i := 0; i < len(b); {
		var f urlparts.Field
		f.Key.Start = i
		for i < len(b) && (alnum.holds(b[i]) || b[i] == '_') {
			i++
		}
		if f.Key.End = i; i == f.Key.Start || i == len(b) || b[i] != '=' {
			return false
		}
		f.Value.Start = i + 1
		for i++; i < len(b) && (plainBytes[b[i]] && b[i] != ',' || b[i] == '!' || b[i] == '$' || b[i] == '*' || b[i] == '+'); {
			i++
		}
		if f.Value.End = i; i < len(b) && b[i] != ' ' {
			return false
		}
		i++
		f.Next = min(i, len(b))
		if harmlessEnding(f.Key.Of(b)) {
			continue
		}
		if name.set(f.Key.Of(b)); e.secretField(b, &name, f, urlparts.Spaces) {
			e.field(v, &name, f, all, urlparts.Spaces, &none)
		}
	}
	return true
}
