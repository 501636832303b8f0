package source

import (
	"bytes"
	"errors"

	"github.com/pelletier/go-toml/v2/unstable"
)

func parseTOML(data []byte) ([]*node, error) {
	var p unstable.Parser
	p.Reset(data)
	t := tomlReader{&p, data}
	root := &node{kind: mapping}
	table := root
	for p.NextExpression() {
		e := p.Expression()
		switch e.Kind {
		case unstable.Table, unstable.ArrayTable:
			table = &node{kind: mapping}
			t.addAt(root, e.Key(), table)
		case unstable.KeyValue:
			t.addAt(table, e.Key(), t.value(e.Value()))
		}
	}
	if err := p.Error(); err != nil {
		at := 0
		var parse *unstable.ParserError
		if errors.As(err, &parse) && len(parse.Highlight) > 0 {
			at = int(p.Range(parse.Highlight).Offset)
		}
		return nil, errorAt(data, at, "not valid TOML")
	}
	return []*node{root}, nil
}

type tomlReader struct {
	p    *unstable.Parser
	data []byte
}

// addAt adds value to n under a dotted key: one mapping a part.
func (t tomlReader) addAt(n *node, keys unstable.Iterator, value *node) {
	for keys.Next() {
		key := t.scalar(keys.Node())
		if keys.IsLast() {
			n.add(key, value)
			return
		}
		inner := &node{kind: mapping}
		n.add(key, inner)
		n = inner
	}
}

func (t tomlReader) value(v *unstable.Node) *node {
	switch v.Kind {
	case unstable.InlineTable:
		n := &node{kind: mapping}
		for it := v.Children(); it.Next(); {
			t.addAt(n, it.Node().Key(), t.value(it.Node().Value()))
		}
		return n
	case unstable.Array:
		n := &node{kind: sequence}
		for it := v.Children(); it.Next(); {
			n.items = append(n.items, t.value(it.Node()))
		}
		return n
	case unstable.Comment:
		return &node{}
	}
	return t.scalar(v)
}

func (t tomlReader) scalar(v *unstable.Node) *node {
	from, to := int(v.Raw.Offset), int(v.Raw.Offset+v.Raw.Length)
	if v.Raw.Length == 0 { // the parser says nothing: the data is a part of the input
		r := t.p.Range(v.Data)
		from, to = int(r.Offset), int(r.Offset+r.Length)
	}
	n := &node{value: string(v.Data), from: from, to: to}
	raw := t.data[from:to]
	quote := tomlQuote(raw)
	inner := from + len(quote)
	if len(quote) == 3 {
		inner += len(raw[3:]) - len(bytes.TrimPrefix(bytes.TrimPrefix(raw[3:], []byte("\r")), []byte("\n")))
	}
	n.offsets = align(t.data[inner:max(inner, to-len(quote))], inner, n.value, bytes.HasPrefix(quote, []byte(`"`)))
	return n
}

// tomlQuote returns the quote that raw begins with: one or three of a kind.
func tomlQuote(raw []byte) []byte {
	if len(raw) < 2 || raw[0] != '"' && raw[0] != '\'' {
		return nil
	}
	if triple := bytes.Repeat(raw[:1], 3); len(raw) >= 6 && bytes.HasPrefix(raw, triple) {
		return triple
	}
	return raw[:1]
}
