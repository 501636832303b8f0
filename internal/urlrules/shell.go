package urlrules

import (
	"bytes"

	"github.com/fieldsafe/fieldsafe/internal/commands"
)

// shell reads a line as a command line.
type shell struct {
	e     *engine
	v     *view
	cmd   *commands.Program
	login bool
	next  commands.Argument // what the next word is
	name  segment           // the option it belongs to
	guess bool              // the option is no certain one, so that what is next must look generated
	place int               // how many words without a dash the program has had
	off   uint8             // its places that those words rule out, by their number
	named bool              // the last word is the name of a secret
}

// verb says whether a line has a word after which commands take secrets without
// an option, or begins with one that goes before a variable.
func verb(line []byte) bool {
	line = bytes.TrimLeft(line, " \t")
	if space := bytes.IndexByte(line, ' '); space < 0 || bytes.IndexByte(line[:space], '=') >= 0 {
		return false
	}
	for _, v := range &commands.Verbs {
		if bytes.Contains(line, []byte(v)) {
			return true
		}
	}
	for _, word := range &commands.Assignments {
		if bytes.HasPrefix(line, []byte(word)) {
			return true
		}
	}
	return false
}

// commandLine reports the secrets that commands get as arguments.
func (e *engine) commandLine(v *view, s segment) {
	sh := shell{e: e, v: v}
	for i := s.Start; i < s.End; {
		var w segment
		if w, i = shellWord(v.b, i, s.End); !w.Empty() {
			sh.word(w)
		}
	}
}

// shellWord returns the next word, without the quotes around it, and where to
// go on.
func shellWord(b []byte, i, end int) (segment, int) {
	for i < end && (b[i] == ' ' || b[i] == '\t') {
		i++
	}
	start := i
	if i < end && (b[i] == '"' || b[i] == '\'') {
		if shut := bytes.IndexByte(b[i+1:min(end, i+maxWord)], b[i]); shut >= 0 {
			return segment{Start: i + 1, End: i + 1 + shut}, i + shut + 2
		}
	}
	for i < end && b[i] != ' ' && b[i] != '\t' {
		switch c := b[i]; {
		case c == '\\' && i+1 < end && b[i+1] == 'n':
			return segment{Start: start, End: i}, i + 2 // the end of the line, in a string
		case c == '\\':
			i++
		case (c == '"' || c == '\'') && i > start && b[i-1] == '=':
			if shut := bytes.IndexByte(b[i+1:min(end, i+maxWord)], c); shut >= 0 {
				i += shut + 1
			}
		}
		i++
	}
	i = min(i, end)
	return segment{Start: start, End: i}, i
}

// maxWord bounds the length of a word in quotes.
const maxWord = 4096

func (sh *shell) word(w segment) {
	b := w.Of(sh.v.b)
	if next := sh.next; next != commands.None {
		guess := sh.guess
		sh.next, sh.guess = commands.None, false
		if (b[0] != '-' || next == commands.Header) && (!guess || generated(b)) {
			sh.value(w, next)
			return
		}
	}
	switch {
	case len(b) > 1 && b[0] == '-':
		sh.option(w)
	case endsCommand(b):
		sh.program(nil)
	case sh.positional(w):
	case bytes.IndexByte(b, '=') > 0:
		sh.variable(w)
	default:
		name := bytes.TrimLeft(b[bytes.LastIndexByte(b, '/')+1:], "`$(\"'")
		if len(name) > 16 {
			break
		}
		if p := commands.Named(name); p != nil {
			sh.program(p)
		}
	}
}

// endsCommand says whether a word is an operator of the shell or begins a
// comment.
func endsCommand(b []byte) bool {
	switch string(b) {
	case "|", "||", "&", "&&", ";", "#", "<", ">", ">>", "2>&1":
		return true
	}
	return false
}

// program begins the arguments of p.
func (sh *shell) program(p *commands.Program) {
	sh.cmd, sh.login, sh.place, sh.off, sh.named = p, false, 0, 0, false
}

// positional reads a word without a dash among the arguments of a program, and
// reports whether it is one in its place.
func (sh *shell) positional(w segment) bool {
	b := w.Of(sh.v.b)
	sh.login = sh.login || string(b) == "login"
	if sh.cmd == nil {
		return false
	}
	named, known := sh.named, false
	if sh.off == 1<<len(sh.cmd.Places)-1 {
		sh.place, sh.off = 0, 0 // what came before was the value of an option
	}
	at := sh.place
	sh.place, sh.named = at+1, false
	for i, place := range sh.cmd.Places {
		if sh.off>>i&1 != 0 || at >= len(place) {
			continue
		}
		switch word := place[at]; {
		case word == "?":
			sh.named, sh.name = sh.secretName(w), w
			known = known || sh.named
		case word == "~" && (named || place[max(at-1, 0)] != "?") && generated(b), word == "!":
			sh.value(w, sh.cmd.Place)
			return true
		case word != "!" && word != "~" && commands.Matches(word, b):
			if word != "*" {
				sh.name = w
			}
			known = known || at > 0 || word != "*"
		default:
			sh.off |= 1 << i
		}
	}
	return known
}

