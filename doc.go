// Package fieldsafe is the map of the module; it exports nothing.
//
// One free-form field is a name and a value: a tag, a log attribute, a struct
// field, a URL parameter, a YAML key. fieldsafe finds sensitive identifiers in
// such fields and keeps them from being stored, logged or sent.
//
//   - [github.com/fieldsafe/fieldsafe/detect] finds identifiers (personal,
//     financial, health, credentials) in names, tags, fields and text.
//   - [github.com/fieldsafe/fieldsafe/urlcheck] finds, strips and masks
//     credentials in URLs, DSNs and connection strings.
//   - [github.com/fieldsafe/fieldsafe/redact] replaces just the sensitive
//     bytes: slog handler, streams, typed values.
//
// All of them speak one currency, [github.com/fieldsafe/fieldsafe/detect.Finding]:
// a half-open byte range and a pointer into the catalogue. It never holds the
// bytes it speaks of, so it can be printed, counted and sent.
//
// Imports go one way: internal packages, detect, urlcheck, redact, and then the
// nested modules (integrations, cmd/fieldsafe, examples).
package fieldsafe
