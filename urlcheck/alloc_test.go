//go:build !race

package urlcheck

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// The race detector makes pools forget, which costs allocations that no other
// build has.
func TestCleanInputAllocatesNothing(t *testing.T) {
	for _, c := range cleanCases {
		Mask(c.in) // makes the scratch memory
		assert.Zero(t, testing.AllocsPerRun(50, func() { Mask(c.in) }), c.name)
	}
	raw := bodies.Replace("https://user:§@example.com/?token=§")
	assert.Equal(t, 1.0, testing.AllocsPerRun(50, func() { Mask(raw) }))
	assert.Equal(t, 1.0, testing.AllocsPerRun(50, func() { Strip(raw) }))
}
