package detect

import (
	"encoding/base64"
	"encoding/json"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLiterals(t *testing.T) {
	const literal = "velvet quarry"
	s := newScanner(t, Options{Literals: []string{literal}, Detectors: []*Detector{}})
	for _, tt := range []struct {
		name, text string
		want       int
	}{
		{"alone", literal, 1},
		{"inside a word", "x" + literal + "x", 1},
		{"twice", literal + literal, 2},
		{"in another case", strings.ToUpper(literal), 0},
		{"absent", "velvet", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for surface, found := range map[string][]Finding{
				"text": s.Append(nil, tt.text), "name": s.AppendName(nil, tt.text), "field": s.AppendField(nil, "x", tt.text),
			} {
				require.Len(t, found, tt.want, surface)
				for _, f := range found {
					require.Equal(t, literal, tt.text[f.Start:f.End])
					require.Equal(t, Certain, f.Confidence)
				}
			}
		})
	}
}

func TestShortLiteralsAreRefused(t *testing.T) {
	_, err := New(&Options{Literals: []string{"longer than that", "five5"}})
	require.EqualError(t, err, "detect: literal 1 has fewer than 6 bytes and would be found all over ordinary text: leave it out")
	_, err = New(&Options{Literals: []string{"sixsix"}})
	require.NoError(t, err)
}

// A secret comes out in more forms than its own.
func TestLiteralForms(t *testing.T) {
	const literal = `velvet/"quarry" <57>&ü`
	s := newScanner(t, Options{Literals: []string{literal}, Detectors: []*Detector{}})
	quoted, err := json.Marshal(literal)
	require.NoError(t, err)
	again, err := json.Marshal(string(quoted))
	require.NoError(t, err)
	for _, tt := range []struct{ name, form string }{
		{"itself", literal},
		{"a query", url.QueryEscape(literal)},
		{"a path", url.PathEscape(literal)},
		{"small digits", strings.NewReplacer("%2F", "%2f", "%3C", "%3c", "%3E", "%3e", "%C3%BC", "%c3%bc").Replace(url.QueryEscape(literal))},
		{"JSON for HTML", strings.Trim(string(quoted), `"`)},
		{"JSON", `velvet/\"quarry\" <57>&ü`},
		{"JSON in ASCII", `velvet/\"quarry\" <57>&\u00fc`},
		{"JSON with escaped slashes", `velvet\/\"quarry\" <57>&ü`},
		{"JSON within JSON", strings.Trim(string(again), `"\`)},
		{"base 64", base64.StdEncoding.EncodeToString([]byte(literal))},
		{"base 64 of URLs", base64.RawURLEncoding.EncodeToString([]byte(literal))},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := "value: " + tt.form + ";"
			found := s.Append(nil, text)
			require.Len(t, found, 1)
			require.Equal(t, tt.form, text[found[0].Start:found[0].End])
		})
	}
}

// What is encoded along with a secret shifts its base 64, and hides none of it
// but the characters shared with a neighbour.
func TestLiteralsWithinBase64(t *testing.T) {
	for _, literal := range []string{"sixsix", "sevense", "eighteig", "velvet quarry 57"} {
		s := newScanner(t, Options{Literals: []string{literal}, Detectors: []*Detector{}})
		for before := range 7 {
			for after := range 4 {
				text := base64.StdEncoding.EncodeToString([]byte(strings.Repeat("j", before) + literal + strings.Repeat(":", after)))
				found := s.Append(nil, text)
				require.Len(t, found, 1, text)
				require.LessOrEqual(t, found[0].Start, (before*8+5)/6)
				require.GreaterOrEqual(t, found[0].End, (before+len(literal))*8/6)
			}
		}
	}
}
