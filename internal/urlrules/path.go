package urlrules

import (
	"bytes"

	"github.com/fieldsafe/fieldsafe/internal/urlparts"
)

type segment = urlparts.Span

// hostName is the host of a URL in lower case, without port and trailing dot.
// Of a longer host it keeps the end.
type hostName struct {
	b [96]byte
	n int
}

func (h *hostName) bytes() []byte { return h.b[:h.n] }

func (h *hostName) set(host []byte) {
	if len(host) > 0 && host[0] != '[' {
		if i := bytes.IndexByte(host, ':'); i >= 0 {
			host = host[:i]
		}
	}
	host = bytes.TrimRight(host, ".")
	if len(host) > len(h.b) {
		host = host[len(host)-len(h.b):]
	}
	h.n = len(lower(h.b[:0], host))
}

// path reports the secrets of a path: tokens by host and place, token shapes,
// parameters of segments, and URLs inside it.
func (e *engine) path(v *view, u *target, depth int) {
	b := u.Path.Of(v.b)
	if len(b) < 2 {
		return
	}
	e.parameters(v, u, depth)
	w, span := v, u.Path
	if depth < maxDepth && bytes.IndexByte(b, '%') >= 0 {
		if x := &e.views[depth+1]; x.percent(v, u.Path.Start, u.Path.End) {
			w, span = x, segment{Start: 0, End: len(x.b)}
			depth++
		}
	}
	e.segments(w, u, span, depth)
	e.pathURLs(w, u, span, depth, w != v)
	if w != v && hostRules(string(domainOf(u.host.bytes()))) != nil {
		e.encodedHostPath(w, u, span, depth)
	}
}

// encodedHostPath applies the rules of the host to a path that was encoded more
// than once.
func (e *engine) encodedHostPath(v *view, u *target, span segment, depth int) {
	for depth < maxDepth && bytes.IndexByte(span.Of(v.b), '%') >= 0 {
		depth++
		w := &e.views[depth]
		if !w.percent(v, span.Start, span.End) {
			return
		}
		v, span = w, segment{Start: 0, End: len(w.b)}
		e.hostPath(v, u, span)
	}
}

// parameters reports name=value inside segments: ;name=value matrix
// parameters, npm registry lines and the query-like paths of cameras.
func (e *engine) parameters(v *view, u *target, depth int) {
	if bytes.IndexByte(u.Path.Of(v.b), '=') < 0 {
		return
	}
	it := urlparts.NewSegments(v.b, u.Path)
	for s, ok := it.Next(); ok; s, ok = it.Next() {
		if bytes.IndexByte(s.Of(v.b), '=') < 0 {
			continue
		}
		if u.camera && e.cameraPath(v, s) {
			continue
		}
		if i := bytes.IndexByte(s.Of(v.b), ';'); i >= 0 && bytes.IndexByte(v.b[s.Start:s.Start+i], '=') < 0 {
			s.Start += i + 1
		}
		component := Matrix
		if u.npm {
			component = Field
		}
		e.pairs(v, u, s, component, depth)
	}
}

// cameraPath reports user=a_password=p_channel=1, the RTSP paths of some cameras.
func (e *engine) cameraPath(v *view, s segment) bool {
	b := s.Of(v.b)
	i := bytes.Index(b, []byte("_password="))
	if i < 0 {
		return false
	}
	start := s.Start + i + len("_password=")
	end := start
	for end < s.End && v.b[end] != '&' && (v.b[end] != '_' || !cameraKey(v.b[end+1:s.End])) {
		end++
	}
	if e.reportable(v.b[start:end]) {
		e.add(v, Match{Start: start, End: end, NameStart: start - len("password="), NameEnd: start - 1, Reason: "matrix.name", Component: Matrix, Kind: Parameter, Confidence: Firm})
	}
	return true
}

// cameraKey says whether b begins with a few letters and "=".
func cameraKey(b []byte) bool {
	const longest = 16
	eq := bytes.IndexByte(b[:min(len(b), longest)], '=')
	return eq > 0 && bytes.IndexFunc(b[:eq], func(r rune) bool { return r < 'a' || r > 'z' }) < 0
}

// maxSegments is how many segments the rules of hosts look at.
const maxSegments = 12

// segments applies the rules of the host and those of any host.
func (e *engine) segments(v *view, u *target, span segment, depth int) {
	var list [maxSegments]segment
	n := 0
	it := urlparts.NewSegments(v.b, span)
	var before, prev segment
	for s, ok := it.Next(); ok; s, ok = it.Next() {
		if s = e.withoutMatrix(v, s); s.Empty() {
			continue
		}
		if n < len(list) {
			list[n] = s
			n++
		}
		e.anyHost(v, before, prev, s)
		if s.Len() >= 20 && depth < maxDepth {
			e.base64(v, s, Path, depth)
		}
		before, prev = prev, s
	}
	if n == 0 || u.host.n == 0 {
		return
	}
	if s, reason := pathSecret(v.b, list[:n], u.host.bytes()); reason != "" && e.reportable(s.Of(v.b)) {
		e.capability(v, s, reason, Proof)
	} else if e.ownHost(u.host.bytes()) {
		e.capability(v, list[n-1], "path.option", Firm)
	}
}

