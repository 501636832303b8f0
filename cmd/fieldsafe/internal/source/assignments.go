package source

import "bytes"

// Formats of one assignment a line are read here without a library, as their
// readers in the wild differ more from each other than from this.

// parseAssignments reads .env and .ini files: key=value or key: value, with
// comments that begin with # or ;, sections in brackets, and "export" before a
// key.
func parseAssignments(data []byte) ([]*node, error) {
	root := &node{kind: mapping}
	section := root
	for from := 0; from < len(data); {
		to := lineEnd(data, from)
		start := skipBlank(data, from, to)
		next := to + 1
		switch c := byteAt(data, start, to); c {
		case 0, '#', ';':
		case '[':
			if end := bytes.IndexByte(data[start:to], ']'); end > 1 {
				section = &node{kind: mapping}
				root.add(verbatim(data, start+1, start+end), section)
			}
		default:
			next = assignment(section, data, start, to) + 1
		}
		from = next
	}
	return []*node{root}, nil
}

// assignment reads one pair from data[from:to] and returns where it ends: at to,
// or later for a quoted value of several lines.
func assignment(n *node, data []byte, from, to int) int {
	if rest, ok := bytes.CutPrefix(data[from:to], []byte("export ")); ok {
		from = skipBlank(data, to-len(rest), to)
	}
	sep := bytes.IndexAny(data[from:to], "=:")
	if sep <= 0 {
		return to
	}
	key := bytes.TrimRight(data[from:from+sep], " \t")
	value, end := assigned(data, skipBlank(data, from+sep+1, to), to)
	n.add(verbatim(data, from, from+len(key)), value)
	return end
}

// assigned reads a value that begins at from in the line that ends at to: in
// quotes, which may close on a later line, or up to a comment.
func assigned(data []byte, from, to int) (*node, int) {
	if q := byteAt(data, from, to); q == '"' || q == '\'' {
		if end := closingQuote(data, from); end > 0 {
			n := verbatim(data, from+1, end)
			n.from, n.to = from, end+1
			return n, lineEnd(data, end)
		}
	}
	value := data[from:to]
	if i := bytes.Index(value, []byte(" #")); i >= 0 {
		value = value[:i]
	}
	return verbatim(data, from, from+len(bytes.TrimRight(value, " \t\r"))), to
}

// closingQuote returns where the quote at from is closed, or -1. A backslash
// escapes within double quotes.
func closingQuote(data []byte, from int) int {
	for i := from + 1; i < len(data); i++ {
		switch {
		case data[i] == data[from]:
			return i
		case data[i] == '\\' && data[from] == '"':
			i++
		}
	}
	return -1
}

func lineEnd(data []byte, from int) int {
	if i := bytes.IndexByte(data[from:], '\n'); i >= 0 {
		return from + i
	}
	return len(data)
}

func skipBlank(data []byte, from, to int) int {
	for from < to && isSpace(data[from]) {
		from++
	}
	return from
}

// byteAt returns data[i], or 0 at or after end.
func byteAt(data []byte, i, end int) byte {
	if i < end {
		return data[i]
	}
	return 0
}
