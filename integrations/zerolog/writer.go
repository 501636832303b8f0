// Package redactzerolog redacts what is logged through zerolog: it stands
// between the logger and its writer, and takes the JSON lines apart.
//
//	logger := zerolog.New(redactzerolog.NewWriter(os.Stderr, nil))
//
// It sees what zerolog has encoded. Bytes that were logged as hexadecimal digits
// or in base64 (Event.Hex, a []byte in Event.Interface) are not decoded; a rule
// for the name of such a field covers them. The console writer, which takes the
// lines apart as well, goes behind it: NewWriter(zerolog.NewConsoleWriter(), nil).
//
// Panic and Fatal do more than log: the value of the panic is the message as it is.
// Buffers (bufio, diode) go behind it too: it must get whole lines. For lines that
// come in pieces there is redact.NewWriter.
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
// nothing is found, byte for byte. What is not a JSON value in one line (raw JSON
// that is none) is redacted as text. The lines of the binary_log build are handed
// on as JSON, with their names in alphabetical order.
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
	n, err := w.next.Write(w.r.JSON(inJSON(line)))
	return written(line, n, err)
}

// WriteLevel is Write with the level.
func (w *Writer) WriteLevel(level zerolog.Level, line []byte) (int, error) {
	n, err := w.next.WriteLevel(level, w.r.JSON(inJSON(line)))
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

// startOfMap is the byte that a line of the binary_log build begins with: a map of
// any length in CBOR (RFC 8949, section 3.2.2).
const startOfMap = 0xbf

// inJSON returns a line of the binary_log build as JSON, and any other as it is. What
// zerolog cannot read back is replaced as a whole.
func inJSON(line []byte) []byte {
	if len(line) == 0 || line[0] != startOfMap {
		return line
	}
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	console := zerolog.ConsoleWriter{
		Out: io.Discard, NoColor: true, PartsOrder: []string{},
		FormatPrepare: func(event map[string]any) error { return encoder.Encode(event) },
	}
	if _, err := console.Write(line); err != nil || out.Len() == 0 {
		return []byte(`{"message":"[REDACTED:unreadable]"}` + "\n")
	}
	return out.Bytes()
}
