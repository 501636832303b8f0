package source

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
)

// parseYAML reads all documents of a YAML stream, which may be a template.
func parseYAML(data []byte) ([]*node, error) {
	if _, end := nextAction(data, 0); end < 0 {
		return plainYAML(data)
	}
	docs, err := plainYAML(withoutActions(data, readInline))
	for _, how := range []reading{readBlank, readSplit} {
		if err == nil {
			break
		}
		if again, stillWrong := plainYAML(withoutActions(data, how)); stillWrong == nil {
			docs, err = again, nil
		}
	}
	for _, d := range docs {
		restore(d, data)
	}
	return docs, err
}

// plainYAML reads a stream without templates. Tags such as !Sub do not matter: a
// node is what it looks like.
func plainYAML(data []byte) ([]*node, error) {
	loader, err := yaml.NewLoader(bytes.NewReader(data))
	if err != nil {
		return nil, yamlError(err)
	}
	var docs []*node
	y := &yamlReader{data: data, cursor: newCursor(data)}
	for {
		var doc yaml.Node
		err := loader.Load(&doc)
		if err == io.EOF {
			return docs, nil
		}
		if err != nil {
			return nil, yamlError(err)
		}
		for _, n := range doc.Content {
			docs = append(docs, y.node(n))
		}
	}
}

// maxIndent bounds how far a scalar is looked for in the file, beyond its length
// with every character escaped. It keeps the time linear.
const maxIndent = 4096

type yamlReader struct {
	data   []byte
	cursor cursor
}

func (y *yamlReader) node(n *yaml.Node) *node {
	switch n.Kind {
	case yaml.MappingNode:
		m := &node{kind: mapping}
		for i := 0; i+1 < len(n.Content); i += 2 {
			y.entry(m, n.Content[i], n.Content[i+1])
		}
		return m
	case yaml.SequenceNode:
		s := &node{kind: sequence}
		for _, item := range n.Content {
			s.items = append(s.items, y.node(item))
		}
		return s
	case yaml.ScalarNode:
		return y.scalar(n)
	}
	return &node{} // an alias: what it stands for has been read where it is defined
}

// entry adds one pair of a mapping. A key that is no scalar, which hardly
// anyone writes, becomes a value without a name.
func (y *yamlReader) entry(m *node, key, value *yaml.Node) {
	k := y.node(key)
	if k.kind != scalar {
		m.add(&node{}, k)
		k = &node{}
	}
	m.add(k, y.node(value))
}

func (y *yamlReader) scalar(n *yaml.Node) *node {
	if n.Value == "" {
		return &node{}
	}
	from := y.content(y.cursor.seek(n.Line, n.Column))
	s := &node{value: n.Value, from: from, to: len(y.data)}
	quote := byte(0)
	switch {
	case n.Style&yaml.DoubleQuotedStyle != 0:
		quote = '"'
	case n.Style&yaml.SingleQuotedStyle != 0:
		quote = '\''
	case n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		from = y.afterLine(from)
	}
	if quote != 0 {
		from++
	}
	from = min(from, len(y.data))
	reach := min(len(y.data), from+12*len(n.Value)+maxIndent)
	s.offsets = align(y.data[from:reach], from, n.Value, quote == '"')
	s.to = min(s.offsets.end(len(n.Value)), len(y.data))
	if quote != 0 && s.to < len(y.data) && y.data[s.to] == quote {
		s.to++
	}
	s.reference = referenceTags[n.Tag]
	return s
}

// referenceTags mark scalars that name what is defined elsewhere. (!Sub does
// not: its scalar is a template.)
var referenceTags = map[string]bool{
	"!Ref": true, "!GetAtt": true, "!ImportValue": true, "!Condition": true, // CloudFormation
	"!secret": true, "!env_var": true, // Home Assistant, ESPHome
	"!reference": true, // GitLab CI
}

// content skips a tag and an anchor, which are where the position of a node
// points to if it has them.
func (y *yamlReader) content(at int) int {
	for at < len(y.data) && (y.data[at] == '!' || y.data[at] == '&') {
		for at < len(y.data) && !isSpace(y.data[at]) {
			at++
		}
		for at < len(y.data) && isSpace(y.data[at]) {
			at++
		}
	}
	return at
}

func (y *yamlReader) afterLine(at int) int {
	if i := bytes.IndexByte(y.data[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(y.data)
}

// cursor turns YAML's lines and columns, which count characters, into byte
// offsets. Nodes come in document order, so it only moves ahead.
type cursor struct {
	data             []byte
	at, line, column int
}

func newCursor(data []byte) cursor {
	c := cursor{data: data, line: 1, column: 1}
	if bytes.HasPrefix(data, []byte("\ufeff")) {
		c.at = len("\ufeff")
	}
	return c
}

func (c *cursor) seek(line, column int) int {
	for c.at < len(c.data) && (c.line < line || c.line == line && c.column < column) {
		r, n := utf8.DecodeRune(c.data[c.at:])
		c.at += n
		c.column++
		if r == '\r' && c.at < len(c.data) && c.data[c.at] == '\n' {
			c.at++
			r = '\n'
		}
		if isYAMLBreak(r) {
			c.line, c.column = c.line+1, 1
		}
	}
	return c.at
}

// isYAMLBreak follows YAML 1.1, section 4.1.4, as the parser does.
func isYAMLBreak(r rune) bool {
	return r == '\n' || r == '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029'
}

// yamlError keeps of the parser's message what comes before the first quote:
// after it, it may repeat the file.
func yamlError(err error) error {
	e := &SyntaxError{Position{1, 1, 1}, "not valid YAML"}
	var load *yaml.LoadError
	if errors.As(err, &load) {
		reason := load.Message
		if i := strings.IndexAny(reason, "'\"`("); i >= 0 {
			reason = reason[:i]
		}
		e.Reason = "not valid YAML: " + strings.TrimSpace(reason)
		e.Line, e.Column = max(load.Mark.Line, 1), max(load.Mark.Column, 1)
	}
	return e
}
