package detect

import "github.com/fieldsafe/fieldsafe/detect/internal/scan"

// Bounds of an international number, ITU-T E.164.
const (
	minPhoneDigits = 7
	maxPhoneDigits = 15
)

// plus looks for an international telephone number behind the + at position
// start: digits in groups, parentheses around one of them allowed.
func (r *run) plus(start int) {
	if start > 0 && scan.IsDigit(r.text[start-1]) {
		r.formBlank(start)
		return
	}
	if len(r.phones) == 0 || start > 0 && (scan.IsAlnum(r.text[start-1]) || r.text[start-1] == '+') {
		return
	}
	var ends [maxPhoneDigits + 1]int // where a number of so many digits ends, if a group does
	digits := 0
	for i := start + 1; i < len(r.text); i++ {
		if scan.IsDigit(r.text[i]) {
			if digits++; digits > maxPhoneDigits {
				break
			}
			if i+1 == len(r.text) || !scan.IsDigit(r.text[i+1]) {
				ends[digits] = i + 1
			}
		} else if !inPhone(r.text, i) {
			break
		}
	}
	for n := min(digits, maxPhoneDigits); n >= minPhoneDigits; n-- {
		end := withExtension(r.text, ends[n])
		if end == 0 || end < len(r.text) && scan.IsAlnum(r.text[end]) {
			continue
		}
		if d := r.phoneOwner(start, end); d != nil {
			r.add(start, end, d, Likely, byChecksum, end-start)
			return
		}
	}
}

// phoneOwner returns the detector whose number [start, end) is: one that knows
// the plan of the country before one that knows its code only, or nil.
func (r *run) phoneOwner(start, end int) *Detector {
	var owner *Detector
	for _, d := range r.phones {
		switch r.verify(d, start, end, false) {
		case Valid:
			return d
		case Plausible:
			owner = d
		}
	}
	return owner
}

// inPhone reports whether the byte at i may stand between the digits of a
// telephone number.
func inPhone(text string, i int) bool {
	switch text[i] {
	case ' ', '-', '.', '/', '(', ')':
		return scan.IsDigit(text[i-1]) || text[i-1] == ')' || text[i-1] == ' ' || text[i-1] == '('
	}
	return false
}
