package redact

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/fieldsafe/fieldsafe/detect"
)

const (
	// window bounds what a stream holds back, in bytes: a line that has not
	// ended, a private key that has not ended. It is also how much is searched
	// at once. Longer lines are redacted window by window. It is less than what the
	// scanner reads ahead for the end of a private key.
	window = 24 << 10
	// overlap is how far from the end of a window a long line is cut, so that
	// nearly every value is seen whole; one that reaches further moves the cut.
	overlap = 2 << 10
	// lookBehind is how many bytes before a cut are searched again, as context
	// of what follows.
	lookBehind = 256
	// emitAt is how many bytes of output are gathered before they are emitted.
	emitAt = 8 << 10
	// maxFound is how many findings of the lines before there is room for.
	maxFound = 1 << 9
)

// stream redacts bytes as they come. What it emits does not depend on how they
// are cut: lines are searched by themselves, private keys as a block, and lines
// beyond the window in pieces that begin and end where the bytes of the line
// say.
type stream struct {
	r       *Redactor
	held    []byte // bytes that nothing can be said of yet
	context []byte // the bytes before held, where held is the rest of a long line
	long    longJSON
	skip    skip
	byLine  bool             // a line of output for each line, see LineWriter
	key     *detect.Detector // with byLine: of the private key that the lines before belong to
	armor   armor
	found   []detect.Finding
	json    rewriter // of lines of JSON
	out     []byte
	emit    func([]byte) error
}

func newStream(r *Redactor, emit func([]byte) error) stream {
	r = r.orDefault()
	return stream{r: r, json: rewriter{pass: pass{r: r, forms: formJSON}, loose: true}, emit: emit}
}

// reusable returns a buffer, emptied, for what comes next: none where this one has grown
// beyond what is usual.
func reusable(b []byte) []byte {
	if cap(b) > window+readSize {
		return nil
	}
	return b[:0]
}

// skip says what is left out without being searched.
type skip uint8

const (
	skipNothing skip = iota
	skipLine         // the rest of a line: a value in it filled a window
	skipBlock        // the rest of a private key that filled a window
)

// feed takes p and emits what can be said by now: all lines that have ended but
// those of a private key that has not.
func (s *stream) feed(p []byte) error {
	for len(p) > 0 {
		view := p
		if len(s.held) > 0 {
			n := min(len(p), window-len(s.held))
			s.held = append(s.held, p[:n]...)
			if len(s.held) < window && bytes.IndexByte(p[:n], '\n') < 0 {
				return nil
			}
			view, p = s.held, p[n:]
		} else {
			p = nil
		}
		n, err := s.take(view, false)
		if err != nil {
			return err
		}
		s.held = append(s.held[:0], view[n:]...)
	}
	s.release()
	return nil
}

// release lets go of memory that a few lines have needed, and others do not.
func (s *stream) release() {
	s.out, s.json.dst, s.json.buf = reusable(s.out), reusable(s.json.dst), reusable(s.json.buf)
	if cap(s.found) > maxFound {
		s.found = nil
	}
	if cap(s.json.found) > maxFound {
		s.json.found = nil
	}
}

// finish emits what is held, and makes the stream as new.
func (s *stream) finish() error {
	n, err := s.take(s.held, true)
	if err == nil && n < len(s.held) {
		err = s.search(string(s.held[n:]), 0, len(s.held)-n)
	}
	s.reset()
	return err
}

func (s *stream) reset() {
	s.held, s.context, s.skip, s.key, s.armor, s.long = s.held[:0], nil, skipNothing, nil, armor{}, longJSON{}
	s.release()
}

// take emits the start of b, as far as it can be judged, and returns how much
// that is. What is left is less than a window; with last, nothing is left.
func (s *stream) take(b []byte, last bool) (int, error) {
	at := 0
	for at < len(b) {
		n, err := s.step(b[at:], last)
		if n == 0 || err != nil {
			return at, err
		}
		at += n
	}
	return at, nil
}

