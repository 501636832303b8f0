package detect

import (
	"math/rand/v2"
	"slices"
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
	r := run{found: slices.Clone(had), base: 1}
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
