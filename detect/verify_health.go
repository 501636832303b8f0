package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// verifyNPI checks the Luhn digit of the number behind the issuer prefix 80840.
func verifyNPI(value string) Verdict {
	array := [15]byte{'8', '0', '8', '4', '0'}
	digits := checkdigit.Digits(array[:5], value)
	return validIf(len(digits) == 15 && between(int(digits[5]-'0'), 1, 2) && checkdigit.Luhn(digits))
}

// verifyDEA checks the seventh digit: the last of d1+d3+d5 + 2(d2+d4+d6).
func verifyDEA(value string) Verdict {
	var array [9]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) != 9 || !checkdigit.AllDigits(s[2:]) || checkdigit.Repeated(s[2:]) {
		return Invalid
	}
	return validIf(checkdigit.WeightedSum(s[2:8], 1, 2, 1, 2, 1, 2)%10 == int(s[8]-'0'))
}

// verifyHICN checks the Social Security number that a claim number begins or
// ends with, if it has nine digits.
func verifyHICN(value string) Verdict {
	var array [10]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) < 9 {
		return plausibleIf(len(digits) >= 6 && !checkdigit.Repeated(digits))
	}
	area, group, serial := tripleAt(digits, 0), pair(digits, 3), checkdigit.Int(digits[5:9])
	return plausibleIf(area != 0 && area != 666 && area < 900 && group != 0 && serial != 0)
}

// verifyUDI checks the GTIN after the application identifier 01, or the HIBC
// check character.
func verifyUDI(value string) Verdict {
	switch {
	case len(value) > 4+14-1 && value[0] == '(':
		return validIf(checkdigit.GTIN(value[4:18]))
	case len(value) >= 16 && value[0] == '0':
		return validIf(checkdigit.GTIN(value[2:16]))
	}
	return validIf(validHIBC(value))
}

// hibcAlphabet are the characters of an HIBC in the order of their values.
const hibcAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%"

// validHIBC reports whether the last character of s is the sum of the values of
// the others modulo 43.
func validHIBC(s string) bool {
	sum, last := 0, -1
	for i := range len(s) {
		last = strings.IndexByte(hibcAlphabet, s[i])
		if last < 0 {
			return false
		}
		sum += last
	}
	return last >= 0 && (sum-last)%43 == last
}

// verifyRecordNumber asks for a digit that differs from the others.
func verifyRecordNumber(value string) Verdict {
	var array [16]byte
	digits := checkdigit.Digits(array[:0], value)
	return plausibleIf(len(digits) >= 5 && !checkdigit.Repeated(digits))
}

// verifyPHN checks a personal health number: it begins with 9, and weights 2, 4,
// 8, 5, 10, 9, 7, 3, each product modulo 11, lead to the last digit.
func verifyPHN(value string) Verdict {
	var array [10]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 10 || digits[0] != '9' {
		return Invalid
	}
	sum := checkdigit.WeightedSum(digits[1:], 2, 4, 8, 5, 10, 9, 7, 3)
	return validIf((11-sum%11)%11 == int(digits[9]-'0'))
}

// verifyOHIP checks the Luhn digit of an Ontario health number: ten digits, the first
// no zero.
func verifyOHIP(value string) Verdict {
	var array [10]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(len(digits) == 10 && digits[0] != '0' && !checkdigit.Repeated(digits) && checkdigit.Luhn(digits))
}

// verifyNAM checks the date of birth, YYMMDD, to whose month 50 is added for
// women, in a Quebec health insurance number.
func verifyNAM(value string) Verdict {
	var array [12]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) != 12 || !checkdigit.AllDigits(s[4:]) {
		return Invalid
	}
	month := pair(s, 6)
	if month > 50 {
		month -= 50
	}
	return plausibleIf(checkdigit.ValidDate(pair(s, 4), month, pair(s, 8)))
}

// verifyNHS checks weights 10 to 2 and the check digit that makes the sum a
// multiple of 11.
func verifyNHS(value string) Verdict {
	var array [10]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(validNHS(digits))
}

