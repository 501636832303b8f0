package detect

import "github.com/fieldsafe/fieldsafe/internal/checkdigit"

// countryCodes are the codes of ISO 3166-1 alpha-2, and XK for Kosovo, which
// banks and registries use.
const countryCodes = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZ" +
	"DEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJP" +
	"KEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOM" +
	"PAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW"

// isCountryCode reports whether code, two capital letters, is a country's.
func isCountryCode(code []byte) bool {
	for i := 0; i < len(countryCodes); i += 2 {
		if countryCodes[i] == code[0] && countryCodes[i+1] == code[1] {
			return true
		}
	}
	return false
}

// verifyBIC checks the country at the fifth and sixth place.
func verifyBIC(value string) Verdict {
	var array [11]byte
	s := checkdigit.Alnum(array[:0], value)
	return plausibleIf((len(s) == 8 || len(s) == 11) && isCountryCode(s[4:6]) && !isWordLikeBIC(s))
}

// isWordLikeBIC reports whether s, in upper case, is a common English word that has
// the code of a country where a BIC has it.
func isWordLikeBIC(s []byte) bool {
	switch string(s) {
	case "ABSOLUTE", "ACTUALLY", "ALLOCATE", "ARGUMENT", "ASSIGNED", "ATTEMPTS", "BEHAVIOR", "BLOCKING", "CALLBACK", "CAPACITY",
		"CHECKING", "COMPARED", "COMPILED", "COMPILER", "COMPRESS", "CONSIDER", "CONTAINS", "CONTINUE", "CONTROLS", "CONVERTS",
		"CUSTOMER", "DATABASE", "DEADLINE", "DECLARED", "DISABLED", "DIVISION", "DOCUMENT", "ELLIPTIC", "EXAMPLES", "FALLBACK",
		"FILENAME", "FINISHED", "HANDLING", "INDICATE", "INDIRECT", "INFINITY", "ITERATOR", "LANGUAGE", "MESSAGES", "MISMATCH",
		"MODIFIED", "NORMALLY", "OPERATOR", "ORIGINAL", "OVERSEAS", "PACKAGES", "PATTERNS", "PIPELINE", "PLATFORM", "PRESERVE",
		"PREVIOUS", "PROFILES", "PROGRESS", "PROPERLY", "PROPERTY", "PROVIDED", "PROVIDES", "REGISTER", "REGISTRY", "RELEASES",
		"RELEVANT", "REQUESTS", "REQUIRED", "REQUIRES", "RESOLVED", "RESOLVER", "SECTIONS", "SETTINGS", "SHUTDOWN", "SNAPSHOT",
		"TEMPLATE", "TERMINAL", "TOGETHER", "TRAILING", "TRUNCATE", "UNSIGNED", "USERNAME", "VERSIONS",
		"COMPILATION", "CONNECTIONS", "CONSTRAINTS", "CORRESPONDS", "DECLARATION", "DEFINITIONS", "DESTINATION", "ENVIRONMENT",
		"EXPRESSIONS", "INSTITUTION", "INSTRUCTION", "REPRESENTED", "TRANSACTION":
		return true
	}
	return false
}

// alternatingSum is the sum of the digits of the values of the characters of s,
// every second of which, beginning with the second, is doubled. Values are those
// of ISO 7064 and, for CUSIP, 36 to 38 for "*", "@" and "#".
func alternatingSum(s []byte) int {
	sum := 0
	for i, c := range s {
		v := checkdigit.Value(c)
		switch c {
		case '*':
			v = 36
		case '@':
			v = 37
		case '#':
			v = 38
		}
		if i%2 == 1 {
			v *= 2
		}
		sum += v/10 + v%10
	}
	return sum
}

// verifyCUSIP checks the last digit by the alternating sum of the others.
func verifyCUSIP(value string) Verdict {
	var array [9]byte
	if copy(array[:], value) != len(value) || len(value) != 9 {
		return Invalid
	}
	for i, c := range array {
		if 'a' <= c && c <= 'z' {
			array[i] = c - 'a' + 'A'
		}
	}
	sum := alternatingSum(array[:8]) + int(array[8]-'0')
	return validIf(sum%10 == 0 && !checkdigit.Repeated(array[:]))
}

