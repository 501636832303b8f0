package report

import (
	"bytes"
	"crypto/sha512"
	"encoding/base64"
	"slices"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/check"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/policy"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/source"
	"github.com/fieldsafe/fieldsafe/detect"
)

// sarifSchema is the schema of the standard; testdata says where it is from.
func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	schema, err := compiler.Compile("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func sarif(t *testing.T, r *check.Result) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := SARIF(&out, r); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestSARIFIsValid(t *testing.T) {
	schema := sarifSchema(t)
	for why, r := range map[string]*check.Result{
		"findings, unparsed and unreadable files": everywhere(t),
		"nothing found":           result(t, map[string]string{"a.txt": "x"}),
		"nothing checked":         result(t, nil),
		"the name of a file":      result(t, map[string]string{"of-" + person + "/a.txt": "x"}),
		"names that need escapes": result(t, map[string]string{"a b:c%#?\n\xff.txt": person, "/abs/é.txt": person, "../up.txt": person}),
		"a value over two lines":  result(t, map[string]string{"a.tf": "a = <<E\n" + pem() + "E\n"}),
	} {
		instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(sarif(t, r)))
		if err != nil {
			t.Errorf("%s: %v", why, err)
			continue
		}
		if err := schema.Validate(instance); err != nil {
			t.Errorf("%s: %v", why, err)
		}
	}
}

// many has one finding more than maxResults.
func many() *check.Result {
	f := check.Finding{
		Finding: detect.Finding{Start: 0, End: 1, Detector: detect.All()[0]}, File: "a.txt", Severity: policy.Error,
		From: source.Position{Line: 1, Column: 1}, To: source.Position{Line: 1, Column: 2},
	}
	return &check.Result{Findings: slices.Repeat([]check.Finding{f}, maxResults+1)}
}

func TestManyFindings(t *testing.T) {
	log := string(sarif(t, many()))
	if n := strings.Count(log, `"ruleId"`); n != maxResults || !strings.Contains(log, `"1 more findings are left out"`) {
		t.Errorf("%d results", n)
	}
	var page strings.Builder
	if err := StepSummary(&page, many()); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(page.String(), "| a.txt |"); n != maxRows || !strings.Contains(page.String(), "\nand 24,501 more; the log has all\n") {
		t.Errorf("%d rows", n)
	}
}

// pem returns what looks like a private key.
func pem() string {
	sum := sha512.Sum512([]byte("key"))
	body := base64.StdEncoding.EncodeToString(sum[:])
	return "-----BEGIN " + "PRIVATE KEY-----\n" + body[:64] + "\n" + body[64:] + "\n-----END " + "PRIVATE KEY-----\n"
}

// The schema says no to what is wrong, so its yes means something.
func TestSARIFSchemaRefuses(t *testing.T) {
	log := string(sarif(t, everywhere(t)))
	for _, edit := range []struct{ why, old, new string }{
		{"the version", `"version": "2.1.0"`, `"version": "2.0.0"`},
		{"a line 0", `"startLine": `, `"startLine": 0`},
		{"a level", `"level": "error"`, `"level": "fatal"`},
		{"a kind of column", `"unicodeCodePoints"`, `"bytes"`},
		{"an unknown property", `"ruleIndex"`, `"ruleNumber"`},
		{"a URI", `"uri": "a.yaml"`, `"uri": "%zz"`},
	} {
		changed := strings.Replace(log, edit.old, edit.new, 1)
		instance, err := jsonschema.UnmarshalJSON(strings.NewReader(changed))
		if changed == log || err == nil && sarifSchema(t).Validate(instance) == nil {
			t.Errorf("%s: accepted, or not there", edit.why)
		}
	}
}

func TestSARIFRules(t *testing.T) {
	var log sarifLog
	if err := json.Unmarshal(sarif(t, everywhere(t)), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	seen := make(map[string]bool)
	for _, result := range run.Results {
		if rule := run.Tool.Driver.Rules[result.RuleIndex]; rule.ID != result.RuleID {
			t.Errorf("rule %d is %s, want %s", result.RuleIndex, rule.ID, result.RuleID)
		}
		if seen[result.Fingerprints["fieldsafe/v1"]] {
			t.Error("two results share a fingerprint")
		}
		seen[result.Fingerprints["fieldsafe/v1"]] = true
		if region := result.Locations[0].Physical.Region; region.StartLine < 1 || region.StartColumn < 1 || region.EndColumn <= region.StartColumn {
			t.Errorf("region %+v", region)
		}
	}
	if invoked := run.Invocations[0]; invoked.Successful || len(invoked.Notifications) != 2 {
		t.Errorf("invocation %+v", invoked)
	}
}
