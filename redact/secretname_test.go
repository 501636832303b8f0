package redact

import (
	"log/slog"
	"testing"

	"github.com/stretchr/testify/require"
)

// A typed field that is named as a secret holds one, however plain it looks, but
// not what is said about one.
func TestNamesOfSecrets(t *testing.T) {
	const plain = "northern-lights"
	for _, tc := range []struct {
		reason string
		args   []any
		kept   bool
	}{
		{"the name of a token", []any{"token", plain}, false},
		{"in any style", []any{"X-Auth-Token", plain}, false},
		{"without a sign between its words", []any{"clientsecret", plain}, false},
		{"the name of a key that is secret", []any{"signingKey", plain}, false},
		{"a header", []any{"authorization", plain}, false},
		{"credentials speak for what is in them", []any{"credentials", map[string]string{"value": plain}}, false},
		{"inside a struct", []any{"x", struct{ APIKey string }{plain}}, false},
		{"what a pair says that it holds", []any{"env", []any{struct{ Name, Value string }{"API_TOKEN", plain}}}, false},
		{"the same of a map", []any{"env", map[string]any{"key": "client_secret", "value": plain}}, false},
		{"the same as text", []any{"env", `[{"name":"API_TOKEN","value":"` + plain + `"}]`}, false},
		{"the value of a group", []any{slog.Group("secret", "value", plain)}, false},
		{"but not another member", []any{slog.Group("secret", "note", plain), "token", map[string]string{"note": plain}}, true},
		{"names of many", []any{"api_keys", map[string]string{"stripe": plain}}, false},
		{"lists of many", []any{"passwords", []string{plain}, "refreshTokens", []any{plain}}, false},
		{"how many there are", []any{slog.Group("passwords", "count", 3, "api_keys", 12)}, true},
		{"words of a text", []any{"tokens", []string{"northern", "lights"}}, true},
		{"a number about tokens", []any{"token", "512"}, true},
		{"a state", []any{"token", "expired"}, true},
		{"a Kubernetes object", []any{"secret", "shop/db-credentials"}, true},
		{"a token of a page is none", []any{"page_token", plain}, true},
		{"a name that speaks about a secret", []any{"secret_name", plain}, true},
		{"keys in general are none", []any{"key", plain}, true},
	} {
		got := line(t, nil, info(tc.args...))
		if tc.kept {
			require.NotContains(t, got, "[REDACTED", tc.reason)
		} else {
			require.NotContains(t, got, plain, tc.reason)
		}
	}
}
