// Package urlcheck finds credentials in URLs, data source names and connection
// strings, and takes them out: [Check] refuses, [Strip] removes, [Mask] writes
// *** over them, [Split] hands them to the caller.
//
// It reads the input the way every common parser does at once (RFC 3986, WHATWG,
// net/url, libcurl, git, Python) and reports the union, so that what one of them
// would use as a password is found although another calls the input invalid. It
// looks at the user information, at query, matrix and fragment parameters, at
// paths that are themselves the secret (webhooks, calendar feeds), at URLs
// encoded inside others, and at the connection strings of databases. Input that
// is running text is searched for all of these.
//
// Nothing is parsed and printed again: only the bytes found change, and input
// in which nothing is found comes back as the same string without allocation.
// All functions accept any input, are linear in it, and are safe for concurrent
// use. Offsets are bytes, half-open.
package urlcheck

import (
	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/fieldsafe/fieldsafe/internal/urlrules"
)

// Options add to the built-in rules. The zero value, like nil, means the
// defaults.
type Options struct {
	// Names of further parameters whose values are secret. Letter case and
	// punctuation do not count: "X-Vendor-Key" is "xvendorkey".
	Names []string
	// AllowNames are parameters that are never secret.
	AllowNames []string
	// Hosts whose last path segment is a secret: "hooks.example.com", or with
	// a leading dot every host of a domain.
	Hosts []string
	// UserNames says what to do with a user name without a password.
	UserNames UserNames
	// AllowKeyIDs leaves access key identifiers (AWSAccessKeyId,
	// X-Amz-Credential) alone. They are no secrets, but masked by convention.
	AllowKeyIDs bool
	// Placeholders reports ${NAME}, <password> and the like as well.
	Placeholders bool
	// DropParameters makes Strip remove whole name=value pairs and one
	// delimiter, where otherwise it leaves "name=".
	DropParameters bool
}

// UserNames is a policy for user names that stand without a password.
type UserNames uint8

// The policies. A user name that looks like a token is reported under all of
// them.
const (
	UserNamesDefault UserNames = iota // reported, unless the scheme logs in by key (ssh, git) or everybody has the name (git, anonymous)
	UserNamesReport                   // always reported
	UserNamesAllow                    // never reported
)

// Checker applies rules with options. It is immutable and safe for concurrent
// use; a nil *Checker is the default checker, which the functions of the
// package use.
type Checker struct {
	rules          urlrules.Options
	dropParameters bool
}

// New makes a checker. It keeps no reference to opts.
func New(opts *Options) *Checker {
	if opts == nil {
		return &Checker{}
	}
	return &Checker{
		dropParameters: opts.DropParameters,
		rules: urlrules.Options{
			Names:        normalised(opts.Names),
			Allow:        normalised(opts.AllowNames),
			Hosts:        lowerCase(opts.Hosts),
			UserNames:    opts.UserNames == UserNamesReport,
			NoUserNames:  opts.UserNames == UserNamesAllow,
			NoIDs:        opts.AllowKeyIDs,
			Placeholders: opts.Placeholders,
		},
	}
}

// matches appends the matches of raw to dst.
func (c *Checker) matches(dst []urlrules.Match, raw string) []urlrules.Match {
	if c == nil {
		return urlrules.Append(dst, raw, nil)
	}
	return urlrules.Append(dst, raw, &c.rules)
}

// inline is how many matches the functions hold without allocating.
const inline = 6

// Find returns the credentials in raw, sorted and disjoint; nil when there are
// none. A lone user name and an access key identifier have confidence Possible.
// [Explain] says of the same parts in what component they stand, under what name,
// and by what rule they were found.
func Find(raw string) []detect.Finding { return (*Checker)(nil).Append(nil, raw) }

// Append appends the credentials in raw to dst.
func Append(dst []detect.Finding, raw string) []detect.Finding {
	return (*Checker)(nil).Append(dst, raw)
}

// Find is the function [Find] with the options of c.
func (c *Checker) Find(raw string) []detect.Finding { return c.Append(nil, raw) }

// Append is the function [Append] with the options of c.
func (c *Checker) Append(dst []detect.Finding, raw string) []detect.Finding {
	var buf [inline]urlrules.Match
	for _, m := range c.matches(buf[:0], raw) {
		dst = append(dst, detect.Finding{Start: m.Start, End: m.End, Detector: detectorOf(m.Kind), Confidence: confidenceOf(m.Confidence)})
	}
	return dst
}

// Strip returns raw without its credentials and every other byte as it was.
// Of user information it removes the "@" too; of a parameter it leaves "name=",
// see [Options]; of a field in the libpq form, where an empty value would take
// in the next key, it removes the key as well.
func Strip(raw string) string { return (*Checker)(nil).Strip(raw) }

// Mask returns raw with *** written over each credential, whatever its length.
// The result is as legal a URL as raw was, and Mask leaves it as it is.
func Mask(raw string) string { return (*Checker)(nil).Mask(raw) }

// Strip is the function [Strip] with the options of c.
func (c *Checker) Strip(raw string) string {
	var buf [inline]urlrules.Match
	found := c.matches(buf[:0], raw)
	if len(found) == 0 {
		return raw
	}
	return c.strip(raw, found)
}

// Mask is the function [Mask] with the options of c.
func (c *Checker) Mask(raw string) string {
	var buf [inline]urlrules.Match
	found := c.matches(buf[:0], raw)
	if len(found) == 0 {
		return raw
	}
	return mask(raw, found)
}
