package urlrules

import (
	"bytes"

	"github.com/fieldsafe/fieldsafe/internal/urlparts"
)

// fieldMode says which fields of a connection string are reported.
type fieldMode uint8

const (
	fieldsNear  fieldMode = iota // only beside another field that belongs to a connection
	fieldsAlone                  // also where it is the first or only field
	fieldsAll                    // all
)

// accessToken begins a token of an Azure hub or bus, which goes on as a query.
const accessToken = "SharedAccessSignature sr="

// line reads a line as a connection string.
func (e *engine) line(v *view, s segment, depth int) {
	mode := fieldsNear
	b := s.Of(v.b)
	if bytes.IndexByte(b, '=') < 0 {
		return // it stood in a login
	}
	if e.inHand && (s.Start == 0 || plainField(b)) || depth > 0 {
		mode = fieldsAlone
	}
	if mode == fieldsAlone && bytes.IndexByte(b, '&') > 0 && !bytes.ContainsAny(b, " ;") {
		if eq := bytes.IndexByte(b, '='); eq < bytes.IndexByte(b, '&') && bytes.IndexByte(b[:eq], ':') < 0 {
			var u target
			e.pairs(v, &u, s, Query, depth)
			return
		}
	}
	if i := bytes.Index(b, []byte(accessToken)); i >= 0 {
		start := s.Start + i + len(accessToken) - len("sr=")
		var u target
		e.pairs(v, &u, segment{Start: start, End: tokenEnd(v.b, start, s.End)}, Field, depth)
	}
	if libpq(b) {
		if connectionKey(b[:bytes.IndexByte(b, '=')]) {
			mode = fieldsAll
		}
		e.fields(v, s, urlparts.Spaces, mode, depth)
		return
	}
	g := urlparts.GrammarOf(v.b, s)
	if bytes.Contains(b, []byte("LoginModule")) || npmSetting(b) {
		g, mode = urlparts.Spaces, fieldsAll
	}
	e.fields(v, s, g, mode, depth)
}

// libpq says whether b begins with "host=value key=", or another key of libpq, so
// that a semicolon is part of a value.
func libpq(b []byte) bool {
	eq := bytes.IndexByte(b, '=')
	if eq < 0 {
		return false
	}
	switch string(b[:eq]) {
	case "host", "hostaddr", "port", "user", "dbname", "password", "service", "sslmode":
	default:
		return false
	}
	space := 0
	for eq+space < len(b) && b[eq+space] != ' ' && b[eq+space] != ';' {
		space++
	}
	if eq+space == len(b) || b[eq+space] == ';' {
		return false
	}
	next := b[eq+space+1:]
	end := bytes.IndexByte(next, '=')
	return end > 0 && all(next[:end], word)
}

// npmSetting says whether b begins with //registry/:_name and a "=" with blanks
// around it, as INI files may have.
func npmSetting(b []byte) bool {
	eq := bytes.IndexByte(b, '=')
	if eq < 0 || !bytes.HasPrefix(b, []byte("//")) {
		return false
	}
	name := bytes.TrimRight(b[:eq], " ")
	return bytes.Contains(name, []byte(":_")) && !prose(name) && prose(b[len(name):min(eq+2, len(b))])
}

// plainField says whether a line is one key=value, as in a file of properties.
func plainField(b []byte) bool {
	b = bytes.TrimSpace(b)
	eq := bytes.IndexByte(b, '=')
	return eq > 0 && all(b[:eq], dotted) && !bytes.ContainsAny(b, " \t(")
}

// fields reports the secrets among the fields of a connection string.
func (e *engine) fields(v *view, s segment, g urlparts.Grammar, mode fieldMode, depth int) {
	if mode != fieldsAll && !e.connection(v, s, g, mode) {
		return
	}
	it := urlparts.NewFields(v.b, s, g)
	quotes := quotesIn(s.Of(v.b), s.Start)
	var name normalName
	for f, ok := it.Next(); ok; f, ok = it.Next() {
		key := f.Key.Of(v.b)
		if !f.Quoted && len(e.opts.Names) == 0 && harmlessEnding(key) {
			continue
		}
		name.set(key)
		if e.secretField(v.b, &name, f, g) {
			e.field(v, &name, f, s, g, &quotes)
		} else if inner := (segment{Start: f.Value.Start + 1, End: f.Value.End - 1}); f.Quoted && depth < maxDepth && bytes.IndexByte(inner.Of(v.b), '=') > 0 {
			e.fields(v, inner, urlparts.GrammarOf(v.b, inner), fieldsAll, depth+1)
		}
	}
}

