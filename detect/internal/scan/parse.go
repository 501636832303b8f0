package scan

import (
	"errors"
	"fmt"
)

// Limits of a pattern. They bound the work of one match attempt, and with it
// the work of a scan.
const (
	maxAlternatives = 64
	maxItems        = 64
	maxRepeat       = 4096 // what * and + and {n,} stand for
)

// item is a class repeated between min and max times.
type item struct {
	set      *class
	min, max int
}

// sequence is one alternative of a pattern: items in a row.
type sequence []item

// parser turns RE2 syntax into alternatives. It accepts the subset that can be
// written as a bounded union of item sequences.
type parser struct {
	src    string
	pos    int
	fold   bool
	intern map[class]*class
}

var errTooLarge = fmt.Errorf("more than %d alternatives or %d items: write it with fewer alternatives", maxAlternatives, maxItems)

func (p *parser) parse() ([]sequence, error) {
	if len(p.src) >= 4 && p.src[:4] == "(?i)" {
		p.fold, p.pos = true, 4
	}
	alts, err := p.alternation()
	if err != nil {
		return nil, err
	}
	if p.pos < len(p.src) {
		return nil, errors.New("unmatched )")
	}
	for _, a := range alts {
		if len(a) == 0 {
			return nil, errors.New("matches the empty string")
		}
	}
	return alts, nil
}

func (p *parser) more() bool { return p.pos < len(p.src) }

func (p *parser) alternation() ([]sequence, error) {
	alts, err := p.concatenation()
	for err == nil && p.more() && p.src[p.pos] == '|' {
		p.pos++
		var next []sequence
		if next, err = p.concatenation(); err == nil {
			alts = append(alts, next...)
		}
		if len(alts) > maxAlternatives {
			err = errTooLarge
		}
	}
	return alts, err
}

func (p *parser) concatenation() ([]sequence, error) {
	alts := []sequence{nil}
	for p.more() && p.src[p.pos] != '|' && p.src[p.pos] != ')' {
		atom, err := p.atom()
		if err != nil {
			return nil, err
		}
		if atom, err = p.quantified(atom); err != nil {
			return nil, err
		}
		if alts, err = cross(alts, atom); err != nil {
			return nil, err
		}
	}
	return alts, nil
}

// cross returns every alternative of left followed by every one of right.
func cross(left, right []sequence) ([]sequence, error) {
	if len(left)*len(right) > maxAlternatives {
		return nil, errTooLarge
	}
	if len(right) == 1 {
		for i := range left {
			left[i] = join(left[i], right[0])
			if len(left[i]) > maxItems {
				return nil, errTooLarge
			}
		}
		return left, nil
	}
	out := make([]sequence, 0, len(left)*len(right))
	for _, l := range left {
		for _, r := range right {
			s := join(append(sequence(nil), l...), r)
			if len(s) > maxItems {
				return nil, errTooLarge
			}
			out = append(out, s)
		}
	}
	return out, nil
}

// join appends tail to head, adding up counts where a class meets itself.
func join(head, tail sequence) sequence {
	for _, it := range tail {
		if n := len(head) - 1; n >= 0 && head[n].set == it.set {
			head[n].min += it.min
			head[n].max = min(head[n].max+it.max, maxRepeat)
			continue
		}
		head = append(head, it)
	}
	return head
}

func (p *parser) atom() ([]sequence, error) {
	switch c := p.src[p.pos]; c {
	case '(':
		return p.group()
	case '[':
		set, err := p.bracket()
		return p.single(set), err
	case '\\':
		set, err := p.escape()
		return p.single(set), err
	case '.', '^', '$':
		return nil, fmt.Errorf("%q is not supported: write a class, boundaries are implicit", string(c))
	case '*', '+', '?', '{':
		return nil, fmt.Errorf("quantifier without an operand at offset %d", p.pos)
	default:
		p.pos++
		var set class
		set.add(c)
		return p.single(set), nil
	}
}

func (p *parser) single(set class) []sequence {
	if p.fold {
		set.fold()
	}
	shared := p.intern[set]
	if shared == nil {
		shared = &set
		p.intern[set] = shared
	}
	return []sequence{{{set: shared, min: 1, max: 1}}}
}

func (p *parser) group() ([]sequence, error) {
	p.pos++
	if p.more() && p.src[p.pos] == '?' {
		if p.pos+1 >= len(p.src) || p.src[p.pos+1] != ':' {
			return nil, errors.New("only (?:...) and (...) groups are supported, and (?i) at the start")
		}
		p.pos += 2
	}
	alts, err := p.alternation()
	if err != nil {
		return nil, err
	}
	if !p.more() {
		return nil, errors.New("missing )")
	}
	p.pos++
	return alts, nil
}

