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
	plain bool             // it stays and says nothing
	wide  bool             // it also speaks of what is nested in such a field
	role  role             // in a pair of a name and a value
	reach reach            // of its being that of a secret
	holds *detect.Detector // what a field of this name holds; nil: nothing sensitive
	rules []*rule          // rules whose last element fits, most specific first
	salt  uint64           // for seen; 0 where holds is nil
	shown string           // as it may be written out; text itself where clean
	said  string           // what is evidence of it: shown without labels
	reads grammar          // how the values of such a field are redacted; nil: as text
}

// role says what a member of an object is to the one beside it: what "name" or
// "key" says is the name of what "value" holds. Others are called so by CloudFormation
// and Elastic Beanstalk, by browsers, and by those who report invalid fields.
type role uint8

const (
	noRole role = iota
	namesValue
	isValue
	isData // of a Kubernetes Secret
)

func roleOf(text string) role {
	switch strings.ToLower(text) {
	case "name", "key", "field", "header", "variable", "parameterkey", "optionname":
		return namesValue
	case "value", "val", "parametervalue":
		return isValue
	case "data", "stringdata":
		return isData
	}
	return noRole
}

var noName = &name{plain: true}

// nameCache remembers names by hash: constant keys, which nearly all are, are
// judged once. It is bounded, lock-free and forgets by being overwritten.
type nameCache struct {
	front [nameSets]atomic.Pointer[name] // by a cheap hash
	sets  [nameSets]nameSet              // by a good one
}

type nameSet [4]atomic.Pointer[name]

// store puts n into an empty slot, or in place of any other.
func (s *nameSet) store(n *name, victim uint64) {
	for i := range s {
		if s[i].CompareAndSwap(nil, n) {
			return
		}
	}
	s[victim%uint64(len(s))].Store(n)
}

const (
	nameSets      = 1 << 8
	maxCachedName = 64 // bytes
)

// name judges a field's name. Names that hold a value themselves are not
// remembered, so that the cache holds nothing sensitive.
func (r *Redactor) name(text string) *name {
	if text == "" {
		return noName
	}
	slot := &r.names.front[spread(text)%nameSets]
	if n := slot.Load(); n != nil && n.text == text {
		return n
	}
	n := r.otherName(text)
	if len(text) <= maxCachedName && n.shown == n.text {
		slot.Store(n)
	}
	return n
}

// spread is a hash of a name that is not empty, cheaper than a good one.
func spread[T string | []byte](text T) uint {
	n := len(text)
	return (uint(n)*131+uint(text[0]))*131 + uint(text[n/2])*17 + uint(text[n-1])*31
}

// otherName is name for one that is not in front.
func (r *Redactor) otherName(text string) *name {
	if len(text) > maxCachedName {
		return r.judge(text)
	}
	hash := maphash.String(hashSeed, text)
	set := r.names.set(hash)
	if n := cached(set, text); n != nil {
		return n
	}
	n := r.judge(strings.Clone(text))
	if n.shown == n.text {
		set.store(n, hash/nameSets)
	}
	return n
}

// known returns what is remembered of a name, nil if that is nothing.
func (r *Redactor) known(text string) *name {
	if text == "" {
		return noName
	}
	if n := r.names.front[spread(text)%nameSets].Load(); n != nil && n.text == text {
		return n
	}
	if len(text) > maxCachedName {
		return nil
	}
	return cached(r.names.set(maphash.String(hashSeed, text)), text)
}

// nameOf is name for bytes.
func (r *Redactor) nameOf(text []byte) *name {
	if len(text) > 0 && len(text) <= maxCachedName {
		if n := r.names.front[spread(text)%nameSets].Load(); n != nil && n.text == string(text) {
			return n
		}
		if n := cached(r.names.set(maphash.Bytes(hashSeed, text)), text); n != nil {
			return n
		}
	}
	return r.name(string(text))
}

// set returns where a name of that hash is, if anywhere. The hash is a good one,
// under a seed that nobody knows: names that somebody made up to share a set
// would be judged again and again.
func (c *nameCache) set(hash uint64) *nameSet { return &c.sets[hash%nameSets] }

func cached[T string | []byte](set *nameSet, text T) *name {
	for i := range set {
		if n := set[i].Load(); n != nil && n.text == string(text) {
			return n
		}
	}
	return nil
}

func (r *Redactor) judge(text string) *name {
	n := &name{text: text, shown: text, role: roleOf(text), rules: matchRules(r.rules, text)}
	if found := r.scanner.AppendName(nil, text); len(found) > 0 {
		n.shown = string(r.splice(nil, text, found, nil, nil))
	}
	n.said = withoutLabels(n.shown)
	n.holds = r.scanner.Classify(n.said)
	n.reach = reachOf(n.said, n.holds)
	if n.holds != nil {
		n.salt = maphash.String(hashSeed, n.said)
		n.wide = n.holds.Category == detect.Credential || len(r.scanner.AppendField(nil, n.said, "northern")) == 0
	}
	n.plain = n.holds == nil && n.rules == nil && n.shown == text
	return n
}

// withoutLabels returns a name without the labels in it. What a name held is no
// evidence about a value, and redacting again must find what the first time did.
func withoutLabels(name string) string {
	if !strings.Contains(name, labelStart) {
		return name
	}
	var b strings.Builder
	for {
		before, label, found := strings.Cut(name, labelStart)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		var closed bool
		if _, name, closed = strings.Cut(label, labelEnd); !closed {
			b.WriteString(label)
			return b.String()
		}
	}
}
