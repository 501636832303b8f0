package scan

import "math/bits"

// number is a number being followed from its first group of digits, one group
// longer at a time. What it is followed through are the 64 bytes from its start.
type number struct {
	start  int    // where it begins
	digits uint64 // which of the bytes are digits, from the end of the last group on
	joint  uint64 // which are bytes that numbers are written with
	bare   uint32 // the node of the trie it has led to, 0 for nowhere
	letter uint32 // the node it has led to with the letter before it
}

// takeNumber goes through the groups of digits at which a number long enough
// begins, until the lengths of the first four are those of some number, or a +
// stands before it.
func (c *Cursor) takeNumber() (Candidate, bool) {
	for c.numbers != 0 {
		i := bits.TrailingZeros64(c.numbers)
		c.numbers &= c.numbers - 1
		start := c.base + i
		if !c.table.loose && !opens(c.text, start) { // the middle of a number is no start of one
			if c.text[start-1] == '+' {
				return Candidate{Kind: KindPlus, Start: start - 1, End: start}, true
			}
			continue
		}
		digits := c.cur.digit>>uint(i) | c.next.digit<<uint(64-i)
		first := bits.TrailingZeros64(^digits)
		joint := (c.cur.joint>>uint(i) | c.next.joint<<uint(64-i)) >> uint(first)
		rest := digits >> uint(first)
		second, skip := groupAfter(rest, joint)
		third, skip3 := groupAfter(rest>>uint(skip), joint>>uint(skip))
		fourth, _ := groupAfter(rest>>uint(skip+skip3), joint>>uint(skip+skip3))
		letter := c.letterBefore(start)
		if c.table.starts(first, second, third, fourth, letter) {
			c.follow(start, first, letter)
			c.number.digits, c.number.joint = rest, joint
		}
		if start > 0 && c.text[start-1] == '+' {
			return Candidate{Kind: KindPlus, Start: start - 1, End: start + first}, true
		}
		if quad(first, second, third, fourth) && c.text[start+first] == '.' {
			return Candidate{Kind: KindDots, Start: start, End: start + first}, true
		}
		if c.number.bare|c.number.letter != 0 {
			break
		}
	}
	return Candidate{}, false
}

// quad reports whether there are four groups of at most four digits: of three it
// cannot tell in one comparison.
func quad(a, b, c, d int) bool { return uint(a-1|b-1|c-1|d-1) < 4 }

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
func (t *Table) starts(a, b, c, d int, letter byte) bool {
	return t.bare.has(a, b, c, d) || letter != 0 && t.lettered.has(a, b, c, d)
}

// letterBefore returns the letter two bytes before start, in upper case, if one
// byte that is neither letter nor digit stands between.
func (c *Cursor) letterBefore(start int) byte {
	if start >= 2 && IsLetter(c.text[start-2]) && !IsAlnum(c.text[start-1]) {
		return c.text[start-2] &^ 0x20
	}
	return 0
}

// follow begins to follow the number whose first group of first digits stands at
// start.
func (c *Cursor) follow(start, first int, letter byte) {
	var next byte // behind the group
	if start+first < len(c.text) {
		next = c.text[start+first]
	}
	c.number.start = start
	c.number.bare = c.table.numbers.begin(root(0), first, next)
	if letter != 0 {
		c.number.letter = c.table.numbers.begin(root(letter), first, next)
	}
}

// takeGroup sets up what is known of the number followed so far, and follows it
// by one group more, until something is found or no longer number begins like it.
func (c *Cursor) takeGroup() {
	t := c.table.numbers
	for g := &c.number; g.bare|g.letter != 0; {
		c.refs, c.also = t.at(g.bare), t.at(g.letter)
		c.kind, c.at = KindMatch, g.start
		size, skip := groupAfter(g.digits, g.joint)
		g.bare, g.letter = t.child(g.bare, size), t.child(g.letter, size)
		g.digits, g.joint = g.digits>>uint(skip), g.joint>>uint(skip)
		if len(c.refs)+len(c.also) > 0 {
			return
		}
	}
}
