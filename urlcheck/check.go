package urlcheck

import (
	"strconv"
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/urlreaders"
	"github.com/fieldsafe/fieldsafe/internal/urlrules"
)

// Part describes one credential without quoting it.
type Part struct {
	Start, End int    // bytes of the input, half-open
	Component  string // "password", "user name", "query parameter", "path", "field", …
	Name       string // the parameter, field or option, percent-decoded, where it is a plain word; otherwise empty
	Reason     string // stable code of the rule: "userinfo.password", "query.name", "path.slack", "value.jwt"
	Detector   string // ID of the detector in the catalogue
	Malformed  bool   // seen only by a lenient reading of malformed input
	Nested     bool   // stands inside a value, or in encoded text
}

// Error reports that input carries credentials: where and which, never the
// input.
type Error struct {
	Parts []Part // at least one, sorted, disjoint
}

// Error names each part, as in "urlcheck: URL carries credentials: password in
// userinfo, bytes 13–20; parameter X-Amz-Signature, bytes 44–108", or, where it
// has no name, by the rule that found it: "path (path.slack), bytes 53–77". The
// end of a range is exclusive. A part that only a lenient reading sees is called
// malformed, one inside another value or in encoded text nested.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString("urlcheck: URL carries credentials")
	for i := range e.Parts {
		b.WriteString([]string{": ", "; "}[min(i, 1)])
		e.Parts[i].describe(&b)
	}
	return b.String()
}

func (p *Part) describe(b *strings.Builder) {
	kind, _, _ := strings.Cut(p.Reason, ".")
	switch {
	case p.Reason == "userinfo.token":
		b.WriteString("token in userinfo")
	case kind == "userinfo":
		b.WriteString(p.Component + " in userinfo")
	case p.Name != "":
		b.WriteString(strings.TrimPrefix(p.Component, "query ") + " " + p.Name)
	default:
		b.WriteString(strings.TrimPrefix(p.Component, "query ") + " (" + p.Reason + ")")
	}
	b.WriteString(", bytes " + strconv.Itoa(p.Start) + "–" + strconv.Itoa(p.End))
	if p.Malformed {
		b.WriteString(", malformed")
	}
	if p.Nested {
		b.WriteString(", nested")
	}
}

// Check returns nil, or an *[Error] when raw carries credentials, for services
// that take URLs from others.
func Check(raw string) error { return (*Checker)(nil).Check(raw) }

// Explain describes the credentials in raw; nil when there are none.
func Explain(raw string) []Part { return (*Checker)(nil).Explain(raw) }

// Check is the function [Check] with the options of c.
func (c *Checker) Check(raw string) error {
	if parts := c.Explain(raw); len(parts) > 0 {
		return &Error{Parts: parts}
	}
	return nil
}

// Explain is the function [Explain] with the options of c.
func (c *Checker) Explain(raw string) []Part {
	var buf [inline]urlrules.Match
	var parts []Part
	for _, m := range c.matches(buf[:0], raw) {
		parts = append(parts, Part{
			Start: m.Start, End: m.End, Component: m.Component.String(), Name: plainName(raw[m.NameStart:m.NameEnd]),
			Reason: m.Reason, Detector: detectorOf(m.Kind).ID, Malformed: m.Malformed, Nested: m.Nested,
		})
	}
	return parts
}

// maxName is the length up to which a parameter's name is shown.
const maxName = 48

// plainName returns name where it cannot be mistaken for a value: a short word
// of letters, digits and the punctuation of names.
func plainName(name string) string {
	name = strings.TrimPrefix(unescape(name), ":")
	if len(name) > maxName || len(urlrules.Append(nil, name, nil)) > 0 {
		return ""
	}
	for i := range len(name) {
		c := name[i]
		if !(c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '-' || c == '_' || c == '.' || c == '[' || c == ']' || c == ' ') {
			return ""
		}
	}
	return strings.Clone(name)
}

// SeenBy names the parsers that take bytes of p, a part of raw, for user
// information when they are given raw: "RFC 3986", "WHATWG", "net/url", "curl",
// "git", "Python". It is nil where only this package does, or where the part is
// no user name or password.
func SeenBy(raw string, p Part) []string {
	if p.Component != urlrules.UserName.String() && p.Component != urlrules.Password.String() {
		return nil
	}
	var names []string
	for _, r := range urlreaders.All() {
		if start, end := r.Userinfo(raw); start < p.End && p.Start < end {
			names = append(names, r.Name)
		}
	}
	return names
}
