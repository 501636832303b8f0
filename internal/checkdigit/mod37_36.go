package checkdigit

// Mod37_36 reports whether s, digits and capital letters with a check character
// last, satisfies the hybrid system ISO 7064 MOD 37,36.
func Mod37_36[T text](s T) bool {
	for i := range len(s) {
		if Value(s[i]) < 0 {
			return false
		}
	}
	return hybrid(s, 36)
}
