package detect

import "github.com/fieldsafe/fieldsafe/internal/checkdigit"

// verifyPolishPESEL checks the number of the population register: birth date,
// whose month carries the century, number and a digit modulo 10.
func verifyPolishPESEL(value string) Verdict {
	var array [11]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 11 {
		return Invalid
	}
	century := [5]int{1900, 2000, 2100, 2200, 1800}[pair(d, 2)/20]
	year := century + pair(d, 0)
	if year > latestYear || !checkdigit.ValidDate(year, pair(d, 2)%20, pair(d, 4)) {
		return Invalid
	}
	return validIf(checkdigit.WeightedSum(d, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1)%10 == 0)
}

// verifyPolishNIP checks the tax number: ten digits, the last modulo 11.
func verifyPolishNIP(value string) Verdict {
	var array [10]byte
	d := checkdigit.Digits(array[:0], value)
	return validIf(len(d) == 10 && d[0] != '0' &&
		checkdigit.WeightedSum(d, 6, 5, 7, 2, 3, 4, 5, 6, 7)%11 == int(d[9]-'0'))
}

// verifyPolishREGON checks the number of a business: nine digits, or fourteen
// with that of a local unit, each with its check digit.
func verifyPolishREGON(value string) Verdict {
	var array [14]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 9 && len(d) != 14 || checkdigit.Repeated(d) {
		return Invalid
	}
	short := checkdigit.WeightedSum(d, 8, 9, 2, 3, 4, 5, 6, 7)%11%10 == int(d[8]-'0')
	if len(d) == 9 {
		return validIf(short)
	}
	long := checkdigit.WeightedSum(d, 2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8)
	return validIf(short && long%11%10 == int(d[13]-'0'))
}

// verifyPolishCard checks the identity card: three letters, a check digit and
// five digits, weighted as in travel documents.
func verifyPolishCard(value string) Verdict {
	var array [9]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) != 9 || hasDigit(s[:3]) || !checkdigit.AllDigits(s[3:]) {
		return Invalid
	}
	return validIf(checkdigit.WeightedSum(s, 7, 3, 1, 9, 7, 3, 1, 7, 3)%10 == 0)
}

// verifyCzechoslovakBirth checks the rodné číslo of both republics: birth date,
// whose month is raised by 50 for women and by 20 where the numbers of a day ran
// out, and since 1954 a digit that makes the whole a multiple of eleven; the
// rare remainder ten was written as zero.
func verifyCzechoslovakBirth(value string) Verdict {
	var array [10]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) < 9 {
		return Invalid
	}
	year := pair(d, 0)
	switch {
	case len(d) == 9:
		year += 1900
	case year < 54:
		year += 2000
	default:
		year += 1900
	}
	month := pair(d, 2) % 50
	if month > 20 {
		month -= 20
	}
	if year > latestYear || !checkdigit.ValidDate(year, month, pair(d, 4)) {
		return Invalid
	}
	if len(d) == 9 {
		return plausibleIf(year < 1954 && string(d[6:]) != "000")
	}
	return unlessStamp(validIf(checkdigit.Int(d[:9])%11%10 == int(d[9]-'0')), d)
}

// verifyCzechVAT checks the DIČ: eight digits of a legal person, the birth
// number of a natural one, or nine digits that begin with 6.
func verifyCzechVAT(value string) Verdict {
	var array [10]byte
	d := checkdigit.Digits(array[:0], value)
	switch {
	case len(d) == 8:
		check := (11 - checkdigit.WeightedSum(d, 8, 7, 6, 5, 4, 3, 2)%11) % 11
		return validIf(d[0] != '9' && max(check, 1)%10 == int(d[7]-'0') && !checkdigit.Repeated(d))
	case len(d) == 9 && d[0] == '6':
		check := checkdigit.WeightedSum(d[1:], 8, 7, 6, 5, 4, 3, 2) % 11
		return validIf((check+8)%10 == int(d[8]-'0'))
	}
	return verifyCzechoslovakBirth(string(d))
}

// verifyHungarianTAJ checks the social security number: eight digits weighted 3
// and 7, and a ninth modulo 10.
func verifyHungarianTAJ(value string) Verdict {
	var array [9]byte
	d := checkdigit.Digits(array[:0], value)
	return validIf(len(d) == 9 && !checkdigit.Repeated(d) &&
		checkdigit.WeightedSum(d, 3, 7, 3, 7, 3, 7, 3, 7)%10 == int(d[8]-'0'))
}

