package detect

import (
	"strings"

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
		r.afterURL = r.url(r.afterURL, at)
	}
}

// dataSource looks for the credentials of a MySQL data source name whose network
// stands behind the @ at position at.
func (r *run) dataSource(at int) {
	if rest := r.text[at:]; r.wantsURLs && (strings.HasPrefix(rest, "@tcp(") || strings.HasPrefix(rest, "@unix(")) {
		r.url(0, at)
	}
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
		m := &found[i]
		d := r.finder(urlFinders[m.Kind])
		if d == nil {
			d = r.finder(urlFinders[m.Kind.Base()])
		}
		if d != nil {
			r.urlMatch(m, d)
		}
	}
	return max(end, anchor+1)
}

// urlMatch adds a match. A detector that knows the vendor or the whole of the
// URL goes before it, but an address that a password seems to hold does not.
func (r *run) urlMatch(m *urlrules.Match, d *Detector) {
	if rest := r.text[m.Start:m.End]; inLabel(r.text, m.Start) && strings.IndexByte(rest, ']') >= 0 {
		return // the text before the network of a data source name may begin within a label
	}
	n := len(r.found)
	start := m.Start
	if m.Component == urlrules.Password {
		start = issuedFrom(r.text, start)
	}
	r.add(start, m.End, d, urlConfidence(m.Confidence), byChecksum, m.End-m.Start)
	if len(r.found) > n && !m.Malformed && !(m.Component == urlrules.Password && strings.IndexByte(r.text[m.Start:m.End], '@') >= 0) {
		r.found[n].rank = rankOf(Likely, byContext, m.End-m.Start)
	}
}

// issuedFrom returns where the user name before the password at i begins when it
// was issued together with it, else i.
func issuedFrom(text string, i int) int {
	start := i - 1
	for start > 0 && i-start < maxName && (isKeyByte(text[start-1])) {
		start--
	}
	if start > 1 && text[i-1] == ':' && text[start-1] == '/' && isIssued(text[start:i-1]) {
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
