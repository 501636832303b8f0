package scan

import (
	"bytes"
	"strings"
)

// alternative is one way to match a pattern from an anchor.
type alternative struct {
	seq   sequence
	owner int32           // the pattern's id
	head  [headLen]*class // what every match begins with, as far as it is fixed
	probe probe           // one more place that tells most texts from a match
	need  need            // and what every match holds somewhere
	first int32           // the first alternative of the pattern with the same head
	next  int32           // another one after this, or -1
}

// headLen is how many bytes are compared before a match is tried.
const headLen = 4

func (s sequence) head() (h [headLen]*class) {
	s.fixed(h[:])
	return h
}

// probe is a place at a fixed distance from the start of every match, and what
// stands there.
type probe struct {
	at  int
	set class
}

// probe picks, of the places beyond the head that are at a fixed distance, the
// one with the fewest possible bytes.
func (s sequence) probe() probe {
	best := probe{set: rangesClass(0, 255)}
	at := 0
	for i, it := range s {
		set := *it.set
		if s[i:].minLen() == 0 {
			break // the match may end here
		}
		if it.min != it.max {
			set = s[i:].first()
		}
		if at+int(it.min) > headLen && set.size() < best.set.size() {
			best = probe{max(at, headLen), set}
		}
		if at += int(it.min); it.min != it.max {
			break
		}
	}
	return best
}

// need is a literal that stands in every match at no fixed place, and how far from
// its start it may end. The names of services behind a host of any name are such.
type need struct {
	text   string
	within int
}

// Limits of what is needed: what is shorter tells little, what may stand further
// away is not looked for at every anchor.
const (
	minNeed = 4
	maxNeed = 256
)

// need returns the longest literal of s that stands behind what is of no fixed length.
func (s sequence) need() (best need) {
	var literal []byte
	least, most := 0, 0 // bytes before the item
	for _, it := range s {
		b, single := it.set.only()
		if !single || it.min != it.max || least == most || most >= maxNeed {
			literal = literal[:0]
		} else {
			literal = append(literal, bytes.Repeat([]byte{b}, int(it.min))...)
		}
		least, most = least+int(it.min), most+int(it.max)
		if len(literal) >= max(minNeed, len(best.text)+1) {
			best = need{string(literal), most}
		}
	}
	return best
}

// met reports whether what is needed may stand in a match that begins text.
func (n *need) met(text string) bool {
	return n.text == "" || strings.Contains(text[:min(n.within, len(text))], n.text)
}

// heads reports whether a match may begin with the bytes of text.
func (a *alternative) heads(text string) bool {
	if a.probe.at >= len(text) || !a.probe.set.has(text[a.probe.at]) {
		return false
	}
	for i, set := range a.head {
		if set == nil {
			break
		}
		if i >= len(text) || !set.has(text[i]) {
			return false
		}
	}
	return true
}

const leadBits = 4
