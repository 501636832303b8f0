package urlrules

import (
	"bytes"

	"github.com/fieldsafe/fieldsafe/internal/urlparts"
)

// jdbc reads a JDBC URL whose "jdbc:" ends at i: a URL after the prefix,
// Oracle's user/password, or a list of fields.
func (e *engine) jdbc(s *scanner, i int) int {
	b := s.v.b
	end := max(i+1, e.jdbcEnd(s, i))
	rest := segment{Start: i + 1, End: end}
	text := rest.Of(b)
	switch {
	case foldPrefix(text, "oracle:"):
		if j := bytes.IndexByte(text[len("oracle:"):], ':'); j >= 0 {
			rest.Start += len("oracle:") + j + 1
			if l, ok := urlparts.Oracle(b, rest); ok {
				e.login(s.v, l, "dsn.oracle")
				rest.Start = l.At
			}
		}
		e.url(s.v, rest.Start, end, s.depth)
	default:
		if e.jdbcFields(s, rest) && (end == s.span.End || b[end] != ' ') {
			s.line = max(s.line, end) // its fields have been read
		}
	}
	return s.resume(max(end, i+1))
}

// jdbcEnd returns the end of a JDBC URL: in hand that of the line, where white
// space stands in a field, else where a URL ends, or after a value in braces.
func (e *engine) jdbcEnd(s *scanner, i int) int {
	b := s.v.b
	if (e.inHand || s.depth > 0) && s.token == s.span.Start {
		switch space := bytes.IndexAny(b[i:s.span.End], " \t\r\n"); {
		case space < 0:
			return s.span.End
		case foldPrefix(b[i+1:], "oracle:"):
		case spacedFields(b[i:s.span.End], space):
			return lineEnd(b, i, s.span.End)
		case b[i+1] == '/': // no driver: a scheme as any other
			return handEnd(b, s.token, s.span.End)
		default:
			return handEnd(b, i+1, s.span.End)
		}
	}
	end := textEnd(b, s.token, i+1, s.span.End)
	if filePassword(b[i+1:end]) && end < s.span.End && b[end] == ' ' {
		return textEnd(b, s.token, end+1, s.span.End)
	}
	if end+1 < s.span.End && b[end] == '"' && b[end-1] == '/' { // Oracle, password in quotes
		if shut := bytes.IndexByte(b[end+1:s.span.End], '"'); shut >= 0 && end+shut+2 < s.span.End && b[end+shut+2] == '@' {
			return textEnd(b, s.token, end+shut+2, s.span.End)
		}
	}
	if open := bytes.Index(b[i:end], []byte("={")); open >= 0 {
		if shut := bytes.IndexByte(b[i+open:s.span.End], '}'); shut >= 0 {
			end = max(end, tokenEnd(b, i+open+shut, s.span.End))
		}
	}
	return end
}

// spacedFields says whether the white space at i, the first of b, stands in or
// between fields that end at semicolons.
func spacedFields(b []byte, i int) bool {
	semicolon := bytes.IndexByte(b[:i], ';')
	if semicolon < i-1 {
		return semicolon >= 0
	}
	eq := bytes.IndexByte(b[i:], '=')
	return eq >= 0 && all(bytes.TrimSpace(b[i:i+eq]), dotted)
}

func lineEnd(b []byte, i, end int) int {
	if n := bytes.IndexByte(b[i:end], '\n'); n >= 0 {
		return i + n
	}
	return end
}

// jdbcFields reads ;key=value, :key=value and (key=value,…) lists, and the rest
// as a URL. It reports whether there are fields after a semicolon or a colon.
func (e *engine) jdbcFields(s *scanner, rest segment) bool {
	b := s.v.b
	list := fieldList(b, rest)
	if parens := parentheses(b, segment{Start: rest.Start, End: list.Start}); !parens.Empty() {
		e.url(s.v, rest.Start, parens.Start, s.depth)
		e.fields(s.v, parens, urlparts.Parens, fieldsAll, s.depth)
		s.line = max(s.line, parens.End)
		rest.Start = parens.End // an "@" in a value ends no user information
	}
	if list.Start < list.End {
		e.twoPasswords = filePassword(b[rest.Start:list.End])
		e.fields(s.v, list, urlparts.Semicolons, fieldsAll, s.depth)
	}
	e.twoPasswords = false
	e.url(s.v, rest.Start, list.Start, s.depth)
	return list.Start < list.End
}

// filePassword says whether b is a URL of H2 for an encrypted file, whose
// password field holds two, that of the file and that of the user.
func filePassword(b []byte) bool {
	if !foldPrefix(b, "h2:") {
		return false
	}
	for i := range b {
		if foldPrefix(b[i:], ";cipher=") {
			return true
		}
	}
	return false
}

// parentheses returns the span from the first "(" to the last ")" of s, if
// there is a "=" in it.
func parentheses(b []byte, s segment) segment {
	open, shut := bytes.IndexByte(s.Of(b), '('), bytes.LastIndexByte(s.Of(b), ')')
	if open < 0 || shut < open || bytes.IndexByte(b[s.Start+open:s.Start+shut], '=') < 0 {
		return segment{}
	}
	return segment{Start: s.Start + open, End: s.Start + shut + 1}
}

// loginEnd returns where the host begins in a URL whose authority holds
// user:password@, else 0: the "@" may stand in a field after host:port.
func loginEnd(b []byte) int {
	slashes := bytes.Index(b, []byte("://"))
	if slashes < 0 {
		return 0
	}
	end := authorityEnd(b, slashes, len(b))
	at := bytes.LastIndexByte(b[:end], '@')
	if at < slashes {
		return 0
	}
	host := b[slashes+len("://") : at]
	if i := bytes.IndexByte(host, ';'); i >= 0 {
		host = host[:i]
	}
	if colon := bytes.IndexByte(host, ':'); colon < 0 || digits(host[colon+1:]) {
		return 0
	}
	return at + 1
}

// fieldList returns the span of the fields of a JDBC URL, which begin after a
// ";", or after the ":" that follows the database; empty at the end when there
// are none. Those of Hive end at the "?".
func fieldList(b []byte, s segment) segment {
	none := segment{Start: s.End, End: s.End}
	eq := bytes.IndexByte(s.Of(b), '=')
	if eq < 0 {
		return none
	}
	login := loginEnd(s.Of(b))
	if eq = bytes.IndexByte(b[s.Start+login:s.End], '='); eq < 0 {
		return none
	}
	head := b[s.Start : s.Start+login+eq]
	i := bytes.IndexByte(head[login:], ';') + login
	if i < login {
		i = bytes.LastIndexByte(head, ':')
		if i < login || login > 0 && bytes.IndexByte(head[login:i+1], '/') < 0 || bytes.IndexByte(head[i:], '/') >= 0 || bytes.ContainsAny(head, "?(") {
			return none
		}
	}
	list := segment{Start: s.Start + i + 1, End: s.End}
	if foldPrefix(head, "hive2:") || foldPrefix(head, "impala:") {
		if q := bytes.IndexByte(list.Of(b), '?'); q >= 0 {
			list.End = list.Start + q
		}
	}
	return list
}
