package detect

import "github.com/fieldsafe/fieldsafe/internal/checkdigit"

// verifySwedishPersonal checks the personnummer, and the samordningsnummer
// whose day is raised by 60: birth date, number, Luhn digit over the last ten.
func verifySwedishPersonal(value string) Verdict {
	var array [12]byte
	d := checkdigit.Digits(array[:0], value)
	year := 0
	switch len(d) {
	case 10:
	case 12:
		year = pair(d, 0) * 100
		if year < 1800 || year > 2000 {
			return Invalid
		}
		d = d[2:]
	default:
		return Invalid
	}
	day := pair(d, 4)
	if day > 60 {
		day -= 60
	}
	v := validIf(checkdigit.ValidDate(year+pair(d, 0), pair(d, 2), day) && checkdigit.Luhn(d))
	if year == 1800 || year == 1900 {
		return v
	}
	return unlessStamp(v, d)
}

// verifySwedishCompany checks the organisationsnummer: ten digits, the third at
// least 2, which no month has, and a Luhn digit. The century 16 may stand before
// it, and 01 behind it in the VAT number.
func verifySwedishCompany(value string) Verdict {
	var array [12]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) == 12 && string(d[:2]) == "16" {
		d = d[2:]
	}
	return validIf(len(d) == 10 && d[0] != '0' && d[2] >= '2' && checkdigit.Luhn(d))
}

// verifyNorwegianBirth checks the fødselsnummer: birth date, individual number
// that fits the century, two digits modulo 11. D-numbers raise the day by 40,
// H-numbers the month by 40, the synthetic ones of the test register by 80.
func verifyNorwegianBirth(value string) Verdict {
	var array [11]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 11 {
		return Invalid
	}
	day, month, year := pair(d, 0), pair(d, 2), norwegianYear(pair(d, 4), checkdigit.Int(d[6:9]))
	if day > 40 {
		day -= 40
	}
	switch {
	case month > 80:
		month -= 80
	case month > 40:
		month -= 40
	}
	return validIf(year > 0 && checkdigit.ValidDate(year, month, day) &&
		elevenMinus(d, 3, 7, 6, 1, 8, 9, 4, 5, 2) && elevenMinus(d, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2))
}

// norwegianYear is the year of birth that two digits and the individual number
// write, 0 when they do not go together.
func norwegianYear(year, individual int) int {
	switch {
	case individual < 500, individual >= 900 && year >= 40:
		return 1900 + year
	case individual < 750 && year >= 54:
		return 1800 + year
	case year < 40 && 2000+year <= latestYear:
		return 2000 + year
	}
	return 0
}

// verifyNorwegianCompany checks the organisasjonsnummer: nine digits that begin
// with 8 or 9.
func verifyNorwegianCompany(value string) Verdict {
	var array [9]byte
	d := checkdigit.Digits(array[:0], value)
	return validIf(len(d) == 9 && d[0] >= '8' && elevenMinus(d, 3, 2, 7, 6, 5, 4, 3, 2))
}

// verifyDanishCPR checks the birth date of a CPR number, with the century that
// its seventh digit writes. The check digit modulo 11 was given up in 2007: it
// confirms, but its failure means nothing.
func verifyDanishCPR(value string) Verdict {
	var array [10]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 10 {
		return Invalid
	}
	year := danishYear(pair(d, 4), d[6])
	if year > latestYear || !checkdigit.ValidDate(year, pair(d, 2), pair(d, 0)) {
		return Invalid
	}
	if checkdigit.WeightedSum(d, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)%11 == 0 {
		return unlessStamp(Valid, d)
	}
	return Plausible
}

func danishYear(year int, seventh byte) int {
	switch {
	case seventh < '4', (seventh == '4' || seventh == '9') && year >= 37:
		return 1900 + year
	case seventh >= '5' && seventh <= '8' && year >= 58:
		return 1800 + year
	}
	return 2000 + year
}

// verifyDanishCVR checks the number of a company or a VAT unit: eight digits
// modulo 11.
func verifyDanishCVR(value string) Verdict {
	var array [8]byte
	d := checkdigit.Digits(array[:0], value)
	return validIf(len(d) == 8 && d[0] != '0' && checkdigit.WeightedSum(d, 2, 7, 6, 5, 4, 3, 2, 1)%11 == 0)
}

