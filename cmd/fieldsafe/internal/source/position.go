package source

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// Position is a place in a file as people and editors count: from 1.
type Position struct {
	Line       int
	Column     int // in characters (Unicode code points)
	ByteColumn int
}

// Lines finds positions in data. Making one is free. Asked for offsets in order,
// it reads the data once.
type Lines struct {
	data   []byte
	start  int // of the current line
	line   int // its number, from 0
	at     int // where on it was asked for last
	column int // in characters, from 0
}

// NewLines returns the lines of data.
func NewLines(data []byte) *Lines { return &Lines{data: data} }

// At returns the position of the byte at offset.
func (l *Lines) At(offset int) Position {
	offset = min(offset, len(l.data))
	l.seek(offset)
	l.column += utf8.RuneCount(l.data[l.at:offset])
	l.at = offset
	return Position{Line: l.line + 1, Column: l.column + 1, ByteColumn: offset - l.start + 1}
}

// Around returns the range of bytes of the line that holds the byte at offset,
// without its line break, but no more of it than reach bytes to both sides.
func (l *Lines) Around(offset, reach int) (from, to int) {
	l.seek(offset)
	from, to = max(l.start, offset-reach), min(len(l.data), offset+reach)
	for from > l.start && from < offset && !utf8.RuneStart(l.data[from]) {
		from++
	}
	if end := bytes.IndexByte(l.data[offset:to], '\n'); end >= 0 {
		to = offset + len(bytes.TrimSuffix(l.data[offset:offset+end], []byte("\r")))
	}
	return from, to
}

// seek makes the line of offset the current one.
func (l *Lines) seek(offset int) {
	if offset < l.at {
		*l = Lines{data: l.data}
	}
	passed := l.data[l.at:offset]
	if last := bytes.LastIndexByte(passed, '\n'); last >= 0 {
		l.line += bytes.Count(passed, []byte{'\n'})
		l.start = l.at + last + 1
		l.at, l.column = l.start, 0
	}
}

// SyntaxError says where a file stops to be what its name promises. It holds
// nothing of the file.
type SyntaxError struct {
	Position
	Reason string
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%d:%d: %s", e.Line, e.Column, e.Reason)
}

func errorAt(data []byte, offset int, reason string) error {
	return &SyntaxError{NewLines(data).At(offset), reason}
}
