package redact

// Values that are known by their shape to hold nothing, where no name speaks for
// them. They are left out before anything is hashed or searched; with a scanner
// of the user's own, none are: it may look for anything.

// maxInert is the length up to which no text by itself is a finding, in bytes.
const maxInert = 5

// inert reports whether a text by itself cannot be a finding of the default
// scanner: one that is too short, or a time.
func (r *Redactor) inert(text []byte) bool {
	return r.builtin && (len(text) <= maxInert || isTimestamp(text))
}

// isTimestamp reports whether text has the shape of a time in the form of RFC
// 3339, section 5.6: 2026-03-15T09:26:53.412Z. A blank may stand for the T, and a
// comma for the point.
func isTimestamp(text []byte) bool {
	text, ok := cutShape(text, "dddd-dd-ddTdd:dd:dd")
	if !ok {
		return false
	}
	if len(text) > 0 && (text[0] == '.' || text[0] == ',') {
		text = text[1:]
		for n := 0; n < 9 && len(text) > 0 && isDigit(text[0]); n++ {
			text = text[1:]
		}
	}
	if len(text) <= 1 {
		return len(text) == 0 || text[0] == 'Z'
	}
	text, ok = cutShape(text, "+dd:dd")
	return ok && len(text) == 0
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
