package redact

import (
	"errors"
	"maps"
	"math"
	"sync"
	"sync/atomic"

	"github.com/fieldsafe/fieldsafe/detect"
)

// Options configures a redactor. The zero value, like nil, means the defaults.
//
// What stands in place of a value is decided by the first of these that
// speaks: the struct tag of the field that holds it; the rule in Keys for its
// name, the most specific one; Replace.
type Options struct {
	// Scanner finds the values; nil means [detect.Default].
	Scanner *detect.Scanner
	// Literals are secrets known at run time, found wherever they stand. They
	// go into a default scanner; with a Scanner of your own, give them to that.
	Literals []string
	// Replace decides what stands in place of a finding; nil means [Label].
	Replace Replacer
	// Keys are rules for fields by name, read before anything is searched: the
	// whole value of such a field, and everything in it, goes through the
	// replacer. [Keep] exempts a field.
	//
	// A name is one word or more, in any style: "apiKey" also covers API_KEY and
	// x.api-key's last element. A "*" stands for any words ("*_key",
	// "internal_*"), "." separates the elements of a path, which is compared from
	// its end ("card.code" covers order.card.code). The rule with more elements,
	// then with fewer "*", then with more words wins.
	Keys map[string]Replacer
	// Classes gives meaning to words in struct tags (fieldsafe:"word") beside the
	// built-in ones.
	Classes map[string]Replacer
	// Observe is told of every replacement; of those inside values of type any
	// whenever such a value is written. It must be safe for concurrent use, and
	// must not log through a handler of the same redactor.
	Observe func(Event)
	// MaxBytes bounds the work on one log record or one value: bytes scanned,
	// and 16 for each number, pointer and the like that is looked at. What
	// lies beyond is replaced as a whole. Zero means 1 MiB. Streams have no
	// such bound.
	MaxBytes int
}

// Event says that something was replaced. It never holds the value.
type Event struct {
	Detector *detect.Detector // what was found; never nil
	Path     string           // the names that lead to the value, joined with "."; empty in text
	Length   int              // bytes of the value that was replaced
}

// Redactor replaces the sensitive bytes of text, fields and values. It is
// immutable but for its caches, and safe for concurrent use. A nil *Redactor
// is one with default options.
type Redactor struct {
	records   records // first, so that its slots begin where lines of the cache do
	maxBytes  int     // with the next, what is looked at for every record
	needsPath bool    // rules or observe look at enclosing names
	builtin   bool    // the scanner is the default one
	scanner   *detect.Scanner
	replace   Replacer
	rules     []rule
	classes   map[string]Replacer
	observe   func(Event)
	silent    *Redactor // the same, but it tells nobody; the redactor itself where there is nobody
	manifest  *class
	names     nameCache
	seen      seen
	sites     sites
	labels    bool // what stands in place of a finding is its label, and nobody is told
	labelled  labelCache
	passes    sync.Pool // of *pass
	types     typeCache
	plans     sync.Map // reflect.Type to *plan
}

const defaultMaxBytes = 1 << 20

// New makes a redactor. It fails when a rule in opts.Keys cannot be read, when
// two of them are for the same names, when a literal is refused by the scanner,
// and when both Scanner and Literals are given.
func New(opts *Options) (*Redactor, error) {
	if opts == nil {
		opts = &Options{}
	}
	scanner, err := opts.scanner()
	if err != nil {
		return nil, err
	}
	rules, err := compileRules(opts.Keys)
	if err != nil {
		return nil, err
	}
	r := &Redactor{
		scanner:  scanner,
		replace:  opts.Replace,
		rules:    rules,
		classes:  maps.Clone(opts.Classes),
		observe:  opts.Observe,
		maxBytes: opts.MaxBytes,
	}
	r.manifest = &class{detector: detect.ByID(manifestID)} // whose keys stay
	r.builtin = scanner == detect.Default()
	r.needsPath = len(rules) > 0 || r.observe != nil
	r.labels = r.replace == nil && r.observe == nil
	if r.replace == nil {
		r.replace = Label
	}
	if r.maxBytes <= 0 {
		r.maxBytes = defaultMaxBytes
	}
	r.silent = r
	if opts.Observe != nil {
		quiet := *opts
		quiet.Observe = nil
		r.silent, err = New(&quiet)
	}
	return r, err
}

