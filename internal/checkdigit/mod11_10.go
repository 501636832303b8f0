package checkdigit

// Mod11_10 reports whether digits, check digit last, satisfy the hybrid system
// ISO 7064 MOD 11,10.
func Mod11_10[T text](digits T) bool {
	for i := range len(digits) {
		if !isDigit(digits[i]) {
			return false
		}
	}
	return hybrid(digits, 10)
}

// hybrid is the recursion of the hybrid systems MOD m+1,m of ISO 7064. The
// values of the characters of s must be below m.
func hybrid[T text](s T, m int) bool {
	c := m / 2
	for i := range len(s) {
		if c == 0 {
			c = m
		}
		c = (2*c%(m+1) + Value(s[i])) % m
	}
	return len(s) > 0 && c == 1
}
