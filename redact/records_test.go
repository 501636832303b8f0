package redact

import (
	"log/slog"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// What is remembered of one record says nothing of another one that differs from it
// where it matters.
func TestRecordsAreToldApart(t *testing.T) {
	secret := slog.String("password", "velvetQuarry57") // so that groups are looked at one by one
	for _, tc := range []struct {
		name  string
		clean []slog.Attr // a record that is remembered
		kept  []slog.Attr // one that is searched, with groups that are remembered
		dirty []slog.Attr
	}{
		{name: "a text", clean: []slog.Attr{slog.String("note", "by the north")}, dirty: []slog.Attr{slog.String("note", "by "+mail)}},
		{name: "a text before an empty one", clean: []slog.Attr{slog.String("note", "by the north"), slog.String("at", "")},
			dirty: []slog.Attr{slog.String("note", "by "+mail), slog.String("at", "")}},
		{name: "a key", clean: []slog.Attr{slog.String("note", "velvet-57")}, dirty: []slog.Attr{slog.String("password", "velvet-57")}},
		{name: "a key that holds a value", clean: []slog.Attr{slog.Int("note", 1)}, dirty: []slog.Attr{slog.Int(mail, 1)}},
		{name: "a number", clean: []slog.Attr{slog.Int("n", 42)}, dirty: []slog.Attr{slog.Int("n", 4242424242424242)}},
		{name: "a type", clean: []slog.Attr{slog.Any("v", struct{ N int32 }{1})}, dirty: []slog.Attr{slog.Any("v", struct{ Password string }{"velvet-57"})}},
		{name: "a key in a group", clean: []slog.Attr{slog.Group("g", slog.String("n", "velvet-57"))}, dirty: []slog.Attr{slog.Group("g", slog.String("token", "velvet-57"))}},
		{name: "the name of a group", kept: []slog.Attr{slog.Group("note", slog.String("n", "velvet-57"))},
			dirty: []slog.Attr{slog.Group("password", slog.String("n", "velvet-57"))}},
		{name: "a short text in a group whose name speaks", kept: []slog.Attr{slog.Group("pin", slog.String("n", "GET"))},
			dirty: []slog.Attr{slog.Group("pin", slog.String("n", "4711"))}},
		{name: "a short number in a group whose name speaks", kept: []slog.Attr{slog.Group("pin", slog.Int("n", 1))},
			dirty: []slog.Attr{slog.Group("pin", slog.Int("n", 4711))}},
		{name: "where a group ends", kept: []slog.Attr{slog.Group("g", slog.Group("password", slog.String("a", "")), slog.String("b", "velvet-57"))},
			dirty: []slog.Attr{slog.Group("g", slog.Group("password", slog.String("a", ""), slog.String("b", "velvet-57")))}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			before, after := tc.clean, tc.dirty
			if tc.kept != nil {
				before, after = append(tc.kept, secret), append(tc.dirty, secret)
			}
			r := mustNew(t, nil)
			first := line(t, r, info(anys(before)...))
			require.Equal(t, tc.kept == nil, !strings.Contains(first, "[REDACTED"), first)
			require.Equal(t, first, line(t, r, info(anys(before)...)), "a second time")
			want := line(t, mustNew(t, nil), info(anys(after)...))
			require.Equal(t, want, line(t, r, info(anys(after)...)))
			require.NotContains(t, want, "velvet-57")
			require.Greater(t, strings.Count(want, "[REDACTED"), strings.Count(first, "[REDACTED"))
		})
	}
}

func anys(attrs []slog.Attr) (out []any) {
	for _, a := range attrs {
		out = append(out, a)
	}
	return out
}
