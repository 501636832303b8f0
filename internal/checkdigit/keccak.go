package checkdigit

import (
	"encoding/binary"
	"math/bits"
)

// keccakRate is the block size of Keccak-256 in bytes.
const keccakRate = 136

// keccakRound holds the constants of the iota step.
var keccakRound = [24]uint64{
	0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000,
	0x000000000000808b, 0x0000000080000001, 0x8000000080008081, 0x8000000000008009,
	0x000000000000008a, 0x0000000000000088, 0x0000000080008009, 0x000000008000000a,
	0x000000008000808b, 0x800000000000008b, 0x8000000000008089, 0x8000000000008003,
	0x8000000000008002, 0x8000000000000080, 0x000000000000800a, 0x800000008000000a,
	0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
}

// keccakRotation and keccakLane drive the rho and pi steps: the lane moved to
// keccakLane[i] is rotated by keccakRotation[i].
var (
	keccakRotation = [24]int{1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44}
	keccakLane     = [24]int{10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1}
)

// Keccak256 returns the Keccak-256 hash of data as Ethereum and Monero use it:
// the submission to NIST, which pads with 0x01 where SHA3-256 pads with 0x06.
// It does not allocate.
//
// See https://keccak.team/keccak_specs_summary.html.
func Keccak256(data []byte) [32]byte {
	var state [25]uint64
	for len(data) >= keccakRate {
		keccakAbsorb(&state, data[:keccakRate])
		data = data[keccakRate:]
	}
	var last [keccakRate]byte
	copy(last[:], data)
	last[len(data)] ^= 0x01
	last[keccakRate-1] ^= 0x80
	keccakAbsorb(&state, last[:])
	var sum [32]byte
	for i := range 4 {
		binary.LittleEndian.PutUint64(sum[8*i:], state[i])
	}
	return sum
}

// keccakAbsorb mixes one block into state.
func keccakAbsorb(state *[25]uint64, block []byte) {
	for i := range keccakRate / 8 {
		state[i] ^= binary.LittleEndian.Uint64(block[8*i:])
	}
	for _, constant := range keccakRound {
		keccakPermute(state)
		state[0] ^= constant
	}
}

// keccakPermute does the theta, rho, pi and chi steps of one round.
func keccakPermute(s *[25]uint64) {
	c0 := s[0] ^ s[5] ^ s[10] ^ s[15] ^ s[20]
	c1 := s[1] ^ s[6] ^ s[11] ^ s[16] ^ s[21]
	c2 := s[2] ^ s[7] ^ s[12] ^ s[17] ^ s[22]
	c3 := s[3] ^ s[8] ^ s[13] ^ s[18] ^ s[23]
	c4 := s[4] ^ s[9] ^ s[14] ^ s[19] ^ s[24]
	delta := [5]uint64{
		c4 ^ bits.RotateLeft64(c1, 1), c0 ^ bits.RotateLeft64(c2, 1), c1 ^ bits.RotateLeft64(c3, 1),
		c2 ^ bits.RotateLeft64(c4, 1), c3 ^ bits.RotateLeft64(c0, 1),
	}
	for y := 0; y < 25; y += 5 {
		row := (*[5]uint64)(s[y:])
		for x, d := range delta {
			row[x] ^= d
		}
	}
	moved := s[1]
	for i, lane := range keccakLane {
		moved, s[lane] = s[lane], bits.RotateLeft64(moved, keccakRotation[i])
	}
	for y := 0; y < 25; y += 5 {
		row := (*[5]uint64)(s[y:])
		a, b, c, d, e := row[0], row[1], row[2], row[3], row[4]
		*row = [5]uint64{a ^ ^b&c, b ^ ^c&d, c ^ ^d&e, d ^ ^e&a, e ^ ^a&b}
	}
}

// ValidEIP55 reports whether the 40 hexadecimal digits of an Ethereum address,
// written without "0x", have the letter case that EIP-55 prescribes: upper case
// where the digit of the same place in the Keccak-256 of the lower-case text is
// 8 or more. It does not allocate.
//
// See https://eips.ethereum.org/EIPS/eip-55.
func ValidEIP55(digits string) bool {
	if len(digits) != 40 {
		return false
	}
	var lower [40]byte
	for i := range lower {
		c := lowerASCII(digits[i])
		if !('0' <= c && c <= '9' || 'a' <= c && c <= 'f') {
			return false
		}
		lower[i] = c
	}
	sum := Keccak256(lower[:])
	for i, c := range lower {
		nibble := sum[i/2] >> (4 * (1 - i%2)) & 15
		if c >= 'a' && (nibble >= 8) != (digits[i] < 'a') {
			return false
		}
	}
	return true
}
