package scan

import "math/bits"

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
		if b := h >> fold; filter[b>>6]>>(b&63)&1 != 0 && c.found(h, c.base+i, n) {
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
		if h := wordHash(load(c.text, i), n); c.table.words.has(h) && c.found(h, i, n) {
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

// found sets up the phrases that are looked up by a word of n bytes.
func (c *Cursor) found(h uint64, at, n int) bool {
	c.refs, c.kind, c.at = c.table.phrasesAt(c.text, h, at, n), KindPhrase, at
	return len(c.refs) > 0
}

// phrasesAt returns the phrases that are looked up by the word of n bytes at at, from
// the first on that what stands around the word may belong to.
func (t *Table) phrasesAt(text string, h uint64, at, n int) []int32 {
	refs := t.words.hinted(h, letterFrom(text, at+n))
	for i, ref := range refs {
		if t.phrases[ref].near(text, at, t.loose) {
			return refs[i:]
		}
	}
	return nil
}

// propose sets up refs of patterns anchored at at.
func (c *Cursor) propose(refs []int32, at int) bool {
	c.refs, c.kind, c.at = c.table.patternsAt(c.text, refs, at), KindMatch, at
	return len(c.refs) > 0
}

// patternsAt returns those of refs, patterns anchored at at, from the first on that
// may begin there.
func (t *Table) patternsAt(text string, refs []int32, at int) []int32 {
	for i, ref := range refs {
		if _, ok := t.heads(text, ref, at); ok {
			return refs[i:]
		}
	}
	return nil
}

// heads returns where the pattern of a ref begins that is anchored at at, and
// whether it may.
func (t *Table) heads(text string, ref int32, at int) (start int, ok bool) {
	start = at - int(ref&(1<<leadBits-1))
	return start, start >= 0 && t.alts[ref>>leadBits].heads(text[start:])
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
// their full shape and then that of their first four bytes. Of up to four bytes
// before a colon, and of two before a hyphen, addresses are made.
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
		exact := shapeHash(n, kinds&(1<<uint(n)-1), true)
		if n <= 4 && joinsAddress(c.text, c.base+end, n) {
			if c.table.shapes.has(exact) {
				c.also = c.table.shapes.hinted(exact, c.text[c.word])
			}
			c.proposeGroup(c.word)
			return
		}
		if n <= maxShape && c.table.shapes.has(exact) && c.proposeWord(exact) {
			return
		}
		if c.takeHead(); len(c.refs) > 0 {
			return
		}
	}
}

// proposeGroup sets up the group of an address at at, before what is in c.also.
func (c *Cursor) proposeGroup(at int) {
	c.refs, c.kind, c.at = group[:], KindColons, at
}

var group [1]int32 // stands for the one candidate there is

// joinsAddress reports whether a word of n bytes that ends at end may be a group of
// an address: before a colon, or, as a pair of hexadecimal digits, a hyphen.
func joinsAddress(text string, end, n int) bool {
	if end >= len(text) {
		return false
	}
	return text[end] == ':' || text[end] == '-' && n == 2 && max(text[end-2]|0x20, text[end-1]|0x20) <= 'f'
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
