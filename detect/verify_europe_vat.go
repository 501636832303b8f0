package detect

import "github.com/fieldsafe/fieldsafe/internal/checkdigit"

// verifyEuropeanVAT checks a VAT identification number of the European Union
// with its country prefix (Directive 2006/112/EC, article 215; Greece writes EL,
// Northern Ireland XI), by the rule of the country.
func verifyEuropeanVAT(value string) Verdict {
	var array [14]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) < 4 {
		return Invalid
	}
	if checkdigit.AllDigits(s[2:]) {
		return verifyDigitVAT(string(s[:2]), string(s[2:]))
	}
	switch text := string(s); string(s[:2]) {
	case "AT":
		return min(verifyAustrianVAT(text), validIf(s[2] == 'U' && checkdigit.AllDigits(s[3:])))
	case "CY":
		return verifyCypriotTIC(text)
	case "ES":
		return verifySpanishNIF(text)
	case "FR":
		return verifyFrenchVAT(text)
	case "IE":
		return verifyIrishVAT(text[2:])
	case "NL":
		return verifyDutchVAT(text)
	}
	return Invalid
}

// verifyDigitVAT checks the numbers that are digits throughout.
func verifyDigitVAT(country, digits string) Verdict {
	switch country {
	case "BE":
		return verifyBelgianVAT(digits)
	case "BG":
		return verifyBulgarianVAT(digits)
	case "CZ":
		return verifyCzechVAT(digits)
	case "DE":
		return verifyGermanVAT(digits)
	case "DK":
		return verifyDanishCVR(digits)
	case "EE":
		return verifyEstonianVAT(digits)
	case "EL", "GR":
		return verifyGreekVAT(digits)
	case "FI":
		return verifyFinnishCompany(digits)
	case "FR":
		return verifyFrenchVAT(digits)
	case "HR":
		return verifyCroatianOIB(digits)
	case "HU":
		return min(verifyHungarianVAT(digits), validIf(len(digits) == 8))
	case "IT":
		return verifyItalianVAT(digits)
	case "LT":
		return verifyLithuanianVAT(digits)
	case "LU":
		return verifyLuxembourgVAT(digits)
	case "LV":
		return verifyLatvianVAT(digits)
	case "MT":
		return verifyMalteseVAT(digits)
	case "PL":
		return verifyPolishNIP(digits)
	case "PT":
		return verifyPortugueseNIF(digits)
	case "RO":
		return verifyRomanianCUI(digits)
	case "SE":
		return verifySwedishVAT(digits)
	case "SI":
		return verifySlovenianTax(digits)
	case "SK":
		return verifySlovakVAT(digits)
	case "XI":
		return verifyBritishVAT(digits)
	}
	return Invalid
}

// verifyEstonianVAT checks the KMKR: nine digits weighted 3, 7 and 1.
func verifyEstonianVAT(digits string) Verdict {
	return validIf(len(digits) == 9 && !checkdigit.Repeated(digits) &&
		checkdigit.WeightedSum(digits, 3, 7, 1, 3, 7, 1, 3, 7, 1)%10 == 0)
}

// verifyIrishVAT checks the numbers that are made as the PPS number, and those
// from before 2013 with a letter in the second place.
func verifyIrishVAT(s string) Verdict {
	if len(s) != 8 || s[1] < 'A' {
		return verifyIrishPPS(s)
	}
	if !checkdigit.AllDigits(s[:1]) || !checkdigit.AllDigits(s[2:7]) {
		return Invalid
	}
	turned := [7]byte{'0', s[2], s[3], s[4], s[5], s[6], s[0]}
	return validIf(s[7] == irishCheck(turned[:]))
}

// verifyLithuanianVAT checks the PVM: nine digits of a legal person, or twelve
// of a temporary one, with a 1 before the check digit; a remainder of ten takes
// a second row of weights.
func verifyLithuanianVAT(digits string) Verdict {
	n := len(digits) - 1
	if n != 8 && n != 11 || digits[n-1] != '1' {
		return Invalid
	}
	check := 0
	for _, start := range [2]int{0, 2} {
		sum := 0
		for i := range n {
			sum += ((i+start)%9 + 1) * int(digits[i]-'0')
		}
		if check = sum % 11; check < 10 {
			break
		}
	}
	return validIf(check%10 == int(digits[n]-'0'))
}

// verifyLuxembourgVAT checks eight digits, the last two the others modulo 89.
func verifyLuxembourgVAT(digits string) Verdict {
	return validIf(len(digits) == 8 && !checkdigit.Repeated(digits) &&
		checkdigit.Int(digits[:6])%89 == checkdigit.Int(digits[6:]))
}

// verifyLatvianVAT checks the PVN: a number that begins above 3 is a legal
// person's; any other is a personas kods.
func verifyLatvianVAT(digits string) Verdict {
	if len(digits) != 11 || digits[0] <= '3' {
		return verifyLatvian(digits)
	}
	return validIf(checkdigit.WeightedSum(digits, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1)%11 == 3)
}

// verifySwedishVAT checks an organisationsnummer or personnummer with two
// digits behind it, 01 for the first registration.
func verifySwedishVAT(digits string) Verdict {
	return validIf(len(digits) == 12 && digits[10:] != "00" && checkdigit.Luhn(digits[:10]) && digits[0] != '0')
}

// verifySlovakVAT checks ten digits that are a multiple of eleven; the third one
// tells the kind of payer.
func verifySlovakVAT(digits string) Verdict {
	return validIf(len(digits) == 10 && digits[0] != '0' && letterIn(digits[2], "234789") &&
		checkdigit.Int(digits)%11 == 0)
}
