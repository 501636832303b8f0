// Package redactzerolog redacts what is logged through zerolog: it stands
// between the logger and its writer, and takes the JSON lines apart.
//
//	logger := zerolog.New(redactzerolog.NewWriter(os.Stderr, nil))
//
// It sees what zerolog has encoded. Bytes that were logged as hexadecimal digits
// or in base64 (Event.Hex, a []byte in Event.Interface) are not decoded; a rule
// for the name of such a field covers them. The console writer, which takes the
// lines apart as well, goes behind it: NewWriter(zerolog.NewConsoleWriter(), nil).
package redactzerolog

import (
	"io"

	"github.com/fieldsafe/fieldsafe/redact"
	"github.com/rs/zerolog"
)

// Writer is a zerolog.LevelWriter that hands redacted lines on to another
// writer. Names, order and types of fields stay, and so does every line in which
// nothing is found, byte for byte. What is not a JSON value in one line (the
// binary_log build, raw JSON that is none) is redacted as text.
//
// It is safe for concurrent use if the other writer is.
type Writer struct {
	next zerolog.LevelWriter
	r    *redact.Redactor
}

// NewWriter returns a writer that redacts with r, or with the default options
// if r is nil, and hands on to w, with the level if w is a zerolog.LevelWriter.
func NewWriter(w io.Writer, r *redact.Redactor) *Writer {
	next, ok := w.(zerolog.LevelWriter)
	if !ok {
		next = zerolog.LevelWriterAdapter{Writer: w}
	}
	return &Writer{next: next, r: r}
}

// Write hands on line, redacted, in one write. The error is that of the other
// writer; without one the number is len(line).
func (w *Writer) Write(line []byte) (int, error) {
	n, err := w.next.Write(w.r.JSON(line))
	return written(line, n, err)
}

// WriteLevel is Write with the level.
func (w *Writer) WriteLevel(level zerolog.Level, line []byte) (int, error) {
	n, err := w.next.WriteLevel(level, w.r.JSON(line))
	return written(line, n, err)
}

// Close closes the other writer if that can be closed. Logging at the fatal
// level calls it.
func (w *Writer) Close() error {
	if closer, ok := w.next.(io.Closer); ok {
		return closer.Close()
	}
	return nil
}

// written says how much of line was written, given what was of its redaction.
func written(line []byte, n int, err error) (int, error) {
	if err != nil {
		return min(n, len(line)), err
	}
	return len(line), nil
}