// step emits a piece of b: lines, or a part of a long line; or leaves out what
// is to be skipped.
func (s *stream) step(b []byte, last bool) (int, error) {
	if n := s.skipped(b, last); n > 0 || s.skip != skipNothing {
		return n, nil
	}
	view := b[:min(len(b), window)]
	end := bytes.LastIndexByte(view, '\n') + 1
	if s.context != nil {
		end = bytes.IndexByte(view, '\n') + 1
	}
	switch {
	case end == 0 && len(view) == window:
		return s.longLine(view)
	case end == 0 && last:
		end = len(view)
	case end == 0:
		return 0, nil
	}
	if s.context != nil {
		return end, s.lineEnd(view[:end])
	}
	if s.armor.detector != nil {
		return s.armorLine(b[:end], last)
	}
	if s.byLine {
		return s.eachLine(b[:end], last)
	}
	end, kind, known := unit(b, end, last)
	switch {
	case !known:
		s.skip = skipBlock
		return window, s.emit(append(Label(nil, "", whole("", sizeDetector)), '\n'))
	case end == 0:
		return 0, nil
	case kind == noBlock:
		return end, s.lines(b[:end])
	case kind == keyBlock:
		return end, s.keyBlock(b[:end])
	}
	s.found = s.r.scanner.Append(s.found[:0], string(b[:end]))
	return end, s.write(string(b[:end]), 0, end)
}

// keyBlock emits lines of a private key, or one that mentions a key.
func (s *stream) keyBlock(b []byte) error {
	if _, n := firstLine(b); n == len(b) {
		return s.lines(s.armor.begin(s.r, b))
	}
	s.armor.detector = s.r.unfinished(b)
	return s.search(string(b), 0, len(b))
}

// skipped returns how much of b is to be left out.
func (s *stream) skipped(b []byte, last bool) int {
	switch s.skip {
	case skipLine:
		n := bytes.IndexByte(b, '\n')
		if n < 0 {
			return len(b)
		}
		s.skip = skipNothing
		return n
	case skipBlock:
		n, ended := skipKey(b, last)
		if ended {
			s.skip = skipNothing
		}
		return n
	}
	return 0
}

// search emits text[from:to] with the findings of the whole text replaced.
func (s *stream) search(text string, from, to int) error {
	s.found = s.r.scanner.AppendLines(s.found[:0], text)
	return s.write(text, from, to)
}

// write emits text[from:to] with the findings in s.found replaced.
func (s *stream) write(text string, from, to int) error {
	s.out = s.out[:0]
	for _, f := range s.found {
		f.Start = max(f.Start, from)
		if f.End <= from || f.End > to {
			continue
		}
		s.out = append(s.out, text[from:f.Start]...)
		s.long.over(text[from:f.Start])
		s.out = s.long.replaced(s.out, text[f.Start:f.End], func(dst []byte, text string) []byte {
			return s.r.splice(dst, text, []detect.Finding{{End: len(text), Detector: f.Detector, Confidence: f.Confidence}}, nil, nil)
		})
		from = f.End
		if len(s.out) >= emitAt {
			if err := s.emit(s.out); err != nil {
				return err
			}
			s.out = s.out[:0]
		}
	}
	s.out = append(s.out, text[from:to]...)
	s.long.over(text[from:to])
	if len(s.out) == 0 {
		return nil
	}
	return s.emit(s.out)
}

// longLine emits a part of a line that goes on beyond view, a whole window.
func (s *stream) longLine(view []byte) (int, error) {
	if s.context == nil {
		s.long = longJSON{is: beginsJSON(view)}
	}
	text := string(s.context) + string(view)
	from := len(s.context)
	s.found = s.r.scanner.AppendLines(s.found[:0], text)
	to := cutAt(text, len(text)-overlap)
	for _, f := range s.found {
		switch {
		case f.Start >= to || f.End <= to:
			continue
		case f.End < len(text):
			to = f.End
		case f.Start > from:
			to = f.Start // where it ends is not known; the next window may tell
		default:
			s.skip, s.context, s.long = skipLine, nil, longJSON{}
			return len(view), s.emit(Label(nil, "", whole("", sizeDetector)))
		}
	}
	if err := s.write(text, from, to); err != nil {
		return 0, err
	}
	s.context = append([]byte{}, text[max(0, to-lookBehind):to]...)
	return to - from, nil
}

// cutAt returns a place near the byte at, before it, where the text may be cut:
// after a blank or a separator if there is one, else on a rune boundary.
func cutAt(text string, at int) int {
	if i := strings.LastIndexAny(text[at-overlap:at], " \t,;|&"); i >= 0 {
		return at - overlap + i + 1
	}
	for i := at; i > at-utf8.UTFMax; i-- {
		if utf8.RuneStart(text[i]) {
			return i
		}
	}
	return at
}

// lineEnd emits the end of a long line.
func (s *stream) lineEnd(end []byte) error {
	text, from := string(s.context)+string(end), len(s.context)
	s.context = nil
	err := s.search(text, from, len(text))
	s.long = longJSON{}
	return err
}
