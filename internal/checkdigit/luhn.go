package checkdigit

import "strings"

// Luhn reports whether digits, check digit last, satisfy the Luhn formula (ISO
// 7812-1 annex B): from the right every second digit is doubled, less nine when
// that exceeds nine, and the sum is a multiple of ten.
func Luhn[T text](digits T) bool {
	n := len(digits) - 1
	return n >= 0 && isDigit(digits[n]) && LuhnDigit(digits[:n]) == int(digits[n]-'0')
}

// LuhnDigit is the digit, 0-9, that completes digits by the Luhn formula, or -1
// when they hold another byte.
func LuhnDigit[T text](digits T) int {
	sum, double := 0, true
	for i := len(digits) - 1; i >= 0; i-- {
		if !isDigit(digits[i]) {
			return -1
		}
		v := int(digits[i] - '0')
		if double {
			if v *= 2; v > 9 {
				v -= 9
			}
		}
		sum, double = sum+v, !double
	}
	return (10 - sum%10) % 10
}

// LuhnBase is [Luhn] over the characters of alphabet, each worth its position
// in it: a doubled value counts as the sum of its two digits in the base that
// is the length of alphabet.
func LuhnBase[T text](s T, alphabet string) bool {
	base := len(alphabet)
	sum, double := 0, false
	for i := len(s) - 1; i >= 0; i-- {
		v := strings.IndexByte(alphabet, s[i])
		if v < 0 {
			return false
		}
		if double {
			v = 2*v/base + 2*v%base
		}
		sum, double = sum+v, !double
	}
	return len(s) > 0 && sum%base == 0
}
