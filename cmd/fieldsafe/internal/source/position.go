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

// Lines finds positions in data; making one is free, and each call of At costs
// time linear in the bytes since the last.
type Lines struct {
	data  []byte
	start int // of the current line
	line  int // its number, from 0
}

// NewLines returns the lines of data.
func NewLines(data []byte) *Lines { return &Lines{data: data} }

// At returns the position of the byte at offset.
func (l *Lines) At(offset int) Position {
	l.seek(offset)
	before := l.data[l.start:min(offset, len(l.data))]
	return Position{Line: l.line + 1, Column: utf8.RuneCount(before) + 1, ByteColumn: len(before) + 1}
}

// Bounds returns the range of bytes of the line that holds the byte at offset,
// without its line break.
func (l *Lines) Bounds(offset int) (from, to int) {
	l.seek(offset)
	end := bytes.IndexByte(l.data[l.start:], '\n')
	if end < 0 {
		return l.start, len(l.data)
	}
	line := bytes.TrimSuffix(l.data[l.start:l.start+end], []byte("\r"))
	return l.start, l.start + len(line)
}

func (l *Lines) seek(offset int) {
	if offset < l.start {
		l.start, l.line = 0, 0
	}
	offset = min(offset, len(l.data))
	passed := l.data[l.start:offset]
	if last := bytes.LastIndexByte(passed, '\n'); last >= 0 {
		l.line += bytes.Count(passed, []byte{'\n'})
		l.start += last + 1
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
