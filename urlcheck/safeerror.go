package urlcheck

import (
	"errors"
	"net/url"
	"strconv"
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/urlrules"
)

// SafeError returns err without the credentials that its message repeats: those
// of a [*url.Error] at any depth, the pieces of a URL that parse errors quote,
// and those of any URL or connection string in the text. An error that repeats
// none is returned as it is. errors.Is finds what it found before; errors.As
// and errors.Unwrap reach the errors of the chain that repeat nothing, and a
// *url.Error with its URL masked.
func SafeError(err error) error {
	if err == nil {
		return nil
	}
	c := cleaner{left: maxErrors}
	c.collect(err, 0)
	return c.clean(err, false, 0)
}

// A chain of errors is followed so deep, and to so many errors, at most: it may be
// without an end.
const (
	maxChain  = 64
	maxErrors = 1024
)

// safeError stands in for an error whose message had to change.
type safeError struct {
	text     string
	children []error
	is       func(error) bool
}

// Error returns the cleaned message.
func (e *safeError) Error() string { return e.text }

// Unwrap returns the cleaned errors that the original wrapped.
func (e *safeError) Unwrap() []error { return e.children }

// Is compares with the original, which stays hidden.
func (e *safeError) Is(target error) bool { return e.is(target) }

// cleaner knows the URL errors of a chain, in both forms, and their secrets.
type cleaner struct {
	urls    []replacement
	logins  []replacement
	secrets []string
	shown   string // the innermost URL so far that the cleaned errors print
	left    int    // of the errors to be looked at
}

// beyond says whether an error so deep in the chain is not looked at.
func (c *cleaner) beyond(depth int) bool {
	c.left--
	return depth > maxChain || c.left < 0
}

// replacement is the message of a URL error that had to change.
type replacement struct{ from, to string }

// collect gathers the secrets in the URLs of the chain, and the messages of URL
// errors, from the innermost on.
func (c *cleaner) collect(err error, depth int) {
	if c.beyond(depth) {
		return
	}
	u, ok := err.(*url.Error)
	if ok = ok && u != nil; ok {
		found := urlrules.Append(nil, u.URL, nil)
		for i, m := range found {
			c.secret(u.URL[m.Start:m.End])
			if i > 0 && m.Component == urlrules.Password && m.Start == found[i-1].End+1 {
				c.login(u.URL[found[i-1].Start:m.End])
			}
		}
	}
	for _, child := range children(err) {
		if child != nil {
			c.collect(child, depth+1)
		}
	}
	if ok && u.Err != nil {
		if safe := c.cleanURL(u, depth); safe != err {
			c.urls = append(c.urls, replacement{u.Error(), safe.Error()})
		}
	}
}

// secret notes a secret and how it reads decoded.
func (c *cleaner) secret(s string) {
	const least = 4 // shorter ones would be replaced inside other words
	for _, form := range []string{s, unescape(s)} {
		if len(form) >= least {
			c.secrets = append(c.secrets, form)
		}
	}
}

// login notes a user name, a colon and a password, which are replaced together:
// the user name alone may be too short.
func (c *cleaner) login(s string) {
	for _, form := range []string{s, unescape(s)} {
		c.logins = append(c.logins, replacement{form, stars + ":" + stars})
	}
}

func children(err error) []error {
	switch e := err.(type) {
	case interface{ Unwrap() error }:
		if child := e.Unwrap(); child != nil {
			return []error{child}
		}
	case interface{ Unwrap() []error }:
		return e.Unwrap()
	}
	return nil
}

// clean returns err without secrets. quoted says that err explains why a URL
// with credentials does not parse: all that it quotes comes from that URL.
func (c *cleaner) clean(err error, quoted bool, depth int) error {
	if c.beyond(depth) {
		return errors.New("urlcheck: chain of errors too deep")
	}
	if u, ok := err.(*url.Error); ok && u != nil {
		return c.cleanURL(u, depth)
	}
	var safe []error
	changed := false
	for _, child := range children(err) {
		if child == nil {
			continue
		}
		s := c.clean(child, quoted, depth+1)
		changed = changed || s != child
		safe = append(safe, s)
	}
	before := err.Error()
	text := c.text(before, quoted)
	if text == before && !changed {
		return err
	}
	return &safeError{text: text, children: safe, is: func(target error) bool { return errors.Is(err, target) }}
}

func (c *cleaner) cleanURL(u *url.Error, depth int) error {
	masked := Mask(u.URL)
	var inner error
	if u.Err != nil {
		c.shown = masked
		inner = c.clean(u.Err, masked != u.URL, depth+1)
	}
	if masked == u.URL && inner == u.Err {
		return u
	}
	return &url.Error{Op: c.text(u.Op, false), URL: masked, Err: inner}
}

// text cleans a message: the URL errors in it, the URLs and connection strings
// in it, and the secrets known from the chain wherever they stand.
func (c *cleaner) text(s string, quoted bool) string {
	for _, r := range c.urls {
		s = strings.ReplaceAll(s, r.from, r.to)
	}
	for _, r := range c.logins {
		s = strings.ReplaceAll(s, r.from, r.to)
	}
	for _, secret := range c.secrets {
		s = strings.ReplaceAll(s, secret, stars)
	}
	if quoted {
		s = maskQuoted(s)
	}
	return c.maskPieces(Mask(s))
}

// pieces precede what net/url quotes of a URL that does not parse, which may be
// a piece of a password.
var pieces = [...]string{"invalid port ", "invalid URL escape "}

// maskPieces writes *** over the pieces of a URL in s that neither s nor the URL
// of the chain shows: they come from a URL that has been left out or masked.
func (c *cleaner) maskPieces(s string) string {
	for _, phrase := range &pieces {
		i := strings.Index(s, phrase)
		if i < 0 {
			continue
		}
		i += len(phrase)
		quoted, err := strconv.QuotedPrefix(s[i:])
		if piece := strings.Trim(quoted, `"`); err == nil && piece != stars && strings.Count(s, piece) == 1 && !strings.Contains(c.shown, piece) {
			s = s[:i] + `"` + stars + `"` + s[i+len(quoted):]
		}
	}
	return s
}

// maskQuoted writes *** over everything between double quotes.
func maskQuoted(s string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(s, '"')
		if open < 0 {
			break
		}
		shut := strings.LastIndexByte(s, '"')
		if shut == open {
			shut = len(s)
		}
		b.WriteString(s[:open+1])
		b.WriteString(stars)
		s = s[shut:]
		if s != "" {
			b.WriteByte('"')
			s = s[1:]
		}
	}
	b.WriteString(s)
	return b.String()
}
