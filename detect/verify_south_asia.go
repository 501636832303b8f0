package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// verifyINAadhaar checks an Aadhaar number (UIDAI): twelve digits, the first 2
// to 9, Verhoeff, no palindrome, and not four digits over and over.
func verifyINAadhaar(value string) Verdict {
	var array [12]byte
	if periodic(checkdigit.Digits(array[:0], value)) {
		return Invalid
	}
	return aadhaarVerdict(value, 12)
}

// verifyINAadhaarVID checks an Aadhaar virtual ID: as the number, with sixteen
// digits.
func verifyINAadhaarVID(value string) Verdict { return aadhaarVerdict(value, 16) }

func aadhaarVerdict(value string, length int) Verdict {
	var array [16]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(len(digits) == length && digits[0] >= '2' && !palindrome(digits) &&
		checkdigit.Verhoeff(digits))
}

// periodic reports whether the first four digits of s come again and again.
func periodic(s []byte) bool {
	for i := 4; i < len(s); i++ {
		if s[i] != s[i-4] {
			return false
		}
	}
	return true
}

func palindrome(s []byte) bool {
	for i := range len(s) / 2 {
		if s[i] != s[len(s)-1-i] {
			return false
		}
	}
	return true
}

// verifyINPAN checks the shape of an Indian PAN: the fourth letter is the kind
// of holder, the number is not 0000.
func verifyINPAN(value string) Verdict {
	var array [10]byte
	return plausibleIf(isPAN(checkdigit.Alnum(array[:0], value)))
}

func isPAN(chars []byte) bool {
	return len(chars) == 10 && allLetters(chars[:5]) &&
		strings.IndexByte("ABCFGHJKLPT", chars[3]) >= 0 && checkdigit.AllDigits(chars[5:9]) &&
		string(chars[5:9]) != "0000" && allLetters(chars[9:])
}

// allLetters reports whether s is capital letters only.
func allLetters(s []byte) bool {
	for _, c := range s {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}

const alphabet36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

// verifyINGSTIN checks an Indian GSTIN: state, PAN, entity, Z and a Luhn
// character in base 36.
func verifyINGSTIN(value string) Verdict {
	var array [15]byte
	chars := checkdigit.Alnum(array[:0], value)
	if len(chars) != 15 || !checkdigit.AllDigits(chars[:2]) || !isPAN(chars[2:12]) ||
		chars[12] == '0' || chars[13] != 'Z' {
		return Invalid
	}
	state := pair(chars, 0)
	return validIf((between(state, 1, 38) || state == 97 || state == 99) &&
		checkdigit.LuhnBase(chars, alphabet36))
}

// verifyINVoterID checks the Luhn digit of an EPIC number: three letters, seven
// digits.
func verifyINVoterID(value string) Verdict { return luhnVerdict(value, 7) }

// indianStates are the codes of states and territories on number plates and
// licences, former ones included.
const indianStates = "AN AP AR AS BH BR CG CH DD DL DN GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TG TN TR TS UA UK UP WB"

// verifyINVehicle checks the state of an Indian registration number. In the
// national series the code BH stands after the year.
func verifyINVehicle(value string) Verdict {
	var array [11]byte
	chars := checkdigit.Alnum(array[:0], value)
	if len(chars) < 8 {
		return Invalid
	}
	if checkdigit.AllDigits(chars[:2]) {
		return plausibleIf(string(chars[2:4]) == "BH")
	}
	return plausibleIf(hasCode(indianStates, chars[:2]))
}

// verifyINNREGA checks the state of an Indian job card number.
func verifyINNREGA(value string) Verdict {
	var array [20]byte
	chars := checkdigit.Alnum(array[:0], value)
	return plausibleIf(len(chars) > 2 && hasCode(indianStates, chars[:2]))
}

// verifyPKCNIC checks a Pakistani CNIC (NADRA): province 1-7, and a last digit,
// not 0, that tells the sex.
func verifyPKCNIC(value string) Verdict {
	var array [13]byte
	digits := checkdigit.Digits(array[:0], value)
	return plausibleIf(len(digits) == 13 && between(digitAt(digits, 0), 1, 7) &&
		digits[12] != '0' && !checkdigit.Repeated(digits))
}

// verifyBDNID accepts the lengths of Bangladeshi identity numbers: ten digits
// (smart card), thirteen, or seventeen with the year of birth in front.
func verifyBDNID(value string) Verdict {
	var array [17]byte
	digits := checkdigit.Digits(array[:0], value)
	switch len(digits) {
	case 10, 13:
		return plausibleIf(!checkdigit.Repeated(digits))
	case 17:
		return plausibleIf(between(yearAt(digits, 0), firstYear, latestYear))
	}
	return Invalid
}

// verifyLKNIC checks the day of the year in a Sri Lankan identity card number:
// 1-366, plus 500 for women. Old numbers have nine digits and V or X, new ones
// twelve.
func verifyLKNIC(value string) Verdict {
	var array [12]byte
	digits := checkdigit.Digits(array[:0], value)
	day := 0
	switch {
	case len(digits) == 9:
		day = tripleAt(digits, 2)
	case len(digits) == 12 && between(yearAt(digits, 0), firstYear, latestYear):
		day = tripleAt(digits, 4)
	}
	return plausibleIf(between(day, 1, 366) || between(day, 501, 866))
}
