package detect

import (
	"sort"
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// cardRange is a range of issuer identification numbers, six digits, and the
// lengths of the cards issued in it: bit n is set where n digits are.
type cardRange struct {
	from, to uint32
	lengths  uint32
}

// Sets of lengths.
const (
	digits14 = 1 << 14
	digits15 = 1 << 15
	digits16 = 1 << 16
	digits19 = 1 << 19

	digits16to19 = digits16 | 1<<17 | 1<<18 | digits19
	digits14to19 = digits14 | digits15 | digits16to19
	digits12to19 = 1<<12 | 1<<13 | digits14to19
	digitsVisa   = 1<<13 | digits16 | 1<<18 | digits19
	digitsDiners = digits14 | digits16 | digits19
)

// cardRanges are the issuers' ranges, sorted and disjoint. Ranges that brands
// share are merged: what matters here is which lengths are possible.
//
// ISO/IEC 7812-2; the brands' published account ranges.
var cardRanges = [...]cardRange{
	{100000, 179999, digits15},     // UATP
	{180000, 180099, digits15},     // JCB
	{180100, 199999, digits15},     // UATP
	{213100, 213199, digits15},     // JCB
	{220000, 220499, digits16to19}, // Mir
	{222100, 272099, digits16},     // Mastercard
	{300000, 305999, digitsDiners}, // Diners Club
	{309500, 309599, digitsDiners},
	{340000, 349999, digits15}, // American Express
	{352800, 358999, digits16to19},
	{360000, 369999, digitsDiners},
	{370000, 379999, digits15},
	{380000, 399999, digitsDiners},
	{400000, 499999, digitsVisa},
	{500000, 509999, digits12to19}, // Maestro, Elo, Verve
	{510000, 559999, digits16},     // Mastercard
	{560000, 599999, digits12to19}, // Maestro
	{600000, 601099, digits16},     // RuPay
	{601100, 601199, digits16 | digits19},
	{601200, 609999, digits16},     // RuPay, Hipercard
	{620000, 629999, digits14to19}, // UnionPay
	{630000, 639999, digits12to19}, // Maestro, Hiper, Elo
	{644000, 659999, digits16 | digits19},
	{670000, 679999, digits12to19}, // Maestro
	{810000, 817199, digits16to19}, // UnionPay
	{817200, 829999, digits16},     // RuPay
	{979200, 979299, digits16},     // Troy
}

// issued reports whether cards of so many digits are issued under the first six
// of them.
func issued(digits []byte) bool {
	iin := uint32(checkdigit.Int(digits[:6]))
	i := sort.Search(len(cardRanges), func(i int) bool { return cardRanges[i].to >= iin })
	return i < len(cardRanges) && cardRanges[i].from <= iin && cardRanges[i].lengths>>len(digits)&1 != 0
}

// cardNumber returns the digits of value if they are a payment card's: of an
// issuer's range and length, with a right check digit and one kind of separator.
func cardNumber(dst *[19]byte, value string) []byte {
	digits := checkdigit.Digits(dst[:0], value)
	if len(digits) < 12 || !oneSeparator(value) || checkdigit.Repeated(digits) || !issued(digits) || !checkdigit.Luhn(digits) {
		return nil
	}
	return digits
}

// verifyCard checks the Luhn digit (ISO/IEC 7812-1), and that prefix and length are those
// of a card network.
func verifyCard(value string) Verdict {
	var array [19]byte
	return validIf(cardNumber(&array, value) != nil)
}

// verifyDebitCard checks a card number of 16 digits and more that begins with 5 or 6.
func verifyDebitCard(value string) Verdict {
	var array [19]byte
	digits := cardNumber(&array, value)
	return validIf(len(digits) >= 16 && (digits[0] == '5' || digits[0] == '6'))
}

// verifySUBE checks the Luhn digit of an Argentine travel card: sixteen digits, with
// one kind of separator.
func verifySUBE(value string) Verdict {
	var array [16]byte
	digits := checkdigit.Digits(array[:0], value)
	return validIf(len(digits) == 16 && oneSeparator(value) && checkdigit.Luhn(digits))
}

// oneSeparator reports whether all bytes of value that are no digits are the
// same.
func oneSeparator(value string) bool {
	separator := byte(0)
	for i := range len(value) {
		c := value[i]
		if '0' <= c && c <= '9' {
			continue
		}
		if separator != 0 && c != separator {
			return false
		}
		separator = c
	}
	return true
}

// verifyCardTrack checks the card number and the expiry date, YYMM, that
// follows the last separator of a track.
func verifyCardTrack(value string) Verdict {
	number, end, last := value[min(1, len(value)):], 0, 0
	for i := range len(number) {
		if number[i] == '^' || number[i] == '=' {
			if end == 0 {
				end = i
			}
			last = i
		}
	}
	if len(number) < last+5 {
		return Invalid
	}
	month := checkdigit.Int(number[last+3 : last+5])
	if month < 1 || month > 12 {
		return Invalid
	}
	return verifyCard(number[:end])
}

// Years in which a card that is in use, or in a log that is kept, can expire.
const (
	firstExpiry = 2010
	lastExpiry  = 2059
)

// verifyCardExpiry checks month and year of MM/YY, MM/YYYY, YYYY-MM and "Jan
// 2030".
func verifyCardExpiry(value string) Verdict {
	var array [6]byte
	digits := checkdigit.Digits(array[:0], value)
	month, year := 0, 0
	switch {
	case len(digits) == 6 && '0' <= value[2] && value[2] <= '9':
		year, month = checkdigit.Int(digits[:4]), checkdigit.Int(digits[4:])
	case len(digits) == 6:
		month, year = checkdigit.Int(digits[:2]), checkdigit.Int(digits[2:])
	case len(value) == 8:
		month, year = monthNumber(value[:3]), checkdigit.Int(digits)
	case len(digits) == 4:
		month, year = checkdigit.Int(digits[:2]), 2000+checkdigit.Int(digits[2:])
	}
	return plausibleIf(1 <= month && month <= 12 && firstExpiry <= year && year <= lastExpiry)
}

// monthNumber returns the number of an English month's three-letter name, 0 for
// any other.
func monthNumber(name string) int {
	const names = "JanFebMarAprMayJunJulAugSepOctNovDec"
	for i := 0; i < len(names); i += 3 {
		if names[i:i+3] == name {
			return i/3 + 1
		}
	}
	return 0
}

// verifyMaskedCard accepts what is left of a card number: the last four digits at
// least, before them at most the first eight, and signs for the others.
func verifyMaskedCard(value string) Verdict {
	head, signs, tail := 0, 0, 0
	for _, c := range value {
		switch {
		case '0' <= c && c <= '9' && signs == 0:
			head++
		case '0' <= c && c <= '9':
			tail++
		case c == ' ' || c == '-':
		case strings.ContainsRune("*xX#.\u2022\u00b7\u25cf", c) && tail == 0:
			signs++
		default:
			return Invalid
		}
	}
	return plausibleIf(head <= 8 && signs > 0 && tail == 4)
}
