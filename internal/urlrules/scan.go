package urlrules

import (
	"bytes"

	"github.com/fieldsafe/fieldsafe/internal/urlparts"
)

// add records a match of the view, in offsets of the input.
func (e *engine) add(v *view, m Match) {
	if m.Start >= m.End || v.b[m.Start] == Mask[0] && stars(v.b[m.Start:m.End]) {
		return // a name without a value, or what is masked already
	}
	if m.CutEnd == 0 {
		m.CutStart, m.CutEnd = m.Start, m.End
	}
	if m.DropEnd == 0 {
		m.DropStart, m.DropEnd = m.CutStart, m.CutEnd
	}
	m.Nested, m.Malformed = v.off != nil && !v.dropped, m.Malformed || v.dropped
	if v.off == nil && v.base == 0 {
		e.found = append(e.found, m)
		return
	}
	m.Start, m.End = v.at(m.Start), v.at(m.End)
	m.CutStart, m.CutEnd = v.at(m.CutStart), v.at(m.CutEnd)
	m.DropStart, m.DropEnd = v.at(m.DropStart), v.at(m.DropEnd)
	m.NameStart, m.NameEnd = v.at(m.NameStart), v.at(m.NameEnd)
	e.found = append(e.found, m)
}

// reportable says whether a value may be a secret: not empty, not what a
// redactor left behind, not a placeholder.
func (e *engine) reportable(b []byte) bool {
	return len(b) > 0 && !masked(b) && (e.opts.Placeholders || !placeholder(b))
}

// input reads the whole input: as it is, and once more with its escapes
// resolved where it has any.
func (e *engine) input(v *view) {
	if e.escaped = escapes(v.b); e.escaped {
		w := &e.views[1]
		if e.escaped = w.unescaped(v); e.escaped {
			e.span(w, segment{Start: 0, End: len(w.b)}, 1)
			for i := range e.found {
				e.found[i].unescaped = true
			}
		}
	}
	e.span(v, segment{Start: 0, End: len(v.b)}, 0)
	if e.inHand && bytes.Contains(v.b, []byte("login ")) {
		e.netrc(v)
	}
}

// span reads text that may begin with a URL in hand.
func (e *engine) span(v *view, s segment, depth int) {
	start := s.Start
	if e.inHand || depth > 0 {
		start = e.first(v, s, depth)
	}
	e.text(v, segment{Start: start, End: s.End}, s.Start, depth)
}

// first reads the URL, data source name or connection string that s begins
// with, and returns where running text goes on.
func (e *engine) first(v *view, s segment, depth int) int {
	b := v.b
	start := s.Start
	for start < s.End && b[start] <= ' ' {
		start++
	}
	if start >= s.End {
		return start
	}
	if e.json(v, segment{Start: start, End: s.End}, depth) {
		return s.End
	}
	if depth == 0 {
		e.dropped(v, start)
	}
	if npmSetting(b[start:s.End]) {
		return start
	}
	if !opensURL(b[start:s.End]) {
		return e.firstLoose(v, segment{Start: start, End: s.End}, depth)
	}
	end := handEnd(b, start, s.End)
	e.url(v, start, end, depth)
	return end
}

// opensURL says whether b begins like a URL reference: a scheme and two
// slashes, a special scheme, or a path, query or fragment. What "jdbc:" begins may
// have a list of fields in its place.
func opensURL(b []byte) bool { return !foldPrefix(b, "jdbc:") && opensReference(b) }

// opensReference is opensURL for "jdbc:" as well.
func opensReference(b []byte) bool {
	switch b[0] {
	case '/', '?', '#':
		return len(b) < 3 || b[1] != '/' || b[2] > ' ' // a comment
	}
	colon := urlparts.Scheme(b, 0, len(b))
	if colon < 0 || colon+1 >= len(b) {
		return false
	}
	if bytes.IndexByte(b[:colon], '.') >= 0 && b[colon+1] == '/' {
		return true // an application's own scheme (RFC 8252, section 7.1)
	}
	return urlparts.Special(b[:colon]) || b[colon+1] == '/' && colon+2 < len(b) && b[colon+2] == '/'
}

// byteKind is what the scanner of running text does at a byte.
type byteKind uint8

const (
	inert byteKind = iota
	hard           // ends every token: white space, controls, quotes
	soft           // ends a token that has no colon yet
	anchor
)

