package cli

import (
	"fmt"
	"io"
	"os"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/check"
)

// runFixes shows what would take findings out of files, and does it with --fix.
// It returns how many lines it changed.
func (f *checkFlags) runFixes(out io.Writer, result *check.Result, o check.Options) (int, error) {
	total, last := 0, ""
	for i := range result.Findings {
		found := &result.Findings[i]
		if found.Edit == nil || found.File == last {
			continue
		}
		last = found.File
		n, err := f.fixFile(out, last, o)
		if err != nil {
			return total, err
		}
		total += n
	}
	return total, nil
}

func (f *checkFlags) fixFile(out io.Writer, name string, o check.Options) (int, error) {
	info, err := os.Stat(name)
	if err != nil {
		return 0, err
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return 0, err
	}
	fixed, changes := check.Fix(name, data, o)
	fmt.Fprintf(out, "--- %s\n+++ %s\n", name, name)
	for _, c := range changes {
		fmt.Fprintf(out, "@@ line %d @@\n-%s\n+%s\n", c.Line, c.Old, c.New)
	}
	if f.diff {
		return len(changes), nil
	}
	return len(changes), os.WriteFile(name, fixed, info.Mode().Perm())
}
