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
	if bytes.IndexByte(whole.Of(b), '@') < 0 || bytes.ContainsAny(whole.Of(b), " \t\r\n") || foldPrefix(whole.Of(b), "jdbc:") {
		return s.Start
	}
	if l, ok := urlparts.MySQL(b, whole); ok {
		e.login(v, l, "dsn.mysql")
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
