package urlrules

import "bytes"

// maxDepth bounds how often a value is decoded and read again.
const maxDepth = 4

// view is a text to read: the input itself, or a decoding of a part of it with
// the offset in the input of every byte, and of the end.
type view struct {
	b    []byte
	off  []int // nil: offsets are the input's own, from base on
	base int

	dropped bool // the input without the bytes that WHATWG drops
}

// at returns the offset in the input of byte i, or of the end.
func (v *view) at(i int) int {
	if v.off == nil {
		return v.base + i
	}
	return v.off[i]
}

func (v *view) reset() {
	v.b, v.off, v.dropped = v.b[:0], v.off[:0], false
}

func (v *view) push(c byte, off int) {
	v.b = append(v.b, c)
	v.off = append(v.off, off)
}

// percent fills v with src[start:end], percent-decoded once. It reports whether
// anything was decoded.
func (v *view) percent(src *view, start, end int) bool {
	v.reset()
	changed := false
	for i := start; i < end; i++ {
		c, n := src.b[i], 1
		if c == '%' {
			if d, ok := hexPair(src.b[i+1 : end]); ok {
				c, n, changed = d, 3, true
			}
		}
		v.push(c, src.at(i))
		i += n - 1
	}
	v.off = append(v.off, src.at(end))
	return changed
}

// without fills v with src, less tabs, line breaks and carriage returns, which
// WHATWG drops before it reads a URL.
func (v *view) without(src *view) {
	v.reset()
	v.dropped = true
	for i, c := range src.b {
		if c != '\t' && c != '\n' && c != '\r' {
			v.push(c, src.at(i))
		}
	}
	v.off = append(v.off, src.at(len(src.b)))
}

// unescaped fills v with src, JSON, HTML and shell escapes resolved. It reports
// whether there were any.
func (v *view) unescaped(src *view) bool {
	v.reset()
	changed := false
	quotes := bytes.Contains(src.b, []byte(`=\"`)) || bytes.Contains(src.b, []byte(`{\"`)) // around values, not in them
	for i := 0; i < len(src.b); {
		c, n := unescape(src.b[i:])
		if quotes && c == '\\' && n == 1 && i+1 < len(src.b) && (src.b[i+1] == '"' || src.b[i+1] == '\\') {
			c, n = src.b[i+1], 2
		}
		changed = changed || n > 1
		v.push(c, src.at(i))
		i += n
	}
	v.off = append(v.off, src.at(len(src.b)))
	return changed
}

// unescape reads one byte, or one escape of an ASCII byte, and its length.
func unescape(b []byte) (byte, int) {
	switch b[0] {
	case '\\':
		return backslashEscape(b)
	case '&':
		return htmlEscape(b)
	}
	return b[0], 1
}

func backslashEscape(b []byte) (byte, int) {
	if len(b) < 2 {
		return b[0], 1
	}
	switch c := b[1]; c {
	case '/', ':', '@', '=', '?', '&', '#', '.', '-', '_':
		return c, 2
	case 'u':
		if len(b) >= 6 && b[2] == '0' && b[3] == '0' {
			if d, ok := hexPair(b[4:]); ok && d < 0x80 {
				return d, 6
			}
		}
	case 'x':
		if d, ok := hexPair(b[2:]); ok && d < 0x80 {
			return d, 4
		}
	}
	return b[0], 1
}

var htmlNames = [...]struct {
	name string
	c    byte
}{{"&amp;", '&'}, {"&colon;", ':'}, {"&commat;", '@'}, {"&sol;", '/'}, {"&equals;", '='}, {"&quest;", '?'}, {"&quot;", '"'}}

// htmlEscape reads &#64; &#x40; and a few named references.
func htmlEscape(b []byte) (byte, int) {
	if len(b) > 3 && b[1] == '#' {
		return numericReference(b)
	}
	for _, e := range &htmlNames {
		if len(b) >= len(e.name) && string(b[:len(e.name)]) == e.name {
			return e.c, len(e.name)
		}
	}
	return b[0], 1
}

func numericReference(b []byte) (byte, int) {
	i, base, value := 2, 10, 0
	if b[2]|0x20 == 'x' {
		i, base = 3, 16
	}
	for ; i < len(b) && i < 10; i++ {
		if b[i] == ';' && value >= 0x20 && value < 0x7F {
			return byte(value), i + 1
		}
		d := hexDigit(b[i])
		if d < 0 || d >= base {
			break
		}
		value = min(value*base+d, 1<<16)
	}
	return b[0], 1
}

// escapes says whether b may hold what unescaped resolves.
func escapes(b []byte) bool {
	if bytes.IndexByte(b, '\\') >= 0 {
		return true
	}
	for {
		i := bytes.IndexByte(b, '&')
		if i < 0 || i+3 >= len(b) {
			return false
		}
		b = b[i+1:]
		if b[0] == '#' || string(b[:2]) == "co" || string(b[:3]) == "sol" {
			return true
		}
	}
}

// hexPair decodes the two hexadecimal digits b begins with.
func hexPair(b []byte) (byte, bool) {
	if len(b) < 2 {
		return 0, false
	}
	hi, lo := hexDigit(b[0]), hexDigit(b[1])
	return byte(hi<<4 | lo&15), hi >= 0 && lo >= 0
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}
