package checkdigit

// Mod97 reports whether s, two check digits last, satisfies ISO 7064 MOD 97-10:
// read as a number, capital letters written as two digits (A=10 to Z=35), it
// leaves the remainder 1.
func Mod97[T text](s T) bool { return Mod97Append(0, s) == 1 }

// Mod97Append is the remainder modulo 97 of a number whose leading part left
// remainder and which goes on with the characters of s. It is -1 when s holds a
// byte that is neither a digit nor a capital letter, or when remainder is -1.
//
// An IBAN (ISO 13616) checks its first four characters last:
//
//	Mod97Append(Mod97Append(0, iban[4:]), iban[:4]) == 1
func Mod97Append[T text](remainder int, s T) int {
	for i := range len(s) {
		v := Value(s[i])
		switch {
		case v < 0 || remainder < 0:
			return -1
		case v < 10:
			remainder = (remainder*10 + v) % 97
		default:
			remainder = (remainder*100 + v) % 97
		}
	}
	return remainder
}
