package source

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// parseProperties reads what java.util.Properties does: a key, one of = : or a
// blank, and a value, with escapes; a backslash at its end continues a line.
// Source: the documentation of java.util.Properties.load.
func parseProperties(data []byte) ([]*node, error) {
	root := &node{kind: mapping}
	for from := 0; from < len(data); {
		to := lineEnd(data, from)
		start := skipBlank(data, from, to)
		if c := byteAt(data, start, to); c != 0 && c != '#' && c != '!' {
			to = logicalLineEnd(data, start)
			property(root, data, start, trimBreak(data, start, to))
		}
		from = to + 1
	}
	return []*node{root}, nil
}

// logicalLineEnd returns where the line that begins at from ends, with the lines
// that continue it.
func logicalLineEnd(data []byte, from int) int {
	for {
		to := lineEnd(data, from)
		line := data[from:trimBreak(data, from, to)]
		backslashes := len(line) - len(bytes.TrimRight(line, `\`))
		if backslashes%2 == 0 || to == len(data) {
			return to
		}
		from = to + 1
	}
}

// trimBreak returns to, or where the carriage return before it begins.
func trimBreak(data []byte, from, to int) int {
	return from + len(bytes.TrimSuffix(data[from:to], []byte("\r")))
}

func property(n *node, data []byte, from, to int) {
	end := from
	for end < to && !isSpace(data[end]) && data[end] != '=' && data[end] != ':' {
		if data[end] == '\\' {
			end++
		}
		end++
	}
	end = min(end, to)
	value := skipBlank(data, end, to)
	if c := byteAt(data, value, to); c == '=' || c == ':' {
		value = skipBlank(data, value+1, to)
	}
	n.add(unescaped(data, from, end), unescaped(data, value, to))
}

// unescaped decodes data[from:to].
func unescaped(data []byte, from, to int) *node {
	n := &node{from: from, to: to, offsets: offsets{{0, from}}}
	var value strings.Builder
	for from < to {
		if data[from] != '\\' {
			value.WriteByte(data[from])
			from++
			continue
		}
		text, size := propertyEscape(data[from:to])
		for range text { // all of a character points to where its escape begins
			n.offsets = append(n.offsets, run{value.Len(), from})
		}
		value.WriteString(text)
		from += size
		n.offsets = append(n.offsets, run{value.Len(), from})
	}
	n.value = value.String()
	return n
}

// propertyEscape decodes the escape that raw begins with: \n, \u00e9, a line
// break with the blanks after it.
func propertyEscape(raw []byte) (text string, size int) {
	if len(raw) == 1 {
		return "", 1
	}
	switch c := raw[1]; c {
	case '\r', '\n':
		return "", 2 + len(raw[2:]) - len(bytes.TrimLeft(raw[2:], " \t\f\n"))
	case 'u':
		if r, ok := hexRune(raw); ok {
			if next, ok := hexRune(raw[6:]); ok && utf16.IsSurrogate(r) {
				return string(utf16.DecodeRune(r, next)), 12
			}
			return string(r), 6
		}
	case 't', 'n', 'r', 'f':
		return map[byte]string{'t': "\t", 'n': "\n", 'r': "\r", 'f': "\f"}[c], 2
	}
	_, size = utf8.DecodeRune(raw[1:])
	return string(raw[1 : 1+size]), 1 + size
}

// hexRune reads \u and four hexadecimal digits.
func hexRune(raw []byte) (r rune, ok bool) {
	if len(raw) < 6 || raw[0] != '\\' || raw[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(raw[2:6]), 16, 16)
	return rune(n), err == nil
}
