package redact

import (
	"errors"
	"io"

	"golang.org/x/text/transform"
)

// readSize is how many bytes a reader asks for at once.
const readSize = 16 << 10

// NewWriter is r.Writer(w); r may be nil.
func NewWriter(w io.Writer, r *Redactor) io.WriteCloser { return r.Writer(w) }

// Writer returns a writer that writes to w what is written to it, redacted.
//
// Lines are written as soon as they have ended; a private key, a Kubernetes
// object in YAML or indented JSON and an entry of a .netrc as soon as that has. A
// line that is a JSON object is read as by [Redactor.JSON], and so are objects within
// other lines. Close writes what is held, and does not close w. The output is the same
// however the input is cut into writes.
//
// No more than 256 KiB are held, whatever the length of a line: a line beyond 24 KiB
// is read as text, in pieces, and a value that fills 24 KiB of it is replaced together
// with the rest of the line. Lines are those of UTF-8 or any other extension of ASCII;
// UTF-16 has to be converted first. What a runtime has cut into several lines, or what
// the head of a table says of its rows, is not put together again.
//
// A writer must not be used by several goroutines at once. Package log, the handlers of
// slog and logrus take turns by themselves; zap and zerolog do not, and need a lock before
// it: zapcore.Lock(zapcore.AddSync(w)), zerolog.SyncWriter(w).
func (r *Redactor) Writer(w io.Writer) io.WriteCloser {
	s := newStream(r, emitTo(w))
	return &writer{stream: &s}
}

// emitTo returns what writes to w.
func emitTo(w io.Writer) func([]byte) error {
	return func(b []byte) error {
		n, err := w.Write(b)
		if err == nil && n < len(b) {
			err = io.ErrShortWrite
		}
		return err
	}
}

// writer writes what a stream makes of what is written to it.
type writer struct {
	stream interface {
		feed(p []byte) error
		finish() error
	}
	err error
}

var errClosed = errors.New("redact: write to a closed writer")

// Write takes p whole, or returns the error of the writer beneath, for good.
func (w *writer) Write(p []byte) (int, error) {
	if w.err != nil {
		return 0, w.err
	}
	if w.err = w.stream.feed(p); w.err != nil {
		return 0, w.err
	}
	return len(p), nil
}

// Close writes what is held. Closing again does nothing.
func (w *writer) Close() error {
	switch {
	case errors.Is(w.err, errClosed):
		return nil
	case w.err != nil:
		return w.err
	}
	err := w.stream.finish()
	w.err = errClosed
	return err
}

// Reader returns a reader of what src gives, redacted. It gives out lines as
// soon as src has given them. When src fails, what was held is given out
// first. See [Redactor.Writer] for what holds of all streams.
func (r *Redactor) Reader(src io.Reader) io.Reader {
	out := &reader{src: src, buf: make([]byte, readSize)}
	out.stream = newStream(r, out.keep)
	return out
}

type reader struct {
	stream stream
	src    io.Reader
	buf    []byte
	ready  []byte // redacted, not given out
	given  int    // bytes of ready that were
	err    error
}

func (r *reader) keep(b []byte) error {
	r.ready = append(r.ready, b...)
	return nil
}

func (r *reader) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	for r.given == len(r.ready) {
		if r.err != nil {
			return 0, r.err
		}
		r.fill()
	}
	n := copy(p, r.ready[r.given:])
	r.given += n
	return n, nil
}

func (r *reader) fill() {
	r.ready, r.given = reusable(r.ready), 0
	n, err := r.src.Read(r.buf)
	if e := r.stream.feed(r.buf[:n]); e != nil {
		err = e
	}
	if err != nil {
		r.err = err
		_ = r.stream.finish() // keep does not fail
	}
}

// Transformer returns a transformer (golang.org/x/text/transform) that redacts.
// It takes what it is given into memory of its own, so it works with buffers of
// any size. See [Redactor.Writer] for what holds of all streams.
func (r *Redactor) Transformer() transform.Transformer {
	t := &transformer{}
	t.stream = newStream(r, t.keep)
	return t
}

type transformer struct {
	stream stream
	ready  []byte
	given  int
	ended  bool
}

func (t *transformer) keep(b []byte) error {
	t.ready = append(t.ready, b...)
	return nil
}

// Reset makes the transformer as new.
func (t *transformer) Reset() {
	t.stream.reset()
	t.ready, t.given, t.ended = t.ready[:0], 0, false
}

// Transform implements transform.Transformer.
func (t *transformer) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for {
		n := copy(dst[nDst:], t.ready[t.given:])
		nDst += n
		t.given += n
		if t.given < len(t.ready) {
			return nDst, nSrc, transform.ErrShortDst
		}
		t.ready, t.given = reusable(t.ready), 0
		switch {
		case nSrc < len(src):
			n := min(len(src)-nSrc, readSize)
			err = t.stream.feed(src[nSrc : nSrc+n])
			nSrc += n
		case atEOF && !t.ended:
			t.ended = true
			err = t.stream.finish()
		default:
			return nDst, nSrc, nil
		}
		if err != nil {
			return nDst, nSrc, err
		}
	}
}
