package scan

import "slices"

// index maps hashes to ranges of refs by open addressing. Before it stands a
// bit set of the hashes: in clean text almost every lookup ends there, in one
// load that stays in the first-level cache.
type index struct {
	filter []uint64
	fold   uint // shift that leaves a bit number of the filter
	slots  []slot
	shift  uint     // shift that leaves a slot number
	hints  []uint64 // by slot, or nil where no entry has one
	refs   []int32
}

type slot struct {
	hash    uint64
	from, n uint32 // where its refs are and how many; a free slot has none
}

// entry is a ref to be found by a hash. Its hint is the set of low six bits that
// one byte near the anchor has in every match, which tells most texts from one
// before the ref is looked at.
type entry struct {
	hash uint64
	ref  int32
	hint uint64
}

// newIndex builds an index; the refs of one hash keep their order.
func newIndex(entries []entry) *index {
	bits := uint(4)
	for 1<<bits < 2*len(entries) {
		bits++
	}
	x := &index{slots: make([]slot, 1<<bits), shift: 64 - bits, refs: make([]int32, len(entries))}
	hashes := 0
	for _, e := range entries {
		s := &x.slots[x.slot(e.hash)]
		if s.n == 0 {
			hashes++
		}
		s.hash = e.hash
		s.n++
	}
	x.layOut(entries)
	x.filterFor(hashes)
	return x
}

// newHintedIndex builds an index whose entries have hints.
func newHintedIndex(entries []entry) *index {
	x := newIndex(entries)
	x.hints = make([]uint64, len(x.slots))
	for _, e := range entries {
		x.hints[x.slot(e.hash)] |= e.hint
	}
	return x
}

// layOut gives every slot its range of refs and fills it in.
func (x *index) layOut(entries []entry) {
	end := uint32(0)
	for i := range x.slots {
		end += x.slots[i].n
		x.slots[i].from = end
	}
	for _, e := range slices.Backward(entries) {
		s := &x.slots[x.slot(e.hash)]
		s.from--
		x.refs[s.from] = e.ref
	}
}

// filterFor builds the filter: 32 to 64 bits for each of so many hashes, of which
// the words of a text touch few.
func (x *index) filterFor(hashes int) {
	bits := uint(6)
	for 1<<bits < 32*hashes {
		bits++
	}
	x.filter, x.fold = make([]uint64, 1<<bits/64), 64-bits
	for i := range x.slots {
		if s := &x.slots[i]; s.n > 0 {
			x.filter[s.hash>>x.fold>>6] |= 1 << (s.hash >> x.fold & 63)
		}
	}
}

// slot returns the number of the slot of a hash, or of the free one where it
// would be.
func (x *index) slot(h uint64) uint64 {
	for i := h >> (x.shift & 63); ; i++ {
		i &= uint64(len(x.slots) - 1)
		if s := &x.slots[i]; s.n == 0 || s.hash == h {
			return i
		}
	}
}

// has reports whether the index may hold h.
func (x *index) has(h uint64) bool {
	return x.filter[h>>(x.fold&63)>>6]>>(h>>(x.fold&63)&63)&1 != 0
}

// get returns the refs of a hash, none if it is not there.
func (x *index) get(h uint64) []int32 {
	s := &x.slots[x.slot(h)]
	return x.refs[s.from : s.from+s.n]
}

// hinted does the same if the hints of one of them let b pass.
func (x *index) hinted(h uint64, b byte) []int32 {
	i := x.slot(h)
	if x.hints[i]>>(b&63)&1 == 0 {
		return nil
	}
	s := &x.slots[i]
	return x.refs[s.from : s.from+s.n]
}

const (
	mix       = 0x9E3779B97F4A7C15
	lowerCase = 0x2020202020202020 // the bit of lower case of 8 letters
)

// wordHash hashes a word of n letters by its first 8, in lower case, and its
// length. Bytes beyond the word are shifted out.
func wordHash(first8 uint64, n int) uint64 {
	return ((first8|lowerCase)<<(uint(64-8*min(n, 8))&63) + uint64(n)) * mix
}

// prefixHash hashes 3 bytes.
func prefixHash(first3 uint64) uint64 { return first3 & 0xffffff * mix }

// shapeHash hashes a word's length and its first kinds (a bit per byte, set for
// letters); exact tells the full shape of a word from that of its first 4 bytes.
func shapeHash(n int, kinds uint64, exact bool) uint64 {
	x := kinds<<8 | uint64(n)<<1
	if exact {
		x |= 1
	}
	return (x + 1) * mix
}
