package redact

import (
	"bytes"
	"reflect"
	"strings"
)

// Text holds JSON: a body, a line of another logger behind the time of a container
// runtime. The objects in it are read as JSON before it is searched as text,
// for their nesting says more than the words around a value do.

// maxBroken is how many objects of a text may turn out to be none before the rest
// is taken for text.
const maxBroken = 8

// mayEmbed reports whether an object of JSON may be in text, or all of it may be an
// array.
func mayEmbed(text string) bool {
	return strings.IndexByte(text, '{') >= 0 || len(text) > 0 && text[0] == '['
}

// embedded returns s, as the value of a field of that name, with the findings in the
// objects of JSON in it replaced. The work that takes is that of reading s once.
func (p *pass) embedded(n *name, s string) string {
	if !mayEmbed(s) || len(s) > p.left || p.isWhole(n, s) {
		return s
	}
	src := []byte(s)
	w := rewriter{pass: *p, src: src}
	w.path = p.path[:len(p.path):len(p.path)]
	if n != noName {
		w.enter(n)
	}
	if w.objects(); w.taken == 0 {
		return s
	}
	return string(append(w.dst, src[w.taken:]...))
}

// isWhole reports whether it is known of the value of a field of that name that
// all of it is a finding, or nothing of it.
func (p *pass) isWhole(n *name, s string) bool {
	if !p.judged(n) {
		return false
	}
	with, keep := p.decided(n)
	return keep || with != nil || secret(n, p.above(), s) != nil
}

// objects reads the objects in a text. What is behind w.taken stays as it is. Of an
// object that breaks off, as the text was cut, what was replaced stays replaced.
func (w *rewriter) objects() {
	broken := 0
	for at := nextObject(w.src, 0); at >= 0 && broken < maxBroken; at = nextObject(w.src, w.at) {
		if w.at = at; !w.read(noName, reflect.Value{}) {
			w.at = max(at+1, w.taken)
			broken++
		}
	}
}

// nextObject returns where from at on an object with a member may begin, or an array
// with a string that is all of the text; or -1.
func nextObject(text []byte, at int) int {
	if at == 0 && len(text) > 0 && text[0] == '[' && quoteAfter(text, 0) {
		return 0
	}
	for at < len(text) {
		i := bytes.IndexByte(text[at:], '{')
		if i < 0 {
			return -1
		}
		if at += i; quoteAfter(text, at) {
			return at
		}
		at++
	}
	return -1
}

// quoteAfter reports whether a quote comes after the bracket at text[at].
func quoteAfter(text []byte, at int) bool {
	rest := bytes.TrimLeft(text[at+1:], " \t\r\n")
	return len(rest) > 0 && rest[0] == '"'
}

// inLines returns lines with the findings in the objects of JSON in each of them
// replaced.
func (w *rewriter) inLines(lines []byte) string {
	if nextObject(lines, 0) < 0 && !bytes.Contains(lines, []byte("\n[")) {
		return string(lines)
	}
	var out strings.Builder
	for len(lines) > 0 {
		_, size := firstLine(lines)
		w.begin(lines[:size])
		w.objects()
		out.Write(w.dst)
		out.Write(lines[w.taken:size])
		lines = lines[size:]
	}
	return out.String()
}
