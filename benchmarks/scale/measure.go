package main

import (
	"fmt"
	"io"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/fieldsafe/fieldsafe/benchmarks/internal/logs"
	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/fieldsafe/fieldsafe/redact"
)

const (
	rounds = 31      // of which the best one counts: others on the machine only add
	volume = 1 << 20 // bytes of a round
)

// job is one line of a table: a text that is redacted.
type job struct {
	table   string
	name    string
	text    []byte
	lines   int
	r       *redact.Redactor
	streams int // at once, each with all of the text

	best time.Duration
}

func measureAll(out io.Writer) error {
	jobs, err := jobs()
	if err != nil {
		return err
	}
	for range rounds { // in turn, so that what slows the machine slows all of them
		for _, j := range jobs {
			if took := j.run(); j.best == 0 || took < j.best {
				j.best = took
			}
		}
	}
	table := ""
	for _, j := range jobs {
		if j.table != table {
			table = j.table
			fmt.Fprintf(out, "\n| %s | bytes each | CPU seconds for a million | for a GB | MB/s |\n|---|---:|---:|---:|---:|\n", table)
		}
		all := float64(j.streams * len(j.text))
		seconds := j.best.Seconds()
		fmt.Fprintf(out, "| %s | %.0f | %.2f | %.1f | %.0f |\n", j.name, float64(len(j.text))/float64(j.lines),
			seconds/float64(j.streams*j.lines)*1e6, seconds/all*1e9, all/seconds/1e6)
	}
	return nil
}

func jobs() ([]*job, error) {
	r, err := redact.New(nil)
	if err != nil {
		return nil, err
	}
	var all []*job
	add := func(table, name string, lines []string, r *redact.Redactor, streams int) {
		text := []byte(strings.Join(lines, "\n") + "\n")
		all = append(all, &job{table: table, name: name, text: text, lines: len(lines), r: r, streams: streams})
	}
	for _, style := range logs.Styles {
		add("records", style, split(logs.Lines(1, style, volume/150)), r, 1)
	}
	mixed := split(logs.Clean(1, volume))
	add("records", "all of them, mixed", mixed, r, 1)
	for _, oneIn := range []int{100, 10, 1} {
		add("records", fmt.Sprintf("mixed, an address and a password in one of %d", oneIn), withSecrets(mixed, oneIn), r, 1)
	}
	for _, size := range []int{100, 1_000, 10_000, 100_000} {
		add("size of a record", strconv.Itoa(size), records(size), r, 1)
	}
	catalogue := detect.All()
	for _, n := range []int{20, 80, 320, len(catalogue)} {
		r, err := withDetectors(catalogue, n)
		if err != nil {
			return nil, err
		}
		add("detectors", strconv.Itoa(n), mixed, r, 1)
	}
	for n := 1; n <= 2*runtime.NumCPU(); n *= 2 {
		add("streams at once", strconv.Itoa(n), mixed, r, n)
	}
	return all, nil
}

func split(text string) []string { return strings.Split(strings.TrimSuffix(text, "\n"), "\n") }

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

// records returns records of that size: lines that became one.
func records(size int) []string {
	text := strings.ReplaceAll(logs.Clean(2, volume), "\n", " ")
	var out []string
	for len(text) >= size {
		out = append(out, text[:size])
		text = text[size:]
	}
	return out
}

// run redacts the text as streams in pieces of 64 KiB, and returns the processor
// time that it took.
func (j *job) run() time.Duration {
	start := processorTime()
	var all sync.WaitGroup
	for range j.streams {
		all.Go(func() { stream(j.text, j.r) })
	}
	all.Wait()
	return processorTime() - start
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
