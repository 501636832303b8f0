package fieldsafeprocessor

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/fieldsafe/fieldsafe/redact"
	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/config/configopaque"
)

// Config configures the processor. The default redacts with labels what the
// whole catalogue finds.
type Config struct {
	// MinConfidence drops findings below it: "possible", "likely" or "certain".
	MinConfidence string `mapstructure:"min_confidence"`
	// Allow lists values that are never findings: an exact value, or with a
	// leading "@" every address of a mail domain.
	Allow []string `mapstructure:"allow"`
	// Literals are secrets, of at least 6 bytes, found wherever they stand.
	Literals []configopaque.String `mapstructure:"literals"`
	// Detectors are kinds of values of your own, beside the catalogue.
	Detectors []Detector `mapstructure:"detectors"`
	// Actions say what stands in place of a value.
	Actions Actions `mapstructure:"actions"`
	// Pseudonym holds the key of the action of that name.
	Pseudonym Pseudonym `mapstructure:"pseudonym"`
	// URLAttributes are names of attributes that hold a URL, a query or a
	// connection string.
	URLAttributes []string `mapstructure:"url_attributes"`
	// MaxValueBytes bounds the length of a value that is searched. A longer one
	// is replaced as a whole.
	MaxValueBytes int `mapstructure:"max_value_bytes"`
	// DryRun counts what is found and changes nothing.
	DryRun bool `mapstructure:"dry_run"`
}

// Detector is a kind of value of your own. See detect.Detector for the fields and
// the language of patterns.
type Detector struct {
	ID         string   `mapstructure:"id"`
	Category   string   `mapstructure:"category"`
	Pattern    string   `mapstructure:"pattern"`
	Contextual string   `mapstructure:"contextual"`
	Keywords   []string `mapstructure:"keywords"`
	Fields     []string `mapstructure:"fields"`
}

// Actions choose an action for a value: by the name of the field that holds it,
// else by its detector, else by its category, else the default.
type Actions struct {
	Default    Action            `mapstructure:"default"`
	Categories map[string]Action `mapstructure:"categories"`
	Detectors  map[string]Action `mapstructure:"detectors"`
	Keys       map[string]Action `mapstructure:"keys"`
}

// Pseudonym is the key of keyed pseudonyms, and the name that is written into
// them so that keys can be rotated.
type Pseudonym struct {
	KeyID string              `mapstructure:"key_id"`
	Key   configopaque.String `mapstructure:"key"`
}

func defaultConfig() component.Config {
	return &Config{
		MinConfidence: detect.Likely.String(),
		Actions:       Actions{Default: label},
		Pseudonym:     Pseudonym{KeyID: "1"},
		URLAttributes: slices.Clone(urlAttributes),
		MaxValueBytes: 1 << 20,
	}
}

// Validate makes all that the configuration asks for, and reports every mistake
// with the path of the setting.
func (c *Config) Validate() error {
	_, err := c.redactor(nil)
	return err
}

// redactor makes what the configuration says.
func (c *Config) redactor(observe func(redact.Event)) (*redact.Redactor, error) {
	scanner, scannerErr := c.scanner()
	replace, keys, actionsErr := c.replacers()
	var sizeErr error
	if c.MaxValueBytes <= 0 {
		sizeErr = errors.New("max_value_bytes: must be greater than 0")
	}
	if err := errors.Join(scannerErr, actionsErr, sizeErr, empty("url_attributes", c.URLAttributes)); err != nil {
		return nil, err
	}
	r, err := redact.New(&redact.Options{
		Scanner: scanner, Replace: replace, Keys: keys, Observe: observe, MaxBytes: c.MaxValueBytes,
	})
	if err != nil {
		return nil, cmp.Or(c.sameKeys(), err)
	}
	return r, nil
}

// empty reports the first value of a list that says nothing: most often that of a
// variable that is not set.
func empty(setting string, values []string) error {
	i := slices.IndexFunc(values, func(value string) bool { return strings.TrimLeft(value, "@") == "" })
	if i < 0 {
		return nil
	}
	return fmt.Errorf("%s[%d]: must not be empty", setting, i)
}

