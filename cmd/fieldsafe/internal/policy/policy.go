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

// Judge decides about one finding, whose value is match.
func (p *Policy) Judge(f detect.Finding, match string) Reason {
	switch {
	case !p.on(f.Detector):
		return Off
	case f.Confidence < p.Confidence:
		return Unsure
	case f.Sample && !p.Samples:
		return Sample
	case isPlaceholder(f.Detector, match):
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

// interpolations begin what is only known when the file is used: shells,
// Terraform, Helm, GitHub Actions, ERB, make.
var interpolations = []string{"${", "{{", "$(", "%{", "<%", "#{"}

// references begin the address of a secret, which is not the secret.
var references = []string{"arn:", "vault:", "vault/", "op://", "ssm:", "secretsmanager:", "ref+", "env:", "file:", "sm://", "projects/", "!Ref", "/aws/", "$"}

// fillers are what people write where a secret will stand.
var fillers = []string{
	"changeme", "change-me", "change_me", "changeit", "example", "placeholder", "replace", "redacted", "dummy", "your-", "your_", "yourpassword",
	"xxxx", "****", "todo", "insert", "fixme", "not-a-secret", "notasecret", "fake", "sample",
}

func isPlaceholder(d *detect.Detector, match string) bool {
	for _, start := range interpolations {
		if strings.Contains(match, start) {
			return true
		}
	}
	if d.Category != detect.Credential {
		return false
	}
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
