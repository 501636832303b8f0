package urlrules

import (
	"bytes"

	"github.com/fieldsafe/fieldsafe/internal/urlparts"
)

// login reports the credentials of a data source name.
func (e *engine) login(v *view, l urlparts.Login, reason string) {
	m := Match{CutStart: l.User.Start, CutEnd: l.At + 1, Kind: Connection, Reason: reason}
	if reason == "dsn.oracle" {
		m.CutEnd = l.At
	}
	if reason == "userinfo.password" {
		m.Kind = Userinfo
	}
	if l.Password.Empty() || !e.reportable(l.Password.Of(v.b)) {
		return
	}
	if user := l.User.Of(v.b); e.reportable(user) {
		u := m
		u.Start, u.End, u.Component, u.Confidence = l.User.Start, l.User.End, UserName, Weak
		e.add(v, u)
	}
	m.Start, m.End, m.Component, m.Confidence = l.Password.Start, l.Password.End, Password, Firm
	e.add(v, m)
}

// oracleLogin reads user/password@//host:port/service of SQL*Plus, with or
// without the slashes, or with a description or a name in their place.
func oracleLogin(b []byte, tok segment) (urlparts.Login, bool) {
	l, ok := urlparts.Oracle(b, tok)
	if !ok || l.User.Empty() || l.Password.Empty() || bytes.IndexByte(l.User.Of(b), ':') >= 0 {
		return l, false
	}
	return l, easyConnect(b[l.At+1:tok.End]) || oracleTool(b[:tok.Start])
}

// oracleTool says whether text ends in the name of a program that logs in to
// Oracle, or in one of its options.
func oracleTool(text []byte) bool {
	text = bytes.TrimRight(text, " ")
	for i := bytes.LastIndexByte(text, ' '); i > 0 && i+1 < len(text) && text[i+1] == '-'; i = bytes.LastIndexByte(text, ' ') {
		text = bytes.TrimRight(text[:i], " ")
	}
	switch string(text[bytes.LastIndexAny(text, " /(`")+1:]) {
	case "sqlplus", "sqlldr", "sqlcl", "expdp", "impdp", "rman":
		return true
	}
	return false
}

// easyConnect says whether b is //host, host:port/service or (DESCRIPTION=…).
func easyConnect(b []byte) bool {
	if bytes.HasPrefix(b, []byte("//")) || foldPrefix(b, "(description") {
		return true
	}
	colon, slash := bytes.IndexByte(b, ':'), bytes.IndexByte(b, '/')
	return colon > 0 && slash > colon+1 && digits(b[colon+1:slash])
}

// looseLogin reads user:password@host without a scheme. In running text the
// host needs a dot or a port, and the password more than digits.
func (e *engine) looseLogin(b []byte, tok segment, depth int) (urlparts.Login, bool) {
	none := urlparts.Login{}
	colon := bytes.IndexByte(tok.Of(b), ':')
	if colon <= 0 {
		return none, false
	}
	if colon == 1 && tok.Start+2 < tok.End && (b[tok.Start+2] == '\\' || b[tok.Start+2] == '/') {
		return none, false // a drive
	}
	user := segment{Start: tok.Start, End: tok.Start + colon}
	sip := equalFold(user.Of(b), "sip") || equalFold(user.Of(b), "sips")
	if sip || looksScheme(b, user, tok) {
		rest := segment{Start: user.End + 1, End: tok.End}
		for rest.Start < rest.End && b[rest.Start] == '/' {
			rest.Start++
		}
		colon = bytes.IndexByte(rest.Of(b), ':')
		if colon <= 0 {
			return none, false
		}
		user = segment{Start: rest.Start, End: rest.Start + colon}
	} else if opaqueScheme(user.Of(b)) {
		return none, false
	}
	at := lastUserAt(b, user.End, tok.End)
	if at < 0 || !userBytes(user.Of(b)) {
		return none, false
	}
	l := urlparts.Login{User: user, Password: segment{Start: user.End + 1, End: at}, At: at}
	whole := e.inHand && depth == 0 && tok.Start == 0 && len(bytes.TrimRight(b[tok.End:], " \r\n")) == 0
	ok := plausibleHost(b[at+1:tok.End], e.inHand && depth == 0) && plausiblePassword(l.Password.Of(b), whole)
	if ok && !sip && !whole {
		ok = strongPassword(l.Password.Of(b), b[at+1:tok.End])
	}
	return l, ok
}

