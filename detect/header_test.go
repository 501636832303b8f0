package detect

import (
	"encoding/base64"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// What follows the scheme in the header Authorization is a credential, whatever it
// looks like.
func TestAuthorizationHeader(t *testing.T) {
	ticket := base64.StdEncoding.EncodeToString([]byte("\x60\x82\x01" + strings.Repeat("velvet\x00\xff", 100)))
	for _, tt := range []struct{ name, text, want string }{
		{"a ticket", "Authorization: Negotiate " + ticket, "Authorization: Negotiate #"},
		{"a message of NTLM", `"Proxy-Authorization": "NTLM TlRMTVNTUAABAAAAB4IIog=="`, `"Proxy-Authorization": "NTLM #"`},
		{"a pair without a colon", "Authorization: Basic dmVsdmV0cXVhcnJ5", "Authorization: Basic #"},
		{"bytes", "authorization: basic /wCqu8zd7g==", "authorization: basic #"},
		{"short", "Authorization: Bearer abc123", "Authorization: Bearer #"},
		{"a pattern", "Authorization: Bearer " + strings.Repeat("aB3", 9) + " sent", "Authorization: Bearer # sent"},
		{"letters of one case", "Authorization: Bearer velvetquarry", "Authorization: Bearer #"},
		{"the same in quotes", `curl -H 'Authorization: Bearer velvetquarry' x`, `curl -H 'Authorization: Bearer #' x`},
		{"before another name", "authorization=Bearer velvetquarry status=200", "authorization=Bearer # status=200"},
		{"a list of Go", "map[Authorization:[Bearer abc123] X:[y]]", "map[Authorization:[Bearer #] X:[y]]"},
		{"JSON in JSON", `{\"Authorization\":\"Bearer abc123\"}`, `{\"Authorization\":\"Bearer #\"}`},
		{"arguments of a call", `req.Header.Set("Authorization", "Bearer abc123")`, `req.Header.Set("Authorization", "Bearer #")`},
		{"a token", "Authorization: Token abc123", "Authorization: Token #"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, hidden(tt.text))
		})
	}
}

func TestNoAuthorizationHeader(t *testing.T) {
	for _, text := range []string{
		"Authorization: Bearer <token>", "Authorization: Bearer $TOKEN", "Authorization: Bearer {{token}}", "Authorization: Bearer ${t}",
		"Authorization: Bearer YOUR_TOKEN", "Authorization: Bearer xxx", "Authorization: Bearer token", "Authorization: Bearer {token}",
		"Authorization: Bearer access_token", "Authorization: Bearer my-token", "Authorization: Bearer JWT", "Authorization: Bearer abc...",
		"Authorization: Bearer is required", "authorization: basic auth failed", "Authorization: Bearer authentication", "Authorization: Bearer scheme",
		"Authorization: Basic or Bearer", "authorization: basic checks passed.", `Authorization: Bearer realm="shop"`, "Authorization: Bearer prefix${t}",
		"Authorization: Bearer [REDACTED:x]", "Authorization: Bearer %s", `"Authorization": "Bearer " + token`, "Authorization: Bearer ***",
		"Authorization: Negotiate is not supported", "Authorization: Token missing", "Bearer abc123", "the Authorization Bearer abc123",
		"Authorization: Bearer", "Authorization: Bearer  ", "Authorization: Bearer getToken()", "Authorization: Bearer config.token",
	} {
		t.Run(text, func(t *testing.T) {
			require.Equal(t, text, hidden(text))
		})
	}
}
