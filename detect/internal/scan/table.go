package scan

import (
	"bytes"
	"slices"
	"strings"
)

// Builder collects patterns and phrases and makes a Table of them.
type Builder struct {
	parser  parser
	wide    bool // separators stand for each other, letters for either case
	alts    []alternative
	phrases []phrase
	pending []pending
	seen    []int32 // the pending anchors of a pattern by their hash, to find those that are shared

	words, tokens, shapes, numbers []entry // those of numbers by numberKey
	index                          *index  // of words
}

// alternative is one way to match a pattern from an anchor.
type alternative struct {
	seq   sequence
	owner int32           // the pattern's id
	head  [headLen]*class // what every match begins with, as far as it is fixed
	probe probe           // one more place that tells most texts from a match
	need  need            // and what every match holds somewhere
	first int32           // the first alternative of the pattern with the same head
	next  int32           // another one after this, or -1
}

// NewBuilder returns an empty builder. A lenient one makes patterns match in
// resource names: any separator for any other, letters in either case.
func NewBuilder(lenient bool) *Builder {
	return &Builder{parser: parser{intern: map[class]*class{}}, wide: lenient}
}

// headLen is how many bytes are compared before a match is tried.
const headLen = 4

func (s sequence) head() (h [headLen]*class) {
	s.fixed(h[:])
	return h
}

// probe is a place at a fixed distance from the start of every match, and what
// stands there.
type probe struct {
	at  int
	set class
}

// probe picks, of the places beyond the head that are at a fixed distance, the
// one with the fewest possible bytes.
func (s sequence) probe() probe {
	best := probe{set: rangesClass(0, 255)}
	at := 0
	for i, it := range s {
		set := *it.set
		if s[i:].minLen() == 0 {
			break // the match may end here
		}
		if it.min != it.max {
			set = s[i:].first()
		}
		if at+int(it.min) > headLen && set.size() < best.set.size() {
			best = probe{max(at, headLen), set}
		}
		if at += int(it.min); it.min != it.max {
			break
		}
	}
	return best
}

// need is a literal that stands in every match at no fixed place, and how far from
// its start it may end. The names of services behind a host of any name are such.
type need struct {
	text   string
	within int
}

// Limits of what is needed: what is shorter tells little, what may stand further
// away is not looked for at every anchor.
const (
	minNeed = 4
	maxNeed = 256
)

// need returns the longest literal of s that stands behind what is of no fixed length.
func (s sequence) need() (best need) {
	var literal []byte
	least, most := 0, 0 // bytes before the item
	for _, it := range s {
		b, single := it.set.only()
		if !single || it.min != it.max || least == most || most >= maxNeed {
			literal = literal[:0]
		} else {
			literal = append(literal, bytes.Repeat([]byte{b}, int(it.min))...)
		}
		least, most = least+int(it.min), most+int(it.max)
		if len(literal) >= max(minNeed, len(best.text)+1) {
			best = need{string(literal), most}
		}
	}
	return best
}

// met reports whether what is needed may stand in a match that begins text.
func (n *need) met(text string) bool {
	return n.text == "" || strings.Contains(text[:min(n.within, len(text))], n.text)
}

// heads reports whether a match may begin with the bytes of text.
func (a *alternative) heads(text string) bool {
	if a.probe.at >= len(text) || !a.probe.set.has(text[a.probe.at]) {
		return false
	}
	for i, set := range a.head {
		if set == nil {
			break
		}
		if i >= len(text) || !set.has(text[i]) {
			return false
		}
	}
	return true
}

// Pattern is a compiled pattern, for matching at a position given from outside.
type Pattern struct {
	alts  []sequence
	first class // bytes a match can begin with
}

