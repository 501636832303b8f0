package cli

import (
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// stopped makes a command end with 128 and the number of the signal that told it
// to stop, as shells have it.
type stopped syscall.Signal

func (s stopped) Error() string { return fmt.Sprintf("stopped by signal %d", int(s)) }

func (s stopped) status() int { return 128 + int(s) }

// After a signal, what was written before it is still read: for as long as some
// comes at once, but not for ever.
const (
	stopWhenQuiet = time.Second
	stopAtLast    = 5 * time.Second
)

// stopSignals tell a command to stop. SIGHUP says that the terminal is gone.
var stopSignals = []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}

// input is a reader that ends when it is told to by one of the stopSignals. A second
// signal ends the process, as it does without an input.
type input struct {
	chunks  chan chunk
	free    chan []byte
	signals chan os.Signal
	used    []byte // of which rest is yet to be given out
	rest    []byte
	err     error
	told    syscall.Signal
	last    time.Time // to read at, after a signal
	quiet   <-chan time.Time
}

type chunk struct {
	bytes []byte
	err   error
}

// newInput takes over in and the signals. Those stay ignored with which the process
// was started so: SIGINT as shells start what runs in the background, SIGHUP by nohup.
func newInput(in io.Reader) *input {
	i := &input{chunks: make(chan chunk), free: make(chan []byte, 2), signals: make(chan os.Signal, 1)}
	for _, s := range stopSignals {
		if !signal.Ignored(s) {
			signal.Notify(i.signals, s)
		}
	}
	for range cap(i.free) {
		i.free <- make([]byte, 64<<10)
	}
	go i.pump(in)
	return i
}

// pump ends with the input. A read that waits cannot be ended: it ends with the
// process.
func (i *input) pump(in io.Reader) {
	for buffer := range i.free {
		n, err := in.Read(buffer)
		i.chunks <- chunk{buffer[:n], err}
		if err != nil {
			return
		}
	}
}

// Read is that of io.Reader.
func (i *input) Read(p []byte) (int, error) {
	for len(i.rest) == 0 {
		if i.err != nil {
			return 0, i.err
		}
		i.wait()
	}
	n := copy(p, i.rest)
	i.rest = i.rest[n:]
	return n, nil
}

func (i *input) wait() {
	if i.used != nil {
		i.free <- i.used[:cap(i.used)]
		i.used = nil
	}
	select {
	case c := <-i.chunks:
		i.used, i.rest, i.err = c.bytes, c.bytes, c.err
	case s := <-i.signals:
		signal.Stop(i.signals)
		i.told, _ = s.(syscall.Signal)
		i.last = time.Now().Add(stopAtLast)
	case <-i.quiet:
		i.err = stopped(i.told)
	}
	if !i.last.IsZero() {
		i.quiet = time.After(min(stopWhenQuiet, time.Until(i.last)))
	}
}
