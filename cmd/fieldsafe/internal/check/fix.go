package check

import (
	"cmp"
	"slices"
	"strings"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/files"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/policy"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/source"
	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/fieldsafe/fieldsafe/urlcheck"
)

// Edit is a change of a file that takes a finding out: With in place of the
// bytes Start to End.
type Edit struct {
	Start, End int
	With       string
}

// Change is a line that was edited, before and after, with all values masked.
type Change struct {
	Line     int
	Old, New string
}

// edit returns how to take the finding d out of f, or nil where that could
// change more than a tag or a URL: the names of resources, what is written with
// escapes, comments, and secrets, which something may depend on.
func (c *fileCheck) edit(f *source.Field, d detect.Finding) *Edit {
	if d.Detector.Category == detect.Credential {
		return c.editURL(f, d)
	}
	from, to := f.Range(d.Start, d.End)
	if !f.Tag || string(c.data[from:to]) != f.Value[d.Start:d.End] {
		return nil
	}
	return &Edit{from, to, "redacted-" + strings.ReplaceAll(d.Detector.ID, "_", "-")}
}

// maxURL is how many bytes a URL has at most that is edited.
const maxURL = 64 << 10

// editURL strips the credentials from a field that is a URL: all of them, so that
// findings in one URL have one edit, and d is within it.
func (c *fileCheck) editURL(f *source.Field, d detect.Finding) *Edit {
	if f.Kind == source.Text || len(f.Value) > maxURL || !strings.Contains(f.Value, "://") {
		return nil
	}
	clean := urlcheck.Strip(f.Value)
	head, tail := 0, 0 // bytes that stay at both ends
	for head < min(d.Start, len(clean)) && f.Value[head] == clean[head] {
		head++
	}
	for tail < min(len(f.Value)-d.End, len(clean)-head) && f.Value[len(f.Value)-1-tail] == clean[len(clean)-1-tail] {
		tail++
	}
	old, with := f.Value[head:len(f.Value)-tail], clean[head:len(clean)-tail]
	from, to := f.Range(head, len(f.Value)-tail)
	if strings.Contains(with, f.Value[d.Start:d.End]) || string(c.data[from:to]) != old {
		return nil
	}
	return &Edit{from, to, with}
}

// Fix applies the edits of all findings in data, the content of the file of that
// name. Nothing else changes.
func Fix(name string, data []byte, o Options) (fixed []byte, changes []Change) {
	c := fileCheck{Options: o, file: files.File{Name: name}, data: data, result: &Result{Skipped: make(map[policy.Reason]int)}}
	c.run()
	edits := c.edits()
	at := 0
	for _, e := range edits {
		fixed = append(append(fixed, data[at:e.Start]...), e.With...)
		at = e.End
	}
	return append(fixed, data[at:]...), c.changes(edits)
}

// edits returns the edits of all findings, sorted and disjoint.
func (c *fileCheck) edits() []Edit {
	var edits []Edit
	for i := range c.result.Findings {
		if e := c.result.Findings[i].Edit; e != nil {
			edits = append(edits, *e)
		}
	}
	slices.SortFunc(edits, func(a, b Edit) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	end := 0
	return slices.DeleteFunc(edits, func(e Edit) bool {
		if e.Start < end {
			return true // a part of the one before
		}
		end = e.End
		return false
	})
}

// changes describes the edits by line. An edit of several lines is told by its
// first.
func (c *fileCheck) changes(edits []Edit) []Change {
	var list []Change
	lines := source.NewLines(c.data)
	for i := 0; i < len(edits); {
		line := lines.At(edits[i].Start).Line
		from, to := lines.Around(edits[i].Start, excerptReach)
		n := i + 1
		for n < len(edits) && edits[n].Start < to {
			n++
		}
		list = append(list, Change{line, c.masking(from, to, nil), c.masking(from, to, edits[i:n])})
		i = n
	}
	return list
}

// masking returns data[from:to] with edits made and all other values masked.
func (c *fileCheck) masking(from, to int, edits []Edit) string {
	var line []rune
	at := from
	for _, s := range c.masked(from, to, span{from, from}) {
		for len(edits) > 0 && edits[0].Start <= s.from {
			line = append(line, printable(c.data[at:max(at, edits[0].Start)])...)
			line = append(line, printable([]byte(edits[0].With))...)
			at, edits = edits[0].End, edits[1:]
		}
		if s.from < at || s.to > to {
			continue
		}
		line = append(line, printable(c.data[at:s.from])...)
		line = append(line, c.mask(c.data[s.from:s.to])...)
		at = s.to
	}
	return string(append(line, printable(c.data[at:max(at, to)])...))
}
