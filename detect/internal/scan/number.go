package scan

import "math/bits"

// number is a number being followed from its first group of digits, one group
// longer at a time. What it is followed through are the 64 bytes from its start.
type number struct {
	start  int    // where it begins
	end    int    // where the last group followed ends
	digits uint64 // which of the bytes are digits, from the end of the last group on
	alnum  uint64 // which are letters or digits
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
		start := c.base + i
		if gap <= maxGap && c.table.separators.has(c.text[start+first]) {
			second = bits.TrailingZeros64(^(rest >> uint(gap)))
		}
		letter := c.letterBefore(start)
		if c.table.pairs.has(first, second) || letter != 0 && c.table.lettered.has(first, second) {
			alnum := digits | c.cur.letter>>uint(i) | c.next.letter<<uint(64-i)
			c.number = number{start: start, end: start + first, digits: rest, alnum: alnum >> uint(first), packed: packGroup(0, first), count: 1, letter: letter}
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
// more, until something is found or no longer number begins like it.
func (c *Cursor) takeGroup() {
	x := c.table.numbers
	for g := &c.number; g.count > 0; {
		bare, lettered := groupHash(g.packed, 0), groupHash(g.packed, g.letter)
		if g.letter != 0 && !g.tried {
			g.tried = true
			if x.has(lettered) && c.found(KindMatch, lettered, g.start, x) {
				return
			}
		}
		g.tried = false
		known := x.has(bare)
		if g.count > 1 && !known && (g.letter == 0 || !x.has(lettered)) || !g.follow(c) {
			g.count = 0
		}
		if known && c.found(KindMatch, bare, g.start, x) {
			return
		}
	}
}

// follow adds the next group of digits, if one follows closely enough.
func (g *number) follow(c *Cursor) bool {
	gap := bits.TrailingZeros64(g.alnum)
	if gap > maxGap || g.count == maxGroups || g.digits>>uint(gap)&1 == 0 || !c.table.separators.has(c.text[g.end]) {
		return false
	}
	size := bits.TrailingZeros64(^(g.digits >> uint(gap)))
	g.digits, g.alnum = g.digits>>uint(gap+size), g.alnum>>uint(gap+size)
	g.packed, g.end = packGroup(g.packed, size), g.end+gap+size
	g.count++
	return true
}
