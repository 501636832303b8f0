// Package redacttest tests what a redacting slog handler leaks, damages and
// survives. It knows nothing of the handler but that it is one, so that any two
// can be compared.
//
// The tables hold what users of log redactors have reported as leaks, damage
// and crashes. testing/slogtest finds none of it: it asks whether a handler is a
// handler.
//
//	func TestHandler(t *testing.T) {
//		newHandler := func(w io.Writer) slog.Handler {
//			return mine.NewHandler(slog.NewJSONHandler(w, nil))
//		}
//		redacttest.Leaks(t, newHandler)
//		redacttest.Damage(t, newHandler)
//		redacttest.Robust(t, newHandler)
//	}
package redacttest

import (
	"bytes"
	"io"
	"log/slog"
	"strings"
	"testing"
	"time"
)

// Case is a record to log, and what its line must hold or not.
type Case struct {
	Name   string // what is logged
	Reason string // why a handler gets it wrong
	Log    func(*slog.Logger)

	Secrets []string // none of which may be in the line
	JSON    []string // each of which must be in the line, if that is a JSON object
	Text    []string // the same, if it is not
	Once    []string // each of which must be in the line exactly once

	deadly bool // a handler that fails may end the process
}

// NewHandler makes the handler under test, writing to w; it decides on level and
// form. It is called once a case.
type NewHandler func(w io.Writer) slog.Handler

// Leaks logs every case of [LeakCases] and reports the secrets that come out.
// Run it over a JSON and a text handler: some values show what they hold in one
// of the forms only.
func Leaks(t *testing.T, newHandler NewHandler) { run(t, newHandler, LeakCases()) }

// Damage logs every case of [DamageCases] and reports innocent content that does
// not come out as it went in.
func Damage(t *testing.T, newHandler NewHandler) { run(t, newHandler, DamageCases()) }

func run(t *testing.T, newHandler NewHandler, cases []Case) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			if wrong := c.checkSafely(t.Name(), newHandler); wrong != "" {
				t.Errorf("%s (%s)", wrong, c.Reason)
			}
		})
	}
}

// patience is how long a handler may take for one case.
const patience = 20 * time.Second

// Check logs the case and says what is wrong with the line, or returns "". It
// never quotes a secret.
func (c Case) Check(newHandler NewHandler) string { return c.check(newHandler, patience) }

// check is Check with that much patience.
func (c Case) check(newHandler NewHandler, patience time.Duration) string {
	var out bytes.Buffer
	if wrong := attempt(patience, func() { c.Log(slog.New(newHandler(&out))) }); wrong != "" {
		return wrong
	}
	line := out.String()
	switch {
	case line == "":
		return "nothing was written"
	case strings.Count(line, "\n") != 1 || !strings.HasSuffix(line, "\n"):
		return "not one line was written"
	}
	for i, secret := range c.Secrets {
		if strings.Contains(line, secret) {
			return "secret " + string(rune('0'+i%10)) + " is in the line"
		}
	}
	return c.missing(line)
}

func (c Case) missing(line string) string {
	wants := c.Text
	if strings.HasPrefix(line, "{") {
		wants = c.JSON
	}
	for _, want := range wants {
		if !strings.Contains(line, want) {
			return "missing from the line: " + want
		}
	}
	for _, once := range c.Once {
		if n := strings.Count(line, once); n != 1 {
			return "not exactly once in the line: " + once
		}
	}
	return ""
}

// attempt logs, and says how the handler fails, or returns "".
func attempt(patience time.Duration, log func()) string {
	ended := make(chan string, 1)
	go func() { ended <- panics(log) }()
	select {
	case wrong := <-ended:
		return wrong
	case <-time.After(patience):
		return "the handler does not return"
	}
}

// panics says whether the handler panics, or returns "".
func panics(log func()) (wrong string) {
	defer func() {
		if recover() != nil {
			wrong = "the handler panicked"
		}
	}()
	log()
	return ""
}
