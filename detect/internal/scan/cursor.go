package scan

import "math/bits"

// Kind says what a candidate is.
type Kind uint8

// The kinds of candidates.
const (
	KindMatch   Kind = iota + 1 // a pattern may start at Start; Ref is for Table.Match
	KindPhrase                  // a phrase covers [Start, End); Ref is its owner
	KindAt                      // an @ at Start
	KindEscape                  // what an escape begins with at Start
	KindSlashes                 // a :// at Start
	KindPlus                    // a + directly before digits covers [Start, End)
	KindHigh                    // the first of several bytes of 0x80 or above at Start
)

// Candidate is a place where something may be.
type Candidate struct {
	Kind       Kind
	Ref        int32
	Start, End int
}

// Cursor proposes the candidates of a text. It is a value to be kept on the
// stack, for one text; Reset makes it ready.
type Cursor struct {
	table *Table
	text  string
	base  int   // offset of the current block
	cur   masks // of the block at base
	next  masks // of the block after it
	last  masks // of the block before it

	words, tokens, changes, numbers, rares, slashes, wides uint64 // places left to look at in this block
	edges, nextEdges                                       uint64 // where a word does not go on, in this block and the next

	refs []int32 // what is left of the list last looked up
	also []int32 // another list for the same place
	kind Kind    // what they are
	at   int     // where they stand

	wordsDone int    // mixed words that begin before this are dealt with
	head      uint64 // hash of the first kinds of the mixed word at at, to look up next
	word      int    // where that word begins
	number    number // the number being followed

	folded bool // words beyond ASCII are folded, so that they can be looked up
}

// ResetFolded prepares c, which must be zero, for text whose letters beyond ASCII
// have been folded as those of the phrases were.
func (c *Cursor) ResetFolded(t *Table, text string) {
	c.folded = true
	c.Reset(t, text)
}

// Reset prepares c, which must be zero, for text.
func (c *Cursor) Reset(t *Table, text string) {
	c.table, c.text, c.base = t, text, -64
	if text != "" {
		classify(&c.next, text, 0)
	}
}

// Next returns the next candidate; ok is false at the end of the text.
func (c *Cursor) Next() (cand Candidate, ok bool) {
	for {
		switch {
		case len(c.refs) > 0:
			cand, ok = c.takeRef()
		case len(c.also) > 0:
			c.refs, c.also = c.also, nil
		case c.head != 0:
			c.takeHead()
		case c.words != 0:
			c.takeWord()
		case c.tokens != 0:
			c.takeToken()
		case c.changes != 0:
			c.takeMixed()
		case c.number.bare|c.number.letter != 0:
			c.takeGroup()
		case c.numbers != 0:
			cand, ok = c.takeNumber()
		case c.wides != 0:
			c.takeWide()
		case c.slashes != 0:
			cand, ok = c.takeSlashes()
		case c.rares != 0:
			return c.takeRare(), true
		default:
			if c.base += 64; c.base >= len(c.text) {
				return Candidate{}, false
			}
			c.advance()
		}
		if ok {
			return cand, true
		}
	}
}

// advance moves to the next block and finds, by bit arithmetic, where in it
// there is something to look at.
func (c *Cursor) advance() {
	c.last, c.cur = c.cur, c.next
	if c.base+64 < len(c.text) {
		classify(&c.next, c.text, c.base+64)
	} else {
		c.next = masks{}
	}
	cur, next, last := &c.cur, &c.next, &c.last
	c.findWords(cur, next, last)

	alnum := cur.letter | cur.digit
	start := alnum &^ (alnum<<1 | (last.letter|last.digit)>>63)
	c.tokens = start & run12(cur.graph, next.graph)
	c.changes = cur.letter&(cur.digit>>1|next.digit<<63) | cur.digit&(cur.letter>>1|next.letter<<63)
	group := cur.digit &^ (cur.digit<<1 | last.digit>>63)
	c.numbers = group & run8(cur.digit|gaps(cur, next, last), next.digit|gaps(next, &masks{}, cur))
	// Both slashes of a :// are joints, and what stands before them is none.
	c.slashes = cur.joint & (cur.joint>>1 | next.joint<<63) &^ ((alnum|cur.joint)<<1 | (last.letter|last.digit|last.joint)>>63)
	c.rares = cur.rare
	if c.folded {
		c.wides = cur.high
	} else {
		c.rares |= cur.high &^ (cur.high<<1 | last.high>>63)
	}
}

