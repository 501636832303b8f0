package detect

import "strings"

// verifyIPv4 accepts addresses that can be somebody's.
func verifyIPv4(value string) Verdict {
	address, ok := parseIPv4(value, ".")
	return plausibleIf(ok && publicIPv4(address))
}

// verifyIPSlug accepts the same with what names have for dots.
func verifyIPSlug(value string) Verdict {
	address, ok := parseIPv4(value, "-_/ ")
	return plausibleIf(ok && publicIPv4(address))
}

// parseIPv4 reads four numbers below 256 without leading zeros, one of
// separators between them.
func parseIPv4(s, separators string) (address [4]uint8, ok bool) {
	at, digits, number := 0, 0, 0
	for i := range len(s) + 1 {
		if i < len(s) && '0' <= s[i] && s[i] <= '9' {
			if digits > 0 && number == 0 {
				return address, false
			}
			number = number*10 + int(s[i]-'0')
			digits++
			continue
		}
		if digits == 0 || digits > 3 || number > 255 || at == 4 || i < len(s) && strings.IndexByte(separators, s[i]) < 0 {
			return address, false
		}
		address[at] = uint8(number)
		at, digits, number = at+1, 0, 0
	}
	return address, at == 4
}

// publicIPv4 reports whether an address is neither private, shared, loopback,
// link-local, nor the address of a network, nor in the parts of the multicast
// and reserved ranges that protocols and masks use. The other parts are in no
// use, so that what stands there beside a keyword is an address made up.
func publicIPv4(a [4]uint8) bool {
	switch {
	case a[0] == 0, a[0] == 10, a[0] == 127, a[0] == 255:
		return false
	case a[0] == 224 && a[1] < 2, a[0] == 239 && a[1] >= 192:
		return false
	case a[0] == 100 && a[1]&0xc0 == 64, a[0] == 169 && a[1] == 254, a[0] == 172 && a[1]&0xf0 == 16, a[0] == 192 && a[1] == 168:
		return false
	}
	return a[1] != 0 || a[2] != 0 || a[3] != 0
}

// verifyIPv6 accepts addresses that can be somebody's; one that embeds an IPv4
// address counts as that.
func verifyIPv6(value string) Verdict {
	address, ok := parseIPv6(value)
	if !ok || isPairs(value) {
		return Invalid
	}
	embedded := [4]uint8(address[12:])
	switch prefix := string(address[:12]); {
	case prefix == mappedPrefix || prefix == translatedPrefix:
		return plausibleIf(publicIPv4(embedded))
	case prefix[:8] == zeroPrefix:
		return Invalid
	}
	local := address[0] == 0xfe || address[0]&0xfe == 0xfc || address[0] == 0xff
	return plausibleIf(!local)
}

// isPairs reports whether value is eight pairs of digits with a colon between, as in an
// EUI-64 or a dump of eight bytes.
func isPairs(value string) bool {
	if len(value) != 8*3-1 {
		return false
	}
	for i := 2; i < len(value); i += 3 {
		if value[i] != ':' {
			return false
		}
	}
	return true
}

// Prefixes of IPv6 addresses (RFC 4291, RFC 6052).
const (
	zeroPrefix       = "\x00\x00\x00\x00\x00\x00\x00\x00"
	mappedPrefix     = zeroPrefix + "\x00\x00\xff\xff"
	translatedPrefix = "\x00\x64\xff\x9b\x00\x00\x00\x00\x00\x00\x00\x00"
)

// parseIPv6 reads the text form of RFC 4291 section 2.2 without a zone.
func parseIPv6(s string) (address [16]byte, ok bool) {
	at, gap := 0, -1
	for i := 0; i < len(s); {
		if s[i] == ':' {
			if i+1 < len(s) && s[i+1] == ':' {
				if gap >= 0 || i+2 < len(s) && s[i+2] == ':' {
					return address, false
				}
				gap, i = at, i+2
				continue
			}
			if i++; i == 1 || i == len(s) {
				return address, false
			}
		}
		end := hexEnd(s, i)
		if end < len(s) && s[end] == '.' {
			return withIPv4(address, at, gap, s[i:])
		}
		if end == i || end > i+4 || at == 16 || i > 0 && s[i-1] != ':' {
			return address, false
		}
		v := hexValue(s[i:end])
		address[at], address[at+1] = byte(v>>8), byte(v)
		at, i = at+2, end
	}
	return spread(address, at, gap)
}

// withIPv4 ends an address at position at with the IPv4 address s.
func withIPv4(address [16]byte, at, gap int, s string) ([16]byte, bool) {
	v4, ok := parseIPv4(s, ".")
	if !ok || at > 12 {
		return address, false
	}
	copy(address[at:], v4[:])
	return spread(address, at+4, gap)
}

// spread moves what follows the gap "::" to the end of address, of which at
// bytes are filled.
func spread(address [16]byte, at, gap int) ([16]byte, bool) {
	if gap < 0 || at == 16 {
		return address, at == 16 && gap < 0
	}
	tail := at - gap
	copy(address[16-tail:], address[gap:at])
	clear(address[gap : 16-tail])
	return address, true
}

func hexEnd(s string, i int) int {
	for i < len(s) && hexDigit(s[i]) >= 0 {
		i++
	}
	return i
}

func hexValue(s string) int {
	v := 0
	for i := range len(s) {
		v = v<<4 | hexDigit(s[i])
	}
	return v
}

// hexDigit returns the value of a hexadecimal digit, or -1.
func hexDigit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// verifyMAC asks for one kind of separator and refuses the null and the
// broadcast address.
func verifyMAC(value string) Verdict {
	digits, separator, repeated := 0, byte(0), true
	for i := range len(value) {
		c := value[i]
		if hexDigit(c) >= 0 {
			digits++
			repeated = repeated && c|0x20 == value[0]|0x20
			continue
		}
		if separator != 0 && c != separator {
			return Invalid
		}
		separator = c
	}
	return plausibleIf(digits == 12 && !repeated)
}

// documentationIPv4 reports whether an address is in a block for documentation:
// RFC 5737 section 3.
func documentationIPv4(value string) bool {
	a, ok := parseIPv4(value, ".")
	return ok && (a[0] == 192 && a[1] == 0 && a[2] == 2 || a[0] == 198 && a[1] == 51 && a[2] == 100 || a[0] == 203 && a[1] == 0 && a[2] == 113)
}

// documentationIPv6 reports whether an address is in the prefixes for
// documentation, 2001:db8::/32 of RFC 3849 and 3fff::/20 of RFC 9637, or embeds an
// IPv4 address of that kind.
func documentationIPv6(value string) bool {
	a, ok := parseIPv6(value)
	if !ok {
		return false
	}
	const documentation = "\x20\x01\x0d\xb8"
	if dot := strings.IndexByte(value, '.'); dot > 0 && documentationIPv4(value[strings.LastIndexByte(value[:dot], ':')+1:]) {
		return true
	}
	return string(a[:4]) == documentation || a[0] == 0x3f && a[1] == 0xff && a[2]&0xf0 == 0
}

// documentationMAC reports whether an address is in the block for documentation,
// 00-00-5E-00-53: RFC 9542 section 2.1.2.
func documentationMAC(value string) bool {
	const block = "00005e0053"
	at := 0
	for i := 0; i < len(value) && at < len(block); i++ {
		if hexDigit(value[i]) < 0 {
			continue
		}
		if value[i]|0x20 != block[at]|0x20 {
			return false
		}
		at++
	}
	return at == len(block)
}
