package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// verifyCroatianOIB checks the personal identification number: eleven digits,
// ISO 7064 MOD 11,10.
func verifyCroatianOIB(value string) Verdict {
	var array [11]byte
	d := checkdigit.Digits(array[:0], value)
	return validIf(len(d) == 11 && checkdigit.Mod11_10(d) && !checkdigit.Repeated(d))
}

// verifyJMBG checks the citizen number of the successors of Yugoslavia, which
// Slovenia calls EMŠO: birth date with three digits of the year, region, number
// and a digit modulo 11.
func verifyJMBG(value string) Verdict {
	var array [13]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 13 {
		return Invalid
	}
	year := 2000 + checkdigit.Int(d[4:7])
	if year >= 2800 {
		year -= 1000
	}
	if year > latestYear || !checkdigit.ValidDate(year, pair(d, 2), pair(d, 0)) {
		return Invalid
	}
	return validIf(elevenTwelve(d))
}

// elevenTwelve checks the thirteenth of the digits by the weights that the JMBG
// and the Macedonian tax number share. Ten is written as zero.
func elevenTwelve(d []byte) bool {
	sum := checkdigit.WeightedSum(d, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
	return (11-sum%11)%11%10 == int(d[12]-'0')
}

// verifySlovenianTax checks the davčna številka: eight digits, the last modulo
// 11 with 0 for ten.
func verifySlovenianTax(value string) Verdict {
	var array [8]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 8 || d[0] == '0' {
		return Invalid
	}
	check := 11 - checkdigit.WeightedSum(d, 8, 7, 6, 5, 4, 3, 2)%11
	return validIf(check != 11 && check%10 == int(d[7]-'0'))
}

// verifySerbianPIB checks the tax number: nine digits, ISO 7064 MOD 11,10.
func verifySerbianPIB(value string) Verdict {
	var array [9]byte
	d := checkdigit.Digits(array[:0], value)
	return validIf(len(d) == 9 && d[0] != '0' && checkdigit.Mod11_10(d))
}

// verifyMacedonianEDB checks the tax number: thirteen digits, the last modulo
// 11.
func verifyMacedonianEDB(value string) Verdict {
	var array [13]byte
	d := checkdigit.Digits(array[:0], value)
	return validIf(len(d) == 13 && !checkdigit.Repeated(d) && elevenTwelve(d))
}

// verifyMontenegrinPIB checks the tax number: eight digits, the last modulo 11
// with 0 for ten.
func verifyMontenegrinPIB(value string) Verdict {
	var array [8]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 8 || checkdigit.Repeated(d) {
		return Invalid
	}
	check := (11 - checkdigit.WeightedSum(d, 8, 7, 6, 5, 4, 3, 2)%11) % 11 % 10
	return validIf(check == int(d[7]-'0'))
}

// verifyAlbanianNIPT knows the first letters: each stands for a decade, K for
// the one from 2000.
func verifyAlbanianNIPT(value string) Verdict {
	var array [12]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) == 12 && string(s[:2]) == "AL" {
		s = s[2:]
	}
	return plausibleIf(len(s) == 10 && letterIn(s[0], "ABCDEFGHIJKLM") &&
		checkdigit.AllDigits(s[1:9]) && !checkdigit.AllDigits(s[9:]))
}

// verifyMoldovan checks the IDNP of persons and the IDNO of companies: thirteen
// digits, the last modulo 10.
func verifyMoldovan(value string) Verdict {
	var array [13]byte
	d := checkdigit.Digits(array[:0], value)
	return validIf(len(d) == 13 && !checkdigit.Repeated(d) &&
		checkdigit.WeightedSum(d, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1)%10 == int(d[12]-'0'))
}

// cyrillicLatin are the Latin letters that look like the Cyrillic ones of
// U+0410 to U+0422; a space stands where none does.
const cyrillicLatin = "A B  E    K MHO PCT"

// verifyBelarusianUNP checks the payer number: nine digits, or two letters and
// seven digits for persons, the last modulo 11. Letters may be written in
// Cyrillic.
func verifyBelarusianUNP(value string) Verdict {
	var array [9]byte
	s := belarusian(array[:0], value)
	if len(s) != 9 || !checkdigit.AllDigits(s[2:]) {
		return Invalid
	}
	if !checkdigit.AllDigits(s[:2]) {
		second := strings.IndexByte("ABCEHKMOPT", s[1])
		if second < 0 || !letterIn(s[0], "ABCEHKM") {
			return Invalid
		}
		s[1] = '0' + byte(second)
	}
	if s[0] == '0' || s[0] == '8' || s[0] == '9' {
		return Invalid
	}
	sum := checkdigit.WeightedSum(s, 29, 23, 19, 17, 13, 7, 5, 3)
	return validIf(sum%11 == int(s[8]-'0') && !checkdigit.Repeated(s))
}

