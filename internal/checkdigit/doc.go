// Package checkdigit holds the check-digit algorithms that identifiers of all
// kinds share, one a file, each with its specification.
//
// The functions take a string or a byte slice that holds nothing but the
// characters of the identifier: [Digits] and [Alnum] strip separators into an
// array of the caller. None allocates, retains its argument or panics; all are
// linear in their argument and safe for concurrent use. An empty argument is
// never valid.
package checkdigit

// text is what the algorithms read: the matched string itself, or its
// characters without separators.
type text interface{ ~string | ~[]byte }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// Value is the value that most standards give a character: 0-9 for digits,
// A=10 to Z=35 for capital letters, -1 for any other byte.
func Value(c byte) int {
	switch {
	case isDigit(c):
		return int(c - '0')
	case 'A' <= c && c <= 'Z':
		return int(c-'A') + 10
	}
	return -1
}

// AllDigits reports whether s is one or more ASCII digits.
func AllDigits[T text](s T) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return len(s) > 0
}

// Repeated reports whether s is one byte over and over, as in placeholders
// such as 000000000, which satisfy many check digits. A single byte counts.
func Repeated[T text](s T) bool {
	for i := range len(s) {
		if s[i] != s[0] {
			return false
		}
	}
	return len(s) > 0
}

// Int is the number that the digits of s write. Bytes that are not digits are
// skipped; s should hold at most 18 digits.
func Int[T text](s T) int {
	n := 0
	for i := range len(s) {
		if isDigit(s[i]) {
			n = n*10 + int(s[i]-'0')
		}
	}
	return n
}
