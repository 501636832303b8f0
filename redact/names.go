package redact

import (
	"hash/maphash"
	"strings"
	"sync/atomic"

	"github.com/fieldsafe/fieldsafe/detect"
)

// name is what is known of the name of a field: an attribute key, a map key, a
// struct field.
type name struct {
	text  string           // as written
	shown string           // as it may be written out; text itself where clean
	holds *detect.Detector // what a field of this name holds; nil: nothing sensitive
	rules []*rule          // rules whose last element fits, most specific first
	salt  uint64           // for seenClean; 0 where holds is nil
}

var noName = &name{}

// nameCache remembers names by hash: constant keys, which nearly all are, are
// judged once. It is bounded, lock-free and forgets by being overwritten.
type nameCache struct {
	slots [nameSlots]atomic.Pointer[name]
}

const (
	nameSlots     = 1 << 9
	maxCachedName = 64 // bytes
)

// name judges a field's name. Names that hold a value themselves are not
// remembered, so that the cache holds nothing sensitive.
func (r *Redactor) name(text string) *name {
	if text == "" {
		return noName
	}
	if len(text) > maxCachedName {
		return r.judge(text)
	}
	slot := &r.names.slots[maphash.String(hashSeed, text)%nameSlots]
	if n := slot.Load(); n != nil && n.text == text {
		return n
	}
	n := r.judge(strings.Clone(text))
	if n.shown == n.text {
		slot.Store(n)
	}
	return n
}

func (r *Redactor) judge(text string) *name {
	n := &name{text: text, shown: text, holds: r.scanner.Classify(text), rules: matchRules(r.rules, text)}
	if n.holds != nil {
		n.salt = maphash.String(hashSeed, text)
	}
	if found := r.scanner.AppendName(nil, text); len(found) > 0 {
		n.shown = string(r.splice(nil, text, found, nil, nil))
	}
	return n
}
