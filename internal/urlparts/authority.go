package urlparts

import "bytes"

// authority splits user information and hosts from start, and returns where
// the path begins. The user information is the union of what the parsers see:
// it runs to the last "@" before the end of the authority, wherever that is
// for the most generous of them.
func (u *URL) authority(b []byte, start, end int, special bool) int {
	limit := start + indexAny3(b[start:end], '/', '?', '#')
	at := lastAt(b, start, limit)
	hostEnd := limit
	if special {
		at, hostEnd = u.backslash(b, start, limit, at)
	}
	atEnd := at + 1
	if at < 0 && (!numericPorts(b[start:hostEnd]) || emptyPort(b, start, hostEnd, end)) {
		at, atEnd = malformedAt(b, start, hostEnd, end)
		u.Malformed = at >= 0
		if at >= hostEnd {
			hostEnd = atEnd + indexAny3(b[atEnd:end], '/', '?', '#')
		}
	}
	if at < 0 {
		u.Host = Span{start, hostEnd}
		return hostEnd
	}
	if first := firstLogin(b, start, at); first >= 0 && !special {
		at, atEnd = first, first+1
	}
	u.At, u.AtEnd = at, atEnd
	u.userinfo(b, start, at)
	u.Host = Span{atEnd, hostEnd}
	return hostEnd
}

// userinfo splits b[start:at] at its first colon, see userEnd.
func (u *URL) userinfo(b []byte, start, at int) {
	u.HasUserinfo, u.HasPassword = true, false
	u.User, u.Password = Span{start, at}, Span{at, at}
	if colon := userEnd(b[start:at], ':'); colon >= 0 {
		u.HasPassword = true
		u.User.End = start + colon
		u.Password.Start = start + colon + 1
	}
}

// userEnd returns where the delimiter stands that ends the user name, or -1: the
// first one that does not belong to a label.
func userEnd(b []byte, delimiter byte) int {
	label := max(0, LabelEnd(b))
	if i := bytes.IndexByte(b[label:], delimiter); i >= 0 {
		return label + i
	}
	return -1
}

// LabelEnd returns where the label ends that b begins with, or -1. Package
// redact leaves labels in place of values: [REDACTED:us_ssn].
func LabelEnd(b []byte) int {
	if !bytes.HasPrefix(b, []byte("[REDACTED:")) {
		return -1
	}
	end := bytes.IndexByte(b, ']')
	if end < 0 || bytes.ContainsAny(b[:end], " /@") {
		return -1
	}
	return end + 1
}

// backslash settles where the authority of a special scheme ends: at a
// backslash for WHATWG, beyond it for RFC 3986, curl, git and Python, which
// take it as part of the user information when an "@" follows.
func (u *URL) backslash(b []byte, start, limit, at int) (int, int) {
	i := bytes.IndexByte(b[start:limit], '\\')
	if i < 0 {
		return at, limit
	}
	i += start
	before := lastAt(b, start, i)
	if at > i && (before >= 0 || !numericPorts(b[start:i]) || bytes.IndexByte(b[i:at], ':') >= 0) {
		u.Malformed = true
		return at, limit
	}
	return before, i
}

// EndAtBackslash makes the user information of u that of WHATWG, for which the
// first backslash ends the authority of a special scheme, and reports whether that
// is another than was found.
func (u *URL) EndAtBackslash(b []byte) bool {
	if !u.Malformed || !Special(u.Scheme.Of(b)) {
		return false
	}
	start := u.User.Start
	i := bytes.IndexByte(b[start:u.At], '\\')
	if i < 0 {
		return false
	}
	at := lastAt(b, start, start+i)
	if at < 0 {
		return false
	}
	u.At, u.AtEnd = at, at+1
	u.userinfo(b, start, at)
	return true
}

// lastAt returns the position of the last "@" of b[start:end], or -1.
func lastAt(b []byte, start, end int) int {
	if i := bytes.LastIndexByte(b[start:end], '@'); i >= 0 {
		return start + i
	}
	return -1
}

// malformedAt looks for the "@" that a person would see where the authority
// has no valid one: written as %40 or full-width inside the authority, or
// after a "/", "?" or "#" that stands in the password. It returns -1, 0 when
// there is none.
func malformedAt(b []byte, start, hostEnd, end int) (int, int) {
	if i, n := encodedAt(b[start:hostEnd]); i >= 0 && hasColon(b[start:start+i]) {
		return start + i, start + i + n
	}
	if bytes.IndexByte(b[start:hostEnd], ':') < 0 {
		return -1, 0
	}
	if at := lastAt(b, hostEnd, end); at >= 0 {
		return at, at + 1
	}
	return -1, 0
}

// hasColon says whether b holds a colon, as it is, encoded or full-width.
func hasColon(b []byte) bool {
	return bytes.IndexByte(b, ':') >= 0 || bytes.Contains(b, []byte("%3A")) || bytes.Contains(b, []byte("%3a")) || bytes.Contains(b, []byte("："))
}

// encodedAt finds the last "%40", "%2540" or full-width "@".
func encodedAt(b []byte) (pos, length int) {
	for i := len(b) - 3; i >= 0; i-- {
		switch {
		case b[i] == '%' && b[i+1] == '4' && b[i+2] == '0':
			return i, 3
		case b[i] == 0xEF && b[i+1] == 0xBC && b[i+2] == 0xA0:
			return i, 3
		case b[i] == '%' && i+4 < len(b) && string(b[i:i+5]) == "%2540":
			return i, 5
		}
	}
	return -1, 0
}

// numericPorts says whether hosts reads as a list of hosts with numeric ports
// and no encoded "@". Placeholders for a port count as numbers.
func numericPorts(hosts []byte) bool {
	if i, _ := encodedAt(hosts); i >= 0 {
		return false
	}
	for len(hosts) > 0 {
		host := hosts
		if i := bytes.IndexByte(hosts, ','); i >= 0 {
			host, hosts = hosts[:i], hosts[i+1:]
		} else {
			hosts = nil
		}
		if !numericPort(host) {
			return false
		}
	}
	return true
}

func numericPort(host []byte) bool {
	if len(host) > 0 && host[0] == '[' {
		return true
	}
	i := bytes.IndexByte(host, ':')
	if i < 0 {
		return true
	}
	port := host[i+1:]
	if len(port) > 0 && (port[0] == '$' || port[0] == '{' || port[0] == '<') || fold(port, "port") {
		return true
	}
	for _, c := range port {
		if c < '0' || c > '9' {
			return false
		}
	}
	return true
}

// indexAny3 returns the index of the first of three bytes, or len(b).
func indexAny3(b []byte, x, y, z byte) int {
	for i, c := range b {
		if c == x || c == y || c == z {
			return i
		}
	}
	return len(b)
}
