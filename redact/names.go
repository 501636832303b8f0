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
	hash  uint64           // by which it is known; 0: it is not remembered
	text  string           // as written
	plain bool             // it stays and says nothing
	wide  bool             // it also speaks of what is nested in such a field
	role  role             // in a pair of a name and a value
	reach reach            // of its being that of a secret
	holds *detect.Detector // what a field of this name holds; nil: nothing sensitive
	rules []*rule          // rules whose last element fits, most specific first
	salt  uint64           // for seen; 0 where the name does not matter
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

// nameCache remembers names by their hashes: constant keys, which nearly all are,
// are judged once. It is bounded, lock-free and forgets by being overwritten.
type nameCache [nameSlots]atomic.Pointer[name]

const (
	nameSlots = 1 << 10
	nameWays  = 4 // slots in which a name may be
)

func (c *nameCache) slot(hash uint64, way int) *atomic.Pointer[name] {
	return &c[(hash>>1+uint64(way))%nameSlots]
}

// find returns the name of that hash, nil if it is not known.
func (c *nameCache) find(hash uint64) *name {
	for way := range nameWays {
		if n := c.slot(hash, way).Load(); n != nil && n.hash == hash {
			return n
		}
	}
	return nil
}

// store puts n into an empty slot, or in place of any other.
func (c *nameCache) store(n *name) {
	for way := range nameWays {
		if c.slot(n.hash, way).CompareAndSwap(nil, n) {
			return
		}
	}
	c.slot(n.hash, int(n.hash>>32%nameWays)).Store(n)
}

// name judges a field's name. Names that hold a value themselves are not
// remembered, so that the cache holds nothing sensitive.
func (r *Redactor) name(text string) *name {
	hash := hashOf([]byte(text), 0)
	if n := r.names.slot(hash, 0).Load(); n != nil && n.hash == hash {
		return n
	}
	return r.otherName(text, hash)
}

// known returns what is remembered of a name, nil if that is nothing.
func (r *Redactor) known(text string) *name {
	if text == "" {
		return noName
	}
	return r.names.find(hashOf([]byte(text), 0))
}

// nameOf is name for bytes.
func (r *Redactor) nameOf(text []byte) *name {
	hash := hashOf(text, 0)
	if n := r.names.find(hash); n != nil {
		return n
	}
	return r.otherName(string(text), hash)
}

// otherName is name for one that is not where it is looked for first.
func (r *Redactor) otherName(text string, hash uint64) *name {
	if text == "" {
		return noName
	}
	if n := r.names.find(hash); n != nil {
		return n
	}
	n := r.judge(strings.Clone(text))
	if n.hash = hash; hash != 0 && n.shown == n.text {
		r.names.store(n)
	}
	return n
}

func (r *Redactor) judge(text string) *name {
	n := &name{text: text, shown: text, role: roleOf(text), rules: matchRules(r.rules, text)}
	if found := r.scanner.AppendName(nil, text); len(found) > 0 {
		n.shown = string(r.splice(nil, text, found, nil, nil))
	}
	n.said = withoutLabels(n.shown)
	n.holds = r.holds(n.said)
	n.reach = reachOf(n.said, n.holds)
	if n.holds != nil || n.role == isValue {
		n.salt = maphash.String(hashSeed, n.said)
	}
	if n.holds != nil {
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
