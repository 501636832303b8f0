package urlparts

import "bytes"

// Pair is one name=value of a query, a fragment, a path segment or a form.
type Pair struct {
	Name, Value Span
	HasValue    bool // there was a "="
	Next        int  // the delimiter that ends the pair, or the end of the list
}

// Pairs iterates over name=value pairs. They end at "&", and at ";" where the
// next piece has a "=". An HTML "amp;" before a name is skipped.
type Pairs struct {
	b        []byte
	pos, end int
}

// NewPairs returns an iterator over the pairs of b[s.Start:s.End].
func NewPairs(b []byte, s Span) Pairs { return Pairs{b, s.Start, s.End} }

// Next returns the next pair that has a name or a value; false at the end.
func (p *Pairs) Next() (Pair, bool) {
	for p.pos < p.end {
		pair := p.one()
		p.pos = pair.Next + 1
		if pair.Next > pair.Name.Start {
			return pair, true
		}
	}
	return Pair{}, false
}

func (p *Pairs) one() Pair {
	b, start := p.b, p.pos
	if bytes.HasPrefix(b[start:p.end], []byte("amp;")) {
		start += len("amp;")
	}
	pair := Pair{Name: Span{start, p.end}, Value: Span{p.end, p.end}, Next: p.end}
	for i := start; i < p.end; i++ {
		switch c := b[i]; {
		case c > '=': // most bytes
		case c == '=' && !pair.HasValue:
			pair.HasValue = true
			pair.Name.End = i
			pair.Value.Start = i + 1
		case c == '&', c == ';' && p.opensPair(i+1):
			pair.Next = i
			pair.Value.End = i
			if !pair.HasValue {
				pair.Name.End = i
				pair.Value.Start = i
			}
			return pair
		}
	}
	return pair
}

// opensPair says whether the piece at i has a "=" before the next delimiter and
// is not itself the rest of an HTML escape.
func (p *Pairs) opensPair(i int) bool {
	for j := i; j < p.end; j++ {
		switch p.b[j] {
		case '=':
			return j > i
		case '&', ';':
			return false
		}
	}
	return false
}

// Segments iterates over the segments of a path, skipping empty ones.
type Segments struct {
	b        []byte
	pos, end int
}

// NewSegments returns an iterator over the segments of b[s.Start:s.End], which
// end at slashes and backslashes.
func NewSegments(b []byte, s Span) Segments { return Segments{b, s.Start, s.End} }

// Next returns the next segment; false at the end.
func (s *Segments) Next() (Span, bool) {
	for s.pos < s.end && slash(s.b[s.pos]) {
		s.pos++
	}
	if s.pos >= s.end {
		return Span{}, false
	}
	start := s.pos
	for s.pos < s.end && !slash(s.b[s.pos]) {
		s.pos++
	}
	return Span{start, s.pos}, true
}

func slash(c byte) bool { return c == '/' || c == '\\' }