func (o *Options) scanner() (*detect.Scanner, error) {
	if len(o.Literals) == 0 {
		if o.Scanner == nil {
			return detect.Default(), nil
		}
		return o.Scanner, nil
	}
	if o.Scanner != nil {
		return nil, errors.New("redact: options have both a scanner and literals; give the literals to the scanner")
	}
	return detect.New(&detect.Options{Literals: o.Literals})
}

// standard is the redactor with default options, made when it is first asked for.
var standard atomic.Pointer[Redactor]

func makeStandard() *Redactor {
	r, err := New(nil)
	if err != nil {
		panic("redact: the default options do not compile")
	}
	standard.CompareAndSwap(nil, r)
	return standard.Load()
}

func defaultRedactor() *Redactor {
	if r := standard.Load(); r != nil {
		return r
	}
	return makeStandard()
}

// orDefault makes the nil redactor usable.
func (r *Redactor) orDefault() *Redactor {
	if r == nil {
		return defaultRedactor()
	}
	return r
}

// String returns text with the findings replaced. Where nothing is found it
// returns text itself and does not allocate.
func (r *Redactor) String(text string) string {
	r = r.orDefault()
	text = r.embedded(text)
	found := r.scan(nil, noName, text)
	if len(found) == 0 {
		return text
	}
	return string(r.splice(make([]byte, 0, len(text)+labelRoom), text, found, nil, nil))
}

// labelRoom is the room left for labels that are longer than what they replace.
const labelRoom = 64

// Append appends text to dst with the findings replaced.
func (r *Redactor) Append(dst []byte, text string) []byte {
	r = r.orDefault()
	text = r.embedded(text)
	return r.splice(dst, text, r.scan(nil, noName, text), nil, nil)
}

// embedded is embedded of a pass for text by itself, of any length.
func (r *Redactor) embedded(text string) string {
	if !mayEmbed(text) {
		return text
	}
	p := pass{r: r, left: math.MaxInt}
	return p.embedded(noName, text)
}

// Field returns value, read as the value of a field of that name, with the
// findings replaced. The name is evidence: it may make the whole value a
// finding. Where nothing is found it returns value itself.
func (r *Redactor) Field(name, value string) string {
	p := pass{r: r.orDefault(), left: len(value)}
	out, _ := p.text(p.r.name(name), value)
	return out
}

// find appends what is found in the value of a field of that name, or if that
// is nothing then in that of one of the name further out.
func (r *Redactor) find(found []detect.Finding, n, up *name, value string) []detect.Finding {
	hash := hashOf([]byte(value), saltOf(n, up))
	if r.seen.clean(hash) {
		return found
	}
	return r.findNew(found, n, up, value, hash)
}

// findNew is find for a value that is not known to be clean.
func (r *Redactor) findNew(found []detect.Finding, n, up *name, value string, hash uint64) []detect.Finding {
	if again := r.seen.found(hash); again != nil {
		return append(found, again...)
	}
	found = r.scan(found, n, value)
	if len(found) == 0 && up.holds != nil {
		found = r.scan(found, up, value)
	}
	r.seen.note(hash, found)
	return found
}

// splice appends text to dst with each finding replaced by with, or by what
// the options say if that is nil.
func (r *Redactor) splice(dst []byte, text string, found []detect.Finding, with Replacer, path func() string) []byte {
	at := 0
	for _, f := range found {
		dst = append(dst, text[at:f.Start]...)
		at = f.End
		if with == nil && r.labels {
			dst = Label(dst, "", f)
			continue
		}
		dst = r.replaceOne(dst, text[f.Start:f.End], f, with)
		if r.observe != nil {
			r.tell(f, path)
		}
	}
	return append(dst, text[at:]...)
}

// replaceOne calls a replacer, and writes a label if that panics.
func (r *Redactor) replaceOne(dst []byte, match string, f detect.Finding, with Replacer) (out []byte) {
	defer func() {
		if recover() != nil {
			out = Label(dst, match, f)
		}
	}()
	if with == nil {
		with = r.replace
	}
	return with(dst, match, f)
}

func (r *Redactor) tell(f detect.Finding, path func() string) {
	defer func() { _ = recover() }() // an observer's panic is not the caller's problem
	e := Event{Detector: f.Detector, Length: f.End - f.Start}
	if path != nil {
		e.Path = path()
	}
	r.observe(e)
}
