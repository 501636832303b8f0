package logtest

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/fieldsafe/fieldsafe/internal/turns"
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

// Benchmark compares a logger that redacts with one that does not, in turns: to
// nowhere, without the time, and to a file, with it, as programs log.
func Benchmark(b *testing.B, newLog NewLog) {
	for _, records := range []struct {
		name string
		make func(call int) Record
	}{{"clean", clean}, {"changing", changing}, {"secret", secret}} {
		for _, to := range []string{"nowhere", "file"} {
			message := records.name + " request to " + to // each is a place in a program of its own
			logs := func(b *testing.B, redacts bool) func(call int) {
				w := io.Discard
				if to == "file" {
					w = newFile(b)
				}
				log := newLog(w, to == "file", redacts)
				return func(call int) {
					record := records.make(call)
					record.Message = message
					log(record)
				}
			}
			b.Run(records.name+"-"+to, func(b *testing.B) { turns.Compare(b, 400, logs(b, false), logs(b, true)) })
		}
	}
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
