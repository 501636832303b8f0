// Package policy decides which findings a check reports. The scanner says what
// a value is; the policy says whether anybody wants to hear of it.
package policy

import (
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

// Policy is what a check reports. The zero value reports everything but what
// nobody would want: see [Policy.Judge].
type Policy struct {
	Detectors  map[string]bool // by detector or category: on or off
	Confidence detect.Confidence
	Samples    bool // report sample values, too
	Roles      bool // report role mailboxes, too
}

// Judge decides about one finding in text, which stands under the key name.
func (p *Policy) Judge(f detect.Finding, name, text string) Reason {
	match := text[f.Start:f.End]
	switch {
	case !p.on(f.Detector):
		return Off
	case f.Confidence < p.Confidence:
		return Unsure
	case f.Sample && !p.Samples:
		return Sample
	case isInterpolated(text, f.Start, f.End) || f.Detector.Category == detect.Credential && isPlaceholder(match):
		return Placeholder
	case f.Detector.ID == "generic_api_key" && (objectKeys[name] || strings.ContainsAny(match, " \t")):
		return Placeholder
	case !p.Roles && isEmail(f.Detector) && isRole(match):
		return Role
	}
	return Report
}

// on looks a detector up: by its ID, by its category, by default. Network
// addresses are what infrastructure files are about, so they are off.
func (p *Policy) on(d *detect.Detector) bool {
	if on, ok := p.Detectors[d.ID]; ok {
		return on
	}
	if on, ok := p.Detectors[d.Category.String()]; ok {
		return on
	}
	return d.Category != detect.Network
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
var references = []string{"arn:", "vault:", "vault/", "op://", "ssm:", "secretsmanager:", "ref+", "env:", "file:", "sm://", "projects/", "!Ref", "/aws/", "$"}

// fillers are what people write where a secret will stand.
var fillers = []string{
	"changeme", "change-me", "change_me", "changeit", "example", "placeholder", "replace", "redacted", "dummy", "your-", "your_", "yourpassword",
	"xxxx", "****", "todo", "insert", "fixme", "not-a-secret", "notasecret", "fake", "sample",
}

// objectKeys are names of fields that hold a key, but one that opens nothing:
// the name of an object in a bucket or of a key in a store.
var objectKeys = map[string]bool{
	"Key": true, "S3Key": true, "S3ObjectKey": true, "ObjectKey": true, "s3_key": true, "object_key": true,
	"KeyName": true, "key_name": true, "KeyAlias": true, "key_alias": true, "partition_key": true, "hash_key": true, "range_key": true,
}

// isPlaceholder says whether a credential is none.
func isPlaceholder(match string) bool {
	for _, prefix := range references {
		if strings.HasPrefix(match, prefix) {
			return true
		}
	}
	lower := strings.ToLower(match)
	for _, filler := range fillers {
		if strings.Contains(lower, filler) {
			return true
		}
	}
	return strings.HasPrefix(match, "<") && strings.HasSuffix(match, ">")
}
