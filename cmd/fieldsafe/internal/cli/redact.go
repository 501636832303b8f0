package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/fieldsafe/fieldsafe/redact"
)

// keyVariable is the environment variable with the key of --replace pseudonym:
// arguments would show it to everyone on the machine.
const keyVariable = "FIELDSAFE_KEY"

type redactFlags struct {
	replace    string
	keep       int
	confidence string
	only       []string
	stats      bool
	lines      bool
}

func newRedact() *cobra.Command {
	var f redactFlags
	c := &cobra.Command{
		Use:   "redact [flags]",
		Short: "Copy standard input to standard output, redacted",
		Long: `redact copies standard input to standard output and replaces just the bytes that
are sensitive; every other byte stays as it was, whether or not it is text. A
line is written as soon as it has ended, so it can stand in a pipe or behind a
service. Lines may be of any length; memory stays bounded.

A private key that spans lines is held until it ends, and becomes one line. With
--lines there is a line of output for each line of input, at once: the contract
of programs that keep a subprocess and wait for an answer to each line.

What stands in place of a value (--replace):
  label      [REDACTED:us_ssn], with the ID of the detector
  mask       asterisks, but for the last characters (--keep)
  pseudonym  the same label for the same value, made with the key in the
             environment variable ` + keyVariable + ` (16 bytes or more): lines can
             still be joined, and without the key nobody can tell what was there
  erase      nothing

Exit status: 0 at the end of input, whatever was replaced; 2 when reading or
writing failed.`,
		Example: `  service 2>&1 | fieldsafe redact
  fieldsafe redact --replace mask --keep 4 --stats < app.log > app.redacted.log`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return f.run(c.InOrStdin(), c.OutOrStdout(), c.ErrOrStderr())
		},
	}
	flags := c.Flags()
	flags.StringVar(&f.replace, "replace", "label", "`what` stands in place of a value: label, mask, pseudonym or erase")
	flags.IntVar(&f.keep, "keep", 0, "with --replace mask: leave this `many` characters at the end")
	flags.StringVar(&f.confidence, "min-confidence", "likely", "`level` from which values are replaced: possible, likely or certain")
	flags.StringSliceVar(&f.only, "only", nil, "replace only what these `detectors` or categories find")
	flags.BoolVar(&f.lines, "lines", false, "answer each line with one line")
	flags.BoolVar(&f.stats, "stats", false, "at the end, say on standard error how many values of which kind were replaced")
	return c
}

func (f *redactFlags) run(in io.Reader, out, errOut io.Writer) error {
	counts := make(map[string]int)
	r, err := f.redactor(func(e redact.Event) { counts[e.Detector.ID]++ })
	if err != nil {
		return err
	}
	w := redact.NewWriter(out, r)
	if f.lines {
		w = r.LineWriter(out)
	}
	_, err = io.Copy(w, in)
	err = errors.Join(err, w.Close())
	if f.stats {
		printCounts(errOut, counts)
	}
	return err
}

func (f *redactFlags) redactor(observe func(redact.Event)) (*redact.Redactor, error) {
	replace, err := f.replacer()
	if err != nil {
		return nil, err
	}
	scanner, err := newScanner(f.confidence, f.only)
	if err != nil {
		return nil, err
	}
	o := &redact.Options{Scanner: scanner, Replace: replace}
	if f.stats {
		o.Observe = observe
	}
	return redact.New(o)
}

func (f *redactFlags) replacer() (redact.Replacer, error) {
	switch f.replace {
	case "label":
		return redact.Label, nil
	case "mask":
		return redact.Mask(f.keep), nil
	case "erase":
		return redact.Erase, nil
	case "pseudonym":
		return redact.Pseudonym("k1", []byte(os.Getenv(keyVariable)))
	}
	return nil, errors.New("redact: --replace must be label, mask, pseudonym or erase")
}

func printCounts(w io.Writer, counts map[string]int) {
	ids := make([]string, 0, len(counts))
	for id := range counts {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b string) int {
		if n := counts[b] - counts[a]; n != 0 {
			return n
		}
		return strings.Compare(a, b)
	})
	for _, id := range ids {
		fmt.Fprintf(w, "%7d %s\n", counts[id], id)
	}
}

// newScanner makes the scanner for the flags --min-confidence and --only.
func newScanner(confidence string, only []string) (*detect.Scanner, error) {
	level, err := parseConfidence(confidence)
	if err != nil {
		return nil, err
	}
	if level == detect.Likely && len(only) == 0 {
		return detect.Default(), nil
	}
	detectors, err := selectDetectors(only)
	if err != nil {
		return nil, err
	}
	return detect.New(&detect.Options{Detectors: detectors, MinConfidence: level})
}

func parseConfidence(name string) (detect.Confidence, error) {
	for _, c := range []detect.Confidence{detect.Possible, detect.Likely, detect.Certain} {
		if c.String() == name {
			return c, nil
		}
	}
	return 0, errors.New("--min-confidence must be possible, likely or certain")
}

// selectDetectors returns the detectors of those IDs and categories, or nil when
// there are no names, which means the default set. Naming a detector turns it on
// even if it is off by default; naming its category does not.
func selectDetectors(names []string) ([]*detect.Detector, error) {
	var selected []*detect.Detector
	for _, name := range names {
		n := len(selected)
		for _, d := range detect.All() {
			if d.ID == name || d.Category.String() == name && !d.Off {
				selected = append(selected, d)
			}
		}
		if len(selected) == n {
			return nil, fmt.Errorf("no detector and no category is called %q; see fieldsafe detectors", name)
		}
	}
	return selected, nil
}
