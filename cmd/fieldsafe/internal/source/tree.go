package source

// node is a value of a document in any format.
type node struct {
	kind    nodeKind
	entries []entry // of a mapping, in order
	items   []*node // of a sequence

	// Of a scalar:
	value    string  // decoded
	offsets  offsets // of value in the file
	from, to int     // bytes of the file that the scalar covers, quotes included
	// reference says that the scalar is the name of something defined elsewhere.
	reference bool
	// within are the values of the expressions that are interpolated in the scalar.
	within []*node
}

type nodeKind uint8

const (
	scalar nodeKind = iota
	mapping
	sequence
)

type entry struct {
	key   *node // a scalar
	value *node // nil when the key stands alone
}

// find returns the scalar under the first of keys that n has, or nil.
func (n *node) find(keys ...string) *node {
	for _, want := range keys {
		for _, e := range n.entries {
			if e.key.value == want && e.value != nil && e.value.kind == scalar {
				return e.value
			}
		}
	}
	return nil
}

// objectKind returns the kind of the Kubernetes object that n is, or "".
func (n *node) objectKind() string {
	if kind := n.find("kind"); kind != nil && n.find("apiVersion") != nil {
		return kind.value
	}
	return ""
}

// add appends an entry and returns n.
func (n *node) add(key, value *node) *node {
	n.entries = append(n.entries, entry{key, value})
	return n
}

// verbatim is the scalar that stands in the file as data[from:to], without any
// quotes or escapes.
func verbatim(data []byte, from, to int) *node {
	return &node{value: string(data[from:to]), offsets: offsets{{0, from}}, from: from, to: to}
}
