package redact

import (
	"bytes"
	"crypto"
	"crypto/dsa" //lint:ignore SA1019 old keys are still around
	"crypto/ecdh"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/tls"
	"fmt"
	"log/slog"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

type signer struct {
	*rsa.PrivateKey
	ID int
}

// A private key does not come out, whatever holds it.
func TestPrivateKeys(t *testing.T) {
	withRSA, err := rsa.GenerateKey(rand.Reader, 1024)
	require.NoError(t, err)
	withCurve, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	_, withEdwards, err := ed25519.GenerateKey(rand.Reader)
	require.NoError(t, err)
	agreed, err := ecdh.X25519().GenerateKey(rand.Reader)
	require.NoError(t, err)
	withDSA := &dsa.PrivateKey{X: new(big.Int).SetBytes([]byte("velvet-Quarry-57-"))}
	scalar, err := withCurve.Bytes()
	require.NoError(t, err)
	type held struct {
		name    string
		key     any
		value   any
		secrets []string
	}
	keys := []held{
		{"RSA", withRSA, *withRSA, []string{fmt.Sprint(withRSA.D), fmt.Sprint(withRSA.Primes[0])}},
		{"ECDSA", withCurve, *withCurve, append(readable(string(scalar)), new(big.Int).SetBytes(scalar).String())},
		{"Ed25519", &withEdwards, withEdwards, readable(string(withEdwards))},
		{"DSA", withDSA, *withDSA, []string{withDSA.X.String()}},
		{"X25519", agreed, *agreed, readable(string(agreed.Bytes()))},
	}
	for form, handler := range bothForms {
		var out bytes.Buffer
		bare := handler(&out)
		for _, k := range keys {
			for way, v := range map[string]any{
				"pointer": k.key, "value": k.value, "list": []any{k.key, k.value}, "map": map[string]crypto.PrivateKey{"k": k.key},
				"struct": struct{ Key any }{k.key}, "struct of a pointer": struct {
					Key  any
					Note string
				}{k.key, mail}, "unexported": struct{ key any }{k.value}, "certificate": tls.Certificate{PrivateKey: k.key},
				"embedded": signer{withRSA, 7}, "group": slog.GroupValue(slog.Any("a", k.value)),
			} {
				for _, ours := range []slog.Handler{NewHandler(bare, nil), NewHandler(struct{ slog.Handler }{bare}, nil)} {
					got := written(ours, &out, v)
					for _, secret := range append(k.secrets, keys[0].secrets...) {
						require.NotContains(t, got, secret, "%s, %s, %s", form, k.name, way)
					}
					if way == "pointer" || way == "value" {
						require.Contains(t, got, "[REDACTED:private_key]", "%s, %s, %s", form, k.name, way)
					}
				}
			}
			require.Equal(t, "<nil>", strings.TrimSpace(fmt.Sprint((*Redactor)(nil).Any((*rsa.PrivateKey)(nil)))))
		}
	}
}
