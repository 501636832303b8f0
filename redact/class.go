package redact

import (
	"reflect"
	"strings"

	"github.com/fieldsafe/fieldsafe/detect"
)

// class is what a struct tag decides for a field.
type class struct {
	with     Replacer // nil: Options.Replace
	keep     bool
	keys     bool // also for the keys of maps
	detector *detect.Detector
}

// tagKeys are the keys of struct tags that are read, the first one present
// counts: ours, that of k8s.io/component-base, that of HashiCorp's eventlogger.
var tagKeys = [...]string{"fieldsafe", "datapolicy", "class"}

// classOf reads the struct tag of a field: nil where it says nothing.
//
// The first word decides. Options.Classes comes first; then "keep" and
// "public" exempt the field, "-" and "erase" leave nothing of it, "secret",
// "sensitive", "label", a category, or the ID of a detector put what
// Options.Replace says in place of the whole value. Any other word erases. A
// datapolicy tag lists kinds of secrets, and always puts what Replace says. Below
// a tag that does not exempt, the keys of maps are replaced, too.
func (r *Redactor) classOf(tag reflect.StructTag) *class {
	for _, key := range tagKeys {
		value, ok := tag.Lookup(key)
		if !ok || value == "" {
			continue
		}
		word, _, _ := strings.Cut(value, ",")
		var c *class
		switch with := r.classes[word]; {
		case with != nil:
			c = &class{with: with, keep: keeps(with), detector: ruleDetector}
		case key == "datapolicy":
			c = &class{detector: ruleDetector}
		default:
			c = builtinClass(word)
		}
		c.keys = !c.keep
		return c
	}
	return nil
}

func builtinClass(word string) *class {
	switch word {
	case "keep", "public":
		return &class{keep: true, detector: ruleDetector}
	case "-", "erase":
		return &class{with: Erase, detector: ruleDetector}
	case "secret", "sensitive", "label":
		return &class{detector: ruleDetector}
	}
	if d := detect.ByID(word); d != nil {
		return &class{detector: d}
	}
	for c := detect.Personal; c <= detect.Network; c++ {
		if c.String() == word {
			return &class{detector: &detect.Detector{ID: word, Title: "Field of that category", Category: c}}
		}
	}
	return &class{with: Erase, detector: ruleDetector}
}
