package cli

import (
	"bufio"
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"github.com/spf13/cobra"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/crosswalk"
	"github.com/fieldsafe/fieldsafe/detect"
)

func newDetectors() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "detectors",
		Short: "List the detectors",
		Long: `detectors lists the catalogue: identifier, category, country, report mode, title.

Report modes:
  S    the value speaks for itself
  S*   the canonical form speaks for itself, other forms need a keyword beside them
  K    only beside a keyword, or in a field of that name
  F    the name of the field decides
  off  only when asked for

With --json each has also the names that Amazon Macie, Amazon CloudWatch Logs,
Google Sensitive Data Protection, Microsoft Presidio, Amazon Comprehend and Azure
AI Language give to what it finds.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			out := bufio.NewWriter(c.OutOrStdout())
			defer out.Flush()
			if asJSON {
				return detectorsJSON(out, detect.All())
			}
			return detectorsTable(out, detect.All())
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print a JSON array")
	return c
}

type detectorRow struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	Category  string `json:"category"`
	Country   string `json:"country,omitempty"`
	Report    string `json:"report"`
	Reference string `json:"reference,omitempty"`

	// What other services call it.
	Macie      []string `json:"macie,omitempty"`
	CloudWatch []string `json:"cloudwatch,omitempty"`
	DLP        []string `json:"dlp,omitempty"`
	Presidio   []string `json:"presidio,omitempty"`
	Comprehend []string `json:"comprehend,omitempty"`
	Azure      []string `json:"azure,omitempty"`
}

func rowOf(d *detect.Detector) detectorRow {
	called := func(l crosswalk.List) []string { return crosswalk.Names(l, d.ID) }
	return detectorRow{
		ID: d.ID, Title: d.Title, Category: d.Category.String(), Country: d.Country, Report: string(d.Report()), Reference: d.Reference,
		Macie: called(crosswalk.Macie), CloudWatch: called(crosswalk.CloudWatch), DLP: called(crosswalk.DLP),
		Presidio: called(crosswalk.Presidio), Comprehend: called(crosswalk.Comprehend), Azure: called(crosswalk.Azure),
	}
}

func detectorsJSON(w io.Writer, all []*detect.Detector) error {
	rows := make([]detectorRow, len(all))
	for i, d := range all {
		rows[i] = rowOf(d)
	}
	if err := json.MarshalWrite(w, rows, jsontext.WithIndent("  ")); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func detectorsTable(w io.Writer, all []*detect.Detector) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "ID\tCATEGORY\tCOUNTRY\tREPORT\tTITLE")
	for _, d := range all {
		country := d.Country
		if country == "" {
			country = "-"
		}
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\t%s\n", d.ID, d.Category, country, d.Report(), d.Title)
	}
	return t.Flush()
}