// Compile compiles a pattern of the syntax described at detect.Detector.
// exact keeps letter case and separators as written even in a lenient builder.
func (b *Builder) Compile(src string, exact bool) (*Pattern, error) {
	p := &b.parser
	p.src, p.pos, p.fold, p.space = src, 0, false, p.scratch
	alts, err := p.parse()
	if err != nil {
		return nil, err
	}
	alts = pack(alts)
	if b.wide && !exact {
		for _, s := range alts {
			b.widen(s)
		}
	}
	pat := &Pattern{alts: alts}
	for _, s := range alts {
		s.settle()
		first := s.first()
		pat.first.union(&first)
	}
	return pat, nil
}

// first returns the bytes a match of s can begin with.
func (s sequence) first() class {
	var c class
	for _, it := range s {
		if c.union(it.set); it.min > 0 {
			break
		}
	}
	return c
}

// last returns the bytes a match of s can end with.
func (s sequence) last() class {
	var c class
	for _, it := range slices.Backward(s) {
		if c.union(it.set); it.min > 0 {
			break
		}
	}
	return c
}

func (b *Builder) widen(s sequence) {
	for i, it := range s {
		set := *it.set
		set.fold()
		if set.intersects(&separatorClass) {
			set.union(&joinerClass)
		}
		s[i].set = b.parser.shared(set)
	}
}

// Anchor makes the scan propose p, under the id owner, wherever it could match.
// It fails, and changes nothing, when there is nothing in p to stop at.
func (b *Builder) Anchor(p *Pattern, owner int32) error {
	b.pending = b.pending[:0]
	for i, s := range p.alts {
		if err := b.anchors(s, int32(len(b.alts)+i)); err != nil {
			return err
		}
	}
	first := len(b.alts)
	for i, s := range p.alts {
		alt := alternative{seq: s, owner: owner, head: s.head(), probe: s.probe(), need: s.need(), first: int32(first + i), next: -1}
		for k := first + i - 1; k >= first; k-- {
			if before := &b.alts[k]; before.head == alt.head && before.probe == alt.probe {
				before.next, alt.first = int32(first+i), before.first
				break
			}
		}
		b.alts = append(b.alts, alt)
	}
	b.register(len(p.alts) > 1)
	return nil
}

// register adds the pending anchors to their tables. Of those that several
// alternatives with the same head share, the first leads to the others.
func (b *Builder) register(several bool) {
	if several {
		b.share()
	}
	for i := range b.pending {
		if p := &b.pending[i]; !p.shared {
			*p.table = append(*p.table, p.entry)
		}
	}
}

// share marks the pending anchors that an earlier one stands for, and gives that
// their hints. It finds it by open addressing.
func (b *Builder) share() {
	bits := uint(4)
	for 1<<bits < 2*len(b.pending) {
		bits++
	}
	b.seen = append(b.seen[:0], make([]int32, 1<<bits)...)
	for i := range b.pending {
		p := &b.pending[i]
		at := p.entry.hash >> (64 - bits)
		for ; b.seen[at] != 0; at = (at + 1) & (1<<bits - 1) {
			if first := &b.pending[b.seen[at]-1]; b.same(first, p) {
				first.entry.hint |= p.entry.hint
				p.shared = true
				break
			}
		}
		if !p.shared {
			b.seen[at] = int32(i + 1)
		}
	}
}

// same reports whether two anchors are at the same place of alternatives with the
// same head.
func (b *Builder) same(p, q *pending) bool {
	const lead = 1<<leadBits - 1
	return p.table == q.table && p.entry.hash == q.entry.hash && p.entry.ref&lead == q.entry.ref&lead &&
		b.alts[p.entry.ref>>leadBits].first == b.alts[q.entry.ref>>leadBits].first
}

// pending is an anchor to be registered once all of its pattern are found.
type pending struct {
	table  *[]entry
	entry  entry
	shared bool // an earlier one stands for it
}

const leadBits = 4

// add notes an anchor of alternative ref that stands lead bytes after its start.
// What it hints at is a byte of class at, any byte if that is nil.
func (b *Builder) add(table *[]entry, h uint64, ref int32, lead int, at *class) {
	b.pending = append(b.pending, pending{table: table, entry: entry{h, ref<<leadBits | int32(lead), at.hint()}})
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
