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

// latestYear bounds the years that birth dates are read as. Verifiers are pure,
// so it is not the clock's year; numbers of later births are not issued yet.
const latestYear = 2035

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
