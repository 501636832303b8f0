// Command fieldsafe finds sensitive identifiers in names, tags, labels, URLs
// and text, and takes them out of streams.
//
// "fieldsafe --help" lists its subcommands.
package main

import (
	"os"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
