package detect

// resolve sorts the findings of the run and keeps, of those that overlap, the
// one of the highest rank, so that what is left is sorted and disjoint.
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
			found[kept], r.ranks[kept] = found[i], r.ranks[i]
		}
	}
	return r.found[:r.base+kept+1]
}

func beats(a Finding, ra rank, b Finding, rb rank) bool {
	if ra != rb {
		return ra > rb
	}
	return a.End-a.Start > b.End-b.Start
}

// sortFindings sorts by start, then by rank from the highest. The scan finds
// almost in order, so insertion is linear in practice: a finding is at most a
// keyword's reach out of place.
func sortFindings(found []Finding, ranks []rank) {
	for i := 1; i < len(found); i++ {
		for j := i; j > 0 && less(found[j], ranks[j], found[j-1], ranks[j-1]); j-- {
			found[j], found[j-1] = found[j-1], found[j]
			ranks[j], ranks[j-1] = ranks[j-1], ranks[j]
		}
	}
}

func less(a Finding, ra rank, b Finding, rb rank) bool {
	if a.Start != b.Start {
		return a.Start < b.Start
	}
	return beats(a, ra, b, rb)
}
