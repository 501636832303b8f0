package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// verifyBritishNINO follows HMRC's NIM39110: two prefix letters, six digits and
// a suffix A to D, which older records leave out. There is no check digit.
func verifyBritishNINO(value string) Verdict {
	var array [9]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) < 8 || !checkdigit.AllDigits(s[2:8]) {
		return Invalid
	}
	if len(s) == 9 && (s[8] < 'A' || s[8] > 'D') {
		return Invalid
	}
	first, second := letterIn(s[0], "DFIQUV"), letterIn(s[1], "DFIOQUV")
	return plausibleIf(!first && !second && !inList("BGGBKNNKNTTNZZ", s[:2]))
}

// verifyBritishUTR checks the Unique Taxpayer Reference: the first of ten
// digits confirms the other nine. Returns put three digits of the tax office
// before it or a K behind it.
func verifyBritishUTR(value string) Verdict {
	var array [13]byte
	d := checkdigit.Digits(array[:0], value)
	if len(d) == 13 {
		d = d[3:]
	}
	if len(d) != 10 || checkdigit.Repeated(d) {
		return Invalid
	}
	sum := checkdigit.WeightedSum(d[1:], 6, 7, 8, 9, 10, 5, 4, 3, 2) % 11
	return validIf(d[0] == "21987654321"[sum])
}

// verifyBritishVAT checks the numbers of HMRC: nine digits, with the two
// moduli of before and after 2010, three more for a branch, or GD and HA
// with three digits for departments and health authorities.
func verifyBritishVAT(value string) Verdict {
	var array [14]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) > 2 && (string(s[:2]) == "GB" || string(s[:2]) == "XI") {
		s = s[2:]
	}
	if len(s) == 5 || len(s) == 11 {
		return verifyBritishDepartment(s)
	}
	if len(s) != 9 && len(s) != 12 || !checkdigit.AllDigits(s) || checkdigit.Repeated(s) {
		return Invalid
	}
	sum := checkdigit.WeightedSum(s, 8, 7, 6, 5, 4, 3, 2, 10, 1) % 97
	return validIf(sum == 0 || s[0] != '0' && (sum == 42 || sum == 55))
}

// verifyBritishDepartment checks GD with numbers below 500 and HA with those
// above; the long form has 8888 before them and the remainder modulo 97 behind.
func verifyBritishDepartment(s []byte) Verdict {
	number := s[2:]
	if len(s) == 11 {
		number = s[6:9]
	}
	n := checkdigit.Int(number)
	if !checkdigit.AllDigits(s[2:]) || !(string(s[:2]) == "GD" && n < 500 || string(s[:2]) == "HA" && n >= 500) {
		return Invalid
	}
	if len(s) == 5 {
		return Plausible
	}
	return validIf(string(s[2:6]) == "8888" && n%97 == pair(s, 9))
}

// verifyBritishUPN checks the Unique Pupil Number of the Department for
// Education: the leading letter confirms the rest. A temporary number ends in a
// letter.
func verifyBritishUPN(value string) Verdict {
	const alphabet = "ABCDEFGHJKLMNPQRTUVWXYZ0123456789"
	var array [13]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) != 13 || !checkdigit.AllDigits(s[1:12]) || strings.IndexByte(alphabet, s[12]) < 0 {
		return Invalid
	}
	sum := 0
	for i, c := range s[1:] {
		sum += (i + 2) * strings.IndexByte(alphabet, c)
	}
	return validIf(s[0] == alphabet[sum%23])
}

// verifyBritishPlate knows the age identifiers of the registrations since
// September 2001 and the letters that DVLA never issues; older series have no
// rule beyond their shape.
func verifyBritishPlate(value string) Verdict {
	var array [7]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) < 5 {
		return Invalid
	}
	current := len(s) == 7 && checkdigit.AllDigits(s[2:4])
	if !current {
		return plausibleIf(!checkdigit.AllDigits(s))
	}
	age := pair(s, 2)
	return plausibleIf(!letterIn(s[0], "IQZ") && !letterIn(s[1], "IQZ") &&
		(age >= 2 && age <= 29 || age >= 51 && age <= 79) &&
		!letterIn(s[4], "IQ") && !letterIn(s[5], "IQ") && !letterIn(s[6], "IQ"))
}

