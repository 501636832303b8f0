package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// indonesianProvinces are the first two digits of region codes (Ministry of
// Home Affairs).
const indonesianProvinces = "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96"

// verifyIDNIK checks an Indonesian NIK: province, date of birth (day plus 40
// for women) and a serial that is not 0000.
func verifyIDNIK(value string) Verdict {
	var array [16]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 16 || !hasCode(indonesianProvinces, digits[:2]) || yearAt(digits, 12) == 0 {
		return Invalid
	}
	day := pair(digits, 6)
	if day > 40 {
		day -= 40
	}
	return validIf(checkdigit.ValidDate(pair(digits, 10), pair(digits, 8), day))
}

// verifyIDNPWP checks an Indonesian tax number: the first nine of fifteen
// digits satisfy Luhn. Since 2024 a zero precedes them, or the number is a NIK.
func verifyIDNPWP(value string) Verdict {
	var array [16]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) == 16 && digits[0] == '0' {
		digits = digits[1:]
	}
	if len(digits) == 16 {
		return verifyIDNIK(value)
	}
	return validIf(len(digits) == 15 && !checkdigit.Repeated(digits[:9]) && checkdigit.Luhn(digits[:9]))
}

// verifyMYNRIC checks a MyKad number: date and code of the place of birth
// (National Registration Department).
func verifyMYNRIC(value string) Verdict {
	var array [12]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 12 || !shortDateAt(digits, 0) {
		return Invalid
	}
	place := pair(digits, 6)
	return plausibleIf(between(place, 1, 16) || between(place, 21, 68) || between(place, 71, 72) ||
		between(place, 74, 79) || between(place, 82, 93) || place >= 98)
}

// verifySGNRIC checks a Singaporean NRIC or FIN: weights 2 7 6 to 2, plus 4 for
// T and G and 3 for M, mod 11 into a row of letters for each series.
func verifySGNRIC(value string) Verdict {
	var array [9]byte
	chars := checkdigit.Alnum(array[:0], value)
	if len(chars) != 9 || !checkdigit.AllDigits(chars[1:8]) {
		return Invalid
	}
	letters, offset := "", 0
	switch chars[0] {
	case 'S':
		letters = "JZIHGFEDCBA"
	case 'T':
		letters, offset = "JZIHGFEDCBA", 4
	case 'F':
		letters = "XWUTRQPNMLK"
	case 'G':
		letters, offset = "XWUTRQPNMLK", 4
	case 'M':
		letters, offset = "XWUTRQPNJLK", 3
	default:
		return Invalid
	}
	sum := offset + checkdigit.WeightedSum(chars[1:8], 2, 7, 6, 5, 4, 3, 2)
	return validIf(letters[sum%11] == chars[8])
}

// uenEntityTypes are the kinds of entity in the third form of a UEN.
const uenEntityTypes = "CC CD CH CL CM CP CS CX DP FB FC FM FN GA GB GS HS LL LP MB MC MD MH MM MQ NB NR PA PB PF RF RP SM SS TC TU VH XL"

// verifySGUEN checks a Singaporean UEN in its three forms: businesses,
// companies (which begin with their year) and others (ACRA).
func verifySGUEN(value string) Verdict {
	var array [10]byte
	chars := checkdigit.Alnum(array[:0], value)
	switch {
	case len(chars) == 9 && checkdigit.AllDigits(chars[:8]):
		sum := checkdigit.WeightedSum(chars[:8], 10, 4, 9, 3, 8, 2, 7, 1)
		return validIf("XMKECAWLJDB"[sum%11] == chars[8])
	case len(chars) == 10 && checkdigit.AllDigits(chars[:9]):
		sum := checkdigit.WeightedSum(chars[:9], 10, 8, 6, 4, 9, 7, 5, 3, 1)
		return validIf(between(yearAt(chars, 0), 1800, latestYear) && "ZKCMDNERGWH"[sum%11] == chars[9])
	case len(chars) == 10:
		return validIf(otherUEN(chars))
	}
	return Invalid
}

// otherUEN reports whether chars are R, S or T, a year, a kind of entity, four
// digits and the right check character.
func otherUEN(chars []byte) bool {
	const alphabet = "ABCDEFGHJKLMNPQRSTUVWX0123456789"
	if strings.IndexByte("RST", chars[0]) < 0 || !checkdigit.AllDigits(chars[1:3]) ||
		!hasCode(uenEntityTypes, chars[3:5]) || !checkdigit.AllDigits(chars[5:9]) {
		return false
	}
	sum := -5
	for i, c := range chars[:9] {
		sum += strings.IndexByte(alphabet, c) * int("\x04\x03\x05\x03\x0a\x02\x02\x05\x07"[i])
	}
	return alphabet[(sum%11+11)%11] == chars[9]
}

// verifyTHPIN checks a Thai identity number: first digit 1 to 8, weights 13 to
// 2, mod 11.
func verifyTHPIN(value string) Verdict {
	var array [13]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(len(digits) == 13 && between(digitAt(digits, 0), 1, 8) && thaiCheck(digits))
}

// verifyTHTIN checks a Thai taxpayer number: of persons the identity number, of
// companies one that begins with 0, of the same make.
func verifyTHTIN(value string) Verdict {
	var array [13]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(len(digits) == 13 && digits[0] != '9' && thaiCheck(digits))
}

func thaiCheck(digits []byte) bool {
	sum := checkdigit.WeightedSum(digits[:12], 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2)
	return (11-sum%11)%10 == digitAt(digits, 12) && !checkdigit.Repeated(digits)
}

// verifyPHTIN checks the ninth digit of a Philippine TIN: weights 9 to 2, mod
// 11. The rule is not official, so that a failure proves nothing.
func verifyPHTIN(value string) Verdict {
	var array [14]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) < 9 || checkdigit.Repeated(digits) {
		return Invalid
	}
	sum := checkdigit.WeightedSum(digits[:8], 9, 8, 7, 6, 5, 4, 3, 2)
	return confirmedIf(sum%11 == digitAt(digits, 8))
}

// verifyVNCCCD checks a Vietnamese identity number: province 001-096, and a
// digit 0 to 3 for sex and century of birth (Circular 59/2021/TT-BCA).
func verifyVNCCCD(value string) Verdict {
	var array [12]byte
	digits := checkdigit.Digits(array[:0], value)
	return plausibleIf(len(digits) == 12 && between(tripleAt(digits, 0), 1, 96) && digits[3] <= '3')
}

// verifyVNMST checks a Vietnamese tax number: weights 31 29 23 19 17 13 7 5 3,
// mod 11, and a branch 001-999 in the long form.
func verifyVNMST(value string) Verdict {
	var array [13]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 10 && len(digits) != 13 || checkdigit.Int(digits[2:9]) == 0 {
		return Invalid
	}
	if len(digits) == 13 && tripleAt(digits, 10) == 0 {
		return Invalid
	}
	sum := checkdigit.WeightedSum(digits[:9], 31, 29, 23, 19, 17, 13, 7, 5, 3)
	return validIf(10-sum%11 == digitAt(digits, 9))
}
