package cli

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/check"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/files"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/policy"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/report"
)

func newCheck() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "check [flags] [PATH]...",
		Short: "Check names, tags, labels and other fields of files",
		Long: `check reads files as fields and reports those that hold an identifier which does
not belong there: file, line, column, field path and kind. Values are masked.

A PATH is a file, a directory with all below it (DIR or DIR/...), or - for
standard input; without one it is the current directory. What git ignores is
left out, unless it is named itself.

Read by structure: Terraform and other HCL, YAML (Kubernetes, CloudFormation,
Compose, workflows ...), JSON, TOML, .env, .properties, .ini, Dockerfile, and of
SQL the identifiers. All other text is read by line, and so is a file that is not what its name promises;
that is said on standard error and in the summary.

Not reported: values reserved for documentation and tests, role mailboxes
(support@, noreply@ ...) and service accounts, placeholders, references and
interpolations, copyright notices, network addresses, and what says little by itself (user names,
ages, postal codes). "fieldsafe config" prints the policy and says
how to change it. Findings of a baseline are not reported either: see "fieldsafe
baseline".

A comment "fieldsafe:allow DETECTOR reason" allows what is on its line, or on the
next if it stands alone. One that allows nothing is reported.

Exit status: 0 nothing found, 1 findings, 2 something could not be checked, or
there was nothing to check.`,
		Example: `  fieldsafe check
  fieldsafe check deploy/... main.tf
  fieldsafe check --staged
  fieldsafe check --since origin/main --report sarif=fieldsafe.sarif
  fieldsafe check --commit-msg .git/COMMIT_EDITMSG --branch
  terraform show -json plan | fieldsafe check --stdin-filename plan.json -`,
		RunE: func(c *cobra.Command, args []string) error { return f.run(c, args) },
	}
	f.selection(c.Flags())
	f.output(c.Flags())
	return c
}

func (f *checkFlags) run(c *cobra.Command, args []string) error {
	out, errOut := c.OutOrStdout(), c.ErrOrStderr()
	if err := f.validate(out, args); err != nil {
		return err
	}
	write, err := f.writer(out)
	if err != nil {
		return err
	}
	reports, err := parseReports(f.reports)
	if err != nil {
		return err
	}
	p, known, err := f.settings()
	if err != nil {
		return err
	}
	defer f.prepare(p)()
	list, err := f.list(args, c.InOrStdin())
	if err != nil {
		return err
	}
	defer list.Close()
	diffs := out
	if f.format != "" && f.format != "text" {
		diffs = errOut
	}
	result, err := f.checkAndFix(diffs, list, p, known)
	if err != nil {
		return err
	}
	unwritten := errors.Join(write(out, result), writeReports(out, reports, result))
	report.Problems(errOut, result)
	if n := known.Stale(list.Names()); n > 0 && !f.staged && f.since == "" {
		fmt.Fprintf(errOut, "%s: %d of its findings are gone; fieldsafe baseline --prune drops them\n", f.baselineName(), n)
	}
	report.Summary(errOut, result)
	for _, note := range f.notes(list, result) {
		fmt.Fprintln(errOut, "fieldsafe: "+note)
	}
	if unwritten != nil {
		return unwritten
	}
	return f.verdict(result)
}

// notes says what else the user should know about what was checked.
func (f *checkFlags) notes(list *files.List, r *check.Result) []string {
	switch {
	case r.Seen() > 0:
		return list.Notes
	case f.staged:
		return []string{"nothing is staged that could be checked"}
	case f.since != "":
		return []string{"nothing was added that could be checked"}
	}
	return list.Notes
}

// validate refuses flags that do not go together.
func (f *checkFlags) validate(out io.Writer, args []string) error {
	switch {
	case f.showValues && (!isTerminal(out) || len(f.reports) > 0):
		return errors.New("check: --show-values is for a terminal; values do not go into files and logs")
	case (f.fix || f.diff) && (f.staged || f.since != "" || slices.Contains(args, "-")):
		return errors.New("check: --fix and --diff are for files of the work tree, not for --staged, --since and standard input")
	case f.staged && f.since != "":
		return errors.New("check: --staged and --since exclude each other")
	}
	return nil
}

// settings reads the policy and the baseline.
func (f *checkFlags) settings() (*policy.Policy, *policy.Baseline, error) {
	p, _, err := f.policy()
	if err != nil {
		return nil, nil, err
	}
	if f.message != "" {
		p.AllowAddress(files.OwnAddress())
	}
	known, err := f.loadBaseline()
	return p, known, err
}

