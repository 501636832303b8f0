package redact

import "encoding/binary"

// Values that are known by their shape to hold nothing, where no name speaks for
// them. They are left out before anything is hashed or searched; with a scanner
// of the user's own, none are: it may look for anything.

// maxInert is the length up to which no text by itself is a finding, in bytes.
const maxInert = 5

// inert reports whether a text by itself cannot be a finding of the default
// scanner: one that is too short, a time, a hash or a UUID.
func (r *Redactor) inert(text []byte) bool {
	return r.builtin && (len(text) <= maxInert || isTimestamp(text) || isHash(text))
}

// minHash is the least length of a text that isHash takes for one.
const minHash = 32

// isHash reports whether text has the shape of a hash of 128, 160 or 256 bits, such
// as the identifiers of traces and commits, or of a UUID (RFC 9562, section 4).
func isHash[T string | []byte](text T) bool {
	switch len(text) {
	case minHash, 40, 64:
		return hexKinds(text)&^hexDigit == hexLetter // digits alone may be a number
	case 36:
		if text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-' {
			return false
		}
		kinds := hexKinds(text[:8]) | hexKinds(text[9:13]) | hexKinds(text[14:18]) | hexKinds(text[19:23]) | hexKinds(text[24:])
		return kinds&^hexDigit == hexLetter
	}
	return false
}

// hexKinds says what text is made of: digits and lower-case letters of base 16, or
// something else.
func hexKinds[T string | []byte](text T) (kinds byte) {
	for i := range len(text) {
		kinds |= hexKind[text[i]]
	}
	return kinds
}

const (
	hexDigit byte = 1 << iota
	hexLetter
	notHex
)

var hexKind = func() (kinds [1 << 8]byte) {
	for c := range kinds {
		switch {
		case c >= '0' && c <= '9':
			kinds[c] = hexDigit
		case c >= 'a' && c <= 'f':
			kinds[c] = hexLetter
		default:
			kinds[c] = notHex
		}
	}
	return kinds
}()

// isTimestamp reports whether text has the shape of a time in the form of RFC
// 3339, section 5.6: 2026-03-15T09:26:53.412Z. A blank may stand for the T, and a
// comma for the point.
func isTimestamp(text []byte) bool {
	if len(text) < len("dddd-dd-ddTdd:dd:dd") || !isTime(text) {
		return false
	}
	text = text[len("dddd-dd-ddTdd:dd:dd"):]
	if len(text) > 0 && (text[0] == '.' || text[0] == ',') {
		text = text[1:]
		for n := 0; n < 9 && len(text) > 0 && isDigit(text[0]); n++ {
			text = text[1:]
		}
	}
	if len(text) <= 1 {
		return len(text) == 0 || text[0] == 'Z'
	}
	text, ok := cutShape(text, "+dd:dd")
	return ok && len(text) == 0
}

// isTime reports whether text begins with a time to the second. It looks at eight
// bytes at once: the date, and the clock.
func isTime(text []byte) bool {
	const (
		dashAt, dashes = 0xff0000ff00000000, uint64('-')<<32 | uint64('-')<<56
		colonAt, colon = 0x0000ff0000ff0000, uint64(':')<<16 | uint64(':')<<40
	)
	date, clock := binary.LittleEndian.Uint64(text), binary.LittleEndian.Uint64(text[11:])
	return date&dashAt == dashes && clock&colonAt == colon && areDigits(date, dashAt) && areDigits(clock, colonAt) &&
		isDigit(text[8]) && isDigit(text[9]) && (text[10] == 'T' || text[10] == ' ')
}

// areDigits reports whether all bytes of x are digits but those that are masked,
// which are dashes or colons.
func areDigits(x, mask uint64) bool {
	const zeros, tops, beyond = 0x3030303030303030, 0x8080808080808080, 0x7676767676767676 // 0x80 less ten
	x ^= zeros
	return ((x+beyond)|x)&tops&^mask == 0
}

// cutShape returns text without the beginning that has that shape: d stands for
// a digit, T for that or a blank, + for either sign.
func cutShape(text []byte, shape string) (rest []byte, ok bool) {
	if len(text) < len(shape) {
		return nil, false
	}
	for i := range len(shape) {
		c := text[i]
		switch want := shape[i]; {
		case want == 'd' && isDigit(c), want == 'T' && c == ' ', want == '+' && c == '-', want == c && c != 'd':
		default:
			return nil, false
		}
	}
	return text[len(shape):], true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
