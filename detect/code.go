package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// isQualified reports whether value begins with a word and a colon, as the keys
// of caches and the selectors of methods do.
func isQualified(value string) bool {
	i := 0
	for i < len(value) && scan.IsLetter(value[i]) {
		i++
	}
	return i > 0 && i < len(value) && value[i] == ':'
}

// isCode reports whether value is a piece of a program: it has brackets, bars or
// verbs of a format in it, but none of the signs that generated keys have
// beside them, or is a dotted path of names.
func isCode(value string) bool {
	if strings.ContainsAny(value, "()[]{}|") && !strings.ContainsAny(value, "@^!#") {
		return true
	}
	for _, verb := range [...]string{"%s", "%v", "%d", "%+v", "%q"} {
		if strings.Contains(value, verb) {
			return true
		}
	}
	return isDottedNames(value)
}

// isDottedNames reports whether value is names with dots between them and no
// more digits than names have: crypto.SHA256, ed25519.PrivateKey.
func isDottedNames(value string) bool {
	const maxLen, maxDigits = 48, 5
	if len(value) > maxLen || strings.IndexByte(value, '.') < 0 {
		return false
	}
	digits := 0
	for i := range len(value) {
		b := value[i]
		first := i == 0 || value[i-1] == '.'
		switch {
		case scan.IsLetter(b), b == '_' && !first, b == '.' && !first:
		case scan.IsDigit(b) && !first:
			digits++
		default:
			return false
		}
	}
	return digits <= maxDigits && value[len(value)-1] != '.'
}
