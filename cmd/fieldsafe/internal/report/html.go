package report

import (
	_ "embed"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/check"
)

//go:embed report.html.tmpl
var page string

// htmlReport is what the page shows.
type htmlReport struct {
	Summary    string
	Categories []htmlCount
	Findings   []htmlFinding
	Problems   []jsonProblem
}

type htmlCount struct {
	Name  string
	Count int
}

type htmlFinding struct {
	jsonFinding
	Before, Mask, After string // the line, at the span
}

// HTML writes one page that needs nothing else: no network, no other file. It
// can be filtered and sorted, and holds no values.
func HTML(w io.Writer, r *check.Result) error {
	t, err := template.New("report").Parse(page)
	if err != nil {
		return err
	}
	var summary strings.Builder
	Summary(&summary, r)
	p := htmlReport{Summary: strings.TrimSpace(summary.String()), Problems: problems(r)}
	counts := make(map[string]int)
	for i := range r.Findings {
		f := &r.Findings[i]
		line := []rune(f.Excerpt.Line)
		p.Findings = append(p.Findings, htmlFinding{
			newJSONFinding(f), string(line[:f.Excerpt.From]), string(line[f.Excerpt.From:f.Excerpt.To]), string(line[f.Excerpt.To:]),
		})
		counts[f.Detector.Category.String()]++
	}
	for name, n := range counts {
		p.Categories = append(p.Categories, htmlCount{name, n})
	}
	slices.SortFunc(p.Categories, func(a, b htmlCount) int { return strings.Compare(a.Name, b.Name) })
	return t.Execute(w, p)
}
