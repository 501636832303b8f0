package checkdigit

// CRC32Base36 returns the seven-character suffix of GitLab's routable tokens:
// the CRC-32 (IEEE) of s, everything before the suffix, as a base-36 number in
// lower case, padded with zeros on the left. It does not allocate.
//
// See https://handbook.gitlab.com/handbook/engineering/architecture/design-documents/cells/routable_tokens/.
func CRC32Base36(s string) [7]byte {
	const digits = "0123456789abcdefghijklmnopqrstuvwxyz"
	var suffix [7]byte
	sum := crc32String(s)
	for i := len(suffix) - 1; i >= 0; i-- {
		suffix[i] = digits[sum%36]
		sum /= 36
	}
	return suffix
}

// ValidCRC32Base36 reports whether suffix is the [CRC32Base36] of s. It does not
// allocate.
func ValidCRC32Base36(s, suffix string) bool {
	want := CRC32Base36(s)
	return string(want[:]) == suffix
}
