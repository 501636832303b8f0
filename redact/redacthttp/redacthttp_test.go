package redacthttp

import (
	"bytes"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/fieldsafe/fieldsafe/redact"
	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

// written logs v through a handler that knows nothing of redaction.
func written(t *testing.T, v slog.LogValuer) string {
	t.Helper()
	var out bytes.Buffer
	only := func(groups []string, a slog.Attr) slog.Attr {
		if len(groups) == 0 && a.Key != "x" {
			return slog.Attr{}
		}
		return a
	}
	slog.New(slog.NewJSONHandler(&out, &slog.HandlerOptions{ReplaceAttr: only})).Info("", "x", v)
	return strings.TrimSuffix(strings.TrimPrefix(out.String(), `{"x":`), "}\n")
}

func password() string { return strings.Join([]string{"velvet", "Quarry", "57"}, "-") }

func testRequest() *http.Request {
	req := httptest.NewRequest(http.MethodPost, "https://bob:"+password()+"@api.example.org/orders/7?access_token=k1", strings.NewReader("{}"))
	req.Header.Set("Authorization", "Bearer k2")
	req.Header.Set("Accept", "text/html")
	req.Header["X-Note"] = []string{"plain", "by jane.doe@corp.example.org"}
	req.RemoteAddr = "db-3:4711"
	req.Pattern = "POST /orders/{id}"
	return req
}

func TestRequest(t *testing.T) {
	want := `{"method":"POST","url":"https://[REDACTED:url_userinfo]:[REDACTED:url_userinfo]@api.example.org/orders/7?access_token=[REDACTED:query_param_secret]",` +
		`"proto":"HTTP/1.1","host":"api.example.org","length":2,` +
		`"headers":{"Accept":"text/html","Authorization":"Bearer [REDACTED:generic_api_key]","X-Note":["plain","by [REDACTED:email_address]"]},` +
		`"pattern":"POST /orders/{id}","remote":"db-3:4711"}`
	if diff := cmp.Diff(want, written(t, Request(testRequest(), nil))); diff != "" {
		t.Error(diff)
	}
}

func TestResponse(t *testing.T) {
	resp := &http.Response{StatusCode: http.StatusFound, Proto: "HTTP/2.0", ContentLength: -1, Header: http.Header{
		"Set-Cookie": {"sid=k1; Path=/; HttpOnly", "theme=k2"},
		"Location":   {"https://h.example.org/?code=1&access_token=k3"},
	}}
	want := `{"status":302,"proto":"HTTP/2.0","length":-1,"headers":{` +
		`"Location":"https://h.example.org/?code=1&access_token=[REDACTED:query_param_secret]",` +
		`"Set-Cookie":["sid=[REDACTED:http_cookie]; Path=/; HttpOnly","theme=[REDACTED:http_cookie]"]}}`
	if diff := cmp.Diff(want, written(t, Response(resp, nil))); diff != "" {
		t.Error(diff)
	}
}

func TestNil(t *testing.T) {
	for name, v := range map[string]slog.LogValuer{"request": Request(nil, nil), "response": Response(nil, nil), "URL": URL(nil, nil)} {
		if got := written(t, v); got != "null" {
			t.Errorf("%s: got %s", name, got)
		}
	}
	if got := written(t, Request(&http.Request{}, nil)); !strings.Contains(got, `"url":null`) {
		t.Errorf("a request without a URL: got %s", got)
	}
}

// The values keep what they hold to themselves, whatever prints them.
func TestNoResidue(t *testing.T) {
	req := testRequest()
	resp := &http.Response{Header: req.Header, Request: req}
	for name, v := range map[string]any{
		"request": Request(req, nil), "response": Response(resp, nil), "header": Header(req.Header, nil), "URL": URL(req.URL, nil),
	} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
			for _, shown := range []string{fmt.Sprintf(verb, v), fmt.Sprintf(verb, []any{struct{ V any }{v}})} {
				for _, secret := range []string{password(), "Bearer k2", "token=k1", "jane.doe"} {
					require.NotContains(t, shown, secret, "%s with %s", name, verb)
				}
			}
		}
	}
}

// One policy: the redactor's options hold here too.
func TestPolicy(t *testing.T) {
	counts := redact.Counts{}
	r, err := redact.New(&redact.Options{Replace: redact.Mask(0), Observe: counts.Add})
	require.NoError(t, err)
	want := `{"Cookie":"a=****; b=****"}`
	if diff := cmp.Diff(want, written(t, Header(http.Header{"Cookie": {"a=k1; b=k2"}}, r))); diff != "" {
		t.Error(diff)
	}
	for id, n := range counts.All() {
		if id != "http_cookie" || n != 2 {
			t.Errorf("observed %d of %s", n, id)
		}
	}
}
