package detect

import "github.com/fieldsafe/fieldsafe/internal/checkdigit"

// verifyGreekAMKA checks the social security number: birth date, four digits
// and a Luhn digit.
func verifyGreekAMKA(value string) Verdict {
	var array [11]byte
	d := checkdigit.Digits(array[:0], value)
	return validIf(len(d) == 11 && checkdigit.ValidDate(pair(d, 4), pair(d, 2), pair(d, 0)) && checkdigit.Luhn(d))
}

// verifyGreekVAT checks the AFM: eight digits weighted with powers of two.
func verifyGreekVAT(value string) Verdict {
	var array [9]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 9 || checkdigit.Repeated(d) {
		return Invalid
	}
	sum := checkdigit.WeightedSum(d, 256, 128, 64, 32, 16, 8, 4, 2)
	return validIf(sum%11%10 == int(d[8]-'0'))
}

// verifyGreekCard wants one or two letters, Greek or Latin, before the six
// digits of the identity card.
func verifyGreekCard(value string) Verdict {
	letters, digits := 0, 0
	for _, r := range value {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r >= 'Α' && r <= 'Ω', r >= 'A' && r <= 'Z', r >= 'a' && r <= 'z', r >= 'α' && r <= 'ω':
			letters++
		case r != ' ' && r != '-':
			return Invalid
		}
	}
	return plausibleIf(digits == 6 && (letters == 1 || letters == 2))
}

// verifyCypriotTIC checks the tax number: eight digits and a letter, the digits
// at odd positions translated by a table.
func verifyCypriotTIC(value string) Verdict {
	var array [11]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) == 11 && string(s[:2]) == "CY" {
		s = s[2:]
	}
	if len(s) != 9 || !checkdigit.AllDigits(s[:8]) || string(s[:2]) == "12" {
		return Invalid
	}
	sum := 0
	for i, c := range s[:8] {
		v := int(c - '0')
		if i%2 == 0 {
			v = [10]int{1, 0, 5, 7, 9, 13, 15, 17, 19, 21}[v]
		}
		sum += v
	}
	return validIf(s[8] == 'A'+byte(sum%26))
}

// verifyTurkishID checks the T.C. kimlik numarası: the tenth digit over the
// other nine, the eleventh over ten.
func verifyTurkishID(value string) Verdict {
	var array [11]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 11 || d[0] == '0' {
		return Invalid
	}
	tenth := checkdigit.WeightedSum(d, 7, -1, 7, -1, 7, -1, 7, -1, 7)
	last := checkdigit.WeightedSum(d, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
	return validIf((tenth%10+10)%10 == int(d[9]-'0') && last%10 == int(d[10]-'0'))
}

// verifyTurkishTaxNumber checks the vergi kimlik numarası: nine digits raised by
// their position and multiplied by a power of two, modulo nine.
func verifyTurkishTaxNumber(value string) Verdict {
	var array [10]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 10 || checkdigit.Repeated(d) {
		return Invalid
	}
	sum := 0
	for i := 1; i <= 9; i++ {
		v := (int(d[9-i]-'0') + i) % 10
		if v != 0 {
			sum += (v<<i-1)%9 + 1
		}
	}
	return validIf((10-sum%10)%10 == int(d[9]-'0'))
}

// verifyTurkishPlate knows the 81 provinces and how many digits go with how many
// letters.
func verifyTurkishPlate(value string) Verdict {
	var array [9]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) < 5 || !checkdigit.AllDigits(s[:2]) || pair(s, 0) < 1 || pair(s, 0) > 81 {
		return Invalid
	}
	letters := 0
	for letters < 3 && s[2+letters] >= 'A' {
		letters++
	}
	n := len(s) - 2 - letters
	return plausibleIf(letters > 0 && n >= 2 && n <= 6-letters && checkdigit.AllDigits(s[2+letters:]))
}
