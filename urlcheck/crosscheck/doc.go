// Package crosscheck tests package urlcheck against parsers it does not use:
// net/url, and an implementation of the WHATWG URL standard. It is a module of
// its own so that the core does not depend on the latter. It exports nothing.
package crosscheck
