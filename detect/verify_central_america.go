package detect

import "github.com/fieldsafe/fieldsafe/internal/checkdigit"

// verifyDOCedula checks a Dominican cédula: municipality (001-229, or 402 since
// 2014) and Luhn digit. The electoral board has issued numbers whose digit is
// wrong and still honours them, so that it confirms but does not refute.
func verifyDOCedula(value string) Verdict {
	var array [11]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 11 || checkdigit.Int(digits[3:]) == 0 {
		return Invalid
	}
	if place := tripleAt(digits, 0); !between(place, 1, 229) && place != 402 {
		return Invalid
	}
	return confirmedIf(checkdigit.Luhn(digits))
}

// verifyDORNC checks a Dominican taxpayer number: weights 7 9 8 6 5 4 3 2, mod 11
// into 1 to 9 (DGII).
func verifyDORNC(value string) Verdict {
	var array [9]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 9 || checkdigit.Repeated(digits) {
		return Invalid
	}
	sum := checkdigit.WeightedSum(digits[:8], 7, 9, 8, 6, 5, 4, 3, 2)
	return validIf("21987654321"[sum%11] == digits[8])
}

// verifyCRCedula accepts a Costa Rican cédula física: province 1-9, volume and
// entry, in nine digits or, with a leading zero, ten. Zeros that begin volume
// and entry may be left out where hyphens show the parts. There is no check
// digit.
func verifyCRCedula(value string) Verdict {
	var array [10]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) > 1 && digits[0] == '0' {
		digits = digits[1:]
	}
	full := len(digits) == 9 || between(len(digits), 6, 8) && len(digits) < len(value)-1
	return plausibleIf(full && digits[0] != '0' && !checkdigit.Repeated(digits))
}

// verifyGTNIT checks a Guatemalan NIT: weights 2, 3, 4 ... from the right, mod
// 11, K for 10 (SAT).
func verifyGTNIT(value string) Verdict {
	var array [12]byte
	chars := checkdigit.Alnum(array[:0], value)
	last := len(chars) - 1
	if last < 4 || !checkdigit.AllDigits(chars[:last]) || checkdigit.Repeated(chars) {
		return Invalid
	}
	sum := 0
	for i := range last {
		sum += digitAt(chars, last-1-i) * (2 + i)
	}
	return validIf("0123456789K"[(11-sum%11)%11] == chars[last])
}

// verifySVNIT checks a Salvadoran NIT: weights 14 to 2 for serials up to 100,
// another row for later ones, mod 11.
func verifySVNIT(value string) Verdict {
	var array [14]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 14 || checkdigit.Repeated(digits) {
		return Invalid
	}
	if first := digits[0]; first != '0' && first != '1' && first != '9' {
		return Invalid
	}
	return validIf(svNITCheck(digits) == digitAt(digits, 13))
}

func svNITCheck(digits []byte) int {
	if tripleAt(digits, 10) <= 100 {
		return checkdigit.WeightedSum(digits[:13], 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11 % 10
	}
	return elevenLess(checkdigit.WeightedSum(digits[:13], 2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2))
}

// verifyCUNI accepts a Cuban identity number: date of birth, the seventh digit
// telling the century. It has no published check digit.
func verifyCUNI(value string) Verdict {
	var array [11]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 11 {
		return Invalid
	}
	year := 1900 + pair(digits, 0)
	switch century := digits[6]; {
	case century == '9':
		year -= 100
	case century >= '6':
		year += 100
	}
	return plausibleIf(year <= latestYear && checkdigit.ValidDate(year, pair(digits, 2), pair(digits, 4)))
}
