package scan

import "math/bits"

// number is a number being followed from its first group of digits, one group
// longer at a time.
type number struct {
	start  int    // where it begins
	last   int    // where the last group followed ends
	packed uint64 // lengths of the groups followed
	count  int    // how many; zero when there is nothing to follow
	letter byte   // the letter two bytes before, in upper case, or 0
	tried  bool   // looked up with the letter, but not yet without
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
		letter := c.letterBefore(start)
		if c.table.pairs.has(first, second) || letter != 0 && c.table.lettered.has(first, second) {
			c.number = number{start: start, last: start + first, packed: packGroup(0, first), count: 1, letter: letter}
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

// letterBefore returns the letter two bytes before start, in upper case, if one
// byte that is neither letter nor digit stands between.
func (c *Cursor) letterBefore(start int) byte {
	if start >= 2 && IsLetter(c.text[start-2]) && !IsAlnum(c.text[start-1]) {
		return c.text[start-2] &^ 0x20
	}
	return 0
}

// takeGroup looks up the number followed so far and follows it by one group
// more, until something is found or it ends.
func (c *Cursor) takeGroup() {
	for g := &c.number; g.count > 0; {
		packed := g.packed
		if g.letter != 0 && !g.tried {
			g.tried = true
			if h := groupHash(packed, g.letter); c.table.numbers.has(h) && c.found(KindMatch, h, g.start, c.table.numbers) {
				return
			}
		}
		if g.tried = false; !c.follow(g) {
			g.count = 0
		}
		if h := groupHash(packed, 0); c.table.numbers.has(h) && c.found(KindMatch, h, g.start, c.table.numbers) {
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
