// Package report writes what a check found, in the formats that people and
// other programs read. No format holds a value that was found.
package report

import (
	"fmt"
	"io"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/check"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/policy"
)

// Text writes findings for people: one line that editors understand, then the
// line of the file.
type Text struct {
	Color bool
}

const (
	red   = "\x1b[31m"
	bold  = "\x1b[1m"
	faint = "\x1b[2m"
	reset = "\x1b[0m"
)

// Write writes all findings.
func (t Text) Write(w io.Writer, r *check.Result) error {
	var b strings.Builder
	for i := range r.Findings {
		t.finding(&b, &r.Findings[i])
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (t Text) finding(b *strings.Builder, f *check.Finding) {
	fmt.Fprintf(b, "%s: %s %s (%s, %s)%s\n",
		t.style(bold, fmt.Sprintf("%s:%d:%d", shown(f.File), f.From.Line, f.From.Column)),
		t.style(red, f.Detector.ID), f.Detector.Title, policy.CategoryOf(f.Detector), f.Confidence, where(f)+warning(f))
	if f.OfFile {
		fmt.Fprintf(b, "      %s %s\n", t.style(faint, "|"), Advice(f.Detector))
		return
	}
	gutter := fmt.Sprintf("%5d | ", f.From.Line)
	fmt.Fprintf(b, "%s%s\n", t.style(faint, gutter), f.Excerpt.Line)
	line := []rune(f.Excerpt.Line)
	fmt.Fprintf(b, "%s%s%s %s\n", t.style(faint, strings.Repeat(" ", len(gutter)-2)+"| "),
		strings.Repeat(" ", cells(line[:f.Excerpt.From])),
		t.style(red, strings.Repeat("^", max(1, cells(line[f.Excerpt.From:f.Excerpt.To])))), Advice(f.Detector))
}

// cells returns how many columns of a terminal line takes: two for what East
// Asian typography and emoji make wide, none for what is drawn over its neighbor.
func cells(line []rune) int {
	n := 0
	for _, r := range line {
		switch kind := width.LookupRune(r).Kind(); {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case kind == width.EastAsianWide || kind == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}

func where(f *check.Finding) string {
	switch {
	case f.OfFile:
		return " in the name of the file"
	case f.Path == "":
		return ""
	case f.InName:
		return " as the name " + f.Path
	}
	return " in " + f.Path
}

func warning(f *check.Finding) string {
	if f.Severity == policy.Warning {
		return " [warning]"
	}
	return ""
}

func (t Text) style(code, s string) string {
	if !t.Color {
		return s
	}
	return code + s + reset
}
