// Package check runs the scanner over files: fields in, judged findings with
// their positions out.
package check

import (
	"errors"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/files"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/policy"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/source"
	"github.com/fieldsafe/fieldsafe/detect"
)

// Finding is one reported finding in a file. Start and End are bytes of the
// file. It holds nothing of the value: Path and Excerpt are masked.
type Finding struct {
	detect.Finding
	File    string
	Path    string // of the field in the document; empty for text
	InName  bool   // the key or name itself is what is sensitive, not what stands under it
	From    source.Position
	To      source.Position // where the last byte ends
	Excerpt Excerpt
	// Fingerprint stays the same when other lines of the file change. It is
	// made of what is reported, not of the value.
	Fingerprint string
}

// Excerpt is the line of the file on which a finding begins, with all values
// masked.
type Excerpt struct {
	Line     string
	From, To int // characters of Line
}

// Options says how to check.
type Options struct {
	Scanner *detect.Scanner
	Policy  *policy.Policy
	MaxSize int  // bytes of a file; larger ones are not read
	Reveal  bool // leave values in Excerpt
}

// Result is what a check found and how much it looked at.
type Result struct {
	Findings   []Finding             // by file, then position
	Skipped    map[policy.Reason]int // findings that the policy did not want
	Unparsed   []FileError           // not what their names promise; read as text
	Unreadable []FileError           // not checked
	Unused     []Unused              // comments that allow what is not there
	Files      int                   // that were checked
	Fields     int                   // in them: values with their names
	Lines      int                   // of plain text in them
	Binary     int                   // files left out
	TooLarge   int                   // files left out
	Excluded   files.Skipped         // what the directories have beside files
}

// Unused is an allowance of a file that allowed nothing.
type Unused struct {
	File string
	*policy.Allowance
}

// FileError is an error that belongs to a file.
type FileError struct {
	File string
	Err  error
}

// Run checks all files of list, several at a time.
func Run(list *files.List, o Options) *Result {
	total := &Result{Skipped: make(map[policy.Reason]int), Excluded: list.Skipped}
	for _, err := range list.Errors {
		total.Unreadable = append(total.Unreadable, FileError{err.Path, err.Err})
	}
	for _, part := range checkFiles(list.Files, o) {
		total.add(part)
	}
	return total
}

func checkFiles(list []files.File, o Options) []*Result {
	parts := make([]*Result, len(list))
	var wait sync.WaitGroup
	next := make(chan int)
	for range min(runtime.GOMAXPROCS(0), len(list)) {
		wait.Go(func() {
			for i := range next {
				parts[i] = checkFile(list[i], o)
			}
		})
	}
	for i := range list {
		next <- i
	}
	close(next)
	wait.Wait()
	return parts
}

func (r *Result) add(p *Result) {
	r.Findings = append(r.Findings, p.Findings...)
	r.Unparsed = append(r.Unparsed, p.Unparsed...)
	r.Unreadable = append(r.Unreadable, p.Unreadable...)
	r.Unused = append(r.Unused, p.Unused...)
	r.Files += p.Files
	r.Fields += p.Fields
	r.Lines += p.Lines
	r.Binary += p.Binary
	r.TooLarge += p.TooLarge
	for reason, n := range p.Skipped {
		r.Skipped[reason] += n
	}
}

func checkFile(f files.File, o Options) *Result {
	r := &Result{Skipped: make(map[policy.Reason]int)}
	data, err := f.Read()
	switch {
	case err != nil:
		r.Unreadable = []FileError{{f.Name, withoutPath(err)}}
	case len(data) > o.MaxSize:
		r.TooLarge++
	case files.IsBinary(data):
		r.Binary++
	default:
		r.Files++
		c := fileCheck{Options: o, file: f, data: data, result: r}
		c.run()
	}
	return r
}

// withoutPath drops the operation and the name of a file from an error: the
// report says them already.
func withoutPath(err error) error {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err
		}
		err = inner
	}
}

// fileCheck is the check of one file.
type fileCheck struct {
	Options
	file   files.File
	data   []byte
	result *Result
	found  []detect.Finding // in the field at hand; reused
	all    []span           // of the file: everything that was found, reported or not

	allowances []*policy.Allowance
}

type span struct{ from, to int }

func (c *fileCheck) run() {
	doc := source.Parse(c.file.Name, c.data)
	if doc.Err != nil {
		c.result.Unparsed = append(c.result.Unparsed, FileError{c.file.Name, doc.Err})
	}
	c.result.Lines = doc.Lines
	for i := range doc.Fields {
		c.field(&doc.Fields[i])
	}
	slices.SortStableFunc(c.result.Findings, func(a, b Finding) int { return a.Start - b.Start })
	c.allowances = policy.Allowances(c.data)
	c.locate()
	for _, a := range c.allowances {
		if !a.Used && c.file.Lines == nil {
			c.result.Unused = append(c.result.Unused, Unused{c.file.Name, a})
		}
	}
}

func (c *fileCheck) field(f *source.Field) {
	if f.Kind == source.Value || f.Name != "" {
		c.result.Fields++
	}
	c.found = c.scan(f)
	for _, d := range c.found {
		from, to := f.Range(d.Start, d.End)
		c.all = append(c.all, span{from, to})
		if reason := c.Policy.Judge(d, f.Name, f.Value); reason != policy.Report {
			c.result.Skipped[reason]++
			continue
		}
		d.Start, d.End = from, to
		c.result.Findings = append(c.result.Findings, Finding{
			Finding: d, File: c.file.Name, Path: f.Path.Render(c.maskKey), InName: f.Kind == source.Name && f.Name == "",
		})
	}
}

// scan reads a field on the surfaces that fit its kind. A name that stands
// under a key is read both ways.
func (c *fileCheck) scan(f *source.Field) []detect.Finding {
	found := c.found[:0]
	switch {
	case f.Kind == source.Text:
		return c.Scanner.Append(found, f.Value)
	case f.Kind == source.Name && f.Name == "":
		return c.Scanner.AppendName(found, f.Value)
	}
	found = c.Scanner.AppendField(found, f.Name, f.Value)
	if f.Kind != source.Name {
		return found
	}
	n := len(found)
	for _, d := range c.Scanner.AppendName(found[n:], f.Value) {
		if !overlaps(found[:n], d) {
			found = append(found, d)
		}
	}
	return found
}

func overlaps(found []detect.Finding, d detect.Finding) bool {
	return slices.ContainsFunc(found, func(f detect.Finding) bool { return f.Start < d.End && d.Start < f.End })
}

// maskKey masks what is sensitive in one key of a path.
func (c *fileCheck) maskKey(key string) string {
	if c.Reveal {
		return key
	}
	var b strings.Builder
	last := 0
	for _, f := range c.Scanner.AppendName(nil, key) {
		b.WriteString(key[last:f.Start])
		b.WriteString("***")
		last = f.End
	}
	return b.String() + key[last:]
}
