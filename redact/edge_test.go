package redact

import (
	"bytes"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

func TestHeader(t *testing.T) {
	const key = "[REDACTED:generic_api_key]"
	for _, tc := range []struct{ name, reason, header, value, want string }{
		{"bearer", "short values are credentials here", "Authorization", "Bearer k1", "Bearer " + key},
		{"scheme of one's own", "RFC 9110 allows any scheme", "authorization", "Custom a=b, c=d", "Custom " + key},
		{"no scheme", "what there is, is the credential", "Authorization", "k1", key},
		{"proxy", "the same for proxies", "Proxy-Authorization", "Basic azE=", "Basic " + key},
		{"key", "the name says so", "X-Api-Key", "k1", key},
		{"cookies", "names tell which", "Cookie", "theme=dark; sid=k1", "theme=[REDACTED:http_cookie]; sid=[REDACTED:http_cookie]"},
		{"cookie without a name", "RFC 6265 section 5.2 takes it for a value", "Cookie", "k1", "[REDACTED:http_cookie]"},
		{"cookie set", "attributes are no secret", "Set-Cookie", "sid=k1; Path=/; Secure", "sid=[REDACTED:http_cookie]; Path=/; Secure"},
		{"rewritten URL", "proxies tell what was asked for", "X-Rewrite-Url", "/next?sig=k1", "/next?sig=[REDACTED:query_param_secret]"},
		{"destination", "a URL of WebDAV", "Destination", "https://bob@h.example.org/x", "https://[REDACTED:url_userinfo]@h.example.org/x"},
		{"location", "an address may carry a token", "Location", "/next?access_token=k1", "/next?access_token=[REDACTED:query_param_secret]"},
		{"content", "any header may hold anything", "X-Note", "by jane@corp.example.org", "by [REDACTED:email_address]"},
		{"clean", "nothing to see", "Accept", "text/html;q=0.9, */*", "text/html;q=0.9, */*"},
		{"empty", "nothing to hide", "Authorization", "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := mustNew(t, nil)
			got := r.Header(tc.header, tc.value)
			if got != tc.want {
				t.Errorf("%s: got %q, want %q", tc.reason, got, tc.want)
			}
			if again := r.Header(tc.header, got); again != got {
				t.Errorf("redacted again: %q", again)
			}
		})
	}
}

func TestURL(t *testing.T) {
	for _, tc := range []struct{ name, reason, raw, want string }{
		{"password", "it logs in", "https://bob:k1@h.example.org/", "https://[REDACTED:url_userinfo]:[REDACTED:url_userinfo]@h.example.org/"},
		{"lone user name", "in a URL in hand it is one", "https://bob@h.example.org/", "https://[REDACTED:url_userinfo]@h.example.org/"},
		{"parameter", "its name says so", "/v1?sig=k1&page=2", "/v1?sig=[REDACTED:query_param_secret]&page=2"},
		{"data source name", "database/sql", "bob:k1@tcp(db:3306)/shop", "[REDACTED:db_connection_string]:[REDACTED:db_connection_string]@tcp(db:3306)/shop"},
		{"path", "paths hold identifiers", "/users/jane@corp.example.org", "/users/[REDACTED:email_address]"},
		{"clean", "nothing to see", "https://h.example.org/orders/18342?page=2", "https://h.example.org/orders/18342?page=2"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r := mustNew(t, nil)
			got := r.URL(tc.raw)
			if got != tc.want {
				t.Errorf("%s: got %q, want %q", tc.reason, got, tc.want)
			}
			if again := r.URL(got); again != got {
				t.Errorf("redacted again: %q", again)
			}
		})
	}
}

func TestErrorThatQuotesAPiece(t *testing.T) {
	half := "half"
	_, err := url.Parse("https://bob:" + half + "/rest@db.example.org")
	require.ErrorContains(t, err, half)
	wrapped := fmt.Errorf("%w: %w", io.ErrUnexpectedEOF, err)
	got := mustNew(t, nil).Error(wrapped)
	require.NotContains(t, got.Error(), "half")
	require.Contains(t, got.Error(), "unexpected EOF: parse")
	require.ErrorIs(t, got, io.ErrUnexpectedEOF)
}

// The value is redacted for a handler that does not redact, and only when it
// is written.
// A chain of errors may be a ring, or a tree with more branches than anybody can wait for.
func TestErrorsWithoutAnEnd(t *testing.T) {
	ring := &wrapping{text: "by " + mail}
	ring.inner = []error{fmt.Errorf("again: %w", ring), ring}
	parsed := &url.Error{Op: "parse", URL: "https://bob:velvet/57@h", Err: url.EscapeError("velvet/57")}
	for name, err := range map[string]error{"ring": ring, "ring in an error of a URL": &url.Error{Op: "Get", URL: "/", Err: ring}, "ring beside one that quotes": errors.Join(parsed, ring)} {
		for form, handler := range bothForms {
			var out bytes.Buffer
			got := written(NewHandler(handler(&out), nil), &out, err)
			require.NotContains(t, got, mail, "%s, %s", name, form)
			require.NotContains(t, got, "velvet", "%s, %s", name, form)
		}
		require.NotContains(t, mustNew(t, nil).Error(err).Error(), mail, name)
	}
}

