package logtest

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// Record is what loggers are compared with: a message and five fields. Password
// is a sixth, unless it is empty.
type Record struct {
	Message, Method, Path string
	Status                int
	Took                  time.Duration
	Region, Password      string
}

func clean(int) Record {
	return Record{"", "GET", "/api/v1/orders/18342", 200, 12500 * time.Microsecond, "eu-west-1", ""}
}

func secret(int) Record {
	record := clean(0)
	record.Password = "velvet-57"
	return record
}

// changing is clean with other values in each call: more than a redactor
// remembers.
func changing(call int) Record {
	record := clean(call)
	record.Path, record.Region = paths[call%len(paths)], regions[call%len(regions)]
	record.Took = time.Duration(call%1e6) * time.Microsecond
	return record
}

var paths, regions = numbered("/api/v1/orders/%d"), numbered("shop-%d")

func numbered(format string) (texts [1 << 14]string) {
	for i := range texts {
		texts[i] = fmt.Sprintf(format, 100_000+i)
	}
	return texts
}

// NewLog makes a logger that writes to w, with the time or without, and redacts
// or not. It returns what logs a record.
type NewLog func(w io.Writer, timed, redacts bool) (log func(Record))

// Benchmark compares a logger that redacts with one that does not: to nowhere,
// without the time, and to a file, with it, as programs log. They take turns of a
// few hundred calls, and what is reported of b.N turns are medians: of the times of
// a call, and of what the one took in its turn beside what the other did, which
// says more than two times that were measured apart.
func Benchmark(b *testing.B, newLog NewLog) {
	for _, records := range []struct {
		name string
		make func(call int) Record
	}{{"clean", clean}, {"changing", changing}, {"secret", secret}} {
		for _, to := range []string{"nowhere", "file"} {
			b.Run(records.name+"-"+to, func(b *testing.B) {
				var turns [2]func(first int) time.Duration
				for i := range turns {
					w := io.Discard
					if to == "file" {
						w = newFile(b)
					}
					log := newLog(w, to == "file", i == 1)
					message := records.name + " request to " + to // each is a place in a program of its own
					turns[i] = func(first int) time.Duration {
						start := time.Now()
						for call := range callsPerTurn {
							record := records.make(first + call)
							record.Message = message
							log(record)
						}
						return time.Since(start)
					}
				}
				compare(b, turns)
			})
		}
	}
}

const callsPerTurn = 400

// compare has bare and redacting loggers take turns.
func compare(b *testing.B, turns [2]func(first int) time.Duration) {
	var times [2][]float64
	var ratios []float64
	for turn := range b.N + 1 {
		var took [2]time.Duration
		for i := range took {
			i ^= turn % 2 // neither is always the first
			took[i] = turns[i](turn * callsPerTurn)
		}
		if turn == 0 {
			continue // everything is new
		}
		for i := range took {
			times[i] = append(times[i], float64(took[i].Nanoseconds())/callsPerTurn)
		}
		ratios = append(ratios, float64(took[1])/float64(took[0]))
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(times[0]), "bare-ns/call")
	b.ReportMetric(median(times[1]), "redact-ns/call")
	b.ReportMetric(median(ratios), "ratio")
}

func median(values []float64) float64 {
	slices.Sort(values)
	return values[len(values)/2]
}

// newFile is an empty file for each benchmark: what is written to a long one takes
// longer.
func newFile(b *testing.B) *os.File {
	file, err := os.Create(filepath.Join(b.TempDir(), "log"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = file.Close() })
	return file
}
