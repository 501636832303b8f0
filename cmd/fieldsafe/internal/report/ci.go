package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/check"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/policy"
)

// maxAnnotations is how many annotations of one step GitHub shows; it drops the
// others without a word.
const maxAnnotations = 10

// GitHub writes workflow commands that become annotations of a pull request.
// What exceeds the limit of a step is written as plain lines.
func GitHub(w io.Writer, r *check.Result) error {
	var b strings.Builder
	for i := range r.Findings {
		f := &r.Findings[i]
		if i >= maxAnnotations {
			fmt.Fprintf(&b, "%s:%d:%d: %s\n", shown(f.File), f.From.Line, f.From.Column, message(f))
			continue
		}
		place := fmt.Sprintf("line=%d,endLine=%d", f.From.Line, f.To.Line)
		if f.From.Line == f.To.Line { // GitHub takes columns within one line only
			place += fmt.Sprintf(",col=%d,endColumn=%d", f.From.Column, f.To.Column)
		}
		fmt.Fprintf(&b, "::%s file=%s,%s,title=%s::%s\n",
			f.Severity, githubProperty(f.File), place, githubProperty("fieldsafe: "+f.Detector.ID), githubData(message(f)))
	}
	if n := len(r.Findings); n > maxAnnotations {
		fmt.Fprintf(&b, "::notice title=fieldsafe::%d findings; GitHub shows the first %d as annotations, the log has all\n", n, maxAnnotations)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func githubData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

func githubProperty(s string) string {
	return strings.NewReplacer(":", "%3A", ",", "%2C").Replace(githubData(s))
}

// maxRows keeps the page of a run far below 1 MiB, beyond which GitHub shows
// none of it.
const maxRows = 500

// StepSummary writes the table that GitHub shows on the page of a run.
func StepSummary(w io.Writer, r *check.Result) error {
	var b strings.Builder
	b.WriteString("### fieldsafe\n\n")
	Summary(&b, r)
	if len(r.Findings) > 0 {
		b.WriteString("\n| file | line | field | kind |\n|---|---|---|---|\n")
	}
	for i := range r.Findings[:min(len(r.Findings), maxRows)] {
		f := &r.Findings[i]
		fmt.Fprintf(&b, "| %s | %d | %s | %s |\n", markdownCell(f.File), f.From.Line, markdownCell(f.Path), markdownCell(f.Detector.Title))
	}
	if n := len(r.Findings) - maxRows; n > 0 {
		fmt.Fprintf(&b, "\nand %s more; the log has all\n", thousands(n))
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func markdownCell(s string) string {
	return strings.NewReplacer("|", `\|`, "\n", " ", "<", "&lt;", "`", "'").Replace(s)
}

type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

// GitLab writes a code quality report.
func GitLab(w io.Writer, r *check.Result) error {
	issues := []gitlabIssue{}
	for i := range r.Findings {
		f := &r.Findings[i]
		severity := "major"
		if f.Severity == policy.Warning {
			severity = "minor"
		}
		issues = append(issues, gitlabIssue{
			message(f), f.Detector.ID, f.Fingerprint, severity, gitlabLocation{f.File, gitlabLines{f.From.Line, f.To.Line}},
		})
	}
	return writeJSON(w, issues)
}

type junitSuite struct {
	XMLName  xml.Name    `xml:"testsuite"`
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	Failure *junitFailure `xml:"failure,omitempty"`
	Error   *junitFailure `xml:"error,omitempty"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
}

// JUnit writes a test suite: a failed case a finding, an errored one a file that
// could not be read, and one that passed for the whole check if there is
// neither.
func JUnit(w io.Writer, r *check.Result) error {
	s := junitSuite{Name: "fieldsafe", Failures: len(r.Findings), Errors: len(r.Unreadable)}
	for i := range r.Findings {
		f := &r.Findings[i]
		place := fmt.Sprintf("%s:%d:%d", f.File, f.From.Line, f.From.Column)
		s.Cases = append(s.Cases, junitCase{Name: place, Class: f.Detector.ID, Failure: &junitFailure{message(f), f.Detector.ID}})
	}
	for _, u := range r.Unreadable {
		s.Cases = append(s.Cases, junitCase{Name: u.File, Class: "read", Error: &junitFailure{u.Err.Error(), "read"}})
	}
	if len(s.Cases) == 0 {
		s.Cases = []junitCase{{Name: "check", Class: "fieldsafe"}}
	}
	s.Tests = len(s.Cases)
	out, err := xml.MarshalIndent(s, "", "  ")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s%s\n", xml.Header, out)
	return err
}
