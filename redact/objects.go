package redact

import "bytes"

// lines emits lines: those that are JSON objects field by field, also behind the prefix
// of a logger, the others as text.
func (s *stream) lines(b []byte) error {
	for len(b) > 0 {
		n := linesOf(b, true)
		if n == 0 {
			n = linesOf(b, false)
			text := s.json.inLines(b[:n])
			if err := s.search(text, 0, len(text)); err != nil {
				return err
			}
		} else if err := s.objects(b[:n]); err != nil {
			return err
		}
		b = b[n:]
	}
	return nil
}

// objects emits lines that seem to be JSON objects; what is between lines that change
// is emitted as it is.
func (s *stream) objects(b []byte) error {
	s.out = s.out[:0]
	kept := 0
	for at := 0; at < len(b); {
		_, size := firstLine(b[at:])
		if clean, changed := s.object(b[at : at+size]); changed {
			s.out = append(append(s.out, b[kept:at]...), clean...)
			kept = at + size
		}
		at += size
	}
	if kept == 0 {
		return s.emit(b)
	}
	return s.emit(append(s.out, b[kept:]...))
}

// object returns a line that seems to be an object behind some text, redacted, and
// whether that changed it. One that is none is searched as text.
func (s *stream) object(line []byte) (clean []byte, changed bool) {
	start := objectAt(line)
	clean, ok := s.json.line(line[start:])
	if !ok {
		text := s.json.inLines(line)
		s.found = s.r.scanner.AppendLines(s.found[:0], text)
		return s.r.splice(nil, text, s.found, nil, nil), true
	}
	same := &clean[0] == &line[start]
	if start == 0 {
		return clean, !same
	}
	before := string(line[:start])
	if s.found = s.r.scanner.AppendLines(s.found[:0], before); same && len(s.found) == 0 {
		return line, false
	}
	return append(s.r.splice(nil, before, s.found, nil, nil), clean...), true
}

// linesOf returns how many bytes of b are lines that seem to be objects, or that do
// not.
func linesOf(b []byte, objects bool) (n int) {
	for n < len(b) {
		line, size := firstLine(b[n:])
		if (objectAt(line) >= 0) != objects {
			break
		}
		n += size
	}
	return n
}

// objectAt returns where the JSON object begins that a line seems to be from there on,
// or -1.
func objectAt(line []byte) int {
	if beginsJSON(line) {
		return 0
	}
	line = bytes.TrimRight(line, " \t\r\n")
	if len(line) == 0 || line[len(line)-1] != '}' {
		return -1
	}
	if at := nextObject(line, 0); at > 0 {
		return at
	}
	return -1
}

// beginsJSON reports whether a line begins like a JSON object.
func beginsJSON(line []byte) bool {
	i := 0
	for i < len(line) && (line[i] == ' ' || line[i] == '\t') {
		i++
	}
	return i < len(line) && line[i] == '{'
}