// looksScheme says whether what stands before the first colon is a scheme that
// is followed by a slash.
func looksScheme(b []byte, user, tok segment) bool {
	return user.End+1 < tok.End && b[user.End+1] == '/' && urlparts.Scheme(b, user.Start, tok.End) == user.End
}

// lastUserAt returns the last "@" in b[start:end] that a host can follow.
func lastUserAt(b []byte, start, end int) int {
	for i := end - 1; i > start; i-- {
		if b[i] == '@' && b[i-1] != '/' && b[i-1] != '@' {
			return i
		}
	}
	return -1
}

// userBytes says whether a user name without a scheme is plausible: no slash,
// and not a number as in a time of day.
func userBytes(user []byte) bool {
	if masked(user) {
		return true
	}
	for _, c := range user {
		if !word.holds(c) && c != '.' && c != '%' && c != '+' && c != '@' && c != '\\' && c != '$' && c < 0x80 {
			return false
		}
	}
	return !digits(user)
}

// plausibleHost says whether b begins with a host. In running text it needs a
// dot or a port.
func plausibleHost(b []byte, inHand bool) bool {
	n, dots, alpha := 0, 0, false
	for n < len(b) && (word.holds(b[n]) || b[n] == '.' || b[n] == '[' || b[n] == ']' || b[n] >= 0x80) {
		if b[n] == '.' {
			dots++
		}
		alpha = alpha || b[n]|0x20 >= 'a' && b[n]|0x20 <= 'z' || b[n] == '['
		n++
	}
	host := b[:n]
	switch {
	case n > 0 && b[0] == ']':
		return false // a syntax description
	case n == 0:
		return inHand && len(b) > 0 && b[0] == '/'
	case n < len(b) && bytes.IndexByte([]byte(":/?#,;)]}'&|\\"), b[n]) < 0:
		return false
	case equalFold(host, "sha256"), equalFold(host, "sha512"), equalFold(host, "sha1"), equalFold(host, "md5"):
		return false
	case version(host, dots, alpha):
		return false
	}
	return inHand || dots > 0 || n+1 < len(b) && b[n] == ':' && digits(b[n+1:n+2])
}

// version says whether host is a version such as 1.2.3 or v1.2.
func version(host []byte, dots int, alpha bool) bool {
	if host[0] == 'v' && len(host) > 1 && host[1] >= '0' && host[1] <= '9' {
		return true
	}
	return !alpha && dots != 3
}

// plausiblePassword rules out what stands between colon and at sign in other
// places; a short number only passes in hand.
func plausiblePassword(pw []byte, inHand bool) bool {
	if len(pw) == 0 || pw[0] == ':' || pw[0] == '@' || pw[0] <= ' ' || bytes.Contains(pw, []byte("://")) {
		return false
	}
	if slash := bytes.IndexAny(pw, "/?#"); slash > 0 && digits(pw[:slash]) {
		return false // a port
	}
	return inHand || len(pw) >= 6 || !digits(pw)
}

// strongPassword says whether user:password@host in running text is more than a
// label before an address: a path follows the host, or the password is no plain
// word.
func strongPassword(pw, host []byte) bool {
	if bytes.IndexByte(host, '/') >= 0 || masked(pw) {
		return true
	}
	return bytes.ContainsAny(pw, "0123456789!$%&*#^~+") && bytes.IndexByte(pw, '.') < 0 && len(pw) >= 4
}

// fieldMode says which fields of a connection string are reported.
type fieldMode uint8

const (
	fieldsNear  fieldMode = iota // only beside another field that belongs to a connection
	fieldsAlone                  // also where it is the first or only field
	fieldsAll                    // all
)

