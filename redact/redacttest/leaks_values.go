package redacttest

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
)

func errorLeaks() []Case {
	pw := password()
	plain := errors.New("no such user: " + email)
	failed := &url.Error{Op: "Get", URL: "https://bob:" + pw + "@api.example.com/v1", Err: errors.New("timeout")}
	const reason = "an error is text"
	return []Case{
		attrs("error", reason, []any{"err", plain}, email),
		attrs("wrapped error", reason, []any{"err", fmt.Errorf("lookup: %w", plain)}, email),
		attrs("joined errors", reason, []any{"err", errors.Join(errors.New("first"), plain)}, email),
		attrs("url.Error", "net/url repeats the URL in its errors (golang/go#53993)", []any{"err", failed}, pw),
	}
}

// The types of structLeaks.
type (
	login struct {
		User     string
		Password string
	}
	wire struct {
		Value string `json:"password"`
	}
	tagged struct {
		Value string `fieldsafe:"secret" masq:"secret" mask:"fixed" datapolicy:"password" class:"secret"`
	}
	nested   struct{ Login *login }
	embedded struct {
		login
		ID int
	}
	contact struct{ Note string }
	closed  struct {
		user     string
		password string
	}
)

func structLeaks() []Case {
	pw := password()
	const named = "the field's name says what it holds"
	return []Case{
		attrs("struct field Password", named, []any{"x", login{"alice", pw}}, pw),
		attrs("struct field with json name password", "the name in the output may be another", []any{"x", wire{pw}}, pw),
		attrs("struct field with a struct tag", "the type's author has said so", []any{"x", tagged{pw}}, pw),
		attrs("struct field behind a pointer", "values nest", []any{"x", &nested{&login{"alice", pw}}}, pw),
		attrs("embedded struct field", "fields are promoted", []any{"x", embedded{login{"alice", pw}, 7}}, pw),
		attrs("struct field that holds an e-mail", "the name does not tell", []any{"x", contact{"by " + email}}, email),
		attrs("unexported struct field", "%+v shows unexported fields", []any{"x", closed{"alice", pw}}, pw),
	}
}

// The types of valueLeaks, named after how they write themselves.
type (
	namedString string
	jsonWriter  struct{ password string }
	textWriter  struct{ value string }
	stringer    struct{ value string }
)

func (w jsonWriter) MarshalJSON() ([]byte, error) {
	return json.Marshal(map[string]string{"password": w.password})
}
func (w textWriter) MarshalText() ([]byte, error) { return []byte("by " + w.value), nil }
func (w stringer) String() string                 { return "by " + w.value }

func valueLeaks() []Case {
	pw, key, note := password(), opaque(), "by "+email
	const nests, writes = "values nest", "a value may write itself"
	return []Case{
		attrs("map, key password", nests, []any{"x", map[string]string{"password": pw}}, pw),
		attrs("map in a map, key password", nests, []any{"x", map[string]any{"a": map[string]any{"password": pw}}}, pw),
		attrs("e-mail as map key", "a key may hold data", []any{"x", map[string]int{email: 1}}, email),
		attrs("slice of strings", nests, []any{"x", []string{"a", note}}, email),
		attrs("map in a slice, key password", nests, []any{"x", []any{map[string]any{"password": pw}}}, pw),
		attrs("bytes", "JSON writes bytes in base64, text as they are", []any{"x", []byte(note)}, email, base64Of(note)),
		attrs("json.RawMessage", writes, []any{"x", json.RawMessage(`{"password":"` + pw + `"}`)}, pw),
		attrs("pointer to a string", nests, []any{"x", &note}, email),
		attrs("named string type", "a type is not its name", []any{"x", namedString(note)}, email),
		attrs("json.Marshaler", writes, []any{"x", jsonWriter{pw}}, pw),
		attrs("encoding.TextMarshaler", writes, []any{"x", textWriter{email}}, email),
		attrs("fmt.Stringer", writes, []any{"x", stringer{email}}, email),
		attrs("url.URL with a token in its query", "JSON writes its fields", []any{"x", parsed("https://api.example.com/v1?access_token=" + key)}, key),
		attrs("url.URL with userinfo", "text writes its String", []any{"x", parsed("https://bob:" + pw + "@api.example.com/v1")}, pw),
		attrs("http.Header", nests, []any{"x", http.Header{"Authorization": {"Bearer " + key}}}, key),
		attrs("http.Request", nests, []any{"x", request(key)}, key),
	}
}

func parsed(raw string) *url.URL {
	u, err := url.Parse(raw)
	if err != nil {
		return &url.URL{}
	}
	return u
}

func request(key string) *http.Request {
	r, err := http.NewRequest(http.MethodGet, "https://api.example.com/v1?access_token="+key, http.NoBody)
	if err != nil {
		return nil
	}
	r.Header.Set("Authorization", "Bearer "+key)
	return r
}
