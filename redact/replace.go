package redact

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"strings"
	"sync/atomic"
	"unicode/utf8"

	"github.com/fieldsafe/fieldsafe/detect"
)

// Replacer appends to dst what shall stand in place of match, and returns the
// extended slice. It must not retain match, and must be safe for concurrent
// use. One that panics is answered by a label.
//
// [Label], [Erase] and [Keep] are replacers; [Mask], [Pseudonym], [ByCategory]
// and [ByDetector] make them.
type Replacer func(dst []byte, match string, f detect.Finding) []byte

// Every label begins with labelStart and ends with labelEnd. Scanners treat
// values that begin so as placeholders, so that a label is never a finding.
const (
	labelStart = "[REDACTED"
	labelEnd   = "]"
	maxLabel   = 160 // bytes of the longest label that is taken for one
)

// Label appends a fixed text that names the kind of value:
// [REDACTED:us_ssn], with the detector's ID.
func Label(dst []byte, _ string, f detect.Finding) []byte {
	dst = append(dst, labelStart...)
	if f.Detector != nil {
		dst = append(dst, ':')
		dst = append(dst, f.Detector.ID...)
	}
	return append(dst, labelEnd...)
}

// labelCache holds the labels of detectors, so that they are made once. It is
// bounded, lock-free and forgets by being overwritten.
type labelCache [1 << 6]atomic.Pointer[label]

type label struct {
	detector *detect.Detector
	text     string
}

// labelOf returns what Label writes for a finding of d.
func (r *Redactor) labelOf(d *detect.Detector) string {
	slot := &r.labelled[hashOf([]byte(d.ID), 0)>>1%uint64(len(r.labelled))]
	if l := slot.Load(); l != nil && l.detector == d {
		return l.text
	}
	l := &label{d, string(Label(nil, "", detect.Finding{Detector: d}))}
	slot.Store(l)
	return l.text
}

// Erase appends nothing: not even the kind of value is left.
func Erase(dst []byte, _ string, _ detect.Finding) []byte { return dst }

// Keep appends the match as it is.
func Keep(dst []byte, match string, _ detect.Finding) []byte { return append(dst, match...) }

const maskStart = "****"

// Mask keeps the last characters of a match behind four asterisks, whatever
// its length: ****1111. It keeps at most keep characters, at most half of
// them, and of credentials at most a quarter.
func Mask(keep int) Replacer {
	return func(dst []byte, match string, f detect.Finding) []byte {
		if masked(match, keep) {
			return append(dst, match...)
		}
		shown := utf8.RuneCountInString(match) / 2
		if f.Detector != nil && f.Detector.Category == detect.Credential {
			shown /= 2
		}
		dst = append(dst, maskStart...)
		return append(dst, lastRunes(match, min(keep, shown))...)
	}
}

// masked reports whether match is what Mask(keep) leaves; masking it again
// would lose what was kept.
func masked(match string, keep int) bool {
	tail, ok := strings.CutPrefix(match, maskStart)
	return ok && utf8.RuneCountInString(tail) <= keep
}

func lastRunes(s string, n int) string {
	at := len(s)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:at])
		at -= size
	}
	return s[at:]
}

// minKey is the least length of a pseudonym key in bytes: that of the hash.
const minKey = sha256.Size

// Pseudonym makes a replacer that writes a keyed, stable token in place of a
// value, so that equal values can be told to be equal without being known:
// [REDACTED:us_ssn:k1:<32 hexadecimal digits>].
//
// The token is the first 16 bytes of the HMAC-SHA-256 (RFC 2104, FIPS 198-1) of
// the value under key. keyID is written into the token, so that keys can be
// rotated; it must be letters, digits, "-", "_" and ".", at most 32 bytes. A
// discriminator separates fields: under different ones equal values give
// different tokens. Keys shorter than 32 bytes are an error: with a guessable
// key the values, most of which are few, can be found by trying.
func Pseudonym(keyID string, key []byte, discriminator ...string) (Replacer, error) {
	if len(key) < minKey {
		return nil, errors.New("redact: a pseudonym key must have at least 32 bytes")
	}
	if !validKeyID(keyID) {
		return nil, errors.New("redact: a key ID must be 1 to 32 letters, digits, '-', '_' or '.'")
	}
	key = append([]byte(nil), key...)
	field := appendFramed(nil, discriminator)
	return func(dst []byte, match string, f detect.Finding) []byte {
		if isLabel(match) {
			return append(dst, match...)
		}
		mac := hmac.New(sha256.New, key)
		mac.Write(field)
		mac.Write([]byte(match))
		var sum [sha256.Size]byte
		dst = Label(dst, match, f)
		dst = append(dst[:len(dst)-len(labelEnd)], ':')
		dst = append(append(dst, keyID...), ':')
		dst = hex.AppendEncode(dst, mac.Sum(sum[:0])[:16])
		return append(dst, labelEnd...)
	}, nil
}

// appendFramed writes each part after its length, so that no two lists of
// parts give the same bytes.
func appendFramed(dst []byte, parts []string) []byte {
	for _, part := range parts {
		dst = binary.BigEndian.AppendUint64(dst, uint64(len(part)))
		dst = append(dst, part...)
	}
	return dst
}

func validKeyID(id string) bool {
	for i := range len(id) {
		c := id[i]
		word := c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
		if !word && c != '-' && c != '_' && c != '.' {
			return false
		}
	}
	return id != "" && len(id) <= 32
}

// ByCategory chooses a replacer by the category of the finding. Categories
// that are not in choices are erased.
func ByCategory(choices map[detect.Category]Replacer) Replacer {
	choices = copied(choices)
	return func(dst []byte, match string, f detect.Finding) []byte {
		if f.Detector == nil {
			return dst
		}
		if choice := choices[f.Detector.Category]; choice != nil {
			return choice(dst, match, f)
		}
		return dst
	}
}

// ByDetector chooses a replacer by the ID of the detector; otherwise is asked
// about detectors that are not in choices, and [Erase] where it is nil.
func ByDetector(choices map[string]Replacer, otherwise Replacer) Replacer {
	choices = copied(choices)
	if otherwise == nil {
		otherwise = Erase
	}
	return func(dst []byte, match string, f detect.Finding) []byte {
		if f.Detector != nil {
			if choice := choices[f.Detector.ID]; choice != nil {
				return choice(dst, match, f)
			}
		}
		return otherwise(dst, match, f)
	}
}

func copied[K comparable](m map[K]Replacer) map[K]Replacer {
	out := make(map[K]Replacer, len(m))
	for k, v := range m {
		out[k] = v
	}
	return out
}

// isLabel reports whether s is one label and nothing else.
func isLabel(s string) bool {
	if len(s) > maxLabel || !strings.HasPrefix(s, labelStart) || !strings.HasSuffix(s, labelEnd) {
		return false
	}
	return !strings.ContainsAny(s[1:len(s)-1], "[] \t\n\"")
}
