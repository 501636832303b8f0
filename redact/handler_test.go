package redact

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/slogtest"
	"time"

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

// Twin: what is remembered changes nothing.
func TestMemoryChangesNothing(t *testing.T) {
	names := []string{"note", "password", "client", "account", "n", "pin", "token", "date_of_birth", mail, "name", "value"}
	texts := []string{"", "GET", "north", "by " + mail, "velvetQuarry57", "4242424242424242", "[REDACTED:email_address]", "a@b.example c@d.example e@f.example",
		"4b825dc642cb6eb9a060e54bf8d69288", "f47ac10b-58cc-4372-a567-0e02b2c3d479", "2026-03-15T09:26:53Z", "192.0.2.1", strings.Repeat("lorem ipsum ", 12) + mail}
	random := rand.New(rand.NewPCG(11, 12))
	attr := func() slog.Attr {
		name, text := names[random.IntN(len(names))], texts[random.IntN(len(texts))]
		values := []any{text, text, text, 7, int(random.Uint32()) * 1000, 4242424242424242, uint64(7), 0.5, true, []string{text}, inner{text, "b"}, errors.New(text)}
		return slog.Any(name, values[random.IntN(len(values))])
	}
	var out bytes.Buffer
	shared := mustNew(t, nil)
	line := func(r *Redactor, record slog.Record) string {
		out.Reset()
		require.NoError(t, NewHandler(slog.NewJSONHandler(&out, nil), r).Handle(context.Background(), record))
		return out.String()
	}
	for range 3000 {
		record := slog.NewRecord(time.Time{}, 0, texts[random.IntN(len(texts))], uintptr(random.IntN(1<<16))) // of many places
		for range random.IntN(4) {
			record.AddAttrs(attr())
		}
		group := attr()
		if random.IntN(2) == 0 {
			record.AddAttrs(slog.Group(names[random.IntN(len(names))], group, slog.Int("n", random.IntN(100))))
		}
		want := line(mustNew(t, nil), record)
		for range 3 {
			require.Equal(t, want, line(shared, record))
		}
	}
}
