package scan

import "errors"

// An anchor is what the scan stops at to try a sequence: the first three bytes
// of a token, the letter-and-digit shape of a word, or the group lengths of a
// number. It is derived from the sequence, so that nobody keeps two lists.
const (
	tokenRun    = 12 // bytes without a blank that a token has at least
	numberRun   = 8  // bytes of digits and separators that a number has at least
	maxGap      = 2  // separators between two groups of digits
	maxGroups   = 8
	maxLead     = 1<<leadBits - 1 // bytes before the anchor
	maxExpanded = 64              // concrete anchors for one sequence
	maxShape    = 32              // bytes of a word whose full shape is compared
)

var (
	graphClass  = rangesClass('$', 'z')
	errNoAnchor = errors.New("nothing to anchor on: a pattern needs three fixed bytes near its start and 12 from there, a number of fixed group lengths (8 bytes or more), or a word that mixes letters and digits; otherwise make it contextual")
	errTooShort = errors.New("matches a single byte")
)

// anchors registers sequence s under ref.
func (b *Builder) anchors(s sequence, ref int32) error {
	if s.minLen() < 2 {
		return errTooShort
	}
	if s.numeric() && b.shapeAnchors(s, ref) {
		return nil
	}
	if b.tokenAnchor(s, ref) {
		return nil
	}
	if b.shapeAnchors(s, ref) || b.numberAnchor(s, ref) || b.prefixShapeAnchor(s, ref) {
		return nil
	}
	return errNoAnchor
}

// numeric reports whether every match begins with three digits or bytes that numbers
// are written with, as many dates and times do: the lengths of its groups tell more.
func (s sequence) numeric() bool {
	var space [3]*class
	head := s.fixed(space[:])
	for _, set := range head {
		if set.intersects(&letterClass) || !set.intersects(&digitClass) && !set.joins() {
			return false
		}
	}
	return len(head) == 3
}

func (s sequence) minLen() int {
	n := 0
	for _, it := range s {
		n += int(it.min)
	}
	return n
}

// fixed fills out with the classes of the leading positions that every match has,
// and returns as much of it as there are.
func (s sequence) fixed(out []*class) []*class {
	n := 0
	for _, it := range s {
		for range it.min {
			if n == len(out) {
				return out
			}
			out[n] = it.set
			n++
		}
		if it.min != it.max {
			break
		}
	}
	return out[:n]
}

// tokenAnchor registers three bytes of s that are few enough and stand at the
// start of a run of letters and digits: the first such, at most maxLead bytes
// after the start.
func (b *Builder) tokenAnchor(s sequence, ref int32) bool {
	var space [maxLead + 4]*class
	head := s.fixed(space[:])
	for lead := 0; lead+3 <= len(head) && lead <= maxLead; lead++ {
		if !head[lead].within(&alnumClass) || lead > 0 && head[lead-1].intersects(&alnumClass) {
			continue
		}
		combos := expand(head[lead : lead+3])
		if combos == nil || !s.graphic(lead) {
			continue
		}
		var fourth *class
		if lead+3 < len(head) {
			fourth = head[lead+3]
		}
		for _, c := range combos {
			b.add(&b.tokens, prefixHash(c), ref, lead, fourth)
		}
		return true
	}
	return false
}

// graphic reports whether every match of s has tokenRun bytes without a blank
// after the first lead bytes.
func (s sequence) graphic(lead int) bool {
	n := 0
	for _, it := range s {
		if it.max > it.min && n+int(it.min) < lead+tokenRun && !it.set.within(&graphClass) {
			return false
		}
		for range it.min {
			if n++; n > lead && !it.set.within(&graphClass) {
				return false
			}
			if n == lead+tokenRun {
				return true
			}
		}
	}
	return false
}

// expand lists the 3-byte strings of three classes, nil if there are too many.
func expand(sets []*class) []uint64 {
	count := 1
	for _, set := range sets {
		if count *= set.size(); count > maxExpanded {
			return nil
		}
	}
	out := append(make([]uint64, 0, count), 0)
	for i, set := range sets {
		n := len(out)
		for _, member := range set.bytes(nil) {
			for _, o := range out[:n] {
				out = append(out, o|uint64(member)<<(8*i))
			}
		}
		out = out[n:]
	}
	return out
}

// shapeAnchors registers each shape of s by its number or its first mixed word.
func (b *Builder) shapeAnchors(s sequence, ref int32) bool {
	return b.attempt(func() bool {
		return s.shapes(func(sh shape) bool {
			if n, ok := sh.number(); ok {
				b.addNumber(n, ref)
				return true
			}
			h, lead, first, ok := sh.word()
			if ok {
				b.add(&b.shapes, h, ref, lead, first)
			}
			return ok
		})
	})
}

// attempt takes back what register has added when it fails.
func (b *Builder) attempt(register func() bool) bool {
	mark := len(b.pending)
	if register() {
		return true
	}
	b.pending = b.pending[:mark]
	return false
}

// numberAnchor registers s, whose shapes are too many to list, by the number it
// begins with: the longest head of s whose shapes are few enough and all of
// which hold one.
func (b *Builder) numberAnchor(s sequence, ref int32) bool {
	for n := min(len(s)-1, maxStart); n > 0; n-- {
		if first, last := s[n:].first(), s[:n].last(); first.intersects(&alnumClass) && last.intersects(&digitClass) {
			continue // the last group of the head may go on
		}
		if b.attempt(func() bool {
			return s[:n].shapes(func(sh shape) bool {
				d, ok := sh.number()
				if ok {
					b.addNumber(d, ref)
				}
				return ok
			})
		}) {
			return true
		}
	}
	return false
}

// maxStart bounds the items among which a number is looked for.
const maxStart = 8

// addNumber notes a number under the lengths of its groups and each letter that
// can stand before it.
func (b *Builder) addNumber(n digits, ref int32) {
	if n.letter == nil {
		b.add(&b.numbers, numberKey(n.groups, 0), ref, n.lead, n.gap)
		return
	}
	for l := byte('A'); l <= 'Z'; l++ {
		if n.letter.has(l) || n.letter.has(l|0x20) {
			b.add(&b.numbers, numberKey(n.groups, l), ref, n.lead, n.gap)
		}
	}
}

// prefixShapeAnchor registers s, whose shapes are too many to list, by the
// length and the first four kinds of its longest word: the longer, the less
// likely it is to have letters only.
func (b *Builder) prefixShapeAnchor(s sequence, ref int32) bool {
	s, lead := s.longestWord()
	var space [4]*class
	head := s.fixed(space[:])
	lo, hi := s.wordLen()
	if (s[0].set.within(&digitClass) || s[0].set.within(&letterClass)) && int(s[0].min) == lo || !s.canMix() {
		return false // the word may not mix letters and digits
	}
	if len(head) < 4 || lo < 4 || hi-lo >= maxExpanded {
		return false
	}
	kinds := []uint64{0}
	for i, set := range head {
		if !set.within(&alnumClass) {
			return false
		}
		if set.intersects(&letterClass) {
			with := make([]uint64, len(kinds))
			for k := range kinds {
				with[k] = kinds[k] | 1<<i
			}
			if !set.intersects(&digitClass) {
				kinds = nil
			}
			kinds = append(kinds, with...)
		}
	}
	for n := lo; n <= hi; n++ {
		for _, k := range kinds {
			b.add(&b.shapes, shapeHash(n, k, false), ref, lead, head[0])
		}
	}
	return true
}
