package redactzerolog

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"strconv"
	"strings"

	"github.com/fieldsafe/fieldsafe/redact"
)

// walker reads a JSON text once, asks of every name and value what is to be
// written, and copies the text only where that is something else. It takes more
// than JSON allows; what it does not take is left to slower means.
type walker struct {
	r     *redact.Redactor
	text  string
	at    int      // of the next byte
	path  []string // the names of the open objects
	depth int
	out   []byte // the text up to the byte before text[taken], where anything changed
	taken int
}

// maxDepth bounds nesting.
const maxDepth = 64

// walk returns the text redacted. It fails on what it cannot read.
func walk(r *redact.Redactor, text string) (clean []byte, changed, ok bool) {
	w := walker{r: r, text: text}
	if !w.value(key{}) || w.next() != 0 {
		return nil, false, false
	}
	if w.out == nil {
		return nil, false, true
	}
	return append(w.out, text[w.taken:]...), true, true
}

// next skips white space and returns the byte after it, 0 at the end.
func (w *walker) next() byte {
	for ; w.at < len(w.text); w.at++ {
		switch c := w.text[w.at]; c {
		case ' ', '\t', '\n', '\r':
		default:
			return c
		}
	}
	return 0
}

// skip is next for one byte that must be there; it goes beyond it.
func (w *walker) skip(c byte) bool {
	found := w.next() == c
	w.at++
	return found
}

// key is the name of a field, and where it stands; elements of arrays have the
// name of the array and stand nowhere.
type key struct {
	name       string
	start, end int
}

// value redacts the value of a field, and its name.
func (w *walker) value(of key) bool {
	switch c := w.next(); c {
	case '{':
		w.rename(of)
		return w.object(of.name)
	case '[':
		w.rename(of)
		return w.array(of.name)
	case '"':
		start := w.at
		s, ok := w.quoted()
		if ok {
			w.ask(of, start, slog.StringValue(s))
		}
		return ok
	default:
		return w.literal(of)
	}
}

// object reads fields, below the name.
func (w *walker) object(name string) bool {
	outer := w.path
	if name != "" {
		w.path = append(w.path, name)
	}
	more := w.open('}')
	for more && w.field() && w.next() == ',' {
		w.at++
	}
	w.path = outer
	return w.close('}')
}

// array reads elements. Each has the name of the array.
func (w *walker) array(name string) bool {
	more := w.open(']')
	for more && w.value(key{name: name}) && w.next() == ',' {
		w.at++
	}
	return w.close(']')
}

// open goes beyond a bracket and reports whether there is anything to be read
// before the closing one. Where nesting is too deep nothing is, and close fails.
func (w *walker) open(end byte) bool {
	w.depth++
	w.at++
	return w.depth <= maxDepth && w.next() != end
}

func (w *walker) close(end byte) bool {
	w.depth--
	return w.depth < maxDepth && w.skip(end)
}

// field reads a name and its value.
func (w *walker) field() bool {
	if w.next() != '"' {
		return false
	}
	start := w.at
	name, ok := w.quoted()
	end := w.at
	return ok && w.skip(':') && w.value(key{name, start, end})
}

// rename replaces a name that holds something.
func (w *walker) rename(of key) {
	if of.end == 0 {
		return
	}
	if clean := w.r.Attr(w.path, slog.String(of.name, "")).Key; clean != of.name {
		w.replace(of.start, of.end, clean)
	}
}

// quoted reads a string and returns what it says.
func (w *walker) quoted() (string, bool) {
	start, escaped := w.at, false
	for w.at++; w.at < len(w.text); w.at++ {
		switch c := w.text[w.at]; {
		case c == '\\':
			escaped = true
			w.at++
		case c < ' ':
			return "", false
		case c == '"':
			w.at++
			if !escaped {
				return w.text[start+1 : w.at-1], true
			}
			var s string
			err := json.Unmarshal([]byte(w.text[start:w.at]), &s)
			return s, err == nil
		}
	}
	return "", false
}

// literal reads a number, true, false or null.
func (w *walker) literal(of key) bool {
	start := w.at
	end := strings.IndexAny(w.text[start:], ",]} \t\r\n")
	if end < 0 {
		end = len(w.text) - start
	}
	w.at += end
	switch literal := w.text[start:w.at]; literal {
	case "null":
		w.rename(of)
	case "true", "false":
		w.ask(of, start, slog.BoolValue(literal == "true"))
	default:
		value, ok := number(literal)
		if !ok {
			return false
		}
		w.ask(of, start, value)
	}
	return true
}

func number(literal string) (slog.Value, bool) {
	if i, err := strconv.ParseInt(literal, 10, 64); err == nil {
		return slog.Int64Value(i), true
	}
	f, err := strconv.ParseFloat(literal, 64)
	return slog.Float64Value(f), err == nil
}

// ask replaces the name, and the value that stands from start to here, where
// they are to be something else.
func (w *walker) ask(of key, start int, value slog.Value) {
	clean := w.r.Attr(w.path, slog.Attr{Key: of.name, Value: value})
	if of.end > 0 && clean.Key != of.name {
		w.replace(of.start, of.end, clean.Key)
	}
	if clean.Value.Kind() != slog.KindString {
		return
	}
	if s := clean.Value.String(); value.Kind() != slog.KindString || s != value.String() {
		w.replace(start, w.at, s)
	}
}

// replace writes s as a string in place of what stands from start to end.
func (w *walker) replace(start, end int, s string) {
	var quoted bytes.Buffer
	encoder := json.NewEncoder(&quoted)
	encoder.SetEscapeHTML(false)
	if encoder.Encode(s) != nil { // a string never fails
		return
	}
	w.out = append(w.out, w.text[w.taken:start]...)
	w.out = append(w.out, bytes.TrimSuffix(quoted.Bytes(), []byte("\n"))...)
	w.taken = end
}