// kinds classifies the bytes.
var kinds = [256]byteKind{
	0: hard, 1: hard, 2: hard, 3: hard, 4: hard, 5: hard, 6: hard, 7: hard, 8: hard, 9: hard, 10: hard, 11: hard, 12: hard,
	13: hard, 14: hard, 15: hard, 16: hard, 17: hard, 18: hard, 19: hard, 20: hard, 21: hard, 22: hard, 23: hard, 24: hard,
	25: hard, 26: hard, 27: hard, 28: hard, 29: hard, 30: hard, 31: hard, 127: hard,
	' ': hard, '"': hard, '<': hard, '>': hard, '`': hard,
	'\'': soft, '(': soft, ')': soft, '[': soft, ']': soft, '{': soft, '}': soft, ',': soft, ';': soft, '|': soft,
	':': anchor, '/': anchor, '@': anchor, '?': anchor, '#': anchor, '=': anchor, '%': anchor, '-': anchor,
}

// scanner walks over running text.
type scanner struct {
	v      *view
	span   segment
	token  int  // where the current token begins
	colon  bool // the token has a colon
	tried  int  // the token that ends here was tried as user:password@host
	equals bool // the line has a "="
	dash   bool // the line has a word that begins with "-"
	line   int  // where the line begins, after a URL in hand
	whole  int  // where the line begins
	depth  int
}

// text reads running text; its first line began at line.
func (e *engine) text(v *view, span segment, line, depth int) {
	s := scanner{v: v, span: span, token: span.Start, line: span.Start, whole: line, depth: depth}
	b := v.b
	for i := span.Start; i < span.End; {
		switch kinds[b[i]] {
		case inert:
			i++
		case hard:
			if b[i] == '\n' {
				e.endLine(&s, i)
				s.line, s.whole = i+1, i+1
			}
			i = s.resume(afterControl(b, i, span.End))
		case soft:
			if !s.colon {
				s.token = i + 1
			}
			i++
		case anchor:
			i = e.anchor(&s, i)
		}
	}
	e.endLine(&s, span.End)
}

// afterControl returns the byte after i, or after the terminal's control
// sequence (ECMA-48, ESC [ parameters letter) that begins at i.
func afterControl(b []byte, i, end int) int {
	i++
	if b[i-1] != 0x1B || i >= end || b[i] != '[' {
		return i
	}
	for i++; i < end && (b[i] >= '0' && b[i] <= '9' || b[i] == ';' || b[i] == '?'); {
		i++
	}
	return min(i+1, end)
}

// endLine reads the line that ends at end as a connection string, if it has
// fields, and as a command line, if it has options.
func (e *engine) endLine(s *scanner, end int) {
	if s.equals {
		e.line(s.v, segment{Start: s.line, End: end}, s.depth)
	}
	if s.depth == 0 && (s.dash || e.inHand && commanded(s.v.b[s.whole:end])) {
		e.commandLine(s.v, segment{Start: s.whole, End: end})
	}
	s.equals, s.dash = false, false
}

// anchor handles the byte at i and returns where to go on.
func (e *engine) anchor(s *scanner, i int) int {
	b := s.v.b
	switch b[i] {
	case ':':
		s.colon = true
		return e.colon(s, i)
	case '/':
		if i == s.token || i >= s.token+3 && fullWidthColon(b[i-3:]) {
			return e.reference(s, i)
		}
		if end := e.bareHost(s, i); end > i {
			return s.resume(end)
		}
	case '?', '#':
		if i+1 < s.span.End && (i > s.token || b[i] == '?') {
			return e.reference(s, i)
		}
	case '@':
		return e.at(s, i)
	case '=':
		s.equals = true
		if !s.colon {
			s.token = i + 1
		}
	case '-':
		s.dash = s.dash || i == s.token
	case '%':
		return e.encodedURL(s, i)
	}
	return i + 1
}

// bareHost reads a URL without its scheme whose path begins at i, where the host
// is one that keeps secrets in paths. It returns the end of the URL, or 0.
func (e *engine) bareHost(s *scanner, i int) int {
	const longest = 64
	b := s.v.b
	if n := i - s.token; n < 7 || n > longest {
		return 0
	}
	var u target
	u.host.set(b[s.token:i])
	if hostRules(string(domainOf(u.host.bytes()))) == nil {
		return 0
	}
	host := segment{Start: s.token, End: i}
	end := textEnd(b, host.Start, i, s.span.End)
	u.URL = urlparts.SplitPath(b, i, end)
	u.Host = host
	e.afterHost(s.v, &u, s.depth)
	return end
}

