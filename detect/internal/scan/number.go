package scan

import "math/bits"

// number is a number being followed from its first group of digits, one group
// longer at a time.
type number struct {
	start  int    // where it begins
	last   int    // where the last group followed ends
	packed uint64 // lengths of the groups followed
	count  int    // how many; zero when there is nothing to follow
}

// takeNumber goes through the groups of digits at which a number long enough
// begins, until the lengths of one and of the next are those of some number's
// first two, or a + stands before it.
func (c *Cursor) takeNumber() (Candidate, bool) {
	for c.numbers != 0 {
		i := bits.TrailingZeros64(c.numbers)
		c.numbers &= c.numbers - 1
		digits := c.cur.digit>>uint(i) | c.next.digit<<uint(64-i)
		first := bits.TrailingZeros64(^digits)
		rest := digits >> uint(first)
		gap := bits.TrailingZeros64(rest)
		second := 0
		if gap <= maxGap {
			second = bits.TrailingZeros64(^(rest >> uint(gap)))
		}
		start := c.base + i
		if c.table.numbered(first, second) {
			c.number = number{start: start, last: start + first, packed: packGroup(0, first), count: 1}
		}
		if start > 0 && c.text[start-1] == '+' {
			return Candidate{Kind: KindPlus, Start: start - 1, End: start + first}, true
		}
		if c.number.count > 0 {
			break
		}
	}
	return Candidate{}, false
}

// numbered reports whether some number begins with groups of so many digits, or
// is the first alone.
func (t *Table) numbered(first, second int) bool {
	return t.pairs[min(first, 31)]&(1|1<<uint(min(second, 31))) != 0
}

// takeGroup looks up the number followed so far and follows it by one group
// more, until something is found or it ends.
func (c *Cursor) takeGroup() {
	for g := &c.number; g.count > 0; {
		h := groupHash(g.packed)
		if !c.follow(g) {
			g.count = 0
		}
		if c.table.numbers.has(h) && c.found(KindMatch, h, g.start, c.table.numbers) {
			return
		}
	}
}

// follow adds the next group of digits, if one follows closely enough.
func (c *Cursor) follow(g *number) bool {
	i := nextDigits(c.text, g.last)
	if i < 0 || g.count == maxGroups {
		return false
	}
	end := digitsEnd(c.text, i)
	g.packed, g.last = packGroup(g.packed, end-i), end
	g.count++
	return true
}

// digitsEnd returns the end of the run of digits at i, or a place in it beyond
// the longest group that is told apart.
func digitsEnd(text string, i int) int {
	end := min(len(text), i+32)
	for i < end && text[i]-'0' < 10 {
		i++
	}
	return i
}

// nextDigits returns where the next group of digits begins after one that ends
// at i, or -1 when more than maxGap bytes or a letter come between.
func nextDigits(text string, i int) int {
	for k := i + 1; k <= i+maxGap && k < len(text); k++ {
		if text[k]-'0' < 10 {
			return k
		}
		if IsLetter(text[k]) {
			break
		}
	}
	return -1
}
