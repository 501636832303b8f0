package redact

import (
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