func fullWidthColon(b []byte) bool { return b[0] == 0xEF && b[1] == 0xBC && b[2] == 0x9A }

// colon reads the URL whose scheme ends at i, if one does.
func (e *engine) colon(s *scanner, i int) int {
	b := s.v.b
	start := schemeStart(b, s.token, i)
	scheme := b[start:i]
	if equalFold(scheme, "jdbc") {
		return e.jdbc(s, i)
	}
	if string(scheme) == "WIFI" {
		return s.resume(e.wifi(s, i))
	}
	if authorization(b[s.span.Start:i]) {
		return s.resume(e.header(s, i))
	}
	slashes := i+2 < s.span.End && b[i+1] == '/' && b[i+2] == '/'
	special := urlparts.Special(scheme) && i+1 < s.span.End && kinds[b[i+1]] != hard
	if !slashes && !special || slashes && e.escaped && s.depth == 0 && i > 0 && b[i-1] == '\\' {
		return i + 1
	}
	if !slashes && b[i+1] != '/' && b[i+1] != '\\' && bytes.IndexByte(b[i:tokenEnd(b, i, s.span.End)], '@') < 0 {
		return i + 1
	}
	end := textEnd(b, start, i+1, s.span.End)
	if end < s.span.End && b[end] == '\t' {
		if far := e.acrossTabs(s, start, end); far > 0 {
			return s.resume(far)
		}
	}
	if foldPrefix(scheme, "ldap") {
		end = tokenEnd(b, i, s.span.End) // extensions are a list with commas
	}
	if len(scheme) == 0 {
		start = i + 1
	}
	e.url(s.v, start, end, s.depth)
	return s.resume(max(end, i+1))
}

// resume begins a new token at i.
func (s *scanner) resume(i int) int {
	s.token, s.colon = i, false
	return i
}

// reference reads a relative reference: //host/path, /path, ?query.
func (e *engine) reference(s *scanner, i int) int {
	end := textEnd(s.v.b, i, i, s.span.End)
	if end <= i+1 || !bytes.ContainsAny(s.v.b[i:end], "=@%:;") && tokenlessPath(s.v.b[i:end]) {
		return s.resume(max(end, i+1))
	}
	e.url(s.v, i, end, s.depth)
	return s.resume(end)
}

// tokenlessPath says whether no segment is long enough to be a token.
func tokenlessPath(b []byte) bool { return len(b) < 20 }

// at reads a token with an "@" but no scheme: user:password@host, the data
// source names of MySQL, Oracle's user/password@//host.
func (e *engine) at(s *scanner, i int) int {
	if i < s.tried {
		return i + 1
	}
	b := s.v.b
	end := tokenEnd(b, i, s.span.End)
	s.tried = end
	tok := segment{Start: s.token, End: end}
	if scheme := bytes.Index(b[i:end], []byte("://")); scheme >= 0 {
		tok.End = schemeStart(b, i, i+scheme)
	}
	l, reason := urlparts.Login{}, "dsn.mysql"
	ok := false
	if l, ok = urlparts.MySQL(b, tok); !ok {
		reason = "dsn.oracle"
		l, ok = oracleLogin(b, tok)
	}
	if !ok && !(e.escaped && s.depth == 0) {
		reason = "userinfo.password"
		l, ok = e.looseLogin(b, tok, s.depth)
	}
	if !ok {
		return i + 1
	}
	e.login(s.v, l, reason)
	s.line = max(s.line, l.At+1) // a "=" in the password belongs to no field
	return s.resume(max(l.At+1, i+1))
}

// encodedURL reads a token in which a URL stands percent-encoded.
func (e *engine) encodedURL(s *scanner, i int) int {
	b := s.v.b
	c, n := decoded(b[i:s.span.End])
	if c != ':' && c != '/' && c != '@' && c != '=' || n == 1 || s.depth >= maxDepth {
		return i + max(n, 1)
	}
	end := textEnd(b, s.token, i, s.span.End)
	e.nested(s.v, segment{Start: s.token, End: end}, s.depth)
	return s.resume(max(end, i+1))
}
