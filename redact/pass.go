package redact

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/fieldsafe/fieldsafe/detect"
)

// The detectors of what is replaced for another reason than its bytes.
var (
	ruleDetector   = &detect.Detector{ID: "rule", Title: "Field chosen by a rule or a struct tag"}
	sizeDetector   = &detect.Detector{ID: "size", Title: "Beyond the size bound"}
	depthDetector  = &detect.Detector{ID: "depth", Title: "Nested too deeply, or cyclic"}
	unsafeDetector = &detect.Detector{ID: "unreadable", Title: "A method of the value panicked"}
)

// maxDepth bounds nesting: groups, structs, maps, slices, pointers. Cyclic
// values end there.
const maxDepth = 64

// frame is one enclosing field: a group, a struct field, a map entry.
type frame struct {
	name  *name
	holds *name    // the nearest name, this or further out, that says something of what is in it
	with  Replacer // what a struct tag or a rule decides for everything in it; nil: nothing
	keep  bool     // with is Keep
	tag   *class   // the struct tag that decides; rules do not speak below it
}

// pass is the state of one walk over a record or a value.
type pass struct {
	r     *Redactor
	path  []frame
	left  int // work left, see Options.MaxBytes
	depth int // of open groups and the like
	level int // of the value inside the one that stands alone
	forms form
	loud  bool             // a name or a type said something
	hits  int              // texts in which something was found, also where that stayed
	found []detect.Finding // by the last call of find
	buf   []byte           // of text
}

func whole(s string, d *detect.Detector) detect.Finding {
	return detect.Finding{End: len(s), Detector: d, Confidence: detect.Certain}
}

// outside is what encloses fields that nothing encloses. It is not changed.
var outside = &frame{}

// top returns the innermost enclosing field, not to be changed.
func (p *pass) top() *frame {
	if len(p.path) == 0 {
		return outside
	}
	return &p.path[len(p.path)-1]
}

// enter makes n the innermost enclosing field. The caller truncates p.path to
// leave it.
func (p *pass) enter(n *name) {
	if !n.wide && !p.r.needsPath {
		return // it says nothing, and nobody asks
	}
	f := *p.top()
	f.name = n
	if n.wide {
		f.holds = n
	}
	if r := p.rule(n); r != nil && f.tag == nil {
		f.with, f.keep = r.replace, r.keep
	}
	p.path = append(p.path, f)
}

// enterTagged makes n the innermost enclosing field, with what its struct tag
// decides.
func (p *pass) enterTagged(n *name, c *class) {
	f := *p.top()
	f.name, f.tag, f.with, f.keep = n, c, c.with, c.keep
	if f.with == nil {
		f.with = p.r.replace
	}
	p.path = append(p.path, f)
}

// spend takes n from the work that is left, and says whether it sufficed.
func (p *pass) spend(n int) bool {
	if p.left < n {
		p.left = 0
		return false
	}
	p.left -= n
	return true
}

// beyond takes from the work that is left what looking at a value costs, and says
// which bound that value is beyond, so deep within the one that stands alone; nil if
// it is beyond none.
func (p *pass) beyond(level int) *detect.Detector {
	switch {
	case level >= maxDepth:
		return depthDetector
	case !p.spend(nodeCost):
		return sizeDetector
	}
	return nil
}

// decided returns what a rule or a struct tag says of a field of that name.
func (p *pass) decided(n *name) (with Replacer, keep bool) {
	f := p.top()
	if r := p.rule(n); r != nil && f.tag == nil {
		return r.replace, r.keep
	}
	return f.with, f.keep
}

// judged reports whether anything but the value itself speaks of a field of
// that name.
func (p *pass) judged(n *name) bool {
	return n.holds != nil || n.rules != nil || !p.quiet()
}

// quiet reports whether the enclosing fields say nothing.
func (p *pass) quiet() bool {
	f := p.top()
	return f.holds == nil && f.with == nil
}

// find searches s as the value of a field of that name: by what is decided for
// the field, by its own name, then by the nearest enclosing name that says
// something sensitive. It leaves the findings in p.found, reports whether there
// are any, and returns what is to replace them, nil for Options.Replace.
func (p *pass) find(n *name, s string) (with Replacer, found bool) {
	p.found = p.found[:0]
	if s == "" || len(s) <= maxInert && p.r.builtin && !p.judged(n) {
		return nil, false
	}
	if !p.spend(len(s)) {
		return Label, p.all(s, sizeDetector)
	}
	if !p.judged(n) {
		p.found = p.r.find(p.found, noName, noName, s)
		return nil, len(p.found) > 0
	}
	with, keep := p.decided(n)
	up := p.above()
	switch d := secret(n, up, s); {
	case keep:
		return nil, false
	case with != nil:
		return with, !isLabel(s) && p.all(s, p.decider())
	case d != nil:
		return nil, !isLabel(s) && p.all(s, d)
	}
	p.found = p.r.find(p.found, n, up, s)
	return nil, len(p.found) > 0
}

