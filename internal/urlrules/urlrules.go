// Package urlrules says which bytes of a URL, a data source name or a
// connection string are secret. It holds the rules: parameter names and the
// names that only look like them, value shapes, hosts whose paths are secrets,
// schemes. Package urlparts knows the grammars.
//
// The same rules serve one URL in hand ([Append]) and URLs in running text
// ([AppendText]). Both append to a slice of the caller, allocate nothing when
// nothing is found, are linear, and are safe for concurrent use.
package urlrules

import (
	"slices"
	"sync"

	"github.com/fieldsafe/fieldsafe/internal/urlparts"
)

// Component is the part of a URL or connection string a secret stands in.
type Component uint8

// The components.
const (
	UserName Component = iota + 1 // before the colon of the user information, or all of it
	Password                      // after the colon
	Path                          // a path segment
	Matrix                        // a ;name=value parameter of a path segment
	Query                         // a query parameter
	Fragment                      // a parameter of the fragment, or all of it
	Field                         // key=value of a connection string
	Host                          // where a scheme puts a token in the place of the host
	Argument                      // an argument of a command line
	Header                        // a header field in a command line or a log line
	components
)

var componentNames = [components]string{"", "user name", "password", "path", "matrix parameter", "query parameter", "fragment", "field", "host", "argument", "header"}

// String returns the name for people.
func (c Component) String() string { return componentNames[min(c, components-1)] }

// Kind groups the rules by what a reader would call the finding.
type Kind uint8

// The kinds.
const (
	Userinfo   Kind = iota + 1 // credentials before the host
	Parameter                  // a parameter of a URL
	Connection                 // credentials of a database, queue or cache
	Capability                 // a path that is itself the secret: webhooks, feeds, invitations
	OneTime                    // otpauth URIs
	Npm                        // npm registry lines
	AzureKey                   // Azure account keys
)

// Confidence says how sure a rule is.
type Confidence uint8

// Levels of confidence.
const (
	Weak  Confidence = iota + 1 // a lone user name, an identifier, a context rule
	Firm                        // the name or the shape says so
	Proof                       // the place can hold nothing else: a password
)

// Match is one secret. It holds no bytes of the input.
type Match struct {
	Start, End         int // the secret bytes
	CutStart, CutEnd   int // what to remove so that the syntax stays whole
	DropStart, DropEnd int // the whole name=value with one delimiter; equal to Cut where there is none
	NameStart, NameEnd int // the parameter's name, as written; empty where there is none
	Reason             string
	Component          Component
	Kind               Kind
	Confidence         Confidence
	Malformed          bool // seen only by a lenient reading
	Nested             bool // inside a parameter's value, or encoded
	unescaped          bool // found after escapes were resolved
}

// Options add to the rules; the zero value is the default. A checker's options
// must not change while it is in use.
type Options struct {
	Names        []string // further parameter names that are secret, normalised by [Normalise]
	Allow        []string // parameter names that never are, normalised
	Hosts        []string // hosts, exact or ".suffix", whose last path segment is a secret
	UserNames    bool     // report every lone user name, those of ssh and git included
	NoUserNames  bool     // report no lone user name that does not look like a token
	NoIDs        bool     // do not report access key ids
	Placeholders bool     // report ${NAME}, <password> and the like too
}

// Append appends the secrets of raw, which is one URL, data source name or
// connection string, or text that holds some. Matches are sorted and disjoint.
func Append(dst []Match, raw string, o *Options) []Match {
	return run(dst, raw, 0, o, true)
}

// AppendText appends the secrets in text[from:to], which is running text: URLs
// end at white space, quotes and unbalanced brackets, and forms that are
// ambiguous in prose need more proof. The offsets are those of text.
func AppendText(dst []Match, text string, from, to int, o *Options) []Match {
	return run(dst, text[from:to], from, o, false)
}

// added says that the options may make a URL secret that the built-in rules do
// not look at.
func (o *Options) added() bool { return o != nil && len(o.Names)+len(o.Hosts) > 0 }

var defaults Options

