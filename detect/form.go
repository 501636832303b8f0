package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// In the values of forms and of queries a + stands for a blank (WHATWG URL, section
// 5.1): from the = behind a name to the next &, or to what ends a word. One right
// behind the = stands for itself, as no value begins with a blank, but a telephone
// number that was not encoded does with a +.
const (
	maxToPlus    = 64      // how far behind a = the first + of a value is looked for
	maxFormValue = 4 << 10 // how far before a + the = may be
	maxBehind    = 256     // how far the candidates of a text are out of order
)

// formBlanks looks at the line of the phrase at [start, end) as one of a form, if a
// + that is a blank stands beside the phrase or in the value assigned to it.
func (r *run) formBlanks(start, end int) {
	switch {
	case end < len(r.text) && r.text[end] == '+':
		r.formBlank(end)
	case start > 0 && r.text[start-1] == '+':
		r.formBlank(start - 1)
	case end < len(r.text) && r.text[end] == '=':
		if n := strings.IndexByte(r.text[end:min(len(r.text), end+maxToPlus)], '+'); n > 0 {
			r.formBlank(end + n)
		}
	}
}

// formBlank looks at the line of the + at position at, if that is a blank. What has
// an escape on the lines before it may not have been looked at yet.
func (r *run) formBlank(at int) {
	if at < r.seen || r.decoded || r.name || !r.form.inValue(r.text, at) {
		return
	}
	for from := max(r.seen, at-maxBehind); r.seen <= at; from = r.seen + 1 {
		r.look(min(from, at))
	}
}

// opensFormValue reports whether the = at position i stands behind a name, perhaps
// one with an index in brackets.
func opensFormValue(text string, i int) bool {
	return i > 0 && (scan.IsAlnum(text[i-1]) || text[i-1] == '_' || text[i-1] == ']')
}

func endsFormValue(b byte) bool { return b == '&' || b == '#' || b <= ' ' || b == '<' || b == '>' }

// formReader follows text to tell which + in it are blanks. It reads each byte once,
// and passes over those that no value begins in which is still going on.
type formReader struct {
	next    int // what is before has been read
	value   bool
	opening int // where the value begins
	pluses  int // how many blanks were asked about in it
}

// inValue reports whether position i is in a value, but not at its beginning.
func (f *formReader) inValue(text string, i int) bool {
	if i < f.next {
		return f.value && i > f.opening || isBehindName(text, i)
	}
	if from := i - maxFormValue; from > f.next {
		f.next, f.value = from, false
	}
	for ; f.next < i; f.next++ {
		switch b := text[f.next]; {
		case b == '=' && !f.value && opensFormValue(text, f.next):
			*f = formReader{next: f.next, value: true, opening: f.next + 1}
		case endsFormValue(b):
			f.value = false
		}
	}
	return f.value && i > f.opening
}

// isBehindName is inValue for the values that begin near, read from their end.
func isBehindName(text string, i int) bool {
	for from := i - 1; from >= 0 && i-from <= maxBehind && !endsFormValue(text[from]); from-- {
		if text[from] == '=' && from < i-1 && opensFormValue(text, from) {
			return true
		}
	}
	return false
}

// blank reports whether the + at position i is a blank. The first one of a value
// may belong to an address whose @ alone was encoded.
func (f *formReader) blank(text string, i int) bool {
	if !f.inValue(text, i) {
		return false
	}
	f.pluses++
	return f.pluses > 1 || !inLocalPart(text, i)
}

// inLocalPart reports whether what stands behind the + at position i is the rest of
// the local part of an address.
func inLocalPart(text string, i int) bool {
	end := i + 1
	for end < len(text) && end-i <= maxLocalPart && isLocal(text[end]) && text[end] != '+' && text[end] != '%' {
		end++
	}
	return end > i+1 && (strings.HasPrefix(text[end:], "%40") || strings.HasPrefix(text[end:], "@"))
}
