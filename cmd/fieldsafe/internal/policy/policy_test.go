package policy

import (
	"strings"
	"testing"

	"github.com/fieldsafe/fieldsafe/detect"
)

var (
	email      = &detect.Detector{ID: "email_address", Category: detect.Personal}
	slug       = &detect.Detector{ID: "email_slug", Category: detect.Personal}
	name       = &detect.Detector{ID: "person_name", Category: detect.Personal}
	ssn        = &detect.Detector{ID: "us_ssn", Category: detect.Personal}
	capability = &detect.Detector{ID: "webhook_url_generic", Category: detect.Credential}
	apiKey     = &detect.Detector{ID: "generic_api_key", Category: detect.Credential}
	password   = &detect.Detector{ID: "password_assignment", Category: detect.Credential}
	bic        = &detect.Detector{ID: "swift_bic", Category: detect.Financial}
	awsSecret  = &detect.Detector{ID: "aws_secret_access_key", Category: detect.Credential}
	pin        = &detect.Detector{ID: "card_pin", Category: detect.Financial}
	phone      = &detect.Detector{ID: "phone_e164", Category: detect.Personal}
	eth        = &detect.Detector{ID: "crypto_eth_address", Category: detect.Financial}
	bank       = &detect.Detector{ID: "us_bank_account", Category: detect.Financial}
	card       = &detect.Detector{ID: "credit_card", Category: detect.Financial}
	gps        = &detect.Detector{ID: "gps_coordinates", Category: detect.Personal}
	token      = &detect.Detector{ID: "square_access_token", Category: detect.Credential}
	manifest   = &detect.Detector{ID: "k8s_secret_manifest", Category: detect.Credential}
	network    = &detect.Detector{ID: "ipv4_address", Category: detect.Network}
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

		{"a copyright notice", email, Place{Text: "// Copyright (c) 2019 Jane Doe <[jane.doe@corp.test]>"}, Notice},
		{"its holder", name, Place{Text: "© 2019 [Jane Doe]"}, Notice},
		{"the line behind it", email, Place{Text: "// Copyright 2019\n// [jane.doe@corp.test]"}, Report},
		{"name of a variable", email, Place{Text: "https://$[TOKEN@code.test]/x"}, Placeholder},
		{"verb of a format", email, Place{Text: "%[s@corp.test]"}, Placeholder},
		{"a domain that stands for the reader's", email, Place{Text: "[alice@mycompany.com]"}, Sample},
		{"a list", email, Place{Text: "[package-announce@lists.corp.test]"}, Role},
		{"the name of the domain", email, Place{Text: "[corp@corp.test]"}, Role},
		{"a team without a separator", email, Place{Text: "[platformteam@corp.test]"}, Role},
		{"sed", email, Place{Text: "s@[registry@corp.test]@x@"}, Placeholder},
		{"a regular expression", password, Place{Text: "[^.{8,32}$]"}, Placeholder},
		{"a part of one", password, Place{Text: "/[(?:x+)]@/"}, Placeholder},
		{"the form of a URL", token, Place{Text: "https://host:[port]"}, Placeholder},
		{"a flag", apiKey, Place{Text: "secret generic x [--from-literal=k=v1]"}, Placeholder},
		{"prose", password, Place{Text: "restores --password [flags]"}, Placeholder},
		{"name of an environment variable", password, Place{Text: "PASSWORD = \"[APP_DB_PASSWORD]\""}, Placeholder},
		{"a time", password, Place{Text: "passwordMtime: [2019-03-20T17:54:53Z]"}, Placeholder},
		{"what is said of a password", password, Place{Name: "password_encryption", Text: "[scram-sha-256]"}, Placeholder},
		{"the same in text", apiKey, Place{Text: "volumeSelectorKey = [e2e01-pv]"}, Placeholder},
		{"a name of several words", apiKey, Place{Text: "secret-[astra-gcp-backup-743cfd150129]"}, Placeholder},
		{"a key behind words", apiKey, Place{Text: "api_key: [prod-live-4f9a8b7c6d5e4f3a2b1c]"}, Report},
		{"my own", password, Place{Text: "password: [my-password]"}, Placeholder},
		{"my own with digits", password, Place{Text: "password: [MySecret2024]"}, Report},
		{"a password of several words", password, Place{Text: "password: [velvet-quarry-lamp]"}, Report},
		{"a package", apiKey, Place{Text: "\"XKey\", \"[code.test/api/v1.Meta]\""}, Placeholder},
		{"a port", apiKey, Place{Text: "jwt-server:[8443/jwks]"}, Placeholder},
		{"a file", apiKey, Place{Text: "-key [int2-key.pem]"}, Placeholder},
		{"an address of a resource before it", apiKey, Place{Text: "import aws_kms_key.a [1234abcd-12ab]"}, Placeholder},
		{"put in for a test", password, Place{Text: "password: [test-4711]"}, Placeholder},
		{"path of a URL", apiKey, Place{Text: "https://docs.test/private-[key-2f4e7a91]"}, Placeholder},
		{"parameter of a URL", apiKey, Place{Text: "https://docs.test/?key=[2f4e7a91]"}, Report},

		{"an attribute of Terraform", password, Place{Text: "password = [data.vault_secret.db.password]"}, Placeholder},
		{"a sequence", apiKey, Place{Text: "Secret: \"[0123456789abcdef]\""}, Placeholder},
		{"a sequence as a password", password, Place{Text: "password: [12345678]"}, Report},
		{"accounts of a system", password, Place{Text: "passwd = \"[root:x:0:0:::/bin/sh]\""}, Placeholder},
		{"the key again", apiKey, Place{Text: "\"kemKeyGen\": \"[kemKeyGen1024]\""}, Placeholder},
		{"a script", password, Place{File: "a.html", Text: "this.renderPass=[renderPass];"}, Placeholder},
		{"a sentence", password, Place{Text: "the function identified by \"[repeat]\""}, Placeholder},
		{"a user of a database", password, Place{Text: "create user x identified by \"[repeat]\""}, Report},
		{"an issue", pin, Place{Text: "Pin() #[46787]"}, Placeholder},
		{"an exponent", phone, Place{Text: "1e\\[+646456992]"}, Placeholder},
		{"a mask of an address", eth, Place{Text: "[0xffffffffffffffffffffffffffffffff00000001]"}, Placeholder},
		{"a struct tag", apiKey, Place{Text: "protobuf_key:\"[bytes,1,opt]\""}, Placeholder},
		{"a network address", ssn, Place{Name: "address_prefix", Text: "[192.197.157.0]/24"}, Placeholder},
		{"a pattern", ssn, Place{Name: "labels", Text: "[(|New )Resource*]"}, Placeholder},
		{"a word like a bank code", bic, Place{Text: "swift_[connecti]on"}, Placeholder},
		{"digest of a package", awsSecret, Place{Text: "sha512-Jm6G/[" + strings.Repeat("aB3x", 10) + "]=="}, Placeholder},
		{"a display name", name, Place{Name: "display_name", Text: "[Billing Alerts]"}, Placeholder},
		{"a display name in text", name, Place{Text: "\"displayName\": \"[Restart Pods]\""}, Placeholder},
		{"a repository", name, Place{Name: "full_name", Text: "[jane/repo]"}, Placeholder},
		{"a column", name, Place{Text: "Name: [Max Unavailable]"}, Placeholder},
		{"path of an account", bank, Place{Text: "https://ca.test/acct/[45250083]"}, Placeholder},
		{"a cloud account", bank, Place{Name: "source_account", Text: "[319201112229]"}, Placeholder},
		{"a bank account", bank, Place{Name: "AccountNumber", Text: "[000123456789]"}, Report},
		{"drawing", gps, Place{Text: "a 1,2 [48.9296,48.5292] 0 0"}, Placeholder},
		{"place", gps, Place{Text: "at [48.9296,48.5292]"}, Report},
		{"machine code", card, Place{File: "a.s", Text: "// [4280011142804111]"}, Placeholder},
		{"a number of a program", card, Place{File: "a.go", Text: "x := [4280011142804111]"}, Placeholder},
		{"a number in a string of a program", card, Place{File: "a.go", Text: "x := \"no [4280011142804111]\""}, Report},
		{"a card of a program", card, Place{File: "a.py", Text: "card_number = [4280011142804111]"}, Report},
		{"a comment of a program", card, Place{File: "a.go", Text: "// [4280011142804111]"}, Report},
		{"host of a message bus", capability, Place{Text: "nats://[bus.corp:4222]"}, Placeholder},
		{"a pinned revision", token, Place{Text: "uses: a/sonar@[" + strings.Repeat("0a1b", 10) + "]"}, Placeholder},
		{"digest of a module", token, Place{Text: "v0.1.0 h1:[" + strings.Repeat("aB3", 13) + "]/s="}, Placeholder},
		{"a line of a certificate", token, Place{Text: "[EAAA" + strings.Repeat("aB3/", 10) + "]" + strings.Repeat("x9+Q", 5) + "\n"}, Placeholder},
		{"a part of a name", token, Place{File: "a.go", Text: "convert[_To_v1_IssuerProvider](x)"}, Placeholder},
		{"a token in a string", token, Place{File: "a.go", Text: "x := \"[aB3aB3aB3aB3]\""}, Report},
		{"a value of a Secret", manifest, Place{Text: "pass: [cDRzc3cwcmQtMTIz]"}, Report},
		{"a word in a Secret", manifest, Place{Text: "type: [helm]"}, Placeholder},

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
