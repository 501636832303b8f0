package urlparts

import "bytes"

// Field is one key=value of a connection string. Value includes its quotes or
// braces.
type Field struct {
	Key, Value Span
	Quoted     bool
	Next       int // first byte after the field and its delimiter
}

// Grammar names how the fields of a connection string are written.
type Grammar byte

// The grammars, named by their delimiter.
const (
	Semicolons Grammar = ';' // ADO.NET, ODBC, JDBC, Azure: quotes doubled, {braces}
	Commas     Grammar = ',' // StackExchange.Redis, LDAP extensions: no quotes
	Spaces     Grammar = ' ' // libpq: 'quoted with \ escapes', spaces around "="
	Parens     Grammar = ')' // MySQL address lists: (key=value,key=value)(key=value)
)

// Fields iterates over the key=value fields of a connection string.
type Fields struct {
	b        []byte
	pos, end int
	grammar  Grammar
	unclosed [3]bool // a quote, double quote, brace was found never to close
}

// NewFields returns an iterator over the fields of b[s.Start:s.End].
func NewFields(b []byte, s Span, g Grammar) Fields {
	return Fields{b: b, pos: s.Start, end: s.End, grammar: g}
}

// GrammarOf guesses how the fields of b[s.Start:s.End] are delimited: by the
// first of ";", space and "," that is followed by another key, or by a ";" at
// the end.
func GrammarOf(b []byte, s Span) Grammar {
	switch {
	case followed(b, s, ';'):
		return Semicolons
	case followed(b, s, ' '):
		return Spaces
	case followed(b, s, ','):
		return Commas
	case s.End > s.Start && b[s.End-1] == ';':
		return Semicolons
	}
	return Spaces
}

// followed says whether some delimiter c after a "=" is followed by a key and
// "=".
func followed(b []byte, s Span, c byte) bool {
	seen, after, word := false, false, false
	for i := s.Start; i < s.End; i++ {
		switch d := b[i]; {
		case d == '=':
			if after && word {
				return true
			}
			seen, after = true, false
		case d == c:
			after, word = seen, false
		case keyByte(d):
			word = true
		case d == ' ' && c != ' ':
		default:
			after = false
		}
	}
	return false
}

func keyByte(c byte) bool {
	return letter(c) || c >= '0' && c <= '9' || c == '_' || c == '.' || c == '-' || c >= 0x80
}

// Next returns the next field; false at the end.
func (f *Fields) Next() (Field, bool) {
	for f.pos < f.end {
		eq := f.equals()
		if eq < 0 {
			break
		}
		key := f.key(eq)
		field := f.value(eq + 1)
		field.Key = key
		f.pos = max(field.Next, eq+1)
		if !key.Empty() {
			return field, true
		}
	}
	f.pos = f.end
	return Field{}, false
}

func (f *Fields) equals() int {
	if i := bytes.IndexByte(f.b[f.pos:f.end], '='); i >= 0 {
		return f.pos + i
	}
	return -1
}

// key returns the key that ends at eq. Words that belong to the text before a
// connection string are left out: a key follows a delimiter, a quote, a bracket
// or a colon, and has spaces only in the semicolon grammar.
func (f *Fields) key(eq int) Span {
	end := eq
	for end > f.pos && f.b[end-1] == ' ' {
		end--
	}
	start := end
	for start > f.pos && (keyByte(f.b[start-1]) || f.grammar == Semicolons && f.b[start-1] == ' ') {
		start--
	}
	for start < end && f.b[start] == ' ' {
		start++
	}
	return Span{start, end}
}

// value reads the value that begins at i.
func (f *Fields) value(i int) Field {
	if f.grammar == Spaces || f.grammar == Semicolons {
		j := i
		for j < f.end && f.b[j] == ' ' {
			j++
		}
		if f.grammar == Semicolons || !f.keyAt(j) {
			i = j
		}
	}
	if i < f.end && f.grammar != Commas {
		if end := f.enclosed(i); end > 0 {
			return f.finish(i, end, true)
		}
	}
	return f.finish(i, f.plain(i), false)
}

// keyAt says whether "key=" stands at i, which in the space grammar makes the
// value before it empty.
func (f *Fields) keyAt(i int) bool {
	start := i
	for i < f.end && keyByte(f.b[i]) {
		i++
	}
	return i > start && i < f.end && f.b[i] == '='
}

// enclosed returns the end of a value in quotes or braces, or 0.
func (f *Fields) enclosed(i int) int {
	kind, end := 0, 0
	switch f.b[i] {
	case '\'':
	case '"':
		kind = 1
	case '{':
		kind = 2
	case '&':
		return f.escaped(i)
	default:
		return 0
	}
	if f.unclosed[kind] {
		return 0
	}
	if kind == 2 {
		end = f.braced(i)
	} else {
		end = f.quoted(i, f.b[i])
	}
	f.unclosed[kind] = end == 0
	if end > 0 && end < f.end && (f.b[end] == f.b[i] || bytes.IndexByte([]byte(" ;,)\t\r\n\"'`]}"), f.b[end]) < 0) {
		return f.plain(end) // what closes inside a word does not end the value
	}
	return end
}

// quoted returns the end of a quoted value, or 0 when the quote never closes. A
// backslash escapes in the space grammar, a doubled quote in the others.
func (f *Fields) quoted(i int, q byte) int {
	for j := i + 1; j < f.end; j++ {
		switch c := f.b[j]; {
		case c == '\\' && f.grammar == Spaces:
			j++
		case c == q && f.grammar != Spaces && j+1 < f.end && f.b[j+1] == q:
			j++
		case c == q:
			return j + 1
		}
	}
	return 0
}

// escaped returns the end of a value in quotes that are written as references of
// XML, which doubled stand for one, or 0.
func (f *Fields) escaped(i int) int {
	for _, quote := range [...]string{"&quot;", "&apos;", "&#34;", "&#39;"} {
		if !bytes.HasPrefix(f.b[i:f.end], []byte(quote)) {
			continue
		}
		for j := i + len(quote); ; j += len(quote) {
			n := bytes.Index(f.b[j:f.end], []byte(quote))
			if n < 0 {
				return 0
			}
			if j += n + len(quote); !bytes.HasPrefix(f.b[j:f.end], []byte(quote)) {
				return j
			}
		}
	}
	return 0
}

// braced returns the end of a value in braces, where "}}" stands for "}".
func (f *Fields) braced(i int) int {
	for j := i + 1; j < f.end; j++ {
		if f.b[j] != '}' {
			continue
		}
		if j+1 < f.end && f.b[j+1] == '}' {
			j++
			continue
		}
		return j + 1
	}
	return 0
}

// plain returns the end of an unquoted value.
func (f *Fields) plain(i int) int {
	for ; i < f.end; i++ {
		switch c := f.b[i]; {
		case f.grammar == Spaces && c == '\\':
			i++
		case c == byte(f.grammar), f.grammar == Parens && c == ',':
			return i
		case f.grammar == Spaces && (c == '\t' || c == '\r' || c == '\n'):
			return i
		}
	}
	return f.end
}

func (f *Fields) finish(start, end int, quoted bool) Field {
	next := end
	for next < f.end && (f.b[next] == byte(f.grammar) || f.b[next] == ' ' || f.grammar == Parens && f.b[next] != '(' && !keyByte(f.b[next])) {
		next++
	}
	return Field{Value: Span{min(start, end), end}, Quoted: quoted, Next: next}
}
