package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

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
	"html":   HTML,
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

// shown makes the name of a file safe for a terminal.
func shown(name string) string {
	if !utf8.ValidString(name) || strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }) {
		return strconv.Quote(name)
	}
	return name
}

// message says in one sentence what a finding is and where.
func message(f *check.Finding) string {
	return f.Detector.Title + where(f) + ": " + Advice(f.Detector)
}
