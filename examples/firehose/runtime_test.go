package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// runtimeAPI is what the Lambda service is to a function of an own runtime: it
// gives out one event, and takes one answer to it
// (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html).
type runtimeAPI struct {
	event   []byte
	given   chan bool
	answers chan string // where it was sent to, and what
}

func (a *runtimeAPI) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	const invocation = "/2018-06-01/runtime/invocation/"
	if r.URL.Path == invocation+"next" {
		select {
		case a.given <- true:
		case <-r.Context().Done():
			return
		}
		w.Header().Set("Lambda-Runtime-Aws-Request-Id", "one")
		w.Header().Set("Lambda-Runtime-Deadline-Ms", strconv.FormatInt(time.Now().Add(time.Minute).UnixMilli(), 10))
		_, _ = w.Write(a.event)
		return
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		body = []byte(err.Error())
	}
	w.WriteHeader(http.StatusAccepted)
	a.answers <- strings.TrimPrefix(r.URL.Path, invocation) + " " + string(body)
}

// The command of the README gives a function that answers where Lambda runs it.
func TestREADME(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	command := regexp.MustCompile("(?m)^GOOS=linux GOARCH=arm64 (CGO_ENABLED=0 go build .* -o )bootstrap (.*)$").FindStringSubmatch(string(readme))
	if command == nil {
		t.Fatal("no command that builds the function")
	}
	bootstrap := filepath.Join(t.TempDir(), "bootstrap")
	build := exec.CommandContext(t.Context(), "env", strings.Fields(command[1]+bootstrap+" "+command[2])...) // for this machine
	build.Dir = "../.."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}

	api := &runtimeAPI{firehoseEvent([]byte("by " + person)), make(chan bool, 1), make(chan string, 2)}
	server := httptest.NewServer(api)
	defer server.Close()
	function := exec.CommandContext(t.Context(), bootstrap)
	function.Env = append(os.Environ(), "AWS_LAMBDA_RUNTIME_API="+server.Listener.Addr().String())
	if err := function.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = function.Process.Kill()
		_ = function.Wait()
	}()
	const want = `one/response {"records":[{"recordId":"495700000000000000000000","result":"Ok","data":"YnkgW1JFREFDVEVEOmVtYWlsX2FkZHJlc3Nd"}]}`
	select {
	case got := <-api.answers:
		if got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	case <-time.After(time.Minute):
		t.Error("no answer")
	}
}
