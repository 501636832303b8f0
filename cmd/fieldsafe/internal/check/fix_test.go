package check

import (
	"strings"
	"testing"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/policy"
)

// Of each pair the first becomes the second. pa55 stands for a password.
func TestFixChangesNoOtherByte(t *testing.T) {
	tests := []struct{ why, name, content, want string }{
		{"quotes and the ends of lines stay", "a.tf",
			"tags = {\r\n  Owner = \"" + person + "\"\r\n}\r\n",
			"tags = {\r\n  Owner = \"redacted-email-address\"\r\n}\r\n"},
		{"a heredoc", "a.tf",
			"d = <<EOT\r\nhttps://app:pa55@git.example.net/y\r\nEOT\r\n",
			"d = <<EOT\r\nhttps://git.example.net/y\r\nEOT\r\n"},
		{"an interpolation beside it", "a.tf",
			"u = \"https://app:pa55@${var.host}/x\"\n", "u = \"https://${var.host}/x\"\n"},
		{"all three quotings of YAML, and none", "a.yaml",
			"labels:\n  a: " + person + "\n  b: '" + person + "'\n  c: \"" + person + "\"\n  d: >-\n    " + person + "\n    more\n",
			"labels:\n  a: redacted-email-address\n  b: 'redacted-email-address'\n  c: \"redacted-email-address\"\n  d: >-\n    redacted-email-address\n    more\n"},
		{"the end of the file and its mark stay", "a.yaml",
			"\ufefflabels: {a: " + person + "}", "\ufefflabels: {a: redacted-email-address}"},
		{"a key stays", "a.yaml", "annotations: {" + person + ": x}\n", "annotations: {" + person + ": x}\n"},
		{"what is written with an escape stays", "a.yaml",
			"labels:\n  e: \"jane.doe\\x40corp-mail.io\"\n", "labels:\n  e: \"jane.doe\\x40corp-mail.io\"\n"},
		{"escapes beside it stay", "a.json",
			`{"u": "https:\/\/app:pa55@git.example.net\/x"}`, `{"u": "https:\/\/git.example.net\/x"}`},
		{"a list of pairs", "a.json",
			`{"Tags": [{"Key": "Owner", "Value": "` + person + `"}]}`, `{"Tags": [{"Key": "Owner", "Value": "redacted-email-address"}]}`},
		{"TOML", "a.toml",
			"[tags]\na = '" + person + "'\nu = \"\"\"https://app:pa55@git.example.net/x\"\"\"\n",
			"[tags]\na = 'redacted-email-address'\nu = \"\"\"https://git.example.net/x\"\"\"\n"},
		{".env", ".env",
			"export U=\"https://app:pa55@git.example.net/x\" # why\n", "export U=\"https://git.example.net/x\" # why\n"},
		{"a data source name", ".env",
			"U=postgres://app:pa55@db.example.net:5432/x?a=1\n", "U=postgres://db.example.net:5432/x?a=1\n"},
		{"a Dockerfile", "Dockerfile",
			"LABEL o=\"" + person + "\" \\\n  u=https://app:pa55@git.example.net/x\n",
			"LABEL o=\"redacted-email-address\" \\\n  u=https://git.example.net/x\n"},
		{"the name of a host that is also the user", "a.yaml",
			"u: https://git:pa55@git.example.net/x\n", "u: https://git.example.net/x\n"},
		{"a comment stays", "a.yaml", "# https://app:pa55@git.example.net/x\na: b\n", "# https://app:pa55@git.example.net/x\na: b\n"},
	}
	password := strings.NewReplacer("pa55", "pa55"+"phrase")
	for _, tt := range tests {
		content, want := password.Replace(tt.content), password.Replace(tt.want)
		fixed, changes := Fix(tt.name, []byte(content), options())
		if string(fixed) != want {
			t.Errorf("%s:\n got %q\nwant %q", tt.why, fixed, want)
		}
		if (len(changes) == 0) != (content == want) {
			t.Errorf("%s: %d changes are shown", tt.why, len(changes))
		}
		for _, c := range changes {
			if strings.Contains(c.Old+c.New, "pa55") || strings.Contains(c.Old+c.New, person) {
				t.Errorf("%s: a value is shown: %+v", tt.why, c)
			}
		}
		if again, more := Fix(tt.name, fixed, options()); string(again) != want || len(more) > 0 {
			t.Errorf("%s: fixed again: %q", tt.why, again)
		}
	}
}

// Whatever the file: nothing outside the edits changes, and no value is shown.
func FuzzFix(f *testing.F) {
	names := []string{"a.tf", "a.yaml", "a.json", "a.toml", ".env", "Dockerfile"}
	f.Add(uint8(0), "tags = { a = \"x "+person+" ${b}\", u = \"https://a:b@${c}/?token=d\" }")
	f.Add(uint8(1), "labels:\n  a: 'https://tok@tok.example/x'\n  b: |\n    "+person+"\r\n")
	f.Add(uint8(2), `{"tags":{"a":"https:\/\/x:y\u0040z.example\/","b":"536-90-4399"}}`)
	f.Fuzz(func(t *testing.T, n uint8, content string) {
		name := names[int(n)%len(names)]
		fixed, changes := Fix(name, []byte(content), options())
		c := fileCheck{Options: options(), file: file(name, content), data: []byte(content), result: &Result{Skipped: make(map[policy.Reason]int)}}
		c.run()
		at, out := 0, 0
		for _, e := range c.edits() {
			kept := e.Start - at
			if string(fixed[out:out+kept]) != content[at:e.Start] || !strings.HasPrefix(string(fixed[out+kept:]), e.With) {
				t.Fatalf("%q became %q", content, fixed)
			}
			at, out = e.End, out+kept+len(e.With)
		}
		if string(fixed[out:]) != content[at:] {
			t.Fatalf("%q became %q", content, fixed)
		}
		for _, line := range changes {
			for _, found := range c.result.Findings {
				if value := content[found.Start:found.End]; found.Edit != nil && len(value) > maxPlain && strings.Contains(line.Old+line.New, value) {
					t.Fatalf("%+v shows %q", line, value)
				}
			}
		}
	})
}
