package checkdigit

import (
	"crypto/sha256"
	"sort"
)

// wordSize is the size of an entry of bip39Words.
const wordSize = 8

// maxEntropy is the most a phrase holds: 256 bits and 8 of checksum.
const maxEntropy = 33

// ValidBIP39 reports whether phrase is a recovery phrase: 12, 15, 18, 21 or 24
// English words of BIP 39, in either letter case and separated by anything but
// letters, of which the last bits are the start of the SHA-256 of the others.
// It does not allocate.
//
// See https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki.
func ValidBIP39(phrase string) bool {
	var entropy [maxEntropy]byte
	words := 0
	for len(phrase) > 0 {
		end := letters(phrase)
		if end == 0 {
			phrase = phrase[1:]
			continue
		}
		index := bip39Index(phrase[:end])
		if index < 0 || words == 24 {
			return false
		}
		putBits(&entropy, 11*words, index)
		words++
		phrase = phrase[end:]
	}
	if words < 12 || words%3 != 0 {
		return false
	}
	size := words / 3 * 4 // bytes of entropy; as many bits of checksum as words/3 follow
	sum := sha256.Sum256(entropy[:size])
	return (sum[0]^entropy[size])>>(8-words/3) == 0
}

// letters returns the length of the run of ASCII letters at the start of s.
func letters(s string) int {
	n := 0
	for n < len(s) && 'a' <= s[n]|0x20 && s[n]|0x20 <= 'z' {
		n++
	}
	return n
}

// putBits writes the 11 bits of v from bit at on.
func putBits(dst *[maxEntropy]byte, at, v int) {
	for i := range 11 {
		if v>>(10-i)&1 != 0 {
			dst[(at+i)/8] |= 0x80 >> ((at + i) % 8)
		}
	}
}

// bip39Index returns the index of word in the list, -1 if it is not in it.
func bip39Index(word string) int {
	if len(word) > wordSize {
		return -1
	}
	key := [wordSize]byte{' ', ' ', ' ', ' ', ' ', ' ', ' ', ' '}
	for i := range len(word) {
		key[i] = lowerASCII(word[i])
	}
	const count = len(bip39Words) / wordSize
	i := sort.Search(count, func(i int) bool { return bip39Words[i*wordSize:(i+1)*wordSize] >= string(key[:]) })
	if i == count || bip39Words[i*wordSize:(i+1)*wordSize] != string(key[:]) {
		return -1
	}
	return i
}
