package policy

import (
	"testing"

	"github.com/fieldsafe/fieldsafe/detect"
)

var (
	email    = &detect.Detector{ID: "email_address", Category: detect.Personal}
	slug     = &detect.Detector{ID: "email_slug", Category: detect.Personal}
	name     = &detect.Detector{ID: "person_name", Category: detect.Personal}
	ssn      = &detect.Detector{ID: "us_ssn", Category: detect.Personal}
	apiKey   = &detect.Detector{ID: "generic_api_key", Category: detect.Credential}
	password = &detect.Detector{ID: "password_assignment", Category: detect.Credential}
	network  = &detect.Detector{ID: "ipv4_address", Category: detect.Network}
)

// judge asks about the part of text between brackets.
func judge(t *testing.T, p *Policy, d *detect.Detector, at Place) Reason {
	t.Helper()
	f := detect.Finding{Detector: d, Confidence: detect.Certain, Start: -1}
	var text []byte
	for _, c := range []byte(at.Text) {
		switch c {
		case '[':
			f.Start = len(text)
		case ']':
			f.End = len(text)
		default:
			text = append(text, c)
		}
	}
	if f.Start < 0 {
		t.Fatal("no brackets")
	}
	at.Text = string(text)
	_, reason := p.Judge(f, at)
	return reason
}

func TestDefaults(t *testing.T) {
	tests := []struct {
		why      string
		detector *detect.Detector
		at       Place
		want     Reason
	}{
		{"a person", email, Place{Text: "by [jane.doe@corp.test]"}, Report},
		{"initials", email, Place{Text: "[jd@corp.test]"}, Report},
		{"a word of a role within a name", email, Place{Text: "[adminson@corp.test]"}, Report},
		{"a role", email, Place{Text: "[support@corp.test]"}, Role},
		{"a role of several words", email, Place{Text: "[no-reply@corp.test]"}, Role},
		{"a team", email, Place{Text: "[payments-team@corp.test]"}, Role},
		{"a numbered role", email, Place{Text: "[oncall2@corp.test]"}, Role},
		{"letter case", email, Place{Text: "[DevOps@corp.test]"}, Role},
		{"a service account", email, Place{Text: "[deploy@my-project.iam.gserviceaccount.com]"}, Role},
		{"noreply of a code host", email, Place{Text: "[28880387+jane@users.noreply.github.com]"}, Role},
		{"a cipher", email, Place{Text: "[chacha20-poly1305@openssh.com]"}, Role},
		{"a key exchange", email, Place{Text: "[curve25519-sha256@libssh.org]"}, Role},
		{"a remote", email, Place{Text: "[git@code.corp.test]:x/y"}, Role},
		{"a role as a slug", slug, Place{Text: "[platform-team-at-corp-test]"}, Role},
		{"the name of a person", name, Place{Text: "[Jane Doe]"}, Report},
		{"the name of a team", name, Place{Text: "[Platform Team]"}, Role},
		{"a person as a slug", slug, Place{Text: "[jane-doe-at-corp-test]"}, Report},

		{"Terraform and shells", password, Place{Text: "[${var.pw}]"}, Placeholder},
		{"within an interpolation", password, Place{Text: "{{resolve:secretsmanager:db:[SecretString]}}"}, Placeholder},
		{"after an interpolation", password, Place{Text: "{{ a }}[hunter2x]"}, Report},
		{"an interpolation on the line before", password, Place{Text: "{{ a\n[hunter2x]"}, Report},
		{"an interpolated number", ssn, Place{Text: "${f(\"[536904399]\")}"}, Placeholder},
		{"GitHub Actions", apiKey, Place{Text: "[${{ secrets.TOKEN }}]"}, Placeholder},
		{"Kubernetes", apiKey, Place{Text: "[$(TOKEN)]"}, Placeholder},
		{"address of a secret", apiKey, Place{Text: "[arn:aws:secretsmanager:eu-west-1:1:secret:x]"}, Placeholder},
		{"path of a file", password, Place{Text: "[/run/secrets/pw]"}, Placeholder},
		{"filler", password, Place{Text: "[ChangeMe123]"}, Placeholder},
		{"in angle brackets", password, Place{Text: "[<db password>]"}, Placeholder},
		{"the word itself", password, Place{Text: "[PASSWORD]"}, Placeholder},
		{"filler matters for credentials only", ssn, Place{Text: "example [536904399]"}, Report},
		{"name of an object in a bucket", apiKey, Place{Name: "S3Key", Text: "[build/2f4e7a91.zip]"}, Placeholder},
		{"name of an object, by a longer name", apiKey, Place{Name: "LambdaCode_S3_Key", Text: "[2f4e7a91]"}, Placeholder},
		{"a user", apiKey, Place{Name: "node.auth.username", Text: "[dXNlcm5hbWU=]"}, Placeholder},
		{"several words", apiKey, Place{Name: "token", Text: "[the token 42 of]"}, Placeholder},
		{"a name in a program", password, Place{File: "a/b.go", Text: "rootPw := [modRoot2]"}, Placeholder},
		{"a string in a program", password, Place{File: "a/b.go", Text: "rootPw := \"[modRoot2]\""}, Report},
		{"not a program", password, Place{File: "notes.txt", Text: "password: [modRoot2]"}, Report},

		{"networks are what infrastructure is about", network, Place{Text: "[198.51.100.7]"}, Off},
	}
	for _, tt := range tests {
		if got := judge(t, &Policy{}, tt.detector, tt.at); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
}

func TestConfidenceAndSamples(t *testing.T) {
	tests := []struct {
		why     string
		policy  Policy
		finding detect.Finding
		want    Reason
	}{
		{"likely is enough by default", Policy{}, detect.Finding{Confidence: detect.Likely}, Report},
		{"possible is not", Policy{}, detect.Finding{Confidence: detect.Possible}, Unsure},
		{"unless asked for", Policy{Confidence: detect.Possible}, detect.Finding{Confidence: detect.Possible}, Report},
		{"a strict gate", Policy{Confidence: detect.Certain}, detect.Finding{Confidence: detect.Likely}, Unsure},
		{"a sample", Policy{}, detect.Finding{Confidence: detect.Certain, Sample: true}, Sample},
		{"samples too", Policy{Samples: true}, detect.Finding{Confidence: detect.Certain, Sample: true}, Report},
		{"category off", Policy{Detectors: map[string]bool{"personal": false}}, detect.Finding{Confidence: detect.Certain}, Off},
		{"but the detector on", Policy{Detectors: map[string]bool{"personal": false, "us_ssn": true}}, detect.Finding{Confidence: detect.Certain}, Report},
	}
	for _, tt := range tests {
		tt.finding.Detector, tt.finding.End = ssn, 9
		if _, got := tt.policy.Judge(tt.finding, Place{Text: "536904399"}); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.why, got, tt.want)
		}
	}
}

