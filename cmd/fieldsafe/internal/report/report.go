package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/check"
)

// Writer writes a result in one format.
type Writer func(w io.Writer, r *check.Result) error

var writers = map[string]Writer{
	"text":   Text{}.Write,
	"json":   JSON,
	"jsonl":  JSONLines,
	"sarif":  SARIF,
	"github": GitHub,
	"gitlab": GitLab,
	"junit":  JUnit,
}

// Formats returns the names of all formats, sorted.
func Formats() []string {
	names := make([]string, 0, len(writers))
	for name := range writers {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// ByName returns the writer of a format.
func ByName(name string) (Writer, error) {
	if w, ok := writers[name]; ok {
		return w, nil
	}
	return nil, fmt.Errorf("report: unknown format; the formats are %s", strings.Join(Formats(), ", "))
}

// message says in one sentence what a finding is and where.
func message(f *check.Finding) string {
	return f.Detector.Title + where(f) + ": " + Advice(f.Detector)
}