// postcodeAreas are the areas of the Postcode Address File, in pairs: an area
// of one letter is followed by a space.
const postcodeAreas = "ABALB BABBBDBFBHBLBNBRBSBTBXCACBCFCHCMCOCRCTCVCWDADDDEDGDHDLDNDTDYE ECEHENEXFKFYG GLGUGY" +
	"HAHDHGHPHRHSHUHXIGIMIPIVJEKAKTKWKYL LALDLELLLNLSLUM MEMKMLN NENGNNNPNRNWOLOXPAPEPHPLPOPRRGRHRM" +
	"S SASESGSKSLSMSNSOSPSRSSSTSWSYTATDTFTNTQTRTSTWUBW WAWCWDWFWNWRWSWVYOZE"

// verifyBritishPostcode wants a known area and the letters that the inward code
// uses (Royal Mail, Programmer's Guide to the PAF).
func verifyBritishPostcode(value string) Verdict {
	var array [7]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) < 5 {
		return Invalid
	}
	if string(s) == "GIR0AA" {
		return Valid
	}
	area := [2]byte{s[0], ' '}
	if !checkdigit.AllDigits(s[1:2]) {
		area[1] = s[1]
	}
	inward := s[len(s)-3:]
	return plausibleIf(inList(postcodeAreas, area[:]) && checkdigit.AllDigits(inward[:1]) &&
		!letterIn(inward[1], "CIKMOV") && !letterIn(inward[2], "CIKMOV"))
}

// verifyIrishPPS checks the Personal Public Service number: the letter after
// seven digits confirms them. Since 2013 a second letter A, B or H is counted
// too; the older second letters W, T and X are not.
func verifyIrishPPS(value string) Verdict {
	var array [9]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) < 8 || !checkdigit.AllDigits(s[:7]) {
		return Invalid
	}
	if len(s) == 9 && !letterIn(s[8], "ABHWTX") {
		return Invalid
	}
	return validIf(s[7] == irishCheck(s))
}

// irishCheck is the check letter of the tax numbers of Ireland, for seven
// digits and what follows the check letter.
func irishCheck(s []byte) byte {
	sum := checkdigit.WeightedSum(s[:7], 8, 7, 6, 5, 4, 3, 2)
	if len(s) == 9 && s[8] >= 'A' && s[8] <= 'I' {
		sum += 9 * int(s[8]-'A'+1)
	}
	return "WABCDEFGHIJKLMNOPQRSTUV"[sum%23]
}

// eircodeKeys are the routing keys of the Eircode Address Database.
const eircodeKeys = "A41A42A45A63A67A75A81A82A83A84A85A86A91A92A94A96A98C15" +
	"D01D02D03D04D05D06D07D08D09D10D11D12D13D14D15D16D17D18D20D22D24D6W" +
	"E21E25E32E34E41E45E53E91F12F23F26F28F31F35F42F45F52F56F91F92F93F94" +
	"H12H14H16H18H23H53H54H62H65H71H91K32K34K36K45K56K67K78N37N39N41N91" +
	"P12P14P17P24P25P31P32P36P43P47P51P56P61P67P72P75P81P85" +
	"R14R21R32R35R42R45R51R56R93R95T12T23T34T45T56V14V15V23V31V35V42V92V93V94V95" +
	"W12W23W34W91X35X42X91Y14Y21Y25Y34Y35"

// verifyEircode wants a known routing key and the letters that the unique
// identifier uses (Eircode product guide).
func verifyEircode(value string) Verdict {
	var array [7]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) != 7 || !inList(eircodeKeys, s[:3]) {
		return Invalid
	}
	for _, c := range s[3:] {
		if !letterIn(c, "0123456789ACDEFHKNPRTVWXY") {
			return Invalid
		}
	}
	return Plausible
}
