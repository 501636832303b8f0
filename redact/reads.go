package redact

import (
	"hash/maphash"
	"reflect"
	"slices"
	"strings"

	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/fieldsafe/fieldsafe/urlcheck"
)

// Some fields of the types of net/http and net/url have a grammar that their name
// alone does not tell.

// grammar redacts the value of such a field.
type grammar func(r *Redactor, value string) string

// read returns a name that says the same as n, and that values are read so.
func (r *Redactor) read(n *name, detector string, reads grammar) *name {
	out := *n
	out.plain, out.reads, out.holds = false, reads, detect.ByID(detector)
	out.salt = maphash.String(hashSeed, detector) // of values that are never remembered
	return &out
}

// readQuery redacts the query or the fragment of a URL.
func readQuery(r *Redactor, value string) string {
	clean, _ := strings.CutPrefix(r.URL("?"+value), "?")
	return clean
}

func readCookie(r *Redactor, value string) string    { return r.Header("Cookie", value) }
func readSetCookie(r *Redactor, value string) string { return r.Header("Set-Cookie", value) }

// readURL redacts what is known to be a URL: there is a password before any host, with a
// scheme or without. Lone user names stay, as they do in text.
func readURL(r *Redactor, value string) string {
	found := slices.DeleteFunc(urlcheck.Find(value), func(f detect.Finding) bool { return f.Confidence == detect.Possible })
	if len(found) > 0 {
		value = string(r.splice(nil, value, found, nil, nil))
	}
	return r.String(value)
}

func isURLType(t reflect.Type) bool { return t.PkgPath() == "net/url" && t.Name() == "URL" }

// fieldOf returns the name of a field of the type, as n spells it.
func (r *Redactor) fieldOf(t reflect.Type, n *name) *name {
	if isURLType(t) && (n.text == "RawQuery" || n.text == "Fragment") {
		return r.read(n, "query_param_secret", readQuery)
	}
	return n
}

// headerOf returns the name of an entry of the map type, as n spells it.
func (r *Redactor) headerOf(t reflect.Type, n *name) *name {
	if t.Name() != "Header" || t.PkgPath() != "net/http" {
		return n
	}
	switch strings.ToLower(n.text) {
	case "cookie":
		return r.read(n, "http_cookie", readCookie)
	case "set-cookie":
		return r.read(n, "http_cookie", readSetCookie)
	}
	return n
}
