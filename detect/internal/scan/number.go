package scan

import "math/bits"

// number is a number being followed from its first group of digits, one group
// longer at a time. What it is followed through are the 64 bytes from its start.
type number struct {
	start  int    // where it begins
	digits uint64 // which of the bytes are digits, from the end of the last group on
	joint  uint64 // which are bytes that numbers are written with
	packed uint64 // lengths of the groups followed
	count  int    // how many; zero when there is nothing to follow
	letter byte   // the letter two bytes before, in upper case, or 0
	tried  bool   // looked up with the letter, but not yet without
}

// takeNumber goes through the groups of digits at which a number long enough
// begins, until the lengths of the first three are those of some number, or a +
// stands before it.
func (c *Cursor) takeNumber() (Candidate, bool) {
	for c.numbers != 0 {
		i := bits.TrailingZeros64(c.numbers)
		c.numbers &= c.numbers - 1
		digits := c.cur.digit>>uint(i) | c.next.digit<<uint(64-i)
		first := bits.TrailingZeros64(^digits)
		joint := (c.cur.joint>>uint(i) | c.next.joint<<uint(64-i)) >> uint(first)
		rest := digits >> uint(first)
		second, skip := groupAfter(rest, joint)
		third, _ := groupAfter(rest>>uint(skip), joint>>uint(skip))
		start := c.base + i
		letter := c.letterBefore(start)
		if c.table.starts(first, second, third, letter) {
			c.number = number{start: start, digits: rest, joint: joint, packed: packGroup(0, first), count: 1, letter: letter}
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

// groupAfter returns how many digits follow in the next group, none if more than
// maxGap bytes or others than numbers are written with come before it, and how
// many bytes it takes to get behind it. It has no branch: what comes next in a
// log is anybody's guess.
func groupAfter(digits, joint uint64) (size, skip int) {
	gap := bits.TrailingZeros64(digits)
	strange := ^joint & (1<<uint(gap) - 1)
	near := ((gap - maxGap - 1) & (int(strange) - 1)) >> 63 // all ones if both are negative
	size = bits.TrailingZeros64(^(digits >> uint(gap))) & near
	return size, (gap + size) & near
}

// starts reports whether some number begins with groups of so many digits.
func (t *Table) starts(a, b, c int, letter byte) bool {
	return t.bare.has(a, b, c) || letter != 0 && t.lettered.has(a, b, c)
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
		if g.count > 1 && !known && (g.letter == 0 || !x.has(lettered)) || !g.follow() {
			g.count = 0
		}
		if known && c.found(KindMatch, bare, g.start, x) {
			return
		}
	}
}

// follow adds the next group of digits, if one follows closely enough.
func (g *number) follow() bool {
	size, skip := groupAfter(g.digits, g.joint)
	if skip == 0 || g.count == maxGroups {
		return false
	}
	g.digits, g.joint = g.digits>>uint(skip), g.joint>>uint(skip)
	g.packed = packGroup(g.packed, size)
	g.count++
	return true
}
