package checkdigit

// ValidCashAddr reports whether prefix and payload, which a colon joins, are a
// CashAddr address as Bitcoin Cash uses them: base-32 characters as in Bech32,
// letters of one case, a version byte that tells the type (public key hash or
// script hash) and the length, and a checksum of 40 bits over prefix and
// payload. It does not allocate.
//
// See https://github.com/bitcoincashorg/bitcoincash.org/blob/master/spec/cashaddr.md.
func ValidCashAddr(prefix, payload string) bool {
	if prefix == "" || len(payload) < 2+8 || mixedCase(prefix) || mixedCase(payload) || !cashAddrVersion(payload) {
		return false
	}
	sum := uint64(1)
	for i := range len(prefix) {
		sum = cashAddrStep(sum) ^ uint64(prefix[i]&31)
	}
	sum = cashAddrStep(sum)
	for i := range len(payload) {
		if payload[i] >= 128 || bech32Value[payload[i]] == 0 {
			return false
		}
		sum = cashAddrStep(sum) ^ uint64(bech32Value[payload[i]]-1)
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
