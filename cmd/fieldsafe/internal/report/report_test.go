package report

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/go-json-experiment/json"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/check"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/files"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/policy"
	"github.com/fieldsafe/fieldsafe/detect"
)

const person = "jane.doe@corp-mail.io"

func result(t *testing.T, contents map[string]string) *check.Result {
	t.Helper()
	list := &files.List{}
	for name, content := range contents {
		list.Files = append(list.Files, files.File{Name: name, Read: func(int) ([]byte, error) {
			if content == "" {
				return nil, errors.New("input/output error")
			}
			return []byte(content), nil
		}})
	}
	return check.Run(list, check.Options{Scanner: detect.Default(), Policy: &policy.Policy{}, MaxSize: 1 << 20})
}

// everywhere has the value in each kind of place that a report tells of.
func everywhere(t *testing.T) *check.Result {
	r := result(t, map[string]string{
		"a.yaml":      "labels:\n  " + person + ":\n    owner: " + person + "\n# " + person + "\n",
		"b.json":      `{"tags": {"jane.doe\u0040corp-mail.io": {"x": "jane.doe\u0040corp-mail.io"}}}`,
		"broken.tf":   "a = \"" + person + "\"\nb = {{{\n",
		"unread.yaml": "",
	})
	if len(r.Findings) < 6 || len(r.Unparsed) != 1 || len(r.Unreadable) != 1 {
		t.Fatalf("%d findings, %d unparsed, %d unreadable", len(r.Findings), len(r.Unparsed), len(r.Unreadable))
	}
	return r
}

func TestNoFormatHoldsAValue(t *testing.T) {
	r := everywhere(t)
	for _, name := range Formats() {
		write, err := ByName(name)
		if err != nil {
			t.Fatal(err)
		}
		var out strings.Builder
		if err := write(&out, r); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if !strings.Contains(out.String(), "email_address") {
			t.Errorf("%s does not tell of the finding", name)
		}
		if strings.Contains(out.String(), "jane") {
			t.Errorf("%s holds the value:\n%s", name, out.String())
		}
	}
	var out strings.Builder
	Problems(&out, r)
	Summary(&out, r)
	if err := StepSummary(&out, r); err != nil {
		t.Error(err)
	}
	if strings.Contains(out.String(), "jane") {
		t.Errorf("the summary holds the value:\n%s", out.String())
	}
}

func TestMachineFormatsParse(t *testing.T) {
	r := everywhere(t)
	for _, name := range []string{"json", "sarif", "gitlab"} {
		var out bytes.Buffer
		var v any
		write, _ := ByName(name)
		if err := write(&out, r); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(out.Bytes(), &v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	var out bytes.Buffer
	if err := JUnit(&out, r); err != nil {
		t.Fatal(err)
	}
	var suite junitSuite
	if err := xml.Unmarshal(out.Bytes(), &suite); err != nil {
		t.Fatal(err)
	}
	if suite.Tests != len(suite.Cases) || suite.Failures != len(r.Findings) || suite.Errors != 1 {
		t.Errorf("%d cases, %+v", len(suite.Cases), suite)
	}
}

func TestGitHubEscapesAndStopsAtTheLimit(t *testing.T) {
	r := result(t, map[string]string{"a,b:c%.txt": strings.Repeat(person+"\n", maxAnnotations+2)})
	var out strings.Builder
	if err := GitHub(&out, r); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if n := strings.Count(out.String(), "::error file=a%2Cb%3Ac%25.txt,line="); n != maxAnnotations {
		t.Errorf("%d annotations, want %d", n, maxAnnotations)
	}
	if last := lines[len(lines)-1]; len(lines) != maxAnnotations+3 || !strings.HasPrefix(last, "::notice title=fieldsafe::12 findings;") {
		t.Errorf("%d lines, the last is %q", len(lines), last)
	}
}

func TestGitHubHasColumnsWithinALine(t *testing.T) {
	var out strings.Builder
	if err := GitHub(&out, result(t, map[string]string{"a.tf": "a = \"" + person + "\"\nb = <<E\n" + pem() + "E\n"})); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"line=1,endLine=1,col=6,endColumn=27,title", "line=3,endLine=6,title"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}

// The page needs no network, and what is in files stays text.
func TestHTMLIsOnePageAndEscapes(t *testing.T) {
	var out strings.Builder
	if err := HTML(&out, result(t, map[string]string{"<script>.yaml": "\"<img>\": <b>" + person + "</b>\n"})); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<script>.yaml", "<img>", "<b>", "http:", "https:", "src=", "href=", "ZgotmplZ"} {
		if strings.Contains(out.String(), bad) {
			t.Errorf("the page has %q", bad)
		}
	}
	if !strings.Contains(out.String(), "&lt;b&gt;<mark>************</mark>&lt;/b&gt;") {
		t.Error("the page has no masked line")
	}
	out.Reset()
	if err := HTML(&out, result(t, map[string]string{"a.txt": "x"})); err != nil || !strings.Contains(out.String(), "Nothing was found.") {
		t.Errorf("without findings: %v", err)
	}
}

func TestNamesOfFilesAreSafeForTerminals(t *testing.T) {
	r := result(t, map[string]string{"a\x1b[31m\n.txt": person})
	var out strings.Builder
	if err := (Text{}).Write(&out, r); err != nil {
		t.Fatal(err)
	}
	if want := `"a\x1b[31m\n.txt":1:1: email_address`; !strings.HasPrefix(out.String(), want) {
		t.Errorf("got %q", out.String())
	}
}

func TestThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1204: "1,204", 1234567: "1,234,567"} {
		if got := thousands(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
	if got := fmt.Sprint(Count(1, "file"), Count(2, "file")); got != "1 file2 files" {
		t.Error(got)
	}
}

func TestUnknownFormat(t *testing.T) {
	if _, err := ByName("xml"); err == nil || !strings.Contains(err.Error(), "gitlab, html, json") {
		t.Errorf("got %v", err)
	}
}

// The carets stand below the span, however wide what comes before it is drawn.
func TestUnderline(t *testing.T) {
	for why, tt := range map[string]struct{ before, want string }{
		"plain":        {"a: ", "   "},
		"accent":       {"é: ", "   "},
		"combining":    {"e\u0301: ", "   "},
		"wide":         {"日本: ", "      "},
		"emoji":        {"🚀: ", "    "},
		"a tab is one": {"a:\t", "   "},
	} {
		var out strings.Builder
		if err := (Text{}).Write(&out, result(t, map[string]string{"a.txt": tt.before + person})); err != nil {
			t.Fatal(err)
		}
		if want := "\n      | " + tt.want + "^^^^^^^^^^^^ "; !strings.Contains(out.String(), want) {
			t.Errorf("%s: no %q in\n%s", why, want, out.String())
		}
	}
}
