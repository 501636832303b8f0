package scan

import (
	"errors"
	"math/bits"
	"slices"
)

// An anchor is what the scan stops at to try a sequence: the first three bytes
// of a token, the letter-and-digit shape of a word, or the group lengths of a
// number. It is derived from the sequence, so that nobody keeps two lists.
const (
	tokenRun    = 12 // bytes without a blank that a token has at least
	numberRun   = 8  // bytes of digits and separators that a number has at least
	maxGap      = 2  // separators between two groups of digits
	maxGroups   = 8
	maxLead     = 6  // bytes before the anchor
	maxExpanded = 64 // concrete anchors for one sequence
	maxShape    = 32 // bytes of a word whose full shape is compared
)

var (
	graphClass   = rangesClass('$', 'z')
	errNoAnchor  = errors.New("nothing to anchor on: a pattern needs three fixed bytes at its start, a number of fixed group lengths (8 bytes or more), or a word that mixes letters and digits; otherwise make it contextual")
	errTooShort  = errors.New("matches a single byte")
	errTokenLead = errors.New("more than 6 bytes before its first anchor")
)

// anchors registers sequence s under ref.
func (b *Builder) anchors(s sequence, ref int32) error {
	if s.minLen() < 2 {
		return errTooShort
	}
	if b.tokenAnchor(s, ref) {
		return nil
	}
	if shapes := s.shapes(); shapes != nil {
		return b.shapeAnchors(shapes, ref)
	}
	if b.leadingNumberAnchor(s, ref) || b.prefixShapeAnchor(s, ref) {
		return nil
	}
	return errNoAnchor
}

func (s sequence) minLen() int {
	n := 0
	for _, it := range s {
		n += it.min
	}
	return n
}

// fixed returns the classes of the leading positions that every match has, up
// to n of them.
func (s sequence) fixed(n int) []*class {
	var out []*class
	for _, it := range s {
		for range it.min {
			if out = append(out, it.set); len(out) == n {
				return out
			}
		}
		if it.min != it.max {
			break
		}
	}
	return out
}

