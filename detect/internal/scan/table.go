package scan

// Pattern is a compiled pattern, for matching at a position given from outside.
type Pattern struct {
	alts  []sequence
	first class // bytes a match can begin with
}

// Table holds what the scan looks up. It is immutable.
type Table struct {
	loose   bool // made for resource names
	alts    []alternative
	phrases []phrase
	words   *index
	tokens  *index
	shapes  *index
	numbers *trie

	bare, lettered heads // of numbers without a letter before them, and with one
}

// Build makes the table.
func (b *Builder) Build() *Table {
	if b.index == nil {
		b.IndexWords()
	}
	return b.build(b.phrases, b.index)
}

// IndexWords does the part of Build that needs all phrases, but no pattern.
func (b *Builder) IndexWords() { b.index = newHintedIndex(b.words) }

// BuildWithWords makes the table with the phrases of another one, not copied.
func (b *Builder) BuildWithWords(t *Table) *Table { return b.build(t.phrases, t.words) }

func (b *Builder) build(phrases []phrase, words *index) *Table {
	t := &Table{
		loose: b.wide, alts: b.alts, phrases: phrases, words: words, tokens: newHintedIndex(b.tokens),
		shapes: newHintedIndex(b.shapes), numbers: newTrie(b.numbers),
	}
	for _, e := range b.numbers {
		if byte(e.hash) == 0 {
			t.bare.add(e.hash >> 8)
		} else {
			t.lettered.add(e.hash >> 8)
		}
	}
	return t
}

// Match tries p at position at of text and returns the end of the longest match
// at boundaries that accept takes, or -1. touching lets a value begin directly
// after a letter or digit.
func (p *Pattern) Match(text string, at int, touching bool, accept Accept) int {
	if !touching && !opens(text, at) {
		return -1
	}
	best := -1
	var space [8]interval
	for _, s := range p.alts {
		if !s[0].set.has(text[at]) && s[0].min > 0 {
			continue
		}
		best = longest(s.ends(space[:0], text, at), text, at, best, false, accept)
	}
	return best
}

// Starts is what the matches of several patterns can begin with.
type Starts struct{ set class }

// Add adds what a match of p can begin with.
func (s *Starts) Add(p *Pattern) { s.set.union(&p.first) }

// Has reports whether some match can begin with byte b.
func (s *Starts) Has(b byte) bool { return s.set.has(b) }

// CanStart reports whether a match can begin with byte b.
func (p *Pattern) CanStart(b byte) bool { return p.first.has(b) }

// Owner returns the id under which the pattern of a KindMatch candidate was
// anchored.
func (t *Table) Owner(ref int32) int32 { return t.alts[ref].owner }

// Match tries the alternative of a KindMatch candidate at its start and returns
// the end of the longest match at boundaries that accept takes, or -1.
func (t *Table) Match(ref int32, text string, at int, accept Accept) int {
	if !apart(text, at) || !t.loose && !opens(text, at) {
		return -1
	}
	best := -1
	var space [8]interval
	for ; ref >= 0; ref = t.alts[ref].next {
		if alt := &t.alts[ref]; alt.need.met(text[at:]) {
			best = longest(alt.seq.ends(space[:0], text, at), text, at, best, t.loose, accept)
		}
	}
	return best
}
