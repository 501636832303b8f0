package detect

import (
	"fmt"
	"slices"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
	"github.com/fieldsafe/fieldsafe/internal/words"
)

// rules is what a scanner looks things up in: the engine's table and, by the
// ids in it, the detectors behind them. There is one for text and one, more
// lenient, for resource names.
type rules struct {
	table      *scan.Table
	detectors  []*Detector
	contextual []*scan.Pattern // by detector; nil where there is none
	topics     []topic         // by the owner of a phrase
	finders    [finders]*Detector
	phones     []*Detector // those that look for numbers behind a +
	wantsURLs  bool        // some detector looks for credentials in URLs
}

// topic is what a context phrase speaks of.
type topic struct {
	words   string
	context []int32     // detectors whose contextual pattern it lets match
	starts  scan.Starts // what their values can begin with
	fields  []int32     // detectors whose values it names outright
	finders []int32     // detectors with code of their own to run at the phrase

	named  *Detector // the one of context whose keywords have the phrase first of all, or nil
	place  int       // where they have it, or where one has it whose keywords are hints
	placed bool

	stop bool // the phrase silences those within it
}

// addContext adds detector i, which has the phrase as its keyword number place.
// Detectors of one country come before those of all, so that they win where
// everything else is equal.
func (t *topic) addContext(r *rules, i int32, place int) {
	if slices.Contains(t.context, i) {
		return
	}
	if !t.placed || place < t.place {
		t.named, t.place, t.placed = r.detectors[i], place, true
		if t.named.hints {
			t.named = nil
		}
	}
	at := len(t.context)
	for r.detectors[i].Country != "" && at > 0 && r.detectors[t.context[at-1]].Country == "" {
		at--
	}
	t.context = slices.Insert(t.context, at, i)
	t.starts.Add(r.contextual[i])
}

// compile builds rules for text. possible also proposes contextual patterns
// without their context.
func compile(detectors []*Detector, possible bool) (*rules, error) {
	c := newCompiler(detectors, false, possible)
	if err := c.all(); err != nil {
		return nil, err
	}
	c.b.Reserve(2 * len(c.rules.topics)) // most of them also without blanks
	for i, t := range c.rules.topics {
		c.b.Phrase(t.words, int32(i))
	}
	c.rules.table = c.b.Build()
	return c.rules, nil
}

// forNames builds the rules for resource names that go with those for text; they
// share the words.
func (r *rules) forNames(possible bool) (*rules, error) {
	c := newCompiler(r.detectors, true, possible)
	if err := c.all(); err != nil {
		return nil, err
	}
	c.rules.table = c.b.BuildWithWords(r.table)
	return c.rules, nil
}

func newCompiler(detectors []*Detector, lenient, possible bool) *compiler {
	words := len(stopPhrases)
	for _, d := range detectors {
		words += len(d.Keywords) + len(d.Fields)
	}
	return &compiler{
		rules: &rules{detectors: detectors, contextual: make([]*scan.Pattern, len(detectors)), topics: make([]topic, 0, words)},
		b:     scan.NewBuilder(lenient), topicOf: make(map[string]int32, words),
		lenient: lenient, possible: possible,
	}
}

// all compiles all detectors.
func (c *compiler) all() error {
	r := c.rules
	for i, d := range r.detectors {
		if err := c.detector(int32(i), d); err != nil {
			return fmt.Errorf("detect: detector %q: %w", d.ID, err)
		}
	}
	for _, phrase := range stopPhrases {
		t, err := c.topic(phrase)
		if err != nil {
			return err
		}
		t.stop = true
	}
	r.wantsURLs = wantsURLs(r)
	return nil
}

type compiler struct {
	rules             *rules
	b                 *scan.Builder
	topicOf           map[string]int32
	lenient, possible bool
}

func (c *compiler) detector(i int32, d *Detector) error {
	if err := c.patterns(i, d); err != nil {
		return err
	}
	c.rules.finders[d.find] = d
	if d.find == findPhone {
		c.rules.phones = append(c.rules.phones, d)
	}
	for place, k := range d.Keywords {
		t, err := c.topic(k)
		if err != nil {
			return err
		}
		if d.find != 0 {
			t.finders = append(t.finders, i)
		}
		if d.Contextual != "" {
			t.addContext(c.rules, i, place)
		}
	}
	for _, k := range d.Fields {
		t, err := c.topic(k)
		if err != nil {
			return err
		}
		t.fields = append(t.fields, i)
	}
	return nil
}

func (c *compiler) patterns(i int32, d *Detector) error {
	exact := d.Category == Credential
	if d.Pattern != "" {
		err := c.anchored(i, d, exact)
		if err != nil && c.lenient && !exact {
			err = c.anchored(i, d, true) // widened, it has nothing left to stop at
		}
		if err != nil {
			return fmt.Errorf("pattern: %w", err)
		}
	}
	if d.Contextual == "" {
		return nil
	}
	p, err := c.b.Compile(d.Contextual, exact)
	if err != nil {
		return fmt.Errorf("contextual pattern: %w", err)
	}
	c.rules.contextual[i] = p
	if c.possible {
		_ = c.b.Anchor(p, i<<1|1) // one with nothing to anchor on stays tied to its keywords
	}
	return nil
}

func (c *compiler) anchored(i int32, d *Detector, exact bool) error {
	p, err := c.b.Compile(d.Pattern, exact)
	if err != nil {
		return err
	}
	return c.b.Anchor(p, i<<1)
}

// topic returns the topic of a keyword, made on first mention.
func (c *compiler) topic(keyword string) (*topic, error) {
	text := words.Phrase(keyword)
	if len(text) < 2 {
		return nil, fmt.Errorf("a keyword needs at least two letters in a row")
	}
	i, ok := c.topicOf[text]
	if !ok {
		i = int32(len(c.rules.topics))
		c.topicOf[text] = i
		c.rules.topics = append(c.rules.topics, topic{words: text})
	}
	return &c.rules.topics[i], nil
}
