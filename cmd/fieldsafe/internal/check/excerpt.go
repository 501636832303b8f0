package check

import (
	"bytes"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	excerptWidth = 100              // characters
	excerptReach = 4 * excerptWidth // bytes to both sides that are looked at
	maskWidth    = 12               // at most, so that a mask does not tell the length
	minRepeated  = 4                // bytes of a value that is masked wherever it stands
)

// excerpt returns the line data[from:to] with every value masked, cut to what
// stands around the span.
func (c *fileCheck) excerpt(from, to int, of span) Excerpt {
	var line []rune
	e := Excerpt{}
	at := from
	for _, s := range c.masked(from, to, of) {
		if s.to <= at {
			continue
		}
		line = append(line, printable(c.data[at:max(at, s.from)])...)
		start, end := len(line), min(s.to, to)
		line = append(line, c.mask(c.data[max(at, s.from):end])...)
		if s.from <= of.from && of.from < s.to {
			e.From, e.To = start, len(line)
		}
		at = end
	}
	line = append(line, printable(c.data[at:max(at, to)])...)
	return e.cut(line)
}

// masked lists, sorted, what to mask on the line data[from:to]: everything that
// was found, and the bytes of the span wherever else they stand.
func (c *fileCheck) masked(from, to int, of span) []span {
	first := sort.Search(len(c.all), func(i int) bool { return c.all[i].from >= from })
	for first > 0 && c.all[first-1].to > from {
		first--
	}
	var spans []span
	for _, s := range c.all[first:] {
		if s.from >= to {
			break
		}
		spans = append(spans, s)
	}
	value := c.data[of.from:of.to]
	for at := from; at < to && len(value) >= minRepeated; {
		i := bytes.Index(c.data[at:to], value)
		if i < 0 {
			break
		}
		spans = append(spans, span{at + i, at + i + len(value)})
		at += i + len(value)
	}
	slices.SortStableFunc(spans, func(a, b span) int { return a.from - b.from })
	return spans
}

func (c *fileCheck) mask(value []byte) []rune {
	if c.Reveal {
		return printable(value)
	}
	return asterisks[:min(utf8.RuneCount(value), maskWidth)]
}

var asterisks = []rune(strings.Repeat("*", maskWidth))

// printable makes every byte safe for a terminal, one character for one.
func printable(b []byte) []rune {
	line := []rune(string(b))
	for i, r := range line {
		switch {
		case r == '\t':
			line[i] = ' '
		case !unicode.IsPrint(r):
			line[i] = utf8.RuneError
		}
	}
	return line
}

// cut keeps the part of line around the span and drops the indentation.
func (e Excerpt) cut(line []rune) Excerpt {
	first := 0
	for first < e.From && line[first] == ' ' {
		first++
	}
	if e.From-first > excerptWidth/2 && len(line)-first > excerptWidth {
		first = e.From - excerptWidth/2
	}
	last := min(len(line), max(first+excerptWidth, e.To))
	return Excerpt{Line: string(line[first:last]), From: e.From - first, To: e.To - first}
}
