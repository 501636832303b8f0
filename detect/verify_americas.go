package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// verifyBRCPF checks the two digits mod 11 of a Brazilian CPF: weights 10 to 2,
// then 11 to 2 (Receita Federal).
func verifyBRCPF(value string) Verdict {
	var array [11]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 11 || checkdigit.Repeated(digits) {
		return Invalid
	}
	first := checkdigit.WeightedSum(digits[:9], 10, 9, 8, 7, 6, 5, 4, 3, 2)
	second := checkdigit.WeightedSum(digits[:10], 11, 10, 9, 8, 7, 6, 5, 4, 3, 2)
	return validIf(elevenLess(first) == digitAt(digits, 9) && elevenLess(second) == digitAt(digits, 10))
}

// elevenLess is the common way to a check digit: 11 less the remainder mod 11,
// where 10 and 11 count as 0.
func elevenLess(sum int) int { return (11 - sum%11) % 11 % 10 }

// verifyBRCNPJ checks the two digits mod 11 of a Brazilian CNPJ. Since July
// 2026 the first twelve characters may be letters, worth their ASCII code less
// 48 (Instrução Normativa RFB 2229/2024).
func verifyBRCNPJ(value string) Verdict {
	var array [14]byte
	chars := checkdigit.Alnum(array[:0], value)
	if len(chars) != 14 || checkdigit.Repeated(chars) || !checkdigit.AllDigits(chars[12:]) {
		return Invalid
	}
	return validIf(elevenLess(cnpjSum(chars[:12])) == digitAt(chars, 12) &&
		elevenLess(cnpjSum(chars[:13])) == digitAt(chars, 13))
}

// cnpjSum weights the characters 2 to 9, over and over, from the right.
func cnpjSum(chars []byte) int {
	sum := 0
	for i := range chars {
		sum += int(chars[len(chars)-1-i]-'0') * (2 + i%8)
	}
	return sum
}

// verifyBRRG checks the digit of a São Paulo identity card (weights 2 to 9, mod
// 11, X for 10). Other states have rules of their own, so that a failure proves
// nothing.
func verifyBRRG(value string) Verdict {
	var array [9]byte
	chars := checkdigit.Alnum(array[:0], value)
	if len(chars) < 8 || checkdigit.Repeated(chars) {
		return Invalid
	}
	if len(chars) != 9 {
		return Plausible
	}
	check := (11 - checkdigit.WeightedSum(chars[:8], 2, 3, 4, 5, 6, 7, 8, 9)%11) % 11
	return confirmedIf("0123456789X"[check] == chars[8])
}

// verifyBRPIS checks the digit of a PIS, PASEP or NIS number: weights 3 2 9 to
// 2, mod 11.
func verifyBRPIS(value string) Verdict {
	var array [11]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 11 || checkdigit.Repeated(digits) {
		return Invalid
	}
	sum := checkdigit.WeightedSum(digits[:10], 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)
	return validIf(elevenLess(sum) == digitAt(digits, 10))
}

// verifyBRCNH checks the two digits of a Brazilian driving licence (Denatran):
// weights 9 to 1, then 1 to 9, both mod 11; when the first remainder is 10 the
// second is lowered by two.
func verifyBRCNH(value string) Verdict {
	var array [11]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 11 || checkdigit.Repeated(digits) {
		return Invalid
	}
	first := checkdigit.WeightedSum(digits[:9], 9, 8, 7, 6, 5, 4, 3, 2, 1) % 11
	second := checkdigit.WeightedSum(digits[:9], 1, 2, 3, 4, 5, 6, 7, 8, 9) % 11
	if first == 10 {
		first, second = 0, (second+9)%11
	}
	return validIf(first == digitAt(digits, 9) && second%10 == digitAt(digits, 10))
}

