package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// cuitTypes are the kinds of holder that an Argentine CUIT or CUIL begins with.
const cuitTypes = "20 23 24 25 26 27 30 33 34 50 51 55"

// verifyARCUIT checks an Argentine CUIT or CUIL: kind of holder and a digit mod
// 11, weights 5 4 3 2 7 to 2, where 10 is written 9.
func verifyARCUIT(value string) Verdict {
	var array [11]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 11 || !hasCode(cuitTypes, digits[:2]) {
		return Invalid
	}
	sum := checkdigit.WeightedSum(digits[:10], 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
	return validIf("09987654321"[sum%11] == digits[10])
}

// verifyARDNI accepts an Argentine DNI of seven or eight digits; it has no check
// digit.
func verifyARDNI(value string) Verdict {
	var array [8]byte
	digits := checkdigit.Digits(array[:0], value)
	return plausibleIf(len(digits) >= 7 && !checkdigit.Repeated(digits))
}

// verifyCLRUT checks a Chilean RUT: weights 2 to 7 from the right, over and
// over, mod 11, K for 10.
func verifyCLRUT(value string) Verdict {
	var array [9]byte
	chars := checkdigit.Alnum(array[:0], value)
	last := len(chars) - 1
	if last < 7 || !checkdigit.AllDigits(chars[:last]) || checkdigit.Repeated(chars[:last]) {
		return Invalid
	}
	sum := 0
	for i := range last {
		sum += digitAt(chars, last-1-i) * (2 + i%6)
	}
	return validIf("0K987654321"[sum%11] == chars[last])
}

// verifyCONIT checks a Colombian NIT: primes as weights from the right, mod 11
// (DIAN, Orden Administrativa 4 de 1989).
func verifyCONIT(value string) Verdict {
	var array [16]byte
	digits := checkdigit.Digits(array[:0], value)
	last := len(digits) - 1
	if last < 7 || checkdigit.Repeated(digits) {
		return Invalid
	}
	primes := [...]int{3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71}
	sum := 0
	for i := range last {
		sum += digitAt(digits, last-1-i) * primes[i]
	}
	return validIf("01987654321"[sum%11] == digits[last])
}

// verifyCOCedula accepts a Colombian cédula: six to ten digits, no leading
// zero. It has no check digit.
func verifyCOCedula(value string) Verdict {
	var array [10]byte
	digits := checkdigit.Digits(array[:0], value)
	return plausibleIf(len(digits) >= 6 && digits[0] != '0' && !checkdigit.Repeated(digits))
}

// verifyPEDNI checks the ninth character of a Peruvian DNI, a digit or a letter
// (weights 3 2 7 to 2, mod 11). Mostly it is left out.
func verifyPEDNI(value string) Verdict {
	var array [9]byte
	chars := checkdigit.Alnum(array[:0], value)
	if len(chars) < 8 || !checkdigit.AllDigits(chars[:8]) || checkdigit.Repeated(chars[:8]) {
		return Invalid
	}
	if len(chars) == 8 {
		return Plausible
	}
	remainder := checkdigit.WeightedSum(chars[:8], 3, 2, 7, 6, 5, 4, 3, 2) % 11
	return validIf(chars[8] == "65432110987"[remainder] || chars[8] == "KJIHGFEDCBA"[remainder])
}

// verifyPERUC checks a Peruvian RUC: kind of taxpayer and a digit mod 11
// (SUNAT).
func verifyPERUC(value string) Verdict {
	var array [11]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 11 || !hasCode("10 15 16 17 20", digits[:2]) {
		return Invalid
	}
	sum := checkdigit.WeightedSum(digits[:10], 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
	return validIf((11-sum%11)%10 == digitAt(digits, 10))
}

// verifyECCedula checks an Ecuadorian cédula: province 01-24, 30 or 50, third
// digit below 7, Luhn.
func verifyECCedula(value string) Verdict {
	var array [10]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 10 || !ecProvince(pair(digits, 0)) || digits[2] > '6' {
		return Invalid
	}
	return validIf(checkdigit.Luhn(digits))
}

func ecProvince(n int) bool { return between(n, 1, 24) || n == 30 || n == 50 }

// verifyECRUC checks an Ecuadorian taxpayer number: a cédula, or a number of the
// public (third digit 6, weights 3 2 7 to 2) or private sector (9, weights 4 3 2
// 7 to 2), mod 11, then the establishment.
func verifyECRUC(value string) Verdict {
	var array [13]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 13 || !ecProvince(pair(digits, 0)) || tripleAt(digits, 10) == 0 {
		return Invalid
	}
	switch digits[2] {
	case '6':
		if checkdigit.WeightedSum(digits[:9], 3, 2, 7, 6, 5, 4, 3, 2, 1)%11 == 0 {
			return Valid
		}
	case '9':
		return validIf(checkdigit.WeightedSum(digits[:10], 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)%11 == 0)
	}
	return validIf(digits[2] <= '6' && checkdigit.Luhn(digits[:10]))
}

// verifyUYCI checks a Uruguayan cédula: weights 2 9 8 7 6 3 4, mod 10. Old
// numbers have a digit less.
func verifyUYCI(value string) Verdict {
	var array [8]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) < 7 || checkdigit.Repeated(digits) {
		return Invalid
	}
	weights := [...]int{2, 9, 8, 7, 6, 3, 4}
	body := digits[:len(digits)-1]
	sum := checkdigit.WeightedSum(body, weights[7-len(body):]...)
	return validIf((10-sum%10)%10 == digitAt(digits, len(body)))
}

// verifyUYRUT checks a Uruguayan RUT: register 01-22, a number, 001 and a digit
// mod 11 (DGI).
func verifyUYRUT(value string) Verdict {
	var array [12]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 12 || !between(pair(digits, 0), 1, 22) ||
		checkdigit.Int(digits[2:8]) == 0 || string(digits[8:11]) != "001" {
		return Invalid
	}
	sum := checkdigit.WeightedSum(digits[:11], 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)
	return validIf((11-sum%11)%11 == digitAt(digits, 11))
}

// verifyVERIF checks a Venezuelan RIF: the letter counts 4, 8, 12, 16 or 20,
// the digits are weighted 3 2 7 to 2, mod 11 (SENIAT).
func verifyVERIF(value string) Verdict {
	var array [10]byte
	chars := checkdigit.Alnum(array[:0], value)
	if len(chars) != 10 || !checkdigit.AllDigits(chars[1:]) {
		return Invalid
	}
	kind := strings.IndexByte("VEJPG", chars[0])
	if kind < 0 {
		return Invalid
	}
	sum := 4*(kind+1) + checkdigit.WeightedSum(chars[1:9], 3, 2, 7, 6, 5, 4, 3, 2)
	return validIf("00987654321"[sum%11] == chars[9])
}

// verifyPYRUC checks a Paraguayan RUC: weights 2, 3, 4 ... from the right, mod
// 11 (SET).
func verifyPYRUC(value string) Verdict {
	var array [9]byte
	digits := checkdigit.Digits(array[:0], value)
	last := len(digits) - 1
	if last < 5 || checkdigit.Repeated(digits) {
		return Invalid
	}
	sum := 0
	for i := range last {
		sum += digitAt(digits, last-1-i) * (2 + i)
	}
	return validIf((11-sum%11)%11%10 == digitAt(digits, last))
}
