package redact

import (
	"cmp"
	"errors"
	"slices"
	"strings"
)

// rule is one entry of Options.Keys.
type rule struct {
	path    []string // elements, outermost first, each as words spells it
	stars   int
	words   int
	replace Replacer
	keep    bool // the replacer gives back what it is given
}

// compileRules reads the rules and puts the most specific first.
func compileRules(keys map[string]Replacer) ([]rule, error) {
	rules := make([]rule, 0, len(keys))
	for pattern, replace := range keys {
		if replace == nil {
			return nil, errors.New("redact: a rule in Keys has no replacer")
		}
		r := rule{replace: replace, keep: keeps(replace)}
		for element := range strings.SplitSeq(pattern, ".") {
			w := words(element)
			if w == "" {
				return nil, errors.New("redact: a rule in Keys has an empty path element")
			}
			r.path = append(r.path, w)
			r.stars += strings.Count(w, "*")
			r.words += strings.Count(w, " ") + 1
		}
		rules = append(rules, r)
	}
	slices.SortFunc(rules, moreSpecific)
	for i := range rules[min(1, len(rules)):] {
		if moreSpecific(rules[i], rules[i+1]) == 0 {
			return nil, errors.New("redact: two rules in Keys are for the same names; leave one out")
		}
	}
	return rules, nil
}

// keeps tries whether a replacer is Keep, so that values it is for need not be
// looked into.
func keeps(replace Replacer) (yes bool) {
	defer func() { _ = recover() }()
	const probe = "fieldsafe probe 0123456789"
	return string(replace(nil, probe, whole(probe, ruleDetector))) == probe
}

func moreSpecific(a, b rule) int {
	return cmp.Or(
		cmp.Compare(len(b.path), len(a.path)),
		cmp.Compare(a.stars, b.stars),
		cmp.Compare(b.words, a.words),
		slices.Compare(a.path, b.path),
	)
}

// matchRules returns the rules whose last element fits the name. A rule of one
// element also fits the last element of a dotted name.
func matchRules(rules []rule, name string) []*rule {
	if len(rules) == 0 {
		return nil
	}
	all, last := words(name), words(name[strings.LastIndexByte(name, '.')+1:])
	var fit []*rule
	for i := range rules {
		element := rules[i].path[len(rules[i].path)-1]
		if fits(element, all) || fits(element, last) {
			fit = append(fit, &rules[i])
		}
	}
	return fit
}

// fits reports whether words matches a pattern in which "*" stands for any
// bytes. It is linear but for the number of stars, which is the user's.
func fits(pattern, words string) bool {
	head, rest, star := strings.Cut(pattern, "*")
	if !star {
		return pattern == words
	}
	if !strings.HasPrefix(words, head) {
		return false
	}
	words = words[len(head):]
	for {
		next, more, star := strings.Cut(rest, "*")
		if !star {
			return strings.HasSuffix(words, next)
		}
		i := strings.Index(words, next)
		if i < 0 {
			return false
		}
		words, rest = words[i+len(next):], more
	}
}

// rule returns the most specific rule for a field of that name at the current
// path, or nil.
func (p *pass) rule(n *name) *rule {
	for _, r := range n.rules {
		if p.leadsTo(n, r.path[:len(r.path)-1]) {
			return r
		}
	}
	return nil
}

// leadsTo reports whether these elements stand directly before the last element
// of the name: in a dotted name itself, then among the enclosing ones.
func (p *pass) leadsTo(n *name, elements []string) bool {
	dotted, up := n.text[:max(0, strings.LastIndexByte(n.text, '.'))], len(p.path)
	for i := len(elements) - 1; i >= 0; i-- {
		var outer string
		switch {
		case dotted != "":
			cut := strings.LastIndexByte(dotted, '.')
			outer, dotted = dotted[cut+1:], dotted[:max(0, cut)]
		case up > 0:
			up--
			outer = p.path[up].name.text
		default:
			return false
		}
		if !fits(elements[i], words(outer)) {
			return false
		}
	}
	return true
}

// words splits a name into lower-case words in a canonical spelling: joined by
// single spaces. userPassword, USER_PASSWORD and user-password give the same.
func words(name string) string {
	var b strings.Builder
	const none, lower, upper = 0, 1, 2
	last := none
	for i := range len(name) {
		c := name[i]
		switch {
		case c >= 'A' && c <= 'Z':
			ends := i+1 < len(name) && name[i+1] >= 'a' && name[i+1] <= 'z'
			if b.Len() > 0 && (last == none || last == lower || ends) {
				b.WriteByte(' ')
			}
			b.WriteByte(c | 0x20)
			last = upper
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '*' || c >= 0x80:
			if b.Len() > 0 && last == none {
				b.WriteByte(' ')
			}
			b.WriteByte(c)
			last = lower
		default:
			last = none
		}
	}
	return b.String()
}
