package redact

import (
	"encoding/binary"
	"hash/maphash"
	"slices"
	"sync/atomic"
)

// Lines that are logged at one place of a program, its site, have the same members,
// of which some have the same values each time. The shape of a line says what comes
// again, which is known by a hash, and where other values stand between that, which
// are looked at. Whose shape a line may have is known by how it begins and ends, for
// encoders write the level first and the message last.

// sites remembers the shapes of lines. Like seen it keeps no text, is bounded,
// lock-free, and forgets by being overwritten.
type sites [1 << 8]site

type site struct {
	shape atomic.Pointer[shape]
	// strays is the key of lines that had another shape, or none that is known. Its
	// low bits say how many of them came since there was one of another key.
	strays atomic.Uint64
}

// shape is that of the lines of one site. It is not changed.
type shape struct {
	key     uint64
	members []shapeMember
	parts   []part
}

// shapeMember is a member of the line that a shape was learned from.
type shapeMember struct {
	name, value uint64 // hashes
	gap         gap
}

// part is what lines have in common from where a member begins up to a gap.
type part struct {
	size   int // bytes
	member int // of them come before the member that the gap is in
	cost   int // of reading them
	hash   uint64
	gap    gap
}

// gap says what follows a part.
type gap uint8

const (
	noGap    gap = iota // the end of a member
	textGap             // a text, up to its closing quote
	shortGap            // a number or a word in which surely nothing is found
	otherGap            // a member to be read by itself
)

const (
	maxParts    = 16
	maxPartSize = 1 << 12
	lineEdge    = 16     // bytes at either end of a line that are its key
	learnStrays = 1 << 5 // lines, a power of two
	keyBits     = 1 << 8 // keys have this bit and none below it
)

var (
	noShape   = shape{}
	shapeSeed = maphash.String(hashSeed, "shapes")
)

const oddConstant = 0x9e3779b97f4a7c15 // 2^64 divided by the golden ratio

// keyOf returns by what the site of a line is known; 0 if that is no line of an
// object, or a short one.
func keyOf(line []byte) uint64 {
	n := len(line)
	if n < 2*lineEdge || line[0] != '{' {
		return 0
	}
	key := shapeSeed
	head, tail := line[:lineEdge], line[n-lineEdge:]
	for _, x := range [...]uint64{
		binary.LittleEndian.Uint64(head), binary.LittleEndian.Uint64(head[8:]),
		binary.LittleEndian.Uint64(tail), binary.LittleEndian.Uint64(tail[8:]),
	} {
		key = (key ^ x) * oddConstant
		key ^= key >> 29
	}
	return key&^(keyBits-1) | keyBits
}

func (s *sites) of(key uint64) *site { return &s[key>>16%uint64(len(s))] }

// shapeOf returns the shape that lines of that key have.
func (r *Redactor) shapeOf(key uint64) *shape {
	if known := r.sites.of(key).shape.Load(); known != nil && known.key == key {
		return known
	}
	return &noShape
}

// stray notes that a line of that key had another shape than the known one. From one
// in so many the shape is learned.
func (r *Redactor) stray(key uint64, line []byte, known *shape) {
	site := r.sites.of(key)
	strays := site.strays.Load() + 1
	if strays&^(keyBits-1) != key {
		strays = key + 1
	}
	if strays&learnStrays != 0 {
		site.shape.Store(r.learn(key, line, known))
		strays = key
	}
	site.strays.Store(strays)
}

// reached says how far a line was found to be clean by its shape.
type reached struct {
	at     int  // in the line
	behind bool // a member; otherwise one begins there, which is to be read by itself
	part   int  // the next of the shape
	lost   bool // the line has another shape
	left   int  // of the work
}

// follow goes on from f, where a member begins, as far as the line has that shape and
// nothing is found in it.
func (s *shape) follow(r *Redactor, line []byte, f reached) reached {
	f.behind = false
	f.lost = f.lost || f.part >= len(s.parts)
	for f.part < len(s.parts) {
		p := &s.parts[f.part]
		end := f.at + p.size
		if end >= len(line) || f.left < p.cost || maphash.Bytes(hashSeed, line[f.at:end]) != p.hash {
			f.part, f.lost = len(s.parts), true
			return f
		}
		f.part++
		f.left -= p.cost
		behind := r.beyond(p.gap, line, end, &f.left)
		if behind < 0 {
			f.at += p.member
			return f
		}
		f.at = behind
		if f.part < len(s.parts) && line[behind] == ',' {
			f.at++
			continue
		}
		break
	}
	f.behind = !f.lost
	return f
}

