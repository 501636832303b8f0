package commands

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A name stands once, and each program takes a secret somewhere.
func TestTable(t *testing.T) {
	seen := map[string]bool{}
	for i := range programs {
		p := &programs[i]
		for _, name := range strings.Fields(p.Names) {
			assert.False(t, seen[name], name)
			assert.Equal(t, strings.ToLower(name), name)
			assert.Same(t, p, Named(name))
			seen[name] = true
		}
		assert.True(t, len(p.Options)+len(p.Places) > 0 || p.Piped != None || p.Writes, p.Names)
		assert.Less(t, len(p.Places), 8, "%s: readers keep a bit for each place", p.Names)
		for _, o := range p.Options {
			assert.Contains(t, "-/", o.Name[:1])
			assert.NotEqual(t, None, o.Argument, o.Name)
		}
		for _, place := range p.Places {
			last := place[len(place)-1]
			require.Contains(t, []string{"!", "~"}, last, p.Names)
			assert.NotContains(t, place[:len(place)-1], last, p.Names)
		}
	}
	assert.Nil(t, Named("ls"))
}

func TestMatches(t *testing.T) {
	for _, c := range []struct {
		place, word string
		want        bool
	}{
		{"login", "login", true}, {"login", "LOGIN", true}, {"login", "logins", false},
		{"*", "anything", true}, {"http-basic.*", "http-basic.example.com", true}, {"http-basic.*", "http", false},
	} {
		assert.Equal(t, c.want, Matches(c.place, []byte(c.word)), "%s, %s", c.place, c.word)
	}
}

// What stands between a name and a password, of all kinds that are passwords.
func TestSeparators(t *testing.T) {
	var pairs []Argument
	for a := None; a <= Source; a++ {
		if a.Separator() != 0 {
			pairs = append(pairs, a)
			assert.True(t, a.Password())
		}
	}
	assert.True(t, slices.Equal([]Argument{Login, Percent, Comma, Slash}, pairs))
}
