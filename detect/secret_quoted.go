package detect

import "strings"

// quotedValue returns the value in quotes that begins at from: up to the quote that
// is escaped as the opening one was. Where there is none on the line, as the text
// was cut, it is the first word, and counts as one without quotes.
func quotedValue(text string, from int, quote byte, escape string) (int, int, bool) {
	limit := min(len(text), from+maxSecret+1+len(escape)+1)
	i := from
	for ; i < limit && text[i] != '\n'; i++ {
		if text[i] != quote {
			continue
		}
		back := i
		for back > from && text[back-1] == '\\' {
			back--
		}
		if endsQuoted(i-back, len(escape)) {
			if quote == '`' && isShell(text[from:i]) {
				return from, from, true
			}
			from, back = unquoted(text, from, max(back, i-len(escape)))
			return from, back, true
		}
	}
	if from, to := longValue(text, from, i); from < to {
		return from, to, true
	}
	return from, cutValue(text, from, i, quote), false
}

// endsQuoted reports whether a quote behind that many backslashes ends a string whose
// opening quote is behind so many. Each backslash in a string is one of a pair, and
// in a string within a string one of four.
func endsQuoted(backslashes, open int) bool {
	return backslashes <= open || backslashes%(2*(open+1)) == open
}

// cutValue returns where the first word of text[from:end] ends, behind a quote without
// a partner. It is from for a word that may be one of a sentence or of a program: one
// without a digit, if it is not all there is behind a double quote.
func cutValue(text string, from, end int, quote byte) int {
	if quote == '`' {
		return from
	}
	word := text[from:end]
	n := strings.IndexAny(word, " \t\"'`<>,;&")
	if n < 0 && quote == '"' {
		return end
	}
	if n >= 0 {
		word = word[:n]
	}
	to := trimValueEnd(text, from, from+len(word))
	if strings.ContainsAny(text[from:to], "0123456789") && strings.IndexByte("+.)", text[from]) < 0 {
		return to
	}
	return from
}

// isShell reports whether what stands in backquotes is a command whose output is
// meant, or a phrase, and not a value: it has several words, and signs of a shell in
// it, or no capital and no digit, or begins with a program that people get secrets
// from.
func isShell(value string) bool {
	program, _, several := strings.Cut(value, " ")
	if !several {
		return false
	}
	if strings.ContainsAny(value, "$|/=()<>") || strings.Contains(value, " -") || alphabetOf(value)&(withUpper|withDigit) == 0 {
		return true
	}
	switch program {
	case "aws", "awk", "az", "base64", "bw", "cat", "chamber", "consul", "curl", "cut", "date", "docker", "echo", "gcloud", "get", "gpg",
		"grep", "head", "heroku", "jq", "kubectl", "lpass", "node", "op", "openssl", "pass", "perl", "php", "printf", "pwgen", "python",
		"python3", "ruby", "security", "sed", "sops", "terraform", "tr", "uuidgen", "vault", "yq":
		return true
	}
	return false
}

// unquoted takes a second pair of quotes off a quoted value: '"value"'.
func unquoted(text string, from, to int) (int, int) {
	if to-from > 2 && text[from] == text[to-1] && (text[from] == '"' || text[from] == '\'') {
		return from + 1, to - 1
	}
	return from, to
}
