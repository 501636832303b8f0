package redact

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"log/slog"
	"math/bits"
	"time"
	"unicode/utf8"
)

// stringEnd returns where the JSON string that begins at src[at] ends, and
// whether it holds a backslash; -1 where it does not end, or holds a control
// character.
func stringEnd(src []byte, at int) (end int, escaped bool) {
	for i := at + 1; ; i += 2 {
		i = specialByte(src, i)
		switch {
		case i >= len(src) || src[i] < ' ':
			return -1, escaped
		case src[i] == '"':
			return i + 1, escaped
		}
		escaped = true
	}
}

// specialByte returns where from at on the first quote, backslash or control
// character stands, len(src) if there is none. It looks at eight bytes at once;
// a byte that is none of these can be taken for one only above one that is.
func specialByte(src []byte, at int) int {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	for ; at+8 <= len(src); at += 8 {
		x := binary.LittleEndian.Uint64(src[at:])
		quote, backslash := x^ones*'"', x^ones*'\\'
		found := (quote-ones)&^quote | (backslash-ones)&^backslash | (x-ones*' ')&^x
		if found &= tops; found != 0 {
			return at + bits.TrailingZeros64(found)/8
		}
	}
	for ; at < len(src); at++ {
		if c := src[at]; c == '"' || c == '\\' || c < ' ' {
			return at
		}
	}
	return len(src)
}

// valueEnd returns where the JSON value that begins at src[at] ends, -1 where it
// does not.
func valueEnd(src []byte, at int) int {
	for depth := 0; at < len(src); {
		switch src[at] {
		case '"':
			if at, _ = stringEnd(src, at); at < 0 {
				return -1
			}
		case '{', '[':
			depth++
			at++
		case '}', ']':
			depth--
			at++
		case ' ', '\t', '\r', '\n', ',', ':':
			at++
			continue
		default:
			at = literalEnd(src, at)
		}
		if depth <= 0 {
			return at
		}
	}
	return -1
}

// literalEnd returns where the number or the word that begins at src[at] ends.
func literalEnd(src []byte, at int) int {
	for ; at < len(src); at++ {
		switch src[at] {
		case ' ', '\t', '\r', '\n', ',', ':', ']', '}', '[', '{', '"':
			return at
		}
	}
	return at
}

// numberForm says how a JSON number is written.
type numberForm uint8

const (
	otherNumber   numberForm = iota // with an exponent, or no number at all
	integerNumber                   // without fraction and exponent
	decimalNumber                   // with a fraction
)

// formOf returns how a number is written.
func formOf(text []byte) numberForm {
	digits := bytes.TrimPrefix(text, []byte("-"))
	point := -1
	for i, c := range digits {
		switch {
		case c == '.' && point < 0:
			point = i
		case c < '0' || c > '9':
			return otherNumber
		}
	}
	whole := len(digits)
	if point >= 0 {
		whole = point
	}
	switch {
	case whole == 0 || whole > 1 && digits[0] == '0' || point == len(digits)-1:
		return otherNumber
	case point < 0:
		return integerNumber
	}
	return decimalNumber
}

// isShort reports whether a JSON number or word by itself surely holds nothing: it
// has few digits, or a fraction.
func (r *Redactor) isShort(text []byte) bool {
	switch form := formOf(text); form {
	case integerNumber:
		return r.builtin && len(text) <= fewDigits
	case decimalNumber:
		return r.builtin && (len(text) <= fewDigits || hasFraction(text))
	}
	return string(text) == "true" || string(text) == "false" || string(text) == "null"
}

// hasFraction reports whether a number with a point has other digits than 0 after
// it.
func hasFraction(text []byte) bool {
	return len(bytes.Trim(text[bytes.IndexByte(text, '.')+1:], "0")) > 0
}

// unquote returns what a valid JSON string says.
func unquote(quoted []byte) string {
	if bytes.IndexByte(quoted, '\\') < 0 {
		return string(quoted[1 : len(quoted)-1])
	}
	var s string
	if json.Unmarshal(quoted, &s) != nil {
		return string(quoted[1 : len(quoted)-1])
	}
	return s
}

const hexDigits = "0123456789abcdef"

// appendJSONString appends s as a JSON string (RFC 8259 section 7), invalid
// UTF-8 as U+FFFD, as encoding/json does without HTML escaping.
func appendJSONString(dst []byte, s string) []byte {
	dst = append(dst, '"')
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == '"' || r == '\\':
			dst = append(dst, '\\', byte(r))
		case r == '\b':
			dst = append(dst, `\b`...)
		case r == '\f':
			dst = append(dst, `\f`...)
		case r == '\n':
			dst = append(dst, `\n`...)
		case r == '\r':
			dst = append(dst, `\r`...)
		case r == '\t':
			dst = append(dst, `\t`...)
		case r < 0x20:
			dst = append(dst, `\u00`...)
			dst = append(dst, hexDigits[r>>4], hexDigits[r&0xF])
		case r == '\u2028' || r == '\u2029':
			dst = append(dst, `\u202`...)
			dst = append(dst, hexDigits[r&0xF])
		case r == utf8.RuneError && size == 1:
			dst = append(dst, `\ufffd`...)
		default:
			dst = append(dst, s[i:i+size]...)
		}
		i += size
	}
	return append(dst, '"')
}

// appendValueJSON appends v, redacted, as slog.JSONHandler writes values.
func (p *pass) appendValueJSON(dst []byte, n *name, v slog.Value) []byte {
	if p.depth >= maxDepth {
		return appendJSONString(dst, p.marker(n, depthDetector))
	}
	p.depth++
	p.value(n, &v)
	p.depth--
	return appendCleanJSON(dst, v)
}

func appendCleanJSON(dst []byte, v slog.Value) []byte {
	switch v.Kind() {
	case slog.KindString:
		return appendJSONString(dst, v.String())
	case slog.KindTime:
		return appendJSONString(dst, v.Time().Format(time.RFC3339Nano))
	case slog.KindGroup:
		dst = append(dst, '{')
		for i, a := range v.Group() {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = append(appendJSONString(dst, a.Key), ':')
			dst = appendCleanJSON(dst, a.Value)
		}
		return append(dst, '}')
	}
	if e, ok := v.Any().(error); ok && !writesJSON(e) {
		return appendJSONString(dst, e.Error())
	}
	raw, err := marshal(v.Any())
	if err != nil {
		return appendJSONString(dst, string(Label(nil, "", whole("", unsafeDetector))))
	}
	return append(dst, raw...)
}

func writesJSON(v any) bool {
	_, ok := v.(json.Marshaler)
	return ok
}

// marshal is json.Marshal without HTML escaping.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}
