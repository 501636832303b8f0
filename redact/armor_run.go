package redact

import "bytes"

// run is a run of base64 in a line, padding and all.
type run struct{ from, to, size int } // size in characters

// nextRun returns the first run in line from at on, one of size 0 if there is none. A plus
// before it that is one too many is that of a diff.
func nextRun(line []byte, at int) run {
	for at < len(line) && base64Size(line[at:], false) == 0 {
		at += otherSize(line, at)
	}
	out := run{from: at, to: at}
	for _, pad := range [...]bool{false, true} {
		for n := base64Size(line[out.to:], pad); n > 0; n = base64Size(line[out.to:], pad) {
			out.to += n
			out.size++
		}
	}
	if out.size%4 == 1 && out.size > 1 && line[at] == '+' {
		out.from++
		out.size--
	}
	return out
}

// base64Size returns how many bytes the character of base64 takes that b begins with, or
// the one that pads it: more than one where JSON escapes it, 0 where there is none.
func base64Size(b []byte, pad bool) int {
	if len(b) > 0 && base64Byte(b[0]) && (b[0] == '=') == pad {
		return 1
	}
	escapes := []string{`\/`, `\u002b`, `\u002B`, `\u002f`, `\u002F`}
	if pad {
		escapes = []string{`\u003d`, `\u003D`}
	}
	for _, escape := range escapes {
		if bytes.HasPrefix(b, []byte(escape)) {
			return len(escape)
		}
	}
	return 0
}

// otherSize returns how many bytes from line[at] on are no part of a run: one, or those
// of an escape, of JSON or of a terminal.
func otherSize(line []byte, at int) int {
	rest := line[at:]
	switch {
	case rest[0] == '\\':
		return min(escapeSize(rest), len(rest))
	case rest[0] == '[' && at > 0 && (line[at-1] == '\x1b' || bytes.HasSuffix(line[:at], []byte("1b"))):
		return min(2+len(rest[1:])-len(bytes.TrimLeft(rest[1:], "0123456789;")), len(rest))
	}
	return 1
}

// escapeSize returns how many bytes the escape takes that b begins with, which nested
// JSON has more than one backslash for.
func escapeSize(b []byte) int {
	n := len(b) - len(bytes.TrimLeft(b, `\`))
	if n < len(b) && b[n] == 'u' {
		return n + 5
	}
	return n + 1
}
