package detect

import "github.com/fieldsafe/fieldsafe/internal/checkdigit"

// verifyGermanCard checks the serial number of an identity card. The nine
// characters stand alone on the card's face and with their ICAO 9303 check
// digit in its machine readable zone, where a D may follow; before 2010 the
// number was ten digits, check digit included, and the D.
func verifyGermanCard(value string) Verdict {
	var array [11]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) == 11 && s[10] == 'D' {
		s = s[:10]
	}
	switch len(s) {
	case 9:
		return plausibleIf(hasDigit(s) && !checkdigit.AllDigits(s[:1]))
	case 10:
		return validIf(checkdigit.ICAO9303(s[:9]) == checkdigit.Value(s[9]) && !checkdigit.Repeated(s))
	}
	return Invalid
}

// verifyGermanTaxID checks the Identifikationsnummer of the Bundeszentralamt
// für Steuern: ISO 7064 MOD 11,10, and among the first ten digits exactly one
// occurs two or three times.
func verifyGermanTaxID(value string) Verdict {
	var array [11]byte
	d := checkdigit.Digits(array[:0], value)
	return validIf(len(d) == 11 && d[0] != '0' && oneRepeats(d[:10]) && checkdigit.Mod11_10(d))
}

func oneRepeats(d []byte) bool {
	var count [10]int
	for _, c := range d {
		count[c-'0']++
	}
	repeated := 0
	for _, n := range count {
		if n > 3 {
			return false
		}
		if n > 1 {
			repeated++
		}
	}
	return repeated == 1
}

// verifyGermanTaxNumber knows the prefixes of the thirteen-digit national form
// of the Steuernummer, whose fifth digit is zero. The ten or eleven digits of
// the Länder have no common rule.
func verifyGermanTaxNumber(value string) Verdict {
	var array [13]byte
	d := checkdigit.Digits(array[:0], value)
	switch len(d) {
	case 10, 11:
		return plausibleIf(!checkdigit.Repeated(d))
	case 13:
		state := d[0] == '5' || d[0] == '9' || inList("10112122232426272830313240"+"41", d[:2])
		return plausibleIf(state && d[4] == '0')
	}
	return Invalid
}

// verifyGermanPension checks the Versicherungsnummer (VKVV, paragraph 2 and
// 4): area, birth date, initial, serial number, and a digit over them with the
// initial written as its position in the alphabet.
func verifyGermanPension(value string) Verdict {
	var array [12]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) != 12 || !checkdigit.AllDigits(s[:8]) || !checkdigit.AllDigits(s[9:]) || s[8] < 'A' {
		return Invalid
	}
	if pair(s, 2) > 31 || pair(s, 4) > 12 {
		return Invalid
	}
	initial := s[8] - 'A' + 1
	d := [12]byte{s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], '0' + initial/10, '0' + initial%10, s[9], s[10]}
	sum := 0
	for i, weight := range [12]int{2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1} {
		product := weight * int(d[i]-'0')
		sum += product/10 + product%10
	}
	return validIf(sum%10 == int(s[11]-'0'))
}

// verifyGermanVAT checks the Umsatzsteuer-Identifikationsnummer: nine digits,
// ISO 7064 MOD 11,10.
func verifyGermanVAT(value string) Verdict {
	var array [9]byte
	d := checkdigit.Digits(array[:0], value)
	return validIf(len(d) == 9 && d[0] != '0' && checkdigit.Mod11_10(d))
}

// verifyGermanPostcode knows the range of the codes in use.
func verifyGermanPostcode(value string) Verdict {
	var array [5]byte
	d := checkdigit.Digits(array[:0], value)
	n := checkdigit.Int(d)
	return plausibleIf(len(d) == 5 && n >= 1001 && n <= 99998)
}

// verifyAustrianInsurance checks the Versicherungsnummer: a serial number of
// three digits, the check digit, and the birth date, whose month goes on to 15
// where a day ran out of serial numbers.
func verifyAustrianInsurance(value string) Verdict {
	var array [10]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 10 || d[0] == '0' {
		return Invalid
	}
	day, month := pair(d, 4), pair(d, 6)
	if day < 1 || day > 31 || month < 1 || month > 15 {
		return Invalid
	}
	return validIf(checkdigit.WeightedSum(d, 3, 7, 9, 0, 5, 8, 4, 2, 1, 6)%11 == int(d[3]-'0'))
}

// verifyAustrianTaxNumber checks the Abgabenkontonummer: tax office, number and
// a Luhn digit.
func verifyAustrianTaxNumber(value string) Verdict {
	var array [9]byte
	d := checkdigit.Digits(array[:0], value)
	return validIf(len(d) == 9 && checkdigit.Luhn(d) && !checkdigit.Repeated(d))
}

// verifyAustrianVAT checks the UID: seven digits and one that brings their Luhn
// sum, whose last digit counts once, to six.
func verifyAustrianVAT(value string) Verdict {
	var array [8]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 8 {
		return Invalid
	}
	d[6] = '0' + (d[6]-'0'+d[7]-'0'+4)%10
	return validIf(checkdigit.Luhn(d[:7]))
}

// verifySwissAHV checks the number of the old-age insurance: a GTIN-13 with the
// country prefix 756.
func verifySwissAHV(value string) Verdict {
	var array [13]byte
	d := checkdigit.Digits(array[:0], value)
	return validIf(len(d) == 13 && string(d[:3]) == "756" && checkdigit.GTIN(d))
}

// verifySwissUID checks the enterprise number (eCH-0097): nine digits with a
// check digit modulo 11.
func verifySwissUID(value string) Verdict {
	var array [9]byte
	d := checkdigit.Digits(array[:0], value)
	return validIf(len(d) == 9 && elevenMinus(d, 5, 4, 3, 2, 7, 6, 5, 4))
}

// elevenMinus reports whether the digit after those that are weighted is eleven
// less their sum modulo eleven, with 0 for eleven; no digit stands for ten. A
// row of zeros is no number.
func elevenMinus(d []byte, weights ...int) bool {
	check := (11 - checkdigit.WeightedSum(d, weights...)%11) % 11
	return check == int(d[len(weights)]-'0') && !checkdigit.Repeated(d)
}

// verifyLiechtensteinPEID knows the length of the number of the person
// register: up to twelve digits, zeros before it.
func verifyLiechtensteinPEID(value string) Verdict {
	var array [12]byte
	d := checkdigit.Digits(array[:0], value)
	n := checkdigit.Int(d)
	return plausibleIf(len(d) > 0 && n >= 1000)
}
