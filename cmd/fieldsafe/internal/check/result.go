package check

import (
	"slices"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/files"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/policy"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/source"
	"github.com/fieldsafe/fieldsafe/detect"
)

// Finding is one reported finding in a file. Start and End are bytes of the
// file. It holds nothing of the value: Path and Excerpt are masked.
type Finding struct {
	detect.Finding
	File     string
	Path     string // of the field in the document; empty for text
	InName   bool   // the key or name itself is what is sensitive, not what stands under it
	OfFile   bool   // it is the name of the file; there is no position and no excerpt
	Severity policy.Severity
	From     source.Position
	To       source.Position // where the last byte ends
	Excerpt  Excerpt
	Edit     *Edit // that would take it out; nil when that is not safe
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
	ByPolicy   int                   // files that the policy excludes
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

// Seen returns how many files there were, checked or left out for a reason.
func (r *Result) Seen() int { return r.Files + r.Binary + r.TooLarge + r.ByPolicy }

// Failed says whether there is a finding that is more than a warning.
func (r *Result) Failed() bool {
	return slices.ContainsFunc(r.Findings, func(f Finding) bool { return f.Severity == policy.Error })
}
