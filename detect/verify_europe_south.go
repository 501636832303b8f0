package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// verifySpanishDNI checks the letter of the national identity number: the
// number modulo 23.
func verifySpanishDNI(value string) Verdict {
	var array [9]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) < 8 || !checkdigit.AllDigits(s[:len(s)-1]) {
		return Invalid
	}
	n := checkdigit.Int(s[:len(s)-1])
	return validIf(n != 0 && n != 99999999 && spanishLetter(n) == s[len(s)-1])
}

func spanishLetter(n int) byte { return "TRWAGMYFPDXBNJZSQVHLCKE"[n%23] }

// verifySpanishNIE checks the number of a foreigner: X, Y and Z stand for 0, 1
// and 2 before seven digits, and the letter is that of the DNI.
func verifySpanishNIE(value string) Verdict {
	var array [9]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) != 9 || s[0] < 'X' || s[0] > 'Z' || !checkdigit.AllDigits(s[1:8]) {
		return Invalid
	}
	return validIf(spanishLetter(int(s[0]-'X')*10_000_000+checkdigit.Int(s[1:8])) == s[8])
}

// verifySpanishCIF checks the number of a legal person: a letter for its kind,
// seven digits with a Luhn digit, which some kinds write as a letter.
func verifySpanishCIF(value string) Verdict {
	var array [9]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) != 9 || !letterIn(s[0], "ABCDEFGHJNPQRSUVW") || !checkdigit.AllDigits(s[1:8]) {
		return Invalid
	}
	check := checkdigit.LuhnDigit(s[1:8])
	digit, letter := s[8] == '0'+byte(check), s[8] == "JABCDEFGHI"[check]
	switch {
	case letterIn(s[0], "ABEH"):
		return validIf(digit)
	case letterIn(s[0], "PQSW"):
		return validIf(letter)
	}
	return validIf(digit || letter)
}

// verifySpanishNIF checks the tax number in each of its forms: DNI, NIE, CIF,
// or K, L or M before seven digits with the letter of the DNI. The prefix ES of
// the VAT number may stand before it.
func verifySpanishNIF(value string) Verdict {
	var array [11]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) == 11 && string(s[:2]) == "ES" {
		s = s[2:]
	}
	if len(s) != 9 {
		return Invalid
	}
	switch text := string(s); {
	case s[0] >= '0' && s[0] <= '9':
		return verifySpanishDNI(text)
	case s[0] >= 'X':
		return verifySpanishNIE(text)
	case letterIn(s[0], "KLM"):
		return validIf(checkdigit.AllDigits(s[1:8]) && spanishLetter(checkdigit.Int(s[1:8])) == s[8])
	default:
		return verifySpanishCIF(text)
	}
}

// verifySpanishNUSS checks the social security number: province, number, and
// their remainder modulo 97, where a number of seven digits or fewer is not
// padded to eight.
func verifySpanishNUSS(value string) Verdict {
	var array [12]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 12 || checkdigit.Repeated(d) {
		return Invalid
	}
	province, number := pair(d, 0), checkdigit.Int(d[2:10])
	whole := province*100_000_000 + number
	if number < 10_000_000 {
		whole = province*10_000_000 + number
	}
	return validIf(province > 0 && whole%97 == pair(d, 10))
}

// verifyPortugueseNIF checks the tax number: nine digits, the last modulo 11.
func verifyPortugueseNIF(value string) Verdict {
	var array [9]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 9 || d[0] == '0' {
		return Invalid
	}
	check := (11 - checkdigit.WeightedSum(d, 9, 8, 7, 6, 5, 4, 3, 2)%11) % 11 % 10
	return validIf(check == int(d[8]-'0'))
}

// verifyPortugueseCard checks the document number of the Cartão de Cidadão:
// nine digits, a version of two letters or digits, and a digit by the Luhn
// formula with letters from 10, where every value above nine is lowered by nine
// once.
func verifyPortugueseCard(value string) Verdict {
	var array [12]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) != 12 || !checkdigit.AllDigits(s[:9]) || !checkdigit.AllDigits(s[11:]) {
		return Invalid
	}
	sum := 0
	for i := range s {
		v := checkdigit.Value(s[i])
		if i%2 == 0 {
			if v *= 2; v > 9 {
				v -= 9
			}
		}
		sum += v
	}
	return validIf(sum%10 == 0)
}

