package fieldsafeprocessor

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/fieldsafe/fieldsafe/redact"
)

// Action says what stands in place of a value:
//
//	label      [REDACTED:us_ssn], with the ID of the detector
//	mask       ****6789, the last four characters at most; mask:2 the last two
//	pseudonym  [REDACTED:us_ssn:1:<32 hexadecimal digits>], equal for equal values
//	text:XYZ   XYZ
//	erase      nothing
//	keep       the value
type Action string

const (
	label     Action = "label"
	keep      Action = "keep"
	pseudonym Action = "pseudonym"
)

const maskedCharacters = 4

// replacer returns what does it.
func (c *Config) replacer(a Action) (redact.Replacer, error) {
	name, argument, given := strings.Cut(string(a), ":")
	switch {
	case name == "mask":
		return mask(argument, given)
	case name == "text" && given:
		return text(argument)
	case given:
	case a == label:
		return redact.Label, nil
	case a == keep:
		return redact.Keep, nil
	case a == "erase":
		return redact.Erase, nil
	case a == pseudonym:
		return c.Pseudonym.replacer()
	}
	return nil, fmt.Errorf("no such action %q; there are label, mask, mask:N, pseudonym, text:XYZ, erase and keep", a)
}

func (p Pseudonym) replacer() (redact.Replacer, error) {
	const valid = "1"
	key := []byte(secret(p.Key))
	if _, err := redact.Pseudonym(valid, key); err != nil {
		return nil, fmt.Errorf("pseudonym::key: %w", err)
	}
	replace, err := redact.Pseudonym(p.KeyID, key)
	if err != nil {
		return nil, fmt.Errorf("pseudonym::key_id: %w", err)
	}
	return replace, nil
}

func mask(argument string, given bool) (redact.Replacer, error) {
	if !given {
		return redact.Mask(maskedCharacters), nil
	}
	n, err := strconv.Atoi(argument)
	if err != nil || n < 0 {
		return nil, fmt.Errorf("mask:%s: must have a number of characters, such as mask:2", argument)
	}
	return redact.Mask(n), nil
}

// text refuses a text that would itself be redacted the next time.
func text(s string) (redact.Replacer, error) {
	if (*redact.Redactor)(nil).String(s) != s {
		return nil, errors.New("text: must not hold a sensitive value itself")
	}
	return func(dst []byte, _ string, _ detect.Finding) []byte { return append(dst, s...) }, nil
}

// replacers makes the replacer of findings and those of fields.
func (c *Config) replacers() (replace redact.Replacer, keys map[string]redact.Replacer, err error) {
	otherwise, err := c.replacer(c.Actions.Default)
	if err != nil {
		err = fmt.Errorf("actions::default: %w", err)
	}
	byCategory, err1 := c.each("categories", c.Actions.Categories, func(name string) error {
		if _, ok := categories()[name]; !ok {
			return noCategory(name)
		}
		return nil
	})
	byDetector, err2 := c.each("detectors", c.Actions.Detectors, func(id string) error {
		if detect.ByID(id) == nil && !c.has(id) {
			return errors.New("no such detector; docs/detectors.md of fieldsafe lists them")
		}
		return nil
	})
	keys, err3 := c.each("keys", c.Actions.Keys, func(name string) error { return refused(name) })
	if err := errors.Join(err, err1, err2, err3, c.idlePseudonym()); err != nil {
		return nil, nil, err
	}
	choices := map[detect.Category]redact.Replacer{}
	for name, category := range categories() {
		choices[category] = otherwise
		if chosen := byCategory[name]; chosen != nil {
			choices[category] = chosen
		}
	}
	return redact.ByDetector(byDetector, redact.ByCategory(choices)), keys, nil
}

// has reports whether the configuration brings along a detector of that ID.
func (c *Config) has(id string) bool {
	return id == "literal" && len(c.Literals) > 0 || slices.ContainsFunc(c.Detectors, func(d Detector) bool { return d.ID == id })
}

// refused reports what is wrong with these names of fields, together.
func refused(names ...string) error {
	rules := map[string]redact.Replacer{}
	for _, name := range names {
		rules[name] = redact.Keep
	}
	_, err := redact.New(&redact.Options{Keys: rules})
	return err
}

// sameKeys reports which of the names, each of which is right, are the same.
func (c *Config) sameKeys() error {
	names := slices.Sorted(maps.Keys(c.Actions.Keys))
	for i, name := range names {
		for _, other := range names[:i] {
			if refused(other, name) != nil {
				return fmt.Errorf("actions::keys::%s: is for the same names as %s", name, other)
			}
		}
	}
	return nil
}

// each makes the replacers of one map of actions. Its keys must pass check.
func (c *Config) each(kind string, actions map[string]Action, check func(string) error) (map[string]redact.Replacer, error) {
	made := map[string]redact.Replacer{}
	var errs []error
	for _, key := range slices.Sorted(maps.Keys(actions)) {
		replace, err := c.replacer(actions[key])
		if err := errors.Join(check(key), err); err != nil {
			errs = append(errs, fmt.Errorf("actions::%s::%s: %w", kind, key, err))
		}
		made[key] = replace
	}
	return made, errors.Join(errs...)
}

// idlePseudonym refuses a key that nothing uses: somebody meant to use it.
func (c *Config) idlePseudonym() error {
	if c.Pseudonym.Key == "" || c.Actions.Default == pseudonym {
		return nil
	}
	for _, actions := range []map[string]Action{c.Actions.Categories, c.Actions.Detectors, c.Actions.Keys} {
		if slices.Contains(slices.Collect(maps.Values(actions)), pseudonym) {
			return nil
		}
	}
	return errors.New("pseudonym::key: no action is pseudonym")
}
