package redact

import (
	"hash/maphash"
	"sync/atomic"
)

// seenClean remembers short values in which nothing was found: messages, methods,
// regions, most values of a log come again and again. It keeps no text, only
// hashes under a seed that nobody outside the process knows: that another
// text is taken for a clean one has odds of 1 to 2^63 a look-up. It is bounded,
// lock-free, allocates nothing and forgets by being overwritten.
type seenClean struct {
	slots [cleanSlots]atomic.Uint64
}

const (
	cleanSlots   = 1 << 11
	maxSeenClean = 128 // bytes; hashing longer texts gains less
)

var hashSeed = maphash.MakeSeed()

// slot returns where text is remembered and by what; nil if it is too long. The
// salt stands for the names that were evidence.
func (c *seenClean) slot(text string, salt uint64) (*atomic.Uint64, uint64) {
	if len(text) > maxSeenClean {
		return nil, 0
	}
	h := (maphash.String(hashSeed, text) + salt) | 1 // never the empty slot
	return &c.slots[h>>1%cleanSlots], h
}
