package checkdigit

// ICAO9303 is the check digit, 0-9, over the characters of body as ICAO Doc
// 9303 part 3 section 4.9 defines it for travel documents: weights 7, 3, 1 over
// and over, A=10 to Z=35, the filler "<" worth 0. It is -1 when body is empty
// or holds another byte.
func ICAO9303[T text](body T) int {
	if len(body) == 0 {
		return -1
	}
	sum := 0
	for i := range len(body) {
		v := Value(body[i])
		if body[i] == '<' {
			v = 0
		}
		if v < 0 {
			return -1
		}
		sum += v * int("\x07\x03\x01"[i%3])
	}
	return sum % 10
}
