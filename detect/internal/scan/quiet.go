package scan

import "math/bits"

// Quiet reports whether one look at a text tells that it has no candidates. Most
// values and names are shorter than a block, and have none: they need no cursor.
// Where it is false there may be some.
func (t *Table) Quiet(text string) bool {
	if len(text) > 64 {
		return false
	}
	var b block
	classify(&b.cur, text, 0)
	b.find()
	return b.rares|b.numbers|b.slashes == 0 && t.quietWords(&b, text) && t.quietTokens(&b, text) && t.quietMixed(&b, text)
}

// quietWords reports whether no word of the text is looked up for a phrase.
func (t *Table) quietWords(b *block, text string) bool {
	for words := b.words; words != 0; words &= words - 1 {
		i := bits.TrailingZeros64(words)
		n := 1 + bits.TrailingZeros64(b.edges>>1>>uint(i)|b.nextEdges<<uint(63-i))
		if h := wordHash(load(text, i), n); t.words.has(h) && len(t.phrasesAt(text, h, i, n)) > 0 {
			return false
		}
	}
	return true
}

// quietTokens reports whether no pattern is anchored at how a word begins.
func (t *Table) quietTokens(b *block, text string) bool {
	for tokens := b.tokens; tokens != 0; tokens &= tokens - 1 {
		i := bits.TrailingZeros64(tokens)
		if h := prefixHash(load(text, i)); t.tokens.has(h) && len(t.patternsAt(text, t.tokens.hinted(h, text[i+3]), i)) > 0 {
			return false
		}
	}
	return true
}

// quietMixed reports whether no pattern is anchored at the shape of a word, and none
// may be a group of an address.
func (t *Table) quietMixed(b *block, text string) bool {
	alnum := b.cur.letter | b.cur.digit
	for changes := b.changes; changes != 0; {
		i := bits.TrailingZeros64(changes)
		start := 64 - bits.LeadingZeros64(^alnum&(1<<uint(i)-1))
		n := bits.TrailingZeros64(^(alnum >> uint(start)))
		if n == 64 {
			return false
		}
		if n <= 4 && joinsAddress(text, start+n, n) {
			return false
		}
		kinds := b.cur.letter >> uint(start)
		for _, h := range [...]uint64{shapeHash(n, kinds&15, false), shapeHash(n, kinds&(1<<uint(n)-1), true)} {
			if t.shapes.has(h) && len(t.patternsAt(text, t.shapes.hinted(h, text[start]), start)) > 0 {
				return false
			}
		}
		changes &^= 1<<uint(start+n) - 1
	}
	return true
}
