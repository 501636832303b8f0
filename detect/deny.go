package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// denied reports whether bytes that have the shape of an identifier and no
// check digit to prove it are one of the things that fill every log: a moment in
// time, a placeholder.
func (r *run) denied(start, end int, contextual bool) bool {
	value := r.text[start:end]
	if repeats(value) {
		return true
	}
	return !contextual && isEpoch(value)
}

// repeats reports whether one letter or digit makes up all of value.
func repeats(value string) bool {
	var first byte
	for i := range len(value) {
		if b := value[i]; scan.IsAlnum(b) {
			if first == 0 {
				first = b
			}
			if b != first {
				return false
			}
		}
	}
	return true
}

// isEpoch reports whether value is a time since 1970 in s, ms, µs or ns, for
// times from 2001 to 2033.
func isEpoch(value string) bool {
	switch len(value) {
	case 10, 13, 16, 19:
	default:
		return false
	}
	if value[0] != '1' {
		return false
	}
	for i := range len(value) {
		if !scan.IsDigit(value[i]) {
			return false
		}
	}
	return true
}

// inBase64 reports whether base 64 (RFC 4648 section 4) goes on before or after
// [start, end), with one of the characters that words are not made of.
func inBase64(text string, start, end int) bool {
	before := start > 1 && strings.IndexByte("+/", text[start-1]) >= 0 && scan.IsAlnum(text[start-2])
	after := end < len(text)-1 && strings.IndexByte("+/", text[end]) >= 0 && scan.IsAlnum(text[end+1])
	return before || after || end < len(text) && text[end] == '='
}

// inIdentifier reports whether an underscore joins [start, end) to more.
func inIdentifier(text string, start, end int) bool {
	return start > 0 && text[start-1] == '_' || end < len(text) && text[end] == '_'
}

// inHexGroups reports whether groups of at most four hexadecimal digits go on
// before or after [start, end), with a separator that is in it, too.
func inHexGroups(text string, start, end int) bool {
	const most = 4
	joins := func(b byte) bool { return (b == ':' || b == '-') && strings.IndexByte(text[start:end], b) >= 0 }
	if end+1 < len(text) && joins(text[end]) {
		n := 0
		for n <= most && end+1+n < len(text) && isHex(text[end+1+n]) {
			n++
		}
		if to := end + 1 + n; text[end+1] == ':' || n > 0 && n <= most && (to == len(text) || !scan.IsAlnum(text[to])) {
			return true
		}
	}
	if start == 0 || !joins(text[start-1]) {
		return false
	}
	from := start - 1
	for from > 0 && start-1-from <= most && isHex(text[from-1]) {
		from--
	}
	n := start - 1 - from
	return n > 0 && n <= most && (from == 0 || !scan.IsAlnum(text[from-1]))
}

// inHexDump reports whether groups of digits with blanks between them are a piece
// of a row of bytes in hexadecimal: two groups or more of the same length stand
// beside them, with a letter among those.
func inHexDump(text string, start, end int) bool {
	size := strings.IndexByte(text[start:end], ' ')
	if size < 2 || size > 8 {
		return false
	}
	const most = 8
	groups, letters := 0, false
	for i := start; groups < most; groups++ {
		from := i - 1 - size
		if from < 0 || text[i-1] != ' ' || !isHexGroup(text, from, size) {
			break
		}
		letters = letters || hasLetter(text[from:from+size])
		i = from
	}
	if groups > 1 && letters {
		return true
	}
	groups, letters = 0, false
	for i := end; groups < most; groups++ {
		if i >= len(text) || text[i] != ' ' || !isHexGroup(text, i+1, size) {
			break
		}
		letters = letters || hasLetter(text[i+1:i+1+size])
		i += 1 + size
	}
	return groups > 1 && letters
}

// inAscendingRow reports whether groups of digits with blanks between them are a
// piece of a row of a table: with two groups or more of the same length beside
// them they are numbers in ascending order.
func inAscendingRow(text string, start, end int) bool {
	const most = 2
	step := 1 + strings.IndexByte(text[start:end], ' ')
	if step < 3 {
		return false
	}
	beside := 0
	for n := 0; n < most && start >= step && text[start-1] == ' ' && isHexGroup(text, start-step, step-1); n++ {
		start -= step
		beside++
	}
	for n := 0; n < most && end < len(text) && text[end] == ' ' && isHexGroup(text, end+1, step-1); n++ {
		end += step
		beside++
	}
	if beside < 2 || (end-start+1)%step != 0 {
		return false
	}
	for i := start; i < end; i += step {
		if !isDecimal(text[i:i+step-1]) || i > start && text[i:i+step-1] <= text[i-step:i-1] {
			return false
		}
	}
	return true
}

// isHexGroup reports whether just size hexadecimal digits stand at from.
func isHexGroup(text string, from, size int) bool {
	if from+size > len(text) || from > 0 && scan.IsAlnum(text[from-1]) || from+size < len(text) && scan.IsAlnum(text[from+size]) {
		return false
	}
	for i := range size {
		if !isHex(text[from+i]) {
			return false
		}
	}
	return true
}

func hasLetter(s string) bool {
	for i := range len(s) {
		if scan.IsLetter(s[i]) {
			return true
		}
	}
	return false
}

func isHex(b byte) bool { return scan.IsDigit(b) || b|0x20-'a' < 6 }
