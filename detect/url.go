package detect

import (
	"strings"
	"unicode/utf8"

	"github.com/fieldsafe/fieldsafe/internal/urlrules"
)

// urlFinders are the finders that the kinds of matches belong to.
var urlFinders = [urlrules.Kinds]finder{
	urlrules.Userinfo:   findUserinfo,
	urlrules.Parameter:  findParameter,
	urlrules.Connection: findConnection,
	urlrules.Capability: findCapability,
	urlrules.OneTime:    findOneTimeKey,
	urlrules.Npm:        findNpm,
	urlrules.AzureKey:   findConnection,
}

// slashes looks for credentials in the URL whose :// stands at position at.
func (r *run) slashes(at int) {
	if r.wantsURLs && at >= r.afterURL {
		r.lastURL, r.afterURL = at, r.url(r.afterURL, at)
	}
}

// dataSource looks for credentials without a scheme before the @ at position at:
// those of data source names of MySQL and Oracle, and of hosts with a port or a
// path. It reports whether a password ends at the @, which so belongs to no
// address. What is not UTF-8 is no login: binary data has an @ everywhere.
func (r *run) dataSource(at int) bool {
	if !r.wantsURLs || at >= r.lastURL && at < r.afterURL || !opensAddress(r.text[at+1:]) {
		return false
	}
	from := max(0, at-maxLogin)
	if from += strings.LastIndexAny(r.text[from:at], " \t\n\"") + 1; strings.ContainsAny(r.text[from:at], ":/") && utf8.ValidString(r.text[from:at]) {
		r.url(0, at)
	}
	n := len(r.found)
	return n > r.base && r.found[n-1].End == at
}

// maxLogin bounds a user name and a password without a scheme.
const maxLogin = 128

// opensAddress reports whether s begins like the address of a data source:
// "network(", "(", "/", or a host and a port or a path.
func opensAddress(s string) bool {
	i := 0
	for i < len(s) && i < maxLabel && (isWordByte(s[i]) || s[i] == '.' || s[i] == '-') {
		i++
	}
	switch {
	case i == len(s):
		return false
	case s[i] == ':':
		return i > 0 && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9'
	}
	return s[i] == '(' && (i == 0 || i >= minNetwork) || s[i] == '/'
}

// minNetwork is the length of the shortest network, tcp.
const minNetwork = 3

// keyOfList reads the line of a key that ends at end as a connection string, where
// it is one of a list with semicolons: values there may be quoted and hold blanks.
func (r *run) keyOfList(end int) {
	if d := r.finder(findConnection); d != nil && strings.HasPrefix(r.text[end:], "=") && strings.IndexByte(r.text[end:lineEnd(r.text, end, end+maxLine)], ';') >= 0 {
		r.readAhead(d, end, end)
	}
}

// keyOfQuery looks for credentials in the reference without a scheme, as in
// "GET /path?token=...", whose query holds the key with the word [start, end).
func (r *run) keyOfQuery(start, end int) {
	if end == len(r.text) || r.text[end] != '=' || !r.wantsURLs || start < r.afterURL {
		return
	}
	from := start
	for from > 0 && start-from < maxName && isKeyByte(r.text[from-1]) {
		from--
	}
	if from > 0 && strings.IndexByte("?&#", r.text[from-1]) >= 0 {
		r.lastURL, r.afterURL = start, r.url(max(r.afterURL, r.floor), start)
	}
}

// maxLine bounds how much of a line around a keyword is read as a connection
// string.
const maxLine = 1024

// connection reads the line around the keyword at [start, end) as a connection
// string, and returns how far.
func (r *run) connection(start, end int) int {
	from, to := lineStart(r.text, start, max(r.floor, start-maxLine)), lineEnd(r.text, end, end+maxLine)
	var buf [4]urlrules.Match
	for _, m := range urlrules.AppendText(buf[:0], r.text, from, to, nil) {
		if k := m.Kind; k == urlrules.Connection || k == urlrules.AzureKey || k == urlrules.Parameter && m.Component == urlrules.Field {
			r.urlMatch(&m)
		}
	}
	return to
}

// wantsURLs reports whether one of detectors looks for credentials in URLs.
func wantsURLs(r *rules) bool {
	for f := findUserinfo; f <= findOneTimeKey; f++ {
		if r.finder(f) != nil {
			return true
		}
	}
	return false
}

// url looks at the token of the text that the anchor stands in, and returns
// where it ends.
func (r *run) url(from, anchor int) int {
	var buf [4]urlrules.Match
	found, end := urlrules.AppendToken(buf[:0], r.text, from, anchor, nil)
	for i := range found {
		r.urlMatch(&found[i])
	}
	return max(end, anchor+1)
}

// urlMatch adds a match. A detector that knows the vendor or the whole of the
// URL goes before it, but an address that a password seems to hold does not.
func (r *run) urlMatch(m *urlrules.Match) {
	d := r.finder(urlFinders[m.Kind])
	if d == nil {
		d = r.finder(urlFinders[m.Kind.Base()])
	}
	if d == nil {
		return
	}
	if rest := r.text[m.Start:m.End]; inLabel(r.text, m.Start) && strings.IndexByte(rest, ']') >= 0 {
		return // the text before the network of a data source name may begin within a label
	}
	n := len(r.found)
	start := m.Start
	if m.Component == urlrules.Password {
		start = issuedFrom(r.text, start)
	}
	r.add(start, m.End, d, urlConfidence(m.Confidence), byChecksum, m.End-m.Start)
	if len(r.found) > n && !m.Malformed && !(m.Component == urlrules.Password && strings.ContainsAny(r.text[m.Start:m.End], addressEnds)) {
		r.found[n].rank = rankOf(Likely, byContext, m.End-m.Start)
	}
}

// addressEnds are bytes that cannot stand in the address that seems to begin
// after one of them in a password.
const addressEnds = " @!$&'()*,;=|^`\"<>{}[]/?#:"

// issuedFrom returns where the user name before the password at i begins when it
// was issued together with it, else i.
func issuedFrom(text string, i int) int {
	start := i - 1
	for start > 0 && i-start < maxName && (isKeyByte(text[start-1])) {
		start--
	}
	if start > 1 && text[i-1] == ':' && text[start-1] == '/' && isIssued(text[start:i-1]) && !isKeyID(text[start:i-1]) {
		return start
	}
	return i
}

func urlConfidence(c urlrules.Confidence) Confidence {
	switch c {
	case urlrules.Proof:
		return Certain
	case urlrules.Firm:
		return Likely
	}
	return Possible
}

// isKeyID reports whether a user name is an access key ID of AWS, which is a
// finding by itself.
func isKeyID(name string) bool {
	return len(name) == 20 && (strings.HasPrefix(name, "AKIA") || strings.HasPrefix(name, "ASIA"))
}
