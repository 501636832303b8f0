package source

import (
	"slices"
	"strings"
	"unicode"
)

// walker turns trees into fields.
type walker struct {
	fields []Field
	covers []cover // what they cover of the file
	object string  // the kind of the Kubernetes object at hand
}

type cover struct{ from, to int }

// value walks n, which stands under the key name at path. Inside tags, keys and
// values are names that somebody made up.
func (w *walker) value(n *node, name string, path *Path, inTags bool) {
	switch n.kind {
	case mapping:
		w.mapping(n, name, path, inTags)
	case sequence:
		for i, item := range n.items {
			w.item(item, name, path.item(i), inTags)
		}
	default:
		kind := Value
		if inTags || isNameKey(name) {
			kind = Name
		}
		w.emit(Field{Kind: kind, Name: name, Value: n.value, Path: path, Tag: inTags, offsets: n.offsets}, n)
		for _, inner := range n.within {
			w.value(inner, name, path, inTags)
		}
	}
}

// mapping walks n, which stands under the key name.
func (w *walker) mapping(n *node, name string, path *Path, inTags bool) {
	pair := n.pair()
	for _, e := range n.entries {
		key := e.key.value
		at := path.child(key)
		w.name(e.key, at)
		switch {
		case e.value == nil:
		case pair != nil && e.value == pair:
			w.name(pair, at)
		case pair != nil && isPairValue(key):
			w.value(e.value, pair.value, at, inTags)
		case isReference(key) && e.value.kind == scalar:
			w.cover(e.value)
		case name != "" && saysNothing(key):
			w.value(e.value, name, at, inTags)
		default:
			w.value(e.value, key, at, inTags || isTagsKey(key))
		}
	}
}

// item walks n, one of a sequence. A pair that is written in one scalar, as in
// the labels and environments of Compose, is read as one.
func (w *walker) item(n *node, name string, path *Path, inTags bool) {
	if key, value := n.assignment(); value != nil {
		w.name(key, path)
		w.value(value, key.value, path, inTags)
		return
	}
	w.value(n, name, path, inTags)
}

// assignment splits a scalar such as OWNER=jane; value is nil if n is none.
func (n *node) assignment() (key, value *node) {
	i := strings.IndexByte(n.value, '=')
	if i <= 0 || len(n.within) > 0 || n.value[0] == '-' || strings.ContainsFunc(n.value[:i], isNoKeyRune) {
		return nil, nil
	}
	middle := n.offsets.end(i + 1)
	key = &node{value: n.value[:i], offsets: n.offsets, from: n.from, to: middle}
	return key, &node{value: n.value[i+1:], offsets: n.offsets.from(i + 1), from: middle, to: n.to}
}

// isNoKeyRune says whether r is in no name of a label or a variable.
func isNoKeyRune(r rune) bool {
	return !strings.ContainsRune("._-/", r) && !unicode.IsLetter(r) && !unicode.IsDigit(r)
}

// name emits a scalar that is itself the name of what stands beside it.
func (w *walker) name(n *node, path *Path) {
	w.emit(Field{Kind: Name, Value: n.value, Path: path, offsets: n.offsets}, n)
}

// saysNothing tells keys that do not name what stands under them, but how it
// comes about: the default of a variable of Terraform, of a parameter of
// CloudFormation, of a property of a JSON schema; the function that makes a
// value. The name is then one level up.
func saysNothing(key string) bool {
	switch key {
	case "default", "Default", "value", "Value", "example", "const", "Fn::Sub", "Fn::Join", "Fn::Base64", "Fn::If":
		return true
	}
	return false
}

// isReference says whether the value under key names what is defined elsewhere,
// as CloudFormation writes it in JSON.
func isReference(key string) bool {
	return key == "Ref" || key == "Fn::GetAtt" || key == "Fn::ImportValue" || key == "Condition"
}

// pair returns the scalar that names the value of n, if n is one of a list of
// pairs: {Key: Owner, Value: …}, as CloudFormation writes tags, Kubernetes
// environment variables, and OpenAPI parameters.
func (n *node) pair() *node {
	if !slices.ContainsFunc(n.entries, func(e entry) bool { return isPairValue(e.key.value) }) {
		return nil
	}
	return n.find("Key", "key", "Name", "name", "ParameterKey")
}

func isPairValue(key string) bool {
	switch key {
	case "Value", "value", "ParameterValue", "default", "example":
		return true
	}
	return false
}

func (w *walker) emit(f Field, n *node) {
	if f.Value == "" || isConstant(f.Value) {
		return
	}
	w.cover(n)
	if !n.reference {
		f.Object = w.object
		w.fields = append(w.fields, f)
	}
}

// cover keeps what n covers of the file from being read as text.
func (w *walker) cover(n *node) { w.covers = append(w.covers, cover{n.from, n.to}) }

func isConstant(s string) bool { return s == "true" || s == "false" || s == "null" || s == "~" }

// isTagsKey says whether the mapping under key holds names and values of the
// author's own choice.
func isTagsKey(key string) bool {
	switch key {
	case "tag", "tags_all", "TagSet":
		return true
	}
	for _, end := range []string{"tags", "Tags", "labels", "Labels", "annotations", "Annotations"} {
		if before, ok := strings.CutSuffix(key, end); ok {
			return before == "" || end[0] < 'a' || strings.HasSuffix(before, "_") || strings.HasSuffix(before, "-")
		}
	}
	return false
}

// isNameKey says whether the value under key is the name of a resource.
func isNameKey(key string) bool {
	switch key {
	case "name", "Name", "bucket", "identifier", "id", "Id", "namespace", "title", "generateName", "container_name":
		return true
	}
	return strings.HasSuffix(key, "_name") || strings.HasSuffix(key, "Name") || strings.HasSuffix(key, "_prefix") || strings.HasSuffix(key, "Identifier")
}
