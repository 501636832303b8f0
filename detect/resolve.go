package detect

import (
	"slices"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// resolve sorts the findings of the run and keeps, of those that overlap, the
// one of the highest rank, so that what is left is sorted and disjoint. Of a
// secret that loses to another finding within it, what stands before that stays one.
func (r *run) resolve() []Finding {
	found := r.found[r.base:]
	if len(found) == 0 {
		return r.found
	}
	sortFindings(found, r.ranks)
	kept := 0
	for i := 1; i < len(found); i++ {
		if found[i].Start >= found[kept].End {
			kept++
			found[kept], r.ranks[kept] = found[i], r.ranks[i]
			continue
		}
		if beats(found[i], r.ranks[i], found[kept], r.ranks[kept]) {
			// What was kept before lies before the loser, so it may overlap the
			// winner only where the loser did.
			if r.keepsHead(found[kept], r.ranks[kept], found[i].Start) {
				found[kept].End = found[i].Start
				kept++
			}
			found[kept], r.ranks[kept] = found[i], r.ranks[i]
		}
	}
	return r.found[:r.base+kept+1]
}

// keepsHead reports whether the head of a finding, which ends at end, stays one
// when the rest belongs to another: it is the head of a secret and tells enough of
// it, four letters or digits. The head of a token must not be a word alone, since
// that stands before a value more often than in one.
func (r *run) keepsHead(f Finding, rank rank, end int) bool {
	const least = 4
	if f.Detector.Category != Credential || end-f.Start < least {
		return false
	}
	alnum, digits := 0, 0
	for _, b := range []byte(r.text[f.Start:end]) {
		if scan.IsAlnum(b) {
			alnum++
		}
		if scan.IsDigit(b) {
			digits++
		}
	}
	return alnum >= least && (digits > 0 || rank>>evidenceBits&15 == byGuess)
}

func beats(a Finding, ra rank, b Finding, rb rank) bool {
	if ra != rb {
		return ra > rb
	}
	return a.End-a.Start > b.End-b.Start
}

// sortFindings sorts by start, then by rank from the highest; of equals the one
// found first comes first. What one pass over the text finds is almost in order,
// a finding at most a keyword's reach out of place, so that insertion is linear.
// What several passes find is not, if they find much.
func sortFindings(found []Finding, ranks []rank) {
	moves := 0
	for i := 1; i < len(found); i++ {
		if moves > 8*i+maxMoves {
			sortPasses(found, ranks)
			return
		}
		for j := i; j > 0 && less(found[j], ranks[j], found[j-1], ranks[j-1]); j-- {
			found[j], found[j-1] = found[j-1], found[j]
			ranks[j], ranks[j-1] = ranks[j-1], ranks[j]
			moves++
		}
	}
}

// maxMoves is what insertion may cost, beside 8 for each finding.
const maxMoves = 1024

// sortPasses sorts findings that are far out of order.
func sortPasses(found []Finding, ranks []rank) {
	type ranked struct {
		finding Finding
		rank    rank
	}
	all := make([]ranked, len(found))
	for i := range all {
		all[i] = ranked{found[i], ranks[i]}
	}
	slices.SortStableFunc(all, func(a, b ranked) int {
		switch {
		case less(a.finding, a.rank, b.finding, b.rank):
			return -1
		case less(b.finding, b.rank, a.finding, a.rank):
			return 1
		}
		return 0
	})
	for i := range all {
		found[i], ranks[i] = all[i].finding, all[i].rank
	}
}

func less(a Finding, ra rank, b Finding, rb rank) bool {
	if a.Start != b.Start {
		return a.Start < b.Start
	}
	return beats(a, ra, b, rb)
}
