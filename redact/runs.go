package redact

import (
	"encoding/binary"
	"hash/maphash"
	"sync/atomic"
)

// Lines that are logged at one place of a program, its site, differ in few of
// their members. A run is a sequence of members that were found clean each by
// itself, and is known by one hash: one look goes beyond all of them. Which runs
// to look for is known by how the line begins and ends, for encoders write the
// level first and the message last.

// sites remembers the runs of lines. Like seen it keeps no text, is bounded,
// lock-free, and forgets by being overwritten.
type sites [1 << 8]site

type site struct {
	runs atomic.Pointer[runs]
	// strays is the key of lines of which more could be in runs. Its low bits say
	// how many of them came since there was one of another key, and whether one
	// broke a run.
	strays atomic.Uint64
}

// runs are those in the lines of one site, in order. They are not changed.
type runs struct {
	key     uint64
	numbers bool // short numbers are parts of runs, and do not end them
	n       int
	list    [maxRuns]run
}

type run struct {
	size int
	gap  int    // bytes of a time or a hash that follows, and its closing quote; 0: none
	cost int    // of reading its members one by one
	head uint64 // of its first bytes
	hash uint64
}

const (
	maxRuns     = 4
	minRunSize  = 24 // bytes; shorter ones gain nothing
	maxRunSize  = 1 << 12
	lineEdge    = 16     // bytes at either end of a line that are its key
	minStrays   = 2      // members of a line for which it is worth while to learn
	learnStrays = 1 << 6 // lines, a power of two
	brokenRun   = 1 << 7
	keyBits     = 1 << 8 // keys have this bit and none below it
)

var (
	noRuns  = runs{numbers: true}
	runSeed = maphash.String(hashSeed, "runs")
)

const oddConstant = 0x9e3779b97f4a7c15 // 2^64 divided by the golden ratio

// headOf is a hash of the eight bytes that begin text.
func headOf(text []byte) uint64 { return (binary.LittleEndian.Uint64(text) ^ runSeed) * oddConstant }

// keyOf returns by what the site of a line is known; 0 if that is no line of an
// object, or a short one.
func keyOf(line []byte) uint64 {
	n := len(line)
	if n < 2*lineEdge || line[0] != '{' {
		return 0
	}
	key := runSeed
	for _, at := range [...]int{0, lineEdge / 2, n - lineEdge, n - lineEdge/2} {
		key = (key ^ binary.LittleEndian.Uint64(line[at:])) * oddConstant
		key ^= key >> 29
	}
	return key&^(keyBits-1) | keyBits
}

func (s *sites) of(key uint64) *site { return &s[key>>16%uint64(len(s))] }

// runsOf returns what is known of lines of that key. It may learn from this one,
// which was not read yet: values that are known now came before.
func (r *Redactor) runsOf(key uint64, line []byte) *runs {
	if key == 0 {
		return &noRuns
	}
	site := r.sites.of(key)
	known := site.runs.Load()
	if known == nil || known.key != key {
		known = &noRuns
	}
	strays := site.strays.Load()
	if strays&^brokenRun != key|(learnStrays-1) {
		return known
	}
	site.strays.Store(key)
	found := r.findRuns(line, known.numbers && strays&brokenRun == 0) // a number may have broken it
	found.key = key
	if *found != *known {
		site.runs.Store(found)
	}
	return found
}

// stray notes that more of a line of that key could have been in runs.
func (r *Redactor) stray(key uint64, broken bool) {
	site := r.sites.of(key)
	strays := site.strays.Load()
	if strays&^(keyBits-1) != key || strays&learnStrays != 0 {
		strays = key
	}
	if broken {
		strays |= brokenRun
	}
	site.strays.Store(strays + 1)
}

// skipRun goes beyond the next run if the text goes on with it.
func (w *rewriter) skipRun() bool {
	if w.run >= w.runs.n || w.depth > 1 {
		return false
	}
	next := &w.runs.list[w.run]
	gap := w.at + next.size
	end := gap + next.gap
	if end >= len(w.src) || headOf(w.src[w.at:]) != next.head {
		return false
	}
	w.run++
	if maphash.Bytes(hashSeed, w.src[w.at:gap]) != next.hash || w.left < next.cost || !isGap(w.src[gap:end]) {
		w.broken = true
		w.strays += minStrays
		return false
	}
	w.at = end
	w.left -= next.cost
	return true
}

// isGap reports whether text is nothing, or the rest of a string that is a time or a
// hash.
func isGap(text []byte) bool {
	n := len(text) - 1
	return n < 0 || text[n] == '"' && (isTimestamp(text[:n]) || isHash(text[:n]))
}

// findRuns finds the runs of a line, as far as that is a JSON object.
func (r *Redactor) findRuns(line []byte, numbers bool) *runs {
	out := &runs{numbers: numbers}
	w := rewriter{pass: pass{r: r, left: r.maxBytes}, src: line, at: 1, runs: &noRuns}
	start, end, left := 0, 0, w.left
	for w.next() == '"' && out.n < maxRuns {
		at := w.at
		known, gap := w.knownMember(numbers)
		if known && start == end {
			start = at
		}
		if known {
			end = w.at
		}
		if !known || gap > 0 {
			out.add(line[start:end], gap, left-w.left)
			start, end, left = 0, 0, w.left
		}
		if w.next() != ',' {
			break
		}
		w.at++
	}
	out.add(line[start:end], 0, left-w.left)
	return out
}

func (r *runs) add(text []byte, gap, cost int) {
	size := len(text) - gap
	if len(text) < minRunSize || size < 8 || size > maxRunSize || r.n == maxRuns {
		return
	}
	r.list[r.n] = run{size, gap, cost, headOf(text), maphash.Bytes(hashSeed, text[:size])}
	r.n++
}

// knownMember goes beyond a member, and reports whether it is known that nothing
// is found in it, wherever it stands in an object to which no name speaks. Its
// gap is where it may be another time or hash. At what is no member it stops.
func (w *rewriter) knownMember(numbers bool) (known bool, gap int) {
	name, escaped, ok := w.quoted()
	if !ok || w.next() != ':' {
		return false, 0
	}
	w.at++
	first, start := w.next(), w.at
	if w.at = valueEnd(w.src, start); w.at < 0 {
		w.at = len(w.src)
		return false, 0
	}
	n, value := w.r.nameOf(name), w.src[start:w.at]
	if escaped || !n.plain || n.role != noRole {
		return false, 0
	}
	if first != '"' {
		return numbers && isShort(value), 0
	}
	if value = value[1:]; w.r.builtin && isGap(value) {
		gap = len(value)
	}
	value = value[:len(value)-1]
	known = gap > 0 || w.r.inert(value) || w.r.seen.clean(hashOf(value, 0))
	if known = known && w.spend(len(value)); !known {
		gap = 0
	}
	return known, gap
}
