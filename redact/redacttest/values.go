package redacttest

import (
	"encoding/base64"
	"math/rand/v2"
	"strings"
)

// The values that are logged are made at run time, from fixed seeds, so that no
// scanner trips over this file. Persons and domains are those reserved for
// documentation (RFC 2606).
const (
	email        = "alice.doe@example.com"
	emailLocal   = "alice.doe"
	unicodeEmail = "jörg.müller@bücher.example"
	card         = "4242424242424242"
	letters      = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
)

// body returns n random letters and digits.
func body(n int, seed uint64) string {
	random := rand.New(rand.NewPCG(seed, 7))
	var b strings.Builder
	for range n {
		b.WriteByte(letters[random.IntN(len(letters))])
	}
	return b.String()
}

func password() string { return "Wq7-" + body(9, 1) }
func short() string    { return body(6, 2) }
func token() string    { return "gh" + "p_" + body(36, 3) }
func opaque() string   { return body(32, 4) }

// quarters returns what is left of a short secret where 4 characters are shown.
func quarters(s string) []string {
	var parts []string
	for i := range len(s) - 3 {
		parts = append(parts, s[i:i+4])
	}
	return parts
}

func jwt() string {
	encode := base64.RawURLEncoding.EncodeToString
	return encode([]byte(`{"alg":"HS256","typ":"JWT"}`)) + "." +
		encode([]byte(`{"sub":"4711","iat":1700000000}`)) + "." + encode([]byte(body(32, 5)))
}

// pem returns a private key, and the lines of its body.
func pem() (key string, lines []string) {
	for i := range 5 {
		lines = append(lines, base64.StdEncoding.EncodeToString([]byte(body(48, uint64(10+i)))))
	}
	const kind = "RSA PRIVATE" + " KEY-----"
	return "-----BEGIN " + kind + "\n" + strings.Join(lines, "\n") + "\n-----END " + kind + "\n", lines
}

func base64Of(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }
