package report

import (
	"io"
	"net/url"
	"slices"
	"strings"

	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/check"
	"github.com/fieldsafe/fieldsafe/cmd/fieldsafe/internal/policy"
	"github.com/fieldsafe/fieldsafe/detect"
)

// The part of SARIF 2.1.0 (OASIS Standard, 27 March 2020) that code hosts read.
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool        sarifTool      `json:"tool"`
		ColumnKind  string         `json:"columnKind"`
		Invocations []sarifInvoked `json:"invocations"`
		Results     []sarifResult  `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name           string      `json:"name"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID         string            `json:"id"`
		Short      sarifText         `json:"shortDescription"`
		Help       sarifText         `json:"help"`
		Properties map[string]string `json:"properties"`
	}
	sarifText struct {
		Text string `json:"text"`
	}
	sarifInvoked struct {
		Successful    bool          `json:"executionSuccessful"`
		Notifications []sarifNotice `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotice struct {
		Level     string          `json:"level"`
		Message   sarifText       `json:"message"`
		Locations []sarifLocation `json:"locations,omitempty"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        string            `json:"level"`
		Message      sarifText         `json:"message"`
		Locations    []sarifLocation   `json:"locations"`
		Fingerprints map[string]string `json:"partialFingerprints"`
	}
	sarifLocation struct {
		Physical sarifPhysical  `json:"physicalLocation"`
		Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI  string `json:"uri"`
		Base string `json:"uriBaseId,omitempty"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
		EndLine     int `json:"endLine"`
		EndColumn   int `json:"endColumn"`
		ByteOffset  int `json:"byteOffset"`
		ByteLength  int `json:"byteLength"`
	}
	sarifLogical struct {
		Name string `json:"fullyQualifiedName"`
	}
)

const sourceRoot = "%SRCROOT%" // the name GitHub gives to the root of the repository

// maxResults is how many GitHub takes of a run; with more it refuses the log.
const maxResults = 25_000

// SARIF writes a SARIF 2.1.0 log with one run. It has no snippets, because
// those would hold values. Of very many findings it has the first.
func SARIF(w io.Writer, r *check.Result) error {
	rules, index := sarifRules(r)
	run := sarifRun{
		Tool:        sarifTool{sarifDriver{"fieldsafe", "https://github.com/fieldsafe/fieldsafe", rules}},
		ColumnKind:  "unicodeCodePoints",
		Invocations: []sarifInvoked{{Successful: len(r.Unreadable) == 0, Notifications: sarifNotices(r)}},
		Results:     []sarifResult{},
	}
	for i := range r.Findings[:min(len(r.Findings), maxResults)] {
		f := &r.Findings[i]
		run.Results = append(run.Results, sarifResult{
			RuleID: f.Detector.ID, RuleIndex: index[f.Detector.ID], Level: string(f.Severity), Message: sarifText{message(f)},
			Locations: []sarifLocation{sarifPlace(f)}, Fingerprints: map[string]string{"fieldsafe/v1": f.Fingerprint},
		})
	}
	return writeJSON(w, sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

// sarifRules lists the detectors that found something, by ID.
func sarifRules(r *check.Result) ([]sarifRule, map[string]int) {
	used := make(map[string]*detect.Detector)
	for i := range r.Findings {
		used[r.Findings[i].Detector.ID] = r.Findings[i].Detector
	}
	rules := []sarifRule{}
	for _, d := range used {
		rules = append(rules, sarifRule{
			ID: d.ID, Short: sarifText{d.Title}, Help: sarifText{"Instead: " + Advice(d) + "."},
			Properties: map[string]string{"category": policy.CategoryOf(d)},
		})
	}
	slices.SortFunc(rules, func(a, b sarifRule) int { return strings.Compare(a.ID, b.ID) })
	index := make(map[string]int)
	for i := range rules {
		index[rules[i].ID] = i
	}
	return rules, index
}

func sarifPlace(f *check.Finding) sarifLocation {
	l := sarifFile(f.File)
	if f.OfFile {
		return l
	}
	l.Physical.Region = &sarifRegion{
		f.From.Line, f.From.Column, f.To.Line, f.To.Column, f.Start, f.End - f.Start,
	}
	if f.Path != "" {
		l.Logical = []sarifLogical{{f.Path}}
	}
	return l
}

func sarifFile(name string) sarifLocation {
	l := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{URI: (&url.URL{Path: name}).String()}}}
	if !strings.HasPrefix(name, "/") {
		l.Physical.Artifact.Base = sourceRoot
	}
	return l
}

func sarifNotices(r *check.Result) []sarifNotice {
	var notices []sarifNotice
	if n := len(r.Findings) - maxResults; n > 0 {
		notices = append(notices, sarifNotice{"warning", sarifText{thousands(n) + " more findings are left out"}, nil})
	}
	for _, u := range r.Unparsed {
		notices = append(notices, sarifNotice{"warning", sarifText{u.Err.Error() + "; read as text"}, []sarifLocation{sarifFile(u.File)}})
	}
	for _, u := range r.Unreadable {
		notices = append(notices, sarifNotice{"error", sarifText{"not checked: " + u.Err.Error()}, []sarifLocation{sarifFile(u.File)}})
	}
	return notices
}