// above returns the nearest enclosing name that says something sensitive, noName
// where there is none.
func (p *pass) above() *name {
	if up := p.top().holds; up != nil {
		return up
	}
	return noName
}

// all makes the whole of s a finding.
func (p *pass) all(s string, d *detect.Detector) bool {
	p.found = append(p.found, whole(s, d))
	return true
}

// decider is what a finding refers to that a struct tag or a rule made,
// whatever the name says.
func (p *pass) decider() *detect.Detector {
	if tag := p.top().tag; tag != nil {
		return tag.detector
	}
	return ruleDetector
}

// text returns s, as the value of a field of that name, with the findings
// replaced, and whether that changed it.
func (p *pass) text(n *name, s string) (string, bool) {
	if n.reads != nil && !p.isWhole(n, s) {
		out := n.reads(p.r, s)
		return out, out != s
	}
	inside := s
	if mayEmbed(s) {
		if p.knowsAll(n, s) {
			return s, false
		}
		inside = p.embedded(n, s)
		p.left = max(p.left, p.left+len(inside)-len(s)) // labels are no work
	}
	with, found := p.find(n, inside)
	if !found {
		return inside, inside != s
	}
	out, changed := p.replaced(n, inside, with)
	return out, changed || inside != s
}

// replaced returns s with what was found in it replaced, and whether that
// changed it.
func (p *pass) replaced(n *name, s string, with Replacer) (string, bool) {
	p.hits++
	if with == nil && p.r.labels && len(p.found) == 1 && len(s) == p.found[0].End && p.found[0].Start == 0 {
		label := p.r.labelOf(p.found[0].Detector)
		return label, label != s
	}
	p.buf = p.r.splice(slices.Grow(p.buf[:0], len(s)+labelRoom), s, p.found, with, func() string { return p.pathTo(n) })
	if string(p.buf) == s {
		return s, false
	}
	return string(p.buf), true
}

// pathTo joins the names that lead to a field of that name.
func (p *pass) pathTo(n *name) string {
	parts := make([]string, 0, len(p.path)+1)
	for _, f := range p.path {
		parts = append(parts, f.name.shown)
	}
	if n.shown != "" {
		parts = append(parts, n.shown)
	}
	return strings.Join(parts, ".")
}

// marker returns the label for something that is replaced unseen.
func (p *pass) marker(n *name, d *detect.Detector) string {
	f := whole("", d)
	if p.r.observe != nil {
		p.r.tell(f, func() string { return p.pathTo(n) })
	}
	return string(Label(nil, "", f))
}

// knows reports whether it is known at once that nothing is found in text as the
// value of a field of that name: it has been searched before, or nothing but the
// value could speak, and that is inert.
func (p *pass) knows(n *name, text []byte) bool {
	up := noName
	if p.judged(n) {
		if with, keep := p.decided(n); with != nil || keep {
			return false
		}
		up = p.above()
	} else if p.r.inert(text) {
		return p.spend(len(text))
	}
	return p.r.seen.clean(hashOf(text, saltOf(n, up))) && p.spend(len(text))
}

// knowsAll is knows for text that may hold JSON, into which rules for paths reach.
func (p *pass) knowsAll(n *name, text string) bool {
	return len(p.r.rules) == 0 && p.knows(n, []byte(text))
}

// integer, unsigned and float search numbers as their decimal digits. They
// return those with the finding replaced, and whether there was one.
func (p *pass) integer(n *name, v int64) (string, bool) {
	if p.r.isSmall(v) && !p.judged(n) {
		return "", false
	}
	var room [20]byte
	return p.digits(n, strconv.AppendInt(room[:0], v, 10))
}

func (p *pass) unsigned(n *name, v uint64) (string, bool) {
	if p.r.isFewDigits(v) && !p.judged(n) {
		return "", false
	}
	var room [20]byte
	return p.digits(n, strconv.AppendUint(room[:0], v, 10))
}

func (p *pass) float(n *name, v float64, bits int) (string, bool) {
	if !p.judged(n) && p.r.isFew(v) {
		return "", false
	}
	var room [32]byte
	return p.digits(n, strconv.AppendFloat(room[:0], v, 'f', -1, bits))
}

func (p *pass) digits(n *name, digits []byte) (string, bool) {
	if p.knows(n, digits) {
		return "", false
	}
	return p.text(n, string(digits))
}

// moment searches a time where the field's name says something of it: a date
// of birth.
func (p *pass) moment(n *name, t time.Time) (string, bool) {
	if !p.judged(n) {
		return "", false
	}
	return p.text(n, t.Format(time.RFC3339Nano))
}

// scalar replaces a value that holds nothing by itself where that is decided
// for its field.
func (p *pass) scalar(n *name, s string) (string, bool) {
	if !p.judged(n) {
		return "", false
	}
	if with, keep := p.decided(n); with == nil || keep {
		return "", false
	}
	return p.text(n, s)
}

// forLater returns a pass for work that is done later, at the same place.
func (p *pass) forLater() *pass {
	return &pass{r: p.r, path: slices.Clone(p.path), left: p.r.maxBytes, depth: p.depth, forms: p.forms}
}
