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
	pairs [cleanPairs][2]atomic.Uint64
}

const (
	cleanPairs   = 1 << 10
	maxSeenClean = 128 // bytes; hashing longer texts gains less
)

var hashSeed = maphash.MakeSeed()

// hash returns by what a text is remembered; 0 if it is too long for that. The
// salt stands for the names that were evidence.
func (c *seenClean) hash(text string, salt uint64) uint64 {
	if len(text) > maxSeenClean {
		return 0
	}
	return (maphash.String(hashSeed, text) + salt) | 1 // never that of an empty slot
}

// hasBytes is has of the hash of text.
func (c *seenClean) hasBytes(text []byte) bool {
	return len(text) <= maxSeenClean && c.has(maphash.Bytes(hashSeed, text)|1)
}

func (c *seenClean) has(hash uint64) bool {
	pair := &c.pairs[hash>>1%cleanPairs]
	return hash != 0 && (pair[0].Load() == hash || pair[1].Load() == hash)
}

// add remembers a hash, and the one that took its place last time.
func (c *seenClean) add(hash uint64) {
	if hash != 0 {
		pair := &c.pairs[hash>>1%cleanPairs]
		pair[1].Store(pair[0].Load())
		pair[0].Store(hash)
	}
}
