package urlrules

import "bytes"

// argument says what an option of a command takes.
type argument uint8

const (
	noSecret   argument = iota
	isSecret            // the value
	isLogin             // user:password
	isPercent           // user%password
	isAttached          // the value, only without a space after the option
	isHeader            // a header line
	isAtLogin           // the value, once the word "login" was seen
	isForm              // name=value pairs, or JSON
	isSetting           // name=value where the value may be a header line
	isSource            // pass:password
)

// command is what a command line passes secrets in.
type command struct {
	names   string // separated by spaces
	options []option
}

type option struct {
	name string
	argument
}

// commands are the programs that take secrets as arguments, from their manuals.
var commands = [...]command{
	{"curl", []option{{"-u", isLogin}, {"--user", isLogin}, {"-U", isLogin}, {"--proxy-user", isLogin}, {"-H", isHeader}, {"--header", isHeader}, {"--oauth2-bearer", isSecret}, {"--pass", isSecret},
		{"-d", isForm}, {"--data", isForm}, {"--data-raw", isForm}, {"--data-binary", isForm}, {"--data-urlencode", isForm}, {"--json", isForm}, {"-F", isForm}, {"--form", isForm}}},
	{"git", []option{{"-c", isSetting}}},
	{"openssl", []option{{"-passin", isSource}, {"-passout", isSource}, {"-pass", isSource}}},
	{"wget", []option{{"--header", isHeader}}},
	{"http https xh", []option{{"-a", isLogin}, {"--auth", isLogin}}},
	{"mysql mysqldump mysqladmin mysqlimport mysqlshow mysqlcheck mysqlsh mariadb mariadb-dump", []option{{"-p", isAttached}}},
	{"sshpass", []option{{"-p", isSecret}}},
	{"redis-cli valkey-cli", []option{{"-a", isSecret}, {"--pass", isSecret}}},
	{"mongo mongosh mongodump mongorestore mongoexport mongoimport", []option{{"-p", isSecret}}},
	{"docker podman nerdctl helm oras skopeo crane buildah az", []option{{"-p", isAtLogin}}},
	{"sqlcmd bcp", []option{{"-P", isSecret}}},
	{"ldapsearch ldapadd ldapmodify ldapdelete ldappasswd ldapwhoami", []option{{"-w", isSecret}}},
	{"smbclient", []option{{"-U", isPercent}}},
}

// shell reads a line as a command line.
type shell struct {
	e     *engine
	v     *view
	cmd   *command
	login bool
	next  argument // what the next word is
	name  segment  // the option it belongs to
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
	if next := sh.next; next != noSecret {
		sh.next = noSecret
		if b[0] != '-' || next == isHeader {
			sh.value(w, next)
			return
		}
	}
	switch {
	case len(b) > 1 && b[0] == '-':
		sh.option(w)
	case string(b) == "|" || string(b) == "&&" || string(b) == ";" || string(b) == "||":
		sh.cmd, sh.login = nil, false
	case string(b) == "login":
		sh.login = true
	case bytes.IndexByte(b, '=') > 0:
		sh.variable(w)
	default:
		if c := commandNamed(bytes.TrimLeft(b[bytes.LastIndexByte(b, '/')+1:], "`$(\"'")); c != nil {
			sh.cmd, sh.login = c, false
		}
	}
}

func commandNamed(name []byte) *command {
	if len(name) < 2 || len(name) > 16 {
		return nil
	}
	for i := range commands {
		rest := commands[i].names
		for rest != "" {
			word := rest
			if j := indexByte(rest, ' '); j >= 0 {
				word, rest = rest[:j], rest[j+1:]
			} else {
				rest = ""
			}
			if word == string(name) {
				return &commands[i]
			}
		}
	}
	return nil
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
	if c, exact := sh.class(name); c != password && c != secret || b[1] != '-' && eq < 0 && !exact {
		if eq >= 0 {
			sh.variable(segment{Start: w.Start + eq + 1, End: w.End})
		}
		return
	}
	sh.name = name
	if eq < 0 {
		sh.next = isSecret
	} else {
		sh.value(segment{Start: w.Start + eq + 1, End: w.End}, isSecret)
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
	return n.class(sh.e.opts), listed(passwordNames[:], n.whole())
}

// commandOption reads an option of the command at hand.
func (sh *shell) commandOption(w segment) bool {
	b := w.Of(sh.v.b)
	for _, o := range sh.cmd.options {
		if o.argument == isAtLogin && !sh.login {
			continue
		}
		if combined(b, o.name) {
			sh.name, sh.next = w, o.argument
			return true
		}
		if !bytes.HasPrefix(b, []byte(o.name)) {
			continue
		}
		sh.name = segment{Start: w.Start, End: w.Start + len(o.name)}
		rest := segment{Start: sh.name.End, End: w.End}
		switch {
		case rest.Empty():
			if sh.next = o.argument; o.argument == isAttached {
				sh.next = noSecret
			}
			return true
		case o.name[1] != '-':
			sh.value(rest, o.argument)
			return true
		case sh.v.b[rest.Start] == '=':
			rest.Start++
			sh.value(rest, o.argument)
			return true
		}
	}
	return false
}

// combined says whether word is short options of which the last one is name and
// takes the next word.
func combined(word []byte, name string) bool {
	n := len(word)
	return len(name) == 2 && n > 2 && n <= 6 && word[1] != '-' && word[n-1] == name[1] && all(word[1:], alnum)
}

// variable reads NAME=value.
func (sh *shell) variable(w segment) {
	eq := bytes.IndexByte(w.Of(sh.v.b), '=')
	if eq <= 0 {
		return
	}
	name := segment{Start: w.Start, End: w.Start + eq}
	if c, _ := sh.class(name); c == password || c == secret && w.Len()-eq > 8 {
		sh.name = name
		sh.value(segment{Start: w.Start + eq + 1, End: w.End}, isSecret)
	}
}

// value reports the secret in an argument.
func (sh *shell) value(w segment, a argument) {
	b := sh.v.b
	if w.Len() >= 2 && (b[w.Start] == '"' || b[w.Start] == '\'') && b[w.End-1] == b[w.Start] {
		w.Start, w.End = w.Start+1, w.End-1
	}
	c := Argument
	switch a {
	case isLogin, isPercent:
		delimiter := byte(':')
		if a == isPercent {
			delimiter = '%'
		}
		i := bytes.IndexByte(w.Of(b), delimiter)
		if i < 0 {
			return
		}
		w.Start += i + 1
	case isForm:
		sh.e.nested(sh.v, w, 0)
		return
	case isSource:
		if !bytes.HasPrefix(w.Of(b), []byte("pass:")) {
			return
		}
		w.Start += len("pass:")
	case isSetting, isHeader:
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
