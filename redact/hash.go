package redact

import (
	"encoding/binary"
	"hash/maphash"
	"math/bits"
)

// Texts are known again by hashes of 64 bits under seeds that nobody outside the
// process knows. That two texts have the same one has odds of about 1 to 2^60,
// whoever chooses the texts. Each step is that of wyhash
// (https://github.com/wangyi-fudan/wyhash): 16 bytes are multiplied, and the halves
// of the product put together. Short texts, which nearly all are, take one step and
// no call.

var (
	hashSeed   = maphash.MakeSeed()
	headSeed   = maphash.String(hashSeed, "head")
	tailSeed   = maphash.String(hashSeed, "tail")
	lengthSeed = maphash.String(hashSeed, "length") | 1 // no bytes of a text make up for its length
)

// maxHashed bounds what is remembered, in bytes: hashing longer texts gains less.
const maxHashed = 128

// hashOf returns by what a text is known, which is odd: never that of an empty slot.
// The salt, a hash, stands for what else is known with it. Of texts beyond maxHashed it is 0:
// they are not remembered. A string is converted to text without a copy.
func hashOf(text []byte, salt uint64) uint64 {
	n := len(text)
	head, tail := headSeed+uint64(n)*lengthSeed, tailSeed+salt
	switch {
	case n >= 8:
		if n > 16 {
			return hashLong(text, head, tail)
		}
		return hashStep(binary.LittleEndian.Uint64(text)^head, binary.LittleEndian.Uint64(text[n-8:])^tail) | 1
	case n >= 4:
		return hashStep(uint64(binary.LittleEndian.Uint32(text))^head, uint64(binary.LittleEndian.Uint32(text[n-4:]))^tail) | 1
	case n > 0:
		return hashStep(uint64(text[0])^head, (uint64(text[n/2])<<8|uint64(text[n-1]))^tail) | 1
	}
	return hashStep(head, tail) | 1
}

// hashLong is hashOf for more than 16 bytes.
func hashLong(text []byte, head, tail uint64) uint64 {
	n := len(text)
	if n > maxHashed {
		return 0
	}
	for rest := text; len(rest) > 16; rest = rest[16:] {
		head = hashStep(binary.LittleEndian.Uint64(rest)^head, binary.LittleEndian.Uint64(rest[8:])^tail)
	}
	return hashStep(binary.LittleEndian.Uint64(text[n-16:])^head, binary.LittleEndian.Uint64(text[n-8:])^tail) | 1
}

func hashStep(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return hi ^ lo
}
