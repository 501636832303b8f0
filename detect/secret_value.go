package detect

import (
	"strings"
	"unicode/utf8"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// isSecretValue judges a value by its shape: long enough, no placeholder, no
// reference to a secret kept elsewhere; and unless it is a password, random.
func isSecretValue(d *Detector, value string) bool {
	if !isValue(value) {
		return false
	}
	return d.find == findPassword || len(value) >= minSecret && !isQualified(value) &&
		(looksRandom(value) && !isCode(value) || isSequence(value) || isGenerated(value) || isImprobable(value)) && !isMonotonous(value) && !isAlphabet(value)
}

// isGenerated reports whether value is long and of letters of one case, with few
// digits among them, that no words are made of: hexadecimal digits alone, or too
// many consonants in a row or altogether.
func isGenerated(value string) bool {
	const minLetters, minHex, cluster = 20, 24, 6
	if len(value) < minLetters || alphabetOf(value)&(withLower|withUpper) == withLower|withUpper {
		return false
	}
	hex, vowels, run, longest := true, 0, 0, 0
	for i := range len(value) {
		b := value[i]
		if !scan.IsAlnum(b) {
			return false
		}
		hex = hex && isHex(b)
		if run++; strings.IndexByte("aeiouyAEIOUY", b) >= 0 {
			vowels++
			run = 0
		}
		longest = max(longest, run)
	}
	return hex && len(value) >= minHex || !hex && (longest >= cluster || 4*vowels < len(value)) && alphabetOf(value)&(withLower|withUpper) != 0
}

// isValue reports whether value may be a password at all.
func isValue(value string) bool {
	return len(value) >= minPassword && !isPlaceholder(value) && !isReference(value) && !isBytes(value) && !isNextPair(value) && !isMoment(value)
}

// isMoment reports whether value begins with a date and a time of day (RFC 3339),
// as the values of password_reset and the like do.
func isMoment(value string) bool {
	const form = "dddd-dd-ddTdd:dd"
	if len(value) < len(form) {
		return false
	}
	for i := range len(form) {
		if b := value[i]; form[i] == 'd' && !scan.IsDigit(b) || form[i] != 'd' && form[i] != b && (form[i] != 'T' || b != ' ') {
			return false
		}
	}
	return true
}

// isNextPair reports whether value is what follows an empty one: a delimiter and
// another name=value.
func isNextPair(value string) bool {
	return (value[0] == '&' || value[0] == ';') && strings.IndexByte(value, '=') > 1
}

// isSequence reports whether value is one that people type for an example of a
// key: long, of letters and digits alone, and eight of them in alphabetical order,
// or in that from its end.
func isSequence(value string) bool {
	const ordered = 8
	if len(value) < minBare || !isBareSecret(value) {
		return false
	}
	up, down := 1, 1
	for i := 1; i < len(value) && max(up, down) < ordered; i++ {
		if value[i] != value[i-1]+1 {
			up = 0
		}
		if value[i] != value[i-1]-1 {
			down = 0
		}
		up, down = up+1, down+1
	}
	return max(up, down) == ordered
}

// isBytes reports whether value is no text: a third of it, or more, are bytes
// beyond ASCII, and they are not UTF-8.
func isBytes(value string) bool {
	high := 0
	for i := range len(value) {
		if value[i] >= utf8.RuneSelf {
			high++
		}
	}
	return 3*high >= len(value) && !utf8.ValidString(value)
}

// isAlphabet reports whether value is the table of an encoding: the letters of
// both cases and the digits, each in order, and little else.
func isAlphabet(value string) bool {
	const most = 66
	return len(value) <= most && strings.Contains(value, "0123456789") && strings.Contains(value, "abcdefghijklmnopqrstuvwxyz") && strings.Contains(value, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
}

// looksRandom reports whether value is not made of words: it mixes letters and
// digits, or upper and lower case in no order.
func looksRandom(value string) bool {
	var letters, digits, changes, longest, run int
	var seen [4]uint64
	for i := range len(value) {
		b := value[i]
		seen[b>>6] |= 1 << (b & 63)
		switch {
		case scan.IsDigit(b):
			digits++
			run = 0
		case scan.IsLetter(b):
			letters++
			run++
			if i > 0 && scan.IsLetter(value[i-1]) && value[i-1]&0x20 != b&0x20 {
				changes++
				run = 1
			}
			longest = max(longest, run)
		default:
			run = 0
		}
	}
	distinct := 0
	for _, s := range seen {
		for ; s != 0; s &= s - 1 {
			distinct++
		}
	}
	if distinct < min(6, len(value)/2+1) {
		return false
	}
	if 5*changes > 2*len(value) && len(value) >= 16 {
		return true
	}
	if digits == 0 {
		return strings.ContainsAny(value, "!#$%^*") && letters > 0
	}
	return letters > 0 && (digits >= 2 || len(value) <= 12) && longest < max(8, len(value)*2/3) || digits == len(value) && digits >= 16
}

// isQualified reports whether value begins with a word and a colon, as the keys
// of caches and the selectors of methods do.
func isQualified(value string) bool {
	i := 0
	for i < len(value) && scan.IsLetter(value[i]) {
		i++
	}
	return i > 0 && i < len(value) && value[i] == ':'
}

// isCode reports whether value is a piece of a program: it has brackets, bars,
// escaped bytes or verbs of a format in it, but none of the signs that generated keys have
// beside them, or is a dotted path of names.
func isCode(value string) bool {
	if strings.ContainsAny(value, "()[]{}|,") && !strings.ContainsAny(value, "@^!#") {
		return true
	}
	for _, verb := range [...]string{"%s", "%v", "%d", "%+v", "%q", "\\x"} {
		if strings.Contains(value, verb) {
			return true
		}
	}
	return isDottedNames(value) || isNumberedNames(value)
}

// isNumberedNames reports whether value is names, some with a number at the end:
// generateKey1024, int64/Elem=int32, salsa20-256-set-key. A name has small letters
// with few capitals among them, or capitals alone.
func isNumberedNames(value string) bool {
	const minLetters, minAverage = 5, 3 // of a name alone, of each of several
	pieces, letters, longest := 0, 0, 0
	for i := 0; i < len(value); i++ {
		if !scan.IsAlnum(value[i]) {
			continue
		}
		from := i
		for i < len(value) && scan.IsAlnum(value[i]) {
			i++
		}
		n := nameLetters(value[from:i])
		if n < 0 {
			return false
		}
		if n > 0 {
			pieces++
		}
		letters, longest = letters+n, max(longest, n)
	}
	return letters >= minAverage*pieces && (longest >= minLetters || pieces > 1 && longest == minLetters-1)
}

// isNumbered reports whether value is a word in one letter case, a separator and
// digits, as the keys of caches and the names of jobs are.
func isNumbered(value string) bool {
	const minLetters = 4
	word := strings.TrimRight(value, "0123456789")
	if word == value || len(word) <= minLetters || scan.IsAlnum(word[len(word)-1]) {
		return false
	}
	word = word[:len(word)-1]
	return wordOnly(word) && alphabetOf(word)&(withLower|withUpper) != withLower|withUpper
}

// nameLetters returns how many letters a name has, or a number of at most four
// digits: none. It is -1 for what is neither.
func nameLetters(s string) int {
	const maxDigits = 4
	end := len(s)
	for end > 0 && scan.IsDigit(s[end-1]) {
		end--
	}
	capitals := 0
	for i := range end {
		if !scan.IsLetter(s[i]) {
			return -1
		}
		if s[i]-'A' < 26 {
			capitals++
		}
	}
	if len(s)-end > maxDigits || 4*capitals > end && capitals < end && capitals > 1 {
		return -1
	}
	return end
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
