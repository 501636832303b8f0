//go:build unix

package main

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

// stopStatus ends a filter with a signal while its input stays open. It returns
// all answers and the exit status, -1 where the signal itself has ended it.
func (f *filter) stopStatus(t *testing.T, signal os.Signal) (answers string, status int) {
	t.Helper()
	if err := f.process.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(f.out)
	if err != nil {
		t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := f.process.Wait(); err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return string(out), f.process.ProcessState.ExitCode()
}

// startReady starts a filter and waits until it runs, and has the signals.
func startReady(t *testing.T) *filter {
	t.Helper()
	f := startFilter(t)
	if err := f.send("ready"); err != nil {
		t.Fatal(err)
	}
	if _, err := f.answer(); err != nil {
		t.Fatal(err)
	}
	return f
}

// What was written before the signal comes out, be it read or still in the pipe,
// what is held for more of it too.
func TestSubprocessIsTold(t *testing.T) {
	heard := make(chan os.Signal, 1) // by the tests, which nohup may run, so that what they start does not ignore it
	signal.Notify(heard, syscall.SIGHUP)
	t.Cleanup(func() { signal.Stop(heard) })
	lines := messages(500)
	text := strings.Join(lines, "\n") + "\n"
	want := strings.Join(redacted(lines), "\n") + "\n"
	key := "-----BEGIN RSA PRIVATE" + " KEY-----\n" + strings.Repeat("Zm9v", 16) + "\n"
	for _, tc := range []struct {
		name   string
		flags  []string
		signal os.Signal
		status int
		more   string
		want   string
	}{
		{"SIGTERM", nil, syscall.SIGTERM, 143, "", ""},
		{"SIGINT", nil, syscall.SIGINT, 130, "", ""},
		{"SIGHUP", nil, syscall.SIGHUP, 129, "", ""},
		{"half a line", nil, syscall.SIGTERM, 143, "by " + person(7), "by [REDACTED:email_address]"},
		{"half a key", nil, syscall.SIGTERM, 143, key, "[REDACTED:private_key_pem]\n"},
		{"half a line of --lines", []string{"--lines"}, syscall.SIGTERM, 143, "by " + person(7), "by [REDACTED:email_address]"},
		{"half a line of --json", []string{"--json"}, syscall.SIGTERM, 143, `{"by":"` + person(7) + `"}`, `{"by":"[REDACTED:email_address]"}` + "\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel() // each waits for more input
			f := startRedact(t, append(tc.flags, "--quiet")...)
			if _, err := io.WriteString(f.in, text+tc.more); err != nil {
				t.Fatal(err)
			}
			first, err := f.answer() // it runs, and has the signals
			if err != nil {
				t.Fatal(err)
			}
			rest, status := f.stopStatus(t, tc.signal)
			if status != tc.status || f.errors.Len() > 0 {
				t.Errorf("ended with status %d, and said %q", status, f.errors.String())
			}
			if got := first + "\n" + rest; got != want+tc.want {
				t.Errorf("%d bytes came out, want %d; the end is %q", len(got), len(want+tc.want), got[max(0, len(got)-100):])
			}
		})
	}
}

// The service before it in a pipe gets the same signal, and has some last words.
func TestSubprocessHearsTheLastWords(t *testing.T) {
	f := startReady(t)
	if err := f.process.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	lines := messages(50)
	for i, line := range lines {
		if err := f.send(line); err != nil {
			t.Fatal(err)
		}
		if got, err := f.answer(); err != nil || got != redacted(lines)[i] {
			t.Fatalf("answer %d after the signal: %q, %v", i, got, err)
		}
	}
	if err := f.end(); err != nil {
		t.Errorf("the input has ended, and yet: %v", err)
	}
}

// A filter that is deaf ends with its input alone.
func TestSubprocessIgnoresInterrupts(t *testing.T) {
	f := startRedact(t, "--lines", "--ignore-interrupts")
	for _, signal := range []os.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP, syscall.SIGTERM} {
		if err := f.send("by " + person(1)); err != nil {
			t.Fatal(err)
		}
		if got, err := f.answer(); err != nil || got != "by [REDACTED:email_address]" {
			t.Fatalf("%q, %v", got, err)
		}
		if err := f.process.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.end(); err != nil {
		t.Error(err)
	}
}

// Whoever does not want to wait signals again.
func TestSubprocessIsToldAgain(t *testing.T) {
	f := startReady(t)
	written := make(chan error, 1)
	go func() { // nobody reads the answers
		_, err := io.WriteString(f.in, strings.Join(messages(100_000), "\n"))
		written <- err
	}()
	var told []error
	for len(told) < 100 && !slices.ContainsFunc(told, func(err error) bool { return err != nil }) {
		told = append(told, f.process.Process.Signal(syscall.SIGTERM))
		select {
		case err := <-written:
			if err == nil {
				t.Fatal("all was read")
			}
			_ = f.process.Wait()
			if status, _ := f.process.ProcessState.Sys().(syscall.WaitStatus); status.Signal() != syscall.SIGTERM {
				t.Errorf("ended with %v", f.process.ProcessState)
			}
			return
		case <-time.After(50 * time.Millisecond):
		}
	}
	t.Errorf("still there after %d signals: %v", len(told), told)
}
