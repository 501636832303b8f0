package checkdigit

import "math/bits"

// moneroMax is the size of an integrated address: network byte, two keys,
// payment ID, checksum.
const moneroMax = 1 + 32 + 32 + 8 + 4

// moneroBlock is the number of bytes that a last block of so many characters
// stands for; zero where there is no such block.
var moneroBlock = [12]uint8{2: 1, 3: 2, 5: 3, 6: 4, 7: 5, 9: 6, 10: 7, 11: 8}

// DecodeMonero decodes a Monero address and returns its network byte: 18 for a
// standard, 19 for an integrated address and 42 for a subaddress of the main
// network. Base-58 is applied to blocks of eight bytes, eleven characters each;
// the last four bytes are the start of the Keccak-256 of the others. It does
// not allocate.
//
// See https://docs.getmonero.org/public-address/standard-address/.
func DecodeMonero(s string) (network byte, ok bool) {
	var decoded [moneroMax]byte
	n := 0
	for len(s) > 0 {
		block := s[:min(11, len(s))]
		size := int(moneroBlock[len(block)])
		if size == 0 || n+size > len(decoded) || !moneroDecodeBlock(decoded[n:n+size], block) {
			return 0, false
		}
		n += size
		s = s[len(block):]
	}
	if n != moneroMax && n != moneroMax-8 {
		return 0, false
	}
	sum := Keccak256(decoded[:n-4])
	return decoded[0], string(sum[:4]) == string(decoded[n-4:n])
}

// moneroDecodeBlock writes the number that block stands for into dst, most
// significant byte first, and reports whether it fits.
func moneroDecodeBlock(dst []byte, block string) bool {
	var number uint64
	for i := range len(block) {
		if block[i] >= 128 || Base58Bitcoin[block[i]] == 0 {
			return false
		}
		high, low := bits.Mul64(number, 58)
		sum, carry := bits.Add64(low, uint64(Base58Bitcoin[block[i]]-1), 0)
		if high+carry > 0 {
			return false
		}
		number = sum
	}
	for i := len(dst) - 1; i >= 0; i-- {
		dst[i] = byte(number)
		number >>= 8
	}
	return number == 0
}
