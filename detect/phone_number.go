package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// phoneLoose is the widest form of a telephone number with an extension: what
// may stand beside a keyword. The verifiers tell numbers from dates, addresses
// and amounts.
const phoneLoose = `[+(]?\d[\d ()./-]{4,19}\d(?: ?(?:[xX]|ext\.?|#) ?\d{1,6})?`

// dialled is a telephone number as written, taken apart.
type dialled struct {
	array         [maxPhoneDigits + 3]byte // room for a prefix such as 00
	n             int
	international bool // array begins with a country code
	separated     bool // it is not digits alone
}

func (d *dialled) digits() []byte { return d.array[:d.n] }

// dial reads digits, separators and balanced parentheses up to an extension
// ("x12", "ext. 12"). The "(0)" that Europeans put after their country code is
// left out. ok is false when value is something else.
func dial(value string) (d dialled, ok bool) {
	open := false
	for i := 0; i < len(value); i++ {
		switch c := value[i]; {
		case '0' <= c && c <= '9':
			if d.n == len(d.array) {
				return d, false
			}
			d.array[d.n] = c
			d.n++
			continue
		case c == '+' && i == 0:
			d.international = true
			continue
		case c == '(' && d.international && d.n > 0 && strings.HasPrefix(value[i:], "(0)"):
			i += len("(0)") - 1
		case c == '(' && !open, c == ')' && open:
			open = !open
		case c == ' ' && i > 0 && value[i-1] == ' ' && !d.international:
			return d, false // columns of a table
		case c == ' ' || c == '-' || c == '.' || c == '/' || c == '_':
		case c == 'x' || c == 'X' || c == 'e' || c == 'E' || c == '#' || c == ';':
			return d.prefixed(), !open
		default:
			return d, false
		}
		d.separated = d.separated || d.n > 0
	}
	return d.prefixed(), !open
}

// prefixed replaces the international prefixes 00 and, before a number of North
// America's length or more, 011.
func (d dialled) prefixed() dialled {
	prefix := 0
	switch digits := string(d.array[:d.n]); {
	case d.international:
		return d
	case strings.HasPrefix(digits, "00") && d.n > 2 && digits[2] != '0':
		prefix = len("00")
	case strings.HasPrefix(digits, "011") && d.n >= 13 && digits[3] != '0':
		prefix = len("011")
	default:
		return d
	}
	d.n = copy(d.array[:], d.array[prefix:d.n])
	d.international = true
	return d
}

// assigned reports whether an international number can exist: its country code
// is assigned, the number behind it has a length and a first digit of that
// country's plan. A trunk 0 kept by mistake is forgiven.
func (d *dialled) assigned() bool {
	if d.n > maxPhoneDigits || d.n < minPhoneDigits || d.n == minPhoneDigits && !d.separated {
		return false
	}
	c := codeOf(d.digits())
	if c == nil {
		return false
	}
	national := d.digits()[len(c.code):]
	if len(national) > 0 && national[0] == '0' && strings.IndexByte(c.leading, '0') < 0 {
		national = national[1:]
	}
	return c.holds(national) && !checkdigit.Repeated(national)
}

func (c *callingCode) holds(national []byte) bool {
	return len(national) > 0 && strings.IndexByte(c.leading, national[0]) >= 0 &&
		strings.IndexByte(c.lengths, "0123456789abcdef"[len(national)]) >= 0
}

// verifyPhone accepts international numbers that can exist and, for use beside
// a keyword, whatever looks like a national one.
func verifyPhone(value string) Verdict {
	d, ok := dial(value)
	if !ok {
		return Invalid
	}
	if d.international {
		return plausibleIf(d.assigned() && !isFraction(value) && !isPosition(value))
	}
	return plausibleIf(d.national(value))
}

// national reports whether d, written as value, may be a national number: not
// so short that it can be anything, no date, no address, no time stamp.
func (d *dialled) national(value string) bool {
	digits := d.digits()
	switch {
	case d.n < 6 || checkdigit.Repeated(digits):
		return false
	case d.n > 12 && (d.n > 13 || digits[0] != '0'):
		return d.assigned() // an international number that lost its plus
	case !d.separated:
		return d.n >= 7 && d.n <= 12 && !looksLikeEpoch(digits) && !looksLikeDay(digits)
	}
	return !groupedAsDate(value) && !groupedAsAddress(value)
}