// idForm keeps labels readable: they end with the first bracket.
var idForm = regexp.MustCompile(`^[a-z0-9_]+$`)

// scanner returns nil for the default one, which all share.
func (c *Config) scanner() (*detect.Scanner, error) {
	confidence, err := c.confidence()
	detectors, detectorsErr := c.detectors()
	if err := errors.Join(err, detectorsErr, c.wrongLiteral(), empty("allow", c.Allow)); err != nil {
		return nil, err
	}
	if confidence == detect.Likely && detectors == nil && len(c.Allow)+len(c.Literals) == 0 {
		return nil, nil
	}
	options := detect.Options{MinConfidence: confidence, Detectors: detectors, Allow: c.Allow}
	for _, literal := range c.Literals {
		options.Literals = append(options.Literals, secret(literal))
	}
	return detect.New(&options)
}

// secret returns a secret without the line break that a file it is read from ends
// with.
func secret(s configopaque.String) string { return strings.TrimRight(string(s), "\r\n") }

const minLiteral = 6 // bytes, see detect.Options

// wrongLiteral reports the first literal that is too short or never a finding.
func (c *Config) wrongLiteral() error {
	for i, literal := range c.Literals {
		switch text := secret(literal); {
		case len(text) < minLiteral:
			return fmt.Errorf("literals[%d]: must have at least %d bytes", i, minLiteral)
		case slices.ContainsFunc(c.Allow, func(allowed string) bool { return strings.EqualFold(allowed, text) }):
			return fmt.Errorf("literals[%d]: is also in allow", i)
		}
	}
	return nil
}

func (c *Config) confidence() (detect.Confidence, error) {
	for level := detect.Possible; level <= detect.Certain; level++ {
		if c.MinConfidence == level.String() {
			return level, nil
		}
	}
	return 0, fmt.Errorf("min_confidence: must be possible, likely or certain, not %q", c.MinConfidence)
}

// detectors returns the catalogue and what is added to it; nil if that is nothing.
// A detector that is off unless it is asked for is asked for by its action.
func (c *Config) detectors() ([]*detect.Detector, error) {
	asked := func(d *detect.Detector) bool { return d.Off && c.Actions.Detectors[d.ID] != "" }
	all := detect.All()
	if len(c.Detectors) == 0 && !slices.ContainsFunc(all, asked) {
		return nil, nil
	}
	all = slices.DeleteFunc(all, func(d *detect.Detector) bool { return d.Off && !asked(d) })
	taken := map[string]bool{}
	var errs []error
	for i, own := range c.Detectors {
		d, err := own.detector()
		if err == nil && taken[d.ID] {
			err = fmt.Errorf("::id: there is another detector %q", d.ID)
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("detectors[%d]%w", i, err))
			continue
		}
		taken[d.ID] = true
		all = append(all, d)
	}
	return all, errors.Join(errs...)
}

// detector returns a detector that can be compiled.
func (own Detector) detector() (*detect.Detector, error) {
	category, ok := categories()[own.Category]
	switch {
	case !idForm.MatchString(own.ID):
		return nil, errors.New("::id: must be lower-case letters, digits and _")
	case detect.ByID(own.ID) != nil:
		return nil, fmt.Errorf("::id: the catalogue has a detector %q", own.ID)
	case !ok:
		return nil, fmt.Errorf("::category: %w", noCategory(own.Category))
	}
	d := &detect.Detector{
		ID: own.ID, Title: own.ID, Category: category, Pattern: own.Pattern,
		Contextual: own.Contextual, Keywords: own.Keywords, Fields: own.Fields,
	}
	if _, err := detect.New(&detect.Options{Detectors: []*detect.Detector{d}}); err != nil {
		return nil, fmt.Errorf(": %w", err)
	}
	return d, nil
}

// categories maps their names to them.
func categories() map[string]detect.Category {
	byName := map[string]detect.Category{}
	for c := detect.Personal; c <= detect.Network; c++ {
		byName[c.String()] = c
	}
	return byName
}

func noCategory(name string) error {
	return fmt.Errorf("no such category %q; there are %q", name, slices.Sorted(maps.Keys(categories())))
}
