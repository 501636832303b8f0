package cli

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"os/signal"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/fieldsafe/fieldsafe/redact"
)

type redactFlags struct {
	replace    string
	keep       int
	key        keyFlags
	confidence string
	only       []string
	lines      bool
	json       bool
	quiet      bool
	deaf       bool
}

func newRedact() *cobra.Command {
	var f redactFlags
	c := &cobra.Command{
		Use:   "redact [flags]",
		Short: "Copy standard input to standard output, redacted",
		Long: `redact copies standard input to standard output and replaces just the bytes that
are sensitive; every other byte stays as it was, whether or not it is text. A
line is written as soon as it has ended, so it can stand in a pipe or behind a
service. Lines may be of any length; memory stays bounded. Lines that are JSON
objects are read field by field; the lines of a private key, of a Kubernetes
Secret and of an entry in a .netrc are read together. At the end, standard error
says how many values of which kind were replaced.

With --json each line is a JSON value, whatever it begins with, and gives one
line: one that is none is written as a string, one beyond 1 MiB as a label.

A private key that spans lines is held until it ends, and becomes one line. With
--lines there is a line of output for each line of input, at once: the contract
of programs that keep a subprocess and wait for an answer to each line. Standard
error then holds nothing but errors.

What stands in place of a value (--replace):
  label      [REDACTED:us_ssn], with the ID of the detector
  mask       asterisks, but for the last characters (--keep)
  pseudonym  the same label for the same value, made with the key in the
             environment variable ` + keyVariable + ` (32 bytes or more): lines can
             still be joined, and without the key nobody can tell what was there;
             fieldsafe pseudonym makes one to look for
  erase      nothing

On SIGTERM, SIGINT or SIGHUP it goes on for as long as input comes at once, 5 seconds at
most, and writes all that it has read. A second signal ends it where it is. With
--ignore-interrupts it ends with its input alone, for a service that gets the
signal too and takes its time.

Exit status: 0 at the end of input, whatever was replaced; 2 when reading or
writing failed; 143 after SIGTERM, 130 after SIGINT and 129 after SIGHUP, unless the input
ended.`,
		Example: `  service 2>&1 | fieldsafe redact
  fieldsafe redact --replace mask --keep 4 --quiet < app.log > app.redacted.log
  fieldsafe redact --json < events.ndjson`,
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
	flags.BoolVar(&f.json, "json", false, "each line is a JSON value, in and out")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "say nothing at the end")
	flags.BoolVarP(&f.deaf, "ignore-interrupts", "i", false, "ignore SIGTERM, SIGINT and SIGHUP")
	c.MarkFlagsMutuallyExclusive("lines", "json")
	f.key.add(flags)
	return c
}

func (f *redactFlags) run(in io.Reader, out, errOut io.Writer) error {
	var counts redact.Counts
	observe := counts.Add
	if f.quiet = f.quiet || f.lines; f.quiet { // who waits for answers takes words on standard error for a failure
		observe = nil
	}
	r, err := f.redactor(observe)
	if err != nil {
		return err
	}
	if f.deaf {
		signal.Ignore(stopSignals...)
	} else {
		in = newInput(in)
	}
	if err = f.copy(in, out, r); !f.quiet {
		printCounts(errOut, maps.Collect(counts.All()))
	}
	return err
}

func (f *redactFlags) copy(in io.Reader, out io.Writer, r *redact.Redactor) error {
	w := f.writer(out, r)
	_, err := io.Copy(w, in)
	if failed := w.Close(); failed != nil {
		return failed
	}
	return err
}

func (f *redactFlags) writer(out io.Writer, r *redact.Redactor) io.WriteCloser {
	switch {
	case f.json:
		return r.JSONWriter(out)
	case f.lines:
		return r.LineWriter(out)
	}
	return r.Writer(out)
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
	return redact.New(&redact.Options{Scanner: scanner, Replace: replace, Observe: observe})
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
		return f.key.replacer()
	}
	return nil, errors.New("redact: --replace must be label, mask, pseudonym or erase")
}

func printCounts(w io.Writer, counts map[string]int64) {
	ids := make([]string, 0, len(counts))
	for id := range counts {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), strings.Compare(a, b))
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