func run(dst []Match, raw string, base int, o *Options, inHand bool) []Match {
	if len(raw) < 4 {
		return dst
	}
	var u urlparts.URL
	plain := false
	if inHand && !o.added() {
		var clean bool
		if clean, plain = ordinary(raw, &u); clean {
			return dst
		}
	}
	e := engines.Get().(*engine)
	if e.opts = o; o == nil {
		e.opts = &defaults
	}
	v := &e.views[0]
	v.b = append(v.b[:0], raw...)
	v.off, v.base = nil, base
	e.inHand = inHand
	settled := true
	switch {
	case plain && !escapes(v.b):
		settled = e.ordinary(v, &u)
	case inHand && !o.added() && e.ordinaryFields(v):
	default:
		e.found = e.found[:0]
		e.input(v)
		settled = !inHand
	}
	n := len(dst)
	if dst = append(dst, e.merged()...); !settled && len(dst) > n {
		dst = append(dst[:n], e.settle(dst[n:], raw)...)
	}
	e.release()
	return dst
}

// ordinary reads a URL in hand that [ordinary] has split. It reports whether the
// URL reads the same once it is masked, see [engine.settle]: what bounds its parts
// is never masked, but for what is nested in a value.
func (e *engine) ordinary(v *view, parts *urlparts.URL) bool {
	e.escaped, e.deep = false, false
	var u target
	u.URL, u.inHand = *parts, true
	u.kind = kindOf(u.Scheme.Of(v.b))
	e.userinfo(v, &u)
	if !u.Query.Empty() {
		e.query(v, &u, u.Query, 0)
	}
	if !u.Fragment.Empty() {
		u.host.set(u.Host.Of(v.b))
		e.fragment(v, &u, 0)
	}
	return !e.deep
}

// keep is the most scratch memory an idle engine holds on to.
const keep = 64 << 10

// engine is the scratch memory of one call.
type engine struct {
	opts    *Options
	inHand  bool // the input is one URL, not running text
	escaped bool // the input has escapes, and was read without them
	deep    bool // something was found inside a value
	views   [maxDepth + 1]view

	twoPasswords bool // a password field may hold two words
	found        []Match
	masks        []int // where the masks begin in the text that settle reads
}

var engines = sync.Pool{New: func() any { return new(engine) }}

func (e *engine) release() {
	e.found = e.found[:0]
	e.opts = nil
	if cap(e.views[0].b) > keep {
		return
	}
	engines.Put(e)
}

// merged sorts what was found and unites what overlaps.
func (e *engine) merged() []Match {
	if len(e.found) < 2 || e.disjoint() {
		return e.found
	}
	return united(e.found)
}

// united sorts matches and unites those that overlap, in place.
func united(found []Match) []Match {
	slices.SortStableFunc(found, func(a, b Match) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	out := found[:1]
	for _, m := range found[1:] {
		last := &out[len(out)-1]
		if m.Start >= last.End {
			out = append(out, m)
			continue
		}
		last.unite(m)
	}
	return out
}

// disjoint says whether the matches are sorted and do not overlap.
func (e *engine) disjoint() bool {
	for i := 1; i < len(e.found); i++ {
		if e.found[i].Start < e.found[i-1].End {
			return false
		}
	}
	return true
}

// unite widens m by n, which overlaps it. Where one of them was found with the
// escapes resolved, it knows better where a value ends.
func (m *Match) unite(n Match) {
	if m.unescaped != n.unescaped && m.Component > Password && n.Component > Password {
		if n.unescaped {
			*m = n
		}
		return
	}
	m.widen(&n)
}

// widen makes m reach over n as well.
func (m *Match) widen(n *Match) {
	m.Start, m.End = min(m.Start, n.Start), max(m.End, n.End)
	m.CutStart, m.CutEnd = min(m.CutStart, n.CutStart), max(m.CutEnd, n.CutEnd)
	m.DropStart, m.DropEnd = min(m.DropStart, n.DropStart), max(m.DropEnd, n.DropEnd)
	m.Confidence = max(m.Confidence, n.Confidence)
	m.Malformed = m.Malformed && n.Malformed
}