// findWords marks where words of at least two letters begin: at a letter after
// none, at an upper-case letter after a lower-case one, and at the last of
// several upper-case letters before a lower-case one.
func (c *Cursor) findWords(cur, next, last *masks) {
	lower, nextLower := cur.letter&^cur.upper, next.letter&^next.upper
	before := cur.letter<<1 | last.letter>>63
	camel := cur.upper & ((lower<<1 | (last.letter&^last.upper)>>63) | before&(lower>>1|nextLower<<63))
	nextBefore := next.letter<<1 | cur.letter>>63
	nextCamel := next.upper & ((nextLower<<1 | lower>>63) | nextBefore&(nextLower>>1))
	c.edges = ^cur.letter | camel
	c.nextEdges = ^next.letter | nextCamel
	c.words = (cur.letter&^before | camel) &^ (c.edges>>1 | c.nextEdges<<63)
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

// takeWord looks up words until one is the word of some phrase.
func (c *Cursor) takeWord() {
	x, block := c.table.words, c.text[c.base:]
	filter, fold := x.filter, x.fold&63 // kept at hand: most words end here
	for words := c.words; words != 0; {
		i := bits.TrailingZeros64(words)
		words &= words - 1
		n := 1 + bits.TrailingZeros64(c.edges>>1>>uint(i)|c.nextEdges<<uint(63-i))
		var first8 uint64
		if i+8 <= len(block) {
			first8 = load8(block, i)
		} else {
			first8 = loadTail(block, i)
		}
		h := wordHash(first8, n)
		if b := h >> fold; filter[b>>6]>>(b&63)&1 != 0 && c.found(h, c.base+i) {
			c.words = words
			return
		}
	}
	c.words = 0
}

// takeWide looks up words beyond ASCII until one is the word of some phrase: where
// a word begins and, in scripts that do not separate words, at every character.
func (c *Cursor) takeWide() {
	for c.wides != 0 {
		i := c.base + bits.TrailingZeros64(c.wides)
		c.wides &= c.wides - 1
		n := c.wideWord(i)
		if n == 0 {
			continue
		}
		if h := wordHash(load(c.text, i), n); c.table.words.has(h) && c.found(h, i) {
			return
		}
	}
}

// wideWord returns how many bytes are looked up for the word at i, none if no
// word begins there.
func (c *Cursor) wideWord(i int) int {
	if isUnspaced(c.text[i]) {
		return min(unspacedLen, len(c.text)-i)
	}
	if i > 0 && inWord(c.text[i-1]) || c.text[i] < 0xC0 {
		return 0
	}
	end := i
	for end < len(c.text) && end-i < maxMixed && inWord(c.text[end]) {
		end++
	}
	return end - i
}

// found sets up the phrases that are looked up by a word.
func (c *Cursor) found(h uint64, at int) bool {
	c.refs, c.kind, c.at = c.table.words.get(h), KindPhrase, at
	return len(c.refs) > 0
}

// propose sets up the refs of the patterns anchored at at.
func (c *Cursor) propose(refs []int32, at int) bool {
	c.refs, c.kind, c.at = refs, KindMatch, at
	return len(refs) > 0
}

// proposeWord sets up those anchored at the mixed word by a hash of its shape.
func (c *Cursor) proposeWord(h uint64) bool {
	return c.propose(c.table.shapes.hinted(h, c.text[c.word]), c.word)
}

// takeToken looks up the first three bytes of words until some token begins
// like that.
func (c *Cursor) takeToken() {
	for c.tokens != 0 {
		i := c.base + bits.TrailingZeros64(c.tokens)
		c.tokens &= c.tokens - 1
		h := prefixHash(load8(c.text, min(i, len(c.text)-8)) >> (8 * uint(i-min(i, len(c.text)-8))))
		if c.table.tokens.has(h) && c.propose(c.table.tokens.hinted(h, c.text[i+3]), i) {
			return
		}
	}
}

// takeMixed looks up the shape of words that hold letters and digits, first
// their full shape and then that of their first four bytes.
func (c *Cursor) takeMixed() {
	for c.changes != 0 {
		i := bits.TrailingZeros64(c.changes)
		start, end := c.wordAround(i)
		c.changes &^= 1<<min(end, 64) - 1
		n := end - start
		if n > maxMixed || c.base+start < c.wordsDone {
			continue
		}
		c.wordsDone = c.base + end
		kinds := c.kinds(start)
		c.head, c.word = shapeHash(n, kinds&15, false), c.base+start
		if exact := shapeHash(n, kinds&(1<<uint(n)-1), true); n <= maxShape && c.table.shapes.has(exact) && c.proposeWord(exact) {
			return
		}
		if c.takeHead(); len(c.refs) > 0 {
			return
		}
	}
}

// maxMixed is the longest word whose shape is looked up.
const maxMixed = 128

// wordAround returns the word of letters and digits around bit i of the block,
// relative to it; a word much longer than maxMixed is cut.
func (c *Cursor) wordAround(i int) (start, end int) {
	alnum := c.cur.letter | c.cur.digit
	if gap := ^alnum & (1<<uint(i) - 1); gap != 0 {
		start = 64 - bits.LeadingZeros64(gap)
	} else {
		start = -bits.LeadingZeros64(^(c.last.letter | c.last.digit))
	}
	rest := alnum>>uint(i) | (c.next.letter|c.next.digit)<<uint(64-i)
	end = i + bits.TrailingZeros64(^rest)
	if start == -64 || end == i+64 {
		start, end = c.longWord(start, end)
	}
	return start, end
}

// longWord widens a word that fills all bits looked at.
func (c *Cursor) longWord(start, end int) (int, int) {
	for end-start <= maxMixed && c.base+start > 0 && IsAlnum(c.text[c.base+start-1]) {
		start--
	}
	for end-start <= maxMixed && c.base+end < len(c.text) && IsAlnum(c.text[c.base+end]) {
		end++
	}
	return start, end
}

// kinds returns the first 64 letter bits of the word that begins at start,
// relative to the block.
func (c *Cursor) kinds(start int) uint64 {
	switch {
	case start >= 0:
		return c.cur.letter>>uint(start) | c.next.letter<<uint(64-start)
	case start >= -64:
		return c.last.letter>>uint(64+start) | c.cur.letter<<uint(-start)
	}
	var kinds uint64
	for i := range 64 {
		kinds |= uint64(c.text[c.base+start+i]>>6) << i // letters have 0x40 set, digits do not
	}
	return kinds
}

// takeHead looks up the first kinds of a mixed word.
func (c *Cursor) takeHead() {
	if h := c.head; c.table.shapes.has(h) {
		c.proposeWord(h)
	}
	c.head = 0
}

// takeSlashes looks for the slashes after a scheme.
func (c *Cursor) takeSlashes() (Candidate, bool) {
	for c.slashes != 0 {
		i := c.base + bits.TrailingZeros64(c.slashes)
		c.slashes &= c.slashes - 1
		if i > 0 && c.text[i-1] == ':' && c.text[i] == '/' && c.text[i+1] == '/' {
			return Candidate{Kind: KindSlashes, Start: i - 1, End: i + 2}, true
		}
	}
	return Candidate{}, false
}

// takeRare says what stands at the next rare byte.
func (c *Cursor) takeRare() Candidate {
	i := c.base + bits.TrailingZeros64(c.rares)
	c.rares &= c.rares - 1
	kind := KindEscape
	switch b := c.text[i]; {
	case b == '@':
		kind = KindAt
	case b >= 0x80:
		kind = KindHigh
	}
	return Candidate{Kind: kind, Start: i, End: i + 1}
}

// takeRef turns the next ref of the list that may hold into a candidate.
func (c *Cursor) takeRef() (Candidate, bool) {
	if c.kind == KindPhrase {
		return c.takePhrase()
	}
	for i, ref := range c.refs {
		start := c.at - int(ref&(1<<leadBits-1))
		ref >>= leadBits
		if start >= 0 && c.table.alts[ref].heads(c.text[start:]) {
			c.refs = c.refs[i+1:]
			return Candidate{Kind: KindMatch, Ref: ref, Start: start, End: start}, true
		}
	}
	c.refs = nil
	return Candidate{}, false
}

// takePhrase does the same with phrases.
func (c *Cursor) takePhrase() (Candidate, bool) {
	for i, ref := range c.refs {
		p := &c.table.phrases[ref]
		if start, end, ok := matchPhrase(p, c.text, c.at); ok {
			c.refs = c.refs[i+1:]
			return Candidate{Kind: KindPhrase, Ref: p.owner, Start: start, End: end}, true
		}
	}
	c.refs = nil
	return Candidate{}, false
}
