package cli

import (
	"errors"
	"fmt"
	"io/fs"

	"github.com/spf13/cobra"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/policy"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/report"
)

func newBaseline() *cobra.Command {
	var f checkFlags
	var prune bool
	c := &cobra.Command{
		Use:   "baseline [flags] [PATH]...",
		Short: "Accept the findings there are, so that check reports new ones only",
		Long: `baseline writes the findings of the given paths to a baseline file, which check
reads: it reports only what is not in it. Meant for a repository that has findings
on the day fieldsafe is introduced.

The file holds no values, but keyed hashes of them under a salt of its own, and
no lines or dates: it changes only when findings do. With --prune it only loses
what is no longer there.`,
		Example: `  fieldsafe baseline
  fieldsafe baseline --prune`,
		RunE: func(c *cobra.Command, args []string) error { return f.runBaseline(c, args, prune) },
	}
	f.selection(c.Flags())
	c.Flags().BoolVar(&prune, "prune", false, "only drop what is no longer there")
	return c
}

func (f *checkFlags) runBaseline(c *cobra.Command, args []string, prune bool) error {
	if f.staged || f.since != "" {
		return errors.New("baseline: --staged and --since are for check")
	}
	name := f.baselineName()
	known, err := policy.LoadBaseline(name)
	if errors.Is(err, fs.ErrNotExist) && !prune {
		known, err = policy.NewBaseline(), nil
	}
	if err != nil {
		return err
	}
	p, _, err := f.policy()
	if err != nil {
		return err
	}
	defer f.prepare(p)()
	list, err := f.list(args, c.InOrStdin())
	if err != nil {
		return err
	}
	if !prune {
		known.Record()
	}
	result, err := f.check(list, p, known)
	if err != nil {
		return err
	}
	if prune {
		known.Prune(list.Names())
	} else {
		known.Replace(list.Names())
	}
	report.Problems(c.ErrOrStderr(), result)
	if len(result.Unreadable) > 0 {
		return errors.New("baseline: not written")
	}
	fmt.Fprintf(c.ErrOrStderr(), "%s: %s\n", name, report.Count(known.Len(), "finding"))
	return known.Save(name)
}
