package scan

import "math/bits"

// kind says what a byte of a shape is.
type kind uint8

const (
	digit kind = iota
	letter
	separator
)

// kinds appends the kinds of the members of c.
func (c *class) kinds(out []kind) []kind {
	if c.intersects(&digitClass) {
		out = append(out, digit)
	}
	if c.intersects(&letterClass) {
		out = append(out, letter)
	}
	if !c.within(&alnumClass) {
		out = append(out, separator)
	}
	return out
}

// stroke is a part of a shape: n bytes of one kind, all out of one class.
type stroke struct {
	kind kind
	n    int
	set  *class
}

// A shape is one way in which a sequence can be made of digits, letters and
// separators.
type shape []stroke

// expansion goes through the shapes of a sequence.
type expansion struct {
	seq   sequence
	shape shape
	count int
	visit func(shape) bool
}

// shapes calls visit with each shape of s in turn, in memory that is used again.
// It reports whether visit took them all; it gives up when there are more than
// maxExpanded.
func (s sequence) shapes(visit func(shape) bool) bool {
	e := expansion{seq: s, shape: make(shape, 0, 16), visit: visit}
	return e.from(0)
}

func (e *expansion) from(i int) bool {
	if i == len(e.seq) {
		e.count++
		return e.count <= maxExpanded && e.visit(e.shape)
	}
	it := &e.seq[i]
	if it.max-it.min >= maxExpanded {
		return false
	}
	var space [3]kind
	kinds := it.set.kinds(space[:0])
	for n := it.min; n <= it.max; n++ {
		if !e.strokes(i, int(n), kinds) {
			return false
		}
	}
	return true
}

// strokes continues with n bytes of item i, each of any of kinds.
func (e *expansion) strokes(i, n int, kinds []kind) bool {
	if n == 0 {
		return e.from(i + 1)
	}
	size := 1
	if len(kinds) == 1 {
		size = n
	}
	depth := len(e.shape)
	for _, k := range kinds {
		e.shape = append(e.shape[:depth], stroke{k, size, e.seq[i].set})
		if !e.strokes(i, n-size, kinds) {
			return false
		}
	}
	e.shape = e.shape[:depth]
	return true
}

// digits is a number in a shape.
type digits struct {
	groups uint64 // the lengths of its groups
	lead   int    // bytes before it
	letter *class // the letter two bytes before it, if there is one
	gap    *class // what follows its first group, if another does
}

// number finds the first stretch of digit groups in s that is long enough,
// touches no letter, and does not begin where the rest of another number would.
func (s shape) number() (digits, bool) {
	lead := 0
	for i, part := range s {
		if part.kind == digit && s.opens(i) && lead <= maxLead {
			groups, length, count, ok := s[i:].stretch()
			if ok && length >= numberRun && count <= maxGroups {
				n := digits{groups: groups, lead: lead, gap: s[i:].gap(count)}
				if i >= 2 && s[i-1].n == 1 && s[i-2].kind == letter {
					n.letter = s[i-2].set
				}
				return n, true
			}
		}
		lead += part.n
	}
	return digits{}, false
}

// gap returns what follows the first of so many groups of digits, nil if nothing
// does.
func (s shape) gap(groups int) *class {
	if groups < 2 {
		return nil
	}
	for _, part := range s {
		if part.kind != digit {
			return part.set
		}
	}
	return nil
}

// opens reports whether a number can begin with part i.
func (s shape) opens(i int) bool {
	if i == 0 {
		return true
	}
	before := s[i-1]
	midway := i >= 2 && before.n == 1 && s[i-2].kind == digit && before.set.intersects(&glueClass)
	return before.kind == separator && !midway
}

// stretch reads groups of digits from the start of s: their packed lengths, how
// many bytes and groups. It is not ok when the only group runs into a letter: a
// word that mixes both is the better anchor.
func (s shape) stretch() (groups uint64, length, count int, ok bool) {
	size, gap, total := 0, 0, 0
	for _, part := range s {
		total += part.n
		switch {
		case part.kind == letter && size > 0:
			return packGroup(groups, size), length, count + 1, count > 0
		case part.kind == digit:
			size, gap = size+part.n, 0
			length = total
			continue
		}
		if size > 0 {
			groups, count, size = packGroup(groups, size), count+1, 0
		}
		if gap += part.n; part.kind == letter || gap > maxGap || !part.set.joins() {
			return groups, length, count, true
		}
	}
	if size > 0 {
		groups, count = packGroup(groups, size), count+1
	}
	return groups, length, count, true
}

// word hashes the first word of s that mixes letters and digits; first is what it
// begins with.
func (s shape) word() (h uint64, lead int, first *class, ok bool) {
	var kinds uint64
	n, at := 0, 0
	for i, part := range s {
		if part.kind == letter {
			kinds |= (1<<uint(part.n) - 1) << uint(n)
		}
		if part.kind != separator {
			if n == 0 {
				first = part.set
			}
			n += part.n
		}
		if part.kind == separator || i == len(s)-1 {
			if kinds != 0 && n <= maxShape && bits.OnesCount64(kinds) < n && lead <= maxLead {
				return shapeHash(n, kinds, true), lead, first, true
			}
			at += n
			if part.kind == separator {
				at += part.n
			}
			lead, n, kinds = at, 0, 0
		}
	}
	return 0, 0, nil, false
}

// canMix reports whether the word at the start of a match can hold both letters
// and digits.
func (s sequence) canMix() bool {
	var all class
	for _, it := range s {
		if all.union(it.set); it.min > 0 && !it.set.intersects(&alnumClass) {
			break
		}
	}
	return all.intersects(&letterClass) && all.intersects(&digitClass)
}

// longestWord returns what is left of s from the longest of the words that begin
// a fixed number of bytes after its start, and that number.
func (s sequence) longestWord() (rest sequence, lead int) {
	rest = s
	longest, _ := s.wordLen()
	at := 0
	for i, it := range s[:len(s)-1] {
		if at += int(it.max); it.min != it.max || at > maxLead {
			break
		}
		if n, _ := s[i+1:].wordLen(); n > longest && !it.set.intersects(&alnumClass) {
			rest, lead, longest = s[i+1:], at, n
		}
	}
	return rest, lead
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
		hi += int(it.max)
		if exact = exact && it.set.within(&alnumClass); exact {
			lo += int(it.min)
		}
	}
	return lo, hi
}
