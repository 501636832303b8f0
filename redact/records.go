package redact

import (
	"log/slog"
	"reflect"
	"slices"
	"sync/atomic"
)

// records remembers which records stay as they are, by one hash for all of a record,
// and for each place of a program what its records are like: between two records a
// program does other things, and what a look-up costs then is the memory that it
// touches. Like seen it keeps no text, is bounded, lock-free, and forgets by being
// overwritten.
type records [1 << 8]recordSlot

// recordSlot is one line of the cache of a processor.
type recordSlot struct {
	keys   atomic.Uint64    // of records in which no name says anything, or loud
	values [7]atomic.Uint64 // of records in which nothing was found, with their keys
}

// loud stands where the last record was changed or had a name or a type that says
// something, so that the next one is searched at once. It is a guess that decides nothing
// else; the keys of a signature are odd.
const loud = 2

// at returns the slot of the place where a record was logged. Where all come from the
// same function of a program, or none is known, messages of another length go to another.
func (r *records) at(record *slog.Record) *recordSlot {
	return r.slot(uint64(record.PC) + uint64(len(record.Message)))
}

func (r *records) slot(of uint64) *recordSlot { return &r[of*oddConstant>>56] }

func (s *recordSlot) isLoud() bool { return s.keys.Load() == loud }

// note remembers whether the last record was loud.
func (s *recordSlot) note(isLoud bool) {
	switch {
	case isLoud == s.isLoud():
	case isLoud:
		s.keys.Store(loud)
	default:
		s.keys.Store(0)
	}
}

// signature is what is known of a record, or of a group in it, by looking at each
// attribute once.
type signature struct {
	r      *Redactor
	left   int // of the work that may be done, see Options.MaxBytes
	forms  form
	keys   uint64 // the names and the groups
	values uint64 // the message and the texts
	judged bool   // names may speak of all values, of numbers, too
}

// maxSignedDepth bounds the groups within groups of what has a signature.
const maxSignedDepth = 4

// text adds a text; it reports whether that can be remembered.
func (s *signature) text(text string) bool {
	if !s.judged && s.r.builtin && (len(text) <= maxInert || len(text) >= minHash && isHash(text)) {
		return true
	}
	if len(s.r.rules) > 0 && mayEmbed(text) {
		return false // they speak of paths that go on into it
	}
	s.left -= len(text)
	s.values = hashOf([]byte(text), s.values)
	return s.values != 0 && s.left >= 0
}

// attr adds an attribute; it reports whether what has it may stay as it is.
func (s *signature) attr(a *slog.Attr, depth int) bool {
	s.keys = hashOf([]byte(a.Key), s.keys)
	if s.keys == 0 {
		return false
	}
	switch a.Value.Kind() {
	case slog.KindString:
		return s.text(a.Value.String())
	case slog.KindInt64:
		return s.integer(a.Value.Int64())
	case slog.KindBool, slog.KindDuration:
		return true
	case slog.KindAny:
		v := a.Value.Any()
		t := reflect.TypeOf(v)
		if t == nil || s.r.types.isSafe(reflect.ValueOf(t).Pointer()) { // idOf, without its call
			return !s.judged
		}
		return !s.judged && s.r.holdsLittle(s.r.planOf(t), v, s.forms, &s.left)
	case slog.KindGroup:
		return s.group(a.Value.Group(), depth+1)
	}
	return !s.judged && s.r.plain(a.Value)
}

func (s *signature) integer(v int64) bool {
	if s.judged {
		s.values = hashStep(s.values^headSeed, uint64(v)^tailSeed) | 1
	}
	return s.r.isSmall(v)
}

func (s *signature) group(attrs []slog.Attr, depth int) bool {
	if depth > maxSignedDepth {
		return false
	}
	for i := range attrs {
		if !s.attr(&attrs[i], depth) {
			return false
		}
	}
	s.keys = hashStep(s.keys^tailSeed, uint64(len(attrs))+headSeed) | 1 // it ends here
	return true
}

// all returns by what that is known of which this is the signature.
func (s *signature) all() uint64 { return hashStep(s.values^headSeed, s.keys^tailSeed) | 1 }

