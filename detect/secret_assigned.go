package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

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
	if from, to = declared(text, keyStart, keyEnd, i); from < to {
		return from, to, true
	}
	if from, to = inStatement(text, keyStart, keyEnd, i); from < to {
		return from, to, true
	}
	switch {
	case keyStart > 0 && text[keyStart-1] == '<':
		from, to = elementText(text, tagEnd(text, i))
		return from, to, true
	case pairedValue(text, i) > 0:
		from, to, _ = value(text, pairedValue(text, i))
		return from, to, true
	case isAssignment(text, i) || text[i] == ',' && quotedKey:
		return assignedAfter(text, i)
	case (keyStart >= 2 && text[keyStart-2:keyStart] == "--" || strings.HasPrefix(text[keyStart:keyEnd], "--")) && strings.HasPrefix(text[i:], "--"):
		return 0, 0, false // the next option
	case keyStart >= 2 && text[keyStart-2:keyStart] == "--", strings.HasPrefix(text[keyStart:keyEnd], "--"):
		from, to, _ = value(text, i)
		return from, to, !quotedKey
	case i > keyEnd && text[keyStart] == '-':
		from, to, _ = value(text, i)
		return from, to, false
	case i > keyEnd && (strings.HasPrefix(text[i:], "is ") || strings.HasPrefix(text[i:], "is: ")):
		from, to, strong = value(text, skipAny(text, i+len("is"), ": ", 2))
		return from, to, strong && strings.IndexByte(text[from:to], ' ') < 0
	case i > keyEnd && !quotedKey && (text[i] == '\'' || text[i] == '"') && (leads(text, keyStart) || text[keyStart:keyEnd] == "PASSWORD" || strings.HasSuffix(text[:keyStart], "set ") || strings.HasSuffix(text[:keyStart], "setx ")):
		from, to, _ = value(text, i)
		return from, to, false
	case i > keyEnd && numbered(text, i) > 0:
		return assignedAfter(text, numbered(text, i))
	case i > keyEnd && ofUser(text, i) > 0:
		from, to, strong = value(text, ofUser(text, i))
		return from, to, strong
	case i > keyEnd && purpose(text, i) > 0:
		from, to, _ = assignedAfter(text, purpose(text, i))
		return from, to, false
	case quotedKey && strings.HasPrefix(text[i:], "value="):
		return assignedAfter(text, i+len("value"))
	case quotedKey && strings.HasPrefix(text[i:], "android:value="):
		return assignedAfter(text, i+len("android:value"))
	case i > keyEnd && strings.HasPrefix(text[i:], "string ") && isAssignment(text, i+len("string ")):
		return assignedAfter(text, i+len("string "))
	case text[i] == ',' && i == keyEnd:
		if from, to, _ = value(text, i+1); to-from >= minBare && isBareSecret(text[from:to]) {
			return from, to, false // a row of a table
		}
	case i > keyEnd && (i < keyEnd+3 || i < keyEnd+8 && keyEnd-keyStart > len("key")):
		if from, to, _ = value(text, i); to-from >= minBare && isBareSecret(text[from:to]) {
			return from, to, false
		}
	}
	return 0, 0, false
}

// tagEnd returns where the content of the XML element begins whose name ends at i:
// after its attributes.
func tagEnd(text string, i int) int {
	const maxAttributes = 200
	n := strings.IndexAny(text[i:min(len(text), i+maxAttributes)], "<>")
	if n < 0 || text[i+n] == '<' || n > 0 && text[i+n-1] == '/' {
		return len(text)
	}
	return i + n + 1
}

// pairedValue returns where the value begins when the key, which ends at i, is
// itself the value of a member called name or key, and the next member is called
// value: in JSON after a comma, in YAML on the next line. It is 0 otherwise.
func pairedValue(text string, i int) int {
	sep := skipAny(text, i, ", \t\r\n", 24)
	if sep == i || !strings.ContainsAny(text[i:sep], ",\n") {
		return 0
	}
	at := skipAny(text, sep, "\"'\\", 3)
	for _, name := range [...]string{"value", "parametervalue"} {
		if !hasPrefixFold(text[at:], name) {
			continue
		}
		mark := skipAny(text, at+len(name), "\"'\\", 3)
		if mark < len(text) && text[mark] == ':' {
			return skipAny(text, mark+1, " \t", 8)
		}
	}
	return 0
}

