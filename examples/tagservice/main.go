// Tagservice is an HTTP service whose users name things, tag them and register
// webhooks. What they send ends up in billing reports and logs, so it refuses
// identifiers and credentials before it stores anything, and says which field
// to change without repeating what stood there.
//
//	go run ./examples/tagservice &
//	curl -d '{"name":"orders","tags":{"ssn":"536-90-4399"}}' localhost:8080/resources
package main

import (
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"os"

	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/fieldsafe/fieldsafe/urlcheck"
)

const maxBody = 64 << 10

// Resource is what a user asks for.
type Resource struct {
	Name    string            `json:"name"`
	Tags    map[string]string `json:"tags"`
	Webhook string            `json:"webhook"`
}

// Refusal is the body of a 400: enough to mend the request, and safe to log.
type Refusal struct {
	Error    string    `json:"error"`
	Problems []Problem `json:"problems,omitempty"`
}

// Problem is one thing found: where, and of what kind.
type Problem struct {
	Field string `json:"field"`
	Kind  string `json:"kind"`
	Start int    `json:"start"` // bytes in the field
	End   int    `json:"end"`
}

func main() {
	address := "localhost:8080"
	if len(os.Args) > 1 {
		address = os.Args[1]
	}
	log.Fatal(http.ListenAndServe(address, newService()))
}

func newService() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /resources", create)
	return mux
}

func create(w http.ResponseWriter, r *http.Request) {
	var resource Resource
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxBody)).Decode(&resource); err != nil {
		// The decoder's message may quote the body.
		answer(w, http.StatusBadRequest, Refusal{Error: "the body is not a resource in JSON"})
		return
	}
	if problems := check(resource); len(problems) > 0 {
		answer(w, http.StatusBadRequest, Refusal{"sensitive values are not stored here", problems})
		return
	}
	answer(w, http.StatusCreated, resource)
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(body) // the client is gone
}

// check lists what must not be stored.
func check(resource Resource) []Problem {
	problems := fieldProblems("name", detect.CheckName(resource.Name))
	problems = append(problems, fieldProblems("tags", detect.CheckTags(resource.Tags))...)
	return append(problems, webhookProblems(resource.Webhook)...)
}

func fieldProblems(prefix string, err error) []Problem {
	var found *detect.Error
	if !errors.As(err, &found) {
		return nil
	}
	var problems []Problem
	for _, problem := range found.Problems {
		field := prefix
		if problem.Field != "" {
			field += "." + problem.Field
		}
		for _, f := range problem.Findings {
			problems = append(problems, Problem{field, f.Detector.Title, f.Start, f.End})
		}
	}
	return problems
}

func webhookProblems(raw string) []Problem {
	var found *urlcheck.Error
	if !errors.As(urlcheck.Check(raw), &found) {
		return nil
	}
	var problems []Problem
	for _, part := range found.Parts {
		problems = append(problems, Problem{"webhook", part.Component, part.Start, part.End})
	}
	return problems
}
