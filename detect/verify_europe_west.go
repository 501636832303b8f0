package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// verifyFrenchNIR checks the registration number of INSEE: sex, year, month
// (with the codes for unknown months and for people born abroad), place, order,
// and a key modulo 97. The Corsican departments 2A and 2B count as 19 and 18.
func verifyFrenchNIR(value string) Verdict {
	var array [15]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) != 15 || !letterIn(s[0], "123478") {
		return Invalid
	}
	switch {
	case s[5] == '2' && s[6] == 'A':
		s[5], s[6] = '1', '9'
	case s[5] == '2' && s[6] == 'B':
		s[5], s[6] = '1', '8'
	}
	if !checkdigit.AllDigits(s) || !frenchBirthMonth(pair(s, 3)) || pair(s, 5) == 0 ||
		string(s[7:10]) == "000" || string(s[10:13]) == "000" {
		return Invalid
	}
	return validIf(checkdigit.Int(s[13:]) == 97-checkdigit.Int(s[:13])%97)
}

func frenchBirthMonth(month int) bool {
	return month >= 1 && month <= 12 || month >= 20 && month <= 42 || month >= 50
}

// verifyFrenchCNI wants a year and month of issue at the start of the twelve
// digits of the card of 1988, or capital letters and digits in the number of
// the card of 2021: small ones make the suffixes of generated names.
func verifyFrenchCNI(value string) Verdict {
	var array [12]byte
	s := checkdigit.Alnum(array[:0], value)
	switch len(s) {
	case 9:
		return plausibleIf(string(s) == value && !checkdigit.AllDigits(s) && hasDigit(s))
	case 12:
		month := checkdigit.Int(s[2:4])
		return plausibleIf(checkdigit.AllDigits(s) && month >= 1 && month <= 12)
	}
	return Invalid
}

func hasDigit(s []byte) bool {
	for _, c := range s {
		if '0' <= c && c <= '9' {
			return true
		}
	}
	return false
}

// verifyFrenchTaxNumber checks the numéro fiscal (SPI): the last three of
// thirteen digits are the first ten modulo 511.
func verifyFrenchTaxNumber(value string) Verdict {
	var array [13]byte
	d := checkdigit.Digits(array[:0], value)
	return validIf(len(d) == 13 && d[0] <= '3' && !checkdigit.Repeated(d) &&
		checkdigit.Int(d[:10])%511 == checkdigit.Int(d[10:]))
}

// verifySIREN checks the nine digits of a French enterprise.
func verifySIREN(value string) Verdict {
	var array [9]byte
	d := checkdigit.Digits(array[:0], value)
	return validIf(len(d) == 9 && checkdigit.Luhn(d) && !checkdigit.Repeated(d))
}

// verifySIRET checks the fourteen digits of a French establishment. Those of La
// Poste may have a plain digit sum that is a multiple of five instead.
func verifySIRET(value string) Verdict {
	var array [14]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 14 || checkdigit.Repeated(d) {
		return Invalid
	}
	if checkdigit.Luhn(d) {
		return validIf(checkdigit.Luhn(d[:9]))
	}
	sum := checkdigit.WeightedSum(d, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)
	return validIf(string(d[:9]) == "356000000" && sum%5 == 0)
}

// verifyFrenchVAT checks the two key characters before the SIREN. Monaco's
// numbers begin with three zeros and are no SIREN.
func verifyFrenchVAT(value string) Verdict {
	const alphabet = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ" // without I and O
	var array [13]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) == 13 && string(s[:2]) == "FR" {
		s = s[2:]
	}
	if len(s) != 11 || !checkdigit.AllDigits(s[2:]) {
		return Invalid
	}
	siren := checkdigit.Int(s[2:])
	if siren == 0 || string(s[2:5]) != "000" && !checkdigit.Luhn(s[2:]) {
		return Invalid
	}
	if checkdigit.AllDigits(s[:2]) {
		return validIf(checkdigit.Int(s[:2]) == (siren*100+12)%97)
	}
	first, second := strings.IndexByte(alphabet, s[0]), strings.IndexByte(alphabet, s[1])
	key := first*34 + second - 100
	if first < 10 {
		key = first*24 + second - 10
	}
	return validIf(first >= 0 && second >= 0 && (siren+1+key/11)%11 == key%11)
}

// verifyDutchBSN checks the citizen service number, the "elfproef" with -1 for
// the last digit. A leading zero may be lost.
func verifyDutchBSN(value string) Verdict {
	var array [9]byte
	return validIf(dutchEleven(checkdigit.Digits(array[:0], value)))
}

