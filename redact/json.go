package redact

import (
	"encoding/json"
	"log/slog"
	"strings"
	"time"
	"unicode/utf8"
)

// stringEnd returns where the string that begins at src[at] ends.
func stringEnd(src string, at int) int {
	for i := at + 1; ; i++ {
		switch src[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
}

// valueEnd returns where the value that begins at src[at] ends.
func valueEnd(src string, at int) int {
	depth := 0
	for i := at; i < len(src); i++ {
		switch src[i] {
		case '"':
			i = stringEnd(src, i) - 1
		case '{', '[':
			depth++
			continue
		case '}', ']':
			if depth--; depth < 0 {
				return i
			}
		case ',':
			if depth == 0 {
				return i
			}
			continue
		default:
			continue
		}
		if depth == 0 {
			return i + 1
		}
	}
	return len(src)
}

// unquote returns what a valid JSON string says.
func unquote(quoted string) string {
	if strings.IndexByte(quoted, '\\') < 0 {
		return quoted[1 : len(quoted)-1]
	}
	var s string
	if json.Unmarshal([]byte(quoted), &s) != nil {
		return quoted[1 : len(quoted)-1]
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
	v, _ = p.value(n, v)
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
	raw, err := marshal(v.Any())
	if e, ok := v.Any().(error); ok {
		raw, err = string(appendJSONString(nil, e.Error())), nil
	}
	if err != nil {
		return appendJSONString(dst, string(Label(nil, "", whole("", unsafeDetector))))
	}
	return append(dst, raw...)
}

// marshal is json.Marshal without HTML escaping.
func marshal(v any) (string, error) {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return "", err
	}
	return strings.TrimSuffix(b.String(), "\n"), nil
}