// verifyPortugueseNISS checks the social security number: eleven digits that
// begin with 1 or 2, weighted with primes.
func verifyPortugueseNISS(value string) Verdict {
	var array [11]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 11 || d[0] != '1' && d[0] != '2' {
		return Invalid
	}
	sum := checkdigit.WeightedSum(d, 29, 23, 19, 17, 13, 11, 7, 5, 3, 2)
	return validIf(9-sum%10 == int(d[10]-'0'))
}

// verifyAndorranNRT knows the letters for the kinds of taxpayer and the ranges
// of their numbers; the rule of the last letter is not published.
func verifyAndorranNRT(value string) Verdict {
	var array [10]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) == 10 && string(s[:2]) == "AD" {
		s = s[2:]
	}
	if len(s) != 8 || !checkdigit.AllDigits(s[1:7]) || checkdigit.AllDigits(s[7:]) {
		return Invalid
	}
	n := checkdigit.Int(s[1:7])
	switch {
	case s[0] == 'F':
		return plausibleIf(n <= 699_999)
	case letterIn(s[0], "AL"):
		return plausibleIf(n >= 700_000 && n < 800_000)
	}
	return plausibleIf(letterIn(s[0], "CDEGOPU"))
}

// italianOdd are the values of the characters at odd positions of the codice
// fiscale (decree of 12 March 1974): of 0 to 9, then of A to Z; the digits are
// worth what the first ten letters are.
const italianOdd = "\x01\x00\x05\x07\x09\x0d\x0f\x11\x13\x15\x02\x04\x12\x14\x0b\x03\x06\x08\x0c\x0e\x10\x0a\x16\x19\x18\x17"

// verifyItalianFiscalCode checks the codice fiscale of a person. Digits may have
// been replaced by letters where two people shared a code (omocodia).
func verifyItalianFiscalCode(value string) Verdict {
	var array [16]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) != 16 || !italianBirth(s) {
		return Invalid
	}
	sum := 0
	for i, c := range s[:15] {
		v := checkdigit.Value(c)
		if v >= 10 {
			v -= 10
		}
		if i%2 == 0 {
			v = int(italianOdd[v])
		}
		sum += v
	}
	return validIf(s[15] == 'A'+byte(sum%26))
}

// italianBirth checks the month letter and the day, to which women add 40.
func italianBirth(s []byte) bool {
	tens, units := omocodia(s[9]), omocodia(s[10])
	month := strings.IndexByte("ABCDEHLMPRST", s[8]) + 1
	if tens < 0 || units < 0 || omocodia(s[6]) < 0 || omocodia(s[7]) < 0 {
		return false
	}
	day := tens*10 + units
	if day > 40 {
		day -= 40
	}
	return checkdigit.ValidDate(omocodia(s[6])*10+omocodia(s[7]), month, day)
}

// omocodia is the digit that c stands for, -1 when it stands for none.
func omocodia(c byte) int {
	if c >= '0' && c <= '9' {
		return int(c - '0')
	}
	return strings.IndexByte("LMNPQRSTUV", c)
}

// verifyItalianVAT checks the partita IVA: seven digits, the tax office, and a
// Luhn digit.
func verifyItalianVAT(value string) Verdict {
	var array [11]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) != 11 || string(d[:7]) == "0000000" {
		return Invalid
	}
	office := checkdigit.Int(d[7:10])
	known := office >= 1 && office <= 100 || office == 120 || office == 121 || office == 888 || office == 999
	return validIf(known && checkdigit.Luhn(d))
}

// verifyMalteseID knows the letters that end the number of an identity card.
func verifyMalteseID(value string) Verdict {
	var array [8]byte
	s := checkdigit.Alnum(array[:0], value)
	n := len(s) - 1
	return plausibleIf(n >= 3 && checkdigit.AllDigits(s[:n]) && letterIn(s[n], "MGAPLHBZ"))
}

// verifyMalteseVAT checks eight digits modulo 37.
func verifyMalteseVAT(value string) Verdict {
	var array [8]byte
	d := checkdigit.Digits(array[:0], value)
	return validIf(len(d) == 8 && d[0] != '0' && checkdigit.WeightedSum(d, 3, 4, 6, 7, 8, 9, 10, 1)%37 == 0)
}

// verifyItalianLicense asks for four digits at least, with which a word that
// begins with U1 is no code of letters and digits at random.
func verifyItalianLicense(value string) Verdict {
	var array [12]byte
	digits := checkdigit.Digits(array[:0], strings.TrimPrefix(value, "U1"))
	return plausibleIf(len(digits) >= 4 && !checkdigit.Repeated(digits))
}