// secretName says whether a word is the name of a secret, which of the names of
// a registry's settings is the part after the colon.
func (sh *shell) secretName(w segment) bool {
	b := w.Of(sh.v.b)
	w.Start += bytes.LastIndexByte(b, ':') + 1
	c, _ := sh.class(w)
	return c == password || c == secret || bytes.HasSuffix(b, []byte(":_auth"))
}

// generated says whether a word looks like a token.
func generated(b []byte) bool {
	return len(b) >= 8 && b[0] != '/' && b[0] != '$' && bytes.ContainsAny(b, "0123456789") && bytes.IndexByte(b, '=') < 0
}

// option reads a word that begins with "-".
func (sh *shell) option(w segment) {
	b := w.Of(sh.v.b)
	if sh.cmd != nil && sh.commandOption(w) {
		return
	}
	name := segment{Start: w.Start + 2, End: w.End}
	switch {
	case len(b) < 5 || b[1] == '-' && b[2] == '-':
		return
	case b[1] != '-' && b[1] != 'D':
		name.Start-- // a long option with one dash, or a list of short ones
	}
	eq := bytes.IndexByte(b, '=')
	if eq >= 0 {
		name.End = w.Start + eq
	}
	c, exact := sh.class(name)
	if c != password && c != secret {
		if eq >= 0 {
			sh.variable(segment{Start: w.Start + eq + 1, End: w.End})
		}
		return
	}
	sh.name = name
	if eq < 0 {
		sh.next, sh.guess = commands.Secret, b[1] != '-' && !exact
	} else {
		sh.value(segment{Start: w.Start + eq + 1, End: w.End}, commands.Secret)
	}
}

// class looks up the name of an option or a variable, and says whether it is,
// as it stands, that of a password.
func (sh *shell) class(name segment) (c nameClass, exact bool) {
	if name.Len() < 4 || prose(name.Of(sh.v.b)) {
		return harmless, false
	}
	var n normalName
	n.set(name.Of(sh.v.b))
	return n.class(sh.e.opts), exactClass(n.whole()) == password
}

// commandOption reads an option of the command at hand.
func (sh *shell) commandOption(w segment) bool {
	b := w.Of(sh.v.b)
	for i := range sh.cmd.Options {
		o := &sh.cmd.Options[i]
		if o.Argument == commands.AtLogin && !sh.login {
			continue
		}
		if o.Short() && combined(b, o.Name) {
			sh.name, sh.next = w, o.Argument
			return true
		}
		if !bytes.HasPrefix(b, []byte(o.Name)) {
			continue
		}
		sh.name = segment{Start: w.Start, End: w.Start + len(o.Name)}
		rest := segment{Start: sh.name.End, End: w.End}
		switch {
		case rest.Empty():
			if sh.next = o.Argument; o.Argument == commands.Attached {
				sh.next = commands.None
			}
			return true
		case o.Short() && o.Argument != commands.Spaced:
			sh.value(rest, o.Argument)
			return true
		case sh.v.b[rest.Start] == '=':
			rest.Start++
			sh.value(rest, o.Argument)
			return true
		}
	}
	return false
}

// combined says whether word is short options of which the last one is name and
// takes the next word.
func combined(word []byte, name string) bool {
	n := len(word)
	return n > 2 && n <= 6 && word[1] != '-' && word[n-1] == name[1] && all(word[1:], alnum)
}

// variable reads NAME=value.
func (sh *shell) variable(w segment) {
	w = unquoted(sh.v.b, w)
	eq := bytes.IndexByte(w.Of(sh.v.b), '=')
	if eq <= 0 {
		return
	}
	name := segment{Start: w.Start, End: w.Start + eq}
	if c, _ := sh.class(name); c == password || c == secret && w.Len()-eq > 8 {
		sh.name = name
		sh.value(segment{Start: w.Start + eq + 1, End: w.End}, commands.Secret)
	}
}

// unquoted returns w without the quotes around it.
func unquoted(b []byte, w segment) segment {
	if w.Len() >= 2 && (b[w.Start] == '"' || b[w.Start] == '\'') && b[w.End-1] == b[w.Start] {
		w.Start, w.End = w.Start+1, w.End-1
	}
	return w
}

// value reports the secret in an argument.
func (sh *shell) value(w segment, a commands.Argument) {
	b := sh.v.b
	w = unquoted(b, w)
	c := Argument
	switch a {
	case commands.Login, commands.Percent, commands.Comma:
		i := bytes.IndexByte(w.Of(b), a.Separator())
		if i < 0 || i == 1 && directory(w.Of(b)) { // a drive
			return
		}
		w.Start += i + 1
	case commands.Form:
		sh.e.nested(sh.v, w, 0)
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
	if v := w.Of(b); sh.e.reportable(v) && !flag(v) && v[0] != '$' {
		sh.e.add(sh.v, Match{Start: w.Start, End: w.End, NameStart: sh.name.Start, NameEnd: sh.name.End, Reason: "shell.argument", Component: c, Kind: Parameter, Confidence: Firm})
	}
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
