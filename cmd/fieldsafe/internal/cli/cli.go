// Package cli is the command line of fieldsafe: one file a subcommand. It reads
// flags, calls the packages beside it, and turns what they say into an exit
// status.
package cli

import (
	"errors"
	"fmt"
	"io"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// Exit statuses, as of grep and most linters.
const (
	exitClean    = 0 // nothing found
	exitFindings = 1 // the check found something
	exitError    = 2 // wrong usage, or something could not be read
)

// errFindings makes a command end with exitFindings and no further message.
var errFindings = errors.New("findings")

// errReported makes a command end with exitError; the message is already out.
var errReported = errors.New("already reported")

// Main runs the command line args (without the program's name) and returns the
// exit status: 0 clean, 1 findings, 2 error; 128 and the number of a signal that
// ended it early.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.Execute()
	var early stopped
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.As(err, &early):
		return early.status()
	case !errors.Is(err, errReported):
		fmt.Fprintf(stderr, "fieldsafe: %v\n", err)
	}
	return exitError
}

// version is the one that the module was installed at.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "unknown"
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "fieldsafe",
		Short: "Find sensitive identifiers in names, tags, labels, URLs and text",
		Long: `fieldsafe finds personal, financial and health identifiers, credentials and
network addresses where they do not belong: in names, tags and labels, in
free-form fields, in URLs and in logs.

It never prints a value it found; it says where it stands and what kind it is.

Exit status: 0 nothing found, 1 findings, 2 an error.`,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.AddCommand(newCheck(), newRedact(), newPseudonym(), newURL(), newScan(), newExplain(), newConfig(), newBaseline(), newDetectors())
	return root
}