type wrapping struct {
	text  string
	inner []error
}

func (w *wrapping) Error() string   { return w.text }
func (w *wrapping) Unwrap() []error { return w.inner }

func TestValue(t *testing.T) {
	var out bytes.Buffer
	logger := slog.New(slog.NewTextHandler(&out, nil))
	asked := false
	logger.Debug("m", "err", Value(asking{&asked}, nil))
	require.False(t, asked)
	v := Value(errors.New("no such user: jane@corp.example.org"), nil)
	logger.Info("m", "err", v)
	if diff := cmp.Diff(`err="no such user: [REDACTED:email_address]"`+"\n", out.String()[strings.Index(out.String(), "err="):]); diff != "" {
		t.Error(diff)
	}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%x"} {
		require.NotContains(t, fmt.Sprintf(verb, []any{v, struct{ V any }{v}}), "jane", verb)
	}
}

type asking struct{ asked *bool }

func (a asking) Error() string { *a.asked = true; return "" }

// Errors of databases quote what was to be stored, and where it was to go.
func TestDatabaseErrors(t *testing.T) {
	for _, tc := range []struct{ name, text, want string }{
		{"PostgreSQL", `duplicate key value violates unique constraint "users_ssn_key" (Key (ssn)=(536-90-4399) already exists.)`,
			`duplicate key value violates unique constraint "users_ssn_key" (Key (ssn)=([REDACTED:us_ssn]) already exists.)`},
		{"MySQL", `Error 1062 (23000): Duplicate entry 'jane@corp.example.org' for key 'users.email'`,
			`Error 1062 (23000): Duplicate entry '[REDACTED:email_address]' for key 'users.email'`},
		{"connection", `cannot connect to "host=db user=bob password=Velvet99 database=shop"`,
			`cannot connect to "host=db user=bob password=[REDACTED:password_assignment] database=shop"`},
		{"value that does not fit its column", `sql: Scan error on column index 0, name "password": converting driver.Value type string ("a (\"k1") to a int: invalid syntax`,
			`sql: Scan error on column index 0, name "password": converting driver.Value type string ("[REDACTED:password_assignment]") to a int: invalid syntax`},
		{"the same, clean", `sql: Scan error on column index 0, name "city": converting driver.Value type string ("north") to a int: invalid syntax`,
			`sql: Scan error on column index 0, name "city": converting driver.Value type string ("north") to a int: invalid syntax`},
		{"no such error", `sql: Scan error on column index 0, name password (`, `sql: Scan error on column index 0, name password (`},
		{"statement", `near "x": UPDATE users SET password = 'Velvet99' WHERE id = 7`, `near "x": UPDATE users SET password = '[REDACTED:password_assignment]' WHERE id = 7`},
		{"clean", `sql: no rows in result set`, `sql: no rows in result set`},
	} {
		err := fmt.Errorf("store: %s: %w", tc.text, driver.ErrBadConn)
		got := mustNew(t, nil).Error(err)
		if diff := cmp.Diff("store: "+tc.want+": driver: bad connection", got.Error()); diff != "" {
			t.Errorf("%s: %s", tc.name, diff)
		}
		require.ErrorIs(t, got, driver.ErrBadConn)
	}
}

type (
	asString  struct{ s string }
	asError   struct{ s string }
	asText    struct{ s string }
	careless  struct{ s string }
	nilFields struct {
		A *asString
		B *careless
		C error
		D fmt.Stringer
	}
)

func (v *asString) String() string {
	if v == nil {
		return "default by " + mail
	}
	return v.s
}

func (v *asError) Error() string {
	if v == nil {
		return "none by " + mail
	}
	return v.s
}

func (v *asText) MarshalText() ([]byte, error) {
	if v == nil {
		return []byte("empty by " + mail), nil
	}
	return []byte(v.s), nil
}

func (v *careless) String() string { return v.s }

// Methods of nil pointers are called where fmt and slog call them; what they write is
// redacted, and what panics is <nil>, as it was.
func TestNilPointers(t *testing.T) {
	for _, v := range []any{
		(*asString)(nil), nilFields{}, &nilFields{C: (*asError)(nil)}, []*asString{nil}, map[string]*asString{"a": nil}, (*careless)(nil), []any{(*careless)(nil), "by " + mail},
		(*asError)(nil), []error{nil, (*asError)(nil)}, fmt.Errorf("wrapped: %w", (*asError)(nil)), (*asText)(nil), []*asText{nil}, (*url.URL)(nil), (*time.Time)(nil),
	} {
		for form, handler := range bothForms {
			var out bytes.Buffer
			bare := handler(&out)
			want := strings.ReplaceAll(written(bare, &out, v), mail, "[REDACTED:email_address]")
			require.Equal(t, want, written(NewHandler(bare, nil), &out, v), "%s, %T", form, v)
			require.Equal(t, want, written(NewHandler(struct{ slog.Handler }{bare}, nil), &out, v), "%s, %T, a handler of another type", form, v)
		}
	}
}