// verifyBRTituloEleitor checks a Brazilian voter number: eight digits, the
// state 01-28, two digits mod 11. In São Paulo (01) and Minas Gerais (02) a
// remainder 0 counts as 1 (Resolução TSE 21.538/2003).
func verifyBRTituloEleitor(value string) Verdict {
	var array [12]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 12 || !between(pair(digits, 8), 1, 28) {
		return Invalid
	}
	first := checkdigit.WeightedSum(digits[:8], 2, 3, 4, 5, 6, 7, 8, 9) % 11
	second := checkdigit.WeightedSum(digits[8:11], 7, 8, 9) % 11
	if pair(digits, 8) <= 2 {
		first, second = max(first, 1), max(second, 1)
	}
	return validIf(first%10 == digitAt(digits, 10) && second%10 == digitAt(digits, 11))
}

// curpStates are the two-letter codes of the Mexican states, and NE for people
// born abroad (RENAPO).
const curpStates = "AS BC BS CC CH CL CM CS DF DG GR GT HG JC MC MN MS MX NE NL NT OC PL QR QT SL SP SR TC TL TS VZ YN ZS"

// verifyMXCURP checks a Mexican CURP: date, sex, state and the last digit, a
// weighted sum over an alphabet of 37 that has Ñ after N.
func verifyMXCURP(value string) Verdict {
	var array [18]byte
	chars := checkdigit.Alnum(array[:0], value)
	if len(chars) != 18 || !checkdigit.AllDigits(chars[4:10]) || !shortDateAt(chars, 4) ||
		strings.IndexByte("HMX", chars[10]) < 0 || !hasCode(curpStates, chars[11:13]) {
		return Invalid
	}
	sum := 0
	for i, c := range chars[:17] {
		v := checkdigit.Value(c)
		if c > 'N' {
			v++
		}
		sum += v * (18 - i)
	}
	return validIf((10-sum%10)%10 == checkdigit.Value(chars[17]))
}

// verifyMXRFC checks the date of a Mexican RFC, and its last character (weights
// 13 to 2, mod 11). Numbers given out before the rule fail it, so that only a
// date decides. The generic numbers of the tax office belong to nobody.
func verifyMXRFC(value string) Verdict {
	if strings.EqualFold(value, "XAXX010101000") || strings.EqualFold(value, "XEXX010101000") {
		return Invalid
	}
	var array [13]byte
	chars := rfcCharacters(array[:0], value)
	if len(chars) != 12 && len(chars) != 13 {
		return Invalid
	}
	date := len(chars) - 9
	if !checkdigit.AllDigits(chars[date:date+6]) || !shortDateAt(chars, date) {
		return Invalid
	}
	return confirmedIf(rfcCheck(chars[:len(chars)-1]) == chars[len(chars)-1])
}

// rfcCharacters appends the letters, as capitals, digits and ampersands of
// value to dst, and ~ for Ñ. It returns nil when they do not fit.
func rfcCharacters(dst []byte, value string) []byte {
	for _, r := range value {
		switch {
		case r == 'Ñ' || r == 'ñ':
			r = '~'
		case 'a' <= r && r <= 'z':
			r -= 'a' - 'A'
		case r == ' ' || r == '-':
			continue
		}
		if len(dst) == cap(dst) || r > '~' {
			return nil
		}
		dst = append(dst, byte(r))
	}
	return dst
}

// rfcCheck is the check character over the body of an RFC; companies have one
// letter less, for which a space stands.
func rfcCheck(body []byte) byte {
	const alphabet = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ ~"
	sum := 0
	if len(body) == 11 {
		sum = 13 * strings.IndexByte(alphabet, ' ')
	}
	for i, c := range body {
		sum += (len(body) + 1 - i) * strings.IndexByte(alphabet, c)
	}
	return alphabet[(11-sum%11)%11]
}

// verifyMXNSS checks the Luhn digit of a Mexican social security number.
func verifyMXNSS(value string) Verdict { return luhnVerdict(value, 11) }

// verifyMXINE checks a Mexican voter key: six letters, date of birth, state
// 01-32 (87 and 88: abroad), sex, three digits.
func verifyMXINE(value string) Verdict {
	var array [18]byte
	chars := checkdigit.Alnum(array[:0], value)
	if len(chars) != 18 || !checkdigit.AllDigits(chars[6:14]) || !shortDateAt(chars, 6) {
		return Invalid
	}
	state := pair(chars, 12)
	return plausibleIf(between(state, 1, 32) || state == 87 || state == 88)
}
