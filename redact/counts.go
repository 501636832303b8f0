package redact

import (
	"iter"
	"maps"
	"slices"
	"sync"
)

// Counts counts replacements by detector, for metrics: give its Add method to
// [Options].Observe. The zero value is ready. It is safe for concurrent use.
type Counts struct {
	mu sync.Mutex
	by map[string]int64
}

// Add counts one replacement.
func (c *Counts) Add(e Event) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.by == nil {
		c.by = map[string]int64{}
	}
	c.by[e.Detector.ID]++
}

// All yields the IDs of the detectors and how often each was seen so far, in
// the order of the IDs.
func (c *Counts) All() iter.Seq2[string, int64] {
	c.mu.Lock()
	now := maps.Clone(c.by)
	c.mu.Unlock()
	return func(yield func(string, int64) bool) {
		for _, id := range slices.Sorted(maps.Keys(now)) {
			if !yield(id, now[id]) {
				return
			}
		}
	}
}
