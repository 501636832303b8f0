package detect

import "strings"

const (
	armorBegin = "-----BEGIN "
	armorEnd   = "-----END "
	ssh2Begin  = "---- BEGIN " // as RFC 4716 writes public keys
	ssh2End    = "---- END "
	maxArmor   = 32 << 10 // bytes of the largest key block looked for
)

// privateKey finds the armored block (RFC 7468, RFC 9580 section 6.2) whose
// first line holds the words at [start, end): to the end of its last line, or
// of the base64 that follows when that line is missing.
func (r *run) privateKey(d *Detector, start, end int) {
	line := r.text[max(0, start-40):start]
	if strings.HasSuffix(line, ssh2Begin) && strings.HasPrefix(r.text[end:], " ----") {
		r.ssh2Key(d, start-len(ssh2Begin), end)
		return
	}
	i := strings.LastIndex(line, armorBegin)
	if i < 0 || strings.ContainsAny(line[i+len(armorBegin):], "-\n") || !strings.HasPrefix(r.text[end:], "-----") {
		return
	}
	begin := start - len(line) + i
	if body := skipAny(r.text, end+5, "\r\n \\", 4); !strings.HasPrefix(r.text[body:], armorEnd) {
		r.add(begin, r.armorEnd(end+5), d, Certain, byChecksum, end-start)
	}
}

// ssh2Key finds the block that begins at begin, to the end of its last line.
func (r *run) ssh2Key(d *Detector, begin, end int) {
	window := armorWindow(r.text, end, ssh2Begin)
	to := end + len(window)
	if i := strings.Index(window, ssh2End); i >= 0 {
		to = lineEnd(r.text, end+i, to)
	}
	r.add(begin, to, d, Certain, byChecksum, end-begin)
}

// armorWindow returns what can belong to the block whose first line ends at body:
// as far as the next block, and no more than maxArmor bytes.
func armorWindow(text string, body int, begin string) string {
	window := text[body:min(len(text), body+maxArmor)]
	if i := strings.Index(window, begin); i >= 0 {
		return window[:i]
	}
	return window
}

// putty finds a key file of PuTTY, from its first line, which begins
// PuTTY-User-Key-File, to the authentication code at its end. It returns how far
// it has read.
func (r *run) putty(d *Detector, start, end int) int {
	const before, private, mac = "Pu", "Private-Lines:", "Private-MAC: "
	if !strings.HasSuffix(r.text[:start], before) || !strings.HasPrefix(r.text[end:], "-") {
		return 0
	}
	window := armorWindow(r.text, end, "PuTTY-User-Key-File")
	p, m := strings.Index(window, private), strings.Index(window, mac)
	if p < 0 || m < p {
		return end + len(window)
	}
	start -= len(before)
	to := end + m + len(mac)
	for to < len(r.text) && isHex(r.text[to]) {
		to++
	}
	r.add(start, to, d, Certain, byChecksum, to-start)
	return to
}

// armorEnd returns where the block ends whose first line ends at body.
func (r *run) armorEnd(body int) int {
	window := armorWindow(r.text, body, armorBegin)
	if i := strings.Index(window, armorEnd); i >= 0 {
		if j := strings.Index(window[i+len(armorEnd):], "-----"); j >= 0 && j < 60 {
			return body + i + len(armorEnd) + j + 5
		}
	}
	return body + armorBody(window)
}

// armorBody returns where the header and the base64 end that a block begins with
// after its first line. Prose that goes on after them is no part of it.
func armorBody(window string) int {
	end := 0
	for i := skipBlanks(window, 0); i < len(window); {
		word := i
		for i < len(window) && isBase64(window[i]) {
			i++
		}
		switch {
		case end == 0 && isArmorHeader(window[word:]):
			i = escapedLineEnd(window, i)
		case isArmorLine(window[word:i], end == 0):
			end = i
		case end > 0 && i > word && endsLine(window, end) && endsLine(window, i):
			return i // the last line, or the checksum (RFC 9580 section 6.1)
		default:
			return end
		}
		i = skipBlanks(window, i)
	}
	return end
}

func isBase64(b byte) bool {
	return b|0x20-'a' < 26 || b-'0' < 10 || b == '+' || b == '/' || b == '='
}

// isArmorLine reports whether word is a line of base64 rather than a word. The
// first may be cut short: a key begins as a sequence of ASN.1 or with the name of
// the format of OpenSSH.
func isArmorLine(word string, first bool) bool {
	const long, line = 16, 40
	if first && len(word) > 3 && (strings.HasPrefix(word, "MI") || strings.HasPrefix(word, "MC") || strings.HasPrefix(word, "b3Bl")) {
		return true
	}
	return len(word) >= line || len(word) >= long && strings.ContainsAny(word, "0123456789+/")
}

// isArmorHeader reports whether s begins with one of the headers that stand
// before the base64 (RFC 1421 section 4.6, RFC 9580 section 6.2.2).
func isArmorHeader(s string) bool {
	for _, name := range [...]string{"Proc-Type: ", "DEK-Info: ", "Version: ", "Comment: ", "Hash: ", "Charset: ", "MessageID: "} {
		if strings.HasPrefix(s, name) {
			return true
		}
	}
	return false
}

// skipBlanks skips blanks and line breaks from i on, escaped ones too.
func skipBlanks(s string, i int) int {
	for i < len(s) {
		switch {
		case s[i] == ' ' || s[i] == '\t' || s[i] == '\r' || s[i] == '\n':
			i++
		case endsLine(s, i):
			for s[i] == '\\' {
				i++
			}
			i++
		default:
			return i
		}
	}
	return i
}

// endsLine reports whether a line break stands at i, escaped or not, or the end of
// s.
func endsLine(s string, i int) bool {
	if i == len(s) || s[i] == '\r' || s[i] == '\n' {
		return true
	}
	next := skipAny(s, i, "\\", 4)
	return next > i && next < len(s) && strings.IndexByte("nr\r\n", s[next]) >= 0
}

// escapedLineEnd returns where the line ends that holds i.
func escapedLineEnd(s string, i int) int {
	for !endsLine(s, i) {
		i++
	}
	return i
}
