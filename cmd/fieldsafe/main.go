// Command fieldsafe finds sensitive identifiers in names, tags, labels, URLs
// and text, and takes them out of streams.
//
// "fieldsafe --help" lists its subcommands.
package main

import (
	"os"
	"runtime/debug"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/cli"
)

func main() {
	tuneMemory()
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// tuneMemory lets the heap grow before it is collected, because most runs end
// long before that pays, and bounds what a long run keeps. The environment has
// the last word.
func tuneMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(128 << 20)
	}
}
