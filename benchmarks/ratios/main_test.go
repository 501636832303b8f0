package main

import (
	"strings"
	"testing"
)

func TestRatios(t *testing.T) {
	inputs, err := read(strings.NewReader(`goos: linux
BenchmarkText/line-120B/ours-2         	 1000	       200.0 ns/op	 600.00 MB/s	       0 B/op
BenchmarkText/line-120B/20-regexps-2   	   10	      5000 ns/op
BenchmarkText/line-120B/ours-2         	 1000	       100.0 ns/op
PASS
`))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := write(&out, inputs); err != nil {
		t.Fatal(err)
	}
	want := "INPUT           ENGINE      NS/OP   RATIO\n" +
		"Text/line-120B  ours        100.0   1.00\n" +
		"Text/line-120B  20-regexps  5000.0  50.00\n"
	if out.String() != want {
		t.Errorf("got\n%swant\n%s", out.String(), want)
	}
}
