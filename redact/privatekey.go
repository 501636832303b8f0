package redact

import (
	"path"
	"reflect"

	"github.com/fieldsafe/fieldsafe/detect"
)

var keyDetector = &detect.Detector{ID: "private_key", Title: "Private key of a crypto package", Category: detect.Credential}

// isPrivateKey reports whether values of the type, or what they point to, are private
// keys of the standard library, whose fields are numbers and bytes that tell nobody
// what they are. They are known by their names, for their packages are large.
func isPrivateKey(t reflect.Type) bool {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	dir, _ := path.Split(t.PkgPath())
	return t.Name() == "PrivateKey" && dir == "crypto/"
}

// hidden returns what stands in place of a private key, and whether v is one.
func (p *pass) hidden(n *name, v reflect.Value, pl *plan) (string, bool) {
	if !pl.hides || v.IsZero() {
		return "", false
	}
	return p.marker(n, keyDetector), true
}
