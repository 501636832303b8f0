package urlrules

import (
	"bytes"
	"encoding/base64"

	"github.com/fieldsafe/fieldsafe/internal/urlparts"
)

// nested reads a value as a URL, a query, a connection string or JSON of its
// own, percent-decoded once where it is encoded.
func (e *engine) nested(v *view, span segment, depth int) {
	if depth >= maxDepth {
		return
	}
	w, before := &e.views[depth+1], len(e.found)
	if bytes.IndexByte(span.Of(v.b), '%') >= 0 && w.percent(v, span.Start, span.End) {
		e.span(w, segment{Start: 0, End: len(w.b)}, depth+1)
		if depth+1 < maxDepth && bytes.IndexByte(w.b, '\\') >= 0 {
			if x := &e.views[depth+2]; x.unescaped(w) {
				e.span(x, segment{Start: 0, End: len(x.b)}, depth+2)
			}
		}
		if len(e.found) == before {
			if r := tokenShape(w.b); r != "" {
				e.add(w, Match{Start: 0, End: len(w.b), Reason: r, Component: Query, Kind: Parameter, Confidence: Firm})
			}
		}
	} else {
		e.span(v, span, depth+1)
	}
	e.deep = e.deep || len(e.found) > before
}

// base64 reads a value that is base64 of a URL or of JSON. What it finds makes
// the whole value a secret.
func (e *engine) base64(v *view, span segment, c Component, depth int) {
	b := span.Of(v.b)
	if !base64Text(b) {
		return
	}
	w := &e.views[depth+1]
	if !w.decode64(b) {
		return
	}
	w.off = nil
	before := len(e.found)
	e.span(w, segment{Start: 0, End: len(w.b)}, depth+1)
	if len(e.found) > before {
		e.found = e.found[:before]
		e.add(v, Match{Start: span.Start, End: span.End, Reason: "value.base64", Component: c, Kind: Parameter, Confidence: Firm})
	}
}

// base64Text says whether the first bytes of b decode to a scheme and a colon,
// or to the start of a JSON object.
func base64Text(b []byte) bool {
	var head [12]byte
	n, err := base64.RawURLEncoding.Decode(head[:], urlAlphabet(b[:16]))
	if err != nil {
		return false
	}
	if head[0] == '{' {
		return head[1] == '"'
	}
	colon := urlparts.Scheme(head[:n], 0, n)
	return colon > 1 && colon+1 < n && (head[colon+1] == '/' || urlparts.Special(head[:colon]) || equalFold(head[:colon], "jdbc"))
}

// urlAlphabet maps the standard alphabet to that for URLs, in place of a copy.
func urlAlphabet(b []byte) []byte {
	var out [16]byte
	for i, c := range b {
		out[i] = urlAlphabetByte(c)
	}
	return out[:len(b)]
}

func urlAlphabetByte(c byte) byte {
	switch c {
	case '+':
		return '-'
	case '/':
		return '_'
	}
	return c
}

// decode64 fills v with the decoding of b, whose padding may be missing or
// percent-encoded.
func (v *view) decode64(b []byte) bool {
	for {
		switch n := len(b); {
		case n > 3 && equalFold(b[n-3:], "%3d"):
			b = b[:n-3]
			continue
		case n > 5 && equalFold(b[n-5:], "%253d"):
			b = b[:n-5]
			continue
		}
		break
	}
	b = bytes.TrimRight(b, "=")
	v.reset()
	var bits, n uint
	for i := 0; i < len(b); i++ {
		c := b[i]
		if c == '%' {
			c, _ = hexPair(b[i+1:])
			i += 2
		}
		d := base64Digit(urlAlphabetByte(c))
		if d < 0 {
			return false
		}
		bits, n = bits<<6|uint(d), n+6
		if n >= 8 {
			n -= 8
			v.b = append(v.b, byte(bits>>n))
		}
	}
	return true
}

func base64Digit(c byte) int {
	switch {
	case c >= 'A' && c <= 'Z':
		return int(c - 'A')
	case c >= 'a' && c <= 'z':
		return int(c-'a') + 26
	case c >= '0' && c <= '9':
		return int(c-'0') + 52
	case c == '-':
		return 62
	case c == '_':
		return 63
	}
	return -1
}

// json reports the secret members of a JSON object or array that s is, and says
// whether all of it has been read: in input that is JSON the rest is text.
func (e *engine) json(v *view, s segment, depth int) bool {
	b := v.b
	if c := b[s.Start]; c != '{' && c != '[' {
		return false
	}
	component := Query
	if depth == 0 {
		component = Field
	}
	var name normalName
	for i := s.Start; i < s.End; {
		key, after := jsonString(b, i, s.End)
		if after < 0 {
			break
		}
		i = after
		value, next := jsonValue(b, after, s.End)
		if next < 0 {
			continue
		}
		i = next
		name.set(key.Of(b))
		switch class := name.class(e.opts); {
		case (class == password || class == secret) && e.reportable(value.Of(b)) && !flag(value.Of(b)):
			e.add(v, Match{Start: value.Start, End: value.End, NameStart: key.Start, NameEnd: key.End, Reason: "json.name", Component: component, Kind: Parameter, Confidence: Firm})
		case depth < maxDepth && bytes.Contains(value.Of(b), []byte(`{\"`)):
			e.jsonInString(v, value, depth)
		case depth > 0 && value.Len() > 6 && bytes.ContainsAny(value.Of(b), ":@"):
			e.nested(v, value, depth)
		}
	}
	return depth > 0
}

// jsonInString reads a string of JSON that holds JSON.
func (e *engine) jsonInString(v *view, s segment, depth int) {
	part := view{b: s.Of(v.b), base: v.base + s.Start}
	if v.off != nil {
		part.off = v.off[s.Start : s.End+1]
	}
	if w := &e.views[depth+1]; w.unescaped(&part) && (w.b[0] == '{' || w.b[0] == '[') {
		e.json(w, segment{Start: 0, End: len(w.b)}, depth+1)
	}
}

// jsonString returns the contents of the next string from i on, and the byte
// after its quote, or -1.
func jsonString(b []byte, i, end int) (segment, int) {
	q := bytes.IndexByte(b[i:end], '"')
	if q < 0 {
		return segment{}, -1
	}
	start := i + q + 1
	for j := start; j < end; j++ {
		switch b[j] {
		case '\\':
			j++
		case '"':
			return segment{Start: start, End: j}, j + 1
		}
	}
	return segment{}, -1
}

// jsonValue returns the scalar after the colon at i: the contents of a string,
// or a number; and the byte after it, or -1 where there is none.
func jsonValue(b []byte, i, end int) (segment, int) {
	i = skipSpace(b, i, end)
	if i >= end || b[i] != ':' {
		return segment{}, -1
	}
	i = skipSpace(b, i+1, end)
	if i >= end || b[i] == '{' || b[i] == '[' {
		return segment{}, -1
	}
	if b[i] == '"' {
		return jsonString(b, i, end)
	}
	start := i
	for i < end && b[i] != ',' && b[i] != '}' && b[i] != ']' {
		i++
	}
	return segment{Start: start, End: i}, i
}

func skipSpace(b []byte, i, end int) int {
	for i < end && (b[i] <= ' ' || b[i] == '+') {
		i++
	}
	return i
}
