package scan

import (
	"math"
	"slices"
	"strings"
)

// A phrase is a context word or several, stored in lower case with single
// spaces. One of its words, the rarest, is looked up in the text; the others
// are then compared around it.
type phrase struct {
	text  string
	word  int   // offset of the word that is looked up
	size  int   // its length
	owner int32 // the id it was registered under

	prev, next byte // the letters before and after that word, blanks left out, or 0
	enclosed   bool // a bracket stands before it, except in resource names
}

// isCommon reports whether a word occurs so often that no phrase of several words
// is looked up by it.
func isCommon(word string) bool {
	switch word {
	case "number", "no", "id", "code", "card", "key", "token", "secret", "name", "date", "user", "data", "the", "of", "de",
		"la", "du", "di", "da", "account", "api", "service", "national", "identification", "personal", "tax", "social",
		"bank", "type", "value", "client", "app", "session", "event", "server", "request", "response", "connection",
		"node", "block", "system", "error", "info", "time", "file", "path", "host", "port", "process", "thread", "manager",
		"status", "message", "update", "start", "stop", "state", "size", "count", "version", "config", "application",
		"project", "organization", "org", "public", "private", "access", "refresh", "webhook", "url", "web", "hook",
		"cloud", "database", "storage", "local", "remote", "auth", "phone", "address", "from", "to", "on", "in", "my",
		"your", "close", "page", "controlled", "connecting", "device", "driver", "container", "ssh", "windows", "identifier", "true", "job",
		"security", "worker", "location", "admin", "group", "string", "role", "home", "office", "first", "last",
		"registration", "identity", "sent", "new", "old", "by", "with", "for", "and", "or", "is", "nr", "num":
		return true
	}
	return false
}

// Reserve makes room for so many phrases.
func (b *Builder) Reserve(phrases int) {
	b.phrases = slices.Grow(b.phrases, phrases)
	b.words = slices.Grow(b.words, phrases)
}

// Phrase registers a context phrase, lower case, under owner. An enclosed one has
// a bracket before it, except in resource names.
func (b *Builder) Phrase(text string, enclosed bool, owner int32) {
	b.phrase(text, enclosed, owner)
	if joined := strings.ReplaceAll(text, " ", ""); joined != text {
		b.phrase(joined, enclosed, owner)
	}
}

func (b *Builder) phrase(text string, enclosed bool, owner int32) {
	at, size := rarest(text)
	if size == 0 {
		return
	}
	h := phraseHash(text[at : at+size])
	p := phrase{text: text, word: at, size: size, owner: owner, enclosed: enclosed}
	if before := strings.TrimRight(text[:at], " "); before != "" {
		p.prev = before[len(before)-1]
	}
	if after := strings.TrimLeft(text[at+size:], " "); after != "" {
		p.next = after[0]
	}
	b.words = append(b.words, entry{hash: h, ref: int32(len(b.phrases)), hint: p.hint()})
	b.phrases = append(b.phrases, p)
}

// phraseHash hashes what is looked up for a word: all of it, or the first two
// characters in scripts that do not separate words.
func phraseHash(word string) uint64 {
	return wordHash(load(word, 0), len(word))
}

// rarest picks the word of text to look up: the longest that is not common.
func rarest(text string) (at, size int) {
	best := math.MinInt
	for i := 0; i < len(text); {
		j := i
		for j < len(text) && inWord(text[j]) {
			j++
		}
		if score := wordScore(text[i:j]); j-i > 1 && score > best {
			best, at, size = score, i, j-i
		}
		i = max(j, i+1)
	}
	if size > 0 && text[at] >= 0x80 {
		size = unspaced(text[at : at+size])
	}
	return at, size
}

// wordScore ranks the words of a phrase: what logs are full of comes last.
func wordScore(word string) int {
	switch {
	case isLogWord(word):
		return -1
	case isCommon(word):
		return 0
	}
	return len(word)
}

// isLogWord reports whether a word is one that a service writes in every other line.
func isLogWord(word string) bool {
	switch word {
	case "api", "app", "service", "client", "session", "event", "server", "request", "response", "connection", "node", "block",
		"system", "error", "info", "time", "file", "path", "host", "port", "process", "thread", "manager", "status", "message",
		"update", "start", "stop", "state", "size", "count", "version", "config", "application", "org", "eth", "worker", "job",
		"container", "from", "to", "on", "in", "by", "with", "for", "and", "at", "is", "store", "url", "web", "close":
		return true
	}
	return false
}

