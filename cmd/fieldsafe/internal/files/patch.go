package files

import (
	"bytes"
	"strconv"
	"strings"
)

// patch is written a patch without context, of any length, and notes for each
// file the lines that the new version has and the old one had not.
type patch struct {
	added map[string][]Span

	line   []byte // the current one, as far as it matters
	name   string
	inHunk bool
}

// maxPatchLine is longer than any name of a file.
const maxPatchLine = 16 << 10

func (p *patch) Write(data []byte) (int, error) {
	n := len(data)
	for len(data) > 0 {
		part, rest, ended := bytes.Cut(data, []byte{'\n'})
		p.line = append(p.line, part[:min(len(part), maxPatchLine-len(p.line))]...)
		if ended {
			p.read(string(bytes.TrimRight(p.line, "\r")))
			p.line = p.line[:0]
		}
		data = rest
	}
	return n, nil
}

func (p *patch) read(line string) {
	switch {
	case strings.HasPrefix(line, "diff --git "):
		p.inHunk = false
	case !p.inHunk && strings.HasPrefix(line, "+++ "):
		p.name = patchName(line[len("+++ "):])
	case strings.HasPrefix(line, "@@ "):
		p.inHunk = true
		if s, ok := hunk(line); ok {
			p.added[p.name] = append(p.added[p.name], s)
		}
	}
}

// patchName reads the name of a file in a patch, which git quotes like C where
// it has control characters, and ends with a tab where it has blanks.
func patchName(s string) string {
	s = strings.TrimSuffix(s, "\t")
	if plain, err := strconv.Unquote(s); err == nil {
		s = plain
	}
	return strings.TrimPrefix(s, "b/")
}

// hunk reads "@@ -a,b +c,d @@": d lines from c on were added, 1 if there is no d.
func hunk(header string) (Span, bool) {
	_, rest, ok := strings.Cut(header, " +")
	rest, _, ok2 := strings.Cut(rest, " ")
	first, count, counted := strings.Cut(rest, ",")
	from, err := strconv.Atoi(first)
	if !ok || !ok2 || err != nil {
		return Span{}, false
	}
	n := 1
	if counted {
		n, _ = strconv.Atoi(count)
	}
	return Span{from, from + n - 1}, n > 0
}
