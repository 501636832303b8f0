package redact

import (
	"log/slog"
	"reflect"
	"slices"
	"sync/atomic"
)

// records remembers which records stay as they are, by one hash for all of a record:
// between two records a program does other things, and what a look-up costs then is
// the memory that it touches. Like seen it keeps no text, is bounded, lock-free, and
// forgets by being overwritten.
type records [1 << 7]recordSlot

// recordSlot is one line of the cache of a processor.
type recordSlot struct {
	keys   atomic.Uint64    // of records in which no name and no type says anything
	values [7]atomic.Uint64 // of such in which nothing was found, with their keys
}

// changes remembers, a bit for each place of a program, whether the last record from
// there was changed or had a name or a type that says something, so that the next one
// is searched at once. It is a guess that decides nothing else.
type changes [4]atomic.Uint64

type siteBit struct {
	word *atomic.Uint64
	bit  uint64
}

func (c *changes) at(pc uintptr) siteBit {
	hash := uint64(pc) * oddConstant
	return siteBit{&c[hash>>62], 1 << (hash >> 56 & 63)}
}

func (b siteBit) last() bool { return b.word.Load()&b.bit != 0 }

func (b siteBit) note(changed bool) {
	switch {
	case changed == b.last():
	case changed:
		b.word.Or(b.bit)
	default:
		b.word.And(^b.bit)
	}
}

// signature is what is known of a record, or of a group in it, by looking at each
// attribute once.
type signature struct {
	r      *Redactor
	left   int    // of the work that may be done, see Options.MaxBytes
	keys   uint64 // the names, the groups, and the types of values that may say something
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
		return s.any(a.Value.Any())
	case slog.KindGroup:
		return s.group(a.Value.Group(), depth+1)
	}
	return !s.judged && s.r.plain(a.Value)
}

func (s *signature) integer(v int64) bool {
	if s.judged {
		s.values = hashStep(s.values^headSeed, uint64(v)^tailSeed) | 1
	}
	return isSmall(v)
}

func (s *signature) any(v any) bool {
	if t := reflect.TypeOf(v); t != nil {
		s.keys = hashStep(s.keys^headSeed, uint64(reflect.ValueOf(t).Pointer())^tailSeed) | 1
	}
	return !s.judged
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
	s = signature{r: p.r, left: p.left, keys: hashStep(p.above().salt^headSeed, tailSeed) | 1, judged: true}
	return s, s.group(attrs, 0)
}

func (r *records) slot(s *signature) *recordSlot { return &r[s.keys>>1%uint64(len(r))] }

func (s *recordSlot) of(all uint64) *atomic.Uint64 { return &s.values[all>>32%uint64(len(s.values))] }

// known reports whether it was found out before that nothing in what has that signature
// is to be replaced.
func (r *records) known(s *signature) bool {
	all := s.all()
	return r.slot(s).of(all).Load() == all
}

func (r *records) add(s *signature) {
	all := s.all()
	r.slot(s).of(all).Store(all)
}

// stays reports whether nothing in a record of that signature is to be replaced. What
// it finds out it remembers.
func (r *Redactor) stays(s *signature, record *slog.Record) bool {
	return r.records.known(s) || r.learnRecord(s, func() bool { return r.sayNothing(record) }, func() bool { return r.holdNothing(record) })
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
func (r *Redactor) allStay(s *signature, attrs []slog.Attr) bool {
	holdsNothing := func(a slog.Attr) bool { return r.holdsNothing(a.Value) }
	return r.records.known(s) || r.learnRecord(s, func() bool { return all(attrs, r.saysNothing) }, func() bool { return all(attrs, holdsNothing) })
}

func all(attrs []slog.Attr, hold func(slog.Attr) bool) bool {
	return !slices.ContainsFunc(attrs, func(a slog.Attr) bool { return !hold(a) })
}

// learnRecord finds out what is remembered of a signature, from whether no name and no type
// says anything, and whether nothing is found then.
func (r *Redactor) learnRecord(s *signature, sayNothing, holdNothing func() bool) bool {
	slot := r.records.slot(s)
	if slot.keys.Load() != s.keys && !sayNothing() {
		return false
	}
	slot.keys.Store(s.keys)
	if !holdNothing() {
		return false
	}
	r.records.add(s)
	return true
}

// saysNothing reports whether no name and no type in an attribute says anything.
// Names that nobody has judged yet may say something.
func (r *Redactor) saysNothing(a slog.Attr) bool {
	if n := r.known(a.Key); n == nil || !n.plain {
		return false
	}
	switch a.Value.Kind() {
	case slog.KindAny:
		return r.plain(a.Value)
	case slog.KindGroup:
		return all(a.Value.Group(), r.saysNothing)
	}
	return true
}

// holdsNothing reports whether nothing is found in the texts of a value that has a
// signature, and in which no name and no type says anything.
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
