package checkdigit

// GTIN reports whether digits, check digit last, satisfy the check digit of the
// GS1 General Specifications section 7.9 (EAN-8, EAN-13, UPC, GTIN-14, GLN,
// SSCC): from the right the weights are 1, 3, 1, 3, and the sum is a multiple of
// ten.
func GTIN[T text](digits T) bool {
	sum, weight := 0, 1
	for i := len(digits) - 1; i >= 0; i-- {
		if !isDigit(digits[i]) {
			return false
		}
		sum += weight * int(digits[i]-'0')
		weight = 4 - weight
	}
	return len(digits) > 0 && sum%10 == 0
}
