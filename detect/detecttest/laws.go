package detecttest

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/fieldsafe/fieldsafe/detect"
)

// kit is what a law is checked with.
type kit struct {
	detector *detect.Detector
	scanner  *detect.Scanner
	cases    []Case
}

// law is a promise; check returns what breaks it.
type law struct {
	name  string
	check func(kit) []string
}

var laws = []law{
	{"described", described},
	{"exemplified", exemplified},
	{"well-formed", wellFormed},
	{"boundaries", boundaries},
	{"verify", verify},
	{"allocations", allocations},
	{"linear", linear},
	{"labels", labels},
}

var snakeCase = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)

func described(k kit) (problems []string) {
	d := k.detector
	if !snakeCase.MatchString(d.ID) {
		problems = append(problems, fmt.Sprintf("the ID %q is not in snake case: name it like us_ssn", d.ID))
	}
	if other := detect.ByID(d.ID); other != nil && other != d {
		problems = append(problems, fmt.Sprintf("the catalogue has a detector %q: choose another ID", d.ID))
	}
	if d.Title == "" {
		problems = append(problems, "Title is empty: reports show it to people")
	}
	if d.Category < detect.Personal || d.Category > detect.Network {
		problems = append(problems, "Category is not set: choose one of detect.Personal to detect.Network")
	}
	if d.Contextual == "" && d.Pattern != "" && len(d.Keywords) > 0 {
		problems = append(problems, "Keywords do nothing without Contextual: add it, or drop them")
	}
	return problems
}

func exemplified(k kit) (problems []string) {
	plus, minus := 0, 0
	for i := range k.cases {
		if _, spans := k.cases[i].marked(); len(spans) > 0 {
			plus++
		} else {
			minus++
		}
	}
	if plus == 0 {
		problems = append(problems, "no case has something to find: add one with [[marks]]")
	}
	if minus == 0 {
		problems = append(problems, "no case is to be left alone: add what looks alike, one byte too long, with a wrong check digit")
	}
	return problems
}

// surroundings are put around the texts of the cases.
var surroundings = [][2]string{{"", ""}, {"é", "é"}, {"\xff", "\xc3"}, {"日本", "語"}, {`{"k":"`, `"}`}, {"a\n", "\nb"}}

func wellFormed(k kit) []string {
	for i := range k.cases {
		c := &k.cases[i]
		text, _ := c.marked()
		for _, around := range surroundings {
			if p := checkFindings(around[0]+text+around[1], c.scan(k.scanner, around[0]+text+around[1])); p != "" {
				return []string{p}
			}
		}
		for cut := range min(len(text), 400) {
			for _, part := range []string{text[:cut], text[cut:]} {
				if p := checkFindings(part, c.scan(k.scanner, part)); p != "" {
					return []string{p}
				}
			}
		}
	}
	return nil
}

func checkFindings(text string, found []detect.Finding) string {
	last, valid := 0, utf8.ValidString(text)
	for _, f := range found {
		inside := f.Start >= last && f.Start < f.End && f.End <= len(text)
		if !inside || valid && (!utf8.RuneStart(text[f.Start]) || f.End < len(text) && !utf8.RuneStart(text[f.End])) {
			return fmt.Sprintf("in %q the finding at bytes %d-%d is out of range, overlaps the one before, or cuts a character: see that no class of the pattern holds bytes above 0x7f", text, f.Start, f.End)
		}
		last = f.End
	}
	return ""
}

// boundaries glues letters and digits to the values of the cases.
func boundaries(k kit) (problems []string) {
	for i := range k.cases {
		c := &k.cases[i]
		text, spans := c.marked()
		for _, s := range spans {
			if s.start == 0 && s.end == len(text) && c.Field != "" {
				continue // the whole value of a field is whatever it is
			}
			for _, glue := range []string{"q", "7"} {
				glued := text[:s.end] + glue + text[s.end:]
				for _, f := range c.scan(k.scanner, glued) {
					if f.Start == s.start && f.End == s.end {
						problems = append(problems, fmt.Sprintf("%q is found in %q, where %q goes on", text[s.start:s.end], glued, glued[s.start:s.end+1]))
					}
				}
			}
		}
	}
	return problems
}

