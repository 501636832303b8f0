package detect

import (
	"cmp"
	"slices"
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// resolve sorts the findings of the run and keeps, of those that overlap, the
// one of the highest rank, so that what is left is sorted and disjoint. Of a
// secret that loses to another finding within it, what stands before and after
// that stays one.
func (r *run) resolve() []Finding {
	found := r.found[r.base:]
	if len(found) == 0 {
		return r.found
	}
	sortFindings(found)
	var space [4]Finding
	cut := space[:0] // what lost, but for a part of it
	kept := 0
	for _, f := range found[1:] {
		winner := &found[kept]
		if f.Start >= winner.End {
			kept++
			found[kept] = f
			continue
		}
		// What was kept before lies before the loser, so it may overlap the winner
		// only where the loser did.
		if beats(f, *winner) {
			*winner, f = f, *winner
		}
		if (f.Start < winner.Start || f.End > winner.End) && f.survives() {
			cut = append(cut, f)
		}
	}
	r.found = r.found[:r.base+kept+1]
	if len(cut) > 0 {
		r.keepRests(cut)
	}
	for i := range r.found[r.base:] {
		r.found[r.base+i].rank = 0
	}
	return r.found
}

// survives reports whether what is left of a finding that lost tells something:
// of a secret it does, and of the value of a field that was found by its name.
func (f *Finding) survives() bool {
	return f.Detector.Category == Credential || f.rank.evidence() == byName
}

// keepRests adds what is left of the findings that lost between those that won.
func (r *run) keepRests(cut []Finding) {
	won := len(r.found)
	for _, f := range cut {
		start := f.Start
		i, _ := slices.BinarySearchFunc(r.found[r.base:won], f.Start, func(w Finding, at int) int { return cmp.Compare(w.End, at+1) })
		for i += r.base; start < f.End; i++ {
			end := f.End
			if i < won {
				end = min(end, r.found[i].Start)
			}
			r.keepRest(f, start, end)
			if i >= won {
				break
			}
			start = r.found[i].End
		}
	}
	if len(r.found) == won {
		return
	}
	found := r.found[r.base:]
	sortFindings(found)
	kept := 0
	for _, f := range found[1:] {
		if f.Start >= found[kept].End {
			kept++
			found[kept] = f
		}
	}
	r.found = r.found[:r.base+kept+1]
}

// keepRest adds the rest [start, end) of a finding if it tells enough of it: four
// letters or digits, and no word that stands beside a value, such as the scheme
// before a bearer token. What a bracket, a quote or a comma divides from the one
// that won is no rest of it, nor are the host and the parameters behind it.
func (r *run) keepRest(f Finding, start, end int) {
	const least = 4
	if start >= end || start > f.Start && (divides(r.text[start]) || continuesURL(r.text[start:end])) || end < f.End && divides(r.text[end-1]) {
		return
	}
	for start < end && r.text[start] == ' ' {
		start++
	}
	for start < end && r.text[end-1] == ' ' {
		end--
	}
	if end-start < least || isPlaceholder(r.text[start:end]) || isScheme(r.text[start:end]) {
		return
	}
	alnum, digits := 0, 0
	for _, b := range []byte(r.text[start:end]) {
		if scan.IsAlnum(b) {
			alnum++
		}
		if scan.IsDigit(b) {
			digits++
		}
	}
	if e := f.rank.evidence(); alnum >= least && (digits > 0 || e == byGuess || e == byName) {
		f.Start, f.End = start, end
		r.found = append(r.found, f)
	}
}

// continuesURL reports whether a URL goes on with s behind a secret: with "@" and a
// host, or with another parameter.
func continuesURL(s string) bool {
	if strings.HasPrefix(s, `\u0026`) { // "&", as JSON may have it
		return true
	}
	rest, i := s[1:], 0
	for i < len(rest) && (isWordByte(rest[i]) || rest[i] == '.' || rest[i] == '-') {
		i++
	}
	switch {
	case i == 0 || i == len(rest):
		return false
	case s[0] == '@':
		return strings.IndexByte("/:?#", rest[i]) >= 0
	}
	return (s[0] == '?' || s[0] == '_') && rest[i] == '='
}

// divides reports whether b ends a value, or begins one.
func divides(b byte) bool { return strings.IndexByte("()[]{}<>\"'`,;&|", b) >= 0 }

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
