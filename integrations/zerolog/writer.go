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
	"bytes"
	"encoding/json"
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
	n, err := w.next.Write(w.line(line))
	return written(line, n, err)
}

// WriteLevel is Write with the level.
func (w *Writer) WriteLevel(level zerolog.Level, line []byte) (int, error) {
	n, err := w.next.WriteLevel(level, w.line(line))
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

// line returns a line redacted: the same one if nothing is found in it.
func (w *Writer) line(line []byte) []byte {
	text := string(line)
	clean, changed, ok := walk(w.r, text)
	switch {
	case !ok:
		return w.slowly(line)
	case !changed:
		return line
	}
	return clean
}

// slowly redacts JSON that is nested too deeply for a walker, and what is none.
func (w *Writer) slowly(line []byte) []byte {
	text := bytes.TrimSuffix(line, []byte("\n"))
	if !json.Valid(text) {
		return w.r.Append(nil, string(line))
	}
	clean := w.r.Any(json.RawMessage(text))
	if _, same := clean.(json.RawMessage); same {
		return line
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(clean); err != nil {
		return w.r.Append(nil, string(line))
	}
	if len(text) == len(line) {
		out.Truncate(out.Len() - 1) // there was no line break
	}
	return out.Bytes()
}
