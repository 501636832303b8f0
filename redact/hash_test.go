package redact

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// Texts that differ in one bit, in length or in their salt have different hashes,
// however long they are.
func TestHashesTellTextsApart(t *testing.T) {
	seen := map[uint64]bool{}
	add := func(hash uint64, of string) {
		require.NotZero(t, hash)
		require.False(t, seen[hash], of)
		seen[hash] = true
	}
	for n := range maxHashed + 1 {
		text := make([]byte, n)
		for _, name := range []string{"a", "b", "ab", ""} { // salts are hashes
			add(hashOf(text, hashOf([]byte(name), 0)), string(text))
		}
		add(hashOf(text, 0), string(text))
		for bit := range 8 * n {
			text[bit/8] ^= 1 << (bit % 8)
			add(hashOf(text, 0), string(text))
			text[bit/8] ^= 1 << (bit % 8)
		}
	}
	require.Zero(t, hashOf(make([]byte, maxHashed+1), 0), "not to be remembered")
}
