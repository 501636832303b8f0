package scan

import "math/bits"

// group is a group of digits at which a number may begin, and how far the
// number has been followed.
type group struct {
	active     bool
	start, end int    // the first group
	last       int    // where the last group followed ends
	packed     uint64 // lengths of the groups followed
	count      int
}

// takeNumber begins with the first group of a run of digits and separators.
func (c *Cursor) takeNumber() {
	i := c.base + bits.TrailingZeros64(c.numbers)
	c.numbers &= c.numbers - 1
	if i >= c.numbered {
		c.startGroup(i)
	}
}

func (c *Cursor) startGroup(i int) {
	end := digitsEnd(c.text, i)
	c.numbered = end
	c.group = group{active: true, start: i, end: end}
}

// digitsEnd returns the end of the run of digits at i.
func digitsEnd(text string, i int) int {
	for i < len(text) && IsDigit(text[i]) {
		i++
	}
	return i
}

// nextDigits returns where the next group of digits begins after one that ends
// at i, or -1 when more than maxGap bytes or a letter come between.
func nextDigits(text string, i int) int {
	for k := i + 1; k <= i+maxGap && k < len(text); k++ {
		if IsDigit(text[k]) {
			return k
		}
		if IsLetter(text[k]) {
			break
		}
	}
	return -1
}

// takeGroup follows a number by one group more and looks its lengths up; when
// it cannot be followed, it goes on to the number that begins one group later.
func (c *Cursor) takeGroup() (Candidate, bool) {
	g := &c.group
	switch {
	case g.count == 0:
		g.packed, g.last, g.count = packGroup(0, g.end-g.start), g.end, 1
		if g.start > 0 && c.text[g.start-1] == '+' {
			return Candidate{Kind: KindPlus, Start: g.start - 1, End: g.end}, true
		}
	case g.count == maxGroups || !c.follow(g):
		c.nextGroup(g.end)
		return Candidate{}, false
	}
	if h := groupHash(g.packed); c.table.numbers.filter.has(h) {
		c.found(KindMatch, h, g.start, c.table.numbers)
	}
	return Candidate{}, false
}

// follow adds the next group, unless no number begins with these two.
func (c *Cursor) follow(g *group) bool {
	i := nextDigits(c.text, g.last)
	if i < 0 {
		return false
	}
	end := digitsEnd(c.text, i)
	if g.count == 1 && c.table.pairs[min(g.end-g.start, 31)]>>min(end-i, 31)&1 == 0 {
		return false
	}
	g.packed, g.last = packGroup(g.packed, end-i), end
	g.count++
	return true
}

// nextGroup moves on to the group after the one that ends at i, if it belongs
// to the same run.
func (c *Cursor) nextGroup(i int) {
	c.group.active = false
	if i = nextDigits(c.text, i); i >= 0 {
		c.startGroup(i)
	}
}
