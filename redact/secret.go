package redact

import (
	"bytes"
	"crypto/sha256"
	"crypto/subtle"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"reflect"
)

// Secret holds a value that shows itself nowhere: not in fmt with any verb,
// slog, encoding/json, encoding/xml, text or by reflection, alone or inside
// other values, in exported fields or not. It writes [REDACTED] instead, or in
// unexported fields an address; encoding/gob and database/sql refuse it with an
// error. [Secret.Expose] is the only way out, to a database, too.
//
// It decodes itself from JSON and text, and so from files, flags (as a
// flag.Value) and the environment. The zero value holds the zero value of T.
// Secrets cannot be compared with ==, and are no keys of maps; reflect.DeepEqual takes
// no two of them for equal. See [Equal].
type Secret[T any] struct {
	expose func() T // a function's captured values are out of reach of reflection
}

// Hide returns a secret that holds v.
func Hide[T any](v T) Secret[T] {
	return Secret[T]{func() T { return v }}
}

// Expose returns what the secret holds.
func (s Secret[T]) Expose() T {
	if s.expose == nil {
		var zero T
		return zero
	}
	return s.expose()
}

// Equal reports whether a and b hold the same bytes, in a time that does not
// depend on them.
func Equal[T ~string | ~[]byte](a, b Secret[T]) bool {
	x, y := sha256.Sum256([]byte(a.Expose())), sha256.Sum256([]byte(b.Expose()))
	return subtle.ConstantTimeCompare(x[:], y[:]) == 1
}

const hidden = labelStart + labelEnd

// String returns [REDACTED].
func (Secret[T]) String() string { return hidden }

// GoString returns [REDACTED].
func (Secret[T]) GoString() string { return hidden }

// Format writes [REDACTED] for every verb.
func (Secret[T]) Format(f fmt.State, _ rune) { _, _ = f.Write([]byte(hidden)) }

// LogValue returns [REDACTED].
func (Secret[T]) LogValue() slog.Value { return slog.StringValue(hidden) }

// MarshalJSON returns "[REDACTED]".
func (Secret[T]) MarshalJSON() ([]byte, error) { return []byte(`"` + hidden + `"`), nil }

// MarshalText returns [REDACTED].
func (Secret[T]) MarshalText() ([]byte, error) { return []byte(hidden), nil }

var (
	errDecode   = errors.New("redact: the secret cannot be decoded into its type")
	errRedacted = errors.New("redact: the secret was redacted when it was written")
)

// UnmarshalJSON takes the value from JSON, as encoding/json decodes T. Its
// errors do not quote the input. What a secret wrote itself is refused.
func (s *Secret[T]) UnmarshalJSON(data []byte) error {
	if bytes.Equal(data, []byte(`"`+hidden+`"`)) {
		return errRedacted
	}
	var v T
	if string(data) == "null" {
		v = s.Expose() // null leaves most types as they are
	}
	if json.Unmarshal(data, &v) != nil {
		return errDecode
	}
	*s = Hide(v)
	return nil
}

// UnmarshalText takes the value from text: types with an UnmarshalText method by
// that, strings and byte slices as it is, others as JSON. Its errors do not
// quote the input. What a secret wrote itself is refused.
func (s *Secret[T]) UnmarshalText(text []byte) error {
	if string(text) == hidden {
		return errRedacted
	}
	var v T
	if !decodeText(&v, text) {
		return errDecode
	}
	*s = Hide(v)
	return nil
}

func decodeText(v any, text []byte) bool {
	if v, ok := v.(encoding.TextUnmarshaler); ok {
		return v.UnmarshalText(text) == nil
	}
	switch v := reflect.ValueOf(v).Elem(); {
	case v.Kind() == reflect.String:
		v.SetString(string(text))
	case isBytes(v):
		v.SetBytes(bytes.Clone(text))
	default:
		return json.Unmarshal(text, v.Addr().Interface()) == nil
	}
	return true
}

// Set is UnmarshalText; it makes *Secret a flag.Value. Package flag itself quotes
// what Set refuses, which strings and bytes never are but for [REDACTED].
func (s *Secret[T]) Set(text string) error { return s.UnmarshalText([]byte(text)) }
