// Package detect finds sensitive identifiers in text, fields and names.
//
// A [Scanner] reads a value on one of three surfaces: free text
// ([Scanner.Append]), a named field ([Scanner.AppendField]) and a resource name
// ([Scanner.AppendName]). Each appends [Finding] values: byte ranges with a
// pointer to the [Detector] that owns them. Findings are sorted by position,
// disjoint, in range, and on rune boundaries when the input is valid UTF-8.
//
// Detectors are line-local: no finding spans a line break, except those of
// block detectors (private keys in PEM and the like) and, with
// [Scanner.Append], of values that a keyword is set to and that break off in the
// middle of a word.
//
// A scanner is immutable and safe for concurrent use. Clean input costs no
// allocation on any surface. Errors never hold bytes of the input.
package detect

// Category says why a value is sensitive.
type Category uint8

// The categories of the catalogue.
const (
	Personal   Category = iota + 1 // a person can be identified by it
	Financial                      // accounts, cards, wallets
	Health                         // patients, providers, plans, codes
	Credential                     // opens something: passwords, tokens, keys
	Network                        // addresses and device identifiers
)

var categoryNames = [...]string{"unknown", "personal", "financial", "health", "credential", "network"}

// String returns the lower-case name, such as "personal".
func (c Category) String() string {
	if int(c) < len(categoryNames) {
		return categoryNames[c]
	}
	return categoryNames[0]
}

// Confidence says how sure a finding is. The zero value means "not set"; in
// options it selects the default, [Likely].
type Confidence uint8

// Confidence levels, in order.
const (
	Possible Confidence = iota + 1 // the shape alone
	Likely                         // a prefix, or the shape beside context
	Certain                        // a check digit beside context, or an unmistakable form
)

var confidenceNames = [...]string{"unset", "possible", "likely", "certain"}

// String returns the lower-case name, such as "likely".
func (c Confidence) String() string {
	if int(c) < len(confidenceNames) {
		return confidenceNames[c]
	}
	return confidenceNames[0]
}

// Finding is one identifier found: a half-open range of bytes in the input and
// the detector that owns it. It holds no bytes of the input and is comparable.
type Finding struct {
	Start, End int       // bytes of the input, half-open
	Detector   *Detector // never nil
	Confidence Confidence
	Sample     bool // a value reserved for documentation or tests

	rank rank // among findings that overlap; zero in those returned
}
