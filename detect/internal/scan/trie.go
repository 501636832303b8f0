package scan

import (
	"math/bits"
	"slices"
)

// trie finds numbers by the lengths of their groups of digits, one group a step.
// Node 0 is nowhere, node 1 the root of the numbers without a letter before them,
// and those after it the roots for the letters from A on.
type trie struct {
	nodes []node
	refs  []int32
}

type node struct {
	children uint32 // bit n: there is a child for a group of n digits
	first    uint32 // the first child; the others follow in order
	from, n  uint32 // the refs of the numbers that end here
	hint     uint64 // of the numbers whose first group leads here
}

// maxDigits is the longest group of digits told apart.
const maxDigits = 31

// root returns the node that numbers behind a letter begin at, or with 0 those
// without one.
func root(letter byte) uint32 {
	if letter == 0 {
		return 1
	}
	return 2 + uint32(letter-'A')
}

const roots = 28

// child returns where a group of size digits leads from node at.
func (t *trie) child(at uint32, size int) uint32 {
	n := &t.nodes[at]
	bit := uint32(1) << (uint(min(size, maxDigits)) & 31)
	if n.children&bit == 0 {
		return 0
	}
	return n.first + uint32(bits.OnesCount32(n.children&(bit-1)))
}

// begin returns where a first group of size digits leads from a root if b may
// follow it.
func (t *trie) begin(root uint32, size int, b byte) uint32 {
	at := t.child(root, size)
	if t.nodes[at].hint>>(b&63)&1 == 0 {
		return 0
	}
	return at
}

// at returns the refs of the numbers that end at a node.
func (t *trie) at(i uint32) []int32 {
	n := &t.nodes[i]
	return t.refs[n.from : n.from+n.n]
}

// numberKey packs the lengths of a number's groups and the letter before it.
func numberKey(groups uint64, letter byte) uint64 { return groups<<8 | uint64(letter) }

// newTrie builds a trie of entries whose hash is a numberKey; the refs of one
// number keep their order.
func newTrie(entries []entry) *trie {
	type branch struct {
		children [maxDigits + 1]*branch
		refs     []int32
		hint     uint64
	}
	var top [roots]branch
	for _, e := range entries {
		b := &top[root(byte(e.hash))]
		for _, size := range unpack(e.hash >> 8) {
			if b.children[size] == nil {
				b.children[size] = new(branch)
			}
			b = b.children[size]
			b.hint |= e.hint
		}
		b.refs = append(b.refs, e.ref)
	}
	t := &trie{}
	var queue []*branch
	for i := range top {
		queue = append(queue, &top[i])
	}
	for i := 0; i < len(queue); i++ {
		n := node{first: uint32(len(queue)), from: uint32(len(t.refs)), n: uint32(len(queue[i].refs)), hint: queue[i].hint}
		t.refs = append(t.refs, queue[i].refs...)
		for size, c := range queue[i].children {
			if c != nil {
				n.children |= 1 << size
				queue = append(queue, c)
			}
		}
		t.nodes = append(t.nodes, n)
	}
	return t
}

// packGroup appends the length of one more group of digits.
func packGroup(groups uint64, n int) uint64 { return groups<<5 | uint64(min(n, maxDigits)) }

// unpack returns the lengths of groups, the first group first.
func unpack(groups uint64) []int {
	var out []int
	for ; groups > 0; groups >>= 5 {
		out = append(out, int(groups&31))
	}
	slices.Reverse(out)
	return out
}

// heads tells which lengths the first four groups of a number can have: bit d of
// heads[a][b][c] for groups of a, b, c and d digits. No group counts as one of
// none. Of its 16 KiB a text touches little: the lengths that occur in it.
type heads [maxDigits + 1][maxHead][maxHead]uint16

// maxHead is one more than the longest second, third or fourth group told apart.
const maxHead = 16

func (h *heads) add(groups uint64) {
	g := unpack(groups)
	for i := range g[1:] {
		g[i+1] = min(g[i+1], maxHead-1)
	}
	first := &h[g[0]]
	for b := range first {
		for c := range first[b] {
			switch {
			case len(g) == 1, len(g) == 2 && b == g[1], len(g) == 3 && b == g[1] && c == g[2]:
				first[b][c] = 1<<maxHead - 1
			case len(g) > 3 && b == g[1] && c == g[2]:
				first[b][c] |= 1 << g[3]
			}
		}
	}
}

func (h *heads) has(a, b, c, d int) bool {
	const top = maxHead - 1
	return h[min(a, maxDigits)][min(b, top)&top][min(c, top)&top]>>(min(d, top)&top)&1 != 0
}
