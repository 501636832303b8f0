package scan

import (
	"errors"
	"fmt"
)

// parser turns RE2 syntax into alternatives. It accepts the subset that can be
// written as a bounded union of item sequences.
type parser struct {
	src    string
	pos    int
	fold   bool
	intern map[class]*class
	bytes  [256]*class // the classes of single bytes
	scratch,
	space []item // what sequences grow in until a pattern is compiled, and what is left of it
}

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
	alts := []sequence{p.sequence(4)}
	for p.more() && p.src[p.pos] != '|' && p.src[p.pos] != ')' {
		var err error
		if p.src[p.pos] == '(' {
			alts, err = p.appendGroup(alts)
		} else {
			alts, err = p.appendClass(alts)
		}
		if err != nil {
			return nil, err
		}
	}
	return alts, nil
}

// appendClass reads a single character or class with its quantifier.
func (p *parser) appendClass(alts []sequence) ([]sequence, error) {
	set, err := p.class()
	if err != nil {
		return nil, err
	}
	lo, hi, err := p.quantifier()
	if err != nil {
		return nil, err
	}
	for i := range alts {
		if alts[i] = alts[i].join(item{set: set, min: int16(lo), max: int16(hi)}); len(alts[i]) > maxItems {
			return nil, errTooLarge
		}
	}
	return alts, nil
}

// appendGroup reads a group with its quantifier.
func (p *parser) appendGroup(alts []sequence) ([]sequence, error) {
	group, err := p.group()
	if err != nil {
		return nil, err
	}
	lo, hi, err := p.quantifier()
	if err != nil {
		return nil, err
	}
	if lo != 1 || hi != 1 {
		if group, err = p.repeat(group, lo, hi); err != nil {
			return nil, err
		}
	}
	return p.cross(alts, group)
}

// class reads a single character or a class.
func (p *parser) class() (*class, error) {
	var set class
	var err error
	switch c := p.src[p.pos]; c {
	case '[':
		set, err = p.bracket()
	case '\\':
		set, err = p.escape()
	case '.', '^', '$':
		err = fmt.Errorf("%q is not supported: write a class, boundaries are implicit", string(c))
	case '*', '+', '?', '{':
		err = fmt.Errorf("quantifier without an operand at offset %d", p.pos)
	default:
		if p.pos++; p.bytes[c] != nil && !p.fold {
			return p.bytes[c], nil
		}
		set.add(c)
	}
	if err != nil {
		return nil, err
	}
	if p.fold {
		set.fold()
	}
	return p.shared(set), nil
}

// shared returns the one copy of a class.
func (p *parser) shared(set class) *class {
	if known := p.intern[set]; known != nil {
		return known
	}
	own := set
	p.intern[own] = &own
	if members := own.bytes(nil); len(members) == 1 {
		p.bytes[members[0]] = &own
	}
	return &own
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
	if p.pos++; c == '[' && p.more() && p.src[p.pos] == ':' {
		return class{}, -1, errors.New("[:name:] is not supported: write the ranges")
	}
	if p.pos+1 >= len(p.src) || p.src[p.pos] != '-' || p.src[p.pos+1] == ']' {
		return class{}, int(c)<<8 | int(c), nil
	}
	hi := p.src[p.pos+1]
	p.pos += 2
	if hi == '\\' {
		if hi = p.src[min(p.pos, len(p.src)-1)]; IsAlnum(hi) {
			hi = 0 // a class of its own
		}
		p.pos++
	}
	if hi < c || hi >= 0x80 {
		return class{}, -1, errors.New("a range in a class runs backwards, leaves ASCII or ends in a class")
	}
	return class{}, int(c)<<8 | int(hi), nil
}

// quantifier reads how often what stands before it is repeated: once when there
// is none.
func (p *parser) quantifier() (lo, hi int, err error) {
	if !p.more() {
		return 1, 1, nil
	}
	switch p.src[p.pos] {
	case '?':
		lo, hi = 0, 1
	case '*':
		lo, hi = 0, maxRepeat
	case '+':
		lo, hi = 1, maxRepeat
	case '{':
		if lo, hi, err = p.braces(); err != nil {
			return 0, 0, err
		}
	default:
		return 1, 1, nil
	}
	p.pos++
	if p.more() && (p.src[p.pos] == '?' || p.src[p.pos] == '+') {
		return 0, 0, errors.New("lazy and possessive quantifiers are not supported: the longest match is taken")
	}
	return lo, hi, nil
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
	return lo, hi, nil // at the closing brace
}

func (p *parser) number() (int, bool) {
	n, start := 0, p.pos
	for p.more() && IsDigit(p.src[p.pos]) && n <= maxRepeat {
		n = n*10 + int(p.src[p.pos]-'0')
		p.pos++
	}
	return n, p.pos > start
}
