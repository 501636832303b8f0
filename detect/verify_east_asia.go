package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// chineseProvinces are the first two digits of administrative division codes
// (GB/T 2260).
const chineseProvinces = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91"

// verifyCNResidentID checks a Chinese identity number (GB 11643): province,
// date of birth and an ISO 7064 MOD 11-2 character.
func verifyCNResidentID(value string) Verdict {
	var array [18]byte
	chars := checkdigit.Alnum(array[:0], value)
	if len(chars) != 18 || !checkdigit.AllDigits(chars[:17]) || !hasCode(chineseProvinces, chars[:2]) {
		return Invalid
	}
	year := yearAt(chars, 6)
	if !between(year, 1800, latestYear) || !checkdigit.ValidDate(year, pair(chars, 10), pair(chars, 12)) {
		return Invalid
	}
	return validIf(checkdigit.Mod11_2(chars))
}

// verifyCNUSCC checks a unified social credit code (GB 32100): powers of 3 as
// weights, mod 31, over an alphabet without I, O, S, V and Z.
func verifyCNUSCC(value string) Verdict {
	const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY"
	var array [18]byte
	chars := checkdigit.Alnum(array[:0], value)
	if len(chars) != 18 || checkdigit.Repeated(chars) || !checkdigit.AllDigits(chars[2:8]) {
		return Invalid
	}
	sum, weight := 0, 1
	for _, c := range chars[:17] {
		v := strings.IndexByte(alphabet, c)
		if v < 0 {
			return Invalid
		}
		sum, weight = sum+v*weight, weight*3%31
	}
	return validIf(alphabet[(31-sum%31)%31] == chars[17])
}

// verifyHKID checks a Hong Kong identity card number: one or two letters, six
// digits and a character mod 11; a missing letter counts 36, weights 9 to 2.
func verifyHKID(value string) Verdict {
	var array [9]byte
	chars := checkdigit.Alnum(array[:0], value)
	n := len(chars)
	if n < 8 || !allLetters(chars[:n-7]) || !checkdigit.AllDigits(chars[n-7:n-1]) {
		return Invalid
	}
	sum := 0
	if n == 8 {
		sum = 9 * 36
	}
	for i, c := range chars[:n-1] {
		sum += checkdigit.Value(c) * (n - i)
	}
	return validIf("0A987654321"[sum%11] == chars[n-1])
}

// verifyTWNationalID checks a Taiwanese identity or residence number: the
// letter of the place becomes two digits, weights 1 9 8 to 1 1, mod 10.
func verifyTWNationalID(value string) Verdict {
	var array [10]byte
	chars := checkdigit.Alnum(array[:0], value)
	if len(chars) != 10 || !allLetters(chars[:1]) || !checkdigit.AllDigits(chars[1:]) ||
		strings.IndexByte("1289", chars[1]) < 0 {
		return Invalid
	}
	place := 10 + strings.IndexByte("ABCDEFGHJKLMNPQRSTUVXYWZIO", chars[0])
	sum := place/10 + place%10*9 + checkdigit.WeightedSum(chars[1:], 8, 7, 6, 5, 4, 3, 2, 1, 1)
	return validIf(sum%10 == 0)
}

// verifyTWUBN checks a Taiwanese business number: weights 1 2 1 2 1 2 4 1, the
// digits of the products added up, a multiple of 5, where a seventh digit 7
// may count one less (Ministry of Finance, rule of 2023).
func verifyTWUBN(value string) Verdict {
	var array [8]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 8 || checkdigit.Repeated(digits) {
		return Invalid
	}
	sum := 0
	for i := range digits {
		product := digitAt(digits, i) * int("\x01\x02\x01\x02\x01\x02\x04\x01"[i])
		sum += product/10 + product%10
	}
	return validIf(sum%5 == 0 || digits[6] == '7' && (sum+1)%5 == 0)
}

// verifyJPMyNumber checks a Japanese individual number: weights 6 5 4 3 2 7 6
// to 2, mod 11 (Ordinance 85 of 2014).
func verifyJPMyNumber(value string) Verdict {
	var array [12]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 12 || checkdigit.Repeated(digits) {
		return Invalid
	}
	sum := checkdigit.WeightedSum(digits[:11], 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
	return validIf(elevenLess(sum) == digitAt(digits, 11))
}

// verifyJPCorporateNumber checks a Japanese corporate number: the first digit
// is 9 less the sum mod 9, weights 1 and 2 from the right.
func verifyJPCorporateNumber(value string) Verdict {
	var array [13]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 13 || checkdigit.Repeated(digits) {
		return Invalid
	}
	sum := checkdigit.WeightedSum(digits[1:], 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1)
	return validIf(9-sum%9 == digitAt(digits, 0))
}

// verifyJPDriversLicense checks the eleventh digit of a Japanese licence, the
// sum mod 11 with the weights of the individual number; a province code
// 10-97 begins it.
func verifyJPDriversLicense(value string) Verdict {
	var array [12]byte
	digits := checkdigit.Digits(array[:0], value)
	return plausibleIf(len(digits) == 12 && between(pair(digits, 0), 10, 97) && !checkdigit.Repeated(digits))
}

// verifyKRRRN checks a Korean resident registration number: date, sex and
// century, and a digit mod 11 that numbers given out since October 2020 no
// longer have.
func verifyKRRRN(value string) Verdict {
	var array [13]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 13 || !shortDateAt(digits, 0) || between(digitAt(digits, 6), 5, 8) {
		return Invalid
	}
	return confirmedIf((11-rrnSum(digits)%11)%10 == digitAt(digits, 12))
}

// verifyKRFRN checks a Korean foreigner registration number: date, sex and
// century 5 to 8, a digit mod 11.
func verifyKRFRN(value string) Verdict {
	var array [13]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 13 || !shortDateAt(digits, 0) || !between(digitAt(digits, 6), 5, 8) {
		return Invalid
	}
	return validIf((13-rrnSum(digits)%11)%10 == digitAt(digits, 12))
}

func rrnSum(digits []byte) int {
	return checkdigit.WeightedSum(digits[:12], 2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
}

// verifyKRBRN checks a Korean business registration number: weights 1 3 7 1 3 7
// 1 3 5, the tens of the last product added, mod 10 (National Tax Service).
func verifyKRBRN(value string) Verdict {
	var array [10]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 10 || tripleAt(digits, 0) < 101 || pair(digits, 3) == 0 {
		return Invalid
	}
	sum := checkdigit.WeightedSum(digits[:9], 1, 3, 7, 1, 3, 7, 1, 3, 5) + digitAt(digits, 8)*5/10
	return validIf((10-sum%10)%10 == digitAt(digits, 9))
}

// verifyKRDriversLicense accepts Korean licence numbers of the regions 11 to
// 28.
func verifyKRDriversLicense(value string) Verdict {
	var array [12]byte
	digits := checkdigit.Digits(array[:0], value)
	return plausibleIf(len(digits) == 12 && between(pair(digits, 0), 11, 28))
}
