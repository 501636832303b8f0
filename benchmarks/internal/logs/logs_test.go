package logs

import (
	"strings"
	"testing"

	"github.com/fieldsafe/fieldsafe/detect"
)

func TestCleanDependsOnTheSeedAlone(t *testing.T) {
	first, again, other := Clean(1, 10_000), Clean(1, 10_000), Clean(2, 10_000)
	if first != again {
		t.Error("the same seed gives other lines")
	}
	if first == other {
		t.Error("another seed gives the same lines")
	}
}

func TestCleanFillsTheSize(t *testing.T) {
	const size = 64 << 10
	if length := len(Clean(1, size)); length > size || length < size-400 {
		t.Errorf("%d bytes, want %d", length, size)
	}
}

// What the benchmarks call clean is clean: a false alarm here would also make
// them measure something else.
func TestCleanIsClean(t *testing.T) {
	text := Clean(1, 4<<20)
	for _, f := range detect.Default().Append(nil, text) {
		start := strings.LastIndexByte(text[:f.Start], '\n') + 1
		line, _, _ := strings.Cut(text[start:], "\n")
		t.Errorf("%s in %s", f.Detector.ID, line)
	}
}