func TestGlob(t *testing.T) {
	tests := []struct {
		pattern, sep, path string
		want               bool
	}{
		{"*.tf", "/", "a/b.tf", true},
		{"*.tf", "/", "a/b.tfvars", false},
		{"a/*.tf", "/", "a/b.tf", true},
		{"a/*.tf", "/", "a/c/b.tf", false},
		{"a/**/*.tf", "/", "a/b.tf", true},
		{"a/**/*.tf", "/", "a/c/d/b.tf", true},
		{"vendor/", "/", "x/vendor/y.go", true},
		{"vendor", "/", "x/vendors/y.go", false},
		{"a/vendor", "/", "a/vendor/y/z.go", true},
		{"x?.go", "/", "xy.go", true},
		{"a+(b).go", "/", "a+(b).go", true},
		{"Owner", ".", "resource.x.tags.Owner", true},
		{"Owner", ".", "Owner.x", false},
		{"tags.*", ".", "tags.Owner", true},
		{"tags.*", ".", "x.tags.Owner", false},
		{"**.tags.*", ".", "x.tags.Owner", true},
		{"**.tags.*", ".", "tags.Owner", true},
	}
	for _, tt := range tests {
		if got := newGlob(tt.pattern, tt.sep).match(tt.path); got != tt.want {
			t.Errorf("%q matches %q: %v", tt.pattern, tt.path, got)
		}
	}
}

func TestAllowances(t *testing.T) {
	list := Allowances([]byte("a # fieldsafe:allow us_ssn why\n\n// fieldsafe:allow email_address,personal\nb\nfieldsafe:allowed x\nfieldsafe:allow\n"))
	if len(list) != 2 {
		t.Fatalf("%d allowances, want 2", len(list))
	}
	if a := list[0]; a.Line != 1 || a.At != 1 || !a.Allows(ssn) || a.Allows(email) {
		t.Errorf("beside a value: %+v", a)
	}
	if a := list[1]; a.Line != 4 || a.At != 3 || !a.Allows(ssn) || !a.Allows(email) || a.Allows(apiKey) {
		t.Errorf("alone on a line: %+v", a)
	}
}
