package policy

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/platform"
	"github.com/fieldsafe/fieldsafe/detect"
)

// FileName is what a policy file is called.
const FileName = ".fieldsafe.yaml"

// config is a policy as it is written in a file.
type config struct {
	Confidence word              `yaml:"confidence"`
	Detectors  map[string]toggle `yaml:"detectors"`
	Samples    toggle            `yaml:"samples"`
	Roles      toggle            `yaml:"roles"`
	Allow      struct {
		Domains   []string `yaml:"domains"`
		Addresses []string `yaml:"addresses"`
	} `yaml:"allow"`
	Platforms []word   `yaml:"platforms"`
	Exclude   []string `yaml:"exclude"`
	Rules     []struct {
		Paths     []string `yaml:"paths"`
		Fields    []string `yaml:"fields"`
		Detectors []word   `yaml:"detectors"`
		Report    word     `yaml:"report"`
		Reason    string   `yaml:"reason"`
	} `yaml:"rules"`
}

// word is one that must be of some list, and the line it stands on.
type word struct {
	text string
	line int
}

// UnmarshalYAML reads a word.
func (w *word) UnmarshalYAML(n *yaml.Node) error {
	*w = word{n.Value, n.Line}
	return nil
}

// oneOf returns an error unless w is one of list.
func (w word) oneOf(what string, list ...string) error {
	if slices.Contains(list, w.text) {
		return nil
	}
	return fmt.Errorf("line %d: %s: want %s", w.line, what, strings.Join(list, ", "))
}

// toggle is on or off, and the line it stands on.
type toggle struct {
	on   bool
	line int
}

// UnmarshalYAML reads on, off, true and false.
func (t *toggle) UnmarshalYAML(n *yaml.Node) error {
	switch n.Value {
	case "on", "true":
		*t = toggle{true, n.Line}
	case "off", "false":
		*t = toggle{false, n.Line}
	default:
		return fmt.Errorf("line %d: want on or off", n.Line)
	}
	return nil
}

// Find returns the nearest policy file in dir or above it, or "".
func Find(dir string) string {
	for {
		name := filepath.Join(dir, FileName)
		if _, err := os.Stat(name); err == nil {
			return name
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return ""
		}
		dir = parent
	}
}

// Load reads the policy file of that name.
func Load(name string) (*Policy, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		var path *fs.PathError
		if errors.As(err, &path) {
			err = path.Err
		}
		return nil, fmt.Errorf("policy: %s: %w", name, err)
	}
	p, err := Parse(data)
	if err != nil {
		return nil, fmt.Errorf("policy: %s: %w", name, err)
	}
	return p, nil
}

// Parse reads a policy. A key that no policy has is an error, as are a detector
// that there is not and a rule that would do nothing.
func Parse(data []byte) (*Policy, error) {
	loader, err := yaml.NewLoader(bytes.NewReader(data), yaml.WithKnownFields())
	if err != nil {
		return nil, err
	}
	var c config
	if err := loader.Load(&c); err != nil && err != io.EOF {
		return nil, oneLine(err)
	}
	p := &Policy{Detectors: make(map[string]bool), Samples: c.Samples.on, Roles: c.Roles.on}
	for name, t := range c.Detectors {
		p.Detectors[name] = t.on
	}
	for _, exclude := range c.Exclude {
		p.exclude = append(p.exclude, newGlob(exclude, "/"))
	}
	for _, d := range c.Allow.Domains {
		p.domains = append(p.domains, strings.ToLower(strings.TrimPrefix(d, "@")))
	}
	for _, a := range c.Allow.Addresses {
		p.addresses = append(p.addresses, strings.ToLower(a))
	}
	return p, errors.Join(p.setConfidence(c.Confidence), p.setPlatforms(c.Platforms), p.setRules(&c), known(&c))
}

// oneLine makes a parser's error fit behind the name of a file.
func oneLine(err error) error {
	return errors.New(strings.Join(strings.Fields(strings.TrimPrefix(err.Error(), "yaml: ")), " "))
}

func (p *Policy) setConfidence(level word) error {
	if level.text == "" {
		return nil
	}
	levels := []string{"", detect.Possible.String(), detect.Likely.String(), detect.Certain.String()}
	p.Confidence = detect.Confidence(max(0, slices.Index(levels, level.text)))
	return level.oneOf("confidence", levels[1:]...)
}

func (p *Policy) setPlatforms(names []word) error {
	var errs []error
	for _, name := range names {
		p.Platforms = append(p.Platforms, name.text)
		errs = append(errs, name.oneOf("platforms", platform.Names()...))
	}
	return errors.Join(errs...)
}

func (p *Policy) setRules(c *config) error {
	for i, from := range c.Rules {
		r := rule{severity: Severity(from.Report.text)}
		for _, path := range from.Paths {
			r.paths = append(r.paths, newGlob(path, "/"))
		}
		for _, field := range from.Fields {
			r.fields = append(r.fields, newGlob(field, "."))
		}
		for _, d := range from.Detectors {
			r.detectors = append(r.detectors, d.text)
		}
		if err := from.Report.oneOf("report", "off", "warning", "error"); err != nil {
			return fmt.Errorf("rule %d: %w", i+1, err)
		}
		if len(r.paths)+len(r.fields)+len(r.detectors) == 0 {
			return fmt.Errorf("line %d: rule %d: want paths, fields or detectors", from.Report.line, i+1)
		}
		p.rules = append(p.rules, r)
	}
	return nil
}

// known checks that every detector or category that a policy names exists.
func known(c *config) error {
	names := make(map[string]bool)
	for _, d := range append(detect.All(), platform.All()...) {
		names[d.ID], names[CategoryOf(d)] = true, true
	}
	var unknown []word
	for name, t := range c.Detectors {
		unknown = append(unknown, word{name, t.line})
	}
	for _, r := range c.Rules {
		unknown = append(unknown, r.Detectors...)
	}
	unknown = slices.DeleteFunc(unknown, func(w word) bool { return names[w.text] })
	slices.SortFunc(unknown, func(a, b word) int { return cmp.Or(a.line-b.line, strings.Compare(a.text, b.text)) })
	var errs []error
	for _, w := range unknown {
		errs = append(errs, fmt.Errorf("line %d: no detector and no category is called %s; see fieldsafe detectors", w.line, w.text))
	}
	return errors.Join(errs...)
}
