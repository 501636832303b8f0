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
	Slash             // user/password, without a host behind it
	Header            // a header line
	Form              // name=value pairs, or JSON
	Setting           // name=value where the value may be a header line
	Source            // pass:password
	Other             // no secret, and no word of a place
)

// Password says whether the argument is a password or ends in one, and nothing
// else.
func (a Argument) Password() bool { return a >= Secret && a <= Slash }

// Separator returns what stands between a user name and the password, or 0.
func (a Argument) Separator() byte {
	switch a {
	case Login:
		return ':'
	case Percent:
		return '%'
	case Comma:
		return ','
	case Slash:
		return '/'
	}
	return 0
}

// Option is one option with its dashes.
type Option struct {
	Name string
	Argument
}

// Short says whether the option is one letter.
func (o *Option) Short() bool { return len(o.Name) == 2 && o.Name[0] == '-' }

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
	// Skips is the letter of the short option with which the first word of the
	// places is left out.
	Skips byte
	// Piped is what the program reads from a pipe, where it is given the option
	// PipedBy, or none is needed.
	Piped   Argument
	PipedBy string
	// Writes says that the program writes its arguments into a pipe.
	Writes bool
}

// Named returns the program of that name in lower case, without its directory,
// or nil.
func Named[S string | []byte](name S) *Program { return byName()[string(name)] }

// Takes says whether p takes secrets after word, the rest of what names it.
func (p *Program) Takes(word string) bool {
	if word == "" || strings.HasSuffix(word, "login") || word == "publish" {
		return true
	}
	for _, place := range p.Places {
		if place[0] == word {
			return true
		}
	}
	return false
}

// Known says whether a word of a command line names a program.
func Known[S string | []byte](word S) bool { return programIn(word) != nil }

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
func Matches[T string | []byte](place string, word T) bool {
	if head, any := strings.CutSuffix(place, "*"); any {
		return len(word) >= len(head) && equalFold(head, word[:len(head)])
	}
	return equalFold(place, word)
}

// equalFold compares word with name, ignoring ASCII letter case.
func equalFold[T string | []byte](name string, word T) bool {
	if len(name) != len(word) {
		return false
	}
	for i := range len(name) {
		if c := word[i]; c != name[i] && (c|0x20 != name[i]|0x20 || !letter(c)) {
			return false
		}
	}
	return true
}
