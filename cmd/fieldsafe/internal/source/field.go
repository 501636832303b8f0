// Package source reads files as fields: it knows the syntax of Terraform, YAML,
// JSON, TOML and a few line formats, and knows nothing of identifiers.
//
// Every format is parsed into the same small tree (tree.go), which one walk
// turns into fields (walk.go). What no field covers, comments above all, stays
// behind as text.
package source

import (
	"slices"
	"sort"
	"strconv"
	"strings"
)

// Kind says how the value of a field is to be read.
type Kind uint8

// The kinds of field.
const (
	Value Kind = iota // the value of a named field
	Name              // a name: of a resource, a tag, a key. Punctuation may stand for other punctuation
	Text              // free text: comments, lines of an unknown format
)

// Field is one free-form field of a file.
type Field struct {
	Kind  Kind
	Name  string // the key that the value stands under; empty for a key itself and for text
	Value string // decoded: quotes and escapes are gone
	Path  *Path  // where in the document; nil for text
	Tag   bool   // it is the value of a tag, label or annotation
	// Object is the kind of the Kubernetes object that it belongs to, if any.
	Object string

	offsets offsets
}

// Range returns the half-open range of bytes in the file that holds the bytes
// start to end of f.Value.
func (f *Field) Range(start, end int) (from, to int) {
	return f.offsets.start(start), f.offsets.end(end)
}

// offsets maps bytes of a decoded value to bytes of the file: in each run they
// advance together. Runs are sorted. Two runs with the same value offset mean
// that the file has something between two bytes of the value; the first is
// where the one ends, the last where the other begins.
type offsets []run

type run struct{ value, file int }

// start returns where the byte i of the value begins in the file.
func (o offsets) start(i int) int {
	return o.before(sort.Search(len(o), func(k int) bool { return o[k].value > i }), i)
}

// end returns where the byte before i ends in the file.
func (o offsets) end(i int) int {
	n := sort.Search(len(o), func(k int) bool { return o[k].value >= i })
	if n < len(o) && o[n].value == i {
		return o[n].file
	}
	return o.before(n, i)
}

// from returns the offsets of the value without its first n bytes.
func (o offsets) from(n int) offsets {
	rest := offsets{{0, o.start(n)}}
	for _, r := range o {
		if r.value > n {
			rest = append(rest, run{r.value - n, r.file})
		}
	}
	return rest
}

// before extends the run before the n-th to the byte i of the value.
func (o offsets) before(n, i int) int {
	if n == 0 {
		return 0
	}
	return o[n-1].file + i - o[n-1].value
}

// Path is a place in a document: a list of keys and indexes, linked from the
// leaf to the root.
type Path struct {
	parent *Path
	key    string
	index  int // used when key is empty
}

func (p *Path) child(key string) *Path { return &Path{parent: p, key: key} }

func (p *Path) item(i int) *Path { return &Path{parent: p, index: i} }

// Keys returns the keys that lead to p, without indexes. It returns nil if p is an
// index itself.
func (p *Path) Keys() []string {
	var keys []string
	if p == nil || p.key == "" {
		return nil
	}
	for ; p != nil && len(keys) < maxSteps; p = p.parent {
		if p.key != "" {
			keys = append(keys, p.key)
		}
	}
	slices.Reverse(keys)
	return keys
}

// maxSteps is how many keys and indexes of a path are shown.
const maxSteps = 64

// Render writes p as keys joined by dots and indexes in brackets, the last ones
// if there are very many. Each key goes through mask first, because a key may be
// the sensitive value.
func (p *Path) Render(mask func(key string) string) string {
	var steps []*Path
	for ; p != nil && len(steps) < maxSteps; p = p.parent {
		steps = append(steps, p)
	}
	var b strings.Builder
	if p != nil {
		b.WriteString("...")
	}
	for i := len(steps) - 1; i >= 0; i-- {
		s := steps[i]
		switch {
		case s.key == "":
			b.WriteString("[" + strconv.Itoa(s.index) + "]")
		case isPlainKey(s.key):
			if b.Len() > 0 {
				b.WriteByte('.')
			}
			b.WriteString(mask(s.key))
		default:
			b.WriteString("[" + strconv.Quote(mask(s.key)) + "]")
		}
	}
	return b.String()
}

func isPlainKey(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool {
		return r != '_' && r != '-' && (r < '0' || r > '9') && (r|0x20 < 'a' || r|0x20 > 'z')
	})
}
