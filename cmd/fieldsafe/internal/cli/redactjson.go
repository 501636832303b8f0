package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"

	"github.com/fieldsafe/fieldsafe/redact"
)

// maxJSONLine bounds one line of redact --json, in bytes.
const maxJSONLine = 1 << 20

// redactJSON copies lines that are JSON values, redacted: a line for each line,
// written as soon as no more is to be read at once.
func redactJSON(in io.Reader, out io.Writer, r *redact.Redactor) error {
	lines, w := bufio.NewReaderSize(in, maxJSONLine), bufio.NewWriter(out)
	for {
		line, err := lines.ReadSlice('\n')
		if errors.Is(err, bufio.ErrBufferFull) {
			line, err = []byte(`"[REDACTED:size]"`), skipLine(lines)
		}
		if len(line) > 0 {
			_, _ = w.Write(oneJSON(line, r)) // Flush tells
		}
		if lines.Buffered() == 0 || err != nil {
			if flushed := w.Flush(); flushed != nil {
				return flushed
			}
		}
		if err != nil {
			if errors.Is(err, io.EOF) {
				return nil
			}
			return err
		}
	}
}

// skipLine goes to the end of the line.
func skipLine(lines *bufio.Reader) error {
	for {
		_, err := lines.ReadSlice('\n')
		if !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
	}
}

// oneJSON returns a line, redacted, as one JSON value on one line. A blank line
// stays.
func oneJSON(line []byte, r *redact.Redactor) []byte {
	text := bytes.TrimSpace(line)
	if len(text) == 0 {
		return line
	}
	if json.Valid(text) {
		return withNewline(r.JSON(text))
	}
	var quoted bytes.Buffer
	enc := json.NewEncoder(&quoted)
	enc.SetEscapeHTML(false)
	if enc.Encode(r.String(string(text))) != nil { // a string never fails
		return nil
	}
	return quoted.Bytes()
}

func withNewline(text []byte) []byte { return append(bytes.Clone(text), '\n') }
