package detect

import (
	"math"
	"strings"
)

const (
	maxArguments = 48
	maxArgument  = 256
)

// passwordFlags says how a program takes a password on its command line.
type passwordFlags struct {
	short, long string // each a word, or two
	attached    bool   // the value may follow the short flag without a blank
	separate    bool   // the value may follow it after one
	mistaken    bool   // it does not, but is given so by mistake; what is meant to stand there is a name
	first       bool   // the password is the first argument
	quoted      bool   // it must be in quotes
	pair        byte   // what stands between a user name and the password in the value, or 0
}

// commandFlags returns how the program of that name, in lower case, takes a
// password; the zero value stands for what is no such program.
func commandFlags(program []byte) passwordFlags {
	switch string(program) {
	case "curl":
		return passwordFlags{short: "-u -U", long: "--user --proxy-user", attached: true, separate: true, pair: ':'}
	case "mysql", "mysqldump", "mysqladmin", "mysqlimport", "mariadb":
		return passwordFlags{short: "-p", attached: true, separate: true, mistaken: true}
	case "sshpass":
		return passwordFlags{short: "-p", attached: true, separate: true}
	case "psexec", "docker login", "podman login", "helm registry login", "az login", "mongo", "mongosh", "mongodump", "mongorestore":
		return passwordFlags{short: "-p", long: "--password", separate: true}
	case "sqlcmd", "bcp":
		return passwordFlags{short: "-P", attached: true, separate: true}
	case "redis-cli":
		return passwordFlags{short: "-a", long: "--pass", separate: true}
	case "ldapsearch", "ldapmodify", "ldapadd", "ldapwhoami":
		return passwordFlags{short: "-w", separate: true}
	case "smbclient", "rpcclient":
		return passwordFlags{short: "-U", long: "--user", separate: true, pair: '%'}
	case "identified by":
		return passwordFlags{first: true, quoted: true}
	case "requirepass", "masterauth", "bindpw", "rootpw":
		return passwordFlags{first: true}
	}
	return passwordFlags{}
}

// command looks for the password among the arguments of the program named at
// [start, end); it reports whether that is a program.
func (r *run) command(d *Detector, start, end int) bool {
	var space [32]byte
	f := commandFlags(lowerInto(space[:0], r.text[start:end]))
	if f.short == "" && !f.first {
		return false
	}
	i, value := end+len(executable(r.text[end:])), f.first
	if start < int(r.ahead[d.find]) || i >= len(r.text) || r.text[i] != ' ' && r.text[i] != '\t' {
		return true
	}
	for range maxArguments {
		from, to := argument(r.text, i)
		if from == to || r.apart(end, from) {
			break
		}
		arg := r.text[from:to]
		switch {
		case value && f.mistaken && !looksRandom(arg):
		case value:
			r.passwordArgument(d, from, to, f)
		case f.attached && f.shortFlag(arg[:min(len(arg), 2)]) && len(arg) > 2:
			r.passwordArgument(d, from+2, to, f)
		case strings.HasPrefix(arg, "--") && strings.IndexByte(arg, '=') > 0:
			if eq := strings.IndexByte(arg, '='); f.longFlag(arg[:eq]) {
				r.passwordArgument(d, from+eq+1, to, f)
			}
		}
		if f.first {
			return true
		}
		value = f.separate && (f.shortFlag(arg) || combined(arg) && f.shortFlag("-"+arg[len(arg)-1:])) || f.longFlag(arg)
		i = to
	}
	r.ahead[d.find] = int32(min(i, math.MaxInt32))
	return true
}

func (f *passwordFlags) shortFlag(arg string) bool { return anyOf(f.short, arg) }
func (f *passwordFlags) longFlag(arg string) bool  { return anyOf(f.long, arg) }

// anyOf reports whether arg is one of the words of list.
func anyOf(list, arg string) bool {
	first, second, _ := strings.Cut(list, " ")
	return arg != "" && (arg == first || arg == second)
}

// combined reports whether arg is several short flags in one.
func combined(arg string) bool {
	return len(arg) > 2 && len(arg) <= 6 && arg[0] == '-' && isWordByte(arg[1]) && strings.IndexByte(arg, '=') < 0
}

// executable returns the ending of the name of a program that s begins with.
func executable(s string) string {
	if hasPrefixFold(s, ".exe") {
		return s[:len(".exe")]
	}
	return ""
}

// argument returns the next argument at or after i on the line, which goes on
// after a backslash; an empty one where the command ends.
func argument(text string, i int) (from, to int) {
	for n := 0; n < 64 && i < len(text); n++ {
		switch {
		case text[i] == ' ' || text[i] == '\t':
			i++
		case strings.HasPrefix(text[i:], "\\\n"):
			i += 2
		case strings.HasPrefix(text[i:], "\\\r\n"):
			i += 3
		default:
			n = 64
		}
	}
	quote := byte(0)
	for to = i; to < len(text) && to-i < maxArgument; to++ {
		switch b := text[to]; {
		case b == '\n' || b == '\r':
			return i, to
		case quote != 0:
			if b == quote {
				quote = 0
			}
		case b == '"' || b == '\'':
			quote = b
		case b == ' ' || b == '\t' || b == '|' || b == ';' || b == '`':
			return i, to
		}
	}
	return i, to
}

// passwordArgument adds the password in the argument [from, to). A user name
// that is random itself is a part of the secret.
func (r *run) passwordArgument(d *Detector, from, to int, f passwordFlags) {
	first := from
	if from, to = unwrapped(r.text, from, to); f.quoted && from == first {
		return
	}
	secret := from
	if f.pair != 0 {
		i := strings.IndexByte(r.text[from:to], f.pair)
		if i < 0 {
			return
		}
		if secret = from + i + 1; !isIssued(r.text[from : secret-1]) {
			from = secret
		}
	}
	value := r.text[secret:to]
	if len(value) < minPassword || value[0] == '-' || value[0] == '$' || isPlaceholder(value) || isReference(value) {
		return
	}
	r.add(from, to, d, Likely, byContext, len(value))
}

// unwrapped takes a pair of quotes off [from, to).
func unwrapped(text string, from, to int) (int, int) {
	if to-from >= 2 && text[from] == text[to-1] && (text[from] == '"' || text[from] == '\'') {
		return from + 1, to - 1
	}
	return from, to
}

// isIssued reports whether a user name was issued together with its password, as
// it is just as random: hexadecimal, or long.
func isIssued(name string) bool {
	if len(name) < minSecret || !looksRandom(name) {
		return false
	}
	return len(name) >= minBare && isBareSecret(name) || isHexWord(name)
}

func isHexWord(s string) bool {
	for i := range len(s) {
		if !isHex(s[i]) {
			return false
		}
	}
	return true
}

// call looks for the password in a call that makes credentials out of a user
// name and a password, both quoted: NetworkCredential("jane", "...").
func (r *run) call(d *Detector, end int) {
	i := skipAny(r.text, end+1, " \t", 4)
	for n := range 2 {
		from, to, quoted := value(r.text, i)
		if !quoted || from == to {
			return
		}
		i = skipAny(r.text, to, "\"'\\", 3)
		next := skipAny(r.text, i, " \t,", 4)
		if n == 1 && isSecretValue(d, r.text[from:to]) {
			r.add(from, to, d, Likely, byContext, to-from)
		}
		if next == i {
			return
		}
		i = next
	}
}
