package main

import (
	"bytes"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
)

// served sends one request through the proxy to target and returns the answer
// and the log.
func served(t *testing.T, target string) (*httptest.ResponseRecorder, string) {
	t.Helper()
	u, err := url.Parse(target)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	r := httptest.NewRequest(http.MethodGet, "/orders/7?access_token=k1k1k1&by=jane.doe@corp.example.org", nil)
	r.Header.Set("Authorization", "Bearer k2k2k2")
	r.AddCookie(&http.Cookie{Name: "sid", Value: "k3k3k3"})
	w := httptest.NewRecorder()
	newProxy(u, slog.New(slog.NewJSONHandler(&out, nil))).ServeHTTP(w, r)
	for _, secret := range []string{"k1k1k1", "k2k2k2", "k3k3k3", "k4k4k4", "jane.doe", "velvet"} {
		if strings.Contains(out.String(), secret) {
			t.Errorf("the log holds %q: %s", secret, &out)
		}
	}
	return w, out.String()
}

func TestProxy(t *testing.T) {
	var query, authorization string
	upstream := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		query, authorization = r.URL.RawQuery, r.Header.Get("Authorization")
		http.SetCookie(w, &http.Cookie{Name: "sid", Value: "k4k4k4"})
		w.WriteHeader(http.StatusTeapot)
	}))
	defer upstream.Close()

	w, log := served(t, upstream.URL)
	if w.Code != http.StatusTeapot || !strings.Contains(w.Header().Get("Set-Cookie"), "k4k4k4") {
		t.Errorf("the answer was changed: %d %v", w.Code, w.Header())
	}
	if !strings.Contains(query, "k1k1k1") || authorization != "Bearer k2k2k2" {
		t.Errorf("the request was changed: %s %s", query, authorization)
	}
	var sent, done map[string]any
	lines := strings.SplitAfter(log, "\n")
	if json.Unmarshal([]byte(lines[0]), &sent) != nil || json.Unmarshal([]byte(lines[1]), &done) != nil {
		t.Fatalf("want two lines of JSON, got %s", log)
	}
	if sent["msg"] != "sent" || sent["response"].(map[string]any)["status"] != 418.0 {
		t.Errorf("got %s", lines[0])
	}
	if done["msg"] != "served" || done["status"] != 418.0 || done["request"].(map[string]any)["method"] != "GET" {
		t.Errorf("got %s", lines[1])
	}
}

// What cannot be sent is logged with its reason, without the password in the
// address.
func TestUpstreamGone(t *testing.T) {
	gone := httptest.NewServer(nil)
	gone.Close()
	w, log := served(t, strings.Replace(gone.URL, "http://", "http://bob:velvet@", 1))
	if w.Code != http.StatusBadGateway || !strings.Contains(log, `"not sent"`) || !strings.Contains(log, "connection refused") {
		t.Errorf("got %d, %s", w.Code, log)
	}
}
