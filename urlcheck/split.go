package urlcheck

import (
	"encoding/base64"
	"fmt"
	"log/slog"
	"net/url"

	"github.com/fieldsafe/fieldsafe/internal/urlrules"
)

// Credentials are what [Split] took out of a URL. They print as *** in every
// form; the methods give them out.
type Credentials struct {
	get func() *credentials
}

type credentials struct {
	user, password string
	hasUserinfo    bool
	hasPassword    bool
	parameters     []Parameter
}

// Parameter is a credential that stood outside the user information. The value
// stays hidden from every form of printing.
type Parameter struct {
	Component string // as in [Part]
	Name      string // percent-decoded; empty for a path or a fragment without name
	value     func() string
}

// Value returns the secret, percent-decoded.
func (p Parameter) Value() string {
	if p.value == nil {
		return ""
	}
	return p.value()
}

var noCredentials credentials

func (c Credentials) value() *credentials {
	if c.get == nil {
		return &noCredentials
	}
	return c.get()
}

// User returns the user name and the password of the first user information
// found, percent-decoded. A token without a password is the user name; ok is
// false when there was no user information.
func (c Credentials) User() (name, password string, ok bool) {
	v := c.value()
	return v.user, v.password, v.hasUserinfo
}

// Parameters returns what stood outside the user information, in order.
func (c Credentials) Parameters() []Parameter {
	return append([]Parameter(nil), c.value().parameters...)
}

// Authorization returns the value of an Authorization header that carries the
// user name and password as HTTP Basic credentials (RFC 7617); empty when there
// was no user information.
func (c Credentials) Authorization() string {
	v := c.value()
	if !v.hasUserinfo {
		return ""
	}
	return "Basic " + base64.StdEncoding.EncodeToString([]byte(v.user+":"+v.password))
}

// Format writes ***, whatever the verb.
func (c Credentials) Format(s fmt.State, _ rune) { fmt.Fprint(s, stars) }

// LogValue is ***.
func (c Credentials) LogValue() slog.Value { return slog.StringValue(stars) }

// MarshalText is ***.
func (c Credentials) MarshalText() ([]byte, error) { return []byte(stars), nil }

// Split returns raw as [Strip] does, and the credentials, so that the caller
// can send them where they belong.
func Split(raw string) (clean string, c Credentials) { return (*Checker)(nil).Split(raw) }

// Split is the function [Split] with the options of c.
func (c *Checker) Split(raw string) (clean string, secrets Credentials) {
	var buf [inline]urlrules.Match
	found := c.matches(buf[:0], raw)
	if len(found) == 0 {
		return raw, Credentials{}
	}
	var v credentials
	for i := range found {
		v.take(raw, &found[i])
	}
	return c.strip(raw, found), Credentials{get: func() *credentials { return &v }}
}

// take adds the secret of one match.
func (v *credentials) take(raw string, m *urlrules.Match) {
	value := unescape(raw[m.Start:m.End])
	switch {
	case m.Component == urlrules.UserName && !v.hasUserinfo:
		v.user, v.hasUserinfo = value, true
	case m.Component == urlrules.Password && !v.hasPassword:
		v.password, v.hasPassword, v.hasUserinfo = value, true, true
	default:
		v.parameters = append(v.parameters, Parameter{Component: m.Component.String(), Name: unescape(raw[m.NameStart:m.NameEnd]), value: func() string { return value }})
	}
}

// unescape decodes s where it is well percent-encoded.
func unescape(s string) string {
	if d, err := url.PathUnescape(s); err == nil {
		return d
	}
	return s
}
