// Package policy decides which findings a check reports. The scanner says what
// a value is; the policy says whether anybody wants to hear of it.
package policy

import (
	"path"
	"slices"
	"strings"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/platform"
	"github.com/fieldsafe/fieldsafe/detect"
)

// Reason says why a finding is not reported. The empty reason means that it is.
type Reason string

// The reasons.
const (
	Report      Reason = ""
	Sample      Reason = "sample value"
	Role        Reason = "role mailbox or service account"
	Placeholder Reason = "placeholder or reference"
	Notice      Reason = "copyright notice"
	Off         Reason = "detector off"
	Unsure      Reason = "below the minimum confidence"
	Allowed     Reason = "allowed"
	Known       Reason = "in the baseline"
)

// Severity says what a reported finding means for the exit status.
type Severity string

// The severities.
const (
	Error   Severity = "error"   // the check fails
	Warning Severity = "warning" // it is only said
	none    Severity = "off"     // in rules: not reported
)

// Policy is what a check reports. The zero value reports everything but what
// nobody would want: see [Policy.Judge].
type Policy struct {
	Detectors  map[string]bool // by detector or category: on or off
	Confidence detect.Confidence
	Samples    bool     // report sample values, too
	Roles      bool     // report role mailboxes, too
	Platforms  []string // whose limits of names and tags are checked

	domains   []string // of addresses that are not reported; lower case
	addresses []string // that are not reported; lower case
	exclude   []glob   // files that are not checked
	rules     []rule   // later ones win
}

// rule changes what becomes of findings in some places. What it does not name
// does not matter.
type rule struct {
	paths     []glob // of files
	fields    []glob // paths of fields
	detectors []string
	severity  Severity
}

// Place is where a finding is.
type Place struct {
	File string // its name
	Path string // of the field in it; empty for text
	Name string // of the field
	Text string // that the finding's range refers to
}

// AllowAddress makes an address one that is not reported.
func (p *Policy) AllowAddress(address string) {
	if address != "" {
		p.addresses = append(p.addresses, strings.ToLower(address))
	}
}

// Excludes says whether the policy leaves the file of that name out. Policies and
// baselines are left out themselves, as they name what is allowed.
func (p *Policy) Excludes(file string) bool {
	base := path.Base(file)
	return base == FileName || base == BaselineName || matchAny(p.exclude, file)
}

// Judge decides about one finding: how severe it is, or why it is not reported.
func (p *Policy) Judge(f detect.Finding, at Place) (Severity, Reason) {
	at.Text, f.Start, f.End = around(at.Text, f.Start, f.End)
	match := at.Text[f.Start:f.End]
	switch {
	case !p.on(f.Detector):
		return none, Off
	case f.Confidence < p.minimum():
		return none, Unsure
	case f.Sample && !p.Samples:
		return none, Sample
	case isInterpolated(at.Text, f.Start, f.End) || f.Detector.Category == detect.Credential && isPlaceholder(match):
		return none, Placeholder
	case isAssignment(f.Detector) && isNoSecret(f.Detector, at, f.Start, f.End), isOtherwise(f.Detector, at, f.Start, f.End):
		return none, Placeholder
	case (isEmail(f.Detector) || f.Detector.ID == "person_name") && isNotice(at.Text, f.Start):
		return none, Notice
	case isEmail(f.Detector) && !p.Samples && isPlaceholderAddress(match):
		return none, Sample
	case isEmail(f.Detector) && p.allowsAddress(strings.ToLower(match)):
		return none, Allowed
	case !p.Roles && (isEmail(f.Detector) || f.Detector.ID == "person_name") && isRole(match):
		return none, Role
	}
	return p.rule(f.Detector, at)
}

// around cuts text to what is judged by: reach to both sides of text[start:end].
func around(text string, start, end int) (string, int, int) {
	from, to := max(0, start-reach), min(len(text), end+reach)
	return text[from:to], start - from, end - from
}

// JudgeLimit decides about a value that a platform does not accept, by one of its
// rules. Values that are only known when they are used are nobody's fault.
func (p *Policy) JudgeLimit(l *platform.Limit, at Place) (Severity, Reason) {
	switch {
	case !slices.Contains(p.Platforms, l.Platform) || !p.on(l.Rule):
		return none, Off
	case holdsInterpolation(at.Text):
		return none, Placeholder
	}
	return p.rule(l.Rule, at)
}

// CategoryOf names the category of a detector. The rules of platforms are one of
// their own.
func CategoryOf(d *detect.Detector) string {
	if d.Category == 0 {
		return "platform"
	}
	return d.Category.String()
}

// everyday detectors find what is in every infrastructure file and by itself
// says nothing of a person, or what only lives at run time, so that a field of
// that name means something else (the Sid of a policy). Like network addresses
// they are off by default.
var everyday = words("username age demographics license_plate uuid_user_reference session_id xsrf_token otp_code")

func (p *Policy) minimum() detect.Confidence {
	if p.Confidence == 0 {
		return detect.Likely
	}
	return p.Confidence
}

// rule applies the last rule that fits.
func (p *Policy) rule(d *detect.Detector, at Place) (Severity, Reason) {
	for i := len(p.rules) - 1; i >= 0; i-- {
		if r := &p.rules[i]; r.fits(d, at) {
			if r.severity == none {
				return none, Allowed
			}
			return r.severity, Report
		}
	}
	return Error, Report
}

func (r *rule) fits(d *detect.Detector, at Place) bool {
	return (len(r.paths) == 0 || matchAny(r.paths, at.File)) &&
		(len(r.fields) == 0 || matchAny(r.fields, at.Path)) &&
		(len(r.detectors) == 0 || slices.Contains(r.detectors, d.ID) || slices.Contains(r.detectors, CategoryOf(d)))
}

func (p *Policy) allowsAddress(address string) bool {
	if slices.Contains(p.addresses, address) {
		return true
	}
	_, domain := splitAddress(address)
	return slices.ContainsFunc(p.domains, func(d string) bool { return domain == d || strings.HasSuffix(domain, "."+d) })
}

// Scanner returns a scanner that finds what p may report.
func (p *Policy) Scanner() (*detect.Scanner, error) {
	var detectors []*detect.Detector
	more := p.Confidence == detect.Possible
	for _, d := range detect.All() {
		on := p.Detectors[d.ID]
		more = more || d.Off && on
		if !d.Off || on {
			detectors = append(detectors, d)
		}
	}
	if !more {
		return detect.Default(), nil
	}
	return detect.New(&detect.Options{Detectors: detectors, MinConfidence: p.Confidence})
}

// on looks a detector up: by its ID, by its category, by default.
func (p *Policy) on(d *detect.Detector) bool {
	if on, ok := p.Detectors[d.ID]; ok {
		return on
	}
	if on, ok := p.Detectors[CategoryOf(d)]; ok {
		return on
	}
	return d.Category != detect.Network && !isQuiet(d)
}

// isQuiet says whether d is off unless the policy names it or its category.
func isQuiet(d *detect.Detector) bool {
	return everyday[d.ID] || strings.HasPrefix(d.ID, "postal_code_")
}
