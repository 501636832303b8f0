package scan

import (
	"errors"
	"fmt"
	"slices"
)

// Limits of a pattern. They bound the work of one match attempt, and with it
// the work of a scan.
const (
	maxAlternatives = 64
	maxItems        = 64
	maxRepeat       = 4096 // what * and + and {n,} stand for
)

// item is a class repeated between min and max times.
type item struct {
	set      *class
	min, max int16
	sure     bool // what comes next cannot be of the class, so the longest run is the only one
}

// sequence is one alternative of a pattern: items in a row.
type sequence []item

// sequence returns an empty sequence with room for n items and some more, in memory
// that is used again for the next pattern.
func (p *parser) sequence(n int) sequence {
	n += 4
	if len(p.space) < n {
		p.scratch = make([]item, max(2*len(p.scratch), 256, n))
		p.space = p.scratch
	}
	s := p.space[:0:n]
	p.space = p.space[n:]
	return s
}

var errTooLarge = fmt.Errorf("more than %d alternatives or %d items: write it with fewer alternatives", maxAlternatives, maxItems)

// cross returns every alternative of left followed by every one of right.
func (p *parser) cross(left, right []sequence) ([]sequence, error) {
	if len(left)*len(right) > maxAlternatives {
		return nil, errTooLarge
	}
	out := make([]sequence, 0, len(left)*len(right))
	for _, l := range left {
		for _, r := range right {
			s := append(p.sequence(len(l)+len(r)), l...)
			for _, it := range r {
				s = s.join(it)
			}
			if len(s) > maxItems {
				return nil, errTooLarge
			}
			out = append(out, s)
		}
	}
	return out, nil
}

// pack returns alternatives in memory of their own, as much as they need.
func pack(alts []sequence) []sequence {
	items := 0
	for _, s := range alts {
		items += len(s)
	}
	all := make(sequence, 0, items)
	out := make([]sequence, len(alts))
	for i, s := range alts {
		all = append(all, s...)
		out[i] = all[len(all)-len(s) : len(all) : len(all)]
	}
	return out
}

// join appends an item, adding up counts where a class meets itself.
func (s sequence) join(it item) sequence {
	if n := len(s) - 1; n >= 0 && s[n].set == it.set {
		s[n].min += it.min
		s[n].max = min(s[n].max+it.max, maxRepeat)
		return s
	}
	return append(s, it)
}

// repeat returns the union of lo to hi copies of group.
func (p *parser) repeat(group []sequence, lo, hi int) ([]sequence, error) {
	if hi >= maxRepeat {
		return nil, errors.New("a group may only be repeated a bounded number of times")
	}
	var out []sequence
	copies := []sequence{nil}
	for n := 0; ; n++ {
		if n >= lo {
			out = append(out, copies...)
		}
		if len(out) > maxAlternatives {
			return nil, errTooLarge
		}
		if n == hi {
			return out, nil
		}
		var err error
		if copies, err = p.cross(copies, group); err != nil {
			return nil, err
		}
	}
}

// first returns the bytes a match of s can begin with.
func (s sequence) first() class {
	var c class
	for _, it := range s {
		if c.union(it.set); it.min > 0 {
			break
		}
	}
	return c
}

// last returns the bytes a match of s can end with.
func (s sequence) last() class {
	var c class
	for _, it := range slices.Backward(s) {
		if c.union(it.set); it.min > 0 {
			break
		}
	}
	return c
}
