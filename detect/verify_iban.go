package detect

import (
	"sort"

	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// ibanCountry is a country's basic bank account number in the notation of ISO
// 13616 without the "!": a count and a class, n digits, a capital letters, c
// either.
type ibanCountry struct{ code, structure string }

// ibanCountries are the countries of the SWIFT IBAN registry, release 101, and
// those that use IBANs without being in it: AO, BF, BJ, CF, CG, CI, CM, CV, DZ,
// GA, GQ, GW, IR, KM, MA, MG, ML, MZ, NE, SN, TD and TG. Sorted by code.
var ibanCountries = [...]ibanCountry{
	{"AD", "8n12c"}, {"AE", "19n"}, {"AL", "8n16c"}, {"AO", "21n"}, {"AT", "16n"}, {"AZ", "4a20c"},
	{"BA", "16n"}, {"BE", "12n"}, {"BF", "2c22n"}, {"BG", "4a6n8c"}, {"BH", "4a14c"}, {"BI", "23n"}, {"BJ", "2c22n"}, {"BR", "23n1a1c"}, {"BY", "4c4n16c"},
	{"CF", "23n"}, {"CG", "23n"}, {"CH", "5n12c"}, {"CI", "2c22n"}, {"CM", "23n"}, {"CR", "18n"}, {"CV", "21n"}, {"CY", "8n16c"}, {"CZ", "20n"},
	{"DE", "18n"}, {"DJ", "23n"}, {"DK", "14n"}, {"DO", "4c20n"}, {"DZ", "22n"},
	{"EE", "16n"}, {"EG", "25n"}, {"ES", "20n"}, {"FI", "14n"}, {"FK", "2a12n"}, {"FO", "14n"}, {"FR", "10n11c2n"},
	{"GA", "23n"}, {"GB", "4a14n"}, {"GE", "2a16n"}, {"GI", "4a15c"}, {"GL", "14n"}, {"GQ", "23n"}, {"GR", "7n16c"}, {"GT", "24c"}, {"GW", "2c19n"},
	{"HN", "4a20n"}, {"HR", "17n"}, {"HU", "24n"}, {"IE", "4a14n"}, {"IL", "19n"}, {"IQ", "4a15n"}, {"IR", "22n"}, {"IS", "22n"}, {"IT", "1a10n12c"},
	{"JO", "4a4n18c"}, {"KM", "23n"}, {"KW", "4a22c"}, {"KZ", "3n13c"}, {"LB", "4n20c"}, {"LC", "4a24c"}, {"LI", "5n12c"}, {"LT", "16n"}, {"LU", "3n13c"}, {"LV", "4a13c"}, {"LY", "21n"},
	{"MA", "24n"}, {"MC", "10n11c2n"}, {"MD", "20c"}, {"ME", "18n"}, {"MG", "23n"}, {"MK", "3n10c2n"}, {"ML", "2c22n"}, {"MN", "16n"}, {"MR", "23n"}, {"MT", "4a5n18c"}, {"MU", "4a19n3a"}, {"MZ", "21n"},
	{"NE", "2c22n"}, {"NI", "4a20n"}, {"NL", "4a10n"}, {"NO", "11n"}, {"OM", "3n16c"}, {"PK", "4a16c"}, {"PL", "24n"}, {"PS", "4a21c"}, {"PT", "21n"}, {"QA", "4a21c"},
	{"RO", "4a16c"}, {"RS", "18n"}, {"RU", "14n15c"}, {"SA", "2n18c"}, {"SC", "4a20n3a"}, {"SD", "14n"}, {"SE", "20n"}, {"SI", "15n"}, {"SK", "20n"}, {"SM", "1a10n12c"}, {"SN", "2c22n"}, {"SO", "19n"}, {"ST", "21n"}, {"SV", "4a20n"},
	{"TD", "23n"}, {"TG", "2c22n"}, {"TL", "19n"}, {"TN", "20n"}, {"TR", "6n16c"}, {"UA", "6n19c"}, {"VA", "18n"}, {"VG", "4a16n"}, {"XK", "16n"}, {"YE", "4a4n18c"},
}

// verifyIBAN checks country, length, structure and check digits; letters must
// be of one case.
func verifyIBAN(value string) Verdict {
	var array [34]byte
	iban := checkdigit.Alnum(array[:0], value)
	if len(iban) < 15 || mixedCase(value) {
		return Invalid
	}
	structure := ibanStructure(iban[:2])
	return validIf(structure != "" && hasStructure(iban[4:], structure) && validIBANDigits(iban))
}

// ibanStructure returns the structure of a country's account number, "" if it has
// none.
func ibanStructure(country []byte) string {
	i := sort.Search(len(ibanCountries), func(i int) bool { return ibanCountries[i].code >= string(country) })
	if i == len(ibanCountries) || ibanCountries[i].code != string(country) {
		return ""
	}
	return ibanCountries[i].structure
}

// structureLen is how many characters structure describes.
func structureLen(structure string) int {
	total, count := 0, 0
	for i := range len(structure) {
		if c := structure[i]; '0' <= c && c <= '9' {
			count = count*10 + int(c-'0')
			continue
		}
		total, count = total+count, 0
	}
	return total
}

// validIBANDigits checks the check digits, which ISO 7064 MOD 97-10 computes as
// 02 to 98.
func validIBANDigits(iban []byte) bool {
	if !checkdigit.AllDigits(iban[2:4]) {
		return false
	}
	check := checkdigit.Int(iban[2:4])
	return 2 <= check && check <= 98 && checkdigit.Mod97Append(checkdigit.Mod97Append(0, iban[4:]), iban[:4]) == 1
}

// hasStructure reports whether s is what structure says, such as 4a14n.
func hasStructure(s []byte, structure string) bool {
	count := 0
	for i := range len(structure) {
		c := structure[i]
		if '0' <= c && c <= '9' {
			count = count*10 + int(c-'0')
			continue
		}
		if len(s) < count || !allOf(s[:count], c) {
			return false
		}
		s, count = s[count:], 0
	}
	return len(s) == 0
}

// allOf reports whether all of s, capital letters and digits, are of a class of
// ISO 13616.
func allOf(s []byte, class byte) bool {
	for _, c := range s {
		if digit := c <= '9'; class == 'n' && !digit || class == 'a' && digit {
			return false
		}
	}
	return true
}

// mixedCase reports whether s has ASCII letters of both cases.
func mixedCase(s string) bool {
	var lower, upper bool
	for i := range len(s) {
		lower = lower || 'a' <= s[i] && s[i] <= 'z'
		upper = upper || 'A' <= s[i] && s[i] <= 'Z'
	}
	return lower && upper
}