// tokenAnchor registers the first three bytes of s when they are few enough and
// stand at the start of a run of letters and digits.
func (b *Builder) tokenAnchor(s sequence, ref int32) bool {
	head := s.fixed(maxLead + 3)
	for lead := 0; lead+3 <= len(head); lead++ {
		first := head[lead]
		if !first.within(&alnumClass) {
			continue
		}
		if lead > 0 && head[lead-1].intersects(&alnumClass) {
			return false
		}
		combos := expand(head[lead : lead+3])
		if combos == nil || !s.graphic(lead) {
			return false
		}
		for _, c := range combos {
			b.add(b.tokens, prefixHash(c), ref, lead)
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
		if it.max > it.min && n+it.min < lead+tokenRun && !it.set.within(&graphClass) {
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
	out := []uint64{0}
	for i, set := range sets {
		members := set.bytes(nil)
		if len(out)*len(members) > maxExpanded {
			return nil
		}
		var next []uint64
		for _, o := range out {
			for _, m := range members {
				next = append(next, o|uint64(m)<<(8*i))
			}
		}
		out = next
	}
	return out
}

// Kinds of bytes in a shape.
const (
	kindDigit     = 'd'
	kindLetter    = 'l'
	kindSeparator = '-'
)

func (c *class) kinds() []byte {
	var out []byte
	if c.intersects(&digitClass) {
		out = append(out, kindDigit)
	}
	if c.intersects(&letterClass) {
		out = append(out, kindLetter)
	}
	if !c.within(&alnumClass) {
		out = append(out, kindSeparator)
	}
	return out
}

// shapes lists the strings of kinds that s can match, nil if there are more
// than maxExpanded.
func (s sequence) shapes() []string {
	out := []string{""}
	for _, it := range s {
		kinds := it.set.kinds()
		level := out
		if it.min > 0 {
			out = nil
		}
		for n := 1; n <= it.max; n++ {
			if level = appendKinds(level, kinds); level == nil || len(level)+len(out) > maxExpanded {
				return nil
			}
			if n >= it.min {
				out = append(out, level...)
			}
		}
	}
	return out
}

func appendKinds(shapes []string, kinds []byte) []string {
	if len(shapes)*len(kinds) > maxExpanded {
		return nil
	}
	out := make([]string, 0, len(shapes)*len(kinds))
	for _, s := range shapes {
		for _, k := range kinds {
			out = append(out, s+string(k))
		}
	}
	return out
}

// shapeAnchors registers each concrete shape by its number or its first word.
func (b *Builder) shapeAnchors(shapes []string, ref int32) error {
	for _, shape := range shapes {
		if groups, lead, ok := numberOf(shape); ok {
			b.add(b.numbers, groupHash(groups), ref, lead)
			b.addPair(groups)
			continue
		}
		h, lead, ok := wordOf(shape)
		if !ok {
			return errNoAnchor
		}
		b.add(b.shapes, h, ref, lead)
	}
	return nil
}

// numberAnchor registers s, whose shapes are too many to list, by the number it
// begins with: the longest head of s whose shapes are few enough and all of
// which hold one.
func (b *Builder) numberAnchor(s sequence, ref int32) bool {
	for n := len(s) - 1; n > 0; n-- {
		shapes := s[:n].shapes()
		if shapes == nil || s[n].set.within(&digitClass) {
			continue
		}
		if !slices.ContainsFunc(shapes, func(shape string) bool { _, _, ok := numberOf(shape); return !ok }) {
			return b.shapeAnchors(shapes, ref) == nil
		}
	}
	return false
}

// addPair notes the first two groups of a number.
func (b *Builder) addPair(groups uint64) {
	second := uint64(0)
	for groups > 31 {
		second, groups = groups&31, groups>>5
	}
	b.pairs[groups] |= 1 << second
}

// numberOf finds the first stretch of digit groups in shape that is long enough.
func numberOf(shape string) (groups uint64, lead int, ok bool) {
	for start := 0; start < len(shape) && start <= maxLead; start++ {
		if shape[start] != kindDigit || start > 0 && shape[start-1] == kindDigit {
			continue
		}
		groups, end, count := stretch(shape, start)
		if end-start >= numberRun && count <= maxGroups {
			return groups, start, true
		}
	}
	return 0, 0, false
}

// stretch reads groups of digits from start: their packed lengths, the end, how
// many.
func stretch(shape string, start int) (groups uint64, end, count int) {
	for i := start; i < len(shape) && shape[i] == kindDigit; {
		first := i
		for i < len(shape) && shape[i] == kindDigit {
			i++
		}
		groups, end, count = packGroup(groups, i-first), i, count+1
		gap := i
		for gap < len(shape) && gap-i < maxGap && shape[gap] == kindSeparator {
			gap++
		}
		i = gap
	}
	return groups, end, count
}

// wordOf hashes the first word of shape that mixes letters and digits.
func wordOf(shape string) (h uint64, lead int, ok bool) {
	for start := 0; start < len(shape) && start <= maxLead; {
		end := start
		var kinds uint64
		for end < len(shape) && shape[end] != kindSeparator {
			if shape[end] == kindLetter {
				kinds |= 1 << (end - start)
			}
			end++
		}
		n := end - start
		if n <= maxShape && kinds != 0 && bits.OnesCount64(kinds) < n {
			return shapeHash(n, kinds, true), start, true
		}
		start = end + 1
	}
	return 0, 0, false
}

// leadingNumberAnchor registers s, whose shapes are too many to list, by the
// group of digits it starts with: an account number before a colon.
func (b *Builder) leadingNumberAnchor(s sequence, ref int32) bool {
	first := s[0]
	if len(s) < 2 || first.min != first.max || first.min < numberRun || !first.set.within(&digitClass) {
		return false
	}
	if s[1].min == 0 || s[1].set.intersects(&alnumClass) {
		return false
	}
	groups := packGroup(0, first.min)
	b.add(b.numbers, groupHash(groups), ref, 0)
	b.addPair(groups)
	return true
}

// prefixShapeAnchor registers s, whose shapes are too many to list, by the
// length and the first four kinds of the word it starts with.
func (b *Builder) prefixShapeAnchor(s sequence, ref int32) bool {
	head := s.fixed(4)
	lo, hi := s.wordLen()
	if s[0].set.within(&digitClass) && s[0].min == lo || s[0].set.within(&letterClass) && s[0].min == lo {
		return false // the word may not mix letters and digits
	}
	if len(head) < 4 || lo < 4 || hi-lo >= maxExpanded {
		return false
	}
	shapes := []string{""}
	for _, set := range head {
		if !set.within(&alnumClass) {
			return false
		}
		shapes = appendKinds(shapes, set.kinds())
	}
	for n := lo; n <= hi; n++ {
		for _, shape := range shapes {
			b.add(b.shapes, shapeHash(n, kindBits(shape), false), ref, 0)
		}
	}
	return true
}

func kindBits(shape string) uint64 {
	var kinds uint64
	for i := range len(shape) {
		if shape[i] == kindLetter {
			kinds |= 1 << i
		}
	}
	return kinds
}

// wordLen returns how long the run of letters and digits at the start of a
// match can be.
func (s sequence) wordLen() (lo, hi int) {
	exact := true
	for _, it := range s {
		if !it.set.intersects(&alnumClass) {
			if it.min > 0 {
				return lo, hi
			}
			exact = false
			continue
		}
		hi += it.max
		if exact = exact && it.set.within(&alnumClass); exact {
			lo += it.min
		}
	}
	return lo, hi
}
