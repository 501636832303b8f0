package redact

import (
	"bytes"
	"encoding/json"
	"io"
)

// maxJSONLine bounds one line of a JSONWriter, in bytes.
const maxJSONLine = 1 << 20

// JSONWriter returns a writer for lines of which each is a JSON value, whatever it
// begins with: it writes one line to w for each, redacted as by [Redactor.JSON], as soon
// as that has ended. A line that is no JSON is written as a string, one beyond 1 MiB as
// a label; one that holds nothing but JSON's white space stays. Rows of a private key are
// known where each is in a line of its own. Close writes what is held, and does not
// close w. A writer must not be used by several goroutines at once.
func (r *Redactor) JSONWriter(w io.Writer) io.WriteCloser {
	return &writer{stream: &jsonLines{r: r.orDefault(), emit: emitTo(w)}}
}

// jsonLines redacts lines of JSON values.
type jsonLines struct {
	r     *Redactor
	held  []byte // of a line that has not ended
	skips bool   // the rest of that line, which is too long
	armor armor
	out   []byte
	emit  func([]byte) error
}

// feed takes p and emits all lines that have ended.
func (j *jsonLines) feed(p []byte) error {
	for len(p) > 0 {
		line, n := firstLine(p)
		j.piece(p[:n], n > len(line))
		p = p[n:]
		if len(j.out) < emitAt {
			continue
		}
		if err := j.flush(); err != nil {
			return err
		}
	}
	return j.flush()
}

// piece takes a line, or the end of one, or, where it does not end, some of it.
func (j *jsonLines) piece(p []byte, ends bool) {
	switch {
	case j.skips:
		j.skips = !ends
	case len(j.held)+len(p) > maxJSONLine:
		j.out = append(appendJSONString(j.out, string(Label(nil, "", whole("", sizeDetector)))), '\n')
		j.held, j.skips = nil, !ends
	case !ends:
		j.held = append(j.held, p...)
	case len(j.held) > 0:
		j.held = append(j.held, p...)
		j.line(j.held)
		j.held = reusable(j.held)
	default:
		j.line(p)
	}
}

// finish emits what is held, as a line.
func (j *jsonLines) finish() error {
	if len(j.held) > 0 {
		j.line(j.held)
	}
	return j.flush()
}

func (j *jsonLines) flush() error {
	if len(j.out) == 0 {
		return nil
	}
	err := j.emit(j.out)
	j.out = reusable(j.out)
	return err
}

// line adds a line to the output, as one JSON value on one line.
func (j *jsonLines) line(line []byte) {
	text := bytes.Trim(line, " \t\r\n")
	if len(text) == 0 {
		j.out = append(j.out, line...)
		return
	}
	text = j.rows(text)
	if json.Valid(text) {
		j.out = append(j.out, j.r.JSON(text)...)
	} else {
		j.out = appendJSONString(j.out, j.r.String(string(text)))
	}
	j.out = append(j.out, '\n')
}

// rows returns a line without the rows of private keys that it or the lines before it
// began.
func (j *jsonLines) rows(line []byte) []byte {
	if j.armor.detector != nil {
		line = j.armor.redact(j.r, line)
	}
	return j.armor.begin(j.r, line)
}
