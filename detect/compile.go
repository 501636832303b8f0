package detect

import (
	"cmp"
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
	starts     []scan.Starts   // by topic, what its values can begin with
	finders    [finders]*Detector
	phones     []*Detector // those that look for numbers behind a +
	wantsURLs  bool        // some detector looks for credentials in URLs
}

// topic is what a context phrase speaks of.
type topic struct {
	words   string
	bracket bool    // a bracket stands before them, except in resource names
	context []int32 // detectors whose contextual pattern it lets match
	fields  []int32 // detectors whose values it names outright
	finders []int32 // detectors with code of their own to run at the phrase

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
}

// checkDetectors reports what is missing in detectors that would otherwise find
// nothing, silently.
func checkDetectors(detectors []*Detector) error {
	seen := make(map[string]*Detector, len(detectors))
	for i, d := range detectors {
		switch {
		case d == nil:
			return fmt.Errorf("detect: detector %d is nil: ByID returns nil for an ID that the catalogue does not have", i)
		case d.ID == "":
			return fmt.Errorf("detect: detector %d has no ID: name it like us_ssn", i)
		case seen[d.ID] != nil:
			return fmt.Errorf("detect: detector %q is there twice: leave one out, or give it another ID", d.ID)
		case d.Contextual != "" && len(d.Keywords) == 0:
			return fmt.Errorf("detect: detector %q: Contextual never matches without Keywords: add the words that stand beside the value", d.ID)
		case d.Pattern == "" && d.Contextual == "" && len(d.Fields) == 0 && d.find == 0:
			return fmt.Errorf("detect: detector %q has nothing to find: add a pattern, a contextual pattern or fields", d.ID)
		}
		seen[d.ID] = d
	}
	return nil
}

// compile builds rules for text. possible also proposes contextual patterns
// without their context. Patterns and words know nothing of each other, so that
// the first use need not wait for one after the other.
func compile(detectors []*Detector, possible bool) (*rules, error) {
	r := &rules{detectors: detectors}
	c := newCompiler(r, false, possible)
	words := make(chan error, 1)
	go func() { words <- c.words() }()
	if err := cmp.Or(c.each(c.patterns), <-words); err != nil {
		return nil, err
	}
	r.addStarts()
	r.table = c.b.Build()
	return r, nil
}

// words adds the topics of all detectors and the phrases that name them.
func (c *compiler) words() error {
	c.reserve()
	if err := cmp.Or(c.each(c.phrases), c.stopPhrases()); err != nil {
		return err
	}
	topics := c.rules.topics
	c.b.Reserve(2 * len(topics)) // most of them also without blanks
	for i, t := range topics {
		c.b.Phrase(t.words, t.bracket, int32(i))
	}
	c.b.IndexWords()
	c.rules.wantsURLs = wantsURLs(c.rules)
	return nil
}

// forNames builds the rules for resource names that go with those for text; they
// share all but the patterns.
func (r *rules) forNames(possible bool) (*rules, error) {
	names := *r
	c := newCompiler(&names, true, possible)
	if err := c.each(c.patterns); err != nil {
		return nil, err
	}
	names.addStarts()
	names.table = c.b.BuildWithWords(r.table)
	return &names, nil
}

type compiler struct {
	rules             *rules
	b                 *scan.Builder
	topicOf           map[string]int32
	lenient, possible bool
}

func newCompiler(r *rules, lenient, possible bool) *compiler {
	r.contextual = make([]*scan.Pattern, len(r.detectors))
	return &compiler{rules: r, b: scan.NewBuilder(lenient), lenient: lenient, possible: possible}
}

// each takes a step with every detector.
func (c *compiler) each(step func(i int32, d *Detector) error) error {
	for i, d := range c.rules.detectors {
		if err := step(int32(i), d); err != nil {
			return fmt.Errorf("detect: detector %q: %w", d.ID, err)
		}
	}
	return nil
}

// phrases adds a detector to the topics of its keywords and fields.
func (c *compiler) phrases(i int32, d *Detector) error {
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

func (c *compiler) stopPhrases() error {
	for _, phrase := range stopPhrases {
		t, err := c.topic(phrase)
		if err != nil {
			return err
		}
		t.stop = true
	}
	return nil
}

// addStarts notes for each topic what its values can begin with.
func (r *rules) addStarts() {
	r.starts = make([]scan.Starts, len(r.topics))
	for i, t := range r.topics {
		for _, d := range t.context {
			r.starts[i].Add(r.contextual[d])
		}
	}
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
	key, bracket := text, keyword[0] == '['
	if bracket {
		key = "[" + text
	}
	i, ok := c.topicOf[key]
	if !ok {
		i = int32(len(c.rules.topics))
		c.topicOf[key] = i
		c.rules.topics = append(c.rules.topics, topic{words: text, bracket: bracket})
	}
	return &c.rules.topics[i], nil
}

// reserve makes room for the topics of all detectors.
func (c *compiler) reserve() {
	words := len(stopPhrases)
	for _, d := range c.rules.detectors {
		words += len(d.Keywords) + len(d.Fields)
	}
	c.topicOf, c.rules.topics = make(map[string]int32, words), make([]topic, 0, words)
}
