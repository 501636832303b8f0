// Package words folds text so that words compare equal however they are
// written: in upper or lower case, with or without diacritics.
package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s in lower case and without diacritics; compatibility forms
// (full-width letters, ligatures) become plain ones. A string that is folded
// already comes back unchanged, unallocated.
func Fold(s string) string {
	if folded(s) {
		return s
	}
	if latin, ok := foldLatin(s); ok {
		return latin
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if f := Rune(r); f >= 0 {
			b.WriteRune(f)
		}
	}
	return norm.NFC.String(b.String()) // Hangul as it is written, in syllables
}

// latinLetters are what Fold makes of U+00C0 to U+017F; a dot stands for what is
// not one ASCII letter then.
const latinLetters = "aaaaaaaceeeeiiii.nooooo.ouuuuy.saaaaaaaceeeeiiii.nooooo.ouuuuy.y" +
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllll..llnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"

// foldLatin is Fold for ASCII and the letters of latinLetters alone, in one pass.
func foldLatin(s string) (string, bool) {
	var space [64]byte
	out := space[:0]
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			if r-'A' < 26 && r >= 'A' {
				r += 'a' - 'A'
			}
		case r >= 0xC0 && r <= 0x17F && latinLetters[r-0xC0] != '.':
			r = rune(latinLetters[r-0xC0])
		default:
			return "", false
		}
		out = append(out, byte(r))
	}
	return string(out), true
}

func folded(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf || s[i]-'A' < 26 {
			return false
		}
	}
	return true
}

// Rune folds one rune of decomposed text; it returns -1 for a mark that falls
// away.
func Rune(r rune) rune {
	if r < utf8.RuneSelf {
		return unicode.ToLower(r)
	}
	if unicode.Is(unicode.Mn, r) {
		return -1
	}
	return withoutStroke(unicode.ToLower(r))
}

// withoutStroke returns the plain letter for those, in lower case, whose mark
// Unicode does not decompose.
func withoutStroke(r rune) rune {
	switch r {
	case 'ø':
		return 'o'
	case 'ł':
		return 'l'
	case 'đ':
		return 'd'
	case 'ħ':
		return 'h'
	case 'ı':
		return 'i'
	case 'ŧ':
		return 't'
	case 'ß':
		return 's'
	case 'æ':
		return 'a'
	}
	return r
}

// Phrase folds s and reduces whatever stands between its words to single
// spaces: "Numéro d'assurance" becomes "numero d assurance". A phrase of single
// letters is joined: "N.P.I." becomes "npi".
func Phrase(s string) string {
	if plain(s) {
		return s
	}
	fields := strings.FieldsFunc(Fold(s), func(r rune) bool {
		return r < utf8.RuneSelf && (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	for _, f := range fields {
		if utf8.RuneCountInString(f) > 1 {
			return strings.Join(fields, " ")
		}
	}
	return strings.Join(fields, "")
}

// plain reports whether s is a phrase as Phrase returns it: words of at least two
// ASCII letters or digits with single spaces between.
func plain(s string) bool {
	word := 0
	for i := range len(s) {
		switch b := s[i]; {
		case b-'a' < 26 || b-'0' < 10:
			word++
		case b == ' ' && word > 1 && i < len(s)-1:
			word = 0
		default:
			return false
		}
	}
	return word > 1
}

// AppendFolded appends what a rune beyond ASCII stands for: its letters without
// marks, in lower case unless they are ASCII, an ASCII digit for a digit of any
// script, a space, hyphen, dot or quote for any kind of them, and nothing for one that is
// not seen.
func AppendFolded(dst []byte, r rune) []byte {
	switch {
	case unicode.In(r, unicode.Cf, unicode.Mn, unicode.Me):
		return dst
	case unicode.Is(unicode.Zs, r):
		return append(dst, ' ')
	case unicode.Is(unicode.Pd, r) || r == '\u2212':
		return append(dst, '-')
	case r == '\u2018' || r == '\u2019' || r == '\u02bc':
		return append(dst, '\'')
	case r == '\u201c' || r == '\u201d' || r == '\u201e':
		return append(dst, '"')
	case unicode.Is(unicode.Nd, r):
		return append(dst, '0'+digitValue(r))
	case r == '\u00b7' || r == '\u2022' || r == '\u3002':
		return append(dst, '.')
	}
	var space [utf8.UTFMax]byte
	plain := norm.NFKD.Properties(space[:utf8.EncodeRune(space[:], r)]).Decomposition()
	if plain == nil {
		return appendRune(dst, r)
	}
	for len(plain) > 0 {
		d, n := utf8.DecodeRune(plain)
		dst, plain = appendRune(dst, d), plain[n:]
	}
	return dst
}

func appendRune(dst []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		return append(dst, byte(r)) // tokens are case-sensitive
	}
	if f := Rune(r); f >= 0 {
		return utf8.AppendRune(dst, f)
	}
	return dst
}

// digitValue returns the value of a decimal digit: Unicode assigns them in runs
// of ten, which its tables keep together.
func digitValue(r rune) byte {
	for _, t := range unicode.Nd.R16 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return byte((r - rune(t.Lo)) % 10)
		}
	}
	for _, t := range unicode.Nd.R32 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return byte((r - rune(t.Lo)) % 10)
		}
	}
	return 0
}
