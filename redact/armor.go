package redact

import (
	"bytes"
	"slices"
	"strings"

	"github.com/fieldsafe/fieldsafe/detect"
)

// A private key whose lines stand behind the prefix of a logger, or each in a record of
// JSON, is no block. Its rows are known by what they hold, a run of base64 as long as
// rows of a key are, and the last one, which may be short, by where it stands.

// armor is what is known of such a key while its lines come.
type armor struct {
	detector *detect.Detector // of the key; nil: there is none
	place    rowPlace         // of the row that came last, where a short one may come
	lines    int              // that came
	others   int              // of them since then
}

// RFC 7468 has rows of 64 characters, OpenSSH of 70, OpenPGP of up to 76.
const (
	minRow    = 60
	maxLines  = 512
	maxOthers = 4       // headers, or what other goroutines log
	maxPrefix = 4 << 10 // bytes before a short row

	between = "\\nrt\"', +" // rows of one string, or of a list
)

// puttyRest is what makes a key of the first line of one of PuTTY's, which by itself
// holds nothing.
const puttyRest = "\nPrivate-Lines: 1\nPrivate-MAC: 00"

// keys returns the private keys that begin in text.
func (r *Redactor) keys(text []byte) []detect.Finding {
	if nextMark(text) < 0 {
		return nil
	}
	found := r.scanner.AppendLines(nil, string(text)+puttyRest)
	return slices.DeleteFunc(found, func(f detect.Finding) bool {
		return !strings.HasPrefix(f.Detector.ID, "private_key") || f.Start >= len(text) || nextMark(text[f.Start:min(f.End, len(text))]) < 0
	})
}

// unfinished returns the detector of the last private key that begins in text, nil if
// that ends there.
func (r *Redactor) unfinished(text []byte) *detect.Detector {
	found := r.keys(text)
	if len(found) == 0 || endsKey(text[found[len(found)-1].Start:]) {
		return nil
	}
	return found[len(found)-1].Detector
}

// begin returns a line without the rows of private keys that begin in it and go on behind
// the string that they begin in. The last one is followed from now on.
func (a *armor) begin(r *Redactor, line []byte) []byte {
	var rows []detect.Finding
	keys := r.keys(line)
	for i, key := range keys {
		part := line[key.Start:]
		if i+1 < len(keys) {
			part = line[key.Start:keys[i+1].Start]
		}
		size := bytes.IndexByte(part, '"')
		if size < 0 {
			size = min(key.End-key.Start, len(part))
		}
		if endsKey(part[:size]) {
			continue
		}
		*a = armor{detector: key.Detector}
		rows = a.find(rows, line[:key.Start+len(part)], key.Start+size)
		a.lines, a.others = 0, 0
	}
	return r.without(line, rows)
}

// armorLine emits the first line of b, which may belong to such a key.
func (s *stream) armorLine(b []byte, last bool) (int, error) {
	line, n := firstLine(b)
	switch start, length := nextBlock(b[:n]); {
	case start == 0 && (length != nil || beginsKey(line)):
		s.armor = armor{}
		return s.step(b, last)
	case start == 0:
		return n, s.lines(s.armor.begin(s.r, s.armor.redact(s.r, b[:n])))
	}
	return n, s.lines(s.armor.redact(s.r, b[:n]))
}

// redact returns a line without the rows of the key.
func (a *armor) redact(r *Redactor, line []byte) []byte {
	return r.without(line, a.find(nil, line, 0))
}

// without returns a line with the rows in it replaced: line itself where there are none.
func (r *Redactor) without(line []byte, rows []detect.Finding) []byte {
	if len(rows) == 0 {
		return line
	}
	return r.splice(nil, string(line), rows, nil, nil)
}

// find appends the rows of the key in a line, from at on, as findings. With the line that
// ends the key, or when none came for long, that is forgotten.
func (a *armor) find(found []detect.Finding, line []byte, at int) []detect.Finding {
	rows, behind := line[:at+keyEnd(line[at:])], -1
	for run := nextRun(rows, at); run.size > 0; run = nextRun(rows, run.to) {
		where := placeOf(rows, run.from)
		if behind >= 0 && len(bytes.Trim(rows[behind:run.from], between)) == 0 {
			where = a.place
		}
		if !a.fits(rows, run, where) {
			continue
		}
		found = append(found, detect.Finding{Start: run.from, End: run.to, Detector: a.detector, Confidence: detect.Certain})
		if behind = run.to; run.size >= minRow {
			a.place, a.others = where, -1
		}
	}
	a.lines++
	a.others++
	if len(rows) < len(line) || a.others > maxOthers || a.lines > maxLines {
		*a = armor{}
	}
	return found
}

// fits reports whether a run may be a row of the key.
func (a *armor) fits(line []byte, run run, where rowPlace) bool {
	if run.size >= minRow {
		return hexKinds(line[run.from:run.to])&notHex != 0
	}
	return run.size%4 == 0 && a.place.same(where) && !isName(line, run.to)
}

// isName reports whether what ends at line[at] is the name of what follows.
func isName(line []byte, at int) bool {
	rest := bytes.TrimLeft(line[at:], `"'\ `)
	return len(rest) > 0 && (rest[0] == ':' || rest[0] == '=' || line[at-1] == '=' && at < len(line) && base64Byte(line[at]))
}

// rowPlace is where in a line a value stands: behind its name, if it has one.
type rowPlace struct {
	name   string
	behind byte // before it; a line break where it is the first thing of its line; 0: no place
	column int
	fields int // that stand before it
}

func placeOf(line []byte, at int) rowPlace {
	if at > maxPrefix {
		return rowPlace{}
	}
	const quotes, blanks, ends = `"'\`, " \t", " \t\"'`\\,;:={}[]()|&?"
	before := bytes.TrimRight(line[:at], quotes)
	p := rowPlace{column: len(before), fields: countFields(before), behind: '\n'}
	if len(before) > 0 {
		p.behind = before[len(before)-1]
	}
	before = bytes.TrimRight(before, blanks)
	if n := len(before); n > 0 && (before[n-1] == ':' || before[n-1] == '=') {
		before = bytes.TrimRight(before[:n-1], quotes+blanks)
		name := before[bytes.LastIndexAny(before, ends)+1:]
		if len(bytes.Trim(name, "0123456789.-+")) > 0 {
			p.name = string(name)
		}
	}
	return p
}

// countFields returns how many words text has.
func countFields(text []byte) (n int) {
	blank := true
	for _, c := range text {
		before := blank
		if blank = c == ' ' || c == '\t'; before && !blank {
			n++
		}
	}
	return n
}

// same reports whether rows of one key may stand at both places: what stands before
// them, the time, a number of the line, may be longer or shorter.
func (p rowPlace) same(q rowPlace) bool {
	if p.behind == 0 || p.name != q.name {
		return false
	}
	return p.name != "" || p.behind == q.behind && (p.fields == q.fields || p.column-q.column <= 1 && q.column-p.column <= 1)
}
