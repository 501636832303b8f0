// Logpipeline shows the two places where a log can be redacted: in the program
// that writes it, and behind a program that cannot be changed.
//
//	go run ./examples/logpipeline -serve localhost:8080     # a service with a redacting logger
//	some-program 2>&1 | go run ./examples/logpipeline       # a filter for its lines
package main

import (
	"flag"
	"io"
	"log"
	"log/slog"
	"net/http"
	"net/url"
	"os"

	"github.com/fieldsafe/fieldsafe/redact"
)

func main() {
	address := flag.String("serve", "", "serve HTTP on this address instead of filtering stdin")
	flag.Parse()
	if *address != "" {
		log.Fatal(http.ListenAndServe(*address, newService(newLogger(os.Stderr))))
	}
	if err := filter(os.Stdout, os.Stdin); err != nil {
		log.Fatal(err)
	}
}

// newLogger is all that a service changes: one handler around the one it has.
func newLogger(w io.Writer) *slog.Logger {
	return slog.New(redact.NewHandler(slog.NewJSONHandler(w, nil), nil))
}

// payment has a field whose name tells what it holds, and one that is secret
// whatever it holds.
type payment struct {
	Reference string
	Card      string
	PIN       redact.Secret[string]
}

// newService logs what services log: addresses asked for, values posted, errors.
func newService(logger *slog.Logger) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /payments", func(w http.ResponseWriter, r *http.Request) {
		p := payment{r.FormValue("reference"), r.FormValue("card"), redact.Hide(r.FormValue("pin"))}
		logger.Info("payment from "+r.FormValue("email"), "url", r.URL.String(), "payment", p)
		if _, err := url.Parse(r.FormValue("callback")); err != nil {
			logger.Error("bad callback", "err", err) // the error quotes the URL, password and all
		}
		w.WriteHeader(http.StatusAccepted)
	})
	return mux
}

// filter copies in to out, redacted. A writer holds back the end of a line that
// is not complete; Close writes it.
func filter(out io.Writer, in io.Reader) error {
	w := redact.NewWriter(out, nil)
	if _, err := io.Copy(w, in); err != nil {
		return err
	}
	return w.Close()
}
