package urlrules

import (
	"bytes"

	"github.com/fieldsafe/fieldsafe/internal/urlparts"
)

// masked says whether v is what a redactor leaves behind: stars, also around or
// beside a rest, crosses, or a word such as REDACTED, in any brackets and
// percent-encoded or not.
func masked(v []byte) bool {
	if n := len(v); n < 3 || !alnum.holds(v[0]) || !alnum.holds(v[n-1]) || v[n-3] == '%' {
		if v = unwrapped(v); len(v) == 0 {
			return true
		}
	}
	if len(v) >= 3 && (v[0]|0x20 == 'x' || v[0] == '.') && len(bytes.Trim(v, string(v[:1]))) == 0 {
		return true
	}
	switch len(v) {
	case 6:
		return equalFold(v, "masked") || equalFold(v, "hidden")
	case 8:
		return equalFold(v, "redacted") || equalFold(v, "filtered") || equalFold(v, "scrubbed")
	}
	return false
}

// unwrapped returns v without the brackets, quotes and stars around it; nothing
// where there are no more than those, or only the sign of a mask beside a rest.
func unwrapped(v []byte) []byte {
	if bytes.HasPrefix(v, []byte("***")) || bytes.HasSuffix(v, []byte("***")) || urlparts.LabelEnd(v) == len(v) {
		return nil
	}
	for len(v) > 0 && wraps(v[0]) {
		v = v[1:]
	}
	for len(v) > 0 && wraps(v[len(v)-1]) {
		v = v[:len(v)-1]
	}
	if v = trimEncodedBrackets(v); dots(v) {
		return nil
	}
	return v
}

// stars says whether v is stars alone.
func stars(v []byte) bool {
	for _, c := range v {
		if c != '*' {
			return false
		}
	}
	return true
}

// dots says whether v is bullets or ellipses alone.
func dots(v []byte) bool {
	for len(v) > 0 {
		if !bytes.HasPrefix(v, []byte("…")) && !bytes.HasPrefix(v, []byte("•")) && !bytes.HasPrefix(v, []byte("●")) {
			return false
		}
		v = v[len("…"):]
	}
	return true
}

// wraps says whether c may stand around the word of a redactor.
func wraps(c byte) bool {
	switch c {
	case '[', ']', '<', '>', '{', '}', '(', ')', '"', '\'', '*':
		return true
	}
	return false
}

// trimEncodedBrackets removes %5B, %3C, %2A and the like around v.
func trimEncodedBrackets(v []byte) []byte {
	for len(v) >= 3 && v[0] == '%' && bracket(v[:3]) {
		v = v[3:]
	}
	for len(v) >= 3 && bracket(v[len(v)-3:]) {
		v = v[:len(v)-3]
	}
	return v
}

func bracket(v []byte) bool {
	c, ok := hexPair(v[1:])
	return v[0] == '%' && ok && bytes.IndexByte([]byte("[]<>{}()*\"'"), c) >= 0
}

// equalFold compares v with a lower-case word, ignoring ASCII letter case.
func equalFold(v []byte, lower string) bool {
	if len(v) != len(lower) {
		return false
	}
	for i := range v {
		c := v[i]
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		if c != lower[i] {
			return false
		}
	}
	return true
}

// placeholder says whether v stands for a value instead of being one:
// ${NAME}, $NAME, $(command), {{ name }}, {name}, <name>, %s, %(name)s, %NAME%,
// YOUR_TOKEN, your-token.
func placeholder(v []byte) bool {
	if len(v) == 0 {
		return false
	}
	if alnum.holds(v[0]) {
		return constantName(v) || len(v) > 5 && (v[4] == '_' || v[4] == '-') && equalFold(v[:4], "your")
	}
	v = bytes.Trim(v, `"'`)
	if len(v) < 2 {
		return false
	}
	last := v[len(v)-1]
	switch v[0] {
	case '$':
		return v[1] == '{' && (last == '}' || bytes.IndexByte(v, '}') < 0) || v[1] == '(' || v[1] == '$' && last == '}' || variable(bytes.TrimLeft(v, "$"))
	case '{':
		return last == '}' && (v[1] == '{' || named(v[1:len(v)-1]))
	case ':':
		return identifierName(v[1:])
	case '[':
		return last == ']' && variable(v[1:len(v)-1])
	case '<':
		return last == '>' && (v[1] == '%' || named(v[1:len(v)-1]))
	case '%':
		return formatVerb(v[1:]) || v[1] == '(' ||
			last == '%' && len(v) > 2 && variable(v[1:len(v)-1]) || encodedPlaceholder(v)
	case '#':
		return v[1] == '{' && last == '}'
	case '@':
		return v[1] == '{' && last == '}'
	}
	return false
}

// named says whether what stands in brackets is the name or the number of a
// value: not where letters and digits take turns, or short pieces follow one
// another, as in what was generated.
func named(v []byte) bool {
	turns, short, size := 0, 0, 0
	kind := byte('.')
	for i, c := range v {
		k := byte('a')
		switch {
		case c == '!' || c == '^' || c == '&' || c == '~':
			return false
		case c >= '0' && c <= '9':
			k = '0'
		case c >= 'A' && c <= 'Z':
			k = 'A'
		}
		if (k == '0') != (kind == '0') || i == 0 {
			turns++
		}
		if k != kind && k != 'a' || kind == '0' {
			if size > 0 && size < 3 {
				short++
			}
			size = 0
		}
		size++
		kind = k
	}
	if size < 3 {
		short++
	}
	return turns < 4 && (turns < 2 || short < 3 && (v[0] < '0' || v[0] > '9'))
}

