package turns

import "testing"

// Twice the work takes about twice the time, and each sees every call once.
func TestCompare(t *testing.T) {
	work := func(n int) (sum int) {
		for i := range n {
			sum += i * i
		}
		return sum
	}
	seen, kept := map[int]int{}, 0
	result := testing.Benchmark(func(b *testing.B) {
		clear(seen)
		Compare(b, 10, func(call int) { kept += work(10_000); seen[call]++ }, func(call int) { kept += work(20_000); seen[call]++ })
		for call := range 10 * (b.N + 1) {
			if seen[call] != 2 {
				b.Errorf("call %d was made %d times", call, seen[call])
			}
		}
	})
	if ratio := result.Extra["ratio"]; ratio < 1.2 || ratio > 4 {
		t.Errorf("twice the work takes %.2f times the time", ratio)
	}
	if result.Extra["bare-ns/call"] <= 0 || result.Extra["ns/call"] <= 0 {
		t.Error("a time is missing")
	}
}
