package redact

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"strings"
	"testing"
	"testing/slogtest"

	"github.com/stretchr/testify/require"
)

func TestHandlerIsASlogHandler(t *testing.T) {
	for _, tc := range []struct {
		name  string
		next  func(*bytes.Buffer) slog.Handler
		parse func(string) map[string]any
	}{
		{"JSON", func(b *bytes.Buffer) slog.Handler { return slog.NewJSONHandler(b, nil) }, parseJSON},
		{"text", func(b *bytes.Buffer) slog.Handler { return slog.NewTextHandler(b, nil) }, parseLogfmt},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var buf bytes.Buffer
			newHandler := func(*testing.T) slog.Handler {
				buf.Reset()
				return NewHandler(tc.next(&buf), nil)
			}
			slogtest.Run(t, newHandler, func(*testing.T) map[string]any { return tc.parse(buf.String()) })
		})
	}
}

func parseJSON(line string) map[string]any {
	m := map[string]any{}
	if json.Unmarshal([]byte(line), &m) != nil {
		return nil
	}
	return m
}

// parseLogfmt reads what slogtest writes: no value has a blank in it.
func parseLogfmt(line string) map[string]any {
	m := map[string]any{}
	for pair := range strings.FieldsSeq(line) {
		key, value, _ := strings.Cut(pair, "=")
		at := m
		path := strings.Split(key, ".")
		for _, group := range path[:len(path)-1] {
			inner, ok := at[group].(map[string]any)
			if !ok {
				inner = map[string]any{}
				at[group] = inner
			}
			at = inner
		}
		at[path[len(path)-1]] = value
	}
	return m
}

func TestCleanRecordsAreHandedOnAsTheyAre(t *testing.T) {
	var bare, wrapped bytes.Buffer
	options := &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}}
	for _, logger := range []*slog.Logger{
		slog.New(slog.NewJSONHandler(&bare, options)),
		slog.New(NewHandler(slog.NewJSONHandler(&wrapped, options), nil)),
	} {
		logger.With("service", "billing").WithGroup("request").Info("request served",
			"method", "GET", "path", "/v1/items/42", "status", 200, "ratio", 0.5,
			"list", []any{1, "two", nil}, "map", map[string]any{"b": 1, "a": []string{"x"}},
			"struct", struct {
				A int `json:"a"`
				B *int
			}{A: 1}, slog.Group("empty"), slog.Group("g", "k", true))
	}
	require.Equal(t, bare.String(), wrapped.String())
}
