package cli

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/ndjson"
	"github.com/fieldsafe/fieldsafe/detect"
)

func newScan() *cobra.Command {
	var lines bool
	c := &cobra.Command{
		Use:   "scan --ndjson",
		Short: "Answer each JSON object on standard input with its findings",
		Long: `scan is fieldsafe for other programs: it keeps running, reads one JSON object a
line and writes one a line, in the same order, flushed whenever it waits for
more input.

In:  {"id": any, "text": string, "surface": "text" | "name" | "field" | "url",
      "field": string}
     id comes back unchanged; surface defaults to text; field is the name of the
     field that holds the text, for the surface "field".
Out: {"id": any, "findings": [{"type": "us_ssn", "category": "personal",
      "country": "US", "start": 0, "end": 11, "confidence": "certain",
      "sample": false}]}
     start and end are bytes of the UTF-8 text, end exclusive. A line that cannot
     be read is answered with {"id": any, "error": string} and the stream goes on.

Exit status: 0 at the end of input, whatever was found; 2 when reading or
writing failed.`,
		Example: `  echo '{"id":1,"text":"jane.doe@corp.test"}' | fieldsafe scan --ndjson
  echo '{"text":"000123456789","surface":"field","field":"AccountNumber"}' | fieldsafe scan --ndjson`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if !lines {
				return errors.New("scan: only --ndjson is known; use check for files and redact for streams")
			}
			return ndjson.Scan(c.InOrStdin(), c.OutOrStdout(), detect.Default())
		},
	}
	c.Flags().BoolVar(&lines, "ndjson", false, "one JSON object a line in, one a line out")
	return c
}
