package urlrules

import (
	"bytes"

	"github.com/fieldsafe/fieldsafe/internal/commands"
	"github.com/fieldsafe/fieldsafe/internal/urlparts"
)

// commanded says whether a line without options may be a command line all the
// same: it begins with a word that goes before a variable, or holds the name of a
// program.
func commanded(line []byte) bool {
	line = bytes.TrimLeft(line, " \t")
	for _, word := range &commands.Assignments {
		if bytes.HasPrefix(line, []byte(word)) {
			return true
		}
	}
	for {
		word, rest, more := bytes.Cut(line, []byte{' '})
		if commands.Known(word) {
			return true
		}
		if line = rest; !more {
			return false
		}
	}
}

// commandLine reports the secrets that commands get as arguments.
func (e *engine) commandLine(v *view, s segment) {
	words := commands.NewReader(v.b, s.Start, s.End)
	for w, ok := words.Next(); ok; w, ok = words.Next() {
		switch span := (segment{Start: w.Start, End: w.End}); {
		case w.Kind == commands.Flag:
			e.flag(v, &words, span)
		case w.Kind != commands.Value:
			e.variable(v, span)
		case w.Asks && !e.secretName(v, segment{Start: w.NameStart, End: w.NameEnd}):
		case w.Argument == commands.Attached && (w.Doubtful || string(span.Of(v.b)) == "password"): // a name is meant, or the word
		default:
			e.argument(v, span, segment{Start: w.NameStart, End: w.NameEnd}, w.Argument)
		}
	}
}

// secretName says whether a word is the name of a secret, which of the names of
// a registry's settings is the part after the colon.
func (e *engine) secretName(v *view, w segment) bool {
	b := w.Of(v.b)
	w.Start += bytes.LastIndexByte(b, ':') + 1
	c, _ := e.class(v, w)
	return c == password || c == secret || bytes.HasSuffix(b, []byte(":_auth"))
}

// flag reads an option that a program of any name may have: --password VALUE,
// -DdbPassword=VALUE, /password:VALUE.
func (e *engine) flag(v *view, words *commands.Reader[[]byte], w segment) {
	b := w.Of(v.b)
	name := segment{Start: w.Start + 2, End: w.End}
	switch {
	case len(b) < 5 || b[1] == '-' && b[2] == '-':
		return
	case b[1] != '-' && b[1] != 'D':
		name.Start-- // a long option with one dash, or a list of short ones
	}
	delimiter := byte('=')
	if b[0] == '/' {
		delimiter = ':'
	}
	end := bytes.IndexByte(b, delimiter)
	if end >= 0 {
		name.End = w.Start + end
	}
	value := segment{Start: w.Start + end + 1, End: w.End}
	switch c, exact := e.class(v, name); {
	case end >= 0 && (c == password || c == secret || tokenShape(value.Of(v.b)) != ""):
		e.argument(v, value, name, commands.Secret)
	case end >= 0:
		e.variable(v, value)
	case c == password || c == secret:
		words.Expect(name.Start, name.End, b[1] != '-' && !exact)
	}
}

// class looks up the name of an option or a variable, and says whether it is,
// as it stands, that of a password.
func (e *engine) class(v *view, name segment) (c nameClass, exact bool) {
	const least = 3
	if name.Len() < least || prose(name.Of(v.b)) {
		return harmless, false
	}
	var n normalName
	n.set(name.Of(v.b))
	return n.class(e.opts), exactClass(n.whole()) == password
}

// variable reads NAME=value.
func (e *engine) variable(v *view, w segment) {
	w = unquoted(v.b, w)
	eq := bytes.IndexByte(w.Of(v.b), '=')
	if eq <= 0 {
		return
	}
	name, value := segment{Start: w.Start, End: w.Start + eq}, segment{Start: w.Start + eq + 1, End: w.End}
	switch c, _ := e.class(v, name); {
	case c == password, c == secret && value.Len() > 7, tokenShape(value.Of(v.b)) != "":
		e.argument(v, value, name, commands.Secret)
	case value.Len() > 2 && v.b[value.Start] == '[': // the list of a setting
		e.fields(v, segment{Start: value.Start + 1, End: value.End - 1}, urlparts.Commas, fieldsAll, 0)
	}
}

// unquoted returns w without the quotes around it.
func unquoted(b []byte, w segment) segment {
	if w.Len() >= 2 && (b[w.Start] == '"' || b[w.Start] == '\'') && b[w.End-1] == b[w.Start] {
		w.Start, w.End = w.Start+1, w.End-1
	}
	return w
}

// argument reports the secret in an argument w of the option name.
func (e *engine) argument(v *view, w, name segment, a commands.Argument) {
	b := v.b
	w = unquoted(b, w)
	c := Argument
	switch a {
	case commands.Login, commands.Percent, commands.Comma, commands.Slash:
		i := bytes.IndexByte(w.Of(b), a.Separator())
		if i < 0 || i == 1 && directory(w.Of(b)) { // a drive
			return
		}
		if a == commands.Slash && (i == 0 || bytes.IndexByte(w.Of(b), '@') >= 0) { // a login with a host, which is read as such
			return
		}
		w.Start += i + 1
	case commands.Form:
		e.nested(v, w, 0)
		return
	case commands.Source:
		if !bytes.HasPrefix(w.Of(b), []byte("pass:")) {
			return
		}
		w.Start += len("pass:")
	case commands.Setting, commands.Header:
		c = Header
		if w = headerSecret(b, w); w.Empty() {
			return
		}
	}
	if value := w.Of(b); e.reportable(value) && !flag(value) && (value[0] != '$' || crypted(value)) {
		e.add(v, Match{Start: w.Start, End: w.End, NameStart: name.Start, NameEnd: name.End, Reason: "shell.argument", Component: c, Kind: Parameter, Confidence: Firm})
	}
}

// crypted says whether v is the hash of a password as crypt(3) writes it.
func crypted(v []byte) bool {
	end := bytes.IndexByte(v[1:], '$')
	return len(v) > 12 && (end == 1 || end == 2)
}

// headerSecret returns the credentials in a header line, perhaps after a name
// and "=", or an empty span.
func headerSecret(b []byte, w segment) segment {
	colon := bytes.IndexByte(w.Of(b), ':')
	if eq := bytes.IndexByte(w.Of(b), '='); eq > 0 && eq < colon {
		w.Start, colon = w.Start+eq+1, colon-eq-1
	}
	if colon < 0 {
		return segment{}
	}
	var n normalName
	n.set(b[w.Start : w.Start+colon])
	if c := n.class(&defaults); c != secret && c != password {
		return segment{}
	}
	w.Start += colon + 1
	for w.Start < w.End && (b[w.Start] == ' ' || b[w.Start] == '\\') {
		w.Start++
	}
	if i := bytes.IndexByte(w.Of(b), ' '); i > 0 && authMode(bytes.TrimRight(b[w.Start:w.Start+i], "\\")) {
		w.Start += i + 1
	}
	w.End -= len(w.Of(b)) - len(bytes.TrimRight(w.Of(b), `"'`))
	return w
}
