package check

import (
	"fmt"
	"strings"
	"testing"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/policy"
)

func TestLimitsOfPlatforms(t *testing.T) {
	terraform := "resource \"aws_vpc\" \"x\" {\n  tags = merge(local.t, { \"aws:é\" = \"a;b\", Team = \"${var.t};\" })\n}\n" +
		"resource \"aws_s3_bucket\" \"x\" {\n  bucket = format(\"%s_x\", var.n)\n}\nresource \"google_compute_disk\" \"x\" {\n  labels = { Owner = \"a\" }\n}\n"
	manifest := "apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ .Release }}_x\n  labels: {a/b/c: x}\n---\nkind: Other\nmetadata: {labels: {a/b/c: x}}\n"
	tests := []struct {
		why, file, content string
		policy             string
		want               string // lines and rules
	}{
		{"none asked for", "a.tf", terraform, "", ""},
		{"one platform", "a.tf", terraform, "platforms: [aws]", "2:aws_tag_key 2:aws_tag_value"},
		{"two", "a.tf", terraform, "platforms: [aws, gcp]", "2:aws_tag_key 2:aws_tag_value 8:gcp_label_key"},
		{"a rule off", "a.tf", terraform, "platforms: [aws]\ndetectors: {aws_tag_key: off}", "2:aws_tag_value"},
		{"the family off somewhere", "a.tf", terraform, "platforms: [aws]\nrules: [{detectors: [platform], paths: [\"*.tf\"], report: off}]", ""},
		{"allowed", "a.tf", strings.Replace(terraform, "})\n", "}) # fieldsafe:allow platform they are old\n", 1), "platforms: [aws]", ""},
		{"a template", "a.yaml", manifest, "platforms: [kubernetes]", "5:kubernetes_label_key"},
	}
	for _, tt := range tests {
		p, err := policy.Parse([]byte(tt.policy))
		if err != nil {
			t.Fatal(err)
		}
		o := options()
		o.Policy = p
		r := run(o, file(tt.file, tt.content))
		var got []string
		for _, f := range r.Findings {
			got = append(got, fmt.Sprintf("%d:%s", f.From.Line, f.Detector.ID))
			if value := tt.content[f.Start:f.End]; strings.Contains(f.Excerpt.Line, value) {
				t.Errorf("%s: %q shows the value", tt.why, f.Excerpt.Line)
			}
		}
		if strings.Join(got, " ") != tt.want || len(r.Unused) > 0 {
			t.Errorf("%s: %s, want %s; unused %v", tt.why, got, tt.want, r.Unused)
		}
	}
}
