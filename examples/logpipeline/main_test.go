package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/iotest"
)

var secrets = []string{"jane.doe@example.com", "5558671420935614", "velvet-Quarry-57", "k4711"}

func TestServiceLogsNoSecret(t *testing.T) {
	var log bytes.Buffer
	server := httptest.NewServer(newService(newLogger(&log)))
	defer server.Close()
	response, err := http.PostForm(server.URL+"/payments?session_token=velvet-Quarry-57", url.Values{
		"email":     {secrets[0]},
		"card":      {secrets[1]},
		"pin":       {secrets[3]},
		"reference": {"order 18342"},
		"callback":  {"http://jane:" + secrets[2] + "@hooks.example.net:port/paid"},
	})
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()

	for _, secret := range secrets {
		if strings.Contains(log.String(), secret) {
			t.Errorf("the log holds %q:\n%s", secret, &log)
		}
	}
	for _, kept := range []string{"payment from ", "order 18342", "/payments", "bad callback", "hooks.example.net", "invalid port"} {
		if !strings.Contains(log.String(), kept) {
			t.Errorf("the log lost %q:\n%s", kept, &log)
		}
	}
	for line := range strings.Lines(log.String()) {
		if !json.Valid([]byte(line)) {
			t.Errorf("not JSON: %s", line)
		}
	}
}

func TestFilter(t *testing.T) {
	clean := "2026-03-15 09:26:53 INFO request 18342 took 12.5 ms\n"
	lines := clean +
		"2026-03-15 09:26:54 WARN mail to jane.doe@example.com bounced\n" +
		"2026-03-15 09:26:55 INFO dial postgres://orders:velvet-Quarry-57@db:5432/orders\n" +
		"no line break after card 5558671420935614"
	var out strings.Builder
	// The input comes in the smallest pieces: values are found across them.
	if err := filter(&out, iotest.OneByteReader(strings.NewReader(lines))); err != nil {
		t.Fatal(err)
	}
	for _, secret := range secrets[:3] {
		if strings.Contains(out.String(), secret) {
			t.Errorf("the output holds %q:\n%s", secret, &out)
		}
	}
	if !strings.HasPrefix(out.String(), clean) {
		t.Errorf("the clean line changed:\n%s", &out)
	}
	if got, want := strings.Count(out.String(), "\n"), strings.Count(lines, "\n"); got != want {
		t.Errorf("%d lines, want %d", got, want)
	}
}
