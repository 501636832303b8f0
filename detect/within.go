package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// within reports whether a value, whatever its check digit says, is a piece of
// something longer: of a UUID, of an account number that is written like an IBAN,
// of a number behind a + that is no telephone number, of a number that goes on at
// the end of its line, or, without a keyword, of a row of numbers.
func (r *run) within(d *Detector, start, end int, contextual bool) bool {
	switch {
	case inUUID(r.text, start, end), inIBAN(r.text, start, end):
		return true
	case d.find == findPhone:
		return start > 0 && r.text[start-1] == '+' && r.text[start] == '0' // no country code begins so
	}
	return d.Country != "" && goesOn(r.text, start, end) || !contextual && d.Category != Financial && inRow(r.text, start, end)
}

// goesOn reports whether a number of digits alone has one more at the end of its
// line, behind a blank: then it is longer than it should be.
func goesOn(text string, start, end int) bool {
	last := end + 1
	return last < len(text) && text[end] == ' ' && scan.IsDigit(text[last]) && (last+1 == len(text) || text[last+1] == '\n') && isDecimal(text[start:end])
}

const uuidLen = 36

// inUUID reports whether [start, end) is a proper part of a UUID (RFC 9562).
func inUUID(text string, start, end int) bool {
	if end-start >= uuidLen {
		return false
	}
	for from := max(0, end-uuidLen); from <= start && from+uuidLen <= len(text); from++ {
		if text[from+uuidLen-13] == '-' && isUUID(text[from:from+uuidLen]) {
			return true
		}
	}
	return false
}

func isUUID(s string) bool {
	for i := range uuidLen {
		if dash := i == 8 || i == 13 || i == 18 || i == 23; dash != (s[i] == '-') || !dash && !isHex(s[i]) {
			return false
		}
	}
	return true
}

// ofUUID reports whether a keyword is letters of a UUID by chance.
func ofUUID(text string, start, end int) bool {
	if !isHex(text[start]) || !isHex(text[end-1]) {
		return false
	}
	joined := func(b byte) bool { return b == '-' || isHex(b) }
	return (start > 0 && joined(text[start-1]) || end < len(text) && joined(text[end])) && inUUID(text, start, end)
}

// maxIBAN is how many bytes an IBAN has at most, with a blank after each four.
const maxIBAN = 42

// inIBAN reports whether [start, end) is a part, but not the beginning, of
// something with the country code, length and structure of an IBAN. If its check
// digits were right it would be one; if they are wrong, a slip of the pen is more
// likely than another number in its place.
func inIBAN(text string, start, end int) bool {
	if start < 4 || !scan.IsAlnum(text[start-1]) && (!joinsIBAN(text[start-1]) || !scan.IsAlnum(text[start-2])) {
		return false
	}
	for from := max(0, end-maxIBAN); from+4 <= start; from++ {
		if scan.IsLetter(text[from]) && scan.IsLetter(text[from+1]) && scan.IsDigit(text[from+2]) && scan.IsDigit(text[from+3]) &&
			(from == 0 || !scan.IsAlnum(text[from-1])) && ibanEnd(text, from) >= end {
			return true
		}
	}
	return false
}

func joinsIBAN(b byte) bool { return b == ' ' || b == '-' || b == '_' }

// ibanEnd returns the end of what begins at from and has the structure of an IBAN,
// or -1.
func ibanEnd(text string, from int) int {
	var array [34]byte
	country := [2]byte{text[from] &^ 0x20, text[from+1] &^ 0x20}
	structure := ibanStructure(country[:])
	if structure == "" {
		return -1
	}
	size := 4 + structureLen(structure)
	n, i := 0, from
	for ; i < len(text) && n < size; i++ {
		switch b := text[i]; {
		case scan.IsAlnum(b):
			array[n] = b
			n++
		case !joinsIBAN(b) || !scan.IsAlnum(text[i-1]):
			return -1
		}
	}
	if n < size || i < len(text) && scan.IsAlnum(text[i]) || !hasStructure(checkdigit.Alnum(array[:0], string(array[4:n])), structure) {
		return -1
	}
	return i
}

// inRow reports whether groups of digits with blanks between them are a piece of
// a row of numbers, as tables have them: one more stands right beside them.
func inRow(text string, start, end int) bool {
	if text[start] == '+' || strings.IndexByte(text[start:end], ' ') < 0 {
		return false
	}
	if to := end + 1; to < len(text) && text[end] == ' ' && scan.IsDigit(text[to]) {
		for to < len(text) && scan.IsDigit(text[to]) {
			to++
		}
		if to == len(text) || text[to] == ' ' || text[to] == '\n' {
			return true
		}
	}
	from := start - 1
	if from < 1 || text[from] != ' ' || !scan.IsDigit(text[from-1]) {
		return false
	}
	for from > 0 && scan.IsDigit(text[from-1]) {
		from--
	}
	return from == 0 || text[from-1] == ' ' || text[from-1] == '\n'
}
