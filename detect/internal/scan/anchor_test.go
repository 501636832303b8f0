package scan

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// anchored are patterns of every kind of anchor.
var anchored = []string{
	// the first bytes of a token
	`gh[pousr]_[A-Za-z0-9]{36}`, `glpat-[A-Za-z0-9_-]{20}`, `AKIA[A-Z0-9]{16}`, `xox[bp]-\d{10,13}-\d{10,13}-[A-Za-z0-9]{24}`,
	`-----sk_live_[0-9A-Za-z]{16,40}`, `(?i)key-[0-9a-f]{32}`, `eyJ[A-Za-z0-9_-]{3,}\.eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*`, `https://hooks\.example\.com/[A-Za-z0-9/]{8,}`,
	// the groups of a number
	`\d{3}-\d{2}-\d{4}`, `\d{11}`, `\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}`, `\d{3}[ .-]\d{3}[ .-]\d{3}`, `\d{2}/\d{2}/\d{4}`, `\(\d{3}\) \d{3}-\d{4}`,
	`[A-Z]-\d{8}`, `[XYZ]-\d{8}-[A-Z]`, `\d{8}-[A-Z]`, `\d{13}(?:\d{3})?`, `\d{6} {1,2}\d{4}`, `\d{40}`, `\d{3}\.\d{3}\.\d{3}-\d{2}`, `\d{14}[ -][A-Z]{1,9}`,
	// the shape of a word
	`[A-Z]{2}\d{6}[A-D]`, `\d{8}[A-Z]`, `[A-Z]{5}\d{4}[A-Z]`, `[A-Z]{4}\d{6}[HM][A-Z]{5}[0-9A-Z]\d`, `[A-Z]{2}[ -]?\d{6}[A-D]`, `(?:[A-Z]\d){4}`,
	// the length and the first kinds of a word
	`[A-HJ-NPR-Z0-9]{17}`, `[0-9a-f]{32}`, `[A-Z]{2}\d{2}[A-Z0-9]{11,30}`, `[A-Za-z0-9]{6}_[A-Za-z0-9]{29}_mmk`, `[A-Za-z0-9]{14}\.atlasv1\.[A-Za-z0-9]{40}`, `[A-Za-z0-9]{40}`,
}

// law is a table of patterns and the patterns themselves.
type law struct {
	table    *Table
	patterns []*Pattern
}

func newLaw(t testing.TB, lenient bool, sources ...string) law {
	t.Helper()
	b := NewBuilder(lenient)
	var l law
	for i, src := range sources {
		p, err := b.Compile(src, false)
		require.NoError(t, err, src)
		require.NoError(t, b.Anchor(p, int32(i)), src)
		l.patterns = append(l.patterns, p)
	}
	l.table = b.Build()
	return l
}

// place is an alternative that matches from a position.
type place struct {
	ref   int32
	start int
}

// proposed lists the candidates of a text that may match.
func (l law) proposed(text string) map[place]bool {
	out := map[place]bool{}
	var c Cursor
	c.Reset(l.table, text)
	for {
		cand, ok := c.Next()
		if !ok {
			return out
		}
		if cand.Kind == KindMatch { // and with it those that share its anchor
			for ref := cand.Ref; ref >= 0; ref = l.table.alts[ref].next {
				out[place{ref, cand.Start}] = true
			}
		}
	}
}

// check tries every pattern at every position: where one matches, the cursor
// must have proposed it.
func (l law) check(t *testing.T, text string) (matches int) {
	t.Helper()
	proposed := l.proposed(text)
	for ref := range l.table.alts {
		a := &l.table.alts[ref]
		first := a.seq.first()
		for at := range len(text) {
			if !first.has(text[at]) {
				continue
			}
			end := l.alone(ref, text, at)
			if end < 0 {
				continue
			}
			matches++
			if !proposed[place{int32(ref), at}] && !(mixesFreely(a.seq) && unmixed(text, at+wordLead(a.seq))) {
				t.Fatalf("%q at %d: alternative %d of %q matches to %d and was not proposed", text, at, ref, anchoredBy(a), end)
			}
		}
	}
	return matches
}

// alone matches one alternative, without those that share its anchor.
func (l law) alone(ref int, text string, at int) int {
	a := l.table.alts[ref]
	a.next = -1
	single := *l.table
	single.alts = []alternative{a}
	return single.Match(0, text, at, always)
}

// anchoredBy describes an alternative by its items.
func anchoredBy(a *alternative) string {
	var b strings.Builder
	for _, it := range a.seq {
		fmt.Fprintf(&b, "[%s]{%d,%d}", it.set.bytes(nil), it.min, it.max)
	}
	return b.String()
}

// mixesFreely reports whether the shapes of s are too many to list, so that it is
// anchored by the length and the first kinds of a word.
func mixesFreely(s sequence) bool {
	b := NewBuilder(false)
	return !b.tokenAnchor(s, 0) && !b.shapeAnchors(s, 0) && !b.numberAnchor(s, 0)
}

// wordLead returns how many bytes stand before the word such an s is anchored by.
func wordLead(s sequence) int {
	_, lead := s.longestWord()
	return lead
}

