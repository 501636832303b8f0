package policy

import (
	"bytes"
	"strings"
	"unicode"

	"github.com/fieldsafe/fieldsafe/detect"
)

// Allowance is a comment in a file that says that a finding is meant to be
// there: "fieldsafe:allow DETECTOR reason". It speaks of its own line, or of the
// next one when it stands alone.
type Allowance struct {
	Line      int      // the one it speaks of, from 1
	At        int      // the line it stands on
	Detectors []string // or categories
	Used      bool
}

// maxAllowance is how many bytes of a comment are read.
const maxAllowance = 1000

var allowMarker = []byte("fieldsafe:allow")

// Allowances returns those of a file, in order.
func Allowances(data []byte) []*Allowance {
	var list []*Allowance
	line := 1
	for {
		at := bytes.Index(data, allowMarker)
		if at < 0 {
			return list
		}
		line += bytes.Count(data[:at], []byte{'\n'})
		before := data[bytes.LastIndexByte(data[:at], '\n')+1 : at]
		data = data[at+len(allowMarker):]
		rest, _, _ := bytes.Cut(data[:min(len(data), maxAllowance)], []byte{'\n'})
		if a := newAllowance(string(before), string(rest)); a != nil {
			a.At, a.Line = line, a.Line+line
			list = append(list, a)
		}
	}
}

// newAllowance returns one whose line is relative to its own.
func newAllowance(before, after string) *Allowance {
	if after = strings.TrimRight(after, " \t\r"); after != "" && after[0] != ' ' && after[0] != '\t' {
		return nil
	}
	a := &Allowance{}
	for word := range strings.FieldsSeq(after) {
		a.Detectors = append(a.Detectors, strings.FieldsFunc(word, isNoName)...)
		if !strings.HasSuffix(word, ",") {
			break
		}
	}
	if standsAlone(before) {
		a.Line = 1
	}
	return a
}

// isNoName says whether r is in no name of a detector.
func isNoName(r rune) bool { return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// standsAlone says whether there is nothing before a comment but what begins it.
func standsAlone(before string) bool {
	before = strings.TrimSpace(before)
	return commentWords[strings.ToLower(before)] || !strings.ContainsFunc(before, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// commentWords begin comments in batch files, m4 and automake.
var commentWords = words("rem @rem dnl")

// Allows says whether a speaks of findings of d.
func (a *Allowance) Allows(d *detect.Detector) bool {
	for _, name := range a.Detectors {
		if name == d.ID || name == CategoryOf(d) {
			return true
		}
	}
	return false
}
