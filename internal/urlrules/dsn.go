package urlrules

import (
	"bytes"

	"github.com/fieldsafe/fieldsafe/internal/urlparts"
)

// login reports the credentials of a data source name.
func (e *engine) login(v *view, l urlparts.Login, reason string) {
	m := Match{CutStart: l.User.Start, CutEnd: l.At + 1, Kind: Connection, Reason: reason}
	if reason == "dsn.oracle" {
		m.CutEnd = l.At
	}
	if reason == "userinfo.password" {
		m.Kind = Userinfo
	}
	if l.Password.Empty() || !e.reportable(l.Password.Of(v.b)) {
		return
	}
	if user := l.User.Of(v.b); e.reportable(user) {
		u := m
		u.Start, u.End, u.Component, u.Confidence = l.User.Start, l.User.End, UserName, Weak
		e.add(v, u)
	}
	m.Start, m.End, m.Component, m.Confidence = l.Password.Start, l.Password.End, Password, Firm
	e.add(v, m)
}

// oracleLogin reads user/password@//host:port/service of SQL*Plus, with or
// without the slashes, or with a description or a name in their place.
func oracleLogin(b []byte, tok segment) (urlparts.Login, bool) {
	l, ok := urlparts.Oracle(b, tok)
	if !ok || l.User.Empty() || l.Password.Empty() || bytes.IndexByte(l.User.Of(b), ':') >= 0 || b[l.Password.Start] == '/' {
		return l, false
	}
	return l, easyConnect(b[l.At+1:tok.End]) || oracleTool(b[:tok.Start])
}

// oracleTool says whether text ends in the name of a program that logs in to
// Oracle, or in one of its options.
func oracleTool(text []byte) bool {
	text = bytes.TrimRight(text, " ")
	for i := bytes.LastIndexByte(text, ' '); i > 0 && i+1 < len(text) && text[i+1] == '-'; i = bytes.LastIndexByte(text, ' ') {
		text = bytes.TrimRight(text[:i], " ")
	}
	switch string(text[bytes.LastIndexAny(text, " /(`")+1:]) {
	case "sqlplus", "sqlldr", "sqlcl", "expdp", "impdp", "rman":
		return true
	}
	return false
}

// easyConnect says whether b is //host, host:port/service or (DESCRIPTION=…).
func easyConnect(b []byte) bool {
	if bytes.HasPrefix(b, []byte("//")) || foldPrefix(b, "(description") {
		return true
	}
	colon, slash := bytes.IndexByte(b, ':'), bytes.IndexByte(b, '/')
	return colon > 0 && slash > colon+1 && digits(b[colon+1:slash])
}

// looseLogin reads user:password@host without a scheme. In running text the
// host needs a dot or a port, and the password more than digits.
func (e *engine) looseLogin(b []byte, tok segment, depth int) (urlparts.Login, bool) {
	none := urlparts.Login{}
	colon := bytes.IndexByte(tok.Of(b), ':')
	if colon <= 0 {
		return none, false
	}
	if colon == 1 && tok.Start+2 < tok.End && (b[tok.Start+2] == '\\' || b[tok.Start+2] == '/') {
		return none, false // a drive
	}
	user := segment{Start: tok.Start, End: tok.Start + colon}
	sip := equalFold(user.Of(b), "sip") || equalFold(user.Of(b), "sips")
	if sip || looksScheme(b, user, tok) {
		rest := segment{Start: user.End + 1, End: tok.End}
		for rest.Start < rest.End && b[rest.Start] == '/' {
			rest.Start++
		}
		colon = bytes.IndexByte(rest.Of(b), ':')
		if colon <= 0 {
			return none, false
		}
		user = segment{Start: rest.Start, End: rest.Start + colon}
	} else if opaqueScheme(user.Of(b)) {
		return none, false
	}
	at := lastUserAt(b, user.End, tok.End)
	if at < 0 || !userBytes(user.Of(b)) || copySource(user.Of(b), b[user.End+1:at], b[at+1:tok.End]) {
		return none, false
	}
	l := urlparts.Login{User: user, Password: segment{Start: user.End + 1, End: at}, At: at}
	whole := e.inHand && depth == 0 && tok.Start == 0 && len(bytes.TrimRight(b[tok.End:], " \r\n")) == 0
	ok := plausibleHost(b[at+1:tok.End], e.inHand && depth == 0) && plausiblePassword(l.Password.Of(b), whole)
	if ok && !sip && !whole {
		ok = strongPassword(l.Password.Of(b), b[at+1:tok.End])
	}
	return l, ok
}

