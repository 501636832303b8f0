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
	end := 0
	for end < len(window) && isArmor(window[end]) {
		end++
	}
	for end > 0 && window[end-1] <= ' ' {
		end--
	}
	return body + end
}

func isArmor(b byte) bool {
	return b|0x20-'a' < 26 || b-'0' < 10 || strings.IndexByte("+/=\\\r\n\t :,-", b) >= 0
}
