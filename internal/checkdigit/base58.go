package checkdigit

import (
	"crypto/sha256"
	"encoding/binary"
)

// Base58 is an alphabet of 58 characters: the value of each ASCII character
// plus one, zero for those outside the alphabet.
type Base58 [128]uint8

// Base58Bitcoin is the alphabet of Bitcoin and most others: digits, upper case,
// lower case, without 0, O, I and l.
var Base58Bitcoin = Base58{
	'1': 1, '2': 2, '3': 3, '4': 4, '5': 5, '6': 6, '7': 7, '8': 8, '9': 9,
	'A': 10, 'B': 11, 'C': 12, 'D': 13, 'E': 14, 'F': 15, 'G': 16, 'H': 17, 'J': 18,
	'K': 19, 'L': 20, 'M': 21, 'N': 22, 'P': 23, 'Q': 24, 'R': 25, 'S': 26, 'T': 27,
	'U': 28, 'V': 29, 'W': 30, 'X': 31, 'Y': 32, 'Z': 33,
	'a': 34, 'b': 35, 'c': 36, 'd': 37, 'e': 38, 'f': 39, 'g': 40, 'h': 41, 'i': 42,
	'j': 43, 'k': 44, 'm': 45, 'n': 46, 'o': 47, 'p': 48, 'q': 49, 'r': 50, 's': 51,
	't': 52, 'u': 53, 'v': 54, 'w': 55, 'x': 56, 'y': 57, 'z': 58,
}

// Base58Ripple is the alphabet of the XRP Ledger, in which the account of value
// zero begins with "r".
//
// See https://xrpl.org/docs/references/protocol/data-types/base58-encodings.
var Base58Ripple = Base58{
	'r': 1, 'p': 2, 's': 3, 'h': 4, 'n': 5, 'a': 6, 'f': 7, '3': 8, '9': 9, 'w': 10,
	'B': 11, 'U': 12, 'D': 13, 'N': 14, 'E': 15, 'G': 16, 'H': 17, 'J': 18, 'K': 19,
	'L': 20, 'M': 21, '4': 22, 'P': 23, 'Q': 24, 'R': 25, 'S': 26, 'T': 27, '7': 28,
	'V': 29, 'W': 30, 'X': 31, 'Y': 32, 'Z': 33, '2': 34, 'b': 35, 'c': 36, 'd': 37,
	'e': 38, 'C': 39, 'g': 40, '6': 41, '5': 42, 'j': 43, 'k': 44, 'm': 45, '8': 46,
	'o': 47, 'F': 48, 'q': 49, 'i': 50, '1': 51, 't': 52, 'u': 53, 'v': 54, 'A': 55,
	'x': 56, 'y': 57, 'z': 58,
}

// maxBase58 is the longest text decoded: an extended key (BIP 32) has 111 or
// 112 characters and 82 bytes.
const maxBase58 = 112

// Base58Bytes holds a decoded number, most significant byte first.
type Base58Bytes [maxBase58]byte

// Decode decodes s into dst and returns the bytes it stands for, a slice of
// dst, and whether s is well-formed: 1 to 112 characters, all of the alphabet.
// Each leading character of value zero stands for a zero byte. It does not
// allocate.
func (a *Base58) Decode(dst *Base58Bytes, s string) ([]byte, bool) {
	if s == "" || len(s) > maxBase58 {
		return nil, false
	}
	var n base58Number
	for rest := s; rest != ""; rest = rest[min(5, len(rest)):] {
		factor, value := uint64(1), uint64(0)
		for i := range min(5, len(rest)) {
			c := rest[i]
			if c >= 128 || a[c] == 0 {
				return nil, false
			}
			factor, value = factor*58, value*58+uint64(a[c]-1)
		}
		n.multiplyAdd(factor, value)
	}
	first := n.bytes(dst)
	for i := 0; i < len(s) && a[s[i]] == 1; i++ {
		first--
		dst[first] = 0
	}
	return dst[first:], true
}

// base58Number is a number of up to 657 bits, which 112 characters do not
// exceed, the lowest 32 bits first.
type base58Number struct {
	limbs [21]uint32
	used  int
}

func (n *base58Number) multiplyAdd(factor, carry uint64) {
	for i := range n.limbs[:n.used] {
		carry += uint64(n.limbs[i]) * factor
		n.limbs[i] = uint32(carry)
		carry >>= 32
	}
	if carry > 0 {
		n.limbs[n.used] = uint32(carry)
		n.used++
	}
}

// bytes writes the number to the end of dst, most significant byte first, and
// returns where it begins.
func (n *base58Number) bytes(dst *Base58Bytes) (first int) {
	first = len(dst)
	for _, limb := range n.limbs[:n.used] {
		first -= 4
		binary.BigEndian.PutUint32(dst[first:], limb)
	}
	for first < len(dst) && dst[first] == 0 {
		first++
	}
	return first
}

// DecodeCheck decodes s as Decode does and returns the bytes without the last
// four, and whether these are the start of the double SHA-256 of the others
// (Base58Check). It does not allocate.
//
// See https://en.bitcoin.it/wiki/Base58Check_encoding.
func (a *Base58) DecodeCheck(dst *Base58Bytes, s string) ([]byte, bool) {
	decoded, ok := a.Decode(dst, s)
	if !ok || len(decoded) < 5 {
		return nil, false
	}
	payload, checksum := decoded[:len(decoded)-4], decoded[len(decoded)-4:]
	once := sha256.Sum256(payload)
	twice := sha256.Sum256(once[:])
	return payload, string(twice[:4]) == string(checksum)
}
