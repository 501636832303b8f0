package checkdigit

import "hash/crc32"

// base62Digits are the digits of a base-62 number in the order that token
// issuers use: digits, upper case, lower case.
const base62Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// CRC32Base62 returns the six-character suffix of tokens that end in the CRC-32
// (IEEE) of their body as a base-62 number, padded with zeros on the left. The
// body has no prefix: of GitHub's tokens, the 30 characters after "ghp_". It
// does not allocate.
//
// See https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/.
func CRC32Base62(body string) [6]byte {
	var suffix [6]byte
	sum := crc32String(body)
	for i := len(suffix) - 1; i >= 0; i-- {
		suffix[i] = base62Digits[sum%62]
		sum /= 62
	}
	return suffix
}

// ValidCRC32Base62 reports whether suffix is the [CRC32Base62] of body. It does
// not allocate.
func ValidCRC32Base62(body, suffix string) bool {
	want := CRC32Base62(body)
	return string(want[:]) == suffix
}

// CRC32Hex returns the eight lower-case hexadecimal digits of the CRC-32 (IEEE)
// of s, the suffix of Cloudflare's tokens (s is the 40-character body) and, in
// upper case, of Atlassian's (s is everything before the suffix). It does not
// allocate.
func CRC32Hex(s string) [8]byte {
	const digits = "0123456789abcdef"
	var suffix [8]byte
	sum := crc32String(s)
	for i := len(suffix) - 1; i >= 0; i-- {
		suffix[i] = digits[sum&15]
		sum >>= 4
	}
	return suffix
}

// ValidCRC32Hex reports whether suffix is the [CRC32Hex] of s, in either letter
// case. It does not allocate.
func ValidCRC32Hex(s, suffix string) bool {
	want := CRC32Hex(s)
	if len(suffix) != len(want) {
		return false
	}
	for i := range want {
		if lowerASCII(suffix[i]) != want[i] {
			return false
		}
	}
	return true
}

// crc32String is crc32.ChecksumIEEE of a string; that function would make its
// argument escape and so be copied.
func crc32String(s string) uint32 {
	sum := ^uint32(0)
	for i := range len(s) {
		sum = crc32.IEEETable[byte(sum)^s[i]] ^ sum>>8
	}
	return ^sum
}

// lowerASCII returns c in lower case if it is an ASCII letter.
func lowerASCII(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c | 0x20
	}
	return c
}