// line reads a line as a connection string.
func (e *engine) line(v *view, s segment, depth int) {
	mode := fieldsNear
	b := s.Of(v.b)
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
	g := urlparts.GrammarOf(v.b, s)
	if bytes.Contains(b, []byte("LoginModule")) || libpq(b) {
		g = urlparts.Spaces
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
	space := bytes.IndexAny(b[eq:], " ;")
	if space < 0 || b[eq+space] == ';' {
		return false
	}
	next := b[eq+space+1:]
	end := bytes.IndexByte(next, '=')
	return end > 0 && all(next[:end], word)
}

// plainField says whether a line is one key=value, as in a file of properties.
func plainField(b []byte) bool {
	b = bytes.TrimSpace(b)
	eq := bytes.IndexByte(b, '=')
	return eq > 0 && all(b[:eq], dotted) && bytes.IndexAny(b, " \t(") < 0
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
		name.set(f.Key.Of(v.b))
		if e.secretField(v.b, &name, f) {
			e.field(v, &name, f, s, g, quotes)
		} else if inner := (segment{Start: f.Value.Start + 1, End: f.Value.End - 1}); f.Quoted && depth < maxDepth && bytes.IndexByte(inner.Of(v.b), '=') > 0 {
			e.fields(v, inner, urlparts.GrammarOf(v.b, inner), fieldsAll, depth+1)
		}
	}
}

// field reports one field.
func (e *engine) field(v *view, name *normalName, f urlparts.Field, s segment, g urlparts.Grammar, quotes openQuotes) {
	if !f.Quoted {
		f.Value.End = fieldEnd(v.b, f, s, g, quotes)
	}
	if head := v.b[s.Start:f.Key.Start]; bytes.HasSuffix(head, []byte("&amp;")) || len(head) > 0 && bytes.IndexByte([]byte("?&#"), head[len(head)-1]) >= 0 {
		return // a parameter of a URL
	}
	m := Match{Start: f.Value.Start, End: f.Value.End, NameStart: f.Key.Start, NameEnd: f.Key.End,
		DropStart: f.Key.Start, DropEnd: f.Value.End, Reason: "dsn.key", Component: Field, Kind: fieldKind(name), Confidence: Firm}
	if m.Start >= m.End {
		return
	}
	if g == urlparts.Spaces {
		m.CutStart, m.CutEnd = f.Key.Start, max(f.Value.End, min(f.Next, s.End))
		m.DropStart, m.DropEnd = m.CutStart, m.CutEnd
	}
	e.add(v, m)
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
func (e *engine) secretField(b []byte, name *normalName, f urlparts.Field) bool {
	if f.Value.Empty() || b[f.Value.Start] == '$' && placeholder(f.Value.Of(b)) && !e.opts.Placeholders {
		return false
	}
	value := bytes.Trim(f.Value.Of(b), `'"{}`)
	if b[f.Value.Start] == '{' && !e.opts.Placeholders && e.named(value) {
		return false
	}
	switch name.class(e.opts) {
	case password:
		return e.reportable(value) && !(string(name.whole()) == "pwd" && directory(value))
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
		if connectionKey(name.whole()) || connectionKey(name.tail()) {
			return true
		}
		if mode == fieldsAlone && first && !code(f.Value.Of(v.b)) && (f.Key.Start == s.Start || bytes.IndexAny(v.b[s.Start:f.Key.Start], " \t") < 0) {
			return true
		}
		first = false
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

// closes says whether c closes a quote that was opened before i.
func (q *openQuotes) closes(c byte, i int) bool {
	kind := indexByte(quoteBytes, c)
	return kind >= 0 && q[kind] < i
}

// fieldEnd returns the end of an unquoted value. It ends at a quote that was
// opened before its key; the last one ends at white space too.
func fieldEnd(b []byte, f urlparts.Field, s segment, g urlparts.Grammar, quotes openQuotes) int {
	start, end := f.Value.Start, f.Value.End
	last := g != urlparts.Semicolons || f.Next >= s.End
	for i := start; i < end; i++ {
		if g == urlparts.Spaces && b[i] == '\\' {
			i++
			continue
		}
		if last && b[i] <= ' ' || quotes.closes(b[i], f.Key.Start) {
			end = i
			break
		}
	}
	for end > start && (b[end-1] <= ' ' || g == urlparts.Spaces && (b[end-1] == ';' || b[end-1] == ',')) {
		end--
	}
	return end
}
