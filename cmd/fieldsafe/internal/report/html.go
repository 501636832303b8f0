package report

import (
	"cmp"
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
	Overviews  []htmlOverview
	Findings   []htmlFinding
	Problems   []jsonProblem
}

// htmlOverview lists what most findings have in common.
type htmlOverview struct {
	Title  string
	By     string // what of a finding is counted
	Counts []htmlCount
}

type htmlCount struct {
	Name  string
	Count int
	Share int // per cent of the largest count
}

type htmlFinding struct {
	jsonFinding
	Before, Mask, After string // the line, at the span
}

const overviewLength = 8

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
	categories, kinds, places := make(map[string]int), make(map[string]int), make(map[string]int)
	for i := range r.Findings {
		f := newHTMLFinding(&r.Findings[i])
		p.Findings = append(p.Findings, f)
		categories[f.Category]++
		kinds[f.Title]++
		places[f.File]++
	}
	p.Categories = counts(categories)
	p.Overviews = []htmlOverview{{"Kinds", "kind", top(kinds)}, {"Files", "file", top(places)}}
	return t.Execute(w, p)
}

func newHTMLFinding(f *check.Finding) htmlFinding {
	line, e := []rune(f.Excerpt.Line), f.Excerpt
	return htmlFinding{newJSONFinding(f), string(line[:e.From]), string(line[e.From:e.To]), string(line[e.To:])}
}

// counts lists how often each name was counted, the most frequent first.
func counts(of map[string]int) []htmlCount {
	var list []htmlCount
	for name, n := range of {
		list = append(list, htmlCount{Name: name, Count: n})
	}
	slices.SortFunc(list, func(a, b htmlCount) int { return cmp.Or(b.Count-a.Count, strings.Compare(a.Name, b.Name)) })
	for i := range list {
		list[i].Share = 100 * list[i].Count / list[0].Count
	}
	return list
}

func top(of map[string]int) []htmlCount {
	list := counts(of)
	return list[:min(len(list), overviewLength)]
}
