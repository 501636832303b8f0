// Package specimen makes values that a detector finds: from the forms it
// describes, by chance, until its verifier agrees.
package specimen

import (
	"hash/fnv"
	"math/rand/v2"
	"regexp/syntax"
	"strings"

	"github.com/fieldsafe/fieldsafe/detect"
)

const (
	tries   = 8_000 // a check digit passes one value in ten, two and a list of countries one in thousands
	maxRest = 4     // how many more than it must an open-ended repetition gives
)

// Values returns up to n different texts that d finds as a whole: the value alone
// where its form is enough, else behind the first of its keywords ("ssn
// 123-45-6789"). They are the same at each call. It is empty for detectors that
// have no form, such as those of passwords.
func Values(d *detect.Detector, n int) []string {
	scanner, err := detect.New(&detect.Options{Detectors: []*detect.Detector{d}})
	if err != nil {
		return nil
	}
	form, before := d.Pattern, ""
	if form == "" && d.Contextual != "" && len(d.Keywords) > 0 {
		form, before = d.Contextual, d.Keywords[0]+" "
	}
	tree, err := syntax.Parse(form, syntax.Perl)
	if form == "" || err != nil {
		return nil
	}
	m := maker{random: seeded(d.ID), verify: d.Verify}
	var out []string
	for range tries {
		if len(out) == n {
			break
		}
		text := before + m.value(tree)
		if m.agrees(text[len(before):]) && isFound(scanner, text, len(before)) && !holds(out, text) {
			out = append(out, text)
		}
	}
	return out
}

func seeded(id string) *rand.Rand {
	h := fnv.New64a()
	_, _ = h.Write([]byte(id)) // a hash takes everything
	return rand.New(rand.NewPCG(h.Sum64(), 0))
}

// isFound reports whether text[from:] is found, and nothing else.
func isFound(s *detect.Scanner, text string, from int) bool {
	found := s.Append(nil, text)
	return len(found) == 1 && found[0].Start == from && found[0].End == len(text)
}

func holds(all []string, s string) bool {
	for _, have := range all {
		if have == s {
			return true
		}
	}
	return false
}

// maker expands patterns.
type maker struct {
	random *rand.Rand
	verify func(string) detect.Verdict
	out    strings.Builder
}

func (m *maker) agrees(value string) bool {
	return m.verify == nil || m.verify(value) != detect.Invalid
}

func (m *maker) value(tree *syntax.Regexp) string {
	m.out.Reset()
	m.expand(tree)
	return m.out.String()
}

func (m *maker) expand(tree *syntax.Regexp) {
	switch tree.Op {
	case syntax.OpLiteral:
		m.out.WriteString(string(tree.Rune))
	case syntax.OpCharClass:
		m.out.WriteRune(m.oneOf(tree.Rune))
	case syntax.OpAlternate:
		m.expand(tree.Sub[m.random.IntN(len(tree.Sub))])
	case syntax.OpStar:
		m.repeat(tree, 0, maxRest)
	case syntax.OpPlus:
		m.repeat(tree, 1, 1+maxRest)
	case syntax.OpQuest:
		m.repeat(tree, 0, 1)
	case syntax.OpRepeat:
		most := tree.Max
		if most < 0 {
			most = tree.Min + maxRest
		}
		m.repeat(tree, tree.Min, most)
	default:
		for _, sub := range tree.Sub {
			m.expand(sub)
		}
	}
}

func (m *maker) repeat(tree *syntax.Regexp, least, most int) {
	for range least + m.random.IntN(most-least+1) {
		m.expand(tree.Sub[0])
	}
}

// oneOf picks a printable ASCII character of the ranges of a class.
func (m *maker) oneOf(ranges []rune) rune {
	total := 0
	for i := 0; i < len(ranges); i += 2 {
		total += size(ranges[i], ranges[i+1])
	}
	if total == 0 {
		return ' '
	}
	pick := m.random.IntN(total)
	for i := 0; i < len(ranges); i += 2 {
		n := size(ranges[i], ranges[i+1])
		if pick < n {
			return max(ranges[i], ' ') + rune(pick)
		}
		pick -= n
	}
	return ' '
}

func size(low, high rune) int { return max(0, int(min(high, '~')-max(low, ' '))+1) }
