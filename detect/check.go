package detect

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Problem is one field that holds sensitive values.
type Problem struct {
	Field    string    // the field's name; empty for a name by itself, or when the name is what is sensitive
	InName   bool      // the findings are in the field's name, not in its value
	Findings []Finding // byte ranges in the value, or in the name
}

// Error reports sensitive values in fields: which field, what kind, which
// bytes. It never quotes a value.
type Error struct {
	Problems []Problem
}

// Error lists fields, kinds and byte ranges.
func (e *Error) Error() string {
	b := []byte("detect: ")
	for i, p := range e.Problems {
		if i > 0 {
			b = append(b, "; "...)
		}
		b = p.append(b)
	}
	return string(b)
}

func (p *Problem) append(b []byte) []byte {
	switch {
	case p.Field != "":
		b = append(strconv.AppendQuote(append(b, "field "...), p.Field), " holds "...)
	case p.InName:
		b = append(b, "name holds "...)
	default:
		b = append(b, "value holds "...)
	}
	for i, f := range p.Findings {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = append(append(b, f.Detector.Title...), " at bytes "...)
		b = strconv.AppendInt(b, int64(f.Start), 10)
		b = strconv.AppendInt(append(b, '-'), int64(f.End), 10)
	}
	return b
}

// CheckName returns nil, or an *Error when a resource name holds an identifier.
func CheckName(name string) error {
	if found := Default().AppendName(nil, name); len(found) > 0 {
		return &Error{[]Problem{{InName: true, Findings: found}}}
	}
	return nil
}

// CheckField returns nil, or an *Error when the value of a named field holds an
// identifier.
func CheckField(name, value string) error {
	if found := appendValue(nil, name, value); len(found) > 0 {
		return &Error{[]Problem{{Field: quotable(name), Findings: found}}}
	}
	return nil
}

// CheckTags returns nil, or an *Error when a key or a value of tags holds an
// identifier. Problems come in the order of the keys.
func CheckTags(tags map[string]string) error {
	var problems []Problem
	for _, key := range slices.Sorted(maps.Keys(tags)) {
		if found := Default().AppendName(nil, key); len(found) > 0 {
			problems = append(problems, Problem{InName: true, Findings: found})
		}
		if found := appendValue(nil, key, tags[key]); len(found) > 0 {
			problems = append(problems, Problem{Field: quotable(key), Findings: found})
		}
	}
	if problems == nil {
		return nil
	}
	return &Error{problems}
}

// appendValue reads value as a field, and as a name where it is a single word,
// as the values of tags and labels often are.
func appendValue(dst []Finding, name, value string) []Finding {
	found := Default().AppendField(dst, name, value)
	if len(found) > len(dst) || strings.ContainsAny(value, " \t\n") {
		return found
	}
	return Default().AppendName(dst, value)
}

// quotable returns the name of a field, or nothing when the name is itself
// sensitive.
func quotable(name string) string {
	if len(Default().AppendName(nil, name)) > 0 {
		return ""
	}
	return name
}
