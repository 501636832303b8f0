package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// Bounds of a generic secret, in bytes.
const (
	minPassword = 4
	minSecret   = 8
	minAttached = 32 // as part of the key itself
	minLoneKey  = 16 // of a key that is called nothing but key
	minBare     = 20 // with nothing but a blank between it and its key
	maxSecret   = 512
	maxKey      = 80
)

// secret looks for a value that is assigned to a key one word of which is at
// [start, end): password=..., "apiKey": "...", <secret>...</secret>,
// --token ....
func (r *run) secret(d *Detector, start, end int) {
	keyStart, keyEnd := keyAround(r.text, start, end)
	if from, to := attached(r.text, end, keyEnd); from < to && kindOfKey(r.text[keyStart:end]) != aboutWord {
		r.add(from, to, d, Likely, byGuess, end-start)
		return
	}
	if keyEnd-keyStart > maxKey {
		return
	}
	key := r.text[keyStart:keyEnd]
	kind := kindOfKey(key)
	if kind != secretWord && kind != hintWord {
		return
	}
	from, to, strong := assigned(r.text, keyStart, keyEnd)
	if from >= to || to-from > maxSecret {
		return
	}
	value := r.text[from:to]
	if isSecretValue(d, value) && (strong || looksRandom(value)) && suits(d, kind, key, value) {
		r.add(from, to, d, Likely, byGuess, end-start)
	}
}

// suits reports whether value may belong to key: the less the key says, the
// longer and the more random must it be.
func suits(d *Detector, kind keyWordKind, key, value string) bool {
	switch {
	case strings.EqualFold(key, value):
		return false
	case kind == hintWord:
		return len(value) >= minBare && isBareSecret(value) && (len(value) != uuidLen || !isUUID(value))
	case len(key) == len("key") && d.find == findSecret:
		return len(value) >= minLoneKey
	}
	return true
}

// attached returns the value that hangs on a word that ends at end, if the key
// around it goes on: vendor-token-<value>. Only long random ones count, since
// names go on like that, too.
func attached(text string, end, keyEnd int) (from, to int) {
	if keyEnd-end < minAttached {
		return 0, 0
	}
	from = skipAny(text, end, "-_.", 1)
	for to = from; to < len(text) && to-from <= maxSecret && isKeyByte(text[to]); to++ {
	}
	value := text[from:to]
	if from == end || to-from < minAttached || to-from > maxSecret || isPath(value) || isPlaceholder(value) || !looksRandom(value) {
		return 0, 0
	}
	var word [16]byte
	n, _ := nextWord(&word, value, 0)
	if kindOfWord(word[:n]) != 0 || len(value) == uuidLen && isUUID(value) {
		return 0, 0
	}
	return from, to
}

// keyAround widens a word to the whole key it belongs to.
func keyAround(text string, start, end int) (int, int) {
	for start > 0 && end-start <= maxKey && isKeyByte(text[start-1]) {
		start--
	}
	for end < len(text) && end-start <= maxKey && isKeyByte(text[end]) {
		end++
	}
	for end > start && (text[end-1] == '.' || text[end-1] == '-') {
		end--
	}
	return start, end
}

func isKeyByte(b byte) bool { return scan.IsAlnum(b) || b == '_' || b == '-' || b == '.' }

// assigned returns the value assigned to the key at [keyStart, keyEnd). strong
// tells an assignment that only a value can follow from a colon that may as
// well stand in prose.
func assigned(text string, keyStart, keyEnd int) (from, to int, strong bool) {
	i := skipAny(text, keyEnd, "\"'`\\])*", 4)
	quotedKey := i > keyEnd
	i = skipAny(text, i, " \t", 16)
	if i >= len(text) {
		return 0, 0, false
	}
	switch {
	case text[i] == '>' && keyStart > 0 && text[keyStart-1] == '<':
		from, to = elementText(text, i+1)
		return from, to, true
	case isAssignment(text, i) || text[i] == ',' && quotedKey:
		return assignedAfter(text, i)
	case keyStart >= 2 && text[keyStart-2:keyStart] == "--", strings.HasPrefix(text[keyStart:keyEnd], "--"):
		from, to, _ = value(text, i)
		return from, to, !quotedKey
	case i > keyEnd && text[keyStart] == '-':
		from, to, _ = value(text, i)
		return from, to, false
	case strings.HasPrefix(text[i:], "is ") && i > keyEnd:
		return value(text, i+3)
	case i > keyEnd && !quotedKey && (text[i] == '\'' || text[i] == '"') && leads(text, keyStart):
		from, to, _ = value(text, i)
		return from, to, false
	case i > keyEnd && numbered(text, i) > 0:
		return assignedAfter(text, numbered(text, i))
	case quotedKey && strings.HasPrefix(text[i:], "value="):
		return assignedAfter(text, i+len("value"))
	case i > keyEnd && strings.HasPrefix(text[i:], "string ") && isAssignment(text, i+len("string ")):
		return assignedAfter(text, i+len("string "))
	case i > keyEnd && i < keyEnd+3:
		if from, to, _ = value(text, i); to-from >= minBare && isBareSecret(text[from:to]) {
			return from, to, false
		}
	}
	return 0, 0, false
}

