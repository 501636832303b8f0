package redact

import (
	"errors"
	"log/slog"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/fieldsafe/fieldsafe/urlcheck"
)

// Value returns a value that logs v redacted, see [Redactor.Any], through any
// slog handler. The work is done when a record is written, not before. For
// errors of net/http and database/sql it is all that is needed; r may be nil.
func Value(v any, r *Redactor) slog.LogValuer {
	return lazy(func() slog.Value { return slog.AnyValue(r.Any(v)) })
}

// lazy makes a value when it is written. What it is made of is out of reach of
// fmt and reflection.
type lazy func() slog.Value

// LogValue returns the value.
func (v lazy) LogValue() slog.Value { return v() }

// String returns the value as text.
func (v lazy) String() string { return v().String() }

// URL returns raw, known to be a URL, a data source name or a connection
// string, with the findings replaced: those of package urlcheck, lone user
// names and key identifiers among them, and what [Redactor.Field] finds.
func (r *Redactor) URL(raw string) string {
	r = r.orDefault()
	if found := urlcheck.Find(raw); len(found) > 0 {
		raw = string(r.splice(make([]byte, 0, len(raw)+labelRoom), raw, found, nil, nil))
	}
	return r.Field("url", raw)
}

// Header returns the value of an HTTP header field with the findings replaced.
// Where the name says that it holds a credential, all of it is one, however
// short; what is kept are the scheme of Authorization (RFC 9110 section 11.6.2)
// and the names and attributes of cookies (RFC 6265 section 4).
func (r *Redactor) Header(name, value string) string {
	r = r.orDefault()
	holds := r.scanner.Classify(name)
	switch folded := strings.ToLower(name); {
	case isURL[folded]:
		return r.URL(value)
	case holds == nil || holds.Category != detect.Credential:
		return r.Field(name, value)
	case folded == "authorization" || folded == "proxy-authorization":
		if scheme, rest, ok := strings.Cut(value, " "); ok {
			return scheme + " " + r.all(rest, holds)
		}
	case folded == "cookie":
		return r.cookies(value, holds, -1)
	case folded == "set-cookie":
		return r.cookies(value, holds, 1)
	}
	return r.all(value, holds)
}

// isURL are the header fields, in lower case, that hold a URL: of RFC 9110 and RFC
// 4918 (WebDAV), and those in which proxies pass on what was asked for.
var isURL = map[string]bool{
	"location": true, "content-location": true, "referer": true, "origin": true, "destination": true,
	"x-original-url": true, "x-original-uri": true, "x-rewrite-url": true, "x-forwarded-uri": true, "x-envoy-original-path": true,
}

// all returns what stands in place of the whole of value.
func (r *Redactor) all(value string, d *detect.Detector) string {
	if value == "" || isLabel(value) {
		return value
	}
	return string(r.splice(nil, value, []detect.Finding{whole(value, d)}, nil, nil))
}

// cookies replaces the values of the first n cookies, of all with n < 0. What
// follows are the attributes of one that is set.
func (r *Redactor) cookies(line string, d *detect.Detector, n int) string {
	parts := strings.Split(line, ";")
	for i, part := range parts {
		name, value, named := strings.Cut(part, "=")
		switch {
		case n >= 0 && i >= n:
			parts[i] = r.String(part)
		case named:
			parts[i] = r.String(name) + "=" + r.all(value, d)
		default:
			parts[i] = r.all(part, d) // a value without a name
		}
	}
	return strings.Join(parts, ";")
}

// unquoted returns an error in place of one that quotes what cannot be told from
// anything else afterwards: a piece of a password, where a URL does not parse, or
// the value of a column, where that does not fit.
func (r *Redactor) unquoted(v any) (error, bool) {
	err, ok := v.(error)
	if !ok {
		return nil, false
	}
	if left := maxErrors; quotesURL(err, &left) {
		safe := urlcheck.SafeError(err)
		return safe, safe.Error() != err.Error()
	}
	text := err.Error()
	if shown := r.scanError(text); shown != text {
		return &shownError{shown, err}, true
	}
	return nil, false
}

// maxErrors bounds the errors of a chain that are looked at: one may be without an end.
const maxErrors = 256

// quotesURL reports whether there is an error in a chain of a URL that did not parse.
func quotesURL(err error, left *int) bool {
	if *left--; *left < 0 {
		return false
	}
	switch e := err.(type) {
	case *url.Error:
		return e != nil && (e.Op == "parse" || quotesURL(e.Err, left))
	case interface{ Unwrap() error }:
		return quotesURL(e.Unwrap(), left)
	case interface{ Unwrap() []error }:
		return slices.ContainsFunc(e.Unwrap(), func(inner error) bool { return quotesURL(inner, left) })
	}
	return false
}

// shownError is an error with another text.
type shownError struct {
	text string
	err  error
}

func (e *shownError) Error() string        { return e.text }
func (e *shownError) Is(target error) bool { return errors.Is(e.err, target) }

// scanError returns the text of an error of database/sql that quotes a value and
// names its column, with the value redacted as that of a field; others as they are.
func (r *Redactor) scanError(text string) string {
	_, rest, ok := strings.Cut(text, "sql: Scan error on column index ")
	if !ok {
		return text
	}
	_, rest, _ = strings.Cut(rest, ", name ")
	column, rest, ok := quotedPrefix(rest)
	if !ok {
		return text
	}
	_, rest, _ = strings.Cut(rest, " (")
	start := len(text) - len(rest)
	value, rest, ok := quotedPrefix(rest)
	if !ok {
		return text
	}
	shown := r.Field(column, value)
	if shown == value {
		return text
	}
	return text[:start] + strconv.Quote(shown) + rest
}

// quotedPrefix cuts the literal of a string, in quotes, off the beginning of text.
func quotedPrefix(text string) (value, rest string, ok bool) {
	literal, err := strconv.QuotedPrefix(text)
	if err != nil {
		return "", "", false
	}
	value, err = strconv.Unquote(literal)
	return value, text[len(literal):], err == nil
}
