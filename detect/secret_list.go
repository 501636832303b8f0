package detect

import "strings"

// Bounds of a list of secrets.
const (
	maxItems   = 64
	maxListing = 600 // bytes before the first
)

// A listing is a list of values behind the name of a secret, as JSON, Python and Go
// write lists, and Go maps.
type listing struct {
	at     int  // where what is in it begins
	named  bool // a map, whose values have names
	goForm bool // as only programs in Go print one
}

// openings are what listings begin with, the longer ones first.
var openings = [...]struct {
	with string
	listing
}{
	{"[]string{", listing{goForm: true}},
	{"[]interface {}{", listing{goForm: true}},
	{"[]any{", listing{goForm: true}},
	{"map[string]string{", listing{named: true, goForm: true}},
	{"map[string]interface {}{", listing{named: true, goForm: true}},
	{"map[", listing{named: true, goForm: true}},
	{"[", listing{}},
}

// listAt returns the listing that begins at i.
func listAt(text string, i int) (l listing, ok bool) {
	for k := range openings {
		if opening := &openings[k]; strings.HasPrefix(text[i:], opening.with) {
			l = opening.listing
			l.at = skipAny(text, i+len(opening.with), " \t", 8)
			return l, true
		}
	}
	return listing{}, false
}

// list looks for secrets in the listing that begins at i, behind a key, and reports
// whether there are any. One within another was read with that.
func (r *run) list(k *secretKey, i int) bool {
	l, ok := listAt(r.text, i)
	if !ok || i < r.afterList {
		return ok
	}
	at, found := l.at, false
	for range maxItems {
		if l.named {
			at = behindName(r.text, at)
		}
		from, to, quoted := value(r.text, at)
		if from >= to || !quoted && strings.IndexByte("[]", r.text[from]) >= 0 || to-l.at > maxListing && !found {
			break
		}
		if isRule(r.text[from:to]) || isPattern(r.text[from:to]) {
			return true
		}
		if k.lists(&l, r.text[from:min(to, from+maxSecret)], quoted || isQuote(r.text, from)) || isSchemed(r.text, from) && isCredential(r.text, from, to) {
			r.addSecret(k, from, to)
			found = true
		}
		at = skipAny(r.text, skipAny(r.text, to, `\"'`+"`", 4), ", \t", 8)
	}
	if found {
		r.afterList = at
	}
	return found
}

// isQuote reports whether a quote stands before i.
func isQuote(text string, i int) bool { return strings.IndexByte("\"'`", text[i-1]) >= 0 }

// behindName returns where the value of the name begins that is at i in a map of Go.
func behindName(text string, i int) int {
	end := i
	for end < len(text) && end-i < maxKey && (isKeyByte(text[end]) || strings.IndexByte(`"\`, text[end]) >= 0) {
		end++
	}
	if end == i || end == len(text) || text[end] != ':' {
		return len(text)
	}
	return end + 1
}

// lists reports whether value may be one of the secrets in a listing. Without quotes
// it needs letters and digits, or no words in it: lists of words are prose. In quotes,
// and among the passwords of a map, it needs a digit where it may be a sentence, or
// one of the rules that a password must keep.
func (k *secretKey) lists(l *listing, value string, quoted bool) bool {
	digits := strings.ContainsAny(value, "0123456789")
	if !isSecretValue(k.d, value) && !(l.fills(quoted) && k.strong && isParameterValue(value)) || !k.suits(value) {
		return false
	}
	if !quoted && !(l.named && k.strong && k.d.find == findPassword) {
		return digits && alphabetOf(value)&(withLower|withUpper) != 0 || k.d.find == findSecret && (looksRandom(value) || isImprobable(value))
	}
	return !isQualified(value) && (looksRandom(value) || isGenerated(value) || digits || k.strong && strings.IndexByte(value, ' ') < 0)
}

// isRule reports whether value is one of the rules of a form that a value must keep,
// as web frameworks call them.
func isRule(value string) bool {
	switch value {
	case "required", "nullable", "sometimes", "string", "bail":
		return true
	}
	return false
}

// fills reports whether a program surely filled the listing in, so that what is in it
// need not look random.
func (l *listing) fills(quoted bool) bool { return l.goForm || !quoted }

// isPattern reports whether value is a regular expression, or what stands in the
// brackets of one.
func isPattern(value string) bool {
	for i := 1; i+1 < len(value); i++ {
		if value[i] == '-' && (value[i-1] == 'a' && value[i+1] == 'z' || value[i-1] == 'A' && value[i+1] == 'Z' || value[i-1] == '0' && value[i+1] == '9') {
			return true
		}
	}
	return value[0] == '^' || strings.Contains(value, ".*") || strings.Contains(value, ".+")
}
