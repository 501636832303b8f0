package detect

import "github.com/fieldsafe/fieldsafe/internal/checkdigit"

// verifyILID checks an Israeli identity number: Luhn over nine digits, leading
// zeros left out.
func verifyILID(value string) Verdict {
	var array [9]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(len(digits) >= 5 && !checkdigit.Repeated(digits) && checkdigit.Luhn(digits))
}

// verifySANationalID checks a Saudi identity number: 1 for citizens, 2 for
// residents, Luhn.
func verifySANationalID(value string) Verdict {
	var array [10]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(len(digits) == 10 && (digits[0] == '1' || digits[0] == '2') && checkdigit.Luhn(digits))
}

// verifyAEEmiratesID checks an Emirates ID: 784, year of birth, Luhn.
func verifyAEEmiratesID(value string) Verdict {
	var array [15]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(len(digits) == 15 && tripleAt(digits, 0) == 784 &&
		between(yearAt(digits, 3), firstYear, latestYear) && checkdigit.Luhn(digits))
}

// verifyKWCivilID checks a Kuwaiti civil ID: century 1 to 3, date of birth,
// weights 2 1 6 3 7 9 10 5 8 4 2, mod 11 (PACI).
func verifyKWCivilID(value string) Verdict {
	var array [12]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 12 || !between(digitAt(digits, 0), 1, 3) || !shortDateAt(digits, 1) {
		return Invalid
	}
	sum := checkdigit.WeightedSum(digits[:11], 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
	return validIf(11-sum%11 == digitAt(digits, 11))
}

// verifyQAQID accepts a Qatari ID: century 2 or 3, year of birth, the ISO
// 3166-1 number of the nationality (004 to 894), a serial.
func verifyQAQID(value string) Verdict {
	var array [11]byte
	digits := checkdigit.Digits(array[:0], value)
	return plausibleIf(len(digits) == 11 && (digits[0] == '2' || digits[0] == '3') &&
		between(tripleAt(digits, 3), 4, 894))
}

// verifyBHCPR accepts a Bahraini personal number: year and month of birth, four
// digits and one more.
func verifyBHCPR(value string) Verdict {
	var array [9]byte
	digits := checkdigit.Digits(array[:0], value)
	return plausibleIf(len(digits) == 9 && between(pair(digits, 2), 1, 12))
}
