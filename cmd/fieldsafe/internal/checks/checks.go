// Package checks says in words what the verifier of a detector checks: what the
// documentation of the code says that does it.
package checks

import (
	_ "embed"
	"strings"
	"sync"
)

// table has one line a detector with a verifier: its identifier and a sentence or
// two, whose subject is left out.
//
//go:embed checks.tsv
var table string

var parsed = sync.OnceValue(func() map[string]string {
	all := map[string]string{}
	for line := range strings.Lines(table) {
		id, text, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		all[id] = text
	}
	return all
})

// Of returns what the verifier of the detector of that identifier does, without
// the subject of its first sentence: "checks the last digit by ...". It is empty
// for a detector without a verifier, and when there is no such detector.
func Of(id string) string { return parsed()[id] }
