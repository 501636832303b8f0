package scan

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// checkIndex compares an index with a map: the refs of each hash in order.
func checkIndex(t *testing.T, entries []entry, absent []uint64) {
	t.Helper()
	want := map[uint64][]int32{}
	for _, e := range entries {
		want[e.hash] = append(want[e.hash], e.ref)
	}
	x := newIndex(entries)
	for h, refs := range want {
		require.True(t, x.has(h))
		require.Equal(t, refs, x.get(h))
	}
	for _, h := range absent {
		if _, there := want[h]; !there {
			require.Empty(t, x.get(h))
		}
	}
}

func TestIndexAgreesWithMap(t *testing.T) {
	random := rand.New(rand.NewPCG(27, 28))
	for _, n := range []int{0, 1, 2, 7, 8, 9, 100, 3000} {
		for _, spread := range []uint64{1, 4, 1 << 20} { // how many different hashes share their high bits
			var entries []entry
			var absent []uint64
			for i := range n {
				h := random.Uint64()<<40 | random.Uint64N(spread)
				entries = append(entries, entry{h, int32(i), anyByte})
				for range random.IntN(3) {
					entries = append(entries, entry{h, int32(random.IntN(1000)), anyByte})
				}
				absent = append(absent, h+1, h^1<<63, random.Uint64(), 0)
			}
			checkIndex(t, entries, absent)
		}
	}
}

func TestIndexOfCollidingHashes(t *testing.T) {
	var entries []entry
	for i := range 200 {
		entries = append(entries, entry{uint64(i), int32(i), anyByte}) // all in the first slot
		entries = append(entries, entry{^uint64(i), int32(i), anyByte})
	}
	checkIndex(t, entries, []uint64{200, 1 << 63, ^uint64(200)})
}

// The filter lets through few hashes that are not there.
func TestFilterIsSelective(t *testing.T) {
	random := rand.New(rand.NewPCG(29, 30))
	var entries []entry
	for i := range 3000 {
		entries = append(entries, entry{random.Uint64(), int32(i), anyByte})
	}
	x := newIndex(entries)
	passed := 0
	for range 10000 {
		if x.has(random.Uint64()) {
			passed++
		}
	}
	require.Less(t, passed, 400)
}

func FuzzIndex(f *testing.F) {
	f.Add([]byte("abcabcabd\x00\x00\x01"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var entries []entry
		var absent []uint64
		for i := 0; i+2 < len(data); i += 3 {
			h := uint64(data[i])<<56 | uint64(data[i+1])
			entries = append(entries, entry{h, int32(data[i+2]), anyByte})
			absent = append(absent, h+1)
		}
		checkIndex(t, entries, absent)
	})
}

func TestWordHashIgnoresCaseAndWhatFollows(t *testing.T) {
	for _, word := range []string{"id", "ssn", "account", "identity", "identification"} {
		want := phraseHash(word)
		for _, text := range []string{word, strings.ToUpper(word), word + " and more", strings.ToUpper(word) + "=123456789"} {
			require.Equal(t, want, wordHash(load(text, 0), len(word)), text)
		}
		require.NotEqual(t, want, wordHash(load(word, 0), len(word)+1))
	}
}

func TestHeads(t *testing.T) {
	var h heads
	pack := func(lengths ...int) (groups uint64) {
		for _, n := range lengths {
			groups = packGroup(groups, n)
		}
		return groups
	}
	for _, groups := range [][]int{{11}, {6, 4}, {3, 2, 4}, {2, 2, 2, 5, 1}, {40}} {
		h.add(pack(groups...))
	}
	for a := range 40 {
		for b := range 20 {
			for c := range 20 {
				for d := range 20 {
					want := a == 11 || a >= 31 || a == 6 && b == 4 || a == 3 && b == 2 && c == 4 || a == 2 && b == 2 && c == 2 && d == 5
					if h.has(a, b, c, d) != want {
						t.Fatalf("%d, %d, %d, %d: got %v", a, b, c, d, !want)
					}
				}
			}
		}
	}
}

func TestTrieAgreesWithMap(t *testing.T) {
	random := rand.New(rand.NewPCG(41, 42))
	want := map[uint64][]int32{}
	var entries []entry
	for i := range 400 {
		groups := uint64(0)
		for range 1 + random.IntN(5) {
			groups = packGroup(groups, 1+random.IntN(12))
		}
		letter := byte(0)
		if random.IntN(3) == 0 {
			letter = 'A' + byte(random.IntN(26))
		}
		e := entry{numberKey(groups, letter), int32(i), anyByte}
		entries = append(entries, e)
		want[e.hash] = append(want[e.hash], e.ref)
	}
	trie := newTrie(entries)
	lookUp := func(key uint64) []int32 {
		at := root(byte(key))
		for _, size := range unpack(key >> 8) {
			at = trie.child(at, size)
		}
		return trie.at(at)
	}
	for key, refs := range want {
		require.Equal(t, refs, lookUp(key))
		longer := numberKey(packGroup(key>>8, 13), byte(key))
		require.Empty(t, lookUp(longer), "a group longer than any registered")
	}
}

func TestClassOperations(t *testing.T) {
	random := rand.New(rand.NewPCG(31, 32))
	for range 200 {
		var a, b class
		for range random.IntN(40) {
			a.add(byte(random.IntN(256)))
			b.addRange(byte(random.IntN(128)), byte(128+random.IntN(128)))
		}
		union, negated, folded := a, a, a
		union.union(&b)
		negated.negate()
		folded.fold()
		both, inside := false, true
		for i := range 256 {
			c := byte(i)
			require.Equal(t, a.has(c) || b.has(c), union.has(c))
			require.Equal(t, a.has(c), !negated.has(c))
			other := c
			if IsLetter(c) {
				other ^= 0x20
			}
			require.Equal(t, a.has(c) || a.has(other), folded.has(c))
			both = both || a.has(c) && b.has(c)
			inside = inside && (!a.has(c) || b.has(c))
			require.Equal(t, a.has(c), slices.Contains(a.bytes(nil), c))
		}
		require.Equal(t, both, a.intersects(&b))
		require.Equal(t, inside, a.within(&b))
	}
}
