package redact

import (
	"bytes"
	"io"
)

// LineWriter is Writer for those who wait for an answer to each line: it writes
// one line for each line, as soon as that has ended. So it holds nothing that
// spans lines; of a private key that does, it writes a label in place of each
// line. What a Kubernetes Secret holds, and an entry of a .netrc, it knows only where that
// is on one line.
func (r *Redactor) LineWriter(w io.Writer) io.WriteCloser {
	s := newStream(r, emitTo(w))
	s.byLine = true
	return &writer{stream: &s}
}

// eachLine emits the lines before a private key, or one line of a key.
func (s *stream) eachLine(b []byte, last bool) (int, error) {
	line, n := firstLine(b)
	if s.key != nil {
		ends := endsKey(line)
		if ends || insideKey(line) {
			return n, s.keyLine(b[:n], ends)
		}
		s.armor, s.key = armor{detector: s.key}, nil
		return s.armorLine(b, last)
	}
	switch start := keyStart(b); {
	case start > 0:
		n = start
	case start < 0:
		n = len(b)
	case beginsKey(line) && len(bytes.Trim(line[:nextMark(line)], " \t-")) == 0:
		s.key = s.r.unfinished(line)
	default:
		return n, s.keyBlock(b[:n])
	}
	return n, s.lines(b[:n])
}

// keyLine emits what stands in place of a line within a private key.
func (s *stream) keyLine(line []byte, last bool) error {
	text := string(bytes.TrimRight(line, "\r\n"))
	s.found = s.found[:0]
	if text != "" {
		s.found = append(s.found, whole(text, s.key))
	}
	if last {
		s.key = nil
	}
	return s.write(string(line), 0, len(line))
}
