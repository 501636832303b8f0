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

// decimal returns the digits of an integer that is written with an exponent.
func decimal(text string) (digits string, ok bool) {
	if len(text) < 4 || len(text) > maxDecimal || !isDigit(text[len(text)-1]) || text[0] > '9' {
		return "", false
	}
	mantissa, power, ok := strings.Cut(strings.TrimLeft(text, "+-"), "e")
	if !ok {
		mantissa, power, ok = strings.Cut(strings.TrimLeft(text, "+-"), "E")
	}
	units, fraction, _ := strings.Cut(mantissa, ".")
	power = strings.TrimPrefix(power, "+")
	if !ok || !allDigits(units) || !allDigits(fraction) || !allDigits(power) || len(power) > 2 || units == "" || power == "" {
		return "", false
	}
	n := 0
	for i := range len(power) {
		n = n*10 + int(power[i]-'0')
	}
	if n < len(fraction) || n > maxDecimal {
		return "", false
	}
	return units + fraction + strings.Repeat("0", n-len(fraction)), true
}

func allDigits(text string) bool { return strings.Trim(text, "0123456789") == "" }
