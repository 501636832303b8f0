package scan

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

// NewBuilder returns an empty builder. A lenient one makes patterns match in
// resource names: any separator for any other, letters in either case.
func NewBuilder(lenient bool) *Builder {
	return &Builder{parser: parser{intern: map[class]*class{}}, wide: lenient}
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

// add notes an anchor of alternative ref that stands lead bytes after its start.
// What it hints at is a byte of class at, any byte if that is nil.
func (b *Builder) add(table *[]entry, h uint64, ref int32, lead int, at *class) {
	b.pending = append(b.pending, pending{table: table, entry: entry{h, ref<<leadBits | int32(lead), at.hint()}})
}