// field reports one field.
func (e *engine) field(v *view, name *normalName, f urlparts.Field, s segment, g urlparts.Grammar, quotes *openQuotes) {
	if !f.Quoted {
		last := f.Next >= s.End && !e.spaced(v, f, s)
		if end := fieldEnd(v.b, f, s, last || g != urlparts.Semicolons, g, *quotes); end < f.Value.End {
			f.Value.End, f.Next = end, end // what follows is no delimiter
		}
	}
	if end := f.Value.End; e.twoPasswords && end < s.End && v.b[end] == ' ' {
		f.Value.End = spaceAfter(v.b[:s.End], end+1, s.End)
	}
	if parameterAfter(v.b[s.Start:f.Key.Start]) {
		return // a parameter of a URL
	}
	m := Match{Start: f.Value.Start, End: f.Value.End, NameStart: f.Key.Start, NameEnd: f.Key.End,
		DropStart: f.Key.Start, DropEnd: f.Value.End, Reason: "dsn.key", Component: Field, Kind: fieldKind(name), Confidence: Firm}
	if g == urlparts.Spaces {
		m.CutStart, m.CutEnd = f.Key.Start, max(f.Value.End, min(f.Next, s.End))
		m.DropStart, m.DropEnd = m.CutStart, m.CutEnd
	}
	quotes.forget(v.b[:s.End], m.Start, m.End)
	e.add(v, m)
}

// parameterAfter says whether the name of a parameter of a URL follows head.
func parameterAfter(head []byte) bool {
	if len(head) == 0 {
		return false
	}
	switch head[len(head)-1] {
	case '?', '&', '#', '%': // of a name that is percent-encoded, the rest
		return true
	}
	return bytes.HasSuffix(head, []byte("&amp;"))
}

func fieldKind(name *normalName) Kind {
	switch string(name.whole()) {
	case "accountkey", "sharedaccesskey":
		return AzureKey
	case "authtoken":
		return Npm
	}
	return Connection
}

// secretField decides about one field.
func (e *engine) secretField(b []byte, name *normalName, f urlparts.Field, g urlparts.Grammar) bool {
	if f.Value.Empty() || b[f.Value.Start] == '$' && placeholder(f.Value.Of(b)) && !e.opts.Placeholders {
		return false
	}
	value := bytes.Trim(f.Value.Of(b), `'"{}`)
	if b[f.Value.Start] == '{' && !e.opts.Placeholders && !prose(value) && e.named(value) {
		return false
	}
	switch name.class(e.opts) {
	case password:
		return e.reportable(value) && !(string(name.whole()) == "pwd" && directory(value) && (g != urlparts.Semicolons || plainPath(value)))
	case secret:
		return e.reportable(value) && !flag(value)
	case contextual:
		return string(name.whole()) == "auth" && f.Key.Of(b)[0] == '_' && e.reportable(value) // npm
	}
	return false
}

// named says whether what stands in braces is the number or the name of an
// argument: {0}, {password}.
func (e *engine) named(v []byte) bool {
	var n normalName
	n.set(v)
	c := n.class(e.opts)
	return c == password || c == secret || len(v) == 1 && digits(v)
}

// connection says whether the fields of s are those of a connection string.
func (e *engine) connection(v *view, s segment, g urlparts.Grammar, mode fieldMode) bool {
	it := urlparts.NewFields(v.b, s, g)
	var name normalName
	first := true
	for f, ok := it.Next(); ok; f, ok = it.Next() {
		name.set(f.Key.Of(v.b))
		if connectionKey(name.whole()) || connectionKey(name.tail()) || f.Quoted && quotedConnection(v.b, f.Value) {
			return true
		}
		if mode == fieldsAlone && first && !code(f.Value.Of(v.b)) && !bytes.ContainsAny(bytes.TrimLeft(v.b[s.Start:f.Key.Start], " \t"), " \t") {
			return true
		}
		first = false
	}
	return false
}

// quotedConnection says whether a value in quotes is a connection string.
func quotedConnection(b []byte, value segment) bool {
	value = segment{Start: value.Start + 1, End: value.End - 1}
	it := urlparts.NewFields(b, value, urlparts.GrammarOf(b, value))
	var name normalName
	for f, ok := it.Next(); ok; f, ok = it.Next() {
		if name.set(f.Key.Of(b)); connectionKey(name.whole()) {
			return true
		}
	}
	return false
}

