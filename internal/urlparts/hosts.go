package urlparts

import "bytes"

// NextLogin moves u on to the next user information in its list of hosts, as in
// u:p@h1,v:q@h2, and reports whether there is one.
func (u *URL) NextLogin(b []byte) bool {
	start, end := u.Host.Start, u.Host.End
	at := lastAt(b, start, end)
	if at < 0 {
		return false
	}
	if start = afterHosts(b, start, at); start == u.Host.Start {
		return false
	}
	if first := firstLogin(b, start, at); first >= 0 {
		at = first
	}
	u.At, u.AtEnd, u.Malformed = at, at+1, false
	u.userinfo(b, start, at)
	u.Host.Start = at + 1
	return true
}

// firstLogin returns the "@" that ends the user:password of b[start:last] where
// the list of hosts after it holds user:password@ again, or -1. The last "@" of the list is at last.
func firstLogin(b []byte, start, last int) int {
	if bytes.IndexByte(b[start:last], ',') < 0 || !opensLogin(b[start:last+1]) {
		return -1
	}
	for from := start; from < last; {
		i := bytes.IndexByte(b[from:last], '@')
		if i < 0 {
			break
		}
		at := from + i
		from = at + 1
		if host := afterHosts(b, from, last); host > from && opensLogin(b[host:last+1]) {
			return at
		}
	}
	return -1
}

// afterHosts passes over the hosts and commas that b[start:end] begins with.
func afterHosts(b []byte, start, end int) int {
	for {
		host := plainHost(b, start, end)
		if host == start || host >= end || b[host] != ',' {
			return start
		}
		start = host + 1
	}
}

// opensLogin says whether b begins with a user name, a colon, a password and "@".
func opensLogin(b []byte) bool {
	at := bytes.IndexByte(b, '@')
	colon := bytes.IndexByte(b[:max(at, 0)], ':')
	return colon >= 0 && colon+1 < at && bytes.IndexByte(b[:colon], ',') < 0
}

// plainHost returns the end of the host and its numeric port that b[start:end]
// begins with.
func plainHost(b []byte, start, end int) int {
	i := start
	for i < end && (letter(b[i]) || b[i] >= '0' && b[i] <= '9' || b[i] == '.' || b[i] == '-' || b[i] == '_') {
		i++
	}
	if i > start && i < end && b[i] == ':' {
		for i++; i < end && b[i] >= '0' && b[i] <= '9'; {
			i++
		}
	}
	return i
}

// longestPassword bounds how far a password behind an empty port is followed.
const longestPassword = 256

// emptyPort says whether what reads as a host with an empty port, from start to
// hostEnd, is a user name whose password begins with "/", "?" or "#".
func emptyPort(b []byte, start, hostEnd, end int) bool {
	host := b[start:hostEnd]
	if len(host) == 0 || host[len(host)-1] != ':' {
		return false
	}
	if name := host[:len(host)-1]; bytes.ContainsAny(name, ".:[") || fold(name, "localhost") {
		return false
	}
	at := lastAt(b, hostEnd, end)
	if at < 0 || at-hostEnd > longestPassword || at-hostEnd < 2 || b[at-1] == '/' || b[at-1] == '@' {
		return false
	}
	host = b[at+1 : end]
	n := plainHost(host, 0, len(host))
	if n == 0 || n < len(host) && host[n] != '/' && host[n] != '?' && host[n] != '#' && host[n] != ',' {
		return false
	}
	password := b[hostEnd+1 : at]
	if b[hostEnd] == '?' && bytes.IndexByte(password, '=') >= 0 || bytes.Contains(password, []byte("***")) { // a mask, of what was found before
		return false
	}
	return bytes.IndexByte(password, '/') < 0 || bytes.ContainsAny(password, "0123456789!$%&*#^~+=") || mixed(password)
}

// mixed says whether a capital letter follows a small one in b.
func mixed(b []byte) bool {
	for i := 1; i < len(b); i++ {
		if b[i] >= 'A' && b[i] <= 'Z' && b[i-1] >= 'a' && b[i-1] <= 'z' {
			return true
		}
	}
	return false
}
