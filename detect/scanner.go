package detect

import (
	"strings"
	"sync"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// Options configures a scanner. The zero value, like nil, means the defaults.
type Options struct {
	// Detectors to look for; nil means every detector of the catalogue that is
	// not off by default.
	Detectors []*Detector
	// MinConfidence drops findings below it; zero means Likely.
	MinConfidence Confidence
	// Literals are secrets known at run time. They are found wherever they
	// stand, on every surface, as they are, percent-encoded, escaped as in JSON,
	// and in base64, also as a part of what is encoded. Each must have at least
	// 6 bytes.
	Literals []string
	// Allow lists values that are never findings: an exact value ("a@b.example")
	// or, with a leading "@", every address of a mail domain ("@b.example").
	Allow []string
}

// Scanner finds identifiers. It is immutable and safe for concurrent use; a nil
// *Scanner is the default scanner.
type Scanner struct {
	text     *rules
	name     func() *rules // those of the catalogue are built on first use
	min      Confidence
	literals []string
	allow    map[string]bool
}

// New makes a scanner. It fails when a detector cannot be compiled, naming the
// detector and what to change.
func New(opts *Options) (*Scanner, error) {
	if opts == nil {
		opts = &Options{}
	}
	literals, err := literalForms(opts.Literals)
	if err != nil {
		return nil, err
	}
	s := &Scanner{min: opts.MinConfidence, literals: literals}
	if s.min == 0 {
		s.min = Likely
	}
	s.setAllow(opts.Allow)
	if err := s.compile(opts.Detectors); err != nil {
		return nil, err
	}
	return s, nil
}

func (s *Scanner) setAllow(values []string) {
	if len(values) > 0 {
		s.allow = make(map[string]bool, len(values))
	}
	for _, v := range values {
		s.allow[strings.ToLower(v)] = true
	}
}

// compile makes the rules for text and for names from detectors, or from the
// catalogue, whose rules for names are known to compile and can wait.
func (s *Scanner) compile(detectors []*Detector) error {
	possible, catalogue := s.min == Possible, detectors == nil
	if catalogue {
		detectors = onByDefault()
	} else if err := checkDetectors(detectors); err != nil {
		return err
	}
	text, err := compile(detectors, possible)
	if err != nil {
		return err
	}
	s.text = text
	if catalogue {
		s.name = sync.OnceValue(func() *rules { return must(text.forNames(possible)) })
		return nil
	}
	name, err := text.forNames(possible)
	s.name = func() *rules { return name }
	return err
}

// must is for what only a catalogue that does not compile can make fail; TestCatalog
// fails first.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

var defaultScanner = sync.OnceValue(func() *Scanner { return must(New(nil)) })

// Default returns the scanner of all detectors of the catalogue that are not
// off by default, at confidence Likely. It is built on first use.
func Default() *Scanner { return defaultScanner() }

func (s *Scanner) orDefault() *Scanner {
	if s == nil {
		return Default()
	}
	return s
}

// Append appends the findings in free text: a log line, a description, a
// document of any length.
func (s *Scanner) Append(dst []Finding, text string) []Finding {
	if s = s.orDefault(); s.quiet(s.text, text) {
		return dst
	}
	var r run
	return s.run(&r, dst, text)
}

// quiet reports whether one look tells that nothing is found in text.
func (s *Scanner) quiet(rules *rules, text string) bool {
	return len(s.literals) == 0 && rules.table.Quiet(text) && !maySeed(text)
}

// AppendLines is Append for text that comes in pieces: what it finds in a line does
// not depend on the lines around it, so that text which is cut after any line
// gives the same findings. Only the lines of a private key are read together.
func (s *Scanner) AppendLines(dst []Finding, text string) []Finding {
	if s = s.orDefault(); s.quiet(s.text, text) {
		return dst
	}
	var r run
	r.lines = true
	return s.run(&r, dst, text)
}

// AppendField appends the findings in value, read as the value of a field of
// that name: a tag, an attribute, a column, a parameter. The name is evidence;
// it is not itself searched.
func (s *Scanner) AppendField(dst []Finding, name, value string) []Finding {
	var r run
	r.field, r.isField = name, true
	return s.orDefault().run(&r, dst, value)
}

// AppendName appends the findings in a resource name, where "-", "_", "." and
// "/" may stand for any punctuation and letter case may be lost.
func (s *Scanner) AppendName(dst []Finding, name string) []Finding {
	s = s.orDefault()
	rules := s.name()
	if s.quiet(rules, name) && !mayJoin(name) {
		return dst
	}
	var r run
	r.rules, r.name = rules, true
	return s.run(&r, dst, name)
}

// run appends the findings of r, which says how text is to be read.
func (s *Scanner) run(r *run, dst []Finding, text string) []Finding {
	if r.rules == nil {
		r.rules = s.text
	}
	r.text, r.min, r.found, r.base = text, s.min, dst, len(dst)
	r.scan()
	return s.finish(r)
}

// finish adds the literals, settles what overlaps and drops what is allowed.
func (s *Scanner) finish(r *run) []Finding {
	for _, l := range s.literals {
		r.literal(l)
	}
	if len(r.found) == r.base {
		return r.found
	}
	found := r.resolve()
	if s.allow == nil {
		return found
	}
	kept := found[:r.base]
	for _, f := range found[r.base:] {
		if !s.allowed(r.text[f.Start:f.End]) {
			kept = append(kept, f)
		}
	}
	return kept
}

func (s *Scanner) allowed(value string) bool {
	value = strings.ToLower(value)
	at := strings.LastIndexByte(value, '@')
	return s.allow[value] || at >= 0 && s.allow[value[at:]]
}

// Classify returns what a field of this name holds, or nil when the name says
// nothing sensitive.
func (s *Scanner) Classify(fieldName string) *Detector {
	r := s.orDefault().text
	var c scan.Cursor
	folded := foldedName(fieldName)
	c.ResetFolded(r.table, folded)
	var best *Detector
	longest := 0
	for {
		cand, ok := c.Next()
		if !ok {
			return best
		}
		if cand.Kind == scan.KindPhrase && cand.End-cand.Start > longest {
			if d := r.topics[cand.Ref].names(r, folded, endsName(folded[cand.End:])); d != nil {
				best, longest = d, cand.End-cand.Start
			}
		}
	}
}