// code says whether a value is an expression of a programming language: a call,
// or the word for none.
func code(v []byte) bool {
	v = bytes.TrimRight(v, ",;")
	if open := bytes.IndexByte(v, '('); open > 0 && v[len(v)-1] == ')' {
		return all(v[:open], dotted)
	}
	return string(v) == "None" || string(v) == "nil" || string(v) == "null"
}

// connectionKey says whether a field of this name belongs to a connection.
func connectionKey(name []byte) bool {
	switch string(name) {
	case "host", "hostaddr", "dbname", "server", "datasource", "uid", "userid", "user", "username", "database",
		"initialcatalog", "driver", "endpoint", "accountname", "endpointsuffix", "sharedaccesskeyname", "dsn",
		"provider", "servername", "abortconnect", "ssl", "defaultdatabase", "allowadmin", "sslmode", "encrypt",
		"trustservercertificate", "integratedsecurity", "defaultendpointsprotocol", "entitypath", "hostname",
		"servicename", "databasename", "mechanism", "bindname", "blobendpoint", "accountendpoint", "dbq",
		"pgpassword", "mysqlpwd", "saslmechanism", "odbc", "networkaddress", "addr", "address":
		return true
	}
	return false
}

// openQuotes are the positions of the first quote of each kind.
type openQuotes [3]int

const quoteBytes = "\"'`"

// quotesIn finds the first quotes of b, which begins at base.
func quotesIn(b []byte, base int) openQuotes {
	var q openQuotes
	for i := range q {
		if q[i] = bytes.IndexByte(b, quoteBytes[i]); q[i] < 0 {
			q[i] = len(b)
		}
		q[i] += base
	}
	return q
}

// forget takes out the quotes in b[start:end], which opened nothing: they are a part
// of a value.
func (q *openQuotes) forget(b []byte, start, end int) {
	for i := range q {
		if q[i] < start || q[i] >= end {
			continue
		}
		if q[i] = end; end < len(b) {
			n := bytes.IndexByte(b[end:], quoteBytes[i])
			if n < 0 {
				n = len(b) - end
			}
			q[i] += n
		}
	}
}

// closes says whether c closes a quote that was opened before i.
func (q *openQuotes) closes(c byte, i int) bool {
	kind := indexByte(quoteBytes, c)
	return kind >= 0 && q[kind] < i
}

// closesElement says whether rest begins with the end tag of an element of XML
// that head opened.
func closesElement(head, rest []byte) bool {
	return len(rest) > 3 && rest[1] == '/' && rest[len(rest)-1] == '>' && bytes.IndexByte(head, '>') >= 0
}

// spaced says whether white space belongs to the last value f of the connection
// string s: that is all there is, begins with another key, and no prose follows.
func (e *engine) spaced(v *view, f urlparts.Field, s segment) bool {
	if !e.inHand || s.Start > 0 || s.End < len(v.b) || f.Key.Start == 0 || bytes.ContainsAny(f.Value.Of(v.b), "\"'()<>") {
		return false
	}
	var first normalName
	first.set(v.b[:bytes.IndexByte(v.b, '=')])
	return connectionKey(first.whole()) && !bytes.Contains(f.Value.Of(v.b), []byte(": "))
}

// fieldEnd returns the end of an unquoted value. It ends at a quote that was
// opened before its key, and at white space where toSpace says so.
func fieldEnd(b []byte, f urlparts.Field, s segment, toSpace bool, g urlparts.Grammar, quotes openQuotes) int {
	start, end := f.Value.Start, f.Value.End
	for i := start; i < end; i++ {
		if g == urlparts.Spaces && b[i] == '\\' {
			i++
			continue
		}
		if toSpace && b[i] <= ' ' || quotes.closes(b[i], f.Key.Start) || b[i] == '<' && closesElement(b[s.Start:f.Key.Start], b[i:end]) {
			end = i
			break
		}
	}
	if g == urlparts.Spaces && bytes.HasSuffix(b[start:end], []byte("&&")) {
		end -= len("&&")
	}
	for end > start && (b[end-1] <= ' ' || g == urlparts.Spaces && (b[end-1] == ';' || b[end-1] == ',')) {
		end--
	}
	return end
}
