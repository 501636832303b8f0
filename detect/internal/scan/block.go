package scan

// block is what is known of 64 bytes of a text.
type block struct {
	cur  masks // of these bytes
	next masks // of those after them
	last masks // of those before them

	words, tokens, changes, numbers, rares, slashes, wides uint64 // places left to look at
	edges, nextEdges                                       uint64 // where a word does not go on, in these bytes and the next
	carry                                                  uint64 // of the tokens before, where the byte behind their first four is
}

// advance moves to the next block.
func (c *Cursor) advance() {
	c.last, c.cur = c.cur, c.next
	if c.base+64 < len(c.text) {
		classify(&c.next, c.text, c.base+64)
	} else {
		c.next = masks{}
	}
	c.find()
	if c.folded {
		c.wides, c.rares = c.cur.high, c.cur.rare
	}
}

// find finds, by bit arithmetic, where there is something to look at.
func (b *block) find() {
	cur, next, last := &b.cur, &b.next, &b.last
	b.findWords(cur, next, last)

	alnum := cur.letter | cur.digit
	start := alnum &^ (alnum<<1 | (last.letter|last.digit)>>63)
	b.tokens = start & run12(cur.graph, next.graph)
	if cur.digit|next.digit&1 != 0 {
		b.findNumbers(cur, next, last)
	}
	// Both slashes of a :// are joints, and what stands before them is none.
	b.slashes = cur.joint & (cur.joint>>1 | next.joint<<63) &^ ((alnum|cur.joint)<<1 | (last.letter|last.digit|last.joint)>>63)
	b.findGroups(cur, alnum)
	b.rares = cur.rare | cur.high&^(cur.high<<1|last.high>>63)
}

// findGroups adds to the slashes where the colon may be that stands behind the
// first four digits of an IPv6 address: a byte no number or word is written with,
// four bytes after a digit begins a token.
func (b *block) findGroups(cur *masks, alnum uint64) {
	const size = 4
	digits := b.tokens & cur.digit
	b.slashes |= (digits<<size | b.carry) & cur.graph &^ (alnum | cur.joint | cur.rare)
	b.carry = digits >> (64 - size)
}

// findNumbers marks where letters and digits meet, and where groups of digits
// begin that are long enough together.
func (b *block) findNumbers(cur, next, last *masks) {
	b.changes = cur.letter&(cur.digit>>1|next.digit<<63) | cur.digit&(cur.letter>>1|next.letter<<63)
	group := cur.digit &^ (cur.digit<<1 | last.digit>>63)
	b.numbers = group & run8(cur.digit|gaps(cur, next, last), next.digit|gaps(next, &masks{}, cur))
}

// findWords marks where words of at least two letters begin: at a letter after
// none, at an upper-case letter after a lower-case one, and at the last of
// several upper-case letters before a lower-case one.
func (b *block) findWords(cur, next, last *masks) {
	lower, nextLower := cur.letter&^cur.upper, next.letter&^next.upper
	before := cur.letter<<1 | last.letter>>63
	camel := cur.upper & ((lower<<1 | (last.letter&^last.upper)>>63) | before&(lower>>1|nextLower<<63))
	nextBefore := next.letter<<1 | cur.letter>>63
	nextCamel := next.upper & ((nextLower<<1 | lower>>63) | nextBefore&(nextLower>>1))
	b.edges = ^cur.letter | camel
	b.nextEdges = ^next.letter | nextCamel
	b.words = (cur.letter&^before | camel) &^ (b.edges>>1 | b.nextEdges<<63)
}

// gaps marks one or two bytes that numbers are written with between two digits.
func gaps(cur, next, last *masks) uint64 {
	joint := cur.joint
	after := cur.digit<<1 | last.digit>>63
	one := joint & after & (cur.digit>>1 | next.digit<<63)
	two := joint & (joint>>1 | next.joint<<63) & after & (cur.digit>>2 | next.digit<<62)
	straddling := last.digit >> 62 & (last.joint >> 63) & joint & (cur.digit >> 1) & 1
	return one | two | two<<1 | straddling
}

// run8 marks where 8 set bits follow each other; next holds the bits after.
func run8(m, next uint64) uint64 {
	r := m & (m>>1 | next<<63)
	n := next & (next >> 1)
	r, n = r&(r>>2|n<<62), n&(n>>2)
	return r & (r>>4 | n<<60)
}

// run12 marks where 12 set bits follow each other; next holds the bits after.
func run12(m, next uint64) uint64 {
	r := m & (m>>1 | next<<63)
	n := next & (next >> 1)
	r, n = r&(r>>2|n<<62), n&(n>>2)
	r8 := r & (r>>4 | n<<60)
	return r8 & (r>>8 | n<<56)
}
