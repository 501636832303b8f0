package main

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	difference "github.com/google/go-cmp/cmp"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/crosswalk"
	"github.com/fieldsafe/fieldsafe/detect"
)

const detectorsPage = "../../docs/detectors.md"

// TestDetectorsPage holds docs/detectors.md and the catalogue together. "go test
// -run TestDetectorsPage -update" writes the page.
func TestDetectorsPage(t *testing.T) {
	want := renderDetectors(detect.All())
	if *update {
		if err := os.MkdirAll(filepath.Dir(detectorsPage), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(detectorsPage, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(detectorsPage)
	if err != nil {
		t.Fatal(err)
	}
	if diff := difference.Diff(strings.Split(string(got), "\n"), strings.Split(want, "\n")); diff != "" {
		t.Errorf("run with -update (-docs/detectors.md +catalogue):\n%s", diff)
	}
}

// Every detector has one row, below the heading of its category.
func TestDetectorsPageIsComplete(t *testing.T) {
	page := renderDetectors(detect.All())
	for _, d := range detect.All() {
		row := strings.Index(page, "\n| `"+d.ID+"` |")
		if row < 0 || strings.Count(page, "\n| `"+d.ID+"` |") != 1 {
			t.Errorf("%s: not one row", d.ID)
			continue
		}
		heading := page[strings.LastIndex(page[:row], "\n## ")+len("\n## "):]
		if !strings.HasPrefix(strings.ToLower(heading), d.Category.String()) {
			t.Errorf("%s: not among the %s ones", d.ID, d.Category)
		}
	}
}

const detectorsIntroduction = `# Detectors

<!-- Generated from the catalogue: go test -run TestDetectorsPage -update, in cmd/fieldsafe. -->

The %d detectors of the catalogue, by category and country. An ID is API: it is never renamed and never means
something else. ` + "`fieldsafe explain ID`" + ` says more about one: the form, what is checked, examples, the source.

Reported:

- **S**: the value speaks for itself;
- **S\***: the canonical form speaks for itself, other forms need a keyword beside them;
- **K**: only beside a keyword, or in a field of that name;
- **F**: the name of the field decides;
- **off**: only when asked for.

Keywords match as whole words within 30 bytes, or in the name of the field; the table shows the first three. The last
column says which services find the same: M Amazon Macie, W Amazon CloudWatch Logs, G Google Sensitive Data
Protection, P Microsoft Presidio, C Amazon Comprehend, A Azure AI Language.
`

func renderDetectors(all []*detect.Detector) string {
	slices.SortStableFunc(all, func(a, b *detect.Detector) int {
		return cmp.Or(cmp.Compare(a.Category, b.Category), cmp.Compare(a.Country, b.Country))
	})
	var b strings.Builder
	fmt.Fprintf(&b, detectorsIntroduction, len(all))
	for i, d := range all {
		if i == 0 || all[i-1].Category != d.Category {
			name := d.Category.String()
			fmt.Fprintf(&b, "\n## %s\n\n| id | country | title | reported | keywords | services |\n|---|---|---|---|---|---|\n",
				strings.ToUpper(name[:1])+name[1:])
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s | %s |\n", d.ID, d.Country, cell(d.Title), cell(string(d.Report())), someKeywords(d), services(d.ID))
	}
	return b.String()
}

func cell(s string) string { return strings.NewReplacer("|", `\|`, "*", `\*`).Replace(s) }

// someKeywords lists the first words that speak of d's values and counts the rest.
func someKeywords(d *detect.Detector) string {
	const most = 3
	words := slices.Concat(d.Keywords, d.Fields)
	if d.Contextual == "" && len(d.Fields) == 0 && d.Report() == detect.ReportAlways {
		return "" // those of detectors that are code are where it begins to read
	}
	if rest := len(words) - most; rest > 0 {
		return cell(strings.Join(words[:most], ", ")) + fmt.Sprintf(" + %d", rest)
	}
	return cell(strings.Join(words, ", "))
}

func services(id string) string {
	letters := map[crosswalk.List]string{
		crosswalk.Macie: "M", crosswalk.CloudWatch: "W", crosswalk.DLP: "G",
		crosswalk.Presidio: "P", crosswalk.Comprehend: "C", crosswalk.Azure: "A",
	}
	var out []string
	for _, list := range crosswalk.Lists() {
		if len(crosswalk.Names(list, id)) > 0 {
			out = append(out, letters[list])
		}
	}
	return strings.Join(out, " ")
}
