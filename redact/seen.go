package redact

import (
	"sync/atomic"

	"github.com/fieldsafe/fieldsafe/detect"
)

// seen remembers what was found in short values: messages, methods, regions, the
// address of whoever makes a request, most values of a log come again and again.
// It keeps no text, only hashes under a seed that nobody outside the process
// knows: that another text is taken for one of them has odds of 1 to 2^63
// a look-up. It is bounded, lock-free, and forgets by being overwritten.
type seen struct {
	pairs [cleanPairs][2]atomic.Uint64 // of values in which nothing was found
	dirty [dirtySlots]atomic.Pointer[finds]
	once  [dirtySlots]atomic.Uint64 // the hash of a value that was seen to be dirty once
}

// finds are the findings in one value.
type finds struct {
	hash uint64
	n    int
	list [maxFinds]detect.Finding
}

const (
	cleanPairs = 1 << 10
	dirtySlots = 1 << 7
	maxFinds   = 2
)

// saltOf returns the salt that stands for the name of a field and the nearest one
// further out that says something.
func saltOf(n, up *name) uint64 { return n.salt + up.salt<<1 }

// clean reports whether nothing was found in a text of that hash.
func (s *seen) clean(hash uint64) bool {
	pair := &s.pairs[hash>>1%cleanPairs]
	return hash != 0 && (pair[0].Load() == hash || pair[1].Load() == hash)
}

// found returns what was found in a text of that hash, nil if that is not known.
// It is not to be changed.
func (s *seen) found(hash uint64) []detect.Finding {
	f := s.dirty[hash>>1%dirtySlots].Load()
	if f == nil || f.hash != hash {
		return nil
	}
	return f.list[:f.n]
}

// note is add for what may never come again: a text in which something is found is
// remembered the second time.
func (s *seen) note(hash uint64, found []detect.Finding) {
	if slot := &s.once[hash>>1%dirtySlots]; len(found) > 0 && slot.Load() != hash {
		slot.Store(hash)
		return
	}
	s.add(hash, found)
}

// add remembers what was found in a text of that hash. A clean one takes the
// place of the one before the last.
func (s *seen) add(hash uint64, found []detect.Finding) {
	switch {
	case hash == 0 || len(found) > maxFinds:
	case len(found) == 0:
		pair := &s.pairs[hash>>1%cleanPairs]
		pair[1].Store(pair[0].Load())
		pair[0].Store(hash)
	default:
		f := &finds{hash: hash, n: len(found)}
		copy(f.list[:], found)
		s.dirty[hash>>1%dirtySlots].Store(f)
	}
}
