// Package check runs the scanner over files: fields in, judged findings with
// their positions out.
package check

import (
	"errors"
	"runtime"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/files"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/policy"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/source"
	"github.com/fieldsafe/fieldsafe/detect"
)

// Options says how to check.
type Options struct {
	Scanner *detect.Scanner
	Policy  *policy.Policy
	// Baseline holds findings that are known and not reported; nil means none.
	Baseline *policy.Baseline
	MaxSize  int    // bytes of a file; larger ones are not read
	Reveal   bool   // leave values in Excerpt
	Done     func() // is called after each file, by several goroutines at once
}

// Run checks all files of list, several at a time.
func Run(list *files.List, o Options) *Result {
	total := &Result{Skipped: make(map[policy.Reason]int), Excluded: list.Skipped}
	for _, err := range list.Errors {
		total.Unreadable = append(total.Unreadable, FileError{err.Path, err.Err})
	}
	wanted := slices.DeleteFunc(slices.Clone(list.Files), func(f files.File) bool { return o.Policy.Excludes(f.Name) })
	total.ByPolicy = len(list.Files) - len(wanted)
	for _, part := range checkFiles(wanted, o) {
		total.add(part)
	}
	total.add(checkNames(wanted, o))
	slices.SortStableFunc(total.Findings, func(a, b Finding) int { return strings.Compare(a.File, b.File) })
	fingerprint(total.Findings)
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
				if o.Done != nil {
					o.Done()
				}
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

// errFault is what becomes of a file that brings the check itself down: it is not
// checked, and that is said.
var errFault = errors.New("not checked, because of a fault of fieldsafe; please report it")

func checkFile(f files.File, o Options) (r *Result) {
	r = &Result{Skipped: make(map[policy.Reason]int)}
	defer func() {
		if recover() != nil {
			r = &Result{Unreadable: []FileError{{f.Name, errFault}}}
		}
	}()
	data, err := f.Read(o.MaxSize)
	switch {
	case errors.Is(err, files.ErrTooLarge):
		r.TooLarge++
	case err != nil:
		r.Unreadable = []FileError{{f.Name, withoutPath(err)}}
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
	file       files.File
	data       []byte
	result     *Result
	found      []detect.Finding // in the field at hand; reused
	all        []span           // of the file: everything that was found, reported or not
	candidates []candidate
	allowances map[int][]*policy.Allowance // by the line they speak of
}

type span struct{ from, to int }

// candidate is a finding that the policy wants, with its value.
type candidate struct {
	Finding
	value string
}

func (c *fileCheck) run() {
	doc := c.parse()
	if doc.Err != nil {
		c.result.Unparsed = append(c.result.Unparsed, FileError{c.file.Name, doc.Err})
	}
	c.result.Lines = doc.Lines
	for i := range doc.Fields {
		c.field(&doc.Fields[i])
	}
	allowances := policy.Allowances(c.data)
	c.allowances = make(map[int][]*policy.Allowance)
	for _, a := range allowances {
		c.allowances[a.Line] = append(c.allowances[a.Line], a)
	}
	c.report()
	for _, a := range allowances {
		if !a.Used && c.file.Lines == nil {
			c.result.Unused = append(c.result.Unused, Unused{c.file.Name, a})
		}
	}
}

func (c *fileCheck) parse() *source.Document {
	if c.file.IsName {
		return source.ParseName(c.data)
	}
	return source.Parse(c.file.Name, c.data)
}

// report turns candidates into findings, but for those that are on lines nobody
// asked for, allowed by a comment, or known.
func (c *fileCheck) report() {
	slices.SortStableFunc(c.candidates, func(a, b candidate) int { return a.Start - b.Start })
	c.candidates = slices.CompactFunc(c.candidates, func(b, a candidate) bool {
		return b.Start < a.End && (a.Detector.Category == 0) == (b.Detector.Category == 0) // found in two fields
	})
	slices.SortFunc(c.all, func(a, b span) int { return a.from - b.from })
	starts, ends := source.NewLines(c.data), source.NewLines(c.data)
	for _, f := range c.candidates {
		f.From, f.To = starts.At(f.Start), ends.At(f.End)
		switch {
		case !c.wantsLines(f.From.Line, f.To.Line):
		case c.allowed(f):
			c.result.Skipped[policy.Allowed]++
		case c.Baseline.Has(f.File, f.Path, f.Detector.ID, f.value):
			c.result.Skipped[policy.Known]++
		default:
			from, to := starts.Around(f.Start, excerptReach)
			f.Excerpt = c.excerpt(from, to, span{f.Start, f.End})
			if !c.Reveal && len(f.value) >= minRepeated && f.Detector.Category != 0 {
				f.Path = strings.ReplaceAll(f.Path, f.value, "***")
			}
			c.result.Findings = append(c.result.Findings, f.Finding)
		}
	}
}

// wantsLines says whether one of the lines was asked for; what was is sorted.
func (c *fileCheck) wantsLines(first, last int) bool {
	wanted := c.file.Lines
	i := sort.Search(len(wanted), func(i int) bool { return wanted[i].Last >= first })
	return wanted == nil || i < len(wanted) && wanted[i].First <= last
}

func (c *fileCheck) allowed(f candidate) bool {
	for line := f.From.Line; line <= f.To.Line; line++ {
		for _, a := range c.allowances[line] {
			if a.Allows(f.Detector) {
				a.Used = true
				return true
			}
		}
	}
	return false
}
