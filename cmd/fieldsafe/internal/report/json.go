package report

import (
	"bufio"
	"io"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/check"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/policy"
)

// jsonFinding is one finding as other programs read it. Lines and columns count
// from 1, columns in characters; ends are exclusive; start and end are bytes of
// the file.
type jsonFinding struct {
	File        string `json:"file"`
	Line        int    `json:"line"`
	Column      int    `json:"column"`
	EndLine     int    `json:"end_line"`
	EndColumn   int    `json:"end_column"`
	Start       int    `json:"start"`
	End         int    `json:"end"`
	Field       string `json:"field,omitempty"`
	InName      bool   `json:"in_name,omitzero"`
	OfFile      bool   `json:"of_file,omitzero"`
	Detector    string `json:"detector"`
	Title       string `json:"title"`
	Category    string `json:"category"`
	Country     string `json:"country,omitempty"`
	Confidence  string `json:"confidence"`
	Severity    string `json:"severity"`
	Advice      string `json:"advice"`
	Fingerprint string `json:"fingerprint"`
}

func newJSONFinding(f *check.Finding) jsonFinding {
	return jsonFinding{
		File: f.File, Line: f.From.Line, Column: f.From.Column, EndLine: f.To.Line, EndColumn: f.To.Column,
		Start: f.Start, End: f.End, Field: f.Path, InName: f.InName, OfFile: f.OfFile,
		Detector: f.Detector.ID, Title: f.Detector.Title, Category: policy.CategoryOf(f.Detector), Country: f.Detector.Country,
		Confidence: f.Confidence.String(), Severity: string(f.Severity), Advice: Advice(f.Detector), Fingerprint: f.Fingerprint,
	}
}

type jsonProblem struct {
	File    string `json:"file"`
	Problem string `json:"problem"`
	Checked bool   `json:"checked"` // as text
}

type jsonReport struct {
	Checked  jsonChecked   `json:"checked"`
	Skipped  jsonSkipped   `json:"skipped"`
	Findings []jsonFinding `json:"findings"`
	Problems []jsonProblem `json:"problems"`
}

type jsonChecked struct {
	Files  int `json:"files"`
	Fields int `json:"fields"`
	Lines  int `json:"lines"`
}

type jsonSkipped struct {
	Binary     int            `json:"binary"`
	TooLarge   int            `json:"too_large"`
	Symlinks   int            `json:"symbolic_links"`
	Submodules int            `json:"submodules"`
	Findings   map[string]int `json:"findings"` // by reason
}

// JSON writes one object: how much was checked, the findings, the files with
// problems.
func JSON(w io.Writer, r *check.Result) error {
	report := jsonReport{
		Checked:  jsonChecked{r.Files, r.Fields, r.Lines},
		Skipped:  jsonSkipped{r.Binary, r.TooLarge, r.Excluded.Symlinks, r.Excluded.Submodules, make(map[string]int)},
		Findings: []jsonFinding{},
		Problems: problems(r),
	}
	for reason, n := range r.Skipped {
		report.Skipped.Findings[string(reason)] = n
	}
	for i := range r.Findings {
		report.Findings = append(report.Findings, newJSONFinding(&r.Findings[i]))
	}
	return writeJSON(w, report)
}

func problems(r *check.Result) []jsonProblem {
	list := []jsonProblem{}
	for _, p := range r.Unparsed {
		list = append(list, jsonProblem{p.File, p.Err.Error(), true})
	}
	for _, p := range r.Unreadable {
		list = append(list, jsonProblem{p.File, p.Err.Error(), false})
	}
	return list
}

// JSONLines writes one finding a line, and nothing else.
func JSONLines(w io.Writer, r *check.Result) error {
	out := bufio.NewWriter(w)
	for i := range r.Findings {
		line, err := json.Marshal(newJSONFinding(&r.Findings[i]), jsontext.AllowInvalidUTF8(true))
		if err != nil {
			return err
		}
		if _, err := out.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return out.Flush()
}

// writeJSON writes v for people and diffs: indented, in a stable order.
func writeJSON(w io.Writer, v any) error {
	b, err := json.Marshal(v, jsontext.WithIndent("  "), json.Deterministic(true), jsontext.AllowInvalidUTF8(true))
	if err != nil {
		return err
	}
	_, err = w.Write(append(b, '\n'))
	return err
}
