package source

import "bytes"

// minIdentifier is how many bytes an identifier needs to hold anything: shorter
// ones are not read.
const minIdentifier = 6

// parseSQL reads the identifiers of SQL of any dialect, as names. They stay in
// the text, too, in which they tell what the literals beside them are.
func parseSQL(data []byte) ([]*node, error) {
	root := &node{kind: mapping}
	for at := 0; at < len(data); {
		from, to, next := sqlToken(data, at)
		if to-from >= minIdentifier {
			n := verbatim(data, from, to)
			n.from, n.to = 0, 0 // covers nothing
			root.add(n, nil)
		}
		at = next
	}
	return []*node{root}, nil
}

// sqlToken reads the token at the start of data[at:] and returns where the next
// begins. Of an identifier it returns the bytes without quotes; others are empty.
func sqlToken(data []byte, at int) (from, to, next int) {
	switch c := data[at]; {
	case c == '-' && byteAt(data, at+1, len(data)) == '-':
		return 0, 0, lineEnd(data, at)
	case c == '/' && byteAt(data, at+1, len(data)) == '*':
		return 0, 0, max(commentEnd(data, at), at+1)
	case c == '\'':
		return 0, 0, sqlQuoteEnd(data, at) + 1
	case c == '"' || c == '`':
		end := sqlQuoteEnd(data, at)
		return at + 1, end, end + 1
	case isSQLWord(c):
		end := at + 1
		for end < len(data) && isSQLWord(data[end]) {
			end++
		}
		return at, end, end
	}
	return 0, 0, at + 1
}

// sqlQuoteEnd returns where the quote at is closed, on any line: at the end of
// data if nowhere. A quote that is doubled stands for itself.
func sqlQuoteEnd(data []byte, at int) int {
	quote := data[at]
	for i := at + 1; ; i += 2 {
		n := bytes.IndexByte(data[min(i, len(data)):], quote)
		if n < 0 {
			return len(data)
		}
		i += n
		if byteAt(data, i+1, len(data)) != quote {
			return i
		}
	}
}

func isSQLWord(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '$' || c == '#' || c >= 0x80
}