// beyond returns where a gap ends, -1 if what is in it must be read.
func (r *Redactor) beyond(g gap, line []byte, at int, left *int) (end int) {
	switch g {
	case textGap:
		end, escaped := stringEnd(line, at-1)
		if end < 0 || escaped || end-1-at > *left || !r.cleanBytes(line[at:end-1]) {
			return -1
		}
		*left -= end - 1 - at
		return end
	case shortGap:
		if end = literalEnd(line, at); r.isShort(line[at:end]) {
			return end
		}
		return -1
	case otherGap:
		return -1
	}
	return at
}

// cleanBytes reports whether nothing is found in a text of which no name says
// anything.
func (r *Redactor) cleanBytes(text []byte) bool {
	if r.inert(text) {
		return true
	}
	hash := hashOf(text, 0)
	if r.seen.clean(hash) {
		return true
	}
	if r.seen.found(hash) != nil || len(r.scan(nil, noName, string(text))) > 0 {
		return false // it is asked for again, and then remembered
	}
	r.seen.add(hash, nil)
	return true
}

// endsAt reports whether an object ends at line[at], and the line with it.
func endsAt(line []byte, at int) bool {
	return line[at] == '}' && (at+1 == len(line) || at+2 == len(line) && line[at+1] == '\n')
}

// learn returns the shape of a line that was read, as far as that is a JSON object.
// Values that were not the same in the line from which the shape before was learned
// are gaps.
func (r *Redactor) learn(key uint64, line []byte, before *shape) *shape {
	out := &shape{key: key}
	w := rewriter{pass: pass{r: r, left: r.maxBytes}, src: line, at: 1}
	start, left := 1, w.left
	for w.next() == '"' && len(out.parts) < maxParts && w.at-start < maxPartSize {
		at := w.at
		m, value := w.shapeMember(before, len(out.members))
		out.members = append(out.members, m)
		switch m.gap {
		case textGap, shortGap:
			out.add(line[start:value], part{member: at - start, cost: left - w.left, gap: m.gap})
		case otherGap:
			out.add(line[start:at], part{member: at - start, cost: left - w.left, gap: m.gap})
		}
		more := w.next() == ','
		if m.gap != noGap {
			start, left = w.at+1, w.left
		} else if !more {
			out.add(line[start:w.at], part{cost: left - w.left})
		}
		if !more {
			break
		}
		w.at++
	}
	return out
}

func (s *shape) add(text []byte, p part) {
	p.size, p.hash = len(text), maphash.Bytes(hashSeed, text)
	if p.size > 0 || p.gap != noGap {
		s.parts = append(s.parts, p)
	}
}

// shapeMember goes beyond the i-th member, and returns how it is to be read in other
// lines of that shape, and where its value begins, behind the quote. Only a member
// that says nothing of others, and is clean wherever it stands in an object to which
// no name speaks, is read with others.
func (w *rewriter) shapeMember(before *shape, i int) (m shapeMember, value int) {
	name, escaped, _ := w.quoted()
	w.next() // the colon
	w.at++
	first, start := w.next(), w.at
	w.at = valueEnd(w.src, start)
	n, text := w.r.nameOf(name), w.src[start:w.at]
	m = shapeMember{name: maphash.Bytes(hashSeed, name), value: maphash.Bytes(hashSeed, text), gap: otherGap}
	switch {
	case escaped || !n.plain || n.role != noRole:
		return m, start
	case first == '"':
		text = text[1 : len(text)-1]
		start++
		m.gap = w.textGap(text)
	case w.r.isShort(text):
		m.gap = noGap
	}
	if m.gap == noGap && before.changes(i, m) {
		if m.gap = shortGap; first == '"' {
			m.gap = textGap
		}
	}
	if m.gap == noGap && first == '"' {
		w.left -= len(text)
	}
	return m, start
}

// textGap returns how a text is to be read: a time or a hash will be another one, and
// so, it seems, what is not remembered.
func (w *rewriter) textGap(text []byte) gap {
	switch {
	case slices.Contains(text, '\\'):
		return otherGap
	case w.r.builtin && len(text) <= maxInert:
		return noGap
	case w.r.inert(text) || !w.r.seen.clean(hashOf(text, 0)):
		return textGap
	}
	return noGap
}

// changes reports whether the i-th member, if it is m, had another value before.
func (s *shape) changes(i int, m shapeMember) bool {
	if i >= len(s.members) || s.members[i].name != m.name {
		return false
	}
	gap := s.members[i].gap
	return gap == textGap || gap == shortGap || s.members[i].value != m.value
}
