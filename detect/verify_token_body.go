package detect

import (
	"math/bits"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// alphabet is the set of kinds of ASCII characters in a value.
type alphabet uint8

const (
	withDigit alphabet = 1 << iota
	withLower
	withUpper
	beyondHex // a letter that is no hexadecimal digit
)

// alphabetOf returns the kinds of letters and digits in value.
func alphabetOf(value string) alphabet {
	var a alphabet
	for i := range len(value) {
		switch c := value[i]; {
		case '0' <= c && c <= '9':
			a |= withDigit
		case 'a' <= c && c <= 'z':
			a |= withLower
		case 'A' <= c && c <= 'Z':
			a |= withUpper
		}
		if c := value[i] | 0x20; 'g' <= c && c <= 'z' {
			a |= beyondHex
		}
	}
	return a
}

// isTokenPlaceholder reports whether a value of a token's shape only stands for one:
// one repeated character, a handful of them, or the words people write there.
func isTokenPlaceholder(value string) bool {
	return isMonotonous(value) || saysTokenPlaceholder(value)
}

// isMonotonous reports whether the letters and digits of value are to a third
// one repeated character, or in their second half at most three different ones.
// Neither happens to a random body of eight characters and more by chance.
func isMonotonous(value string) bool {
	const shortest, few = 8, 3
	total := 0
	for i := range len(value) {
		if isWordByte(value[i]) {
			total++
		}
	}
	if total < 2*shortest {
		return false
	}
	distinct, longest := variety(value, total/2)
	return distinct <= few || longest >= shortest && 3*longest >= total
}

// variety counts the different letters and digits of value after the first
// skip of them, and the longest run of one of them; other bytes do not count.
func variety(value string, skip int) (distinct, longest int) {
	var seen [2]uint64
	var last byte
	run := 0
	for i := range len(value) {
		c := value[i]
		if !isWordByte(c) {
			continue
		}
		if run++; c != last {
			run = 1
		}
		last, longest = c, max(longest, run)
		if skip > 0 {
			skip--
			continue
		}
		seen[c>>6] |= 1 << (c & 0x3f)
	}
	return bits.OnesCount64(seen[0]) + bits.OnesCount64(seen[1]), longest
}

// isWordByte reports whether c is an ASCII letter or digit.
func isWordByte(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// tokenPlaceholderWords are parts of the words that documentation puts in the place
// of a secret, long enough not to occur in a random body.
var tokenPlaceholderWords = [...]string{"xxxx", "your", "placeholder", "changeme", "redacted", "replace_", "insert_"}

// saysTokenPlaceholder reports whether the head of value holds a word that says so,
// or whether a quarter of value is the word EXAMPLE.
func saysTokenPlaceholder(value string) bool {
	const headSize, example = 80, "example"
	head := value[:min(len(value), headSize)]
	marked := 0
	for i := range len(head) {
		for _, word := range tokenPlaceholderWords {
			if hasPrefixFold(head[i:], word) {
				return true
			}
		}
		if hasPrefixFold(head[i:], example) {
			marked += len(example)
		}
	}
	return 4*marked >= len(head)
}

// hasPrefixFold reports whether s begins with prefix, which is in lower case,
// in any letter case.
func hasPrefixFold(s, prefix string) bool {
	if len(s) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		if scan.Lower(s[i]) != prefix[i] {
			return false
		}
	}
	return true
}
