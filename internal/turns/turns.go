// Package turns measures what a function takes beside another one, where a machine
// does not always run at the same speed: they take turns of a few hundred calls, and
// what is said is the median of what the one took in its turn beside what the other
// did, which says more than two times that were measured apart.
package turns

import (
	"slices"
	"testing"
	"time"
)

// now is the clock.
var now = time.Now

// Compare has two functions take b.N turns of so many calls, which they get counted
// from 0. It reports the time of a call of each, as bare-ns/call and ns/call, and how
// many times as long as a turn of bare one of the other takes, as ratio.
func Compare(b *testing.B, calls int, bare, other func(call int)) {
	players := [2]func(int){bare, other}
	var times [2][]float64
	var ratios []float64
	for turn := range b.N + 1 {
		var took [2]float64
		for i := range took {
			i ^= turn % 2 // neither is always the first
			took[i] = timeOf(players[i], turn*calls, calls)
		}
		if turn == 0 {
			continue // everything is new
		}
		for i := range took {
			times[i] = append(times[i], took[i]/float64(calls))
		}
		ratios = append(ratios, took[1]/took[0])
	}
	b.ReportMetric(0, "ns/op") // of a turn of both, which says nothing
	b.ReportMetric(median(times[0]), "bare-ns/call")
	b.ReportMetric(median(times[1]), "ns/call")
	b.ReportMetric(median(ratios), "ratio")
}

// timeOf returns what calls from the first one take, in nanoseconds.
func timeOf(f func(call int), first, calls int) float64 {
	start := now()
	for call := range calls {
		f(first + call)
	}
	return float64(now().Sub(start).Nanoseconds())
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}
