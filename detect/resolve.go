package detect

import (
	"cmp"
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
	sortFindings(found)
	kept := 0
	for _, f := range found[1:] {
		if f.Start >= found[kept].End {
			kept++
			found[kept] = f
			continue
		}
		if beats(f, found[kept]) {
			// What was kept before lies before the loser, so it may overlap the
			// winner only where the loser did.
			if r.keepsHead(found[kept], f.Start) {
				found[kept].End = f.Start
				kept++
			}
			found[kept] = f
		}
	}
	for i := range found[:kept+1] {
		found[i].rank = 0
	}
	return r.found[:r.base+kept+1]
}

// keepsHead reports whether the head of a finding, which ends at end, stays one
// when the rest belongs to another: it is the head of a secret and tells enough of
// it, four letters or digits. The head of a token must not be a word alone, since
// that stands before a value more often than in one.
func (r *run) keepsHead(f Finding, end int) bool {
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
	return alnum >= least && (digits > 0 || f.rank.evidence() == byGuess)
}

func beats(a, b Finding) bool {
	if a.rank != b.rank {
		return a.rank > b.rank
	}
	return a.End-a.Start > b.End-b.Start
}

// sortFindings sorts by start, then by rank from the highest; of equals the one
// found first comes first. What one pass over the text finds is almost in order,
// a finding at most a keyword's reach out of place, so that insertion is linear.
// What several passes find is not, if they find much.
func sortFindings(found []Finding) {
	moves := 0
	for i := 1; i < len(found); i++ {
		if moves > 8*i+maxMoves {
			slices.SortStableFunc(found, compare)
			return
		}
		for j := i; j > 0 && compare(found[j], found[j-1]) < 0; j-- {
			found[j], found[j-1] = found[j-1], found[j]
			moves++
		}
	}
}

// maxMoves is what insertion may cost, beside 8 for each finding.
const maxMoves = 1024

func compare(a, b Finding) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.rank, a.rank), cmp.Compare(b.End-b.Start, a.End-a.Start))
}
