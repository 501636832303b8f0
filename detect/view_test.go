package detect

import (
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// wide writes the digits of a value as full-width ones.
func wide(value string) string {
	return strings.Map(func(c rune) rune {
		if c >= '0' && c <= '9' {
			return c - '0' + '０'
		}
		return c
	}, value)
}

// TestViewsSeeEveryLine places one value that has to be decoded where a view
// could miss it.
func TestViewsSeeEveryLine(t *testing.T) {
	value := wide(testSSN)
	escaped := strings.Replace(testMail, "@", "%40", 1)
	for _, tt := range []struct {
		name, before, value, after string
	}{
		{"the first line", "ssn ", value, " seen"},
		{"the second line of a block", "up\nssn ", value, " seen"},
		{"a line behind many", strings.Repeat("up\n", 70) + "ssn ", value, "\nup"},
		{"a line behind one that was decoded", "Größe\nssn ", value, "\n"},
		{"two escapes of different kinds, the rarer first", "mail ", escaped, ` of \u0041`},
		{"the end of a long line", strings.Repeat("größer ", 2000) + "ssn ", value, ""},
		{"an address beside a JSON escape far before it", `\u0041` + strings.Repeat(" up", 1000) + " ", escaped, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			found := Default().Append(nil, tt.before+tt.value+tt.after)
			require.Len(t, found, 1)
			require.Equal(t, len(tt.before), found[0].Start)
			require.Equal(t, len(tt.before)+len(tt.value), found[0].End)
		})
	}
}

// TestViewsOverlap moves a value over the place where the text of one view ends.
func TestViewsOverlap(t *testing.T) {
	value := wide(testSSN)
	for n := maxView - 80; n < maxView+80; n++ {
		text := "é" + strings.Repeat(" ", n) + "ssn " + value + " seen"
		found := Default().Append(nil, text)
		require.Len(t, found, 1, n)
		require.Equal(t, value, text[found[0].Start:found[0].End], n)
	}
}

// TestPercentEncodedLetters reads letters beyond ASCII that are percent-encoded as
// those that are not.
func TestPercentEncodedLetters(t *testing.T) {
	for _, tt := range []struct{ name, before, value, after string }{
		{"an address in a path", "/u/", "%C3%BCser@ex%C3%A4mple.de", ""},
		{"in small letters", "/u/", "%c3%bcser@ex%c3%a4mple.de", "/x"},
		{"an address in another script", "by ", "%D0%B0%D0%BB%D0%B5%D0%BA%D1%81%40%D0%BF%D1%80%D0%B8%D0%BC%D0%B5%D1%80.%D1%80%D1%84", " today"},
		{"encoded more than once", "by ", "%25C3%25BCser%2540ex%25C3%25A4mple.de", ""},
		{"digits of full width", "card=", strings.ReplaceAll(url.QueryEscape(wide("4242")), "+", "") + "4242" + "42424242", ""},
		{"a key", "%D0%BF%D0%B0%D1%80%D0%BE%D0%BB%D1%8C=", "x8J3kk" + "2LLq", "&x=1"},
		{"words", "/wiki/%E3%83%91%E3%82%B9%E3%83%AF%E3%83%BC%E3%83%89", "", "?q=M%C3%BCnchen"},
		{"bytes that are no letters", "%FF%FE@%C3", "", "%C3.%C3%28@%E3%83"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			found := Default().Append(nil, tt.before+tt.value+tt.after)
			if tt.value == "" {
				require.Empty(t, found)
				return
			}
			require.Len(t, found, 1)
			require.Equal(t, len(tt.before), found[0].Start)
			require.Equal(t, len(tt.before)+len(tt.value), found[0].End)
		})
	}
}
