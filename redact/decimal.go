package redact

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect"
)

// Numbers with an exponent hide their digits: 4.242424242424242e+15 is how fmt writes
// a float64 and math/big a Float.

// maxDecimal is how many digits a number may have that is searched.
const maxDecimal = 40

// scan appends what is found in text, read as the value of a field of that name: of a
// number with an exponent in its digits.
func (r *Redactor) scan(found []detect.Finding, n *name, text string) []detect.Finding {
	if digits, ok := decimal(text); ok {
		if within := r.scanField(nil, n, digits); len(within) > 0 {
			return append(found, whole(text, within[0].Detector))
		}
		return found
	}
	return r.scanField(found, n, text)
}

func (r *Redactor) scanField(found []detect.Finding, n *name, text string) []detect.Finding {
	if n.holds == nil {
		return r.scanner.Append(found, text) // a name that holds nothing is no evidence
	}
	return r.scanner.AppendField(found, n.said, text)
}

// decimal returns the digits of an integer that is written with an exponent of one or
// two digits.
func decimal(text string) (digits string, ok bool) {
	e := exponentAt(text)
	if e < 0 || len(text) > maxDecimal {
		return "", false
	}
	units, fraction, _ := strings.Cut(strings.TrimLeft(text[:e], "+-"), ".")
	power := strings.TrimPrefix(text[e+1:], "+")
	if units == "" || power == "" || !allDigits(units) || !allDigits(fraction) || !allDigits(power) {
		return "", false
	}
	n := int(power[len(power)-1] - '0')
	if len(power) == 2 {
		n += 10 * int(power[0]-'0')
	}
	if n < len(fraction) || n > maxDecimal {
		return "", false
	}
	return units + fraction + strings.Repeat("0", n-len(fraction)), true
}

// exponentAt returns where the e of a short exponent stands at the end of text, or -1.
func exponentAt(text string) int {
	if text == "" || !isDigit(text[len(text)-1]) {
		return -1
	}
	for i := len(text) - 2; i > 0 && i >= len(text)-4; i-- {
		if text[i]|0x20 == 'e' {
			return i
		}
	}
	return -1
}

func allDigits(text string) bool { return strings.Trim(text, "0123456789") == "" }