// signGroup returns the signature of a group, in which the names that enclose it may
// say something, and whether it may be known by that.
func (p *pass) signGroup(attrs []slog.Attr) (s signature, ok bool) {
	if p.r.needsPath || p.top().with != nil {
		return s, false
	}
	s = signature{r: p.r, left: p.left, forms: p.forms, keys: hashStep(p.above().salt^headSeed, tailSeed) | 1, judged: true}
	return s, s.group(attrs, 0)
}

func (s *recordSlot) of(all uint64) *atomic.Uint64 { return &s.values[all>>32%uint64(len(s.values))] }

// knows reports whether it was found out before that nothing in what has that signature
// is to be replaced.
func (s *recordSlot) knows(all uint64) bool { return s.of(all).Load() == all }

func (s *recordSlot) add(all uint64) { s.of(all).Store(all) }

// stays finds out whether nothing in a record of that signature is to be replaced, where
// that is not known, and remembers it.
func (r *Redactor) stays(slot *recordSlot, s *signature, record *slog.Record) bool {
	return r.learnRecord(slot, s, func() bool { return r.sayNothing(record) }, func() bool { return r.holdNothing(record) })
}

func (r *Redactor) sayNothing(record *slog.Record) bool {
	all := true
	record.Attrs(func(a slog.Attr) bool {
		all = r.saysNothing(a)
		return all
	})
	return all
}

func (r *Redactor) holdNothing(record *slog.Record) bool {
	all := r.cleanText(record.Message)
	if all {
		record.Attrs(func(a slog.Attr) bool {
			all = r.holdsNothing(a.Value)
			return all
		})
	}
	return all
}

// allStay is stays for attributes.
func (r *Redactor) allStay(slot *recordSlot, s *signature, attrs []slog.Attr) bool {
	holdsNothing := func(a slog.Attr) bool { return r.holdsNothing(a.Value) }
	return r.learnRecord(slot, s, func() bool { return all(attrs, r.saysNothing) }, func() bool { return all(attrs, holdsNothing) })
}

func all(attrs []slog.Attr, hold func(slog.Attr) bool) bool {
	return !slices.ContainsFunc(attrs, func(a slog.Attr) bool { return !hold(a) })
}

// learnRecord finds out what is remembered of a signature, from whether no name says
// anything, and whether nothing is found then.
func (r *Redactor) learnRecord(slot *recordSlot, s *signature, sayNothing, holdNothing func() bool) bool {
	if slot.keys.Load() != s.keys && !sayNothing() {
		return false
	}
	slot.keys.Store(s.keys)
	if !holdNothing() {
		return false
	}
	slot.add(s.all())
	return true
}

// saysNothing reports whether no name in an attribute says anything.
// Names that nobody has judged yet may say something.
func (r *Redactor) saysNothing(a slog.Attr) bool {
	if n := r.known(a.Key); n == nil || !n.plain {
		return false
	}
	return a.Value.Kind() != slog.KindGroup || all(a.Value.Group(), r.saysNothing)
}

// holdsNothing reports whether nothing is found in the texts of a value that has a
// signature, and in which no name says anything.
func (r *Redactor) holdsNothing(v slog.Value) bool {
	switch v.Kind() {
	case slog.KindString:
		return r.cleanText(v.String())
	case slog.KindGroup:
		return all(v.Group(), func(a slog.Attr) bool { return r.holdsNothing(a.Value) })
	}
	return true
}

// cleanText reports whether it is known at once or found out that nothing is found
// in a text of which no name says anything. It is not found out of long ones, which
// are not remembered, so that nothing is searched twice.
func (r *Redactor) cleanText(text string) bool {
	if r.builtin && (len(text) <= maxInert || len(text) >= minHash && isHash(text)) {
		return true
	}
	hash := hashOf([]byte(text), 0)
	if r.knownClean(text, hash) {
		return true
	}
	if hash == 0 || mayEmbed(text) || r.seen.found(hash) != nil {
		return false
	}
	found := r.scan(nil, noName, text)
	r.seen.add(hash, found) // it is asked for again if it is not clean
	return len(found) == 0
}

// knownClean reports whether nothing was found in a text of that hash, and what
// encloses it cannot change that: rules speak of paths that go on into it.
func (r *Redactor) knownClean(text string, hash uint64) bool {
	return r.seen.clean(hash) && (len(r.rules) == 0 || !mayEmbed(text))
}
