package cli

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/pflag"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/files"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/policy"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/report"
	"github.com/fieldsafe/fieldsafe/detect"
)

// checkFlags are the flags of check, and those that baseline and config share
// with it.
type checkFlags struct {
	noIgnore   bool
	stdinName  string
	maxSize    int
	showValues bool
	color      string
	format     string
	reports    []string
	staged     bool
	since      string
	message    string
	branch     bool
	exitZero   bool
	config     string
	baseline   string
	fix, diff  bool

	scanner func() (*detect.Scanner, error) // of the policy, built once; see prepare
}

// selection defines the flags that say what is checked, and by which policy.
func (f *checkFlags) selection(flags *pflag.FlagSet) {
	flags.BoolVar(&f.staged, "staged", false, "check what is staged for commit, as it is in the index")
	flags.StringVar(&f.since, "since", "", "check the lines added since this `revision`")
	flags.StringVar(&f.message, "commit-msg", "", "check the commit message in this `file`, trailers included")
	flags.BoolVar(&f.branch, "branch", false, "check the name of the current branch")
	flags.BoolVar(&f.noIgnore, "no-ignore", false, "also read files that git ignores")
	flags.StringVar(&f.stdinName, "stdin-filename", "stdin", "`name` that standard input is checked as")
	flags.IntVar(&f.maxSize, "max-size", 32, "leave out files of more than this many `MiB`")
	flags.StringVar(&f.config, "config", "", "policy `file` (the nearest "+policy.FileName+", here or above)")
	flags.StringVar(&f.baseline, "baseline", "", "baseline `file` ("+policy.BaselineName+", if there is one)")
}

// output defines the flags that say what is written, and where.
func (f *checkFlags) output(flags *pflag.FlagSet) {
	flags.StringVar(&f.format, "format", "", "`format` of the output: "+strings.Join(report.Formats(), ", ")+" (text; github within GitHub Actions)")
	flags.StringArrayVar(&f.reports, "report", nil, "also write a report to a file, or - for standard output: `FORMAT=PATH`; may be repeated")
	flags.BoolVar(&f.fix, "fix", false, "strip credentials from URLs and put placeholders into tags; show the changes")
	flags.BoolVar(&f.diff, "diff", false, "show what --fix would change, and change nothing")
	flags.BoolVar(&f.exitZero, "exit-zero", false, "exit with 0 even when there are findings")
	flags.BoolVar(&f.showValues, "show-values", false, "do not mask values; only on a terminal")
	flags.StringVar(&f.color, "color", "auto", "colors: `when` is auto, always or never")
}

// policy reads the policy file of --config, or the nearest. Without one the
// defaults hold, and the name is empty.
func (f *checkFlags) policy() (p *policy.Policy, name string, err error) {
	name = f.config
	if name == "" {
		dir, err := os.Getwd()
		if err != nil {
			return nil, "", err
		}
		if name = policy.Find(dir); name == "" {
			return &policy.Policy{}, "", nil
		}
	}
	p, err = policy.Load(name)
	return p, name, err
}

func (f *checkFlags) baselineName() string {
	if f.baseline == "" {
		return policy.BaselineName
	}
	return f.baseline
}

// loadBaseline reads the baseline of --baseline, which must be there, or the one
// of the working directory, if there is one.
func (f *checkFlags) loadBaseline() (*policy.Baseline, error) {
	b, err := policy.LoadBaseline(f.baselineName())
	if f.baseline == "" && errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return b, err
}

// list lists what is to be checked.
func (f *checkFlags) list(args []string, stdin io.Reader) (*files.List, error) {
	list, err := f.listFiles(args, stdin)
	if err != nil {
		return nil, err
	}
	if f.message != "" {
		list.Files = append(list.Files, files.CommitMessage(f.message))
	}
	if f.branch {
		branch, err := files.Branch()
		if err != nil {
			return nil, err
		}
		list.Files = append(list.Files, branch)
	}
	return list, nil
}

func (f *checkFlags) listFiles(args []string, stdin io.Reader) (*files.List, error) {
	switch {
	case f.staged && f.since != "":
		return nil, errors.New("check: --staged and --since exclude each other")
	case f.staged:
		return files.Staged(args)
	case f.since != "":
		return files.Since(f.since, args)
	case len(args) == 0 && f.message == "" && !f.branch:
		args = []string{"."}
	}
	return files.Expand(args, files.Options{NoIgnore: f.noIgnore, Stdin: stdin, StdinName: f.stdinName}), nil
}
