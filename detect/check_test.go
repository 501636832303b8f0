package detect

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

func TestCheckErrors(t *testing.T) {
	text := func(err error) string {
		if err == nil {
			return ""
		}
		return err.Error()
	}
	for _, tt := range []struct {
		name string
		err  error
		want string
	}{
		{"clean name", CheckName("orders-export-prod"), ""},
		{"name", CheckName("backup-" + testSSN), "detect: name holds US Social Security number at bytes 7-18"},
		{"token as a name", CheckName(testToken), "detect: name holds GitHub personal access token (classic) at bytes 0-40"},
		{"clean field", CheckField("region", "eu-west-1"), ""},
		{"field", CheckField("owner", testMail), `detect: field "owner" holds E-mail address at bytes 0-21`},
		{"field without a name", CheckField("", testMail), `detect: value holds E-mail address at bytes 0-21`},
		{"two in a field", CheckField("note", testMail+" "+testToken), `detect: field "note" holds E-mail address at bytes 0-21, GitHub personal access token (classic) at bytes 22-62`},
		{"control characters in a name", CheckField("a\n\"b", testMail), `detect: field "a\n\"b" holds E-mail address at bytes 0-21`},
		{"sensitive name of a field", CheckField(testToken, testMail), `detect: value holds E-mail address at bytes 0-21`},
		{"clean tags", CheckTags(map[string]string{"env": "prod", "team": "orders"}), ""},
		{"no tags", CheckTags(nil), ""},
		{
			"tags, in the order of their keys", CheckTags(map[string]string{"z": testMail, "env": "prod", "b": testToken}),
			`detect: field "b" holds GitHub personal access token (classic) at bytes 0-40; field "z" holds E-mail address at bytes 0-21`,
		},
		{
			"key of a tag", CheckTags(map[string]string{testToken: testMail}),
			`detect: name holds GitHub personal access token (classic) at bytes 0-40; value holds E-mail address at bytes 0-21`,
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, text(tt.err)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestErrorTellsItsProblems(t *testing.T) {
	var e *Error
	require.True(t, errors.As(CheckTags(map[string]string{testToken: "x", "owner": testMail}), &e))
	require.Len(t, e.Problems, 2)
	require.True(t, e.Problems[0].InName)
	require.Equal(t, "owner", e.Problems[1].Field)
	require.Equal(t, []string{"email_address"}, ids(e.Problems[1].Findings))
}

// Law 3: no error holds a value that was found, wherever the value stood.
func TestErrorsHoldNoValues(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	examples := exampleTexts()
	errs := 0
	check := func(err error, texts ...string) {
		if err == nil {
			return
		}
		errs++
		for _, text := range texts {
			for _, found := range [][]Finding{Default().Append(nil, text), Default().AppendName(nil, text)} {
				for _, f := range found {
					if value := text[f.Start:f.End]; len(value) >= 6 && holds(err.Error(), value) {
						t.Errorf("%s: the error repeats what was found in %q: %v", f.Detector.ID, text, err)
					}
				}
			}
		}
	}
	for range 4000 {
		a, b := examples[random.IntN(len(examples))], examples[random.IntN(len(examples))]
		check(CheckName(a.text), a.text)
		check(CheckField(a.field, b.text), b.text)
		check(CheckField(a.text, b.text), a.text, b.text)
		check(CheckTags(map[string]string{a.text: b.text, b.field: a.text}), a.text, b.text)
	}
	require.Greater(t, errs, 1000)
}

// holds reports whether value stands in text, not as part of a longer word.
func holds(text, value string) bool {
	for at := 0; ; at++ {
		i := strings.Index(text[at:], value)
		if i < 0 {
			return false
		}
		if at += i; scan.Bounded(text, at, at+len(value)) {
			return true
		}
	}
}
