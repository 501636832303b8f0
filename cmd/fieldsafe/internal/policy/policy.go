// Package policy decides which findings a check reports. The scanner says what
// a value is; the policy says whether anybody wants to hear of it.
package policy

import (
	"path"
	"slices"
	"strings"

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
	Samples    bool // report sample values, too
	Roles      bool // report role mailboxes, too

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
	case isAssignment(f.Detector) && (isObjectKey(at.Name) || strings.ContainsAny(match, " \t") || isCode(at, f.Start)):
		return none, Placeholder
	case isEmail(f.Detector) && p.allowsAddress(strings.ToLower(match)):
		return none, Allowed
	case !p.Roles && (isEmail(f.Detector) || f.Detector.ID == "person_name") && isRole(match):
		return none, Role
	}
	return p.rule(f.Detector, at)
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
		(len(r.detectors) == 0 || slices.Contains(r.detectors, d.ID) || slices.Contains(r.detectors, d.Category.String()))
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
	if on, ok := p.Detectors[d.Category.String()]; ok {
		return on
	}
	return d.Category != detect.Network && !everyday[d.ID] && !strings.HasPrefix(d.ID, "postal_code_")
}

// interpolations enclose what is only known when the file is used: in shells,
// Terraform, CloudFormation, Helm, workflows, ERB, make.
var interpolations = [...]struct{ open, shut string }{
	{"${", "}"}, {"{{", "}}"}, {"$(", ")"}, {"%{", "}"}, {"<%", "%>"}, {"#{", "}"},
}

// reach is how far before a finding an interpolation that encloses it may begin.
const reach = 200

// isInterpolated says whether text[start:end] lies in an interpolation, or holds
// the beginning of one.
func isInterpolated(text string, start, end int) bool {
	before := text[max(0, start-reach):start]
	before = before[strings.LastIndexByte(before, '\n')+1:]
	for _, in := range interpolations {
		if strings.Contains(text[start:end], in.open) {
			return true
		}
		if i := strings.LastIndex(before, in.open); i >= 0 && !strings.Contains(before[i:], in.shut) {
			return true
		}
	}
	return false
}

// references begin the address of a secret, which is not the secret.
var references = []string{"arn:", "vault:", "vault/", "op://", "ssm:", "secretsmanager:", "ref+", "env:", "file:", "sm://", "projects/", "!Ref", "/", "./", "~/", "$"}

// fillers are what people write where a secret will stand.
var fillers = []string{
	"changeme", "change-me", "change_me", "changeit", "example", "placeholder", "replace", "redacted", "dummy", "your-", "your_", "yourpassword",
	"xxxx", "****", "todo", "insert", "fixme", "not-a-secret", "notasecret", "fake", "sample",
}

// isAssignment says whether d goes by the name to the left of a value, and so
// takes any value.
func isAssignment(d *detect.Detector) bool {
	return d.ID == "generic_api_key" || d.ID == "password_assignment"
}

// codeExtensions are of programming languages, where a value is in quotes and
// all else is a name.
var codeExtensions = words(".c .cc .cpp .cs .dart .ex .exs .go .h .hpp .java .js .jsx .kt .lua .m .mjs .php .pl .py .rb .rs .scala .swift .ts .tsx .vue")

// isCode says whether the value that begins at start is a part of a program, not
// a string in it.
func isCode(at Place, start int) bool {
	return codeExtensions[path.Ext(at.File)] && (start == 0 || !strings.ContainsRune("\"'`", rune(at.Text[start-1])))
}

// objectKeys end names of fields that hold a key, but one that opens nothing: of
// an object in a bucket, of a table, of a key in a store; or a user's name.
var objectKeys = []string{
	"s3key", "objectkey", "keyname", "keyalias", "aliaskey", "partitionkey", "hashkey", "rangekey", "sortkey", "primarykey", "username", "userid",
}

func isObjectKey(name string) bool {
	plain := unseparated.Replace(strings.ToLower(name))
	return name == "Key" || slices.ContainsFunc(objectKeys, func(end string) bool { return strings.HasSuffix(plain, end) })
}

// bareWords name a credential where it would stand.
var bareWords = words("user username pass passwd password pwd secret token key apikey api_key string none null value")

// isPlaceholder says whether a credential is none.
func isPlaceholder(match string) bool {
	for _, prefix := range references {
		if strings.HasPrefix(match, prefix) {
			return true
		}
	}
	lower := strings.ToLower(match)
	if bareWords[lower] {
		return true
	}
	for _, filler := range fillers {
		if strings.Contains(lower, filler) {
			return true
		}
	}
	return strings.HasPrefix(match, "<") && strings.HasSuffix(match, ">")
}
