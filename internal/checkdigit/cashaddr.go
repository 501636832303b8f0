package checkdigit

// ValidCashAddr reports whether s, "prefix:payload", is a CashAddr address as
// Bitcoin Cash uses them: base-32 characters as in Bech32, letters of one case,
// a version byte that tells the type (public key hash or script hash) and the
// length, and a checksum of 40 bits over prefix and payload. It does not
// allocate.
//
// See https://github.com/bitcoincashorg/bitcoincash.org/blob/master/spec/cashaddr.md.
func ValidCashAddr(s string) bool {
	colon := 0
	for colon < len(s) && s[colon] != ':' {
		colon++
	}
	if colon == 0 || colon+1+2+8 > len(s) || mixedCase(s) || !cashAddrVersion(s[colon+1:]) {
		return false
	}
	sum := uint64(1)
	for i := range len(s) {
		value := s[i] & 31
		switch {
		case i == colon:
			value = 0
		case i > colon && (s[i] >= 128 || bech32Value[s[i]] == 0):
			return false
		case i > colon:
			value = bech32Value[s[i]] - 1
		}
		sum = cashAddrStep(sum) ^ uint64(value)
	}
	return sum == 1
}

// cashAddrVersion reports whether the version byte, the first eight bits of
// payload, is of a known type and fits payload's length.
func cashAddrVersion(payload string) bool {
	if payload[0] >= 128 || payload[1] >= 128 {
		return false
	}
	version := (bech32Value[payload[0]]-1)<<3 | (bech32Value[payload[1]]-1)>>2
	bits := 160 + 32*int(version&3)
	if version&4 != 0 {
		bits *= 2
	}
	return version>>3 <= 1 && len(payload) == (8+bits+4)/5+8
}

// cashAddrStep multiplies by x modulo the generator of the BCH code.
func cashAddrStep(sum uint64) uint64 {
	generator := [5]uint64{0x98f2bc8e61, 0x79b76d99e2, 0xf33e5fb3c4, 0xae2eabe2a8, 0x1e4f43e470}
	top := sum >> 35
	sum = sum & 0x07ffffffff << 5
	for i, g := range generator {
		sum ^= -(top >> i & 1) & g
	}
	return sum
}
