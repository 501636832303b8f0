package scan

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// quietTable has phrases and patterns of every kind of anchor.
func quietTable(t testing.TB, lenient bool) *Table {
	b := NewBuilder(lenient)
	for i, p := range phrases {
		b.Phrase(p, i%3 == 0, int32(i))
	}
	for i, src := range []string{`tok_[0-9a-z]{12}`, `[A-Z]{2}\d{6}[A-D]`, `\d{3}-\d{2}-\d{4}`, `\d{9}`, `[a-f0-9]{3}\dQ~[a-z]{10}`, `[A-Z]\d[0-9A-Z]{20,40}`} {
		p, err := b.Compile(src, false)
		require.NoError(t, err)
		require.NoError(t, b.Anchor(p, int32(i)))
	}
	return b.Build()
}

// checkQuiet holds Quiet to the cursor: where it is true there is no candidate, and
// where it is false for a text of one block there is.
func checkQuiet(t *testing.T, table *Table, text string) (quiet bool) {
	t.Helper()
	var c Cursor
	c.Reset(table, text)
	candidate, some := c.Next()
	quiet = table.Quiet(text)
	require.False(t, quiet && some, "%q has %+v", text, candidate)
	return quiet
}

func TestQuietTextHasNoCandidates(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 16))
	for _, lenient := range []bool{false, true} {
		table, quiet := quietTable(t, lenient), 0
		pieces := append(strings.Fields("tok_ abc Q~ AB 123456 C 123-45-6789 @ :// % é x 0 0000 word Word v1 b07 a1 2001:db8 1111:2222 1a: 10.1.2.3 tok_abcdefghi012 0123456789ABCDEF http"), phrases...)
		for range 40000 {
			var text strings.Builder
			for range random.IntN(6) {
				text.WriteString(pieces[random.IntN(len(pieces))])
				text.WriteString([]string{"", " ", "-", "_", "["}[random.IntN(5)])
			}
			if checkQuiet(t, table, text.String()) {
				quiet++
			}
		}
		require.Greater(t, quiet, 1000, "or it knows too little")
	}
}

func FuzzQuiet(f *testing.F) {
	f.Add("orders-export-prod-eu-west-1-b07")
	f.Add(strings.Repeat("a1", 32))
	f.Add("tok_" + strings.Repeat("7", 60))
	text, name := quietTable(f, false), quietTable(f, true)
	f.Fuzz(func(t *testing.T, s string) {
		checkQuiet(t, text, s)
		checkQuiet(t, name, s)
	})
}
