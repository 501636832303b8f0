package source

import (
	"bytes"
	"errors"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// parseJSON reads JSON values; comments and commas at the end of a list are
// let pass.
func parseJSON(data []byte) ([]*node, error) {
	docs, err := strictJSON(data)
	if err != nil {
		if relaxed, changed := relaxJSON(data); changed {
			if docs, err := strictJSON(relaxed); err == nil {
				return docs, nil
			}
		}
	}
	return docs, err
}

// relaxJSON turns comments and commas before a closing bracket into blanks:
// what editors and compilers allow in their settings.
func relaxJSON(data []byte) (relaxed []byte, changed bool) {
	out := bytes.Clone(data)
	comma := -1 // that nothing but blanks and comments follow
	for i := 0; i < len(out); i++ {
		switch c := out[i]; {
		case c == '"':
			comma = -1
			if end := closingQuote(out, i); end > 0 {
				i = end
			}
		case c == '/':
			end := commentEnd(out, i)
			if end == i {
				return data, false // not valid even then
			}
			changed = true
			for j := i; j < end; j++ {
				out[j] = ' '
			}
			i = end - 1
		case c == ',':
			comma = i
		case (c == '}' || c == ']') && comma >= 0:
			out[comma], comma, changed = ' ', -1, true
		case !isSpace(c):
			comma = -1
		}
	}
	return out, changed
}

// commentEnd returns where the comment ends that begins at i, or i.
func commentEnd(data []byte, i int) int {
	switch byteAt(data, i+1, len(data)) {
	case '/':
		return lineEnd(data, i)
	case '*':
		if n := bytes.Index(data[i+2:], []byte("*/")); n >= 0 {
			return i + 2 + n + 2
		}
	}
	return i
}

// strictJSON reads one JSON value, or several after each other.
func strictJSON(data []byte) ([]*node, error) {
	dec := jsontext.NewDecoder(bytes.NewBuffer(data), jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	var docs []*node
	for {
		n, err := jsonValue(dec)
		if err == io.EOF {
			return docs, nil
		}
		if err != nil {
			return nil, jsonError(data, dec, err)
		}
		docs = append(docs, n)
	}
}

func jsonValue(dec *jsontext.Decoder) (*node, error) {
	switch dec.PeekKind() {
	case '{':
		return jsonObject(dec)
	case '[':
		return jsonArray(dec)
	}
	return jsonScalar(dec)
}

func jsonObject(dec *jsontext.Decoder) (*node, error) {
	n := &node{kind: mapping}
	if _, err := dec.ReadToken(); err != nil {
		return nil, err
	}
	for dec.PeekKind() != '}' {
		key, err := jsonScalar(dec)
		if err != nil {
			return nil, err
		}
		value, err := jsonValue(dec)
		if err != nil {
			return nil, err
		}
		n.add(key, value)
	}
	_, err := dec.ReadToken()
	return n, err
}

func jsonArray(dec *jsontext.Decoder) (*node, error) {
	n := &node{kind: sequence}
	if _, err := dec.ReadToken(); err != nil {
		return nil, err
	}
	for dec.PeekKind() != ']' {
		item, err := jsonValue(dec)
		if err != nil {
			return nil, err
		}
		n.items = append(n.items, item)
	}
	_, err := dec.ReadToken()
	return n, err
}

func jsonScalar(dec *jsontext.Decoder) (*node, error) {
	raw, err := dec.ReadValue()
	if err != nil {
		return nil, err
	}
	to := int(dec.InputOffset())
	n := &node{from: to - len(raw), to: to}
	if raw.Kind() != '"' {
		n.value, n.offsets = string(raw), offsets{{0, n.from}}
		return n, nil
	}
	value, err := jsontext.AppendUnquote(nil, raw)
	if err != nil && len(value) == 0 {
		value = raw[1 : len(raw)-1]
	}
	n.value = string(value)
	n.offsets = align(raw[1:len(raw)-1], n.from+1, n.value, true)
	return n, nil
}

func jsonError(data []byte, dec *jsontext.Decoder, err error) error {
	at := dec.InputOffset()
	var syntax *jsontext.SyntacticError
	if errors.As(err, &syntax) {
		at = syntax.ByteOffset
	}
	return errorAt(data, int(at), "not valid JSON")
}
