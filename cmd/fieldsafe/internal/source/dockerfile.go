package source

import (
	"bytes"
	"strings"
)

// parseDockerfile reads the instructions that hold names and values of the
// author's own: LABEL, ENV, ARG and MAINTAINER. The rest is text. The syntax is
// https://docs.docker.com/reference/dockerfile/.
func parseDockerfile(data []byte) ([]*node, error) {
	root := &node{kind: mapping}
	escape := escapeDirective(data)
	for from := 0; from < len(data); {
		to := instructionEnd(data, from, escape)
		start := skipBlank(data, from, to)
		word := wordEnd(data, start, to, escape)
		if strings.EqualFold(string(data[start:word]), "ONBUILD") {
			start = skipBlank(data, word, to)
			word = wordEnd(data, start, to, escape)
		}
		args := skipBlank(data, word, to)
		switch name := strings.ToUpper(string(data[start:word])); name {
		case "EXPOSE": // ports, which say nothing
			root.add(&node{}, &node{value: "ports", from: start, to: to, reference: true})
		case "MAINTAINER":
			root.add(verbatim(data, start, word), trimmed(data, args, to))
		case "LABEL", "ENV", "ARG":
			pairs := &node{kind: mapping}
			dockerPairs(pairs, data, args, to, escape)
			key := dockerKeys[name]
			root.add(&node{value: key, offsets: offsets{{0, start}, {len(key), word}}}, pairs)
		}
		from = to + 1
	}
	return []*node{root}, nil
}

var dockerKeys = map[string]string{"LABEL": "labels", "ENV": "env", "ARG": "arg"}

// escapeDirective returns the byte that escapes and continues lines.
func escapeDirective(data []byte) byte {
	for line := range bytes.Lines(data) {
		comment, ok := bytes.CutPrefix(bytes.TrimSpace(line), []byte("#"))
		if !ok {
			break
		}
		name, value, _ := bytes.Cut(comment, []byte("="))
		if strings.EqualFold(string(bytes.TrimSpace(name)), "escape") && string(bytes.TrimSpace(value)) == "`" {
			return '`'
		}
	}
	return '\\'
}

// instructionEnd returns where the instruction ends that begins at from, with the
// lines that continue it, and the comments and empty lines between them.
func instructionEnd(data []byte, from int, escape byte) int {
	continued := false
	for {
		to := lineEnd(data, from)
		line := bytes.TrimSpace(data[from:to])
		if !continued || len(line) > 0 && line[0] != '#' {
			continued = len(line) > 0 && line[0] != '#' && line[len(line)-1] == escape
		}
		if to == len(data) || !continued {
			return to
		}
		from = to + 1
	}
}

// dockerPairs reads key=value …, or the old form: one key, a blank, and the rest
// of the line as its value.
func dockerPairs(n *node, data []byte, from, to int, escape byte) {
	for from < to {
		if data[from] == '#' { // a comment between continued lines
			from = skipBlank(data, lineEnd(data, from), to)
			continue
		}
		end := wordEnd(data, from, to, escape)
		sep := bytes.IndexByte(data[from:end], '=')
		if sep < 0 {
			if len(n.entries) == 0 && data[from] != escape {
				n.add(verbatim(data, from, end), trimmed(data, skipBlank(data, end, to), to))
				return
			}
			from = skipBlank(data, end, to)
			continue
		}
		value := unquoted(data, from+sep+1, end)
		n.add(unquoted(data, from, from+sep), value)
		from = skipBlank(data, end, to)
	}
}

// wordEnd returns where the word ends that begins at from. Blanks in quotes or
// behind escape do not end it.
func wordEnd(data []byte, from, to int, escape byte) int {
	quote := byte(0)
	for i := from; i < to; i++ {
		switch c := data[i]; {
		case c == escape && quote != '\'':
			i++
		case c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case quote == 0 && isSpace(c):
			return i
		}
	}
	return to
}

func trimmed(data []byte, from, to int) *node {
	return verbatim(data, from, from+len(bytes.TrimRight(data[from:to], " \t\r\n")))
}

func unquoted(data []byte, from, to int) *node {
	if q := byteAt(data, from, to); (q == '"' || q == '\'') && to-from >= 2 && data[to-1] == q {
		n := verbatim(data, from+1, to-1)
		n.from, n.to = from, to
		return n
	}
	return verbatim(data, from, to)
}
