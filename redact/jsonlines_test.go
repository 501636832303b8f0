package redact

import (
	"bytes"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// jsonLined is streamed for a JSONWriter.
func jsonLined(t testing.TB, text string, next func() int) string {
	t.Helper()
	var out bytes.Buffer
	write(t, (*Redactor)(nil).JSONWriter(&out), text, next)
	return out.String()
}

func TestJSONWriter(t *testing.T) {
	long := strings.Repeat("x", maxJSONLine)
	for _, tc := range []struct{ name, reason, text, want string }{
		{"objects", "by their names", `{"password":{"x":"velvet-57"},"n":4242424242424242}` + "\r\n", `{"password":{"x":"[REDACTED:password_assignment]"},"n":"[REDACTED:credit_card]"}` + "\n"},
		{"other values", "a line may begin with anything", "4242424242424242\n[\"" + mail + "\"]\nnull\n", "\"[REDACTED:credit_card]\"\n[\"[REDACTED:email_address]\"]\nnull\n"},
		{"no JSON", "becomes a string", "by " + mail + " \"x\"\n{\"a\":\n", `"by [REDACTED:email_address] \"x\""` + "\n\"{\\\"a\\\":\"\n"},
		{"blank lines", "stay", "\n \t\r\n1\n", "\n \t\r\n1\n"},
		{"other white space", "is none in JSON (RFC 8259 section 2)", "\u2028\n\u00a0\n\f\n", "\"\\u2028\"\n\"\u00a0\"\n\"\\f\"\n"},
		{"no line break at the end", "is added", "1\n2", "1\n2\n"},
		{"a line too long", "is left out", "1\n\"" + long + "\"\n2\n\"" + long, "1\n\"[REDACTED:size]\"\n2\n\"[REDACTED:size]\"\n"},
		{"the longest line", "is read", `"` + long[3:] + "\"\n", `"` + long[3:] + "\"\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			require.True(t, tc.want == jsonLined(t, tc.text, always(len(tc.text))), tc.reason)
			require.True(t, tc.want == jsonLined(t, tc.text, atRandom(40_000, 3)), "cut")
			require.True(t, tc.want == jsonLined(t, tc.want, always(30_000)), "redacted again")
		})
	}
}

// A line is written when it has ended, although another has begun.
func TestJSONWriterWritesAtOnce(t *testing.T) {
	var out bytes.Buffer
	w := (*Redactor)(nil).JSONWriter(&out)
	_, err := io.WriteString(w, "{\"a\":1}\n{\"b\":")
	require.NoError(t, err)
	require.Equal(t, "{\"a\":1}\n", out.String())
	_, err = io.WriteString(w, "2}\n")
	require.NoError(t, err)
	require.Equal(t, "{\"a\":1}\n{\"b\":2}\n", out.String())
}

// Rows of a private key are known in lines of JSON, and in what is none.
func TestJSONWriterAndKeys(t *testing.T) {
	for _, tc := range loggedKeys {
		text, rows := loggedKey(tc.record)
		out := jsonLined(t, text, always(77))
		for _, row := range append(rows, "alice.doe", "velvet", rows[3][:20], rows[2][:3]+`\/`) {
			require.NotContains(t, out, row, "%s: %s", tc.name, tc.reason)
		}
		for line := range strings.Lines(out) {
			require.True(t, json.Valid([]byte(line)), line)
		}
		after := "{\"msg\":\"done\",\"log\":\"done\"}\n"
		require.True(t, strings.HasSuffix(jsonLined(t, text+after, always(77)), after), tc.name)
	}
	require.NotContains(t, jsonLined(t, privateKey(3), always(7)), "Zm9v", "lines that are no JSON")
	bare := ""
	for line := range strings.Lines(privateKey(3)) {
		bare += `"` + strings.TrimSpace(line) + "\"\n"
	}
	require.NotContains(t, jsonLined(t, bare, always(7)), "Zm9v", "lines that are strings")
}
