package detect

import (
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