func (p *parser) escape() (class, error) {
	var set class
	if p.pos+1 >= len(p.src) {
		return set, errors.New("trailing backslash")
	}
	c := p.src[p.pos+1]
	p.pos += 2
	switch {
	case c == 'd':
		return digitClass, nil
	case c == 'w':
		return wordClass, nil
	case c == 's':
		return rangesClass('\t', '\t', ' ', ' '), nil
	case alnumClass.has(c):
		return set, fmt.Errorf(`\%c is not supported`, c)
	}
	set.add(c)
	return set, nil
}

func (p *parser) bracket() (class, error) {
	var set class
	p.pos++
	negated := p.more() && p.src[p.pos] == '^'
	if negated {
		p.pos++
	}
	for first := true; p.more() && (first || p.src[p.pos] != ']'); first = false {
		lo, hi, err := p.span()
		if err != nil {
			return set, err
		}
		set.union(&lo)
		if hi >= 0 {
			set.addRange(byte(hi>>8), byte(hi))
		}
	}
	if !p.more() {
		return set, errors.New("missing ]")
	}
	p.pos++
	if negated {
		if p.fold {
			set.fold()
		}
		set.negate()
		set[0] &^= 1<<'\n' | 1<<'\r' // patterns are line-local
	}
	return set, nil
}

// span reads one member of a bracket: a class escape, or a range lo<<8|hi.
func (p *parser) span() (class, int, error) {
	c := p.src[p.pos]
	if c >= 0x80 {
		return class{}, -1, errors.New("non-ASCII characters are not supported in a class")
	}
	if c == '\\' {
		set, err := p.escape()
		return set, -1, err
	}
	p.pos++
	if p.pos+1 >= len(p.src) || p.src[p.pos] != '-' || p.src[p.pos+1] == ']' {
		return class{}, int(c)<<8 | int(c), nil
	}
	hi := p.src[p.pos+1]
	p.pos += 2
	if hi == '\\' {
		hi = p.src[min(p.pos, len(p.src)-1)]
		p.pos++
	}
	if hi < c || hi >= 0x80 {
		return class{}, -1, errors.New("a range in a class runs backwards or leaves ASCII")
	}
	return class{}, int(c)<<8 | int(hi), nil
}

// quantified applies the quantifier that follows, if any.
func (p *parser) quantified(atom []sequence) ([]sequence, error) {
	lo, hi, ok, err := p.quantifier()
	if err != nil || !ok {
		return atom, err
	}
	if p.more() && (p.src[p.pos] == '?' || p.src[p.pos] == '+') {
		return nil, errors.New("lazy and possessive quantifiers are not supported: the longest match is taken")
	}
	if len(atom) == 1 && len(atom[0]) == 1 && atom[0][0].min == 1 && atom[0][0].max == 1 {
		it := atom[0][0]
		return []sequence{{{set: it.set, min: lo, max: hi}}}, nil
	}
	if hi >= maxRepeat {
		return nil, errors.New("a group may only be repeated a bounded number of times")
	}
	return repeat(atom, lo, hi)
}

// repeat returns the union of lo to hi copies of atom.
func repeat(atom []sequence, lo, hi int) ([]sequence, error) {
	var out []sequence
	copies := []sequence{nil}
	for n := 0; ; n++ {
		if n >= lo {
			for _, s := range copies {
				out = append(out, append(sequence(nil), s...))
			}
		}
		if n == hi || len(out) > maxAlternatives {
			break
		}
		var err error
		if copies, err = cross(copies, clone(atom)); err != nil {
			return nil, err
		}
	}
	if len(out) > maxAlternatives {
		return nil, errTooLarge
	}
	return out, nil
}

func clone(alts []sequence) []sequence {
	out := make([]sequence, len(alts))
	for i, a := range alts {
		out[i] = append(sequence(nil), a...)
	}
	return out
}

func (p *parser) quantifier() (lo, hi int, ok bool, err error) {
	if !p.more() {
		return 0, 0, false, nil
	}
	switch p.src[p.pos] {
	case '?':
		lo, hi = 0, 1
	case '*':
		lo, hi = 0, maxRepeat
	case '+':
		lo, hi = 1, maxRepeat
	case '{':
		lo, hi, err = p.braces()
		return lo, hi, err == nil, err
	default:
		return 0, 0, false, nil
	}
	p.pos++
	return lo, hi, true, nil
}

var errBraces = errors.New("malformed {n,m}")

func (p *parser) braces() (lo, hi int, err error) {
	p.pos++
	lo, ok := p.number()
	if !ok || !p.more() {
		return 0, 0, errBraces
	}
	hi = lo
	if p.src[p.pos] == ',' {
		p.pos++
		if hi, ok = p.number(); !ok {
			hi = maxRepeat
		}
	}
	if !p.more() || p.src[p.pos] != '}' || hi < lo || hi > maxRepeat || hi == 0 {
		return 0, 0, errBraces
	}
	p.pos++
	return lo, hi, nil
}

func (p *parser) number() (int, bool) {
	n, start := 0, p.pos
	for p.more() && IsDigit(p.src[p.pos]) && n <= maxRepeat {
		n = n*10 + int(p.src[p.pos]-'0')
		p.pos++
	}
	return n, p.pos > start
}
