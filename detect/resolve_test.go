package detect

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// claim is a finding and its rank.
type claim struct {
	Finding
	rank rank
}

func settle(claims []claim) (got []Finding) {
	had := []Finding{{Start: 3, End: 4, Detector: literalDetector}}
	r := run{text: strings.Repeat("a1", 50_000+5), found: slices.Clone(had), base: 1}
	for _, c := range claims {
		r.found, r.ranks = append(r.found, c.Finding), append(r.ranks, c.rank)
	}
	got = r.resolve()
	if got[0] != had[0] {
		panic("the caller's finding is gone")
	}
	return got[1:]
}

func TestResolve(t *testing.T) {
	a, b, c := &Detector{ID: "a"}, &Detector{ID: "b"}, &Detector{ID: "c"}
	at := func(d *Detector, start, end int, r rank) claim {
		return claim{Finding{Start: start, End: end, Detector: d}, r}
	}
	for _, tt := range []struct {
		name   string
		claims []claim
		want   []string
	}{
		{"none", nil, []string{}},
		{"in order", []claim{at(b, 5, 9, 1), at(a, 0, 5, 1)}, []string{"a", "b"}},
		{"the higher rank stays", []claim{at(a, 0, 5, 1), at(b, 0, 5, 2)}, []string{"b"}},
		{"the longer stays at equal rank", []claim{at(a, 0, 5, 1), at(b, 0, 6, 1)}, []string{"b"}},
		{"the first found stays when all is equal", []claim{at(a, 0, 5, 1), at(b, 0, 5, 1)}, []string{"a"}},
		{"a later one of higher rank", []claim{at(a, 0, 5, 1), at(b, 3, 5, 2)}, []string{"b"}},
		{"one within another", []claim{at(a, 0, 9, 2), at(b, 3, 5, 1), at(c, 9, 10, 1)}, []string{"a", "c"}},
		{"neighbours do not overlap", []claim{at(a, 0, 3, 1), at(b, 3, 6, 2)}, []string{"a", "b"}},
	} {
		t.Run(tt.name, func(t *testing.T) { require.Equal(t, tt.want, ids(settle(tt.claims))) })
	}
}

// What of a secret stands before a stronger finding within it must not come out.
func TestResolveKeepsHeads(t *testing.T) {
	secret, number := &Detector{ID: "secret", Category: Credential}, &Detector{ID: "number", Category: Personal}
	const guess = byGuess << evidenceBits
	for _, tt := range []struct {
		name   string
		text   string
		loser  claim
		winner claim
		want   []Finding
	}{
		{"of a secret", "ghs1_abcdefgh", claim{Finding{End: 13, Detector: secret}, 1}, claim{Finding{Start: 5, End: 13, Detector: number}, 2},
			[]Finding{{End: 5, Detector: secret}, {Start: 5, End: 13, Detector: number}}},
		{"of a password in letters", "velvet-4111", claim{Finding{End: 11, Detector: secret}, guess}, claim{Finding{Start: 7, End: 11, Detector: number}, guess + 1},
			[]Finding{{End: 7, Detector: secret}, {Start: 7, End: 11, Detector: number}}},
		{"too short to tell anything", "gh1_abcdefgh", claim{Finding{End: 12, Detector: secret}, 1}, claim{Finding{Start: 4, End: 12, Detector: number}, 2},
			[]Finding{{Start: 4, End: 12, Detector: number}}},
		{"a word before a value", "TOKEN=abcdefgh", claim{Finding{End: 14, Detector: secret}, 1}, claim{Finding{Start: 6, End: 14, Detector: number}, 2},
			[]Finding{{Start: 6, End: 14, Detector: number}}},
		{"of another reading of a number", "12345678", claim{Finding{End: 8, Detector: number}, 1}, claim{Finding{Start: 4, End: 8, Detector: number}, 2},
			[]Finding{{Start: 4, End: 8, Detector: number}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := run{text: tt.text, found: []Finding{tt.winner.Finding, tt.loser.Finding}, ranks: []rank{tt.winner.rank, tt.loser.rank}}
			require.Equal(t, tt.want, r.resolve())
		})
	}
}

// Findings of several passes are sorted as those of one: disjoint, in order, and
// nothing of the highest rank is lost.
func TestResolveInAnyOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(17, 18))
	for _, n := range []int{1, 2, 10, 300, 5000} {
		claims := make([]claim, n)
		for i := range claims {
			start := random.IntN(20 * n)
			claims[i] = claim{Finding{Start: start, End: start + 1 + random.IntN(9), Detector: literalDetector}, rank(random.IntN(4))}
		}
		got := settle(claims)
		slices.SortStableFunc(claims, func(a, b claim) int { return a.Start - b.Start })
		require.Equal(t, settle(claims), got, "%d findings", n)
		for i := 1; i < len(got); i++ {
			require.LessOrEqual(t, got[i-1].End, got[i].Start)
		}
	}
}
