package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
)

// post sends body to a running service and returns status and answer.
func post(t *testing.T, body string) (int, string) {
	t.Helper()
	server := httptest.NewServer(newService())
	defer server.Close()
	response, err := http.Post(server.URL+"/resources", "application/json", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(answer)
}

func TestRefusals(t *testing.T) {
	const clean = `{"name": "orders-prod", "tags": {"team": "payments"}, "webhook": "https://hooks.example.net/orders"}`
	tests := []struct {
		name, body string
		fields     []string // fields of the problems; nil means created
		secrets    []string
	}{
		{name: "clean", body: clean},
		{name: "no webhook", body: `{"name": "orders-prod"}`},
		{
			name: "a number in a tag", body: `{"name": "orders", "tags": {"ssn": "536-90-4399", "team": "payments"}}`,
			fields: []string{"tags.ssn"}, secrets: []string{"536-90-4399"},
		},
		{
			name: "a number in the name", body: `{"name": "export-ssn-536-90-4399"}`,
			fields: []string{"name"}, secrets: []string{"536-90-4399"},
		},
		{
			name: "a password in the webhook", body: `{"name": "orders", "webhook": "https://jane:velvet-Quarry-57@hooks.example.net/"}`,
			fields: []string{"webhook", "webhook"}, secrets: []string{"velvet-Quarry-57", "jane"},
		},
		{
			name: "all at once", body: `{"name": "orders", "tags": {"owner": "jane.doe@corp.internal"}, "webhook": "https://hooks.example.net/?token=velvet-quarry-mist"}`,
			fields: []string{"tags.owner", "webhook"}, secrets: []string{"jane.doe", "velvet-quarry-mist"},
		},
		{
			name: "not JSON", body: `{"name": "orders", "tags": {"password": velvet-Quarry-57}}`,
			fields: []string{}, secrets: []string{"velvet-Quarry-57"},
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			status, answer := post(t, test.body)
			if test.fields == nil {
				if status != http.StatusCreated {
					t.Errorf("status %d: %s", status, answer)
				}
				return
			}
			if status != http.StatusBadRequest {
				t.Errorf("status %d, want 400", status)
			}
			var refusal Refusal
			if err := json.Unmarshal([]byte(answer), &refusal); err != nil || refusal.Error == "" {
				t.Fatalf("no refusal: %v: %s", err, answer)
			}
			fields := []string{}
			for _, problem := range refusal.Problems {
				fields = append(fields, problem.Field)
				if problem.Kind == "" || problem.Start >= problem.End {
					t.Errorf("not useful: %+v", problem)
				}
			}
			if !slices.Equal(fields, test.fields) {
				t.Errorf("problems in %q, want %q", fields, test.fields)
			}
			for _, secret := range test.secrets {
				if strings.Contains(answer, secret) {
					t.Errorf("the answer repeats %q", secret)
				}
			}
		})
	}
}
