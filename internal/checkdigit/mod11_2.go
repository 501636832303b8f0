package checkdigit

// Mod11_2 reports whether s, digits with a check character 0-9 or X last,
// satisfies ISO 7064 MOD 11-2.
func Mod11_2[T text](s T) bool {
	c := 0
	for i := range len(s) {
		switch {
		case isDigit(s[i]):
			c = (2*c + int(s[i]-'0')) % 11
		case s[i] == 'X' && i == len(s)-1:
			c = (2*c + 10) % 11
		default:
			return false
		}
	}
	return c == 1
}
