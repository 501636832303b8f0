package check

import (
	"path"
	"strings"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/files"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/policy"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/source"
)

// checkNames checks the names of the files, and of the directories they are in,
// each once. Of an absolute path it checks the last element: the others were
// not chosen by who wrote the file.
func checkNames(list []files.File, o Options) *Result {
	r := &Result{Skipped: make(map[policy.Reason]int)}
	seen := make(map[string]bool)
	for _, f := range list {
		if f.IsName {
			continue
		}
		name := f.Name
		if path.IsAbs(name) || strings.Contains(name, ":") {
			checkName(r, path.Base(name), name, o)
			continue
		}
		for at := 0; at < len(name); {
			end := len(name)
			if i := strings.IndexByte(name[at:], '/'); i >= 0 {
				end = at + i
			}
			if !seen[name[:end]] {
				seen[name[:end]] = true
				checkName(r, name[at:end], name[:end], o)
			}
			at = end + 1
		}
	}
	return r
}

// checkName checks one element of the path of a file.
func checkName(r *Result, element, file string, o Options) {
	c := fileCheck{Options: o, file: files.File{Name: file}, data: []byte(element), result: r}
	c.field(&source.Field{Kind: source.Name, Value: element})
	for _, f := range c.candidates {
		if c.Baseline.Has(file, "", f.Detector.ID, f.value) {
			r.Skipped[policy.Known]++
			continue
		}
		f.OfFile, f.From, f.To = true, source.Position{Line: 1, Column: 1, ByteColumn: 1}, source.Position{Line: 1, Column: 1, ByteColumn: 1}
		f.Start, f.End = 0, 0
		c.result.Findings = append(c.result.Findings, f.Finding)
	}
}
