package main

import (
	"math"
	"strings"
	"testing"

	"github.com/fieldsafe/fieldsafe/benchmarks/internal/logs"
	"github.com/fieldsafe/fieldsafe/detect"
)

func TestPlanned(t *testing.T) {
	f := planned(1e14, 20e-6, 500, 100)
	if mean := f.rate / peak * 86400 * 500; math.Abs(mean-1e14) > 1 {
		t.Errorf("%.0f bytes a day", mean)
	}
	if load := f.rate / f.capacity / float64(f.gateways); load > busy || load < busy/1.1 {
		t.Errorf("planned for a load of %.2f", load)
	}
	if n := float64(len(f.services)) * each; n < f.rate*0.9 || n > f.rate*1.1 {
		t.Errorf("instances for %.0f records a second of %.0f", n, f.rate)
	}
}

// Who routes by service has a hot gateway, and the same seed gives the same
// figures.
func TestSimulate(t *testing.T) {
	f := planned(2e13, 20e-6, 500, 100)
	turn, service := simulate(f, routings[0]), simulate(f, routings[2])
	if turn.hottest < busy || turn.hottest > 2*busy || service.hottest < 2*turn.hottest {
		t.Errorf("in turn %.2f, by service %.2f", turn.hottest, service.hottest)
	}
	if again := simulate(f, routings[0]); again != turn {
		t.Errorf("%v, then %v", turn, again)
	}
}

// What is measured is what the tables say.
func TestInputs(t *testing.T) {
	lines := strings.Split(logs.Lines(1, "JSON", 100), "\n")[:100]
	for oneIn, want := range map[int]int{1: 100, 10: 10, 100: 1} {
		found := 0
		for _, line := range withSecrets(lines, oneIn) {
			if len(detect.Default().Append(nil, line)) > 0 {
				found++
			}
		}
		if found != want {
			t.Errorf("one in %d: %d lines of 100", oneIn, found)
		}
	}
	for _, size := range []int{100, 100_000} {
		if r := records(size); len(r) < 10 || len(r[0]) != size || strings.Contains(r[0], "\n") {
			t.Errorf("%d records of %d bytes", len(r), len(r[0]))
		}
	}
	if _, err := withDetectors(detect.All(), 20); err != nil {
		t.Error(err)
	}
}
