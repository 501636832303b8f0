package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

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

// ofUser returns where the password begins behind the words at i that say whose it
// is, as in "the password for user 'jane' is 'x'", or 0.
func ofUser(text string, i int) int {
	rest, ok := strings.CutPrefix(text[i:], "for ")
	rest, user := strings.CutPrefix(strings.TrimPrefix(rest, "the "), "user")
	if !ok || !user {
		return 0
	}
	at := len(text) - len(strings.TrimPrefix(rest, "name"))
	_, to, quoted := value(text, skipAny(text, at, " ", 1))
	if next := skipAny(text, to, "\"'", 1); quoted && strings.HasPrefix(text[next:], " is ") {
		return next + len(" is ")
	}
	return 0
}

// purpose returns where the colon stands after the words at i that say what a key
// is for, as in "API key for the billing service: ", or 0.
func purpose(text string, i int) int {
	const maxWords = 32
	if !strings.HasPrefix(text[i:], "for ") {
		return 0
	}
	for n, b := range []byte(text[i:min(len(text), i+maxWords)]) {
		switch {
		case b == ':' && strings.HasPrefix(text[i+n:], ": "):
			return i + n
		case !scan.IsAlnum(b) && b != ' ' && b != '-' && b != '_' && b != '\'':
			return 0
		}
	}
	return 0
}