// looksLikeEpoch reports seconds since 1970 between 2014 and 2033. No country
// has mobile numbers of ten digits like that without a trunk 0.
func looksLikeEpoch(digits []byte) bool {
	return len(digits) == 10 && digits[0] == '1' && digits[1] >= '4'
}

// looksLikeDay reports a date of eight digits, YYYYMMDD.
func looksLikeDay(digits []byte) bool {
	return len(digits) == 8 && between(yearAt(digits, 0), firstYear, 2099) &&
		checkdigit.ValidDate(yearAt(digits, 0), pair(digits, 4), pair(digits, 6))
}

// groupLengths are the lengths of the first groups of digits in value; a length
// above 9 counts as 9.
func groupLengths(value string) (lengths [4]int, count int) {
	run := 0
	for i := 0; i <= len(value); i++ {
		if i < len(value) && between(int(value[i]), '0', '9') {
			run++
			continue
		}
		if run > 0 && count < len(lengths) {
			lengths[count] = min(run, 9)
		}
		if run > 0 {
			count++
		}
		run = 0
	}
	return lengths, count
}

// groupedAsDate reports 2026-01-31 and 31/01/2026, with anything behind.
func groupedAsDate(value string) bool {
	lengths, count := groupLengths(value)
	if count == 2 && lengths[0] == 4 && lengths[1] == 4 { // a span of years
		return isCentury(value[:2]) && isCentury(value[len(value)-4:])
	}
	if count < 3 || strings.IndexByte("(+", value[0]) >= 0 {
		return false
	}
	yearFirst := lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2
	yearLast := lengths[0] <= 2 && lengths[1] <= 2 && lengths[2] == 4 && count == 3
	if yearFirst {
		return isCentury(value)
	}
	return yearLast && isCentury(value[len(value)-4:])
}

// isCentury reports whether s begins like a year of this century or the last.
func isCentury(s string) bool { return strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20") }

// isFraction reports a signed number with a point, which no country code comes
// before.
func isFraction(value string) bool {
	lengths, count := groupLengths(value)
	return count == 2 && lengths[0] > 3 && strings.Trim(value, "+0123456789.") == ""
}

// isPosition reports latitude and longitude without points, ±DDMM±DDDMM or
// ±DDMMSS±DDDMMSS, as ISO 6709 and the time zone database write them.
func isPosition(value string) bool {
	lengths, count := groupLengths(value)
	if count != 2 || lengths[0] != 4 && lengths[0] != 6 || lengths[1] != lengths[0]+1 || len(value) != lengths[0]+lengths[1]+2 {
		return false
	}
	longitude := value[len(value)-lengths[1]:]
	return longitude[:3] <= "180" && longitude[3] <= '5' && value[3] <= '5'
}

// groupedAsAddress reports dotted numbers that are an IPv4 address or a version
// of four parts rather than a telephone number, and decimal fractions.
func groupedAsAddress(value string) bool {
	lengths, count := groupLengths(value)
	if count == 4 && lengths[1] == 1 && lengths[2] == 1 {
		return true // 10-0-0-12, in a name
	}
	if strings.Trim(value, "0123456789.") != "" {
		return false
	}
	return count == 2 && (lengths[0] > 4 || lengths[0] == 1) || count == 4 && max(lengths[0], lengths[1], lengths[2], lengths[3]) <= 3
}

// withExtension moves end behind "x12", "ext. 12" or "#12".
func withExtension(text string, end int) int {
	if end == 0 {
		return 0
	}
	i := end
	for i < len(text) && text[i] == ' ' && i-end < 2 {
		i++
	}
	rest := text[i:]
	for _, word := range [...]string{"extension ", "ext. ", "ext.", "ext ", "ext", "x ", "x", "#"} {
		if len(rest) >= len(word) && strings.EqualFold(rest[:len(word)], word) {
			first := i + len(word)
			last := first
			for last < len(text) && last-first < 7 && scan.IsDigit(text[last]) {
				last++
			}
			if n := last - first; between(n, 1, 6) && (last == len(text) || !scan.IsAlnum(text[last])) {
				return last
			}
		}
	}
	return end
}