// withoutMatrix returns a segment without its ;parameters, of which it reports
// those that are tokens by themselves.
func (e *engine) withoutMatrix(v *view, s segment) segment {
	i := bytes.IndexByte(s.Of(v.b), ';')
	if i < 0 {
		return s
	}
	rest := segment{Start: s.Start + i + 1, End: s.End}
	if r := tokenShape(rest.Of(v.b)); r != "" {
		e.add(v, Match{Start: rest.Start, End: rest.End, Reason: r, Component: Matrix, Kind: Parameter, Confidence: Proof})
	}
	s.End = s.Start + i
	return s
}

func (e *engine) ownHost(host []byte) bool {
	for _, h := range e.opts.Hosts {
		if string(host) == h || len(h) > 1 && h[0] == '.' && bytes.HasSuffix(host, []byte(h)) {
			return true
		}
	}
	return false
}

func (e *engine) capability(v *view, s segment, reason string, c Confidence) {
	e.add(v, Match{Start: s.Start, End: s.End, Reason: reason, Component: Path, Kind: Capability, Confidence: c})
}

// anyHost applies the rules that hold on any host to segment s, which follows
// before and prev.
func (e *engine) anyHost(v *view, before, prev, s segment) {
	b := s.Of(v.b)
	switch b[0] {
	case '(':
		e.cookieless(v, s)
		return
	case 'b':
		const bot = "bot"
		if bytes.HasPrefix(b, []byte(bot)) && len(b) > 20 && telegram(b[len(bot):]) != "" {
			secret := segment{Start: s.Start + len(bot), End: s.End}
			secret.Start += bytes.IndexByte(secret.Of(v.b), ':') + 1
			e.capability(v, secret, "path.telegram", Proof)
			return
		}
	case 'a':
		if string(b) == "announce" && prev.Len() == 32 && all(prev.Of(v.b), hexes) {
			e.capability(v, prev, "path.tracker", Firm)
			return
		}
	}
	if r := tokenShape(b); r != "" {
		e.add(v, Match{Start: s.Start, End: s.End, Reason: r, Component: Path, Kind: Parameter, Confidence: Proof})
		return
	}
	if len(b) < 10 {
		return
	}
	if reason := afterWord(prev.Of(v.b), b); reason != "" {
		e.capability(v, s, reason, Firm)
	} else if reason := afterTwo(before.Of(v.b), prev.Of(v.b), b); reason != "" {
		e.capability(v, s, reason, Firm)
	}
}

// afterWord judges a segment by the one before it.
func afterWord(prev, b []byte) string {
	switch string(prev) {
	case "hooks":
		if len(b) == 26 && all(b, alnum) && random(b, 26) {
			return "path.hook"
		}
	case "reset-password", "reset_password", "password-reset", "magic-link", "magiclink", "confirm", "invite",
		"invitation", "invitations", "unsubscribe", "verify-email", "activate", "set-password", "magic", "password_reset",
		"forgot-password", "login-link", "email-verification":
		if random(b, 16) {
			return "path.link"
		}
	}
	return ""
}

// afterTwo judges a segment by the two before it.
func afterTwo(before, prev, b []byte) string {
	switch string(before) {
	case "hooks":
		if len(prev) >= 10 && all(prev, alnum) && random(b, 16) {
			return "path.hook"
		}
	case "rest":
		if digits(prev) && all(b, alnum) && bytes.ContainsAny(b, "0123456789") && !digits(b) {
			return "path.bitrix"
		}
	case "reset":
		if random(b, 16) {
			return "path.link"
		}
	case "password", "users", "account", "accounts", "auth", "user":
		if (string(prev) == "reset" || string(prev) == "confirm" || string(prev) == "invite" || string(prev) == "confirmation") && random(b, 16) {
			return "path.link"
		}
	}
	return ""
}