func inWord(b byte) bool { return IsLetter(b) || b >= 0x80 }

// unspacedLen is what is looked up of a word in a script that does not separate
// words: two characters, three bytes each in UTF-8.
const unspacedLen = 6

// isUnspaced reports whether a byte begins a character of such a script: Kana,
// Han or Hangul.
func isUnspaced(b byte) bool { return b >= 0xE3 && b <= 0xED }

func unspaced(word string) int {
	if isUnspaced(word[0]) {
		return min(unspacedLen, len(word))
	}
	return len(word)
}

// matchPhrase compares phrase p with the text around the word at [from, to) and
// returns the bytes it covers.
func matchPhrase(p *phrase, text string, from int, loose bool) (start, end int, ok bool) {
	if !p.near(text, from, loose) {
		return 0, 0, false
	}
	start, ok = p.before(text, from)
	if !ok {
		return 0, 0, false
	}
	end, ok = p.after(text, from)
	return start, end, ok && startsWord(text, start) && endsWord(text, end)
}

// near reports whether what stands around the word at from may be the rest of p;
// loose says that the text is a resource name.
func (p *phrase) near(text string, from int, loose bool) bool {
	return (p.next == 0 || near(text, from+p.size, 1, p.next)) && (p.prev == 0 || near(text, from-1, -1, p.prev)) &&
		(!p.enclosed || loose || from > p.word && isOpening(text[from-p.word-1]))
}

func isOpening(b byte) bool { return b == '(' || b == '[' || b == '{' }

// hint returns the set of low six bits of what follows the word of p.
func (p *phrase) hint() uint64 {
	if p.next == 0 {
		return ^uint64(0)
	}
	return 1 << (p.next & 63)
}

// letterFrom returns the byte of text at i, in lower case, or the one behind up to
// two joiners there; 0 if there is none.
func letterFrom(text string, i int) byte {
	for end := min(i+3, len(text)); i < end; i++ {
		if !joiner(text[i]) {
			return Lower(text[i])
		}
	}
	return 0
}

// near reports whether the byte at i, or behind up to two joiners in the
// direction of step, is letter.
func near(text string, i, step int, letter byte) bool {
	for range 3 {
		if i < 0 || i >= len(text) {
			return false
		}
		if !joiner(text[i]) {
			return Lower(text[i]) == letter
		}
		i += step
	}
	return false
}

func (p *phrase) before(text string, i int) (int, bool) {
	for k := p.word - 1; k >= 0; k-- {
		if p.text[k] == ' ' {
			for n := 0; n < 2 && i > 0 && joiner(text[i-1]); n++ {
				i--
			}
			continue
		}
		if i == 0 || Lower(text[i-1]) != p.text[k] {
			return 0, false
		}
		i--
	}
	return i, true
}

func (p *phrase) after(text string, i int) (int, bool) {
	for k := p.word; k < len(p.text); k++ {
		if p.text[k] == ' ' {
			for n := 0; n < 2 && i < len(text) && joiner(text[i]); n++ {
				i++
			}
			continue
		}
		if i == len(text) || Lower(text[i]) != p.text[k] {
			return 0, false
		}
		i++
	}
	return i, true
}

// joiner reports whether b may stand between the words of a phrase.
func joiner(b byte) bool {
	return b == ' ' || b == '_' || b == '-' || b == '.' || b == '/' || b == '\''
}

// Lower returns b, in lower case if it is an ASCII letter.
func Lower(b byte) byte {
	if b-'A' < 26 {
		return b + 'a' - 'A'
	}
	return b
}

// startsWord reports whether a word can begin at i: no letter before it, or a
// change of case as in camelCase.
func startsWord(text string, i int) bool {
	if i == 0 || !IsLetter(text[i-1]) || i >= len(text) {
		return true
	}
	return isUpper(text[i]) && (!isUpper(text[i-1]) || i+1 < len(text) && isLower(text[i+1]))
}

func endsWord(text string, i int) bool {
	return i >= len(text) || !IsLetter(text[i]) || startsWord(text, i)
}

func isUpper(b byte) bool { return b-'A' < 26 }
func isLower(b byte) bool { return b-'a' < 26 }
