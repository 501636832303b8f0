package source

import (
	"bytes"
	"errors"
	"io"

	"github.com/go-json-experiment/json/jsontext"
)

// parseJSON reads one JSON value, or several after each other.
func parseJSON(data []byte) ([]*node, error) {
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
