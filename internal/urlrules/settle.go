package urlrules

import "sort"

// Mask is what is written over a match. It is legal in every part of a URL and
// in every form of connection string, and is itself no match.
const Mask = "***"

// After ordinaryPasses all that is new counts as one match, after maxPasses the
// whole input does, so that reading comes to an end.
const (
	ordinaryPasses = 4
	maxPasses      = 6
)

// settle makes found, the matches of raw, hold what is found in raw with them
// masked too: it reads that text, takes in what only shows there, and reads
// again until nothing is new. So masking twice is masking once, whatever the
// rules say. It sorts and unites in the place of found.
func (e *engine) settle(found []Match, raw string) []Match {
	for i := range found {
		found[i].unescaped = false
	}
	for pass := 1; ; pass++ {
		e.mask(raw, found)
		e.found = e.found[:0]
		e.input(&e.views[0])
		again := e.merged()
		if len(again) == 0 {
			disentangle(found)
			return found
		}
		for i := range again {
			e.original(found, &again[i])
		}
		if pass > ordinaryPasses {
			again[0].widen(&again[len(again)-1])
			again = again[:1]
		}
		if pass > maxPasses {
			again[0].widen(&Match{End: len(raw), CutEnd: len(raw), DropEnd: len(raw)})
		}
		found = united(append(found, again...))
	}
}

// disentangle takes the names away in which another match stands, and has what is
// to be cut with a match begin no earlier than what is cut before it.
func disentangle(found []Match) {
	for i := 1; i < len(found); i++ {
		m, before := &found[i], &found[i-1]
		k := sort.Search(i, func(k int) bool { return found[k].End > m.NameStart })
		if k < i && found[k].Start < m.NameEnd {
			m.NameStart, m.NameEnd = 0, 0
		}
		if m.CutStart < before.CutStart {
			m.CutStart = min(before.CutEnd, m.Start)
		}
	}
}

// mask fills the first view with raw, its matches masked, and notes where the
// masks begin.
func (e *engine) mask(raw string, found []Match) {
	v := &e.views[0]
	v.b, e.masks = v.b[:0], e.masks[:0]
	pos := 0
	for i := range found {
		v.b = append(v.b, raw[pos:found[i].Start]...)
		e.masks = append(e.masks, len(v.b))
		v.b = append(v.b, Mask...)
		pos = found[i].End
	}
	v.b = append(v.b, raw[pos:]...)
}

// original gives m, which is of the masked text, the offsets of the text itself.
func (e *engine) original(found []Match, m *Match) {
	m.unescaped = false
	m.Start, m.End = e.startOf(found, m.Start), e.endOf(found, m.End)
	m.CutStart, m.CutEnd = e.startOf(found, m.CutStart), e.endOf(found, m.CutEnd)
	m.DropStart, m.DropEnd = e.startOf(found, m.DropStart), e.endOf(found, m.DropEnd)
	start, end := e.endOf(found, m.NameStart), e.startOf(found, m.NameEnd)
	if m.NameStart, m.NameEnd = start, end; start > end { // a mask in the name
		m.NameStart, m.NameEnd = 0, 0
	}
}

// startOf returns the offset in the text of the byte at p in the masked text; in
// a mask, of the start of its match.
func (e *engine) startOf(found []Match, p int) int {
	k := sort.SearchInts(e.masks, p+1) - 1
	if k >= 0 && p < e.masks[k]+len(Mask) {
		return found[k].Start
	}
	return e.behind(found, k, p)
}

// endOf returns the offset in the text of the end at p in the masked text; in a
// mask, of the end of its match.
func (e *engine) endOf(found []Match, p int) int {
	return e.behind(found, sort.SearchInts(e.masks, p)-1, p)
}

// behind returns the offset in the text of what stands at p in the masked text, at or
// behind its k-th mask; of the end of the match for what stands in it.
func (e *engine) behind(found []Match, k, p int) int {
	if k < 0 {
		return p
	}
	return found[k].End + max(0, p-e.masks[k]-len(Mask))
}
