package detect

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// A value in quotes ends where its quotes do, and one whose quotes do not end is its
// first word.
func TestQuotedSecrets(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a backslash at its end", `password="velvet-Quarry-57\\" user=bob`, `password="#" user=bob`},
		{"two of them", `password="velvet-Quarry-57\\\\" user=bob`, `password="#" user=bob`},
		{"in single quotes", `password='velvet-Quarry-57\\' user=bob`, `password='#' user=bob`},
		{"a backslash and a quote at its end", `password="velvet-Quarry-57\\\"" user=bob`, `password="#" user=bob`},
		{"a quote within", `password="velvet\"Quarry-57" user=bob`, `password="#" user=bob`},
		{"JSON", `{"password": "velvet-Quarry-57\\", "colour":"red"}`, `{"password": "#", "colour":"red"}`},
		{"JSON in JSON", `{\"password\":\"velvet-Quarry-57\\\\\",\"colour\":\"red\"}`, `{\"password\":\"#\",\"colour\":\"red\"}`},
		{"a quote within JSON in JSON", `{\"password\":\"velvet\\\"Quarry-57\",\"colour\":\"red\"}`, `{\"password\":\"#\",\"colour\":\"red\"}`},
		{"cut within its second word", `password="velvet-Quarry-57 more`, `password="# more`},
		{"cut within its first word", `password="velvet-Quarry-57`, `password="#`},
		{"cut in single quotes", `password='velvet-Quarry-57`, `password='#`},
		{"cut by the end of the line", "password='velvet-Quarry-57\nnext", "password='#\nnext"},
		{"in backquotes", "password=`velvet-Quarry-57` next", "password=`#` next"},
		{"words in backquotes", "password=`velvet Quarry` next", "password=`#` next"},
		{"words with digits in backquotes", "password: `velvet quarry57`", "password: `#`"},
		{"a command in backquotes", "PASSWORD=`kubectl get secret Shop1` next", "PASSWORD=`kubectl get secret Shop1` next"},
		{"a command with options", "PASSWORD=`mkpass -n 12X` next", "PASSWORD=`mkpass -n 12X` next"},
		{"a pipe", "PASSWORD=`dd if=/dev/random | md5sum`", "PASSWORD=`dd if=/dev/random | md5sum`"},
		{"prose in backquotes", "password: `the word of the user`", "password: `the word of the user`"},
		{"an apostrophe", "the password: 'tis the season", "the password: 'tis the season"},
		{"a quote that is put together", `url = "jdbc:x;password=" + word`, `url = "jdbc:x;password=" + word`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, hidden(tt.text))
		})
	}
}

func TestEndsQuoted(t *testing.T) {
	for _, tt := range []struct {
		name              string
		backslashes, open int
		want              bool
	}{
		{"plain", 0, 0, true},
		{"escaped", 1, 0, false},
		{"behind a backslash", 2, 0, true},
		{"behind a backslash and escaped", 3, 0, false},
		{"of a string in a string", 1, 1, true},
		{"escaped in that", 3, 1, false},
		{"behind a backslash in that", 5, 1, true},
		{"of the outer string", 0, 1, true},
		{"of a string in a string in a string", 3, 3, true},
		{"escaped in the innermost", 7, 3, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, endsQuoted(tt.backslashes, tt.open))
		})
	}
}
