package detect

import "github.com/fieldsafe/fieldsafe/internal/checkdigit"

// The longest year that the verifiers take for a year of birth or of issue. It
// is a constant because verdicts must not depend on the clock.
const (
	firstYear = 1900
	lastYear  = 2035
)

// digitAt is the value of the digit at i.
func digitAt(digits []byte, i int) int { return int(digits[i] - '0') }

// pairAt is the number that the two digits from i on write.
func pairAt(digits []byte, i int) int { return digitAt(digits, i)*10 + digitAt(digits, i+1) }

// tripleAt is the number that the three digits from i on write.
func tripleAt(digits []byte, i int) int { return pairAt(digits, i)*10 + digitAt(digits, i+2) }

// yearAt is the number that the four digits from i on write.
func yearAt(digits []byte, i int) int { return pairAt(digits, i)*100 + pairAt(digits, i+2) }

// shortDateAt reports whether the six digits from i on are a date, YYMMDD.
func shortDateAt(digits []byte, i int) bool {
	return checkdigit.ValidDate(pairAt(digits, i), pairAt(digits, i+2), pairAt(digits, i+4))
}

// between reports whether low <= n <= high.
func between(n, low, high int) bool { return low <= n && n <= high }

// luhnVerdict confirms a number of so many digits by the Luhn formula; zeros
// alone satisfy it and are refused.
func luhnVerdict(value string, length int) Verdict {
	var array [24]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(len(digits) == length && !checkdigit.Repeated(digits) && checkdigit.Luhn(digits))
}

// verifyNotRepeated refuses placeholders such as 0000-0000.
func verifyNotRepeated(value string) Verdict {
	var array [24]byte
	return plausibleIf(!checkdigit.Repeated(checkdigit.Digits(array[:0], value)))
}