func digits(b []byte) bool {
	for _, c := range b {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(b) > 0
}

// cookieless reports the tickets of an ASP.NET path: (S(x)), (F(x)), (S(x)F(y)).
func (e *engine) cookieless(v *view, s segment) {
	b := s.Of(v.b)
	if len(b) < 12 || b[len(b)-1] != ')' {
		return
	}
	for i := 1; i+2 < len(b) && b[i+1] == '(' && bytes.IndexByte([]byte("SFA"), b[i]) >= 0; {
		shut := bytes.IndexByte(b[i:], ')')
		if shut < 2 {
			return
		}
		if ticket := (segment{Start: s.Start + i + 2, End: s.Start + i + shut}); ticket.Len() >= 7 && e.reportable(ticket.Of(v.b)) {
			e.capability(v, ticket, "path.session", Firm)
		}
		i += shut + 1
	}
}

// pathURLs reports the credentials of URLs inside a path. Where the path has
// just been decoded, the first of them is read in full. Of u they change the host,
// where the query is that of the last of them.
func (e *engine) pathURLs(v *view, u *target, span segment, depth int, decoded bool) {
	b := span.Of(v.b)
	if bytes.IndexByte(b, ':') < 0 && !decoded {
		return
	}
	lastAt := span.Start + bytes.LastIndexByte(b, '@')
	for from := 0; from < len(b); {
		i := bytes.Index(b[from:], []byte(":/"))
		if i < 0 {
			break
		}
		colon := span.Start + from + i
		start := schemeStart(v.b, span.Start, colon)
		if start == colon {
			start++
		}
		if decoded {
			e.url(v, start, lessEncoded(v, colon+1, span.End), depth)
			if v.off == nil || v.at(colon+1)-v.at(colon) == 1 {
				inner := urlparts.SplitAuthority(v.b, start, span.End)
				u.host.set(inner.Host.Of(v.b))
			}
			break
		}
		end := span.End
		if start > lastAt {
			end = min(end, start+maxHostPath)
		}
		from = max(from+i+2, e.innerURL(v, u, start, end)-span.Start)
	}
	if lastAt >= span.Start {
		e.pathLogins(v, span, lastAt)
	}
	if decoded && depth < maxDepth && bytes.IndexByte(b, '%') >= 0 {
		e.encodedSegments(v, span, depth)
	}
}

// encodedSegments reads what is encoded still: each segment for itself, where
// the slashes of a URL in it are encoded too.
func (e *engine) encodedSegments(v *view, span segment, depth int) {
	if b := span.Of(v.b); !bytes.Contains(b, []byte("%2F")) && !bytes.Contains(b, []byte("%2f")) {
		e.nested(v, span, depth)
		return
	}
	it := urlparts.NewSegments(v.b, span)
	for s, ok := it.Next(); ok; s, ok = it.Next() {
		if bytes.IndexByte(s.Of(v.b), '%') >= 0 {
			e.nested(v, s, depth)
		}
	}
}

// lessEncoded returns where the first slash after start stands that was encoded
// less often than the one at start, and so belongs to the URL around it, or end.
func lessEncoded(v *view, start, end int) int {
	if v.off == nil {
		return end
	}
	width := v.at(start+1) - v.at(start)
	for i := start + 1; width > 1 && i < end; i++ {
		if v.b[i] == '/' && v.at(i+1)-v.at(i) < width {
			return i
		}
	}
	return end
}

// pathLogins reports //user:password@host inside a path, which is what is left
// of a URL that was joined to another one.
func (e *engine) pathLogins(v *view, span segment, lastAt int) {
	for from := span.Start; from < lastAt; {
		i := bytes.Index(v.b[from:lastAt], []byte("//"))
		if i < 0 {
			return
		}
		start := from + i
		from = start + 2
		var u target
		u.URL = urlparts.SplitAuthority(v.b, start, span.End)
		scheme := start > 0 && v.b[start-1] == ':'
		if scheme && start > span.Start {
			continue // a URL, which has been read
		}
		if u.HasUserinfo && !u.Malformed && (scheme || !u.Password.Empty()) { // a scheme in a list of URLs is taken for a host
			u.host.set(u.Host.Of(v.b))
			e.userinfo(v, &u)
			from = u.AtEnd
		}
	}
}

// maxHostPath is how much of the path of a URL inside a path is looked at.
const maxHostPath = 512

// innerURL reports the user information of the URL at start, and the tokens
// that its host keeps in paths, and takes its host for that of outer. It returns
// where the URL's path begins.
func (e *engine) innerURL(v *view, outer *target, start, end int) int {
	var u target
	u.URL = urlparts.SplitAuthority(v.b, start, end)
	if !u.HasAuthority {
		return start
	}
	u.describe(v.b)
	outer.host = u.host
	e.userinfo(v, &u)
	if hostRules(string(domainOf(u.host.bytes()))) != nil {
		e.hostPath(v, &u, segment{Start: u.Path.Start, End: min(end, u.Path.Start+maxHostPath)})
	}
	return u.Path.Start
}

// hostPath applies the rules of the host alone.
func (e *engine) hostPath(v *view, u *target, span segment) {
	var list [maxSegments]segment
	n := 0
	it := urlparts.NewSegments(v.b, span)
	for s, ok := it.Next(); ok && n < len(list); s, ok = it.Next() {
		if i := bytes.IndexByte(s.Of(v.b), ';'); i >= 0 {
			s.End = s.Start + i
		}
		list[n] = s
		n++
	}
	if s, reason := pathSecret(v.b, list[:n], u.host.bytes()); reason != "" && e.reportable(s.Of(v.b)) {
		e.capability(v, s, reason, Proof)
	}
}

// schemeStart walks back from a colon over the bytes of a scheme.
func schemeStart(b []byte, from, colon int) int {
	start := colon
	for start > from && urlparts.SchemeByte(b[start-1]) {
		start--
	}
	for start < colon && !(b[start]|0x20 >= 'a' && b[start]|0x20 <= 'z') {
		start++
	}
	return start
}
