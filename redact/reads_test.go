package redact

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/url"
	"testing"

	"github.com/stretchr/testify/require"
)

// Queries and cookies are read by their grammar where a type says that they are such,
// in every form; a rule for the field goes first.
func TestTypesWithAGrammar(t *testing.T) {
	link := url.URL{Scheme: "https", Host: "h.example.org", RawQuery: "page=2&access_token=velvetQuarry57", Fragment: "sig=velvetQuarry57"}
	header := http.Header{"Cookie": {"theme=velvetQuarry57; b"}, "Set-Cookie": {"a=velvetQuarry57; Path=/"}, "Accept": {"*/*"}}
	response := &http.Response{Status: "200 OK", Header: header, Request: &http.Request{URL: &link, Header: header}}
	for name, v := range map[string]any{
		"URL": &link, "URL by value": link, "URLs": []url.URL{link}, "map of URLs": map[string]*url.URL{"u": &link},
		"header": header, "struct of a header": struct{ H any }{header}, "headers": []any{response.Request.Header},
	} {
		for form, handler := range bothForms {
			var out bytes.Buffer
			bare := handler(&out)
			for _, ours := range []*Handler{NewHandler(bare, nil), NewHandler(NewHandler(bare, nil), nil)} {
				got := written(ours, &out, v)
				require.NotContains(t, got, "velvet", "%s, %s", name, form)
				require.Contains(t, got, "[REDACTED:", "%s, %s", name, form)
				require.NotContains(t, got, "[REDACTED:[", "%s, %s", name, form)
			}
		}
	}
	for form, handler := range bothForms { // encoding/json refuses requests
		var out bytes.Buffer
		require.NotContains(t, written(NewHandler(handler(&out), nil), &out, response), "velvet", form)
		require.NotContains(t, written(NewHandler(handler(&out), nil), &out, response.Request), "velvet", form)
	}
	b, err := json.Marshal((*Redactor)(nil).Any([]any{link, header}))
	require.NoError(t, err)
	require.Contains(t, string(b), `"RawQuery":"page=2\u0026access_token=[REDACTED:`)
	require.Contains(t, string(b), `"Accept":["*/*"],"Cookie":["theme=[REDACTED:http_cookie];[REDACTED:http_cookie]"],"Set-Cookie":["a=[REDACTED:http_cookie]; Path=/"]`)

	for _, host := range []string{"", "db", "db.example.com", "localhost:80"} {
		bare := url.URL{Host: host, User: url.UserPassword("bob", "velvetQuarry57")}
		for _, v := range []any{bare, &bare, []*url.URL{&bare}, &http.Request{URL: &bare}} {
			for form, handler := range bothForms {
				var out bytes.Buffer
				require.NotContains(t, written(NewHandler(handler(&out), nil), &out, v), "velvet", "%s, host %q without a scheme", form, host)
			}
		}
	}
	git := &url.URL{Scheme: "ssh", Host: "h.example.org", User: url.User("git"), Path: "/team/shop.git"}
	require.Equal(t, git, (*Redactor)(nil).Any(git), "a user name is no secret")

	clean := url.URL{Host: "h.example.org", RawQuery: "page=2&&q=a%20b;c", Fragment: "top"}
	require.Equal(t, clean, (*Redactor)(nil).Any(clean), "the value itself")
	open := mustNew(t, &Options{Keys: map[string]Replacer{"cookie": Keep, "raw query": Mask(2)}})
	got := line(t, open, info("h", header, "u", []any{link}))
	require.Contains(t, got, `"Cookie":["theme=velvetQuarry57; b"]`)
	require.Contains(t, got, `"RawQuery":"****57"`)
}
