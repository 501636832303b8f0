// Package logtest holds what the tests of all logger integrations ask of them.
package logtest

import (
	"bytes"
	"io"
	"log/slog"
	"strings"
	"testing"

	"github.com/fieldsafe/fieldsafe/redact/redacttest"
)

// Mail is an address that tests log, and Address what stands in place of it.
const (
	Mail    = "alice.doe@example.com"
	Address = "[REDACTED:email_address]"
)

// BareLeaks fails where most cases of redacttest leak nothing from loggers that do
// not redact, in any of their forms: then they would prove nothing.
func BareLeaks(t *testing.T, bare ...redacttest.NewHandler) {
	t.Helper()
	safe := 0
	for _, c := range redacttest.LeakCases() {
		wrong := ""
		for _, newHandler := range bare {
			wrong += c.Check(newHandler)
		}
		if wrong == "" {
			safe++
		}
	}
	if safe > 10 {
		t.Errorf("%d leak cases leak nothing", safe)
	}
}

// SameAsBare logs the damage cases of redacttest with a logger that redacts and
// with one that does not, for loggers that write some of the cases in a way of
// their own. The lines must be the same, but for the address in them and what
// spelled rewrites.
func SameAsBare(t *testing.T, bare, redacted redacttest.NewHandler, spelled ...string) {
	t.Helper()
	rewritten := strings.NewReplacer(append(spelled, Mail, Address)...)
	for _, c := range redacttest.DamageCases() {
		t.Run(c.Name, func(t *testing.T) {
			var plain, clean bytes.Buffer
			c.Log(slog.New(bare(&plain)))
			c.Log(slog.New(redacted(&clean)))
			if want := rewritten.Replace(plain.String()); clean.String() != want {
				t.Errorf("got  %swant %s", clean.String(), want)
			}
		})
	}
}

// Concurrently has a logger log from many goroutines. newLog makes one that writes
// to out, and returns what logs a line with Mail in it.
func Concurrently(t *testing.T, newLog func(out io.Writer) (log func())) {
	t.Helper()
	const goroutines, lines = 8, 100
	var out bytes.Buffer
	log, done := newLog(&out), make(chan struct{})
	for range goroutines {
		go func() {
			for range lines {
				log()
			}
			done <- struct{}{}
		}()
	}
	for range goroutines {
		<-done
	}
	if strings.Contains(out.String(), Mail) || strings.Count(out.String(), "\n") != goroutines*lines {
		t.Error("lines leak or are missing")
	}
}