// checkAndFix checks, and checks again what was fixed.
func (f *checkFlags) checkAndFix(diffs io.Writer, list *files.List, p *policy.Policy, known *policy.Baseline) (*check.Result, error) {
	result, err := f.check(list, p, known)
	if err != nil || !f.fix && !f.diff {
		return result, err
	}
	o, err := f.options(p, known.Afresh())
	if err != nil {
		return nil, err
	}
	n, err := f.runFixes(diffs, result, o)
	if err != nil || n == 0 || f.diff {
		return result, err
	}
	return f.check(list, p, known.Afresh())
}

// prepare begins to build the scanner of p, which takes longer than all else in
// most runs, while git is asked what to check. The caller must call wait.
func (f *checkFlags) prepare(p *policy.Policy) (wait func()) {
	f.scanner = sync.OnceValues(p.Scanner)
	var building sync.WaitGroup
	building.Go(func() {
		if s, err := f.scanner(); err == nil {
			s.AppendName(nil, "name") // the tables for names are built on first use
		}
	})
	return building.Wait
}

func (f *checkFlags) options(p *policy.Policy, known *policy.Baseline) (check.Options, error) {
	scanner, err := f.scanner()
	return check.Options{Scanner: scanner, Policy: p, Baseline: known, MaxSize: f.maxSize << 20, Reveal: f.showValues}, err
}

func (f *checkFlags) check(list *files.List, p *policy.Policy, known *policy.Baseline) (*check.Result, error) {
	o, err := f.options(p, known)
	if err != nil {
		return nil, err
	}
	progress := newProgress(len(list.Files))
	defer progress.stop()
	o.Done = progress.step
	return check.Run(list, o), nil
}

// writer chooses what goes to standard output.
func (f *checkFlags) writer(out io.Writer) (report.Writer, error) {
	color, err := useColor(f.color, out)
	if err != nil {
		return nil, err
	}
	switch {
	case f.format == "" && os.Getenv("GITHUB_ACTIONS") == "true":
		return report.GitHub, nil
	case f.format == "" || f.format == "text":
		return report.Text{Color: color}.Write, nil
	}
	return report.ByName(f.format)
}

// output is a report that goes to a file, or to standard output as "-".
type output struct {
	write report.Writer
	path  string
}

// parseReports reads the values of --report.
func parseReports(values []string) ([]output, error) {
	var list []output
	for _, value := range values {
		format, path, ok := strings.Cut(value, "=")
		if !ok || path == "" {
			return nil, errors.New("check: --report is FORMAT=PATH")
		}
		write, err := report.ByName(format)
		if err != nil {
			return nil, err
		}
		list = append(list, output{write, path})
	}
	return list, nil
}

// writeReports writes what --report asks for, and the page of a GitHub run.
func writeReports(out io.Writer, list []output, r *check.Result) error {
	var errs []error
	for _, o := range list {
		if o.path == "-" {
			errs = append(errs, o.write(out, r))
		} else {
			errs = append(errs, writeFile(o.path, os.O_TRUNC, o.write, r))
		}
	}
	if path := os.Getenv("GITHUB_STEP_SUMMARY"); path != "" {
		errs = append(errs, writeFile(path, os.O_APPEND, report.StepSummary, r))
	}
	return errors.Join(errs...)
}

func writeFile(path string, mode int, write report.Writer, r *check.Result) error {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|mode, 0o644)
	if err != nil {
		return err
	}
	return errors.Join(write(file, r), file.Close())
}

// verdict turns a result into the error that sets the exit status. That nothing
// is staged is no mistake; that a directory is empty may be one.
func (f *checkFlags) verdict(r *check.Result) error {
	switch {
	case len(r.Unreadable) > 0:
		return errReported
	case r.Seen() == 0 && !f.staged && f.since == "":
		return errors.New("check: there was nothing to check; --no-ignore also reads what git ignores")
	case r.Failed() && !f.exitZero:
		return errFindings
	}
	return nil
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// useColor decides by the flag, then by NO_COLOR (https://no-color.org), then by
// whether w is a terminal.
func useColor(when string, w io.Writer) (bool, error) {
	switch when {
	case "always":
		return true, nil
	case "never":
		return false, nil
	case "auto":
		return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isTerminal(w), nil
	}
	return false, errors.New("--color must be auto, always or never")
}
