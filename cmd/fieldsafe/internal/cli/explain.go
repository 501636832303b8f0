package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/checks"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/crosswalk"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/platform"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/report"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/specimen"
	"github.com/fieldsafe/fieldsafe/detect"
)

func newExplain() *cobra.Command {
	return &cobra.Command{
		Use:   "explain DETECTOR",
		Short: "Say what a detector looks for, when it reports, and what to do",
		Long: `explain prints what is known of one detector: what it looks for, when it reports
a value and what it checks, examples (made up by chance), values known to be
samples, which other services find it and what they call it, where the format is
specified, and what to write instead.`,
		Example: "  fieldsafe explain us_ssn",
		Args:    cobra.ExactArgs(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var ids []string
			for _, d := range append(detect.All(), platform.All()...) {
				ids = append(ids, d.ID)
			}
			return ids, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(c *cobra.Command, args []string) error {
			d := detect.ByID(args[0])
			if l := platform.ByID(args[0]); l != nil {
				explainLimit(c.OutOrStdout(), l)
				return nil
			}
			if d == nil {
				return unknownDetector(args[0])
			}
			explain(c.OutOrStdout(), d)
			return nil
		},
	}
}

// explainLimit says what a platform accepts.
func explainLimit(w io.Writer, l *platform.Limit) {
	fmt.Fprintf(w, "%s: %s (platform)\n\n", l.Rule.ID, l.Rule.Title)
	fmt.Fprintf(w, "Reported      when %s is among the platforms of the policy; see fieldsafe config --help\n", l.Platform)
	row(w, "Reference", l.Rule.Reference)
	fmt.Fprintf(w, "To allow one  fieldsafe:allow %s REASON, in a comment on its line\n", l.Rule.ID)
}

// unknownDetector suggests detectors with a word in common.
func unknownDetector(id string) error {
	var like []string
	for _, d := range detect.All() {
		for _, word := range strings.Split(strings.ToLower(id), "_") {
			if len(word) > 2 && len(like) < 8 && strings.Contains(d.ID, word) {
				like = append(like, d.ID)
				break
			}
		}
	}
	if len(like) == 0 {
		return fmt.Errorf("explain: no detector is called %q; see fieldsafe detectors", id)
	}
	return fmt.Errorf("explain: no detector is called %q; there are %s", id, strings.Join(like, ", "))
}

func explain(w io.Writer, d *detect.Detector) {
	country := ""
	if d.Country != "" {
		country = ", " + d.Country
	}
	fmt.Fprintf(w, "%s: %s (%s%s)\n\n", d.ID, d.Title, d.Category, country)
	fmt.Fprintf(w, "Reported      %s\n", reported(d))
	row(w, "Form", d.Pattern)
	row(w, "Beside a word", d.Contextual)
	row(w, "Check", checks.Of(d.ID))
	row(w, "Words", strings.Join(d.Keywords, ", "))
	row(w, "Fields", strings.Join(d.Fields, ", "))
	rows(w, "Examples", specimen.Values(d, 3))
	row(w, "Samples", strings.Join(d.Samples, ", "))
	rows(w, "Found also by", services(d.ID))
	row(w, "Reference", d.Reference)
	fmt.Fprintf(w, "Instead       %s\n", report.Advice(d))
	fmt.Fprintf(w, "To allow one  fieldsafe:allow %s REASON, in a comment on its line\n", d.ID)
}

func row(w io.Writer, name, value string) {
	if value != "" {
		fmt.Fprintf(w, "%-13s %s\n", name, value)
	}
}

// rows prints a name before the first of the values.
func rows(w io.Writer, name string, values []string) {
	for _, v := range values {
		row(w, name, v)
		name = ""
	}
}

// services lists the services that find what the detector of that identifier
// finds, and what they call it.
func services(id string) []string {
	var out []string
	for _, list := range crosswalk.Lists() {
		if names := crosswalk.Names(list, id); len(names) > 0 {
			out = append(out, list.Title()+" ("+strings.Join(names, ", ")+")")
		}
	}
	return out
}

// reported says in words what the report mode means.
func reported(d *detect.Detector) string {
	check := ""
	if d.Verify != nil {
		check = ", if the value verifies"
	}
	switch d.Report() {
	case detect.ReportAlways:
		return "wherever it stands" + check
	case detect.ReportSeparated:
		return "in its canonical form wherever it stands, in other forms beside one of its words" + check
	case detect.ReportKeyword:
		return "beside one of its words, or in a field of such a name" + check
	case detect.ReportField:
		return "as the value of one of its fields"
	}
	return "only when it is asked for"
}
