package checkdigit

// Digits appends the ASCII digits of s to dst and skips every other byte. It
// never grows dst: it returns nil when the digits do not fit its capacity.
//
//	var array [11]byte
//	digits := checkdigit.Digits(array[:0], value)
//	if len(digits) != 11 { ... }
func Digits[T text](dst []byte, s T) []byte {
	for i := range len(s) {
		if !isDigit(s[i]) {
			continue
		}
		if len(dst) == cap(dst) {
			return nil
		}
		dst = append(dst, s[i])
	}
	return dst
}

// Alnum appends the ASCII letters, as capitals, and the digits of s to dst and
// skips every other byte. It never grows dst: it returns nil when they do not
// fit its capacity.
func Alnum[T text](dst []byte, s T) []byte {
	for i := range len(s) {
		c := s[i]
		if 'a' <= c && c <= 'z' {
			c -= 'a' - 'A'
		}
		if Value(c) < 0 {
			continue
		}
		if len(dst) == cap(dst) {
			return nil
		}
		dst = append(dst, c)
	}
	return dst
}
