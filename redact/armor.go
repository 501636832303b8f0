package redact

import (
	"bytes"
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
)

// puttyRest is what makes a key of the first line of one of PuTTY's, which by itself
// holds nothing.
const puttyRest = "\nPrivate-Lines: 1\nPrivate-MAC: 00"

// unfinished returns the detector of the private key that begins in text and goes on
// behind it, nil if there is none.
func (r *Redactor) unfinished(text []byte) *detect.Detector {
	if nextMark(text) < 0 {
		return nil
	}
	found := r.scanner.AppendLines(nil, string(text)+puttyRest)
	for i := len(found) - 1; i >= 0; i-- {
		f := found[i]
		if strings.HasPrefix(f.Detector.ID, "private_key") && f.Start < len(text) && nextMark(text[f.Start:min(f.End, len(text))]) >= 0 {
			if endsKey(text[f.Start:]) {
				return nil
			}
			return f.Detector
		}
	}
	return nil
}

// armorLine emits the first line of b, which may belong to such a key.
func (s *stream) armorLine(b []byte, last bool) (int, error) {
	line, n := firstLine(b)
	if start, _ := nextBlock(b[:n]); start == 0 {
		s.armor = armor{}
		return s.step(b, last)
	}
	return n, s.lines(s.armor.redact(s.r, b[:n], line))
}

// redact returns text with the rows of the key in its first line replaced: text itself
// where there are none.
func (a *armor) redact(r *Redactor, text, line []byte) []byte {
	found := a.find(nil, line)
	if len(found) == 0 {
		return text
	}
	return r.splice(nil, string(text), found, nil, nil)
}

// find appends the rows of the key in a line. With the line that ends the key, or when
// none came for long, that is forgotten.
func (a *armor) find(found []detect.Finding, line []byte) []detect.Finding {
	rows, before := line[:keyEnd(line)], len(found)
	for run := nextRun(rows, 0); run.size > 0; run = nextRun(rows, run.to) {
		where := placeOf(rows, run.from)
		if len(found) > before && len(bytes.Trim(rows[found[len(found)-1].End:run.from], `\nr`)) == 0 {
			where = a.place // goes on behind an escaped line break
		}
		if a.fits(rows, run, where) {
			found = append(found, detect.Finding{Start: run.from, End: run.to, Detector: a.detector, Confidence: detect.Certain})
			if run.size >= minRow {
				a.place, a.others = where, -1
			}
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
	return run.size%4 == 0 && a.place.same(where)
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
	p := rowPlace{column: len(before), fields: len(bytes.Fields(before)), behind: '\n'}
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

// same reports whether rows of one key may stand at both places: what stands before
// them, the time, a number of the line, may be longer or shorter.
func (p rowPlace) same(q rowPlace) bool {
	if p.behind == 0 || p.name != q.name {
		return false
	}
	return p.name != "" || p.behind == q.behind && (p.fields == q.fields || p.column-q.column <= 1 && q.column-p.column <= 1)
}
