// Package commands knows which programs take passwords and tokens on their
// command lines, and in which options and places: the facts are those of the
// programs' manuals. It reads no command line itself.
package commands

import (
	"strings"
	"sync"
)

// Argument says what an option takes.
type Argument uint8

// The arguments.
const (
	None     Argument = iota
	Secret            // the value, after a space or, of a short option, at once
	Spaced            // the value, after a space or "=" only
	Attached          // the value at once; after a space stands something else
	AtLogin           // as Secret, once the word "login" was seen
	Login             // user:password
	Percent           // user%password
	Comma             // user,password
	Header            // a header line
	Form              // name=value pairs, or JSON
	Setting           // name=value where the value may be a header line
	Source            // pass:password
)

// Password says whether the argument is a password or ends in one, and nothing
// else.
func (a Argument) Password() bool { return a >= Secret && a <= Comma }

// Separator returns what stands between a user name and the password, or 0.
func (a Argument) Separator() byte {
	switch a {
	case Login:
		return ':'
	case Percent:
		return '%'
	case Comma:
		return ','
	}
	return 0
}

// Option is one option with its dashes.
type Option struct {
	Name string
	Argument
}

// Short says whether the option is one letter.
func (o *Option) Short() bool { return len(o.Name) == 2 }

// Program is what a command line passes secrets in.
type Program struct {
	Names   string // separated by spaces
	Options []Option
	// Places are words without a dash that follow one another after the
	// program's name: "!" is the secret, "~" is one where it looks generated,
	// "?" a name that decides whether the next word is secret, "*" any word, and
	// at the end of a word the rest of it.
	Places [][]string
	// Place is what stands in the places: None is a Secret.
	Place Argument
}

// Named returns the program of that name in lower case, without its directory,
// or nil.
func Named[S string | []byte](name S) *Program { return byName()[string(name)] }

var byName = sync.OnceValue(func() map[string]*Program {
	m := make(map[string]*Program)
	for i := range programs {
		for _, name := range strings.Fields(programs[i].Names) {
			m[name] = &programs[i]
		}
	}
	return m
})

// Matches says whether word stands for the word of a place.
func Matches(place string, word []byte) bool {
	if head, any := strings.CutSuffix(place, "*"); any {
		return len(word) >= len(head) && strings.EqualFold(head, string(word[:len(head)]))
	}
	return len(place) == len(word) && strings.EqualFold(place, string(word))
}
