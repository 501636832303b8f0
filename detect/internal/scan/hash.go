package scan

// index maps hashes to ranges of refs by open addressing. Before it stands a
// bit set of the hashes: in clean text almost every lookup ends there, in one
// load that stays in the first-level cache.
type index struct {
	filter []uint64
	fold   uint // shift that leaves a bit number of the filter
	slots  []slot
	shift  uint // shift that leaves a slot number
	refs   []int32
}

type slot struct {
	hash     uint64
	from, to uint32 // range of refs; empty marks a free slot
}

// newIndex builds an index from lists of refs by hash.
func newIndex(lists map[uint64][]int32) *index {
	bits := uint(4)
	for 1<<bits < 2*len(lists) {
		bits++
	}
	x := &index{
		filter: make([]uint64, 1<<(bits+3)/64), fold: 64 - (bits + 3),
		slots: make([]slot, 1<<bits), shift: 64 - bits,
	}
	for h, refs := range lists {
		x.add(h, refs)
	}
	return x
}

func (x *index) add(h uint64, refs []int32) {
	x.filter[h>>x.fold>>6] |= 1 << (h >> x.fold & 63)
	i := h >> x.shift
	for x.slots[i].to > x.slots[i].from {
		i = (i + 1) & uint64(len(x.slots)-1)
	}
	from := uint32(len(x.refs))
	x.refs = append(x.refs, refs...)
	x.slots[i] = slot{hash: h, from: from, to: uint32(len(x.refs))}
}

// has reports whether the index may hold h.
func (x *index) has(h uint64) bool {
	return x.filter[h>>(x.fold&63)>>6]>>(h>>(x.fold&63)&63)&1 != 0
}

// get returns the refs of a hash, nil if there are none.
func (x *index) get(h uint64) []int32 {
	for i := h >> x.shift; ; i = (i + 1) & uint64(len(x.slots)-1) {
		s := &x.slots[i]
		if s.hash == h && s.to > s.from {
			return x.refs[s.from:s.to]
		}
		if s.to == s.from {
			return nil
		}
	}
}

const mix = 0x9E3779B97F4A7C15

// wordHash hashes a word of n letters by its first 8, in lower case, and its
// length. Bytes beyond the word are shifted out.
func wordHash(first8 uint64, n int) uint64 {
	return ((first8|0x20*ones)<<(uint(64-8*min(n, 8))&63) + uint64(n)) * mix
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

// groupHash hashes the lengths of groups of digits, packed by packGroup, and the
// upper-case letter two bytes before them, or 0.
func groupHash(groups uint64, letter byte) uint64 { return (groups<<8 + uint64(letter) + 7) * mix }

// packGroup appends the length of one more group of digits.
func packGroup(groups uint64, n int) uint64 { return groups<<5 | uint64(min(n, 31)) }
