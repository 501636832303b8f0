package source

import (
	"bytes"
	"strings"
)

// parseDockerfile reads the instructions that hold names and values of the
// author's own: LABEL, ENV, ARG and MAINTAINER. The rest is text.
func parseDockerfile(data []byte) ([]*node, error) {
	root := &node{kind: mapping}
	for from := 0; from < len(data); {
		to := instructionEnd(data, from)
		start := skipBlank(data, from, to)
		word := wordEnd(data, start, to)
		args := skipBlank(data, word, to)
		switch name := strings.ToUpper(string(data[start:word])); name {
		case "MAINTAINER":
			root.add(verbatim(data, start, word), trimmed(data, args, to))
		case "LABEL", "ENV", "ARG":
			pairs := &node{kind: mapping}
			dockerPairs(pairs, data, args, to)
			key := dockerKeys[name]
			root.add(&node{value: key, offsets: offsets{{0, start}, {len(key), word}}}, pairs)
		}
		from = to + 1
	}
	return []*node{root}, nil
}

var dockerKeys = map[string]string{"LABEL": "labels", "ENV": "env", "ARG": "arg"}

// instructionEnd returns where the instruction ends that begins at from, lines
// continued by a backslash included.
func instructionEnd(data []byte, from int) int {
	for {
		to := lineEnd(data, from)
		if to == len(data) || !bytes.HasSuffix(bytes.TrimRight(data[from:to], " \t\r"), []byte(`\`)) {
			return to
		}
		from = to + 1
	}
}

// dockerPairs reads key=value …, or the old form: one key, a blank, and the rest
// of the line as its value.
func dockerPairs(n *node, data []byte, from, to int) {
	for from < to {
		end := wordEnd(data, from, to)
		sep := bytes.IndexByte(data[from:end], '=')
		if sep < 0 {
			if len(n.entries) == 0 && data[from] != '\\' {
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
// behind a backslash do not end it.
func wordEnd(data []byte, from, to int) int {
	quote := byte(0)
	for i := from; i < to; i++ {
		switch c := data[i]; {
		case c == '\\' && quote != '\'':
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
