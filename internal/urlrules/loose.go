package urlrules

import (
	"bytes"

	"github.com/fieldsafe/fieldsafe/internal/urlparts"
)

// firstLoose reads input that begins with neither a scheme and slashes nor a
// path: user:password@host and data source names without white space.
func (e *engine) firstLoose(v *view, s segment, depth int) int {
	b := v.b
	end := s.End
	for end > s.Start && b[end-1] <= ' ' {
		end--
	}
	whole := segment{Start: s.Start, End: end}
	if bytes.IndexByte(whole.Of(b), '@') < 0 || foldPrefix(whole.Of(b), "jdbc:") {
		return s.Start
	}
	spaced := bytes.ContainsAny(whole.Of(b), " \t\r\n")
	if l, ok := urlparts.MySQL(b, afterKey(b, whole)); ok && !bytes.ContainsAny(l.User.Of(b), "\"{<") && (!spaced || plainLogin(b, l)) {
		e.login(v, l, "dsn.mysql")
		return l.At + 1
	}
	if spaced {
		return s.Start
	}
	if l, ok := oracleLogin(b, afterName(b, whole)); ok {
		e.login(v, l, "dsn.oracle")
		return l.At + 1
	}
	if bytes.Contains(whole.Of(b), []byte("://")) || bytes.IndexByte(whole.Of(b), '=') >= 0 {
		return s.Start
	}
	if l, ok := e.looseLogin(b, whole, depth); ok {
		e.login(v, l, "userinfo.password")
		return l.At + 1
	}
	return s.Start
}

// afterKey returns s without the "key=" that it begins with.
func afterKey(b []byte, s segment) segment {
	eq, colon := bytes.IndexByte(s.Of(b), '='), bytes.IndexByte(s.Of(b), ':')
	if eq > 0 && eq < colon && all(b[s.Start:s.Start+eq], dotted) {
		s.Start += eq + 1
	}
	return s
}

// afterName returns s without the "name=" that it begins with.
func afterName(b []byte, s segment) segment {
	if eq := bytes.IndexByte(s.Of(b), '='); eq > 0 && all(b[s.Start:s.Start+eq], dotted) {
		s.Start += eq + 1
	}
	return s
}

// plainLogin says whether a user name and a password with white space are no
// sentence: white space stands in the password alone, and no colon after it.
func plainLogin(b []byte, l urlparts.Login) bool {
	pw := l.Password.Of(b)
	space := bytes.IndexByte(pw, ' ')
	return space > 0 && !prose(l.User.Of(b)) && bytes.IndexByte(pw[space:], ':') < 0 && pw[0] > ' '
}
