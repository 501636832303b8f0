// Package urlreaders says what common parsers take for the user information of a
// URL. It models what they do with it, not the rest of them; the tests hold the
// models to measured readings.
package urlreaders

import (
	"net/url"
	"strings"
)

// Reader is one parser.
type Reader struct {
	Name string
	// Userinfo returns the bytes that the parser takes for user information,
	// half-open, without the "@"; end is 0 where it takes none or fails.
	Userinfo func(raw string) (start, end int)
}

// All returns the readers, those of standards first.
func All() []Reader {
	return []Reader{
		{"RFC 3986", rfc3986},
		{"WHATWG", whatwg},
		{"net/url", netURL},
		{"curl", curl},
		{"git", git},
		{"Python", python},
	}
}

// schemeEnd returns the position of the colon after the scheme that s[from:]
// begins with, or -1. Bytes that keep refuses are passed over.
func schemeEnd(s string, from int, dropped string) int {
	for i := from; i < len(s); i++ {
		switch c := s[i]; {
		case c|0x20 >= 'a' && c|0x20 <= 'z':
		case i > from && (c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'):
		case c == ':' && i > from:
			return i
		case strings.IndexByte(dropped, c) >= 0:
		default:
			return -1
		}
	}
	return -1
}

// authority returns the end of the authority that begins at start.
func authority(s string, start int, ends string) int {
	if i := strings.IndexAny(s[start:], ends); i >= 0 {
		return start + i
	}
	return len(s)
}

// split returns the user information of s[start:end], which ends at its last
// "@", and the host after it.
func split(s string, start, end int) (at int, host string) {
	at = strings.LastIndexByte(s[start:end], '@')
	if at < 0 {
		return 0, ""
	}
	return start + at, s[start+at+1 : end]
}

// rfc3986 follows the grammar of RFC 3986, section 3.2, in the authority.
func rfc3986(raw string) (start, end int) {
	start = schemeEnd(raw, 0, "") + 1
	if !strings.HasPrefix(raw[start:], "//") {
		return 0, 0
	}
	start += 2
	at, host := split(raw, start, authority(raw, start, "/?#"))
	name, port := hostPort(host)
	if at <= start || !grammatical(raw[start:at], ":") || !digits(port) {
		return 0, 0
	}
	if literal := strings.HasPrefix(name, "["); literal != strings.HasSuffix(name, "]") || !literal && !grammatical(name, "") {
		return 0, 0
	}
	return start, at
}

// grammatical says whether s is of unreserved bytes, sub-delimiters, further
// bytes, and well-formed percent escapes.
func grammatical(s, further string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c|0x20 >= 'a' && c|0x20 <= 'z', c >= '0' && c <= '9':
		case c == '%' && i+2 < len(s) && hexDigit(s[i+1]) && hexDigit(s[i+2]):
			i += 2
		case strings.IndexByte("-._~!$&'()*+,;=", c) >= 0, strings.IndexByte(further, c) >= 0:
		default:
			return false
		}
	}
	return true
}

func hexDigit(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f'
}

// hostPort cuts the port off, at the last colon outside brackets.
func hostPort(host string) (name, port string) {
	if i := strings.LastIndexByte(host, ':'); i > strings.LastIndexByte(host, ']') {
		return host[:i], host[i+1:]
	}
	return host, ""
}

func digits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// numericPort says whether s may be a port, or none.
func numericPort(s string) bool {
	s = strings.TrimLeft(s, "0")
	return digits(s) && (len(s) < 5 || len(s) == 5 && s <= "65535")
}

// netURL asks net/url itself.
func netURL(raw string) (start, end int) {
	u, err := url.Parse(raw)
	if err != nil || u.User == nil {
		return 0, 0
	}
	start = strings.Index(raw, "//") + len("//")
	at, _ := split(raw, start, authority(raw, start, "/?#"))
	return start, at
}

// git follows credential_from_url_gently of credential.c: the first "@", and
// only before the first slash.
func git(raw string) (start, end int) {
	i := strings.Index(raw, "://")
	if i <= 0 || strings.IndexByte(raw, '\n') >= 0 {
		return 0, 0
	}
	start = i + len("://")
	at := strings.IndexByte(raw[start:authority(raw, start, "/?#")], '@')
	if at < 0 {
		return 0, 0
	}
	return start, start + at
}
