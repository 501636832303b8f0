package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/commands"
)

// inStatement returns the value of the word PASSWORD at [keyStart, keyEnd) in a
// statement of SQL that gives an account a password without an assignment, or not
// with a plain literal; what follows the word and blanks is at i.
func inStatement(text string, keyStart, keyEnd, i int) (from, to int) {
	const around = 200
	if i == keyEnd || !strings.EqualFold(text[keyStart:keyEnd], "password") {
		return 0, 0
	}
	before := strings.ToLower(text[lineStart(text, keyStart, max(0, keyStart-around)):keyStart])
	sets := strings.HasSuffix(before, "set ")
	if !sets && !givesPassword(before) {
		return 0, 0
	}
	assigns := text[i] == '='
	if sets && hasPrefixFold(text[i:], "for ") {
		n := strings.IndexByte(text[i:lineEnd(text, i, min(len(text), i+around))], '=')
		assigns, i = n > 0, i+n
	}
	if assigns {
		i = skipAny(text, i+1, " \t", 4)
	}
	for _, opening := range [...]string{"n'", "password('", "old_password('"} {
		if hasPrefixFold(text[i:], opening) {
			i += len(opening) - 1
			break
		}
	}
	from, to, quoted := value(text, i)
	if !quoted || text[i] != '\'' || !assigns && !strings.ContainsAny(text[from:to], "0123456789") { // or it is prose
		return 0, 0
	}
	return from, to
}

// givesPassword reports whether the beginning of a statement makes or changes an
// account.
func givesPassword(before string) bool {
	for _, account := range [...]string{"user ", "role ", "login ", "group "} {
		for _, verb := range [...]string{"create ", "alter "} {
			if strings.Contains(before, verb+account) {
				return true
			}
		}
	}
	return strings.Contains(before, "options (") || strings.Contains(before, "options(")
}

// pluginPassword returns the password or its hash among the words behind IDENTIFIED
// WITH and the name of a plugin: after BY or AS.
func pluginPassword(text string, words *commands.Reader[string]) (w commands.Word, ok bool) {
	if w, ok = words.Next(); !ok {
		return w, false
	}
	if verb := text[w.Start:w.End]; !strings.EqualFold(verb, "by") && !strings.EqualFold(verb, "as") {
		return w, false
	}
	return words.Next()
}