// formatVerb says whether v is flags and the letter of a verb, as after "%".
func formatVerb(v []byte) bool {
	last := v[len(v)-1]
	return len(v) <= 3 && (last == 's' || last == 'v' || last == 'q') && len(bytes.Trim(v[:len(v)-1], "#+-")) == 0
}

// identifierName says whether v is small letters and underscores alone.
func identifierName(v []byte) bool {
	for _, c := range v {
		if (c < 'a' || c > 'z') && c != '_' {
			return false
		}
	}
	return true
}

// constantName says whether v is words in capitals joined by underscores, or one
// that stands for a secret in descriptions of a syntax.
func constantName(v []byte) bool {
	switch string(v) {
	case "PASSWORD", "PASSWD", "PASS", "PWD", "TOKEN", "SECRET", "APIKEY":
		return true
	}
	joined := false
	for i, c := range v {
		if c == '_' {
			joined = joined || i > 2 && i+3 < len(v)
		} else if c < 'A' || c > 'Z' {
			return false
		}
	}
	return joined
}

// encodedPlaceholder recognises a percent-encoded <name> or {name}.
func encodedPlaceholder(v []byte) bool {
	if len(v) < 7 || v[len(v)-3] != '%' {
		return false
	}
	open, ok := hexPair(v[1:])
	shut, ok2 := hexPair(v[len(v)-2:])
	return ok && ok2 && (open == '<' && shut == '>' || open == '{' && shut == '}')
}

// variable says whether v is the name of an environment variable.
func variable(v []byte) bool {
	for i, c := range v {
		if !(c >= 'A' && c <= 'Z' || c == '_' || i > 0 && c >= '0' && c <= '9') {
			return false
		}
	}
	return len(v) > 1
}

// flag says whether v is a word or a number that answers yes or no, or names a
// mode, and so no secret.
func flag(v []byte) bool {
	switch len(v) {
	case 1:
		return v[0] == '0' || v[0] == '1'
	case 2:
		return equalFold(v, "on") || equalFold(v, "no")
	case 3:
		return equalFold(v, "off") || equalFold(v, "yes")
	case 4:
		return equalFold(v, "true") || equalFold(v, "none") || equalFold(v, "null")
	case 5:
		return equalFold(v, "false")
	case 9:
		return equalFold(v, "undefined")
	}
	return false
}

// authMode says whether v names a way to authenticate.
func authMode(v []byte) bool {
	for _, m := range [...]string{"none", "basic", "digest", "bearer", "ntlm", "negotiate", "oauth2", "oauth", "kerberos", "plain", "default", "jwt", "saml", "ldap", "login", "required", "google", "github", "token", "apikey", "session", "required", "password"} {
		if equalFold(v, m) {
			return true
		}
	}
	return flag(v)
}

// directory says whether v is a path, as the values of a pwd parameter often
// are.
func directory(v []byte) bool {
	if len(v) == 0 {
		return false
	}
	return v[0] == '/' || v[0] == '~' || len(v) >= 3 && v[1] == ':' && (v[2] == '\\' || v[2] == '/' || v[2] == '%') || len(v) >= 7 && equalFold(v[1:4], "%3a") && (equalFold(v[4:7], "%5c") || equalFold(v[4:7], "%2f")) ||
		len(v) >= 3 && (equalFold(v[:3], "%2f") || equalFold(v[:3], "%7e"))
}

// plainPath says whether v is the path of a directory whose names are words.
func plainPath(v []byte) bool {
	return bytes.LastIndexByte(v, '/') > 0 && bytes.IndexFunc(v, func(r rune) bool { return r != '/' && r != '-' && r != '_' && (r < 'a' || r > 'z') }) < 0
}

// random says whether v looks generated: at least n bytes of a token's
// alphabet, digits and letters mixed.
func random(v []byte, n int) bool {
	if len(v) < n {
		return false
	}
	letters, digits, turns, marks := 0, 0, 0, 0
	prev := byte(0)
	for _, c := range v {
		kind := byte('.')
		switch {
		case c >= '0' && c <= '9':
			digits++
			kind = '0'
		case c >= 'a' && c <= 'z':
			letters++
			kind = 'a'
		case c >= 'A' && c <= 'Z':
			letters++
			kind = 'A'
		case c == '-' || c == '_' || c == '.' || c == '=' || c == '~' || c == '%' || c == '+' || c == ':':
			marks++
		default:
			return false
		}
		if kind != prev {
			turns++
		}
		prev = kind
	}
	if marks >= 2 && wordy(v) {
		return false
	}
	mixed := letters > 0 && digits > 0 && (turns >= 4 || marks == 0 && len(v) >= 24)
	return mixed || letters >= 20 && turns >= 8
}

// wordy says whether at least two of the pieces between the punctuation of v are
// words: three or more lower-case letters.
func wordy(v []byte) bool {
	words, n, plain := 0, 0, true
	for i := 0; i <= len(v); i++ {
		switch {
		case i == len(v) || v[i] == '-' || v[i] == '_' || v[i] == '.' || v[i] == '+' || v[i] == '%':
			if plain && n >= 3 {
				words++
			}
			n, plain = 0, true
		default:
			n++
			plain = plain && v[i] >= 'a' && v[i] <= 'z'
		}
	}
	return words >= 2
}
