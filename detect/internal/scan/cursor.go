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
	KindPlus                    // a + at Start, directly before digits
	KindDots                    // four groups of digits with a . behind the first begin at Start
	KindColons                  // a group of an IPv6 or MAC address may begin at Start
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
	base  int // offset of the current block
	block

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

// takeSlashes looks for the slashes after a scheme, and for the colon behind the
// first group of an IPv6 address: the group behind that has not two digits, as the
// hour behind a year has.
func (c *Cursor) takeSlashes() (Candidate, bool) {
	for c.slashes != 0 {
		i := c.base + bits.TrailingZeros64(c.slashes)
		c.slashes &= c.slashes - 1
		if c.text[i] == ':' && c.text[i+3] != ':' {
			return Candidate{Kind: KindColons, Start: i - 4, End: i}, true
		}
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
	switch c.kind {
	case KindPhrase:
		return c.takePhrase()
	case KindColons:
		c.refs, c.kind = nil, KindMatch
		return Candidate{Kind: KindColons, Start: c.at, End: c.at}, true
	}
	for i, ref := range c.refs {
		if start, ok := c.table.heads(c.text, ref, c.at); ok {
			c.refs = c.refs[i+1:]
			return Candidate{Kind: KindMatch, Ref: ref >> leadBits, Start: start, End: start}, true
		}
	}
	c.refs = nil
	return Candidate{}, false
}

// takePhrase does the same with phrases.
func (c *Cursor) takePhrase() (Candidate, bool) {
	for i, ref := range c.refs {
		p := &c.table.phrases[ref]
		if start, end, ok := matchPhrase(p, c.text, c.at, c.table.loose); ok {
			c.refs = c.refs[i+1:]
			return Candidate{Kind: KindPhrase, Ref: p.owner, Start: start, End: end}, true
		}
	}
	c.refs = nil
	return Candidate{}, false
}