func dutchEleven(d []byte) bool {
	switch len(d) {
	case 8:
		return d[0] != '0' && checkdigit.WeightedSum(d, 8, 7, 6, 5, 4, 3, 2, -1)%11 == 0
	case 9:
		return !checkdigit.Repeated(d) && checkdigit.WeightedSum(d, 9, 8, 7, 6, 5, 4, 3, 2, -1)%11 == 0
	}
	return false
}

// verifyDutchDocument wants two letters, six letters or digits, and a digit,
// never the letter O (RvIG). The number has no check digit of its own.
func verifyDutchDocument(value string) Verdict {
	var array [9]byte
	s := checkdigit.Alnum(array[:0], value)
	return plausibleIf(len(s) == 9 && !letterIn('O', string(s)) && hasDigit(s) &&
		!hasDigit(s[:2]) && checkdigit.AllDigits(s[8:]))
}

// verifyDutchVAT checks the btw number: a company's holds a number that
// satisfies the elfproef; since 2020 that of a sole trader satisfies ISO 7064
// MOD 97-10 instead. Leading zeros may be lost.
func verifyDutchVAT(value string) Verdict {
	var array [14]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) > 2 && string(s[:2]) == "NL" {
		s = s[2:]
	}
	n := len(s) - 3
	if n < 7 || n > 9 || s[n] != 'B' || !checkdigit.AllDigits(s[:n]) || checkdigit.Int(s[n+1:]) == 0 {
		return Invalid
	}
	var padded [9]byte
	copy(padded[:], "000000000"[:9-n])
	copy(padded[9-n:], s[:n])
	return validIf(dutchEleven(padded[:]) || n == 9 && checkdigit.Mod97Append(checkdigit.Mod97Append(0, "NL"), s) == 1)
}

// verifyBelgianNational checks the national number: birth date, order, and 97
// less the remainder of the first nine digits, with a 2 before them for births
// from 2000. Unknown months and days are zero.
func verifyBelgianNational(value string) Verdict {
	var array [11]byte
	d := checkdigit.Digits(array[:0], value)
	return validIf(len(d) == 11 && belgianCheck(d) && belgianDate(d, pair(d, 2)))
}

// verifyBelgianBIS checks the number of people outside the national register:
// the month is raised by 20, or by 40 where the sex is known.
func verifyBelgianBIS(value string) Verdict {
	var array [11]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 11 || !belgianCheck(d) {
		return Invalid
	}
	month := pair(d, 2)
	return validIf(month >= 20 && month < 40 && belgianDate(d, month-20) ||
		month >= 40 && belgianDate(d, month-40))
}

func belgianCheck(d []byte) bool {
	n, check := checkdigit.Int(d[:9]), checkdigit.Int(d[9:])
	return n > 0 && (check == 97-n%97 || check == 97-(2_000_000_000+n)%97)
}

func belgianDate(d []byte, month int) bool {
	day := pair(d, 4)
	if month == 0 || day == 0 {
		return month <= 12 && day <= 31
	}
	return checkdigit.ValidDate(pair(d, 0), month, day)
}

// verifyBelgianCard checks the number of the identity card: twelve digits, the
// last two the first ten modulo 97, with 97 for zero.
func verifyBelgianCard(value string) Verdict {
	var array [12]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 12 || checkdigit.Repeated(d) {
		return Invalid
	}
	return validIf(checkdigit.Int(d[10:]) == (checkdigit.Int(d[:10])+96)%97+1)
}

// verifyBelgianVAT checks the enterprise number: ten digits that begin with 0
// or 1, the last two 97 less the remainder of the others. The leading zero may
// be lost.
func verifyBelgianVAT(value string) Verdict {
	var array [10]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 9 && (len(d) != 10 || d[0] > '1') {
		return Invalid
	}
	body := checkdigit.Int(d[:len(d)-2])
	return validIf(body > 0 && checkdigit.Int(d[len(d)-2:]) == 97-body%97)
}

// verifyLuxembourgNIN checks the matricule: birth date, order, a Luhn digit and
// a Verhoeff digit, each over the first eleven.
func verifyLuxembourgNIN(value string) Verdict {
	var array [13]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 13 || !checkdigit.ValidDate(checkdigit.Int(d[:4]), pair(d, 4), pair(d, 6)) {
		return Invalid
	}
	year := checkdigit.Int(d[:4])
	if year < 1850 || year > latestYear || !checkdigit.Luhn(d[:12]) {
		return Invalid
	}
	d[11] = d[12]
	return validIf(checkdigit.Verhoeff(d[:12]))
}
