package scan

// interval is a range of positions, both ends included.
type interval struct{ lo, hi int }

// settle marks the items of s whose longest run is the only one possible.
func (s sequence) settle() {
	for i := range s[:len(s)-1] {
		next := &s[i+1]
		s[i].sure = s[i].min == s[i].max || next.min > 0 && !next.set.intersects(s[i].set)
	}
	last := &s[len(s)-1]
	last.sure = last.min == last.max
}

// ends appends the positions at which a match of s beginning at at can end, as
// ascending disjoint intervals. Most attempts fail within the first items, and
// most items leave no choice.
func (s sequence) ends(dst []interval, text string, at int) []interval {
	for i := range s {
		it := &s[i]
		if !it.sure {
			return s[i:].spread(dst, text, at)
		}
		limit := min(len(text), at+int(it.max))
		need := at + int(it.min)
		for at < limit && it.set.has(text[at]) {
			at++
		}
		if at < need {
			return dst
		}
	}
	return append(dst, interval{at, at})
}

// spread does the same for items of any length. Instead of one position it
// carries the set of all positions the items read so far can have led to, so
// nothing is ever tried twice: the work is linear in the items times the bytes
// spanned.
func (s sequence) spread(dst []interval, text string, at int) []interval {
	var space [2][8]interval
	from, to := append(space[0][:0], interval{at, at}), space[1][:0]
	for i := range s {
		to = to[:0]
		for _, iv := range from {
			to = s[i].step(to, text, iv)
		}
		if len(to) == 0 {
			return dst
		}
		from, to = to, from
	}
	return append(dst, from...)
}

// step appends where one item leads from the positions iv.
func (it *item) step(dst []interval, text string, iv interval) []interval {
	for x := iv.lo; x <= iv.hi; {
		run := it.run(text, x, iv.hi)
		last := min(iv.hi, max(run-1, x)) // starts that share this run
		if run > x && x+int(it.min) <= run {
			dst = extend(dst, interval{x + int(it.min), min(last+int(it.max), run)})
		} else if it.min == 0 {
			dst = extend(dst, interval{x, x})
		}
		x = last + 1
	}
	return dst
}

// run returns the end of the run of the class from x, as far as a match that
// starts no later than last can need it.
func (it *item) run(text string, x, last int) int {
	limit := min(len(text), last+int(it.max))
	for x < limit && it.set.has(text[x]) {
		x++
	}
	return x
}

func extend(dst []interval, iv interval) []interval {
	if n := len(dst) - 1; n >= 0 && iv.lo <= dst[n].hi+1 {
		dst[n].hi = max(dst[n].hi, iv.hi)
		return dst
	}
	return append(dst, iv)
}

// opens reports whether a value can begin at position i: no letter or digit
// before it, and no digit and punctuation that would make it the rest of a
// longer number.
func opens(text string, i int) bool {
	if i == 0 {
		return true
	}
	b := text[i-1]
	if IsAlnum(b) {
		return false
	}
	if i < 2 || i >= len(text) || !IsDigit(text[i]) || !IsDigit(text[i-2]) {
		return true
	}
	return !glue(b) && (b != ',' || digitsFrom(text, i) != 3)
}

// Bounded reports whether a value can begin at start and end at end: no letter or
// digit touches it, and no digit and punctuation that would make it part of a
// longer number.
func Bounded(text string, start, end int) bool { return opens(text, start) && closes(text, end) }

// apart reports whether no letter or digit stands on both sides of position i.
func apart(text string, i int) bool {
	return i == 0 || i >= len(text) || !IsAlnum(text[i-1]) || !IsAlnum(text[i])
}

// closes is the mirror image of opens for the position after a value.
func closes(text string, i int) bool {
	if i >= len(text) {
		return true
	}
	b := text[i]
	if IsAlnum(b) {
		return false
	}
	if i+1 >= len(text) || !IsDigit(text[i-1]) || !IsDigit(text[i+1]) {
		return true
	}
	return !glue(b) && (b != ',' || digitsFrom(text, i+1) != 3)
}

// glue reports whether b between two digits makes one value of them. A comma
// does only before three digits, as in 1,234,567.
func glue(b byte) bool { return b == '.' || b == '-' || b == '/' }

// digitsFrom counts the digits from i on, as far as it matters.
func digitsFrom(text string, i int) int {
	n := 0
	for i+n < len(text) && n < 4 && IsDigit(text[i+n]) {
		n++
	}
	return n
}

// Accept judges the bytes [start, end) of text.
type Accept func(start, end int) bool

// maxTries bounds how many shorter ends are offered to a verifier.
const maxTries = 8

// longest offers the ends beyond best in order from the longest, those at a
// boundary only, and returns the first that accept takes, or best. Loosely,
// punctuation and a digit are a boundary too.
func longest(ends []interval, text string, at, best int, loose bool, accept Accept) int {
	tries := 0
	for i := len(ends) - 1; i >= 0; i-- {
		for e := ends[i].hi; e >= ends[i].lo && e > max(at, best); e-- {
			if !apart(text, e) || !loose && !closes(text, e) {
				continue
			}
			if accept(at, e) {
				return e
			}
			if tries++; tries == maxTries {
				return best
			}
		}
	}
	return best
}
