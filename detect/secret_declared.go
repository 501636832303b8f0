package detect

import "strings"

// declared returns the value of a key that is declared with it, where no sign of
// an assignment stands between them; what follows the key, its quotes and blanks
// is at i. Preprocessors, Dockerfiles, Terraform, and XML whose elements are all
// called the same do so.
func declared(text string, keyStart, keyEnd, i int) (from, to int) {
	before := text[lineStart(text, keyStart, max(0, keyStart-maxKey)):keyStart]
	switch word := strings.TrimLeft(before, " \t"); {
	case word == "#define " || word == "ENV ":
		if i > keyEnd && text[i] != '=' {
			from, to, _ = value(text, i)
		}
	case word == `variable "` && text[i] == '{':
		from, to = defaultOf(text, i+1)
	case text[i] == '>' && isEntry(word):
		from, to = namedElement(text, i+1)
	case i > keyEnd && isDirective(word) && text[keyEnd] == ' ':
		from, to = directive(text, i)
	}
	return from, to
}

// isEntry reports whether before is the beginning of an element of XML that holds
// the value of what its attribute names, up to that name.
func isEntry(before string) bool {
	element, attribute, _ := strings.Cut(before[strings.LastIndexByte(before, '<')+1:], " ")
	if attribute != `name="` && attribute != `key="` {
		return false
	}
	switch element[strings.LastIndexByte(element, ':')+1:] {
	case "string", "entry", "property", "prop", "param", "parameter", "setting", "item", "variable", "env", "constant":
		return true
	}
	return false
}

// blockScalar returns the first line of the block scalar of YAML whose indicator is
// at i (YAML 1.2 section 8.1), if it is one word with a digit.
func blockScalar(text string, i int) (from, to int) {
	if i >= len(text) || text[i] != '|' && text[i] != '>' {
		return 0, 0
	}
	if i = skipAny(text, i+1, "+-0123456789 ", 4); i >= len(text) || text[i] != '\n' {
		return 0, 0
	}
	from, to, _ = value(text, skipAny(text, i+1, " \t", maxKey))
	if to-from <= maxSecret && to < len(text) && text[to] != '\n' && text[to] != '\r' || !strings.ContainsAny(text[from:to], "0123456789") {
		return 0, 0
	}
	return from, to
}

// defaultOf returns the default of a variable of Terraform whose block begins
// at i.
func defaultOf(text string, i int) (from, to int) {
	const maxBlock = 300
	block := text[i:min(len(text), i+maxBlock)]
	if n := strings.IndexByte(block, '}'); n >= 0 {
		block = block[:n]
	}
	_, rest, ok := strings.Cut(block, "default")
	if !ok {
		return 0, 0
	}
	at := i + len(block) - len(rest)
	if at = skipAny(text, at, " \t", 32); at >= len(text) || text[at] != '=' {
		return 0, 0
	}
	from, to, quoted := value(text, skipAny(text, at+1, " \t", 4))
	if !quoted {
		return 0, 0
	}
	return from, to
}

// namedElement returns the text of an element of XML that begins at i, or of the
// element "value" within it: a word with a digit, so that no label is.
func namedElement(text string, i int) (from, to int) {
	if strings.HasPrefix(text[i:], "<value>") {
		i += len("<value>")
	}
	from, to = elementText(text, i)
	if word := text[from:to]; strings.ContainsAny(word, " \t") || !strings.ContainsAny(word, "0123456789") {
		return 0, 0
	}
	return from, to
}

// isDirective reports whether what stands on a line before the word password or
// secret is the beginning of a directive of a router or of a command that take
// one without a sign of assignment.
func isDirective(before string) bool {
	word, _, _ := strings.Cut(before, " ")
	switch word {
	case "enable", "username", "user", "neighbor", "login", "nmcli", "ppp", "peer":
		return true
	}
	return false
}

// directive returns the password at i, or behind the digit at i that says how it
// is encoded: a word with a letter and a digit.
func directive(text string, i int) (from, to int) {
	if i+2 < len(text) && strings.IndexByte("05789", text[i]) >= 0 && text[i+1] == ' ' {
		i += 2
	}
	from, to, _ = value(text, i)
	if a := alphabetOf(text[from:to]); a&withDigit == 0 || a&(withLower|withUpper) == 0 || to-from < minPassword {
		return 0, 0
	}
	return from, to
}