// unmixed reports whether the word at at does not mix letters and digits, or is
// longer than any that is looked up: a pattern that mixes them freely, such as
// [0-9a-f]{32}, is knowingly not proposed there.
func unmixed(text string, at int) bool {
	letters, digits := 0, 0
	for ; at < len(text) && IsAlnum(text[at]); at++ {
		if IsDigit(text[at]) {
			digits++
		} else {
			letters++
		}
	}
	return letters == 0 || digits == 0 || letters+digits > maxMixed
}

// example writes a random match of a sequence.
func example(random *rand.Rand, s sequence) string {
	var out []byte
	for _, it := range s {
		var printable []byte
		for _, b := range it.set.bytes(nil) {
			if b >= ' ' && b < 0x7f {
				printable = append(printable, b)
			}
		}
		for range int(it.min) + random.IntN(min(int(it.max-it.min), 12)+1) {
			out = append(out, printable[random.IntN(len(printable))])
		}
	}
	return string(out)
}

// mixture is matches of the patterns, some of them damaged, among noise, so that
// they fall on every place of a block.
func (l law) mixture(random *rand.Rand) string {
	var b strings.Builder
	for range 1 + random.IntN(6) {
		b.WriteString(soup(random, "ab XY 01 9-._/:,=@+\"é", random.IntN(40)))
		p := l.patterns[random.IntN(len(l.patterns))]
		value := example(random, p.alts[random.IntN(len(p.alts))])
		switch random.IntN(6) {
		case 0:
			at := random.IntN(len(value))
			value = value[:at] + soup(random, "a0- ", 1) + value[at+1:]
		case 1:
			value = value[:random.IntN(len(value))]
		}
		b.WriteString([]string{" ", "", "-", "=", ", "}[random.IntN(5)] + value)
	}
	b.WriteString(soup(random, "a 0-", random.IntN(4)))
	return b.String()
}

func TestEveryMatchIsProposed(t *testing.T) {
	for name, lenient := range map[string]bool{"text": false, "name": true} {
		t.Run(name, func(t *testing.T) {
			random := rand.New(rand.NewPCG(11, 12))
			l := newLaw(t, lenient, anchored...)
			matches := 0
			for range 300 {
				matches += l.check(t, l.mixture(random))
			}
			require.Greater(t, matches, 300, "the texts hold what is looked for")
		})
	}
}

func TestEveryMatchIsProposedAtEveryOffset(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 14))
	for _, src := range anchored {
		l := newLaw(t, false, src)
		for _, s := range l.patterns[0].alts {
			value := example(random, s)
			for offset := range 130 {
				for _, fill := range []string{" ", "a ", "1 "} {
					noise := strings.Repeat(fill, offset)[:offset]
					l.check(t, noise+value+" end")
					l.check(t, noise+value)
				}
			}
		}
	}
}

// Generated patterns that anchor are proposed wherever they match, too.
func TestEveryMatchOfGeneratedPatternsIsProposed(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 16))
	pick := grammar{random}.pick
	anchors, matches := 0, 0
	for range 2500 {
		src := ""
		for range 2 + random.IntN(4) {
			src += pick(`\d{3}`, `\d{4}`, `[A-Z]{2}`, `[A-Z]`, `[A-Z]?`, `\d{2,4}`, `[ -]?`, `-`, `[ .]`, `[A-Z0-9]{4}`, `abc_`, `[a-z]{3}`, `\d{8}`, `(?:-\d{3})?`, `[A-Z0-9]{2,3}`)
		}
		b := NewBuilder(random.IntN(2) == 0)
		p, err := b.Compile(src, false)
		if err != nil || b.Anchor(p, 0) != nil {
			continue
		}
		anchors++
		l := law{b.Build(), []*Pattern{p}}
		for range 6 {
			matches += l.check(t, l.mixture(random))
		}
	}
	require.Greater(t, anchors, 500)
	require.Greater(t, matches, 2000)
}

func FuzzEveryMatchIsProposed(f *testing.F) {
	random := rand.New(rand.NewPCG(17, 18))
	text, name := newLaw(f, false, anchored...), newLaw(f, true, anchored...)
	for range 12 {
		f.Add(text.mixture(random))
	}
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 400 {
			s = s[:400]
		}
		text.check(t, s)
		name.check(t, s)
	})
}

// Candidates come in an order that lets findings be sorted by insertion: none is
// more than a block and a word out of place.
func TestCandidatesAreNearlySorted(t *testing.T) {
	random := rand.New(rand.NewPCG(19, 20))
	l := newLaw(t, false, anchored...)
	for range 200 {
		var c Cursor
		c.Reset(l.table, l.mixture(random))
		furthest := 0
		for cand, ok := c.Next(); ok; cand, ok = c.Next() {
			require.Less(t, furthest-cand.Start, 64+maxMixed+64)
			furthest = max(furthest, cand.Start)
		}
	}
}

func TestCursorAllocatesNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(21, 22))
	l := newLaw(t, false, anchored...)
	text := strings.Repeat(l.mixture(random), 20)
	n := testing.AllocsPerRun(20, func() {
		var c Cursor
		c.Reset(l.table, text)
		for cand, ok := c.Next(); ok; cand, ok = c.Next() {
			if cand.Kind == KindMatch {
				l.table.Match(cand.Ref, text, cand.Start, always)
			}
		}
	})
	require.Zero(t, n)
}
