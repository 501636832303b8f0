package detect

import "github.com/fieldsafe/fieldsafe/internal/checkdigit"

// verifyAUTFN checks an Australian tax file number: weights 1 4 3 7 5 8 6 9 10,
// or 10 7 8 4 6 3 5 1 for eight digits, mod 11.
func verifyAUTFN(value string) Verdict {
	var array [9]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) < 8 || checkdigit.Repeated(digits) {
		return Invalid
	}
	if len(digits) == 8 {
		return validIf(checkdigit.WeightedSum(digits, 10, 7, 8, 4, 6, 3, 5, 1)%11 == 0)
	}
	return validIf(checkdigit.WeightedSum(digits, 1, 4, 3, 7, 5, 8, 6, 9, 10)%11 == 0)
}

// verifyAUABN checks an Australian business number: one less in the first
// digit, weights 10 1 3 to 19, mod 89 (Australian Business Register).
func verifyAUABN(value string) Verdict {
	var array [11]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 11 || digits[0] == '0' || checkdigit.Repeated(digits) {
		return Invalid
	}
	sum := checkdigit.WeightedSum(digits, 10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19) - 10
	return validIf(sum%89 == 0)
}

// verifyAUACN checks an Australian company number: weights 8 to 1, mod 10
// (ASIC).
func verifyAUACN(value string) Verdict {
	var array [9]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 9 || checkdigit.Repeated(digits) {
		return Invalid
	}
	sum := checkdigit.WeightedSum(digits[:8], 8, 7, 6, 5, 4, 3, 2, 1)
	return validIf((10-sum%10)%10 == digitAt(digits, 8))
}

// verifyNZIRD checks a New Zealand IRD number, 10,000,000 to 150,000,000:
// weights 3 2 7 to 2, mod 11; where that leaves 10, weights 7 4 3 2 5 2 7 6
// (Inland Revenue, Resident Withholding Tax specification).
func verifyNZIRD(value string) Verdict {
	var array [9]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) == 9 && digits[0] > '1' || !between(checkdigit.Int(digits), 10_000_000, 149_999_999) {
		return Invalid
	}
	var padded [9]byte
	padded[0] = '0'
	copy(padded[9-len(digits):], digits)
	check := 11 - checkdigit.WeightedSum(padded[:8], 3, 2, 7, 6, 5, 4, 3, 2)%11
	if check == 10 {
		check = 11 - checkdigit.WeightedSum(padded[:8], 7, 4, 3, 2, 5, 2, 7, 6)%11
	}
	return validIf(check%11 == digitAt(padded[:], 8))
}
