package detect

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// randomSecret returns n characters of a token, which no example may hold.
func randomSecret(n int) string {
	return "q7" + randomText("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")(n-2)
}

// hidden returns text with a number sign in place of each finding.
func hidden(text string) string {
	var b strings.Builder
	at := 0
	for _, f := range Default().Append(nil, text) {
		b.WriteString(text[at:f.Start] + "#")
		at = f.End
	}
	return b.String() + text[at:]
}

// The identity tokens of Azure and Okta have thousands of characters, and the
// session tokens of AWS: a value is found however long it is.
func TestLongSecrets(t *testing.T) {
	for _, length := range []int{maxSecret - 1, maxSecret, maxSecret + 1, maxSecret + 2, 2001, 20000} {
		for _, tt := range []struct{ name, text, want string }{
			{"an assignment", "refresh_token=S next", "refresh_token=# next"},
			{"a password", "password=S", "password=#"},
			{"a secret in a list", "secret=S, user=jane", "secret=#, user=jane"},
			{"behind a colon", "token: S\nuser: jane", "token: #\nuser: jane"},
			{"form data", "client_secret=S&user=jane", "client_secret=#&user=jane"},
			{"in quotes", `api_key="S" user=jane`, `api_key="#" user=jane`},
			{"in the quotes of JSON in JSON", `{\"token\":\"S\",\"user\":\"jane\"}`, `{\"token\":\"#\",\"user\":\"jane\"}`},
			{"an element", "<password>S</password>", "<password>#</password>"},
			{"JSON that is cut", `x {"token":"S`, `x {"token":"#`},
			{"of AWS", "aws_session_token=S", "aws_session_token=#"},
			{"signs of base 64", "secret=S/S+S== user=jane", "secret=# user=jane"},
			{"a line that is quoted as a whole", `"token=S\nuser=jane"`, `"token=#\nuser=jane"`},
			{"a query", "GET /a?refresh_token=S&b=c", "GET /a?refresh_token=#&b=c"},
		} {
			t.Run(tt.name, func(t *testing.T) {
				require.Equal(t, tt.want, hidden(strings.ReplaceAll(tt.text, "S", randomSecret(length))))
			})
		}
	}
}

func TestLongValuesThatAreNoSecrets(t *testing.T) {
	for _, tt := range []struct{ name, text string }{
		{"prose in quotes", `"password": "` + strings.Repeat("Your password must have eight characters. ", 20) + `"`},
		{"a program", "token=function(a,b){" + strings.Repeat("return(a+b*12);var c={d:1};", 40) + "}"},
		{"an image", `"secret": "data:image/png;base64,` + randomSecret(900) + `"`},
		{"a placeholder", "token=<" + strings.Repeat("x", 600) + ">"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			require.Empty(t, Default().Append(nil, tt.text))
		})
	}
}

// A key within a value is read no further than the value: otherwise the work would
// grow with the square of its length.
func TestKeysInLongValues(t *testing.T) {
	for _, part := range []string{"password=", "a=", "token=", `"token":'`, "secret=x(", "password=“"} {
		t.Run(part, func(t *testing.T) {
			start := time.Now()
			Default().Append(nil, "password="+strings.Repeat(part, (1<<20)/len(part)))
			require.Less(t, time.Since(start), 5*time.Second)
		})
	}
}