// verifyHungarianTaxID checks the adóazonosító jel: ten digits weighted with
// their positions. Persons have numbers that begin with 8.
func verifyHungarianTaxID(value string) Verdict {
	var array [10]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 10 || d[0] == '0' ||
		checkdigit.WeightedSum(d, 1, 2, 3, 4, 5, 6, 7, 8, 9)%11 != int(d[9]-'0') {
		return Invalid
	}
	if d[0] == '8' {
		return Valid
	}
	return Plausible
}

// verifyHungarianVAT checks the adószám: eight digits modulo 10, and where they
// follow, the digits for the kind of taxation and the county.
func verifyHungarianVAT(value string) Verdict {
	var array [11]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 8 && len(d) != 11 || d[0] == '0' {
		return Invalid
	}
	if len(d) == 11 && (d[8] < '1' || d[8] > '5' || pair(d, 9) < 2 || pair(d, 9) > 51) {
		return Invalid
	}
	return validIf(checkdigit.WeightedSum(d, 9, 7, 3, 1, 9, 7, 3, 1)%10 == 0)
}

// verifyRomanianCNP checks the cod numeric personal: sex and century, birth
// date, county, number, and a digit modulo 11 with 1 for ten.
func verifyRomanianCNP(value string) Verdict {
	var array [13]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 13 || d[0] == '0' || !romanianCounty(pair(d, 7)) {
		return Invalid
	}
	year := [10]int{0, 1900, 1900, 1800, 1800, 2000, 2000, 1900, 1900, 1900}[d[0]-'0'] + pair(d, 1)
	if year > latestYear || !checkdigit.ValidDate(year, pair(d, 3), pair(d, 5)) {
		return Invalid
	}
	check := checkdigit.WeightedSum(d, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11
	if check == 10 {
		check = 1
	}
	return validIf(check == int(d[12]-'0'))
}

func romanianCounty(n int) bool {
	return n >= 1 && n <= 48 || n == 51 || n == 52 || n == 70 || n >= 80 && n <= 83
}

// verifyRomanianCUI checks the number of a company: up to nine digits, weighted
// from the right, and a digit modulo 11.
func verifyRomanianCUI(value string) Verdict {
	var array [10]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) < 2 || d[0] == '0' {
		return Invalid
	}
	weights := [9]int{7, 5, 3, 2, 1, 7, 5, 3, 2}
	sum := checkdigit.WeightedSum(d, weights[10-len(d):]...)
	return validIf(sum*10%11%10 == int(d[len(d)-1]-'0'))
}

// verifyBulgarianEGN checks the personal number: birth date, whose month is
// raised by 20 before 1900 and by 40 from 2000, number and a digit modulo 11.
func verifyBulgarianEGN(value string) Verdict {
	var array [10]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 10 || pair(d, 2) > 52 {
		return Invalid
	}
	year := [3]int{1900, 1800, 2000}[pair(d, 2)/20] + pair(d, 0)
	if !checkdigit.ValidDate(year, pair(d, 2)%20, pair(d, 4)) {
		return Invalid
	}
	sum := checkdigit.WeightedSum(d, 2, 4, 8, 5, 10, 9, 7, 3, 6)
	return validIf(sum%11%10 == int(d[9]-'0'))
}

// verifyBulgarianForeigner checks the number of a foreigner (LNCh).
func verifyBulgarianForeigner(value string) Verdict {
	var array [10]byte
	d := checkdigit.Digits(array[:0], value)
	return validIf(len(d) == 10 && !checkdigit.Repeated(d) &&
		checkdigit.WeightedSum(d, 21, 19, 17, 13, 11, 9, 7, 3, 1)%10 == int(d[9]-'0'))
}

// verifyBulgarianVAT checks nine digits of a legal person, with a second row of
// weights where the first leaves ten, or the ten digits of a natural one.
func verifyBulgarianVAT(value string) Verdict {
	var array [10]byte
	d := checkdigit.Digits(array[:0], value)
	switch {
	case len(d) == 10:
		other := elevenMinus(d, 4, 3, 2, 7, 6, 5, 4, 3, 2)
		return validIf(other || verifyBulgarianEGN(string(d)) == Valid || verifyBulgarianForeigner(string(d)) == Valid)
	case len(d) != 9 || checkdigit.Repeated(d):
		return Invalid
	}
	check := checkdigit.WeightedSum(d, 1, 2, 3, 4, 5, 6, 7, 8) % 11
	if check == 10 {
		check = checkdigit.WeightedSum(d, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10
	}
	return validIf(check == int(d[8]-'0'))
}
