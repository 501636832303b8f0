package benchmarks

import (
	"io"
	"strings"
	"testing"

	gitleaks "github.com/zricethezav/gitleaks/v8/detect"

	"github.com/fieldsafe/fieldsafe/benchmarks/internal/logs"
	"github.com/fieldsafe/fieldsafe/redact"
)

// gitleaksLines is what a log pipeline does with gitleaks: it looks for secrets in
// each encoded line and replaces them.
func gitleaksLines(w io.Writer) io.Writer {
	detector, err := gitleaks.NewDetectorDefaultConfig()
	if err != nil {
		panic(err)
	}
	return lineFilter{w, func(line string) string {
		for _, finding := range detector.DetectString(line) {
			line = strings.ReplaceAll(line, finding.Secret, "[REDACTED]")
		}
		return line
	}}
}

type lineFilter struct {
	io.Writer
	redact func(line string) string
}

func (f lineFilter) Write(p []byte) (int, error) {
	var out strings.Builder
	for line := range strings.Lines(string(p)) {
		out.WriteString(f.redact(line))
	}
	_, err := io.WriteString(f.Writer, out.String())
	return len(p), err
}

// Streams of clean lines of one form. Each chunk is one of many, so that values
// that come once only are not remembered.
func BenchmarkStream(b *testing.B) {
	const lines, chunks = 400, 64
	for _, style := range []string{"JSON", "logfmt", "Java"} {
		text := make([][]byte, chunks)
		for i := range text {
			text[i] = []byte(logs.Lines(uint64(i), style, lines))
		}
		writers := []struct {
			name string
			to   func(io.Writer) io.Writer
		}{
			{"fieldsafe", func(w io.Writer) io.Writer { return redact.NewWriter(w, nil) }},
			{"gitleaks-lines", gitleaksLines},
			{"regexps", func(w io.Writer) io.Writer { return lineFilter{w, replaceAll} }},
		}
		for _, writer := range writers {
			b.Run(style+"/"+writer.name, func(b *testing.B) {
				w := writer.to(io.Discard)
				b.SetBytes(int64(len(text[0])))
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					if _, err := w.Write(text[i%chunks]); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