// leads reports whether the key at i is the first word of its line or block.
func leads(text string, i int) bool {
	for n := 0; i > 0 && n < 32 && (text[i-1] == ' ' || text[i-1] == '\t'); n++ {
		i--
	}
	return i == 0 || strings.IndexByte("\n{;(", text[i-1]) >= 0
}

// numbered returns where the colon stands after the number at i, as in "Key 1: ",
// or 0.
func numbered(text string, i int) int {
	const maxDigits = 2
	colon := i
	for colon < len(text) && colon-i < maxDigits && scan.IsDigit(text[colon]) {
		colon++
	}
	if colon == i || !strings.HasPrefix(text[colon:], ": ") {
		return 0
	}
	return colon
}

// isAssignment reports whether an assignment stands at i: =, :, :=, =>, ?=, .=
// and the like.
func isAssignment(text string, i int) bool {
	if i+1 < len(text) && text[i+1] == '=' && strings.IndexByte("?.+", text[i]) >= 0 {
		return true
	}
	return i < len(text) && (text[i] == '=' || text[i] == ':')
}

// isBareSecret reports whether value consists of what tokens are made of, so
// that it is no path and no expression.
func isBareSecret(value string) bool {
	for i := range len(value) {
		if b := value[i]; !scan.IsAlnum(b) && strings.IndexByte("-_+=.", b) < 0 {
			return false
		}
	}
	return true
}

// elementText returns the text of the XML element that begins at i. In braces,
// as Jenkins writes what it has encrypted, it is the last word between them.
func elementText(text string, i int) (from, to int) {
	n := strings.IndexByte(text[i:min(len(text), i+maxSecret)], '<')
	from, to = i, i+max(n, 0)
	if to-from > 2 && text[from] == '{' && text[to-1] == '}' {
		from, to = from+1, to-1
		from += strings.LastIndexByte(text[from:to], ' ') + 1
	}
	return from, to
}

// assignedAfter reads what follows the = or : at i.
func assignedAfter(text string, i int) (from, to int, strong bool) {
	colon, comma := text[i] == ':', text[i] == ','
	mark := skipAny(text, skipAny(text, i, "?.+,", 1), ":=>~", 4)
	start := skipAny(text, mark, " \t", 16)
	from, to, quoted := value(text, start)
	if !quoted && strings.HasPrefix(text[i:], "==") {
		return 0, 0, false // a comparison
	}
	if next := skipAny(text, to, " \t", 4); !quoted && next < len(text)-1 && text[next] == '=' && text[next+1] != '=' {
		return assignedAfter2(text, next) // a type between the key and its value
	}
	return from, to, !comma && (quoted || !colon || start == mark)
}

func assignedAfter2(text string, i int) (from, to int, strong bool) {
	from, to, _ = value(text, skipAny(text, i+1, " \t", 16))
	return from, to, true
}

// skipAny skips at most n bytes of set.
func skipAny(text string, i int, set string, n int) int {
	for n > 0 && i < len(text) && strings.IndexByte(set, text[i]) >= 0 {
		i++
		n--
	}
	return i
}

// value returns the value that begins at i: to the closing quote if it is
// quoted (a quote may be escaped, once or more), else to what ends a word.
func value(text string, i int) (from, to int, quoted bool) {
	escapes := skipAny(text, i, "\\", 3) - i
	q := i + escapes
	if q < len(text) && (text[q] == '"' || text[q] == '\'' || text[q] == '`') {
		return quotedValue(text, q+1, text[q], text[i:q])
	}
	end := i
	for end < len(text) && end-i <= maxSecret && !endsValue(text[end]) {
		end++
	}
	if n := strings.IndexAny(text[i:end], ",;&"); n > 0 {
		end = i + n
	}
	for end > i && strings.IndexByte(")}].|\\", text[end-1]) >= 0 {
		end--
	}
	return i, end, false
}

func endsValue(b byte) bool {
	return b <= ' ' || b == '"' || b == '\'' || b == '`' || b == '<' || b == '>'
}

// quotedValue ends at the quote that is escaped as the opening one was.
func quotedValue(text string, from int, quote byte, escape string) (int, int, bool) {
	limit := min(len(text), from+maxSecret)
	for i := from; i < limit && text[i] != '\n'; i++ {
		if text[i] != quote {
			continue
		}
		back := i
		for back > from && text[back-1] == '\\' {
			back--
		}
		if i-back <= len(escape) {
			from, back = unquoted(text, from, back)
			return from, back, true
		}
	}
	return from, from, true
}

// unquoted takes a second pair of quotes off a quoted value: '"value"'.
func unquoted(text string, from, to int) (int, int) {
	if to-from > 2 && text[from] == text[to-1] && (text[from] == '"' || text[from] == '\'') {
		return from + 1, to - 1
	}
	return from, to
}

// secretKey reports whether a key names a secret.
func secretKey(key string) bool { return kindOfKey(key) == secretWord }

// kindOfKey returns what the words of a key say together: one that it only
// speaks about a secret outweighs the others, and a hint is outweighed by them.
func kindOfKey(key string) keyWordKind {
	kind := keyWordKind(0)
	var word [16]byte
	for n, i := nextWord(&word, key, 0); n > 0; n, i = nextWord(&word, key, i) {
		kind = max(kind, kindOfWord(word[:n]))
	}
	return kind
}