// verify calls Verify with the values of the cases, whole, cut and changed.
func verify(k kit) (problems []string) {
	check := k.detector.Verify
	if check == nil {
		return nil
	}
	defer func() {
		if recover() != nil {
			problems = append(problems, "Verify panics: it must take any bytes, the empty string included")
		}
	}()
	for _, value := range append(k.values(), "") {
		for cut := range len(value) + 1 {
			for _, v := range []string{value[:cut], value[cut:], value[:cut] + "\xff" + value[cut:], value[:cut] + " " + value[cut:]} {
				if first, again := check(v), check(v); first != again {
					return []string{fmt.Sprintf("Verify says one thing and then another of %q: it must depend on its argument alone", v)}
				}
			}
		}
	}
	return nil
}

// values returns what is marked in the cases.
func (k kit) values() (values []string) {
	for i := range k.cases {
		text, spans := k.cases[i].marked()
		for _, s := range spans {
			values = append(values, text[s.start:s.end])
		}
	}
	return values
}

func allocations(k kit) (problems []string) {
	for i := range k.cases {
		c := &k.cases[i]
		text, spans := c.marked()
		if len(spans) > 0 || !plain(text) || !plain(c.Field) || len(c.scan(k.scanner, text)) > 0 {
			continue
		}
		if n := testing.AllocsPerRun(10, func() { c.scan(k.scanner, text) }); n > 0 {
			problems = append(problems, fmt.Sprintf("%q, which is clean, costs %v allocations: let Verify work on the bytes of the string, without building another", text, n))
		}
	}
	if k.detector.Verify == nil {
		return problems
	}
	for _, value := range k.values() {
		if n := testing.AllocsPerRun(10, func() { k.detector.Verify(value) }); n > 0 {
			problems = append(problems, fmt.Sprintf("Verify of %q costs %v allocations: let it work on the bytes of the string, without building another", value, n))
		}
	}
	return problems
}

// plain reports whether text needs no decoding, which has a cost of its own.
func plain(text string) bool {
	for i := range len(text) {
		if b := text[i]; b >= utf8.RuneSelf || b < ' ' || strings.IndexByte(`%\&`, b) >= 0 {
			return false
		}
	}
	return true
}

// linear counts the bytes that Verify is given for texts made of the cases, with
// and without what stands around the values.
func linear(k kit) (problems []string) {
	counted, work := *k.detector, 0
	counted.Verify = func(value string) detect.Verdict {
		work += 1 + len(value)
		if k.detector.Verify == nil {
			return detect.Plausible
		}
		return k.detector.Verify(value)
	}
	s, problem := scanner(&counted)
	if problem != "" {
		return []string{problem}
	}
	const size, few, bound = 4 << 10, 4096, 4.6
	for i := range k.cases {
		c := &k.cases[i]
		for _, part := range c.parts() {
			if part == "" {
				continue
			}
			once := strings.Repeat(part, size/len(part)+1)
			work = 0
			c.scan(s, once)
			first := work
			work = 0
			if c.scan(s, strings.Repeat(once, 4)); float64(work) > bound*float64(first)+few {
				return []string{fmt.Sprintf("%d bytes of %.40q, repeated, are %d bytes of work for Verify, and four times as many are %d: bound the repetitions of the pattern", len(once), part, first, work)}
			}
		}
	}
	return nil
}

// parts returns what the text of the case is repeated as.
func (c *Case) parts() []string {
	text, spans := c.marked()
	parts := []string{text, text + " ", text + "\n"}
	for _, s := range spans {
		value := text[s.start:s.end]
		parts = append(parts, value, value+" ", value+"-", text[:s.start], value[:len(value)/2], value[:min(len(value), 3)])
	}
	return parts
}

func labels(k kit) (problems []string) {
	d := k.detector
	for _, label := range []string{"[REDACTED:" + d.ID + "]", "[REDACTED]", "********"} {
		for _, key := range append(append([]string{""}, d.Keywords...), d.Fields...) {
			if len(k.scanner.Append(nil, key+": "+label)) > 0 || len(k.scanner.AppendField(nil, key, label)) > 0 {
				problems = append(problems, fmt.Sprintf("beside %q the label %s is found: let Verify refuse it, so that redacting twice is redacting once", key, label))
			}
		}
	}
	return problems
}
