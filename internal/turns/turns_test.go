package turns

import (
	"testing"
	"time"
)

// By a clock that goes on with the work only, what takes twice the work takes twice the
// time; each function sees every call once.
func TestCompare(t *testing.T) {
	clock := time.Unix(0, 0)
	now = func() time.Time { return clock }
	defer func() { now = time.Now }()
	const calls = 10
	seen := map[int]int{}
	work := func(n time.Duration) func(int) {
		return func(call int) {
			seen[call]++
			clock = clock.Add(n)
		}
	}
	result := testing.Benchmark(func(b *testing.B) {
		clear(seen)
		Compare(b, calls, work(30), work(60))
		for call := range calls * (b.N + 1) {
			if seen[call] != 2 {
				b.Errorf("call %d was made %d times", call, seen[call])
			}
		}
	})
	for metric, want := range map[string]float64{"bare-ns/call": 30, "ns/call": 60, "ratio": 2} {
		if got := result.Extra[metric]; got != want {
			t.Errorf("%s is %v, want %v", metric, got, want)
		}
	}
}
