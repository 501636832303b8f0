package urlrules

import (
	"bytes"

	"github.com/fieldsafe/fieldsafe/internal/urlparts"
)

// authorization says whether text ends in the name of the header field, perhaps
// in quotes.
func authorization(text []byte) bool {
	const name = "authorization"
	if n := len(text); n > len(name) && (text[n-1] == '"' || text[n-1] == '\'') {
		text = text[:n-1]
	}
	n := len(text)
	return n >= len(name) && text[n-1]|0x20 == 'n' && equalFold(text[n-len(name):], name) && (n == len(name) || !alnum.holds(text[n-len(name)-1]))
}

// header reports the credentials of the Authorization field whose name ends at
// the colon at i (RFC 9110, section 11.6.2), and returns where they end.
func (e *engine) header(s *scanner, i int) int {
	b, end := s.v.b, s.span.End
	name := segment{Start: i - len("authorization"), End: i}
	if b[i-1] == '"' || b[i-1] == '\'' {
		name.Start, name.End = name.Start-1, name.End-1
	}
	for i++; i < end && (b[i] == ' ' || b[i] == '"' || b[i] == '\''); {
		i++
	}
	scheme := segment{Start: i, End: wordEnd(b, i, end)}
	if scheme.End == end || b[scheme.End] != ' ' || !headerScheme(scheme.Of(b)) {
		return i
	}
	secret := segment{Start: scheme.End + 1}
	secret.End = wordEnd(b, secret.Start, end)
	if v := secret.Of(b); len(v) >= 6 && credentials(v) && v[0] != '$' && e.reportable(v) {
		e.add(s.v, Match{Start: secret.Start, End: secret.End, NameStart: name.Start, NameEnd: name.End, Reason: "header.authorization", Component: Header, Kind: Parameter, Confidence: Firm})
	}
	return secret.End
}

func headerScheme(b []byte) bool {
	for _, name := range [...]string{"basic", "bearer", "token", "apikey", "negotiate", "ntlm"} {
		if equalFold(b, name) {
			return true
		}
	}
	return false
}

// wordEnd returns the end of the word that i is in, which ends at white space,
// quotes, commas and backslashes.
func wordEnd(b []byte, i, end int) int {
	for i < end && b[i] > ' ' && bytes.IndexByte([]byte("\"',;\\`"), b[i]) < 0 {
		i++
	}
	return i
}

// acrossTabs reads the user information of the URL in running text from start,
// of which a tab at end, which WHATWG drops, interrupts the user name or the
// password. It returns where that ends, or 0.
func (e *engine) acrossTabs(s *scanner, start, end int) int {
	b, v := s.v.b, s.v
	stop := end
	for stop < s.span.End && stop-end < maxQuoted && (kinds[b[stop]] != hard || b[stop] == '\t') {
		stop++
	}
	if before := b[start:end]; s.depth >= maxDepth || !openLogin(before) && !openUser(before) {
		return 0
	}
	if bytes.IndexByte(b[start:end], '@') >= 0 || bytes.IndexByte(b[end:stop], '@') < 0 {
		return 0
	}
	part := view{b: b[start:stop], base: v.base + start}
	if v.off != nil {
		part.off = v.off[start : stop+1]
	}
	w := &e.views[s.depth+1]
	w.without(&part)
	var u target
	u.URL = urlparts.SplitAuthority(w.b, 0, len(w.b))
	user := u.User.Of(w.b)
	if !u.HasPassword || u.Malformed || bytes.IndexByte(user, '.') >= 0 || !plausibleHost(u.Host.Of(w.b), false) {
		return 0
	}
	u.describe(w.b)
	e.userinfo(w, &u)
	return stop
}
