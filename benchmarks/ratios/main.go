// Ratios reads the output of go test -bench for benchmarks that are named
// kind/input/engine, and prints for each input how the engines compare: the
// best time of each, and how many times the first one's that is.
package main

import (
	"bufio"
	"fmt"
	"io"
	"log"
	"os"
	"regexp"
	"strconv"
	"text/tabwriter"
)

// input is one input's best times, in the order of the engines' first run.
type input struct {
	name    string
	engines []string
	best    map[string]float64
}

func main() {
	inputs, err := read(os.Stdin)
	if err != nil {
		log.Fatal(err)
	}
	if err := write(os.Stdout, inputs); err != nil {
		log.Fatal(err)
	}
}

var result = regexp.MustCompile(`^Benchmark(\S+)/([^/\s]+?)(?:-\d+)?\s+\d+\s+([0-9.]+) ns/op`)

func read(in io.Reader) ([]*input, error) {
	var inputs []*input
	byName := map[string]*input{}
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		match := result.FindStringSubmatch(lines.Text())
		if match == nil {
			continue
		}
		name, engine := match[1], match[2]
		time, err := strconv.ParseFloat(match[3], 64)
		if err != nil {
			return nil, err
		}
		if byName[name] == nil {
			byName[name] = &input{name: name, best: map[string]float64{}}
			inputs = append(inputs, byName[name])
		}
		byName[name].add(engine, time)
	}
	return inputs, lines.Err()
}

func (i *input) add(engine string, time float64) {
	best, seen := i.best[engine]
	if !seen {
		i.engines = append(i.engines, engine)
	}
	if !seen || time < best {
		i.best[engine] = time
	}
}

func write(out io.Writer, inputs []*input) error {
	table := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "INPUT\tENGINE\tNS/OP\tRATIO")
	for _, i := range inputs {
		first := i.best[i.engines[0]]
		for _, engine := range i.engines {
			fmt.Fprintf(table, "%s\t%s\t%.1f\t%.2f\n", i.name, engine, i.best[engine], i.best[engine]/first)
		}
	}
	return table.Flush()
}
