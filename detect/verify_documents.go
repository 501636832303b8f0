package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// verifyPassport accepts document numbers with at least five digits, which no
// word has, other than dates.
func verifyPassport(value string) Verdict {
	var array [12]byte
	digits := checkdigit.Digits(array[:0], value)
	return plausibleIf(len(digits) >= 5 && !checkdigit.Repeated(digits) &&
		(len(value) != 8 || !looksLikeDay(digits)))
}

// verifyDigitRich accepts numbers of letters and digits of which more than half
// are digits.
func verifyDigitRich(value string) Verdict {
	var chars, array [24]byte
	digits := checkdigit.Digits(array[:0], value)
	all := checkdigit.Alnum(chars[:0], value)
	return plausibleIf(2*len(digits) > len(all) && !checkdigit.Repeated(digits))
}

// verifyDEPassport checks the tenth character of a German passport number, an
// ICAO 9303 check digit that is often left out.
func verifyDEPassport(value string) Verdict {
	var array [10]byte
	chars := checkdigit.Alnum(array[:0], value)
	switch len(chars) {
	case 9:
		return verifyPassport(value)
	case 10:
		return validIf(checkdigit.ICAO9303(chars[:9]) == checkdigit.Value(chars[9]))
	}
	return Invalid
}

// verifyNLPassport accepts the document numbers of Dutch passports and identity
// cards: letters other than O, and a digit last.
func verifyNLPassport(value string) Verdict {
	var array [9]byte
	digits := checkdigit.Digits(array[:0], value)
	return plausibleIf(len(digits) > 0 && !checkdigit.Repeated(value))
}

// verifyPLPassport checks the third character of a Polish passport number:
// weights 7 and 3 for the letters, 1 7 3 for the digits behind it, mod 10.
func verifyPLPassport(value string) Verdict {
	var array [9]byte
	chars := checkdigit.Alnum(array[:0], value)
	if len(chars) != 9 || !checkdigit.AllDigits(chars[2:]) {
		return Invalid
	}
	sum := checkdigit.WeightedSum(chars, 7, 3, 0, 1, 7, 3, 1, 7, 3)
	return confirmedIf(sum%10 == digitAt(chars, 2))
}

// verifyESDriversLicense checks the letter of a Spanish licence, which has the
// number of the holder's DNI: its remainder mod 23 into a row of letters.
func verifyESDriversLicense(value string) Verdict {
	var array [9]byte
	chars := checkdigit.Alnum(array[:0], value)
	if len(chars) != 9 || !checkdigit.AllDigits(chars[:8]) {
		return Invalid
	}
	return validIf("TRWAGMYFPDXBNJZSQVHLCKE"[checkdigit.Int(chars[:8])%23] == chars[8])
}

// verifyGBDriversLicense checks a driver number of Great Britain: the surname
// in five places filled up with 9, then the date of birth as decade, month (50
// more for women), day and year, initials, and three characters of the DVLA's.
func verifyGBDriversLicense(value string) Verdict {
	var array [18]byte
	chars := checkdigit.Alnum(array[:0], value)
	if len(chars) != 16 && len(chars) != 18 || chars[0] == '9' || !checkdigit.AllDigits(chars[5:11]) {
		return Invalid
	}
	if i := strings.IndexByte(string(chars[:5]), '9'); i >= 0 && strings.Trim(string(chars[i:5]), "9") != "" {
		return Invalid
	}
	month := pair(chars, 6)
	if month > 50 {
		month -= 50
	}
	year := digitAt(chars, 5)*10 + digitAt(chars, 10)
	return plausibleIf(checkdigit.ValidDate(year, month, pair(chars, 8)))
}

// verifyINDriversLicense checks the state and the year of an Indian licence:
// state, office, year, seven digits.
func verifyINDriversLicense(value string) Verdict {
	var array [15]byte
	chars := checkdigit.Alnum(array[:0], value)
	if len(chars) != 15 || !hasCode(indianStates, chars[:2]) || !checkdigit.AllDigits(chars[2:]) {
		return Invalid
	}
	return plausibleIf(between(yearAt(chars, 4), firstYear, latestYear))
}

// verifyRussianPassport checks the series of an internal passport: the region
// that issued it, of 01 to 99, and the year its form was printed, which is no
// earlier than 1997.
func verifyRussianPassport(value string) Verdict {
	const oldest, latest = 97, 40
	var array [10]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 10 || checkdigit.Repeated(digits) {
		return Invalid
	}
	year := pair(digits, 2)
	return plausibleIf(pair(digits, 0) > 0 && (year >= oldest || year < latest) && !checkdigit.Repeated(digits[4:]))
}
