package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// verifyIMEI checks the Luhn digit of 15 digits; 14 are an IMEI without it, 16
// end in the software version instead.
func verifyIMEI(value string) Verdict {
	var array [16]byte
	digits := checkdigit.Digits(array[:0], value)
	switch {
	case len(digits) < 14 || checkdigit.Repeated(digits):
		return Invalid
	case len(digits) == 15:
		return validIf(checkdigit.Luhn(digits))
	}
	return Plausible
}

// verifyMEID checks 14 hexadecimal digits, the first two A0 to FF or, in what
// is an IMEI as well, 99 or decimal; or 18 decimal digits, ten for the first 32
// bits and eight for the other 24. A check digit may follow: Luhn in the base.
func verifyMEID(value string) Verdict {
	var array [19]byte
	s := checkdigit.Alnum(array[:0], value)
	switch len(s) {
	case 14:
		return plausibleIf(hexMEID(s) && !checkdigit.Repeated(s))
	case 15:
		return validIf(hexMEID(s) && checkdigit.LuhnBase(s, "0123456789ABCDEF"))
	case 18, 19:
		if !checkdigit.AllDigits(s) || checkdigit.Int(s[:10]) > 0xffffffff || checkdigit.Int(s[10:18]) > 0xffffff {
			return Invalid
		}
		if len(s) == 19 {
			return validIf(checkdigit.Luhn(s))
		}
		return plausibleIf(!checkdigit.Repeated(s))
	}
	return Invalid
}

// hexMEID reports whether s is of hexadecimal digits and does not mix the
// manufacturer codes that begin with a letter with decimal ones.
func hexMEID(s []byte) bool {
	for _, c := range s {
		if hexDigit(c) < 0 {
			return false
		}
	}
	return s[0] >= 'A' || s[0] == '9' && s[1] == '9' || checkdigit.AllDigits(s)
}

// mobileCountries are the mobile country codes in use, three digits each, with
// the test network 001.
//
// ITU-T E.212, Operational Bulletin annex.
const mobileCountries = "001" +
	"202204206208212213214216218219220221222225226228230231232234235238240242244246247248250255257259260262266268270272274276278280282283284286288289290292293294295297" +
	"302308310311312313314315316330332334338340342344346348350352354356358360362363364365366368370372374376" +
	"400401402404405406410412413414415416417418419420421422424425426427428429430431432434436437438440441450452454455456457460461466467470472" +
	"502505510514515520525528530536537539540541542543544545546547548549550551552553554555" +
	"602603604605606607608609610611612613614615616617618619620621622623624625626627628629630631632633634635636637638639640641642643645646647648649650651652653654655657658659" +
	"702704706708710712714716722724730732734736738740742744746748750901"

// verifyIMSI checks the mobile country code.
func verifyIMSI(value string) Verdict {
	var array [15]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) < 14 || checkdigit.Repeated(digits) {
		return Invalid
	}
	for i := 0; i < len(mobileCountries); i += 3 {
		if mobileCountries[i:i+3] == string(digits[:3]) {
			return Plausible
		}
	}
	return Invalid
}

// verifyICCID checks the Luhn digit, which is the 19th of 19 or 20 digits, or
// the 20th.
func verifyICCID(value string) Verdict {
	var array [20]byte
	digits := checkdigit.Digits(array[:0], value)
	if len(digits) < 19 || digits[0] != '8' || digits[1] != '9' || checkdigit.Repeated(digits[2:]) {
		return Invalid
	}
	return validIf(checkdigit.Luhn(digits) || len(digits) == 20 && checkdigit.Luhn(digits[:19]))
}

// verifyEID checks ISO 7064 MOD 97-10 over 32 digits that begin with 89.
func verifyEID(value string) Verdict {
	var array [32]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(len(digits) == 32 && digits[0] == '8' && digits[1] == '9' && checkdigit.Mod97(digits))
}

// verifyAzureUUID accepts what its keyword says it is. Zeros throughout are how
// examples write it.
func verifyAzureUUID(value string) Verdict {
	return validIf(len(value) == 36)
}

// verifyGeocode accepts plus codes by their shape and geohashes that mix
// letters and digits.
func verifyGeocode(value string) Verdict {
	if strings.IndexByte(value, '+') == 8 {
		return plausibleIf(!checkdigit.Repeated(value[:8]))
	}
	return plausibleIf(strings.ContainsAny(value, "bcdefghjkmnpqrstuvwxyzBCDEFGHJKMNPQRSTUVWXYZ") && strings.ContainsAny(value, "0123456789"))
}

// verifyTracking checks a UPS, USPS or FedEx number.
func verifyTracking(value string) Verdict {
	var array [22]byte
	s := checkdigit.Alnum(array[:0], value)
	switch {
	case len(s) == 18 && s[0] == '1' && s[1] == 'Z':
		return validIf(upsDigit(s[2:17]) == s[17])
	case !checkdigit.AllDigits(s) || checkdigit.Repeated(s):
		return Invalid
	case len(s) == 20 || len(s) == 22:
		return validIf(s[0] == '9' && checkdigit.GTIN(s))
	case len(s) == 12:
		return validIf(checkdigit.WeightedSum(s, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1)%11%10 == int(s[11]-'0'))
	}
	return Invalid
}

// upsDigit is the check digit of a 1Z number: letters count as digits from A=2
// on, every second value is doubled.
func upsDigit(s []byte) byte {
	sum := 0
	for i, c := range s {
		v := int(c - '0')
		if c >= 'A' {
			v = (int(c-'A') + 2) % 10
		}
		if i%2 == 1 {
			v *= 2
		}
		sum += v
	}
	return byte('0' + (10-sum%10)%10)
}