// leads reports whether the key at i is the first word of its line or block.
func leads(text string, i int) bool {
	for n := 0; i > 0 && n < 32 && (text[i-1] == ' ' || text[i-1] == '\t'); n++ {
		i--
	}
	return i == 0 || strings.IndexByte("\n{;(", text[i-1]) >= 0
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
	limit := min(len(text), i+maxSecret+1)
	n := strings.IndexByte(text[i:limit], '<')
	if n < 0 {
		return longValue(text, i, limit)
	}
	if !strings.HasPrefix(text[i+n:], "</") {
		return i, i
	}
	from = skipAny(text, i, " \t\r\n", n)
	to = from + len(strings.TrimRight(text[from:i+n], " \t\r\n"))
	if strings.IndexByte(text[from:to], '\n') >= 0 {
		return i, i
	}
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
	if from, to = blockScalar(text, start); from < to {
		return from, to, true
	}
	from, to, quoted := value(text, start)
	if !quoted && (strings.HasPrefix(text[i:], "==") || strings.HasPrefix(text[i:], "::") && start == i+2) {
		return 0, 0, false // a comparison, or a scope of C++
	}
	if isScheme(text[from:to]) {
		from, to, _ = value(text, skipAny(text, to, " \t", 4))
		return from, to, true
	}
	if scheme, _, several := strings.Cut(text[from:to], " "); quoted && several && isScheme(scheme) {
		return from + len(scheme) + 1, to, true
	}
	if quoted || to-from > maxSecret {
		return from, to, !comma && (quoted || !colon || start == mark)
	}
	next := skipAny(text, to, " \t", 4)
	switch {
	case next < len(text)-1 && text[next] == '=' && text[next+1] != '=':
		return assignedAfter2(text, next) // a type between the key and its value
	case isLiteralOf(text[from:to]) && to < len(text) && text[to] == '"':
		return assignedAfter2(text, to-1)
	case strings.HasPrefix(text[next:], "|| ") || strings.HasPrefix(text[next:], "?? "):
		from, to, quoted = value(text, next+len("|| ")) // where the environment has none
		return from, to, quoted
	}
	return from, to, !comma && (!colon || start == mark)
}

// isLiteralOf reports whether value opens a call that makes nothing but another
// type of the string in it.
func isLiteralOf(value string) bool {
	switch value {
	case "String::from(", "Some(", "SecretStr(", "SecretString(", "Buffer.from(", "b64decode(", "@":
		return true
	}
	return false
}

// isScheme reports whether value is the name of an authentication scheme that has
// no detector of its own; the credentials come after it (RFC 9110 section 11.4).
func isScheme(value string) bool {
	switch value {
	case "Token", "token", "ApiKey", "apikey", "Api-Key", "APIKEY", "GenieKey", "SSWS", "Splunk", "OAuth", "Key", "PRIVATE-TOKEN", "Negotiate", "negotiate", "NTLM", "Kerberos", "GSSAPI":
		return true
	}
	return false
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
	if from, to = typeset(text, i); from < to {
		return from, to, true
	}
	end := i
	for end < len(text) && end-i <= maxSecret && !endsValue(text[end]) {
		end++
	}
	if n := strings.IndexAny(text[i:end], ",;&"); n > 0 || n == 0 && text[i] == ',' {
		end = i + n
	}
	if n := strings.Index(text[i:min(len(text), end+1)], `\n`); n > 0 {
		end = i + n // a line of text that is quoted as a whole
	}
	if end-i > maxSecret {
		return i, end, false
	}
	return i, trimValueEnd(text, i, end), false
}

// typeset returns what stands at i between quotes as word processors set them.
func typeset(text string, i int) (from, to int) {
	const open, closed, size = "\u201c\u2018\u201e", "\u201d\u2019\u201c", 3
	if i >= len(text) || text[i] != open[0] || len(text)-i < 2*size {
		return 0, 0
	}
	kind := strings.Index(open, text[i:i+size])
	if kind < 0 || kind%size != 0 {
		return 0, 0
	}
	from = i + size
	return from, from + max(0, strings.Index(text[from:min(len(text), from+maxSecret)], closed[kind:kind+size]))
}

func endsValue(b byte) bool {
	return b <= ' ' || b == '"' || b == '\'' || b == '`' || b == '<' || b == '>'
}