// looksScheme says whether what stands before the first colon is a scheme that
// is followed by a slash.
func looksScheme(b []byte, user, tok segment) bool {
	return user.End+1 < tok.End && b[user.End+1] == '/' && urlparts.Scheme(b, user.Start, tok.End) == user.End
}

// copySource says whether user, a colon and path are git@host:path, and a revision
// follows.
func copySource(user, path, revision []byte) bool {
	at := bytes.IndexByte(user, '@')
	return at > 0 && (account(user[:at]) || bytes.IndexByte(path, '/') >= 0) && !bytes.ContainsAny(revision, ".:/")
}

// lastUserAt returns the last "@" in b[start:end] that a host can follow.
func lastUserAt(b []byte, start, end int) int {
	for i := end - 1; i > start; i-- {
		if b[i] == '@' && b[i-1] != '/' && b[i-1] != '@' {
			return i
		}
	}
	return -1
}

// userBytes says whether a user name without a scheme is plausible: no slash,
// and not a number as in a time of day.
func userBytes(user []byte) bool {
	if masked(user) {
		return true
	}
	for _, c := range user {
		if !word.holds(c) && c != '.' && c != '%' && c != '+' && c != '@' && c != '\\' && c != '$' && c < 0x80 {
			return false
		}
	}
	return !digits(user) && bytes.Count(user, []byte{'\\'}) < 2 // a path
}

// plausibleHost says whether b begins with a host. In running text it needs a
// dot or a port.
func plausibleHost(b []byte, inHand bool) bool {
	n, dots, alpha := 0, 0, false
	for n < len(b) && (word.holds(b[n]) || b[n] == '.' || b[n] == '[' || b[n] == ']' || b[n] >= 0x80) {
		if b[n] == '.' {
			dots++
		}
		alpha = alpha || b[n]|0x20 >= 'a' && b[n]|0x20 <= 'z' || b[n] == '['
		n++
	}
	host := b[:n]
	switch {
	case n > 0 && b[0] == ']':
		return false // a syntax description
	case n == 0:
		return inHand && len(b) > 0 && b[0] == '/'
	case n < len(b) && bytes.IndexByte([]byte(":/?#,;)]}'&|\\"), b[n]) < 0:
		return false
	case digestOrPackage(host):
		return false
	case version(host, dots, alpha):
		return false
	}
	return inHand || dots > 0 || n+1 < len(b) && b[n] == ':' && digits(b[n+1:n+2])
}

// digestOrPackage says whether host is the name of a digest, as behind an image, or
// of a kind of package, as behind the coordinates of one.
func digestOrPackage(host []byte) bool {
	for _, name := range [...]string{"sha256", "sha512", "sha1", "md5", "jar", "aar", "war", "ear", "pom", "klib", "zip"} {
		if equalFold(host, name) {
			return true
		}
	}
	return false
}

// version says whether host is a version such as 1.2.3 or v1.2.
func version(host []byte, dots int, alpha bool) bool {
	if host[0] == 'v' && len(host) > 1 && host[1] >= '0' && host[1] <= '9' {
		return true
	}
	return !alpha && dots != 3
}

// plausiblePassword rules out what stands between colon and at sign in other
// places; a short number only passes in hand.
func plausiblePassword(pw []byte, inHand bool) bool {
	if len(pw) == 0 || pw[0] == ':' || pw[0] == '@' || pw[0] <= ' ' || bytes.Contains(pw, []byte("://")) {
		return false
	}
	if slash := bytes.IndexAny(pw, "/?#,"); slash > 0 && digits(pw[:slash]) {
		return false // a port
	}
	return inHand || len(pw) >= 6 || !digits(pw)
}

// strongPassword says whether user:password@host in running text is more than a
// label before an address: a path follows the host, or the password is no plain
// word.
func strongPassword(pw, host []byte) bool {
	if bytes.IndexByte(host, '/') >= 0 || masked(pw) {
		return true
	}
	return bytes.ContainsAny(pw, "0123456789!$%&*#^~+") && bytes.IndexByte(pw, '.') < 0 && len(pw) >= 4
}
