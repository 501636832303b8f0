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
	case "identified by", "identified with", "convertto-securestring":
		return true, true
	case "requirepass", "masterauth", "bindpw", "rootpw":
		return true, false
	}
	return false, false
}

// command looks for the password among the arguments of the program named at
// [start, end), and behind the words of SQL and of files of settings that take
// one. It reports whether that is all the word may be, and no key as well, which
// passwd and requirepass are.
func (r *run) command(d *Detector, start, end int) bool {
	var space [32]byte
	word := lowerInto(space[:0], r.text[start:end])
	if first, quoted := firstArgument(word); first {
		r.argument(d, start, end, quoted)
	} else if program := programOf(word); program != nil {
		r.commandLine(d, program, start)
	} else {
		return false
	}
	return kindOfKey(r.text[start:end]) != secretWord
}

// programOf returns the program that word names, perhaps with the first of its
// arguments, or nil.
func programOf(word []byte) *commands.Program {
	name, rest, _ := bytes.Cut(word, []byte(" "))
	if program := commands.Named(name); program != nil && program.Takes(string(rest)) {
		return program
	}
	return nil
}

// commandLine looks for passwords on the command line of the program whose name
// stands at start, unless it has been.
func (r *run) commandLine(d *Detector, program *commands.Program, start int) {
	if start < int(r.ahead[d.find]) {
		return
	}
	if program.Piped != commands.None {
		start = r.pipeStart(start)
	}
	r.ahead[d.find] = int32(min(r.arguments(d, start), math.MaxInt32))
}

// pipeStart returns where the command begins that writes into the program at
// start on the same line, or start.
func (r *run) pipeStart(start int) int {
	from := lineStart(r.text, start, max(r.floor, start-maxArgument))
	if !strings.HasSuffix(strings.TrimSuffix(strings.TrimRight(r.text[from:start], " "), " sudo"), "|") {
		return start
	}
	if i := strings.LastIndex(r.text[from:start], "echo "); i >= 0 {
		return from + i
	}
	return start
}

// argument takes the argument behind the word at [start, end) for a password,
// which must be in quotes where quoted says so.
func (r *run) argument(d *Detector, start, end int, quoted bool) {
	if start < int(r.ahead[d.find]) || end >= len(r.text) || r.text[end] != ' ' && r.text[end] != '\t' {
		return
	}
	words := commands.NewReader(r.text, end, len(r.text))
	w, ok := words.Next()
	switch word := r.text[start:end]; {
	case !ok:
		return
	case strings.EqualFold(r.text[w.Start:w.End], "-String"):
		w, ok = words.Next()
	case strings.EqualFold(word, "identified with"):
		w, ok = pluginPassword(r.text, &words)
	case word == "IDENTIFIED BY": // Oracle needs no quotes
		quoted = !isBareWord(r.text[w.Start:w.End]) || !strings.ContainsAny(r.text[w.Start:w.End], "0123456789")
	}
	if ok && w.End-w.Start <= maxArgument && !r.apart(end, w.Start) && (!quoted || strings.IndexByte(`"'`, r.text[w.Start-1]) >= 0) {
		r.passwordArgument(d, w.Start, w.End, 0)
	}
}

// arguments looks for passwords on the command line from the program at start on,
// and returns where it has been read to.
func (r *run) arguments(d *Detector, start int) int {
	words := commands.NewReader(r.text, start, len(r.text))
	for range maxArguments {
		w, ok := words.Next()
		if !ok || r.apart(start, w.Start) {
			break
		}
		value := r.text[w.Start:w.End]
		switch {
		case w.Kind != commands.Value || !w.Password() || len(value) > maxArgument || strings.HasPrefix(value, label):
		case w.Asks && kindOfKey(r.text[w.NameStart:w.NameEnd]) != secretWord:
		case w.Doubtful && !looksRandom(value): // a name is meant to stand there
		default:
			r.passwordArgument(d, w.Start, w.End, w.Separator())
		}
	}
	return words.Pos()
}

// passwordArgument adds the password in the argument [from, to). A user name
// that is random itself is a part of the secret; separator stands after it, or
// is 0.
func (r *run) passwordArgument(d *Detector, from, to int, separator byte) {
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
		if !quoted || from == to || to-from > maxSecret {
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
