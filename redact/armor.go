package redact

import (
	"bytes"
	"strings"

	"github.com/fieldsafe/fieldsafe/detect"
)

// A private key whose lines stand behind the prefix of a logger, or in the JSON of a
// container runtime, is no block. The lines after its first one are known by what they
// hold: a run of base64 as long as lines of a key are, behind the same bytes.

// armor is what is known of such a key while its lines come.
type armor struct {
	detector *detect.Detector // of the key; nil: there is none
	width    int              // of its whole lines; 0: none came
	before   string           // the bytes before its lines
	headers  int              // lines that may still come before them
}

// RFC 7468 has lines of 64 bytes, OpenSSH of 70, OpenPGP of up to 76.
const (
	minArmor    = 60
	maxArmor    = 76
	maxHeaders  = 4
	beforeArmor = 3 // bytes
)

// armored notes that the line with what was found last is the first of a key that
// goes on behind prefixes.
func (s *stream) armored(line []byte) {
	mark := nextMark(line)
	if mark < 0 || len(s.found) == 0 || endsKey(line) || len(bytes.Trim(line[:mark], " \t-")) == 0 {
		return
	}
	if d := s.found[len(s.found)-1].Detector; strings.HasPrefix(d.ID, "private_key") {
		s.armor = armor{detector: d, headers: maxHeaders}
	}
}

// armorLine emits the first line of b, which may belong to such a key.
func (s *stream) armorLine(b []byte, last bool) (int, error) {
	line, n := firstLine(b)
	ends := nextMark(line) >= 0 || endsKey(line)
	if from, to := s.armor.run(line); from < to && !ends {
		s.found = append(s.found[:0], detect.Finding{Start: from, End: to, Detector: s.armor.detector, Confidence: detect.Certain})
		if s.armor.width == 0 {
			s.armor.width, s.armor.before = to-from, bytesBefore(line, from)
		}
		if to-from < s.armor.width {
			s.armor = armor{}
		}
		return n, s.write(string(b[:n]), 0, n)
	}
	if s.armor.headers--; ends || s.armor.width > 0 || s.armor.headers < 0 {
		s.armor = armor{}
		return s.step(b, last)
	}
	return n, s.lines(b[:n])
}

// run returns where a line of the key stands in a line of the stream.
func (a *armor) run(line []byte) (from, to int) {
	for to < len(line) {
		if from = to; !base64Byte(line[from]) {
			to++
			continue
		}
		for to < len(line) && base64Byte(line[to]) {
			to++
		}
		if a.fits(line, from, to) {
			return from, to
		}
	}
	return 0, 0
}

// fits reports whether a run may be a line of the key: the first one is long, the last
// one may be short, and nothing but the end of a string follows.
func (a *armor) fits(line []byte, from, to int) bool {
	size, behind := to-from, bytes.TrimRight(line[to:], "\r")
	if a.width == 0 {
		return size >= minArmor && size <= maxArmor && hexKinds(line[from:to])&notHex != 0
	}
	if size < a.width && (size%4 > 0 || len(behind) > 0 && behind[0] != '\\' && behind[0] != '"') {
		return false
	}
	return size <= a.width && bytesBefore(line, from) == a.before
}

func bytesBefore(line []byte, at int) string { return string(line[max(0, at-beforeArmor):at]) }
