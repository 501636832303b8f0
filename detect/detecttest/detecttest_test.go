package detecttest

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/fieldsafe/fieldsafe/detect"
)

// badge is a detector that keeps the laws: a letter and six digits of which the
// last is the sum of the others.
func badge() *detect.Detector {
	return &detect.Detector{
		ID: "badge_number", Title: "badge number", Category: detect.Personal,
		Pattern: `K-\d{8}`, Contextual: `(?:K-)?\d{8}`, Keywords: []string{"badge", "badge number"}, Fields: []string{"holder"},
		Verify:  verifyBadge,
		Samples: []string{"K-00000011"},
	}
}

func verifyBadge(value string) detect.Verdict {
	sum, last := 0, -1
	for i := range len(value) {
		if b := value[i]; b >= '0' && b <= '9' {
			sum += max(last, 0)
			last = int(b - '0')
		}
	}
	if last < 0 || sum%10 != last {
		return detect.Invalid
	}
	return detect.Valid
}

var badgeCases = []Case{
	{Name: "on the door", Text: "badge [[K-20481500]] opened door 4"},
	{Name: "two", Text: "[[K-20481500]] and [[K-10000001]]"},
	{Name: "bare", Text: "badge number: [[20481500]]"},
	{Name: "by its field", Field: "holder", Text: "[[whoever it is]]"},
	{Name: "in a field", Field: "badgeNumber", Text: "[[20481500]]"},
	{Name: "in a name", InName: true, Text: "door-[[k-20481500]]-open"},
	{Name: "in a manual", Text: "such as [[K-00000011]]", Sample: true},
	{Name: "wrong check digit", Text: "badge K-20481507"},
	{Name: "too long", Text: "badge K-204815001"},
	{Name: "without its keyword", Text: "order 20481500"},
}

func TestRunPassesWhatKeepsTheLaws(t *testing.T) { Run(t, badge(), badgeCases) }

// problemsOf returns what Run reports.
func problemsOf(d *detect.Detector, cases []Case) string {
	s, problem := scanner(d)
	if problem != "" {
		return problem
	}
	var all []string
	for i := range cases {
		all = append(all, cases[i].check(s)...)
	}
	for _, l := range laws {
		all = append(all, l.check(kit{d, s, cases})...)
	}
	return strings.Join(all, "\n")
}

func TestRunReports(t *testing.T) {
	calls := 0
	for _, tt := range []struct {
		name   string
		change func(d *detect.Detector)
		cases  []Case
		want   string
	}{
		{"pattern that does not parse", func(d *detect.Detector) { d.Pattern = "K-." }, nil, "does not compile: detect: detector \"badge_number\": pattern"},
		{"pattern without an anchor", func(d *detect.Detector) { d.Pattern = `[a-z]{9}` }, nil, "otherwise make it contextual"},
		{"no ID", func(d *detect.Detector) { d.ID = "" }, nil, "name it like us_ssn"},
		{"ID in another style", func(d *detect.Detector) { d.ID = "badgeNumber" }, nil, "name it like us_ssn"},
		{"ID of the catalogue", func(d *detect.Detector) { d.ID = "us_ssn" }, nil, "choose another ID"},
		{"no title", func(d *detect.Detector) { d.Title = "" }, nil, "Title is empty"},
		{"no category", func(d *detect.Detector) { d.Category = 0 }, nil, "Category is not set"},
		{"no keywords", func(d *detect.Detector) { d.Keywords = nil }, nil, "Contextual never matches without Keywords"},
		{"idle keywords", func(d *detect.Detector) { d.Contextual = "" }, nil, "Keywords do nothing without Contextual"},
		{"nothing to find", nil, []Case{{Text: "x"}}, "no case has something to find"},
		{"nothing to leave alone", nil, []Case{{Text: "[[K-20481500]]"}}, "no case is to be left alone"},
		{"missed", nil, []Case{{Text: "[[K-20481507]]"}}, `found nothing, want "K-20481507" at bytes 0-10: widen Pattern`},
		{"too much", nil, []Case{{Text: "K-20481500"}}, `found "K-20481500" at bytes 0-10, want nothing: narrow Pattern`},
		{"elsewhere", nil, []Case{{Text: "[[badge K-20481500]]"}}, "mark what is found"},
		{"sample that is none", nil, []Case{{Text: "[[K-20481500]]", Sample: true}}, "list it in Samples"},
		{"unlisted sample", nil, []Case{{Text: "[[K-00000011]]"}}, "list it in Samples, or not"},
		{"verifier that panics", func(d *detect.Detector) {
			d.Verify = func(value string) detect.Verdict { _ = value[7]; return detect.Plausible }
		}, badgeCases, "Verify panics"},
		{"verifier with a memory", func(d *detect.Detector) {
			d.Verify = func(string) detect.Verdict { calls++; return detect.Verdict(calls % 3) }
		}, badgeCases, "depend on its argument alone"},
		{"verifier that allocates", func(d *detect.Detector) {
			d.Verify = func(value string) detect.Verdict { return verifyBadge(strings.ReplaceAll(value, "-", "")) }
		}, badgeCases, "without building another"},
		{"bytes beyond ASCII", func(d *detect.Detector) { d.Pattern, d.Verify = `K-\d{8}[^ ]`, nil }, []Case{{Text: "[[K-20481500é]] y"}}, "cuts a character"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			d := badge()
			if tt.change != nil {
				tt.change(d)
			}
			require.Contains(t, problemsOf(d, tt.cases), tt.want)
		})
	}
}

func TestMarked(t *testing.T) {
	for _, tt := range []struct {
		name, text, want string
		spans            []span
	}{
		{"none", "a b", "a b", nil},
		{"one", "a [[b]] c", "a b c", []span{{2, 3}}},
		{"two", "[[a]][[b]]", "ab", []span{{0, 1}, {1, 2}}},
		{"open", "a [[b", "a [[b", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := Case{Text: tt.text}
			text, spans := c.marked()
			require.Equal(t, tt.want, text)
			require.Equal(t, tt.spans, spans)
		})
	}
}
