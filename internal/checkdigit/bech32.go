package checkdigit

// Bech32Variant names the constant that a Bech32 checksum comes out as.
type Bech32Variant uint32

// The variants: BIP 173 and BIP 350.
const (
	Bech32  Bech32Variant = 1
	Bech32m Bech32Variant = 0x2bc830a3
)

// bech32Value holds the value of each character plus one, for either letter
// case; zero for the others.
var bech32Value = [128]uint8{
	'q': 1, 'p': 2, 'z': 3, 'r': 4, 'y': 5, '9': 6, 'x': 7, '8': 8,
	'g': 9, 'f': 10, '2': 11, 't': 12, 'v': 13, 'd': 14, 'w': 15, '0': 16,
	's': 17, '3': 18, 'j': 19, 'n': 20, '5': 21, '4': 22, 'k': 23, 'h': 24,
	'c': 25, 'e': 26, '6': 27, 'm': 28, 'u': 29, 'a': 30, '7': 31, 'l': 32,
	'Q': 1, 'P': 2, 'Z': 3, 'R': 4, 'Y': 5, 'X': 7, 'G': 9, 'F': 10, 'T': 12,
	'V': 13, 'D': 14, 'W': 15, 'S': 17, 'J': 19, 'N': 20, 'K': 23, 'H': 24,
	'C': 25, 'E': 26, 'M': 28, 'U': 29, 'A': 30, 'L': 32,
}

// ValidBech32 reports whether s is a Bech32 text of the variant: a human-readable
// part, the last "1", and data that ends in a checksum of six characters; all
// letters of one case. Length is not limited, as Cardano's addresses are longer
// than the 90 characters within which errors are sure to be found. It does not
// allocate.
//
// See https://github.com/bitcoin/bips/blob/master/bip-0173.mediawiki.
func ValidBech32(s string, variant Bech32Variant) bool {
	separator := lastOne(s)
	if separator < 1 || len(s)-separator-1 < 6 || mixedCase(s) {
		return false
	}
	sum, ok := bech32Prefix(s[:separator])
	for i := separator + 1; ok && i < len(s); i++ {
		if s[i] >= 128 || bech32Value[s[i]] == 0 {
			return false
		}
		sum = bech32Step(sum) ^ uint32(bech32Value[s[i]]-1)
	}
	return ok && sum == uint32(variant)
}

// ValidSegwit reports whether s is a Bitcoin-style segregated witness address:
// Bech32 for version 0 with a program of 20 or 32 bytes, Bech32m for versions 1
// to 16 with one of 2 to 40 bytes (32 for version 1, Taproot). The prefix is
// the caller's matter. It does not allocate.
//
// See https://github.com/bitcoin/bips/blob/master/bip-0350.mediawiki.
func ValidSegwit(s string) bool {
	separator := lastOne(s)
	if separator < 1 || separator+8 > len(s) || s[separator+1] >= 128 {
		return false
	}
	data := s[separator+2 : len(s)-6]
	size := len(data) * 5 / 8
	switch version := int(bech32Value[s[separator+1]]) - 1; {
	case len(data)*5%8 > 4 || size < 2 || size > 40:
		return false
	case version == 0:
		return (size == 20 || size == 32) && ValidBech32(s, Bech32)
	case version == 1:
		return size == 32 && ValidBech32(s, Bech32m)
	default:
		return 2 <= version && version <= 16 && ValidBech32(s, Bech32m)
	}
}

// bech32Prefix returns the checksum of an expanded human-readable part.
func bech32Prefix(prefix string) (sum uint32, ok bool) {
	sum = 1
	for i := range len(prefix) {
		if prefix[i] < 33 || prefix[i] > 126 {
			return 0, false
		}
		sum = bech32Step(sum) ^ uint32(lowerASCII(prefix[i])>>5)
	}
	sum = bech32Step(sum)
	for i := range len(prefix) {
		sum = bech32Step(sum) ^ uint32(lowerASCII(prefix[i])&31)
	}
	return sum, true
}

// bech32Step multiplies by x modulo the generator of the BCH code over GF(32).
func bech32Step(sum uint32) uint32 {
	generator := [5]uint32{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3}
	top := sum >> 25
	sum = sum & 0x1ffffff << 5
	for i, g := range generator {
		sum ^= -(top >> i & 1) & g
	}
	return sum
}

// lastOne returns the index of the last "1" in s, or -1.
func lastOne(s string) int {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i] == '1' {
			return i
		}
	}
	return -1
}

// mixedCase reports whether s has ASCII letters of both cases.
func mixedCase(s string) bool {
	var lower, upper bool
	for i := range len(s) {
		lower = lower || 'a' <= s[i] && s[i] <= 'z'
		upper = upper || 'A' <= s[i] && s[i] <= 'Z'
	}
	return lower && upper
}
