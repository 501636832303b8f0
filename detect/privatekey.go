package detect

import "strings"

const (
	armorBegin = "-----BEGIN "
	armorEnd   = "-----END "
	maxArmor   = 32 << 10 // bytes of the largest key block looked for
)

// privateKey finds the armored block (RFC 7468, RFC 9580 section 6.2) whose
// first line holds the words at [start, end): to the end of its last line, or
// of the base64 that follows when that line is missing.
func (r *run) privateKey(d *Detector, start, end int) {
	line := r.text[max(0, start-40):start]
	i := strings.LastIndex(line, armorBegin)
	if i < 0 || strings.ContainsAny(line[i+len(armorBegin):], "-\n") || !strings.HasPrefix(r.text[end:], "-----") {
		return
	}
	begin := start - len(line) + i
	r.add(begin, r.armorEnd(end+5), d, Certain, byChecksum, end-start)
}

func (r *run) armorEnd(body int) int {
	window := r.text[body:min(len(r.text), body+maxArmor)]
	if begin := strings.Index(window, armorBegin); begin >= 0 {
		window = window[:begin]
	}
	if i := strings.Index(window, armorEnd); i >= 0 {
		if j := strings.Index(window[i+len(armorEnd):], "-----"); j >= 0 && j < 60 {
			return body + i + len(armorEnd) + j + 5
		}
	}
	end := body
	for end < len(r.text) && isArmor(r.text[end]) {
		end++
	}
	for end > body && r.text[end-1] <= ' ' {
		end--
	}
	return end
}

func isArmor(b byte) bool {
	return b|0x20-'a' < 26 || b-'0' < 10 || strings.IndexByte("+/=\\\r\n\t :,-", b) >= 0
}
