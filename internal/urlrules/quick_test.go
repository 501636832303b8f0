package urlrules

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/fieldsafe/fieldsafe/internal/urlparts"
)

func TestNameListsAreSortedAndDisjoint(t *testing.T) {
	seen := map[string]bool{}
	for _, list := range [][]string{passwordNames[:], secretNames[:], identifierNames[:], contextualNames[:], stoppedNames[:]} {
		assert.True(t, slices.IsSorted(list))
		for _, name := range list {
			assert.False(t, seen[name], "%s stands in two lists", name)
			assert.Equal(t, name, Normalise(name), "names are kept normalised")
			seen[name] = true
		}
	}
}

// The table of endings follows from the lists.
func TestEndingsAreThoseOfTheLists(t *testing.T) {
	var want [26][26]byte
	for _, list := range [][]string{passwordNames[:], secretNames[:], identifierNames[:], contextualNames[:], stoppedNames[:], suffixesD[:], suffixesE[:], suffixesN[:], suffixesT[:], suffixesY[:]} {
		for _, name := range list {
			n := len(name)
			if n < 2 || name[n-1] < 'a' || name[n-2] < 'a' {
				continue
			}
			const base36 = "0123456789abcdefghijklmnopqrstuvwxyz"
			if cell := &want[name[n-1]-'a'][name[n-2]-'a']; *cell == 0 || base36[n] < *cell {
				*cell = base36[n]
			}
		}
	}
	for y := range want {
		row := ""
		for _, c := range want[y] {
			row += string(max(c, '.'))
		}
		if row == strings.Repeat(".", 26) {
			row = ""
		}
		assert.Equal(t, row, endings[y], "names that end in %c", 'a'+y)
	}
}

// The table must let all names through that matter.
func TestEndingsLetNamesThrough(t *testing.T) {
	for _, list := range [][]string{passwordNames[:], secretNames[:], identifierNames[:], contextualNames[:], suffixesD[:], suffixesE[:], suffixesN[:], suffixesT[:], suffixesY[:]} {
		for _, name := range list {
			assert.False(t, harmlessEnding(name), name)
			assert.False(t, harmlessEnding("MY_"+name), name)
		}
	}
	for _, name := range []string{"page", "sort", "limit", "q", "id", "user", "order", "version", "lang"} {
		assert.True(t, harmlessEnding(name), name)
	}
}

// The pass over ordinary URLs agrees with the rules.
func FuzzOrdinary(f *testing.F) {
	for _, s := range []string{
		"https://api.example.com/v2/items?page=2&per_page=100&sort=new", "http://example.com:8080/a/b", "https://example.com/x?token=abc",
		"https://hooks.slack.com/services/T1/B1/abc", "https://example.com/reset-password/abcdefghij1", "https://example.com//x@y",
		"https://example.com/?p=1&u=2&db=3", "https://example.com/rest/1/abcdef12345/x", "http://example.com?code=abc&state=x",
		"https://joe:a!b$c@example.com/x?y=z", "https://joe@example.com", "postgres://app:abcdef@db:5432/prod?sslmode=require", "ldap://h/dc=x??sub?(uid=a)?bindname=x,x-bindpw=abc", "rtsp://h/live", "jdbc://joe:abc;user=x@h/x", "https://joe:abc@example.com/x?y=z#access_token=abc&state=x", "https://example.com/#token=abc", "https://joe:@example.com:80/", "http://git@example.com/x?token=abc&u=https%3A%2F%2Fjoe%3Aabc%40example.com",
	} {
		f.Add(s)
	}
	for _, s := range []string{"host=db port=5432 user=app password=abc dbname=x", "host=db password=abc", "user=a password= dbname=x", "host=h password=$PW x=y", "host=h password=*** user=-a", "host=db  password=a", "dbname=x token=abc sslmode=require "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		if _, ok := ordinary(raw, new(urlparts.URL)); ok || libpq([]byte(raw)) {
			assert.Equal(t, rules(raw), Append(nil, raw, nil), "%q", raw)
		}
	})
}

// rules applies the rules without the pass before them.
func rules(raw string) []Match {
	return Append(nil, raw, &Options{Names: []string{"anameofthetest"}})
}
