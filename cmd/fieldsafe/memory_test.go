//go:build linux

package main

import (
	"errors"
	"io"
	"strings"
	"syscall"
	"testing"
)

// A line of 100 MB is one line, and is not held.
func TestSubprocessEndlessLine(t *testing.T) {
	const pieces = 100
	piece := strings.Repeat("lorem ipsum ", 1<<20/12) + person(1) + " "
	want := strings.Repeat("lorem ipsum ", 1<<20/12) + "[REDACTED:email_address] "
	f := startFilter(t)
	sent := make(chan error, 1)
	go func() {
		var err error
		for range pieces {
			_, failed := io.WriteString(f.in, piece)
			err = errors.Join(err, failed)
		}
		sent <- errors.Join(err, f.send("end"), f.in.Close())
	}()
	got := make([]byte, len(want))
	for i := range pieces {
		if _, err := io.ReadFull(f.out, got); err != nil || string(got) != want {
			t.Fatalf("piece %d: %v, or other bytes than expected", i, err)
		}
	}
	if rest, err := io.ReadAll(f.out); err != nil || string(rest) != "end\n" {
		t.Errorf("at the end %q, %v", rest, err)
	}
	if err := errors.Join(<-sent, f.process.Wait()); err != nil {
		t.Fatal(err)
	}
	const most = 64 << 10 // KiB
	if used, ok := f.process.ProcessState.SysUsage().(*syscall.Rusage); !ok || used.Maxrss > most {
		t.Errorf("it held more than %d KiB: %+v", most, used)
	}
}
