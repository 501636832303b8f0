// Accesslog logs what goes in and out over HTTP, safely: each request served, and
// each request sent on, with address, headers, status, time and errors.
//
//	go run ./examples/accesslog -listen localhost:8080 -upstream https://example.com
//
// The values redact themselves, so any slog handler will do.
package main

import (
	"flag"
	"log"
	"log/slog"
	"net/http"
	"net/http/httputil"
	"net/url"
	"os"
	"time"

	"github.com/fieldsafe/fieldsafe/redact"
	"github.com/fieldsafe/fieldsafe/redact/redacthttp"
)

func main() {
	listen := flag.String("listen", "localhost:8080", "serve HTTP on this `address`")
	upstream := flag.String("upstream", "", "`URL` to which requests are sent on")
	flag.Parse()
	logger := slog.New(slog.NewJSONHandler(os.Stderr, nil))
	target, err := url.Parse(*upstream)
	if err != nil {
		logger.Error("bad upstream", "err", redact.Value(err, nil)) // the error quotes the URL
		os.Exit(2)
	}
	log.Fatal(http.ListenAndServe(*listen, newProxy(target, logger)))
}

// newProxy sends requests on to target, and logs both sides of it.
func newProxy(target *url.URL, logger *slog.Logger) http.Handler {
	proxy := &httputil.ReverseProxy{
		Rewrite:   func(r *httputil.ProxyRequest) { r.SetURL(target) },
		Transport: &transport{http.DefaultTransport, logger},
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, _ error) {
			w.WriteHeader(http.StatusBadGateway) // the transport has logged why
		},
	}
	return accessLog(proxy, logger)
}

// accessLog logs each request that next serves, once it is served.
func accessLog(next http.Handler, logger *slog.Logger) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		counted := &statusWriter{ResponseWriter: w, status: http.StatusOK}
		next.ServeHTTP(counted, r)
		logger.InfoContext(r.Context(), "served",
			"request", redacthttp.Request(r, nil), "status", counted.status, "took", time.Since(start))
	})
}

// statusWriter remembers the status. Unwrap lets http.ResponseController reach
// what the writer beneath can do besides.
type statusWriter struct {
	http.ResponseWriter
	status int
}

func (w *statusWriter) WriteHeader(status int) {
	w.status = status
	w.ResponseWriter.WriteHeader(status)
}

func (w *statusWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// transport logs each request that is sent and what came back. It changes
// neither, and returns the errors of the transport beneath as they are.
type transport struct {
	next   http.RoundTripper
	logger *slog.Logger
}

func (t *transport) RoundTrip(r *http.Request) (*http.Response, error) {
	start := time.Now()
	resp, err := t.next.RoundTrip(r)
	attrs := []any{"request", redacthttp.Request(r, nil), "took", time.Since(start)}
	if err != nil {
		t.logger.ErrorContext(r.Context(), "not sent", append(attrs, "err", redact.Value(err, nil))...)
		return nil, err
	}
	t.logger.InfoContext(r.Context(), "sent", append(attrs, "response", redacthttp.Response(resp, nil))...)
	return resp, nil
}
