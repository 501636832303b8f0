package source

import (
	"strings"
	"unicode/utf8"
)

// align finds out which bytes of raw, which begins at the byte base of the
// file, each byte of value was decoded from. It knows what escapes (if escaped
// says that the syntax has them), doubled quotes, folded lines and indentation
// look like, but not which format it reads: where raw and value differ, one of
// them must be such a thing.
func align(raw []byte, base int, value string, escaped bool) offsets {
	if n := len(value); n <= len(raw) && string(raw[:n]) == value && !(escaped && strings.Contains(value, `\`)) {
		return offsets{{0, base}}
	}
	var o offsets
	r, v := 0, 0
	for v < len(value) {
		rawLen, valueLen := step(raw[r:], value[v:], escaped)
		if valueLen == 0 && len(o) > 0 && o[len(o)-1].value < v {
			o = append(o, run{v, base + r}) // where the value before the gap ends
		}
		for i := range valueLen {
			if i > 0 && rawLen != valueLen {
				o = append(o, run{v + i, base + r}) // all of a character points to where its escape begins
			} else if len(o) == 0 || o.start(v+i) != base+r+i {
				o = append(o, run{v + i, base + r + i})
			}
		}
		r, v = r+rawLen, v+valueLen
	}
	if len(o) == 0 || o.start(v) != base+r {
		o = append(o, run{v, base + r})
	}
	return o
}

// step returns how many bytes of raw and of value belong together at their
// starts; one of the two may be zero, not both.
func step(raw []byte, value string, escaped bool) (rawLen, valueLen int) {
	if len(raw) == 0 {
		return 0, len(value)
	}
	c, want := raw[0], value[0]
	switch {
	case escaped && c == '\\':
		if len(raw) > 1 && isSpace(raw[1]) && raw[1] != want { // joins two lines
			return 1, 0
		}
		_, n := utf8.DecodeRuneInString(value)
		return escapeLen(raw), n
	case c == want:
		return 1, 1
	case isLineBreak(raw) && (want == ' ' || want == '\n'): // folded
		return 1, 1
	case c >= utf8.RuneSelf && strings.HasPrefix(value, string(utf8.RuneError)): // an invalid byte
		return 1, len(string(utf8.RuneError))
	case isSpace(c):
		return 1, 0
	case isSpace(want):
		return 0, 1
	}
	return 1, 0
}

// escapeLen returns the length of the escape at the start of raw: \n, \x40,
// \u0040, \U00000040.
func escapeLen(raw []byte) int {
	if len(raw) < 2 {
		return len(raw)
	}
	n := 2
	switch raw[1] {
	case 'x':
		n = 4
	case 'U':
		n = 10
	case 'u':
		n = 6
		if len(raw) >= 12 && raw[2]|0x20 == 'd' && raw[3]|0x20 <= 'b' && raw[6] == '\\' && raw[7] == 'u' {
			n = 12 // a surrogate pair
		}
	}
	return min(n, len(raw))
}

// isLineBreak says whether raw begins with the last byte of a line break.
func isLineBreak(raw []byte) bool {
	return raw[0] == '\n' || raw[0] == '\r' && !(len(raw) > 1 && raw[1] == '\n')
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
