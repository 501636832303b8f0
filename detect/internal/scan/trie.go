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
	}
	var top [roots]branch
	for _, e := range entries {
		b := &top[root(byte(e.hash))]
		for _, size := range unpack(e.hash >> 8) {
			if b.children[size] == nil {
				b.children[size] = new(branch)
			}
			b = b.children[size]
		}
		b.refs = append(b.refs, e.ref)
	}
	t := &trie{}
	var queue []*branch
	for i := range top {
		queue = append(queue, &top[i])
	}
	for i := 0; i < len(queue); i++ {
		n := node{first: uint32(len(queue)), from: uint32(len(t.refs)), n: uint32(len(queue[i].refs))}
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

// heads tells which lengths the first three groups of a number can have: bit c of
// heads[a][b] for groups of a, b and c digits. No group counts as one of none.
type heads [maxDigits + 1][16]uint16

func (h *heads) add(groups uint64) {
	switch g := unpack(groups); len(g) {
	case 1:
		for b := range h[g[0]] {
			h[g[0]][b] = 1<<16 - 1
		}
	case 2:
		h[g[0]][min(g[1], 15)] = 1<<16 - 1
	default:
		h[g[0]][min(g[1], 15)] |= 1 << min(g[2], 15)
	}
}

func (h *heads) has(a, b, c int) bool {
	return h[min(a, maxDigits)][min(b, 15)&15]>>(min(c, 15)&15)&1 != 0
}
