package main

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/fieldsafe/fieldsafe/benchmarks/internal/logs"
	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/fieldsafe/fieldsafe/redact"
)

const (
	rounds = 7       // the best one counts: others on the machine only add
	volume = 2 << 20 // bytes of a round
)

func measureAll(out io.Writer) error {
	r, err := redact.New(nil)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "| a million records | bytes each | seconds of one core | MB/s |\n|---|---:|---:|---:|\n")
	for _, style := range logs.Styles {
		row(out, style, strings.Split(strings.TrimSuffix(logs.Lines(1, style, volume/150), "\n"), "\n"), r)
	}
	lines := strings.Split(strings.TrimSuffix(logs.Clean(1, volume), "\n"), "\n")
	row(out, "all of them, mixed", lines, r)
	for _, oneIn := range []int{100, 10, 1} {
		row(out, fmt.Sprintf("mixed, an address and a password in one of %d", oneIn), withSecrets(lines, oneIn), r)
	}

	fmt.Fprintf(out, "\n| records of | seconds of one core for a GB |\n|---|---:|\n")
	for _, size := range []int{100, 1_000, 10_000, 100_000} {
		seconds, bytes := cost(records(size), r)
		fmt.Fprintf(out, "| %d bytes | %.2f |\n", size, seconds/bytes*1e9)
	}

	fmt.Fprintf(out, "\n| detectors | seconds of one core for a GB |\n|---|---:|\n")
	all := detect.All()
	for _, n := range []int{20, 80, 320, len(all)} {
		r, err := withDetectors(all, n)
		if err != nil {
			return err
		}
		seconds, bytes := cost(lines, r)
		fmt.Fprintf(out, "| %d | %.2f |\n", n, seconds/bytes*1e9)
	}

	fmt.Fprintf(out, "\n| streams at once | seconds of all cores for a GB |\n|---|---:|\n")
	for n := 1; n <= 2*runtime.NumCPU(); n *= 2 {
		fmt.Fprintf(out, "| %d | %.2f |\n", n, atOnce(n, lines, r))
	}
	return nil
}

// withDetectors redacts with n detectors, taken evenly from the catalogue.
func withDetectors(all []*detect.Detector, n int) (*redact.Redactor, error) {
	var some []*detect.Detector
	for i := range n {
		some = append(some, all[i*len(all)/n])
	}
	scanner, err := detect.New(&detect.Options{Detectors: some})
	if err != nil {
		return nil, err
	}
	return redact.New(&redact.Options{Scanner: scanner})
}

func row(out io.Writer, name string, lines []string, r *redact.Redactor) {
	seconds, bytes := cost(lines, r)
	fmt.Fprintf(out, "| %s | %.0f | %.2f | %.0f |\n", name, bytes/float64(len(lines)), seconds/float64(len(lines))*1e6, bytes/seconds/1e6)
}

// withSecrets adds something to redact to one line in that many.
func withSecrets(lines []string, oneIn int) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = line
		if i%oneIn == 0 {
			out[i] = fmt.Sprintf("%s user%d@corp.example.org password=velvet-Quarry-%d", line, i, i)
		}
	}
	return out
}

// records returns records of about that size: lines that became one.
func records(size int) []string {
	text := strings.ReplaceAll(logs.Clean(2, volume), "\n", " ")
	var out []string
	for len(text) >= size {
		out = append(out, text[:size])
		text = text[size:]
	}
	return out
}

// cost returns the seconds of one core that it takes to redact the lines as
// a stream in pieces of 64 KiB, the best of some rounds, and their bytes.
func cost(lines []string, r *redact.Redactor) (seconds, bytes float64) {
	text := []byte(strings.Join(lines, "\n") + "\n")
	var best time.Duration
	for round := range rounds {
		start := processorTime()
		stream(text, r)
		if took := processorTime() - start; round == 0 || took < best {
			best = took
		}
	}
	return best.Seconds(), float64(len(text))
}

func stream(text []byte, r *redact.Redactor) {
	w := r.Writer(io.Discard)
	for len(text) > 0 {
		n := min(len(text), 64<<10)
		_, _ = w.Write(text[:n]) // nothing is discarded with an error
		text = text[n:]
	}
	_ = w.Close()
}

// atOnce returns the seconds of processor time for a GB when that many streams
// share a redactor.
func atOnce(n int, lines []string, r *redact.Redactor) float64 {
	text := []byte(strings.Join(lines, "\n") + "\n")
	best := 0.0
	for round := range rounds {
		start := processorTime()
		var all sync.WaitGroup
		for range n {
			all.Go(func() { stream(text, r) })
		}
		all.Wait()
		if took := (processorTime() - start).Seconds() / float64(n*len(text)) * 1e9; round == 0 || took < best {
			best = took
		}
	}
	return best
}
