package policy

import (
	"bytes"
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
	Confidence string            `yaml:"confidence"`
	Detectors  map[string]toggle `yaml:"detectors"`
	Samples    toggle            `yaml:"samples"`
	Roles      toggle            `yaml:"roles"`
	Allow      struct {
		Domains   []string `yaml:"domains"`
		Addresses []string `yaml:"addresses"`
	} `yaml:"allow"`
	Platforms []string `yaml:"platforms"`
	Exclude   []string `yaml:"exclude"`
	Rules     []struct {
		Paths     []string `yaml:"paths"`
		Fields    []string `yaml:"fields"`
		Detectors []string `yaml:"detectors"`
		Report    string   `yaml:"report"`
		Reason    string   `yaml:"reason"`
	} `yaml:"rules"`
}

// toggle is on or off, or not said.
type toggle struct{ said, on bool }

// UnmarshalYAML reads on, off, true and false.
func (t *toggle) UnmarshalYAML(n *yaml.Node) error {
	switch n.Value {
	case "on", "true":
		*t = toggle{true, true}
	case "off", "false":
		*t = toggle{true, false}
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
	p.Platforms = c.Platforms
	for _, name := range p.Platforms {
		if !slices.Contains(platform.Names(), name) {
			return nil, fmt.Errorf("platforms: want %s", strings.Join(platform.Names(), ", "))
		}
	}
	return p, errors.Join(p.setConfidence(c.Confidence), p.setRules(&c), p.known())
}

// oneLine makes a parser's error fit behind the name of a file.
func oneLine(err error) error {
	return errors.New(strings.Join(strings.Fields(strings.TrimPrefix(err.Error(), "yaml: ")), " "))
}

func (p *Policy) setConfidence(name string) error {
	if name == "" {
		return nil
	}
	for _, c := range []detect.Confidence{detect.Possible, detect.Likely, detect.Certain} {
		if c.String() == name {
			p.Confidence = c
			return nil
		}
	}
	return errors.New("confidence: want possible, likely or certain")
}

func (p *Policy) setRules(c *config) error {
	for i, from := range c.Rules {
		r := rule{detectors: from.Detectors}
		for _, path := range from.Paths {
			r.paths = append(r.paths, newGlob(path, "/"))
		}
		for _, field := range from.Fields {
			r.fields = append(r.fields, newGlob(field, "."))
		}
		switch from.Report {
		case "off", "warning", "error":
			r.severity = Severity(from.Report)
		default:
			return fmt.Errorf("rule %d: report: want off, warning or error", i+1)
		}
		if len(r.paths)+len(r.fields)+len(r.detectors) == 0 {
			return fmt.Errorf("rule %d: want paths, fields or detectors", i+1)
		}
		p.rules = append(p.rules, r)
	}
	return nil
}

// known checks that every detector or category that the policy names exists.
func (p *Policy) known() error {
	names := make(map[string]bool)
	for _, d := range detect.All() {
		names[d.ID], names[d.Category.String()] = true, true
	}
	for _, rule := range platform.All() {
		names[rule.ID], names[CategoryOf(rule)] = true, true
	}
	var unknown []string
	check := func(name string) {
		if !names[name] {
			unknown = append(unknown, name)
		}
	}
	for name := range p.Detectors {
		check(name)
	}
	for _, r := range p.rules {
		for _, name := range r.detectors {
			check(name)
		}
	}
	if len(unknown) == 0 {
		return nil
	}
	slices.Sort(unknown)
	return fmt.Errorf("no detector and no category is called %s; see fieldsafe detectors", strings.Join(slices.Compact(unknown), ", "))
}