// verifyFIGI checks the last digit by the alternating sum of the others.
func verifyFIGI(value string) Verdict {
	var array [12]byte
	s := checkdigit.Alnum(array[:0], value)
	return validIf(len(s) == 12 && (alternatingSum(s[:11])+int(s[11]-'0'))%10 == 0)
}

// securityCountries are codes at the start of ISINs that are no country's.
const securityCountries = "XSEUXAXBXCXDXF"

// verifyISIN checks the country and the Luhn check digit over the characters
// written as digits, A as 10 to Z as 35.
func verifyISIN(value string) Verdict {
	var array [12]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) != 12 || !isCountryCode(s[:2]) && !isSecurityCountry(s) {
		return Invalid
	}
	var space [24]byte
	digits := space[:0]
	for _, c := range s {
		if v := checkdigit.Value(c); v > 9 {
			digits = append(digits, byte('0'+v/10), byte('0'+v%10))
		} else {
			digits = append(digits, c)
		}
	}
	return validIf(checkdigit.Luhn(digits))
}

func isSecurityCountry(s []byte) bool {
	for i := 0; i < len(securityCountries); i += 2 {
		if securityCountries[i:i+2] == string(s[:2]) {
			return true
		}
	}
	return false
}

// verifySEDOL checks the weights 1, 3, 1, 7, 3, 9, 1 modulo 10.
func verifySEDOL(value string) Verdict {
	var array [7]byte
	s := checkdigit.Alnum(array[:0], value)
	return validIf(len(s) == 7 && !checkdigit.Repeated(s) && checkdigit.WeightedSum(s, 1, 3, 1, 7, 3, 9, 1)%10 == 0)
}

// verifyWKN asks for a digit, as every number so far has one, so that a word in
// capital letters is none.
func verifyWKN(value string) Verdict {
	for i := range len(value) {
		if '0' <= value[i] && value[i] <= '9' {
			return verifyVaried(value)
		}
	}
	return Invalid
}

// verifyLEI checks ISO 7064 MOD 97-10 and asks for letters, so that a number
// alone is none.
func verifyLEI(value string) Verdict {
	var array [20]byte
	s := checkdigit.Alnum(array[:0], value)
	return validIf(len(s) == 20 && !checkdigit.AllDigits(s) && checkdigit.Mod97(s))
}

// verifyCreditorReference checks ISO 7064 MOD 97-10, the first four characters
// last.
func verifyCreditorReference(value string) Verdict {
	var array [25]byte
	s := checkdigit.Alnum(array[:0], value)
	return validIf(len(s) >= 5 && checkdigit.AllDigits(s[2:4]) && checkdigit.Mod97Append(checkdigit.Mod97Append(0, s[4:]), s[:4]) == 1)
}

// verifySEPACreditor checks the country and ISO 7064 MOD 97-10 over the national
// part, country and check digits; the creditor's business code does not count.
func verifySEPACreditor(value string) Verdict {
	var array [35]byte
	s := checkdigit.Alnum(array[:0], value)
	if len(s) < 8 || !isCountryCode(s[:2]) || !checkdigit.AllDigits(s[2:4]) || mixedCase(value) {
		return Invalid
	}
	return validIf(checkdigit.Mod97Append(checkdigit.Mod97Append(0, s[7:]), s[:4]) == 1)
}

// verifyOGM checks the last two digits: the first ten modulo 97, 97 for zero.
func verifyOGM(value string) Verdict {
	var array [12]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 12 || checkdigit.Repeated(digits) {
		return Invalid
	}
	remainder := checkdigit.Int(digits[:10]) % 97
	if remainder == 0 {
		remainder = 97
	}
	return validIf(remainder == checkdigit.Int(digits[10:]))
}

// verifyESR checks a Swiss payment reference: from the left, each digit is
// added to the carry and looked up in a table; the check digit is what the
// carry lacks to ten.
func verifyESR(value string) Verdict {
	var array [27]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) != 16 && len(digits) != 27 && len(digits) != 26 || checkdigit.Repeated(digits) {
		return Invalid
	}
	carry := 0
	for _, c := range digits[:len(digits)-1] {
		carry = int("0946827135"[(carry+int(c-'0'))%10] - '0')
	}
	return validIf((carry+int(digits[len(digits)-1]-'0'))%10 == 0)
}
