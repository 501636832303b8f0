package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// verifyZAID checks a South African identity number: date of birth, citizenship
// 0 to 2, Luhn.
func verifyZAID(value string) Verdict {
	var array [13]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(len(digits) == 13 && shortDateAt(digits, 0) && digits[10] <= '2' &&
		checkdigit.Luhn(digits))
}

// verifyZATIN checks a South African tax reference number: first digit 0 to 3
// or 9, Luhn (SARS).
func verifyZATIN(value string) Verdict {
	var array [10]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(len(digits) == 10 && (digits[0] <= '3' || digits[0] == '9') &&
		!checkdigit.Repeated(digits) && checkdigit.Luhn(digits))
}

// verifyNGNIN checks the Verhoeff digit of a Nigerian national identification
// number.
func verifyNGNIN(value string) Verdict {
	var array [11]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(len(digits) == 11 && !checkdigit.Repeated(digits) && checkdigit.Verhoeff(digits))
}

// verifyGHTIN checks a Ghanaian TIN: P, C, G, Q or V, then weights 1 to 9, mod
// 11, X for 10 (Ghana Revenue Authority).
func verifyGHTIN(value string) Verdict {
	var array [11]byte
	chars := checkdigit.Alnum(array[:0], value)
	if len(chars) != 11 || strings.IndexByte("PCGQV", chars[0]) < 0 || !checkdigit.AllDigits(chars[1:10]) {
		return Invalid
	}
	sum := checkdigit.WeightedSum(chars[1:10], 1, 2, 3, 4, 5, 6, 7, 8, 9)
	return validIf("0123456789X"[sum%11] == chars[10])
}

// verifyMZNUIT checks a Mozambican taxpayer number: weights 8 9 4 to 9, mod 11,
// where 10 is written 1.
func verifyMZNUIT(value string) Verdict {
	var array [9]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 9 || checkdigit.Repeated(digits) {
		return Invalid
	}
	sum := checkdigit.WeightedSum(digits[:8], 8, 9, 4, 5, 6, 7, 8, 9)
	return validIf("01234567891"[sum%11] == digits[8])
}

// verifyMUNID checks a Mauritian identity number: a letter, date of birth
// DDMMYY, and a character mod 17, weights 14 to 2.
func verifyMUNID(value string) Verdict {
	var array [14]byte
	chars := checkdigit.Alnum(array[:0], value)
	if len(chars) != 14 || !allLetters(chars[:1]) || !checkdigit.AllDigits(chars[1:13]) ||
		!checkdigit.ValidDate(pair(chars, 5), pair(chars, 3), pair(chars, 1)) {
		return Invalid
	}
	sum := checkdigit.WeightedSum(chars[:13], 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2)
	return validIf(alphabet36[(17-sum%17)%17] == chars[13])
}

// verifyEGNationalID accepts an Egyptian national ID: century 2 or 3, date of
// birth, governorate 01-35 or 88. The rule of its check digit is unpublished.
func verifyEGNationalID(value string) Verdict {
	var array [14]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 14 || digits[0] != '2' && digits[0] != '3' || !shortDateAt(digits, 1) {
		return Invalid
	}
	governorate := pair(digits, 7)
	return plausibleIf(between(governorate, 1, 35) || governorate == 88)
}
