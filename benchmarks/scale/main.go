// Scale measures what redaction costs, and simulates the fleets that docs/scale.md
// speaks of. It prints Markdown.
//
//	go run ./benchmarks/scale          # measure, some seconds
//	go run ./benchmarks/scale -plan    # simulate
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	plan := flag.Bool("plan", false, "simulate gateways instead of measuring")
	cost := flag.Float64("cost", 15, "with -plan: microseconds of one core that a gateway spends on a record, all in all")
	size := flag.Float64("size", 500, "with -plan: bytes of a record")
	flag.Parse()
	if *plan {
		simulateAll(os.Stdout, *cost*1e-6, *size)
		return
	}
	if err := measureAll(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
