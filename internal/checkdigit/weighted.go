package checkdigit

// WeightedSum is the sum of the products of the values of the characters of s,
// as [Value] gives them, and weights, from the left. It stops at the end of the
// shorter one; bytes without a value count nothing. The caller takes the
// remainder: each register has its own way with it.
//
//	WeightedSum(digits, 8, 7, 6, 5, 4, 3, 2) % 11
func WeightedSum[T text](s T, weights ...int) int {
	sum := 0
	for i := range min(len(s), len(weights)) {
		sum += max(Value(s[i]), 0) * weights[i]
	}
	return sum
}
