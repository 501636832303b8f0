package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// ssnNeverIssued are numbers that were published and therefore never belong to
// anybody: the wallet insert of 1938 and those of advertisements (SSA, history
// of the Social Security number), and the digits in order.
var ssnNeverIssued = [...]string{"078051120", "219099999", "457555462", "123456789"}

// verifyUSSSN applies the assignment rules of the Social Security
// Administration (POMS RM 10201.030): area not 000, 666 or 900-999, group not
// 00, serial not 0000. There is no check digit.
func verifyUSSSN(value string) Verdict {
	var array [9]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 9 || !sameSeparators(value) || checkdigit.Repeated(digits) {
		return Invalid
	}
	for _, issued := range ssnNeverIssued {
		if string(digits) == issued {
			return Invalid
		}
	}
	area := tripleAt(digits, 0)
	return plausibleIf(area != 0 && area != 666 && area < 900 &&
		pair(digits, 3) != 0 && yearAt(digits, 5) != 0)
}

// sameSeparators reports whether all bytes of value that are not digits are
// alike.
func sameSeparators(value string) bool {
	separator := byte(0)
	for i := range len(value) {
		c := value[i]
		if between(int(c), '0', '9') {
			continue
		}
		if separator != 0 && c != separator {
			return false
		}
		separator = c
	}
	return true
}

// verifyUSITIN applies IRS Publication 1915: the number begins with 9 and its
// group is 50-65, 70-88, 90-92 or 94-99.
func verifyUSITIN(value string) Verdict {
	var array [9]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 9 || digits[0] != '9' || !sameSeparators(value) {
		return Invalid
	}
	group := pair(digits, 3)
	return plausibleIf(group >= 50 && !between(group, 66, 69) && group != 89 && group != 93)
}

// verifyUSATIN accepts the numbers with which the IRS identifies a child in a
// pending adoption: they begin with 9 and have the group 93.
func verifyUSATIN(value string) Verdict {
	var array [9]byte
	digits := checkdigit.Digits(array[:0], value)
	return plausibleIf(len(digits) == 9 && digits[0] == '9' && pair(digits, 3) == 93)
}

// einPrefixesMissing are the two-digit prefixes below 99 that no campus of the
// IRS has assigned ("How EINs are assigned and valid EIN prefixes").
const einPrefixesMissing = "00 07 08 09 17 18 19 28 29 49 69 70 78 79 89 96 97"

// verifyUSEIN checks the prefix of an Employer Identification Number.
func verifyUSEIN(value string) Verdict {
	var array [9]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 9 || checkdigit.Repeated(digits) {
		return Invalid
	}
	return plausibleIf(!hasCode(einPrefixesMissing, digits[:2]))
}

// hasCode reports whether code is in a list of codes of its length, separated
// by single spaces.
func hasCode(list string, code []byte) bool {
	for i := 0; i+len(code) <= len(list); i += len(code) + 1 {
		if list[i:i+len(code)] == string(code) {
			return true
		}
	}
	return false
}

// verifyCASIN checks a Canadian Social Insurance Number: Luhn, the first digit
// neither 0 nor 8, which have not been assigned.
func verifyCASIN(value string) Verdict {
	var array [9]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(len(digits) == 9 && digits[0] != '0' && digits[0] != '8' &&
		!checkdigit.Repeated(digits) && checkdigit.Luhn(digits))
}

// verifyCABusinessNumber checks the nine digits of a Canadian business number
// by the Luhn formula; a program account (RC0001) may follow.
func verifyCABusinessNumber(value string) Verdict {
	var array [13]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 9 && len(digits) != 13 || checkdigit.Repeated(digits[:9]) {
		return Invalid
	}
	return validIf(checkdigit.Luhn(digits[:9]))
}

// verifyUSZIP accepts ZIP codes from 00501, the lowest in use, to 99950, the
// highest.
func verifyUSZIP(value string) Verdict {
	var array [9]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 5 && len(digits) != 9 {
		return Invalid
	}
	return plausibleIf(between(checkdigit.Int(digits[:5]), 501, 99950))
}

// verifyCAPostalCode applies the letter rules of Canada Post: D, F, I, O, Q and
// U are not used, W and Z not in first place.
func verifyCAPostalCode(value string) Verdict {
	var array [6]byte
	code := checkdigit.Alnum(array[:0], value)
	if len(code) != 6 || strings.IndexByte("WZ", code[0]) >= 0 {
		return Invalid
	}
	for i := 0; i < len(code); i += 2 {
		if strings.IndexByte("DFIOQU", code[i]) >= 0 {
			return Invalid
		}
	}
	return Plausible
}
