package report

import (
	"cmp"
	_ "embed"
	"fmt"
	"html"
	"io"
	"slices"
	"strings"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/check"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/policy"
)

// page is the report without what was found, which stands where the marker is.
//
//go:embed report.html
var page string

const findingsMarker = "<!-- findings -->"

// HTML writes one page that needs nothing else: no network, no other file. It
// can be filtered and sorted, and holds no values.
func HTML(w io.Writer, r *check.Result) error {
	head, foot, _ := strings.Cut(page, findingsMarker)
	var h htmlWriter
	h.WriteString(head)
	h.summary(r)
	if len(r.Findings) > 0 {
		h.overviews(r)
		h.filter(r)
		h.findings(r)
	} else {
		h.WriteString("<p>Nothing was found.</p>\n")
	}
	h.problems(problems(r))
	h.WriteString(foot)
	_, err := io.WriteString(w, h.String())
	return err
}

// htmlWriter writes text and attributes in double quotes, and no other context
// of HTML. It does without html/template, whose reflection would keep the linker
// from dropping any method, and make the command a quarter larger.
type htmlWriter struct{ strings.Builder }

// put formats args, strings among them escaped.
func (h *htmlWriter) put(format string, args ...any) {
	for i, arg := range args {
		if s, ok := arg.(string); ok {
			args[i] = html.EscapeString(s)
		}
	}
	fmt.Fprintf(h, format, args...)
}

func (h *htmlWriter) summary(r *check.Result) {
	var line strings.Builder
	Summary(&line, r)
	h.put("<h1>fieldsafe report</h1>\n<p>%s. Values are masked.</p>\n", strings.TrimSpace(line.String()))
}

// overviews lists the most frequent kinds and files, as buttons that filter.
func (h *htmlWriter) overviews(r *check.Result) {
	h.WriteString(`<div class="overview">` + "\n")
	h.overview("Kinds", "kind", countFindings(r, func(f *check.Finding) string { return f.Detector.Title }))
	h.overview("Files", "file", countFindings(r, func(f *check.Finding) string { return f.File }))
	h.WriteString("</div>\n")
}

const overviewLength = 8

func (h *htmlWriter) overview(title, by string, counts []count) {
	h.put("<section><h2>%s</h2><ol>\n", title)
	for _, c := range counts[:min(len(counts), overviewLength)] {
		h.put(`<li><button type="button" aria-pressed="false" data-by="%s" data-value="%s" style="--share: %d%%"><span>%s</span><span>%d</span></button></li>`+"\n",
			by, c.name, 100*c.n/counts[0].n, c.name, c.n)
	}
	h.WriteString("</ol></section>\n")
}

func (h *htmlWriter) filter(r *check.Result) {
	h.WriteString(`<form id="filter" onsubmit="return false">
<input id="words" type="search" placeholder="file, field or kind" aria-label="filter by words">
<select id="category" aria-label="category"><option value="">every category</option>`)
	for _, c := range countFindings(r, func(f *check.Finding) string { return policy.CategoryOf(f.Detector) }) {
		h.put(`<option value="%s">%s (%d)</option>`, c.name, c.name, c.n)
	}
	h.put(`</select>
<select id="severity" aria-label="severity"><option value="">every severity</option><option>error</option><option>warning</option></select>
<output id="shown" for="words category severity">%d shown</output>
</form>
`, len(r.Findings))
}

func (h *htmlWriter) findings(r *check.Result) {
	h.WriteString(`<table id="findings">
<thead><tr><th><button type="button">Place</button></th><th><button type="button">Kind</button></th><th><button type="button">Severity</button></th><th>Instead</th></tr></thead>
<tbody>
`)
	for i := range r.Findings {
		h.finding(&r.Findings[i])
	}
	h.WriteString("</tbody>\n</table>\n")
}

func (h *htmlWriter) finding(f *check.Finding) {
	category, severity := policy.CategoryOf(f.Detector), string(f.Severity)
	h.put(`<tr data-kind="%s" data-file="%s" data-category="%s" data-severity="%s">`+"\n", f.Detector.Title, f.File, category, severity)
	h.put(`<td><code>%s:%d:%d</code>`, f.File, f.From.Line, f.From.Column)
	if f.Path != "" {
		h.put("<br><small><code>%s</code></small>", f.Path)
	}
	if f.OfFile {
		h.WriteString("<br><small>the name of the file</small>")
	} else {
		line, e := []rune(f.Excerpt.Line), f.Excerpt
		h.put(`<code class="line">%s<mark>%s</mark>%s</code>`, string(line[:e.From]), string(line[e.From:e.To]), string(line[e.To:]))
	}
	h.put("</td>\n<td>%s<br><small><code>%s</code> %s", f.Detector.Title, f.Detector.ID, category)
	if f.Detector.Country != "" {
		h.put(", %s", f.Detector.Country)
	}
	h.put(`, %s</small></td>`+"\n"+`<td class="%s">%s</td><td>%s</td>`+"\n</tr>\n", f.Confidence.String(), severity, severity, Advice(f.Detector))
}

func (h *htmlWriter) problems(list []jsonProblem) {
	if len(list) == 0 {
		return
	}
	h.WriteString("<h2>Files with problems</h2>\n<table><tbody>\n")
	for _, p := range list {
		became := "not checked"
		if p.Checked {
			became = "read as text"
		}
		h.put("<tr><td><code>%s</code></td><td>%s</td><td>%s</td></tr>\n", p.File, p.Problem, became)
	}
	h.WriteString("</tbody></table>\n")
}

type count struct {
	name string
	n    int
}

// countFindings counts findings by what of tells of them, the most frequent first.
func countFindings(r *check.Result, of func(*check.Finding) string) []count {
	numbers := make(map[string]int)
	for i := range r.Findings {
		numbers[of(&r.Findings[i])]++
	}
	var list []count
	for name, n := range numbers {
		list = append(list, count{name, n})
	}
	slices.SortFunc(list, func(a, b count) int { return cmp.Or(b.n-a.n, strings.Compare(a.name, b.name)) })
	return list
}
