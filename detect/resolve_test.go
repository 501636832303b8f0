package detect

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func settle(claims []Finding) (got []Finding) {
	had := []Finding{{Start: 3, End: 4, Detector: literalDetector}}
	r := run{text: strings.Repeat("a1", 50_000+5), found: slices.Clone(had), base: 1}
	r.found = append(r.found, claims...)
	got = r.resolve()
	if got[0] != had[0] {
		panic("the caller's finding is gone")
	}
	return got[1:]
}

func TestResolve(t *testing.T) {
	a, b, c := &Detector{ID: "a"}, &Detector{ID: "b"}, &Detector{ID: "c"}
	at := func(d *Detector, start, end int, r rank) Finding {
		return Finding{Start: start, End: end, Detector: d, rank: r}
	}
	for _, tt := range []struct {
		name   string
		claims []Finding
		want   []string
	}{
		{"none", nil, []string{}},
		{"in order", []Finding{at(b, 5, 9, 1), at(a, 0, 5, 1)}, []string{"a", "b"}},
		{"the higher rank stays", []Finding{at(a, 0, 5, 1), at(b, 0, 5, 2)}, []string{"b"}},
		{"the longer stays at equal rank", []Finding{at(a, 0, 5, 1), at(b, 0, 6, 1)}, []string{"b"}},
		{"the first found stays when all is equal", []Finding{at(a, 0, 5, 1), at(b, 0, 5, 1)}, []string{"a"}},
		{"a later one of higher rank", []Finding{at(a, 0, 5, 1), at(b, 3, 5, 2)}, []string{"b"}},
		{"one within another", []Finding{at(a, 0, 9, 2), at(b, 3, 5, 1), at(c, 9, 10, 1)}, []string{"a", "c"}},
		{"neighbours do not overlap", []Finding{at(a, 0, 3, 1), at(b, 3, 6, 2)}, []string{"a", "b"}},
	} {
		t.Run(tt.name, func(t *testing.T) { require.Equal(t, tt.want, ids(settle(tt.claims))) })
	}
}

// What of a secret stands before or after a stronger finding within it must not
// come out.
func TestResolveKeepsRests(t *testing.T) {
	secret, number := &Detector{ID: "secret", Category: Credential}, &Detector{ID: "number", Category: Personal}
	const guess = byGuess << evidenceBits
	for _, tt := range []struct {
		name   string
		text   string
		loser  Finding
		winner Finding
		want   []Finding
	}{
		{"of a secret", "ghs1_abcdefgh", Finding{End: 13, Detector: secret, rank: 1}, Finding{Start: 5, End: 13, Detector: number, rank: 2},
			[]Finding{{End: 5, Detector: secret}, {Start: 5, End: 13, Detector: number}}},
		{"of a password in letters", "velvet-4111", Finding{End: 11, Detector: secret, rank: guess}, Finding{Start: 7, End: 11, Detector: number, rank: guess + 1},
			[]Finding{{End: 7, Detector: secret}, {Start: 7, End: 11, Detector: number}}},
		{"too short to tell anything", "gh1_abcdefgh", Finding{End: 12, Detector: secret, rank: 1}, Finding{Start: 4, End: 12, Detector: number, rank: 2},
			[]Finding{{Start: 4, End: 12, Detector: number}}},
		{"a word before a value", "TOKEN=abcdefgh", Finding{End: 14, Detector: secret, rank: 1}, Finding{Start: 6, End: 14, Detector: number, rank: 2},
			[]Finding{{Start: 6, End: 14, Detector: number}}},
		{"before and after", "velvet 4111 meadow", Finding{End: 18, Detector: secret, rank: guess}, Finding{Start: 7, End: 11, Detector: number, rank: guess + 1},
			[]Finding{{End: 6, Detector: secret}, {Start: 7, End: 11, Detector: number}, {Start: 12, End: 18, Detector: secret}}},
		{"after a finding that begins before it", "4111velvet9", Finding{Start: 2, End: 11, Detector: secret, rank: 1}, Finding{End: 4, Detector: number, rank: 2},
			[]Finding{{End: 4, Detector: number}, {Start: 4, End: 11, Detector: secret}}},
		{"of a field known by its name", "velvet 4111", Finding{End: 11, Detector: number, rank: byName << evidenceBits}, Finding{Start: 7, End: 11, Detector: number, rank: guess},
			[]Finding{{End: 6, Detector: number}, {Start: 7, End: 11, Detector: number}}},
		{"the scheme of a header", "Bearer abcdefgh", Finding{End: 15, Detector: secret, rank: guess}, Finding{Start: 7, End: 15, Detector: number, rank: guess + 1},
			[]Finding{{Start: 7, End: 15, Detector: number}}},
		{"what is behind a bracket", "abcdefgh)](site", Finding{End: 15, Detector: secret, rank: guess}, Finding{End: 8, Detector: number, rank: guess + 1},
			[]Finding{{End: 8, Detector: number}}},
		{"of another reading of a number", "12345678", Finding{End: 8, Detector: number, rank: 1}, Finding{Start: 4, End: 8, Detector: number, rank: 2},
			[]Finding{{Start: 4, End: 8, Detector: number}}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := run{text: tt.text, found: []Finding{tt.winner, tt.loser}}
			require.Equal(t, tt.want, r.resolve())
		})
	}
}

// Findings of several passes are sorted as those of one: disjoint, in order, and
// nothing of the highest rank is lost.
func TestResolveInAnyOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(17, 18))
	for _, n := range []int{1, 2, 10, 300, 5000} {
		claims := make([]Finding, n)
		for i := range claims {
			start := random.IntN(20 * n)
			claims[i] = Finding{Start: start, End: start + 1 + random.IntN(9), Detector: literalDetector, rank: rank(random.IntN(4))}
		}
		got := settle(claims)
		slices.SortStableFunc(claims, func(a, b Finding) int { return a.Start - b.Start })
		require.Equal(t, settle(claims), got, "%d findings", n)
		for i := 1; i < len(got); i++ {
			require.LessOrEqual(t, got[i-1].End, got[i].Start)
		}
	}
}

// What stands behind a secret within a longer one is no rest of it where that is
// a host or another parameter.
func TestNoRestBehindASecret(t *testing.T) {
	secret := "velvet-" + "Quarry-57"
	for name, text := range map[string]string{
		"host":                              "from https://x-access-token:" + secret + "@github.com/o/r.git done",
		"host with a query":                 "databricks://token:" + secret + "@host?http_path=/sql",
		"fields, and parameters":            "jdbc:hive2://host:10000/db;user=u;password=" + secret + "?hive.x=1",
		"parameter, in the escapes of JSON": `{"url":"https://example.com/x?token=` + secret + `\u0026y=1"}`,
	} {
		t.Run(name, func(t *testing.T) {
			found := Default().Append(nil, text)
			require.Len(t, found, 1)
			require.Equal(t, secret, text[found[0].Start:found[0].End])
		})
	}
}
