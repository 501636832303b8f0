package detect

import (
	"bytes"
	"math"
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/commands"
)

const (
	maxArguments = 48
	maxArgument  = 256
)

// firstArgument reports whether the password is the first argument of a word of
// SQL or of a file of settings, and whether it must be in quotes there.
func firstArgument(word []byte) (first, quoted bool) {
	switch string(word) {
	case "identified by", "convertto-securestring":
		return true, true
	case "requirepass", "masterauth", "bindpw", "rootpw":
		return true, false
	}
	return false, false
}

// command looks for the password among the arguments of the program named at
// [start, end); it reports whether that is a program.
func (r *run) command(d *Detector, start, end int) bool {
	var space [32]byte
	word := lowerInto(space[:0], r.text[start:end])
	first, quoted := firstArgument(word)
	var program *commands.Program
	if !first {
		name, rest, _ := bytes.Cut(word, []byte(" "))
		if program = commands.Named(name); program == nil || len(rest) > 0 && !bytes.HasSuffix(rest, []byte("login")) {
			return false
		}
	}
	i := end + len(executable(r.text[end:]))
	if start < int(r.ahead[d.find]) || i >= len(r.text) || r.text[i] != ' ' && r.text[i] != '\t' {
		return true
	}
	if !first {
		r.ahead[d.find] = int32(min(r.arguments(d, program, end, i), math.MaxInt32))
		return true
	}
	from, to := argument(r.text, i)
	if strings.EqualFold(r.text[from:to], "-String") {
		from, to = argument(r.text, to)
	}
	if from < to && !r.apart(end, from) {
		r.passwordArgument(d, from, to, quoted, 0)
	}
	return true
}

// arguments looks for the password among the arguments of program from i on, and
// returns where they end. The program's name ends at end.
func (r *run) arguments(d *Detector, program *commands.Program, end, i int) int {
	var next *commands.Option // what the argument belongs to
	for range maxArguments {
		from, to := argument(r.text, i)
		if from == to || r.apart(end, from) {
			break
		}
		switch arg := r.text[from:to]; {
		case next != nil && next.Argument == commands.Attached && !looksRandom(arg): // a name is meant to stand there
			next = nil
		case next != nil:
			r.passwordArgument(d, from, to, false, next.Separator())
			next = nil
		default:
			var value int
			if next, value = passwordOption(program, arg); value > 0 {
				r.passwordArgument(d, from+value, to, false, next.Separator())
				next = nil
			}
		}
		i = to
	}
	return i
}

// passwordOption returns the option of program that arg is, if it takes a
// password, and where in arg the value begins, or 0 where it is the next one.
func passwordOption(program *commands.Program, arg string) (*commands.Option, int) {
	for i := range program.Options {
		o := &program.Options[i]
		if !o.Password() || arg[0] != '-' {
			continue
		}
		rest, ok := strings.CutPrefix(arg, o.Name)
		switch {
		case ok && rest == "", !ok && o.Short() && combined(arg) && arg[len(arg)-1] == o.Name[1]:
			return o, 0
		case ok && o.Short() && o.Argument != commands.Spaced:
			return o, len(o.Name)
		case ok && rest[0] == '=':
			return o, len(o.Name) + 1
		}
	}
	return nil, 0
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
// that is random itself is a part of the secret; separator stands after it, or
// is 0.
func (r *run) passwordArgument(d *Detector, from, to int, quoted bool, separator byte) {
	first := from
	if from, to = unwrapped(r.text, from, to); quoted && from == first {
		return
	}
	secret := from
	if separator != 0 {
		i := strings.IndexByte(r.text[from:to], separator)
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
// name and a password, both quoted: NetworkCredential("jane", "..."). A directory
// entry has a path before them.
func (r *run) call(d *Detector, start, end int) {
	last := 1
	if hasPrefixFold(r.text[start:end], "directory") {
		last = 2
	}
	i := skipAny(r.text, end+1, " \t", 4)
	for n := range last + 1 {
		from, to, quoted := value(r.text, i)
		if !quoted || from == to {
			return
		}
		i = skipAny(r.text, to, "\"'\\", 3)
		next := skipAny(r.text, i, " \t\r\n,", 40)
		if n == last && isSecretValue(d, r.text[from:to]) {
			r.add(from, to, d, Likely, byContext, to-from)
		}
		if next == i {
			return
		}
		i = next
	}
}
