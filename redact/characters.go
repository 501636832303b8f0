package redact

import (
	"reflect"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// Arrays of bytes and lists of runes are written as lists of numbers, which anybody
// can read as the text that they are.

// areCharacters reports whether values of the type are such lists. Slices of bytes are
// none: they are written as text.
func areCharacters(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Array:
		return t.Elem().Kind() == reflect.Uint8 || t.Elem().Kind() == reflect.Int32
	case reflect.Slice:
		return t.Elem().Kind() == reflect.Int32
	}
	return false
}

// characters returns the text that a list of characters is. It is none where one of
// them cannot be written, unless a name speaks of bytes, for keys look like that.
func (p *pass) characters(n *name, v reflect.Value) (text string, ok bool) {
	length := v.Len()
	for ; length > 0 && v.Index(length-1).IsZero(); length-- {
		continue // zeros at the end are what is left of an array
	}
	if length == 0 || !p.spend(length) {
		return "", false
	}
	isBytes := v.Type().Elem().Kind() == reflect.Uint8
	out := make([]byte, 0, 64)
	for i := range length {
		if isBytes {
			out = append(out, byte(v.Index(i).Uint()))
			continue
		}
		r := rune(v.Index(i).Int())
		if !utf8.ValidRune(r) || !writable(r) {
			return "", false
		}
		out = utf8.AppendRune(out, r)
	}
	if !isBytes || p.judged(n) {
		return string(out), true
	}
	for rest := out; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		if r == utf8.RuneError || !writable(r) {
			return "", false
		}
		rest = rest[size:]
	}
	return string(out), true
}

func writable(r rune) bool { return r == '\t' || r == '\n' || r == '\r' || unicode.IsPrint(r) }

// redactedCharacters returns the text of a list of characters with the findings
// replaced, and whether there were any.
func (p *pass) redactedCharacters(n *name, v reflect.Value) (text string, changed bool) {
	if !areCharacters(v.Type()) {
		return "", false
	}
	text, ok := p.characters(n, v)
	if !ok {
		return "", false
	}
	return p.text(n, text)
}

// appendCharacters writes text as the list of numbers that stood there.
func appendCharacters(dst []byte, text string, list reflect.Type, separator byte) []byte {
	dst = append(dst, '[')
	if list.Elem().Kind() == reflect.Uint8 {
		for i := range len(text) {
			dst = append(strconv.AppendUint(dst, uint64(text[i]), 10), separator)
		}
	} else {
		for _, r := range text {
			dst = append(strconv.AppendInt(dst, int64(r), 10), separator)
		}
	}
	if len(text) > 0 {
		dst = dst[:len(dst)-1]
	}
	return append(dst, ']')
}
