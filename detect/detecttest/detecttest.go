// Package detecttest tests detectors that are not in the catalogue: that they
// find what their author says and leave alone what they should, and that they
// keep the promises which every detector of the catalogue keeps.
//
//	func TestBadge(t *testing.T) {
//		detecttest.Run(t, badge, []detecttest.Case{
//			{Name: "on the door", Text: "badge [[K-204815]] opened door 4"},
//			{Name: "part number", Text: "part K-2048150 is out of stock"},
//		})
//	}
package detecttest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/fieldsafe/fieldsafe/detect"
)

// Case is an example: a text and what the detector is to find in it.
type Case struct {
	Name string // what the case shows; the name of its subtest
	// Text holds the values to find between [[ and ]], which are taken out
	// before it is scanned. Without such marks nothing must be found.
	Text string
	// Field makes Text the value of a field of that name.
	Field string
	// InName makes Text a resource name. It is ignored when Field is set.
	InName bool
	// Sample says that what is found is reserved for documentation or tests.
	Sample bool
}

// Run tests d with the cases, of which at least one has something to find and
// one has not, and then against the laws:
//
//   - it is described: ID in snake case that no detector of the catalogue has,
//     Title, Category;
//   - it compiles, and its Pattern gives the scanner something to stop at;
//   - findings are sorted, disjoint, within the text and on the boundaries of
//     runes, wherever the text is cut;
//   - a letter or a digit that touches a value makes it part of something else;
//   - Verify is pure, does not panic, and does not allocate;
//   - four times the text is at most 4.6 times the work;
//   - the label that a redactor leaves in place of a value is no value.
//
// Each failure says what to change. Run scans with d alone, at confidence
// [detect.Likely].
func Run(t *testing.T, d *detect.Detector, cases []Case) {
	t.Helper()
	s, problem := scanner(d)
	if problem != "" {
		t.Fatal(problem)
	}
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) { report(t, c.check(s)) })
	}
	for _, l := range laws {
		t.Run(l.name, func(t *testing.T) { report(t, l.check(kit{d, s, cases})) })
	}
}

func report(t *testing.T, problems []string) {
	t.Helper()
	for _, p := range problems {
		t.Error(p)
	}
}

// scanner makes the scanner of d alone; a detector that is off is on in it.
func scanner(d *detect.Detector) (*detect.Scanner, string) {
	s, err := detect.New(&detect.Options{Detectors: []*detect.Detector{d}})
	if err != nil {
		return nil, fmt.Sprintf("the detector does not compile: %v", err)
	}
	return s, ""
}

// scan scans text on the surface of the case.
func (c *Case) scan(s *detect.Scanner, text string) []detect.Finding {
	switch {
	case c.Field != "":
		return s.AppendField(nil, c.Field, text)
	case c.InName:
		return s.AppendName(nil, text)
	}
	return s.Append(nil, text)
}

// span is a range of bytes, half-open.
type span struct{ start, end int }

// marked takes the marks out of the text of the case.
func (c *Case) marked() (text string, spans []span) {
	var b strings.Builder
	rest := c.Text
	for {
		before, inside, ok := strings.Cut(rest, "[[")
		value, after, closed := strings.Cut(inside, "]]")
		if !ok || !closed {
			b.WriteString(rest)
			return b.String(), spans
		}
		b.WriteString(before)
		spans = append(spans, span{b.Len(), b.Len() + len(value)})
		b.WriteString(value)
		rest = after
	}
}

// check compares what is found with what is marked.
func (c *Case) check(s *detect.Scanner) (problems []string) {
	text, want := c.marked()
	found := c.scan(s, text)
	var got []span
	for _, f := range found {
		got = append(got, span{f.Start, f.End})
		if f.Sample != c.Sample {
			problems = append(problems, fmt.Sprintf("%q is a sample: %v, want %v: list it in Samples, or not", text[f.Start:f.End], f.Sample, c.Sample))
		}
	}
	if slices.Equal(got, want) {
		return problems
	}
	return append(problems, fmt.Sprintf("in %q found %s, want %s: %s", text, quote(text, got), quote(text, want), advice(got, want)))
}

func quote(text string, spans []span) string {
	if len(spans) == 0 {
		return "nothing"
	}
	var parts []string
	for _, s := range spans {
		parts = append(parts, fmt.Sprintf("%q at bytes %d-%d", text[s.start:s.end], s.start, s.end))
	}
	return strings.Join(parts, ", ")
}

func advice(got, want []span) string {
	switch {
	case len(got) < len(want):
		return "widen Pattern, or give Contextual and Keywords; see that Verify takes the value and no letter or digit touches it"
	case len(got) > len(want):
		return "narrow Pattern, make it Contextual, or let Verify refuse it"
	}
	return "mark what is found, or change where Pattern begins and ends; Contextual is to match all that Pattern does"
}
