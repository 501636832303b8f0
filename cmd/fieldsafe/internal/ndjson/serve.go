// Package ndjson answers JSON objects on a stream, one a line: the protocol by
// which other programs use fieldsafe as a subprocess.
package ndjson

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

const bufferSize = 64 << 10

// flushingReader flushes out before every read that may block, so that whoever
// waits for an answer before sending more gets it, and a fast stream is still
// written in large pieces.
type flushingReader struct {
	in  io.Reader
	out *bufio.Writer
}

func (f flushingReader) Read(p []byte) (int, error) {
	if err := f.out.Flush(); err != nil {
		return 0, err
	}
	return f.in.Read(p)
}

// serve calls answer with each line of r that is not blank, without its line
// break, and writes what answer appended as one line to w.
func serve(r io.Reader, w io.Writer, answer func(dst, line []byte) []byte) error {
	out := bufio.NewWriterSize(w, bufferSize)
	in := bufio.NewReaderSize(flushingReader{r, out}, bufferSize)
	var line, reply []byte
	for {
		var err error
		line, err = appendLine(line[:0], in)
		if text := bytes.TrimSpace(line); len(text) > 0 {
			reply = append(answer(reply[:0], text), '\n')
			if _, err := out.Write(reply); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return out.Flush()
		}
		if err != nil {
			return errors.Join(err, out.Flush())
		}
	}
}

// appendLine appends the next line, of any length, to dst.
func appendLine(dst []byte, in *bufio.Reader) ([]byte, error) {
	for {
		part, err := in.ReadSlice('\n')
		dst = append(dst, part...)
		if err != bufio.ErrBufferFull {
			return dst, err
		}
	}
}

// decode reads one request. The error tells the kind of fault and its byte
// offset in the line, never the line's content.
func decode(line []byte, request any) error {
	err := json.Unmarshal(line, request)
	var syntax *jsontext.SyntacticError
	var meaning *json.SemanticError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &syntax):
		return lineError{"not valid JSON", syntax.ByteOffset}
	case errors.As(err, &meaning):
		return lineError{"a member has the wrong type", meaning.ByteOffset}
	}
	return errors.New("ndjson: cannot read the line")
}

// appendError appends a reply that says why the line has no answer.
func appendError(dst []byte, id jsontext.Value, err error) []byte {
	dst = appendID(dst, id)
	dst = append(dst, `"error":`...)
	dst = appendString(dst, err.Error())
	return append(dst, '}')
}

// appendID opens the reply object with the request's id, as it was written.
func appendID(dst []byte, id jsontext.Value) []byte {
	dst = append(dst, '{')
	if len(id) > 0 {
		dst = append(dst, `"id":`...)
		dst = append(dst, id...)
		dst = append(dst, ',')
	}
	return dst
}

// appendString appends s as a JSON string. What is not UTF-8 becomes U+FFFD.
func appendString(dst []byte, s string) []byte {
	start := len(dst)
	dst, err := jsontext.AppendQuote(dst, s)
	if err != nil {
		dst, _ = jsontext.AppendQuote(dst[:start], string(bytes.ToValidUTF8([]byte(s), []byte("\ufffd"))))
	}
	return dst
}