func validNHS(digits []byte) bool {
	return len(digits) == 10 && !checkdigit.Repeated(digits) && checkdigit.WeightedSum(digits, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)%11 == 0
}

// verifyCHI checks the date of birth, DDMMYY, and the check digit, which is
// computed as that of NHS numbers.
func verifyCHI(value string) Verdict {
	var array [10]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(validNHS(digits) && checkdigit.ValidDate(pair(digits, 4), pair(digits, 2), pair(digits, 0)))
}

// verifyVitale is for the 21 digits of a carte Vitale, which have no published check.
func verifyVitale(value string) Verdict {
	var array [21]byte
	digits := checkdigit.Digits(array[:0], value)
	return plausibleIf(len(digits) == 21 && !checkdigit.Repeated(digits))
}

// verifyEHIC checks the Luhn digit of the 20 digits of a card for health
// institutions (ISO/IEC 7812, 80).
func verifyEHIC(value string) Verdict {
	var array [20]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(len(digits) == 20 && digits[0] == '8' && digits[1] == '0' && checkdigit.Luhn(digits))
}

// verifyKVNR checks the tenth character: the letter counts as its two-digit
// number in the alphabet, weights alternate 1 and 2, products give the sum of
// their digits.
func verifyKVNR(value string) Verdict {
	var array [10]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) != 10 || s[0] < 'A' || !checkdigit.AllDigits(s[1:]) || checkdigit.Repeated(s[1:]) {
		return Invalid
	}
	var digits [11]byte
	ordinal := s[0] - 'A' + 1
	digits[0], digits[1] = '0'+ordinal/10, '0'+ordinal%10
	copy(digits[2:], s[1:])
	return validIf(alternatingSum(digits[:10])%10 == int(digits[10]-'0'))
}

// verifyLANR checks the seventh digit: weights 4 and 9 by turns, and what the
// sum lacks to a multiple of ten.
func verifyLANR(value string) Verdict {
	var array [9]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(len(digits) == 9 && !checkdigit.Repeated(digits[:7]) && checkdigit.WeightedSum(digits, 4, 9, 4, 9, 4, 9, 1)%10 == 0)
}

// verifyBSNR checks that the first two digits can be a physicians' association.
func verifyBSNR(value string) Verdict {
	var array [9]byte
	digits := checkdigit.Digits(array[:0], value)
	return plausibleIf(len(digits) == 9 && !checkdigit.Repeated(digits) && pair(digits, 0) > 0)
}

// verifyMedicareAU checks the ninth digit, weights 1, 3, 7, 9; the tenth counts
// issues of the card, an eleventh names the person on it.
func verifyMedicareAU(value string) Verdict {
	var array [11]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) < 10 || !between(int(digits[0]-'0'), 2, 6) {
		return Invalid
	}
	return validIf(checkdigit.WeightedSum(digits, 1, 3, 7, 9, 1, 3, 7, 9)%10 == int(digits[8]-'0'))
}

// verifyNHI checks a national health index number: letters count by their place
// in the alphabet without I and O, weights 7 to 2, and the check is a digit
// modulo 11 or, in the form AAANNAC, a letter modulo 24.
func verifyNHI(value string) Verdict {
	const alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ"
	var array [7]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) != 7 {
		return Invalid
	}
	sum := 0
	for i, c := range s[:6] {
		v := int(c - '0')
		if c > '9' {
			v = strings.IndexByte(alphabet, c) + 1
		}
		sum += v * (7 - i)
	}
	if s[6] > '9' {
		return validIf(strings.IndexByte(alphabet, s[6]) == 23-sum%24)
	}
	check := 11 - sum%11
	return validIf(check < 11 && check%10 == int(s[6]-'0'))
}

// verifyCNS checks a Cartão Nacional de Saúde: weights 15 to 1, a multiple of
// 11.
func verifyCNS(value string) Verdict {
	var array [15]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(len(digits) == 15 && !checkdigit.Repeated(digits) &&
		checkdigit.WeightedSum(digits, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1)%11 == 0)
}

// verifyBloodType confirms all that matches: the pattern lists what there is.
func verifyBloodType(string) Verdict { return Valid }
