package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// rarePairs holds for each letter, from a to z, those that hardly ever follow it in a word or a
// name: each pair is less than one in 2,000 of the pairs in the words and names of
// the sources of Go and of packages of Python, each counted once.
var rarePairs = [26]string{
	"ehjoqz",                     // a
	"bcdfghkmnpqtvwxz",           // b
	"bfjqwxyz",                   // c
	"ghjkqxyz",                   // d
	"jkz",                        // e
	"bdghjknpqvwxyz",             // f
	"bdfgjkmpqvwxyz",             // g
	"bcdfghjklmnpqsvwxyz",        // h
	"hijkquwy",                   // i
	"abcdefghijklmnopqrstuvwxyz", // j
	"bcdfghjklmnopqrtuvwxyz",     // k
	"ghjkmnqvwxz",                // l
	"cfghjknqrvwxyz",             // m
	"bhjqwxyz",                   // n
	"ehjqxyz",                    // o
	"bfgjnqvwxz",                 // p
	"abcdefghijklmnopqrstvwxyz",  // q
	"hjqwxz",                     // r
	"jqvxz",                      // s
	"gjkqx",                      // t
	"hjkoquvwxyz",                // u
	"bdghjklnoqrtuvwxyz",         // v
	"bcdfghjklmpqtuvwxyz",        // w
	"bdfghjklmnoqruwxyz",         // x
	"abcdefghijkloqruvwxyz",      // y
	"abcdfghjklmnopqrstuvwxyz",   // z
}

// isImprobable reports whether value is letters and digits that make no words and no
// names: at a quarter of its places, and at three or more, letters follow each
// other that hardly ever do, or a letter follows a digit. It is meant for what
// stands behind the name of a secret: abbreviations are like that, too. Letters of
// one case need more of them.
func isImprobable(value string) bool {
	const least, oneIn, minOneCase = 3, 4, 12
	if a := alphabetOf(value); len(value) < minOneCase && (a&withDigit == 0 && a&(withLower|withUpper) != withLower|withUpper) {
		return false
	}
	rare := 0
	for i := range len(value) {
		if !scan.IsAlnum(value[i]) {
			return false
		}
		if i > 0 && isRareAt(value, i) {
			rare++
		}
	}
	return rare >= least && oneIn*rare >= len(value)
}

// isRareAt reports whether the letter at i hardly ever follows what stands before it.
// Any capital may begin another word of a name, if the one before has two small letters.
func isRareAt(value string, i int) bool {
	a, b := value[i-1], value[i]
	switch {
	case !scan.IsLetter(b):
		return false
	case !scan.IsLetter(a):
		return true
	case isLower(a) && !isLower(b):
		return i > 1 && !isLower(value[i-2])
	}
	return strings.IndexByte(rarePairs[scan.Lower(a)-'a'], scan.Lower(b)) >= 0
}