// verifyFinnishPersonal checks the henkilötunnus: birth date, a sign for its
// century, individual number, and a character for the nine digits modulo 31.
func verifyFinnishPersonal(value string) Verdict {
	if len(value) != 11 {
		return Invalid
	}
	var array [11]byte
	s := checkdigit.Alnum(array[:0], value[:6])
	s = checkdigit.Alnum(s, value[7:])
	century := finnishCentury(value[6] &^ lowerBit(value[6]))
	if len(s) != 10 || !checkdigit.AllDigits(s[:9]) || century == 0 {
		return Invalid
	}
	year := century + pair(s, 4)
	if year > latestYear || !checkdigit.ValidDate(year, pair(s, 2), pair(s, 0)) || checkdigit.Int(s[6:9]) < 2 {
		return Invalid
	}
	return validIf(s[9] == "0123456789ABCDEFHJKLMNPRSTUVWXY"[checkdigit.Int(s[:9])%31])
}

// lowerBit is the bit that makes a letter a lower-case one, if c is one.
func lowerBit(c byte) byte {
	if 'a' <= c && c <= 'z' {
		return 'a' - 'A'
	}
	return 0
}

func finnishCentury(sign byte) int {
	switch {
	case sign == '+':
		return 1800
	case letterIn(sign, "-YXWVU"):
		return 1900
	case letterIn(sign, "ABCDEF"):
		return 2000
	}
	return 0
}

// verifyFinnishCompany checks the Y-tunnus: seven digits and one modulo 11.
func verifyFinnishCompany(value string) Verdict {
	var array [8]byte
	d := checkdigit.Digits(array[:0], value)
	return validIf(len(d) == 8 && elevenMinus(d, 7, 9, 10, 5, 8, 4, 2))
}

// verifyIcelandic checks the kennitala: birth date, with the day raised by 40
// for companies, two digits, one modulo 11, and a digit for the century.
func verifyIcelandic(value string) Verdict {
	var array [10]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 10 || !letterIn(d[9], "890") {
		return Invalid
	}
	day := pair(d, 0)
	if day > 40 {
		day -= 40
	}
	return unlessStamp(validIf(checkdigit.ValidDate(icelandicYear(pair(d, 4), d[9]), pair(d, 2), day) &&
		elevenMinus(d, 3, 2, 7, 6, 5, 4, 3, 2)), d)
}

func icelandicYear(year int, century byte) int {
	if century == '0' {
		return 2000 + year
	}
	return 1000 + int(century-'0')*100 + year
}

// verifyEstonian checks the isikukood: sex and century, birth date, number, and
// a digit modulo 11 with a second row of weights where the first leaves ten.
func verifyEstonian(value string) Verdict {
	var array [11]byte
	d := checkdigit.Digits(array[:0], value)
	return validIf(len(d) == 11 && d[0] >= '1' && d[0] <= '8' && balticCheck(d) &&
		checkdigit.ValidDate(1800+int(d[0]-'1')/2*100+pair(d, 1), pair(d, 3), pair(d, 5)))
}

// verifyLithuanian checks the asmens kodas, which is made as Estonia's. Codes
// that begin with 9 were given by hand, and unknown months and days are zero.
func verifyLithuanian(value string) Verdict {
	var array [11]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 11 || d[0] == '0' || !balticCheck(d) {
		return Invalid
	}
	month, day := pair(d, 3), pair(d, 5)
	if d[0] == '9' || month == 0 || day == 0 {
		return validIf(month <= 12 && day <= 31 && !checkdigit.Repeated(d))
	}
	return validIf(checkdigit.ValidDate(1800+int(d[0]-'1')/2*100+pair(d, 1), month, day))
}

func balticCheck(d []byte) bool {
	check := checkdigit.WeightedSum(d, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11
	if check == 10 {
		check = checkdigit.WeightedSum(d, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10
	}
	return check == int(d[10]-'0')
}

// verifyLatvian checks the personas kods: birth date, century, number and a
// digit modulo 11. Codes since 2017 begin with 32 and have neither a date nor a
// published check digit.
func verifyLatvian(value string) Verdict {
	var array [11]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 11 {
		return Invalid
	}
	if string(d[:2]) == "32" {
		return plausibleIf(!checkdigit.Repeated(d[2:]))
	}
	year := 1800 + int(d[6]-'0')*100 + pair(d, 4)
	if year > latestYear || !checkdigit.ValidDate(year, pair(d, 2), pair(d, 0)) {
		return Invalid
	}
	sum := checkdigit.WeightedSum(d, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9)
	return validIf((1+sum)%11%10 == int(d[10]-'0'))
}
