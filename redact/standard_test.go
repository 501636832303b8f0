package redact

import (
	"bytes"
	"log/slog"
	"net/http"
	"net/url"
	"testing"

	"github.com/stretchr/testify/require"
)

// Types of the standard library that hold secrets are known whatever they are
// called, and what they show beside them stays.
func TestTypesThatHoldSecrets(t *testing.T) {
	const value = "velvetQuarry57"
	cookie := &http.Cookie{Name: "session", Value: value, Path: "/shop"}
	login := url.UserPassword("bob", value)
	for _, tt := range []struct {
		name string
		any  any
		keep string // in text
	}{
		{"a cookie", cookie, "session="},
		{"a cookie by value", *cookie, "session"},
		{"a cookie whose name says nothing", &http.Cookie{Name: "theme", Value: value, Path: "/shop"}, "; Path=/shop"},
		{"several cookies", []*http.Cookie{cookie, cookie}, "session="},
		{"a field of a struct", struct{ C *http.Cookie }{cookie}, "session="},
		{"user information", login, ""},
		{"user information in a struct", struct {
			Shop string
			User *url.Userinfo
		}{"north", login}, "north"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var asJSON, asText bytes.Buffer
			slog.New(NewHandler(slog.NewJSONHandler(&asJSON, nil), nil)).Info("m", "x", tt.any)
			slog.New(NewHandler(slog.NewTextHandler(&asText, nil), nil)).Info("m", "x", tt.any)
			require.NotContains(t, asJSON.String(), value)
			require.NotContains(t, asText.String(), value)
			require.Contains(t, asText.String(), tt.keep)
		})
	}
	var out bytes.Buffer
	slog.New(NewHandler(slog.NewTextHandler(&out, nil), nil)).Info("m", "x", &http.Cookie{Name: "theme"})
	require.Contains(t, out.String(), `x="theme="`, "an empty cookie is clean")
}
