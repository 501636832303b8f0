package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// validIf is Valid, or Invalid when a check digit or a rule of the register
// fails.
func validIf(ok bool) Verdict {
	if ok {
		return Valid
	}
	return Invalid
}

// plausibleIf is Plausible, or Invalid when a rule fails, for identifiers whose
// rules confirm nothing.
func plausibleIf(ok bool) Verdict {
	if ok {
		return Plausible
	}
	return Invalid
}

// firstYear and latestYear bound the years that births and issues are read as.
// Verifiers are pure, so it is not the clock's year; numbers of later births are
// not issued yet.
const (
	firstYear  = 1900
	latestYear = 2035
)

// pair is the number that the digits d[i] and d[i+1] write.
func pair(d []byte, i int) int { return int(d[i]-'0')*10 + int(d[i+1]-'0') }

// inList reports whether list, codes of len(code) bytes one after the other,
// holds code.
func inList(list string, code []byte) bool {
	for ; len(list) >= len(code) && len(code) > 0; list = list[len(code):] {
		if list[:len(code)] == string(code) {
			return true
		}
	}
	return false
}

func letterIn(c byte, letters string) bool { return strings.IndexByte(letters, c) >= 0 }

// unlessStamp weakens Valid to Plausible for ten digits that read YYMMDDhhmm,
// a minute from 2000 to latestYear: builds and backups are named so, and one in
// ten satisfies a check digit.
func unlessStamp(v Verdict, d []byte) Verdict {
	year := 2000 + pair(d, 0)
	if v == Valid && year <= latestYear && checkdigit.ValidDate(year, pair(d, 2), pair(d, 4)) &&
		pair(d, 6) < 24 && pair(d, 8) < 60 {
		return Plausible
	}
	return v
}

// digitAt is the value of the digit at i.
func digitAt(digits []byte, i int) int { return int(digits[i] - '0') }

// tripleAt is the number that the three digits from i on write.
func tripleAt(digits []byte, i int) int { return pair(digits, i)*10 + digitAt(digits, i+2) }

// yearAt is the number that the four digits from i on write.
func yearAt(digits []byte, i int) int { return pair(digits, i)*100 + pair(digits, i+2) }

// shortDateAt reports whether the six digits from i on are a date, YYMMDD.
func shortDateAt(digits []byte, i int) bool {
	return checkdigit.ValidDate(pair(digits, i), pair(digits, i+2), pair(digits, i+4))
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
