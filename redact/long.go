package redact

import "strings"

// longJSON follows a line that began as a JSON object and is beyond the window, so that
// a number in it is replaced by a string, as in shorter lines.
type longJSON struct {
	is       bool // otherwise nothing is followed
	inString bool
	escaped  bool // the next byte is
}

// over goes on beyond text.
func (l *longJSON) over(text string) {
	if !l.is {
		return
	}
	for i := range len(text) {
		switch {
		case l.escaped:
			l.escaped = false
		case text[i] == '\\':
			l.escaped = l.inString
		case text[i] == '"':
			l.inString = !l.inString
		}
	}
}

// replaced appends what stands in place of text, which comes next, behind dst: in quotes
// where that is a number.
func (l *longJSON) replaced(dst []byte, text string, replace func(dst []byte, text string) []byte) []byte {
	quoted := l.is && !l.inString && strings.Trim(text, "0123456789.-+eE") == ""
	l.over(text)
	if !quoted {
		return replace(dst, text)
	}
	if n := len(dst); n > 0 && dst[n-1] == '-' {
		dst, text = dst[:n-1], "-"+text
	}
	return appendJSONString(dst, string(replace(nil, text)))
}