// belarusian appends the letters and digits of value to dst, Cyrillic letters as
// the Latin ones that look alike. It is nil when they do not fit.
func belarusian(dst []byte, value string) []byte {
	for _, r := range value {
		switch {
		case r >= 'А' && r <= 'Т':
			r = rune(cyrillicLatin[r-'А'])
		case r >= 'а' && r <= 'т':
			r = rune(cyrillicLatin[r-'а'])
		case r >= 'a' && r <= 'z':
			r -= 'a' - 'A'
		}
		if r >= 0x80 || checkdigit.Value(byte(r)) < 0 {
			continue
		}
		if len(dst) == cap(dst) {
			return nil
		}
		dst = append(dst, byte(r))
	}
	return dst
}

// verifyUkrainianTaxpayer checks the number of the register of taxpayers
// (RNOKPP): the days from 31 December 1899 to the birth, number, and a digit
// modulo 11.
func verifyUkrainianTaxpayer(value string) Verdict {
	const days = (latestYear - 1900 + 1) * 366
	var array [10]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 10 || checkdigit.Int(d[:5]) > days || checkdigit.Repeated(d) {
		return Invalid
	}
	sum := checkdigit.WeightedSum(d, 10, 5, 7, 9, 4, 6, 10, 5, 7) // 10 is -1 modulo 11
	return validIf(sum%11%10 == int(d[9]-'0'))
}

// verifyUkrainianCompany checks the code of EDRPOU: eight digits; numbers from
// 30000000 to 60000000 turn the weights by one place, and a remainder of ten
// takes weights that are two higher.
func verifyUkrainianCompany(value string) Verdict {
	var array [8]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 8 || checkdigit.Repeated(d) {
		return Invalid
	}
	weights := [7]int{1, 2, 3, 4, 5, 6, 7}
	if letterIn(d[0], "345") {
		weights = [7]int{7, 1, 2, 3, 4, 5, 6}
	}
	check := checkdigit.WeightedSum(d, weights[:]...) % 11
	if check == 10 {
		twice := checkdigit.WeightedSum(d, 2, 2, 2, 2, 2, 2, 2)
		check = (check + twice) % 11 % 10
	}
	return validIf(check == int(d[7]-'0'))
}

// verifyRussianINN checks the taxpayer number: ten digits of a company or twelve
// of a person, with one and two check digits modulo 11.
func verifyRussianINN(value string) Verdict {
	var array [12]byte
	d := checkdigit.Digits(array[:0], value)
	switch {
	case checkdigit.Repeated(d):
		return Invalid
	case len(d) == 10:
		return validIf(checkdigit.WeightedSum(d, 2, 4, 10, 3, 5, 9, 4, 6, 8)%11%10 == int(d[9]-'0'))
	case len(d) == 12:
		return validIf(checkdigit.WeightedSum(d, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)%11%10 == int(d[10]-'0') &&
			checkdigit.WeightedSum(d, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)%11%10 == int(d[11]-'0'))
	}
	return Invalid
}

// verifyRussianSNILS checks the number of the pension fund: nine digits and
// their sum weighted 9 to 1, modulo 101, with 0 for 100. Numbers up to
// 001-001-998 have no check.
func verifyRussianSNILS(value string) Verdict {
	var array [11]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 11 || checkdigit.Int(d[:9]) == 0 {
		return Invalid
	}
	if checkdigit.Int(d[:9]) <= 1_001_998 {
		return Plausible
	}
	return validIf(checkdigit.WeightedSum(d, 9, 8, 7, 6, 5, 4, 3, 2, 1)%101%100 == pair(d, 9))
}

// verifyRussianOGRN checks the state registration number: thirteen digits of a
// company, or fifteen of an entrepreneur, the last the remainder of the others
// modulo 11 or 13.
func verifyRussianOGRN(value string) Verdict {
	var array [15]byte
	d := checkdigit.Digits(array[:0], value)
	switch {
	case len(d) == 13 && letterIn(d[0], "125"):
		return validIf(checkdigit.Int(d[:12])%11%10 == int(d[12]-'0'))
	case len(d) == 15 && letterIn(d[0], "34"):
		return validIf(checkdigit.Int(d[:14])%13%10 == int(d[14]-'0'))
	}
	return Invalid
}
