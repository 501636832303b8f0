package policy

import (
	"strings"
	"testing"
)

func TestAllowances(t *testing.T) {
	tests := []struct {
		why, text string
		line, at  int
		detectors string
	}{
		{"beside a value", "a # fieldsafe:allow us_ssn why", 1, 1, "us_ssn"},
		{"alone on a line", "\n\t// fieldsafe:allow us_ssn,personal\nb", 3, 2, "us_ssn personal"},
		{"blanks behind commas", "b // fieldsafe:allow us_ssn, personal we know", 1, 1, "us_ssn personal"},
		{"SQL", "-- fieldsafe:allow us_ssn", 2, 1, "us_ssn"},
		{"INI and Lisp", ";; fieldsafe:allow us_ssn", 2, 1, "us_ssn"},
		{"TeX", "% fieldsafe:allow us_ssn", 2, 1, "us_ssn"},
		{"properties", "! fieldsafe:allow us_ssn", 2, 1, "us_ssn"},
		{"C", "x /* fieldsafe:allow us_ssn*/", 1, 1, "us_ssn"},
		{"a line of a longer comment", "/*\n * fieldsafe:allow us_ssn\n */ x", 3, 2, "us_ssn"},
		{"HTML", "<!-- fieldsafe:allow us_ssn-->", 2, 1, "us_ssn"},
		{"Helm", "{{- /* fieldsafe:allow us_ssn */ -}}", 2, 1, "us_ssn"},
		{"Jinja", "{# fieldsafe:allow us_ssn #}", 2, 1, "us_ssn"},
		{"Visual Basic", "' fieldsafe:allow us_ssn", 2, 1, "us_ssn"},
		{"Vim", "\" fieldsafe:allow us_ssn", 2, 1, "us_ssn"},
		{"batch files", "REM fieldsafe:allow us_ssn", 2, 1, "us_ssn"},
		{"m4", "dnl fieldsafe:allow us_ssn", 2, 1, "us_ssn"},
		{"OCaml and Pascal", "(* fieldsafe:allow us_ssn *)", 2, 1, "us_ssn"},
		{"PowerShell", "<# fieldsafe:allow us_ssn #>", 2, 1, "us_ssn"},
		{"JSON, which has no comments", `  "//": "fieldsafe:allow us_ssn why",`, 2, 1, "us_ssn"},
		{"carriage return", "# fieldsafe:allow us_ssn\r\nb", 2, 1, "us_ssn"},
		{"tab", "# fieldsafe:allow\tus_ssn", 2, 1, "us_ssn"},
		{"no detector", "a # fieldsafe:allow", 1, 1, ""},
		{"no detector before the end of the comment", "<!-- fieldsafe:allow -->", 2, 1, ""},
	}
	for _, tt := range tests {
		list := Allowances([]byte(tt.text))
		if len(list) != 1 {
			t.Errorf("%s: %d allowances", tt.why, len(list))
			continue
		}
		if a := list[0]; a.Line != tt.line || a.At != tt.at || strings.Join(a.Detectors, " ") != tt.detectors {
			t.Errorf("%s: %+v", tt.why, a)
		}
	}
	for _, text := range []string{"", "fieldsafe:allowed us_ssn", "fieldsafe:allow_list x", "fieldsafe: allow us_ssn"} {
		if list := Allowances([]byte(text)); len(list) != 0 {
			t.Errorf("%q: %d allowances", text, len(list))
		}
	}
}

func TestAllowanceByDetectorAndCategory(t *testing.T) {
	a := &Allowance{Detectors: []string{"email_address", "financial"}}
	if !a.Allows(email) || !a.Allows(bank) || a.Allows(ssn) {
		t.Errorf("%+v", a)
	}
	if (&Allowance{}).Allows(email) {
		t.Error("without a detector it allows something")
	}
}
