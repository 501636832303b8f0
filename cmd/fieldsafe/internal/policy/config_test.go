package policy

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fieldsafe/fieldsafe/detect"
)

func parse(t *testing.T, text string) *Policy {
	t.Helper()
	p, err := Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// What is printed is a policy file that means the same, for every option there is.
func TestPrintedPolicyIsThePolicy(t *testing.T) {
	for _, text := range []string{
		"",
		"confidence: certain\nsamples: on\nroles: true",
		"detectors: {network: on, personal: off, us_ssn: on, username: on, aws_tag_key: off, platform: on}",
		"detectors: {personal: on}",
		"allow: {domains: ['@Corp.test', b.test], addresses: [Jane@corp.test]}",
		"platforms: [aws, kubernetes]",
		"exclude: ['vendor/', \"a'b\", '**/x.tf']",
		"rules: [{paths: ['*.tf'], report: warning, reason: x}, {fields: ['tags.*', a], detectors: [personal, us_ssn, aws_tag_key], report: off}]",
	} {
		var first, second bytes.Buffer
		p := parse(t, text)
		p.Print(&first)
		again := parse(t, first.String())
		again.Print(&second)
		if diff := cmp.Diff(first.String(), second.String()); diff != "" {
			t.Errorf("%s (-first +second):\n%s", text, diff)
		}
		for _, d := range detect.All() {
			if p.on(d) != again.on(d) {
				t.Errorf("%s: %s is %v, after printing %v", text, d.ID, p.on(d), again.on(d))
			}
		}
	}
}

func TestErrorsSayTheLine(t *testing.T) {
	tests := []struct{ why, text, want string }{
		{"unknown key", "samples: on\ndetektors: {}", "line 2"},
		{"unknown key of a rule", "rules:\n  - report: off\n    path: x", "line 3"},
		{"unknown key of allow", "allow:\n  domain: x", "line 2"},
		{"key twice", "samples: on\nsamples: off", "line 2"},
		{"unknown detector", "detectors:\n  us_ssn: off\n  emial: off", "line 3: no detector and no category is called emial"},
		{"unknown detector of a rule", "rules:\n- report: off\n  detectors: [e_mail]", "line 3: no detector"},
		{"neither on nor off", "\nsamples: maybe", "line 2: want on or off"},
		{"no list", "exclude: x\n", "line 1"},
		{"confidence", "\nconfidence: high", "line 2: confidence: want possible, likely, certain"},
		{"platform", "platforms:\n- aws\n- ibm", "line 3: platforms: want aws, gcp, azure, kubernetes"},
		{"severity", "rules:\n- paths: [x]\n  report: maybe", "rule 1: line 3: report: want off, warning, error"},
		{"no severity", "rules:\n- paths: [x]", "rule 1"},
		{"a rule for everything", "rules:\n- report: off", "line 2: rule 1: want paths, fields or detectors"},
		{"no YAML", "a: [", "L2"},
	}
	for _, tt := range tests {
		if _, err := Parse([]byte(tt.text)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", tt.why, err, tt.want)
		}
	}
}

func TestOptionsDecide(t *testing.T) {
	at := Place{File: "deploy/a.tf", Path: "resource.x.tags.Owner", Name: "Owner", Text: "[jane.doe@mail.corp.test]"}
	tests := []struct {
		why, text string
		want      Reason
	}{
		{"nothing", "", Report},
		{"domain", "allow: {domains: [mail.corp.test]}", Allowed},
		{"domain above it", "allow: {domains: ['@Corp.test']}", Allowed},
		{"another domain with the same end", "allow: {domains: [orp.test]}", Report},
		{"address", "allow: {addresses: [Jane.Doe@mail.corp.test]}", Allowed},
		{"another address", "allow: {addresses: [doe@mail.corp.test]}", Report},
		{"detector off", "detectors: {email_address: off}", Off},
		{"category off", "detectors: {personal: off}", Off},
		{"path", "rules: [{paths: ['deploy/**'], report: off}]", Allowed},
		{"other path", "rules: [{paths: ['test/**'], report: off}]", Report},
		{"field", "rules: [{fields: [Owner], report: off}]", Allowed},
		{"field by its path", "rules: [{fields: ['**.tags.*'], report: off}]", Allowed},
		{"other detector", "rules: [{detectors: [us_ssn], report: off}]", Report},
		{"all three must fit", "rules: [{paths: ['*.tf'], fields: [Owner], detectors: [credential], report: off}]", Report},
		{"all three fit", "rules: [{paths: ['*.tf'], fields: [Owner], detectors: [personal], report: off}]", Allowed},
		{"the last rule wins", "rules: [{fields: [Owner], report: off}, {detectors: [personal], report: error}]", Report},
	}
	for _, tt := range tests {
		if got := judge(t, parse(t, tt.text), email, at); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
}

func TestSeverity(t *testing.T) {
	p := parse(t, "rules: [{paths: ['test/**'], report: warning}]")
	f := detect.Finding{Detector: ssn, Confidence: detect.Certain, End: 9}
	for file, want := range map[string]Severity{"test/a": Warning, "test/b/a": Warning, "a": Error} {
		if got, _ := p.Judge(f, Place{File: file, Text: "536904399"}); got != want {
			t.Errorf("%s: %s, want %s", file, got, want)
		}
	}
}
