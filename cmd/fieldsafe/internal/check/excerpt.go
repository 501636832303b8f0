package check

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// fingerprint tells findings apart that are alike in all else by their order.
func (c *fileCheck) fingerprint() {
	seen := make(map[string]int)
	for i := range c.result.Findings {
		f := &c.result.Findings[i]
		id := strings.Join([]string{f.Detector.ID, f.File, f.Path, f.Excerpt.Line}, "\x00")
		sum := sha256.Sum256([]byte(id + "\x00" + strconv.Itoa(seen[id])))
		f.Fingerprint = hex.EncodeToString(sum[:16])
		seen[id]++
	}
}

const (
	excerptWidth = 100 // characters
	maskWidth    = 12  // at most, so that a mask does not tell the length
)

// excerpt returns the line data[from:to] with every value masked, cut to what
// stands around the span.
func (c *fileCheck) excerpt(from, to int, of span) Excerpt {
	var b strings.Builder
	e := Excerpt{}
	at := from
	for _, s := range c.all {
		if s.to <= at || s.from >= to {
			continue
		}
		b.WriteString(printable(c.data[at:max(at, s.from)]))
		start := utf8.RuneCountInString(b.String())
		end := min(s.to, to)
		b.WriteString(c.mask(c.data[max(at, s.from):end]))
		if s.from <= of.from && of.from < s.to {
			e.From, e.To = start, utf8.RuneCountInString(b.String())
		}
		at = end
	}
	b.WriteString(printable(c.data[at:max(at, to)]))
	return e.cut(b.String())
}

func (c *fileCheck) mask(value []byte) string {
	if c.Reveal {
		return printable(value)
	}
	return strings.Repeat("*", min(utf8.RuneCount(value), maskWidth))
}

// printable makes every byte safe for a terminal, one character for one.
func printable(b []byte) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r == utf8.RuneError || !unicode.IsPrint(r):
			return '\ufffd'
		}
		return r
	}, string(b))
}

// cut keeps the part of line around the span and drops the indentation.
func (e Excerpt) cut(line string) Excerpt {
	r := []rune(line)
	first := 0
	for first < e.From && r[first] == ' ' {
		first++
	}
	last := len(r)
	if e.From-first > excerptWidth/2 && last-first > excerptWidth {
		first = e.From - excerptWidth/2
	}
	last = min(last, max(first+excerptWidth, e.To))
	return Excerpt{Line: string(r[first:last]), From: e.From - first, To: e.To - first}
}
