package redact

import "bytes"

// Some values span lines, or are what they are by another line. The lines of
// these blocks are searched together, so a stream holds them until the block
// ends: after its last line, or before a line that cannot be a part of it.

// block is a kind of text that is held.
type block uint8

const (
	noBlock    block = iota
	keyBlock         // a private key: RFC 7468, RFC 4880 section 6.2, RFC 4716, PuTTY's .ppk
	wholeBlock       // a Kubernetes object, an entry of a .netrc
)

var (
	begin     = []byte("BEGIN ") // after five dashes, or four and a blank
	dashes    = []byte("----")
	endMarks  = [][]byte{[]byte("---- END "), []byte("-----END "), []byte("Private-MAC:")}
	putty     = []byte("PuTTY-User-Key-File-")
	maxKeyRow = 160 // bytes of the longest line inside a key
)

// unit returns how much of the lines b[:end] is to be searched at once: what is
// before a block, or the block, or all. It is 0 while the block has not ended,
// and not known for a private key that fills a window; another block that does
// is none.
func unit(b []byte, end int, last bool) (n int, kind block, known bool) {
	start, length := nextBlock(b[:end])
	switch {
	case start < 0:
		return end, noBlock, true
	case start > 0:
		return start, noBlock, true
	}
	kind = wholeBlock
	if length == nil {
		kind, length = keyBlock, keyLength
	}
	n, ended := length(b[:min(len(b), window)], last)
	switch {
	case ended:
		return n, kind, true
	case len(b) >= window && kind == keyBlock:
		return 0, kind, false
	case len(b) >= window:
		_, n = firstLine(b)
		return n, noBlock, true
	case last:
		return max(n, end), kind, true
	}
	return 0, kind, true
}

// lengthFunc returns how many bytes the block takes that begins b, and whether
// it is known where it ends.
type lengthFunc func(b []byte, last bool) (n int, ended bool)

// nextBlock returns where the line begins that begins the next block, or -1, and
// how long that is; nil stands for a private key.
func nextBlock(b []byte) (start int, length lengthFunc) {
	start = keyStart(b)
	if start >= 0 {
		b = b[:start]
	}
	if i := objectStart(b); i >= 0 {
		start, length, b = i, objectLength, b[:i]
	}
	if i := machineStart(b); i >= 0 {
		start, length = i, machineLength
	}
	return start, length
}

// keyStart returns where the first line begins that mentions a key or another
// armored block, or -1.
func keyStart(b []byte) int {
	i := nextMark(b)
	if i < 0 {
		return -1
	}
	return bytes.LastIndexByte(b[:i], '\n') + 1
}

// nextMark returns where the next block is mentioned, or -1.
func nextMark(b []byte) int {
	first := bytes.Index(b, putty)
	if first >= 0 {
		b = b[:first]
	}
	for at := 0; ; at += len(begin) {
		i := bytes.Index(b[at:], begin)
		if i < 0 {
			return first
		}
		at += i
		if bytes.HasSuffix(bytes.TrimSuffix(b[:at], []byte(" ")), dashes) {
			return at
		}
	}
}

// beginsKey reports whether nothing but the rest of the key follows on the line.
func beginsKey(line []byte) bool {
	return bytes.HasSuffix(bytes.TrimRight(line, " \t\r"), dashes) || bytes.HasPrefix(line, putty)
}

// keyLength returns how many bytes a private key takes that begins b, and
// whether it is known where it ends.
func keyLength(b []byte, _ bool) (n int, ended bool) {
	line, n := firstLine(b)
	if !beginsKey(line) {
		return n, endsLine(b, n)
	}
	for n < len(b) {
		line, size := firstLine(b[n:])
		switch {
		case !endsLine(b[n:], size):
			return n, len(line) > maxKeyRow
		case endsKey(line):
			return n + size, true
		case !insideKey(line):
			return n, true
		}
		n += size
	}
	return n, false
}

// firstLine returns the first line without its end, and its size with it.
func firstLine(b []byte) (line []byte, size int) {
	if i := bytes.IndexByte(b, '\n'); i >= 0 {
		return b[:i], i + 1
	}
	return b, len(b)
}

func endsLine(b []byte, size int) bool { return size > 0 && b[size-1] == '\n' }

func endsKey(line []byte) bool { return keyEnd(line) < len(line) }

// keyEnd returns where in the line the end of a key is marked, or its length.
func keyEnd(line []byte) int {
	end := len(line)
	for _, mark := range endMarks {
		if i := bytes.Index(line[:end], mark); i >= 0 {
			end = i
		}
	}
	return end
}

// insideKey reports whether the line may stand inside a private key: base64,
// a header, or nothing.
func insideKey(line []byte) bool {
	line = bytes.TrimSpace(line)
	if len(line) > maxKeyRow || beginsObject(line) {
		return false
	}
	if i := bytes.Index(line, []byte(": ")); i > 0 {
		line = line[:i]
	}
	for _, c := range line {
		if !base64Byte(c) && c != '-' {
			return false
		}
	}
	return true
}

func base64Byte(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '='
}

// skipKey returns how much of b belongs to a private key that is being left
// out, and whether that ends there.
func skipKey(b []byte, last bool) (n int, ended bool) {
	for n < len(b) {
		line, size := firstLine(b[n:])
		switch {
		case !endsLine(b[n:], size) && !last && len(line) <= maxKeyRow:
			return n, false
		case endsKey(line):
			return n + size, true
		case !insideKey(line):
			return n, true
		}
		n += size
	}
	return n, false
}
