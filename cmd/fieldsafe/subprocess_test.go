package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/fieldsafe/fieldsafe/redact"
)

// filter is "fieldsafe redact --lines" as a pipeline keeps it: a process that
// answers each line with one line.
type filter struct {
	process *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
	errors  strings.Builder
}

// startFilter starts a filter that is killed when the test is over, or stuck.
func startFilter(t *testing.T) *filter {
	t.Helper()
	return startRedact(t, "--lines", "--quiet")
}

func startRedact(t *testing.T, flags ...string) *filter {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	f := &filter{process: exec.CommandContext(t.Context(), self, append([]string{"redact"}, flags...)...)}
	f.process.Args[0] = "fieldsafe" // by which TestMain knows it
	f.process.Stderr = &f.errors
	if f.in, err = f.process.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := f.process.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	f.out = bufio.NewReaderSize(out, 1<<20)
	if err := f.process.Start(); err != nil {
		t.Fatal(err)
	}
	stuck := time.AfterFunc(time.Minute, func() { _ = f.process.Process.Kill() })
	t.Cleanup(func() {
		stuck.Stop()
		_ = f.process.Process.Kill()
		_ = f.process.Wait()
	})
	return f
}

func (f *filter) send(line string) error {
	_, err := io.WriteString(f.in, line+"\n")
	return err
}

// answer returns the next answer. What comes without its line break before the
// end is none.
func (f *filter) answer() (string, error) {
	line, err := f.out.ReadString('\n')
	return strings.TrimSuffix(line, "\n"), err
}

// end closes the input and waits.
func (f *filter) end() error {
	return errors.Join(f.in.Close(), f.process.Wait())
}

func person(n int) string { return fmt.Sprintf("user%d@corp.example.org", n) }

// messages are lines with a number, by which their answers are told apart, and
// something to redact.
func messages(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf(`{"n":%d,"msg":"mail to %s bounced","path":"/v1/orders/%d"}`, i, person(i), i)
	}
	return out
}

func redacted(lines []string) []string {
	out := make([]string, len(lines))
	for i, line := range lines {
		out[i] = (*redact.Redactor)(nil).String(line)
	}
	return out
}

// One at a time: the next line is sent when the last one is answered.
func TestSubprocessAnswersEachLine(t *testing.T) {
	f := startFilter(t)
	key := "-----BEGIN RSA PRIVATE" + " KEY-----"
	for _, tc := range []struct{ name, line, want string }{
		{"clean", "GET /healthz 200", "GET /healthz 200"},
		{"secret", "mail to " + person(1), "mail to [REDACTED:email_address]"},
		{"empty", "", ""},
		{"carriage return", "a\r", "a\r"},
		{"secret before a carriage return", "mail to " + person(1) + "\r", "mail to [REDACTED:email_address]\r"},
		{"password before a carriage return", "password=velvet-57\r", "password=[REDACTED:password_assignment]\r"},
		{"secret in no text", "a\x00\xff " + person(1) + "\xfe", "a\x00\xff [REDACTED:email_address]\xfe"},
		{"no text", "a\x00\xff", "a\x00\xff"},
		{"first line of a key, which others may follow", key, "[REDACTED:private_key_pem]"},
		{"second line of the key", strings.Repeat("Zm9v", 16), "[REDACTED:private_key_pem]"},
		{"a line that is none of the key", "GET /healthz 200", "GET /healthz 200"},
		{"longer than any buffer", strings.Repeat("lorem ", 1<<17) + person(2), strings.Repeat("lorem ", 1<<17) + "[REDACTED:email_address]"},
		{"after it", "ok", "ok"},
	} {
		sent := make(chan error, 1)
		go func() { sent <- f.send(tc.line) }()
		got, err := f.answer()
		if err := errors.Join(err, <-sent); err != nil {
			t.Fatalf("%s: %v", tc.name, err)
		}
		if got != tc.want {
			t.Errorf("%s: got %d bytes %.80q, want %d bytes %.80q", tc.name, len(got), got, len(tc.want), tc.want)
		}
	}
	if err := f.end(); err != nil || f.errors.Len() > 0 {
		t.Errorf("ended with %v, and said %q", err, f.errors.String())
	}
}

// The last line may lack its line break, and has an answer without one.
func TestSubprocessLastLine(t *testing.T) {
	for line, want := range map[string]string{
		"": "", "\n": "\n", "clean": "clean", "a\r\nb": "a\r\nb", "a\nby " + person(1): "a\nby [REDACTED:email_address]",
	} {
		f := startFilter(t)
		_, err := io.WriteString(f.in, line)
		got, readErr := "", f.in.Close()
		if err = errors.Join(err, readErr); err == nil {
			var all []byte
			all, err = io.ReadAll(f.out)
			got = string(all)
		}
		if err = errors.Join(err, f.process.Wait()); err != nil || got != want {
			t.Errorf("%q: got %q, %v, want %q", line, got, err, want)
		}
	}
}

// Who does not read holds up who writes, and loses nothing.
func TestSubprocessBackPressure(t *testing.T) {
	const total = 200_000
	f := startFilter(t)
	lines := messages(total)
	var sent atomic.Int64
	done := make(chan error, 1)
	go func() {
		for _, line := range lines {
			if err := f.send(line); err != nil {
				done <- err
				return
			}
			sent.Add(1)
		}
		done <- f.in.Close()
	}()
	for before := int64(-1); before != sent.Load(); { // until the writer stands still
		before = sent.Load()
		time.Sleep(200 * time.Millisecond)
	}
	if n := sent.Load(); n == 0 || n > total/10 {
		t.Errorf("%d of %d lines were taken while nobody read", n, total)
	}
	var got []string
	for range lines {
		line, err := f.answer()
		if err != nil {
			t.Fatalf("after %d answers: %v", len(got), err)
		}
		got = append(got, line)
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got, redacted(lines)) {
		t.Error("answers are missing, changed or out of order")
	}
	if rest, err := f.answer(); err != io.EOF {
		t.Errorf("more than was asked: %q, %v", rest, err)
	}
}

// A driver that sends again what was not answered loses nothing when the filter
// is killed, whenever that is, and no part of an answer leaks.
func TestSubprocessKilledAndRestarted(t *testing.T) {
	lines := messages(5000)
	var got []string
	for kill := 300; len(got) < len(lines); kill += 700 {
		f := startFilter(t)
		go func(rest []string) {
			for _, line := range rest {
				if f.send(line) != nil {
					return
				}
			}
			_ = f.in.Close()
		}(lines[len(got):])
		for {
			line, err := f.answer()
			if err != nil {
				if strings.Contains(line, "corp.example") {
					t.Errorf("half an answer leaks: %q", line)
				}
				break
			}
			got = append(got, line)
			if len(got) == kill {
				if err := f.process.Process.Kill(); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if !slices.Equal(got, redacted(lines)) {
		t.Errorf("%d answers to %d lines, or others than expected", len(got), len(lines))
	}
}

// A line is answered when it has ended, although another one has begun.
func TestSubprocessAnswersBeforeTheNextLineEnds(t *testing.T) {
	for _, flags := range [][]string{nil, {"--lines"}, {"--json"}} {
		f := startRedact(t, append(flags, "--quiet")...)
		if _, err := io.WriteString(f.in, `{"a":1}`+"\n"+`{"b":`); err != nil {
			t.Fatal(err)
		}
		if got, err := f.answer(); err != nil || got != `{"a":1}` {
			t.Errorf("%v: %q, %v", flags, got, err)
		}
	}
}
