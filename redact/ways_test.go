package redact

import (
	"bytes"
	linked "container/list"
	"context"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"database/sql"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"iter"
	"log/slog"
	"math/big"
	"mime/multipart"
	"net/http"
	netmail "net/mail"
	"net/url"
	"os"
	"os/exec"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
	"unique"

	"github.com/stretchr/testify/require"
)

// The types of ways.
type (
	box[T any]   struct{ V T }
	ident[T any] string
	failure      struct {
		Op  string
		Err error
	}
	chained struct{ next any }
	boxed   struct {
		box[string]
		*inner
	}
	locked struct {
		mu   sync.Mutex //lint:ignore U1000 nobody takes it
		Note string
	}
	byValue struct{ s string }
	hiding  struct{ encoded }
	encoded struct{ s string }
)

func (f *failure) Error() string                { return f.Op + ": " + f.Err.Error() }
func (f *failure) Unwrap() error                { return f.Err }
func (c chained) LogValue() slog.Value          { return slog.GroupValue(slog.Any("next", c.next)) }
func (b *byValue) MarshalText() ([]byte, error) { return []byte("by " + b.s), nil }
func (e encoded) MarshalJSON() ([]byte, error)  { return json.Marshal([]string{e.s}) }

// ways are values that s can reach a log in, beside shapes.
var ways = map[string]func(s string) any{
	"generic struct":           func(s string) any { return box[string]{s} },
	"generic in a generic":     func(s string) any { return &box[[]box[any]]{[]box[any]{{s}}} },
	"generic string type":      func(s string) any { return ident[int](s) },
	"embedded generic":         func(s string) any { return boxed{box[string]{s}, &inner{"a", s}} },
	"promoted marshaler":       func(s string) any { return hiding{encoded{s}} },
	"marshaler by pointer":     func(s string) any { return []*byValue{{s}} },
	"marshaler not by pointer": func(s string) any { return map[string]byValue{"k": {s}} },
	"iterator":                 func(s string) any { return iter.Seq[string](slices.Values([]string{s})) },
	"struct with a lock":       func(s string) any { v := &locked{Note: s}; v.mu.Lock(); return v },
	"sync.Map":                 func(s string) any { m := new(sync.Map); m.Store("k", s); return m },
	"atomic.Value":             func(s string) any { v := new(atomic.Value); v.Store(s); return v },
	"atomic.Pointer":           func(s string) any { v := new(atomic.Pointer[string]); v.Store(&s); return v },
	"sync.Once with a value":   func(s string) any { return sync.OnceValue(func() string { return s }) },
	"sql.NullString":           func(s string) any { return sql.NullString{String: s, Valid: true} },
	"sql.Null":                 func(s string) any { return sql.Null[string]{V: s, Valid: true} },
	"sql.RawBytes":             func(s string) any { return sql.RawBytes(s) },
	"arguments of a query":     func(s string) any { return []any{1, sql.Named("note", s), nil} },
	"json.Number":              func(s string) any { return struct{ N any }{s} },
	"JSON in JSON":             func(s string) any { return map[string]any{"body": `{"note":"by ` + s + `"}`} },
	"bytes.Buffer":             func(s string) any { return bytes.NewBufferString(s) },
	"bytes.Buffer inside":      func(s string) any { return []any{*bytes.NewBufferString(s)} },
	"strings.Builder":          func(s string) any { b := new(strings.Builder); b.WriteString(s); return b },
	"strings.Reader":           func(s string) any { return strings.NewReader(s) },
	"url.Values":               func(s string) any { return url.Values{"q": {"a", s}} },
	"multipart.Form":           func(s string) any { return &multipart.Form{Value: map[string][]string{"note": {s}}} },
	"tls.Config":               func(s string) any { return &tls.Config{ServerName: "h.example", NextProtos: []string{s}} },
	"tls.ConnectionState":      func(s string) any { return tls.ConnectionState{NegotiatedProtocol: s} },
	"x509.Certificate": func(s string) any {
		return &x509.Certificate{Subject: pkix.Name{CommonName: s}, EmailAddresses: []string{s}, Raw: []byte("x" + s)}
	},
	"http.Response": func(s string) any {
		return &http.Response{Status: "200 OK", Header: http.Header{"X-Note": {"by " + s}}, Request: &http.Request{Host: s}}
	},
	"context":                func(s string) any { return context.WithValue(context.Background(), word("note"), s) },
	"channel":                func(s string) any { c := make(chan string, 1); c <- s; return c },
	"function":               func(s string) any { return func() string { return s } },
	"error with fields":      func(s string) any { return &failure{s, os.ErrNotExist} },
	"error in a struct":      func(s string) any { return struct{ Err error }{&failure{s, os.ErrNotExist}} },
	"os.PathError":           func(s string) any { return &os.PathError{Op: "open", Path: "/home/" + s + "/x", Err: os.ErrNotExist} },
	"strconv.NumError":       func(s string) any { _, err := strconv.Atoi("by " + s); return err },
	"error over errors":      func(s string) any { return fmt.Errorf("%w, %w", errors.New(s), &failure{s, context.Canceled}) },
	"LogValuer in LogValuer": func(s string) any { return chained{chained{chained{s}}} },
	"attributes":             func(s string) any { return []slog.Attr{slog.String("a", s), slog.Group("g", "b", []string{s})} },
	"attributes inside":      func(s string) any { return []any{slog.String("a", s), slog.StringValue(s)} },
	"slog.Record":            func(s string) any { r := slog.NewRecord(time.Time{}, 0, s, 0); r.Add("a", s); return r },
	"pointer to a pointer":   func(s string) any { p := &s; return &p },
	"pointer to a slice":     func(s string) any { return &[]*string{&s} },
	"array of structs":       func(s string) any { return [2]inner{{s, ""}, {"", s}} },
	"lists of lists":         func(s string) any { return [][]map[string][]any{{{"k": {[]any{s}}}}} },
	"array of bytes":         func(s string) any { return [32]byte([]byte(fmt.Sprintf("%-32s", s))) },
	"array of bytes inside":  func(s string) any { return []any{[40]byte([]byte(fmt.Sprintf("%-40s", s)))} },
	"runes":                  func(s string) any { return []rune(s) },
	"reflect.Value":          func(s string) any { return reflect.ValueOf(inner{s, "b"}) },
	"reflect.Value inside":   func(s string) any { return []any{reflect.ValueOf(s)} },
	"map with any keys":      func(s string) any { return map[any]any{s: 1, 2: s} },
	"map with array keys":    func(s string) any { return map[[2]string]int{{"a", s}: 1} },
	"map with struct keys":   func(s string) any { return map[inner]int{{"a", s}: 1} },
	"map with pointer keys":  func(s string) any { return map[*inner]int{{"a", s}: 1} },
	"map with error keys":    func(s string) any { return map[error]int{errors.New(s): 1} },
	"mail.Address":           func(s string) any { return netmail.Address{Name: s} },
	"exec.Cmd":               func(s string) any { return &exec.Cmd{Path: "/bin/x", Args: []string{"x", "--to", s}} },
	"regexp.Regexp":          func(s string) any { return regexp.MustCompile("^" + regexp.QuoteMeta(s)) },
	"template.HTML":          func(s string) any { return template.HTML("<b>" + s + "</b>") },
	"unique.Handle":          func(s string) any { return unique.Make(s) },
	"linked list":            func(s string) any { l := linked.New(); l.PushBack(s); return l },
	"interface of a pointer": func(s string) any { var v any = &s; return &v },
	"big.Rat and its name":   func(s string) any { return map[string]any{"r": big.NewRat(1, 3), "n": s} },
	"unexported any":         func(s string) any { return struct{ v any }{[]any{&s, s}} },
}

// readable returns the forms in which s can be read in a line.
func readable(s string) []string {
	digits := strings.Trim(fmt.Sprint([]byte(s)), "[]")
	return []string{s, strings.Trim(base64.StdEncoding.EncodeToString([]byte(s)), "="), digits, strings.ReplaceAll(digits, " ", ",")}
}

// Whatever a value is made of, what it holds does not come out; and one that holds
// nothing comes out as without us.
func TestWays(t *testing.T) {
	for form, handler := range bothForms {
		var out bytes.Buffer
		bare := handler(&out)
		for name, way := range ways {
			t.Run(form+"/"+name, func(t *testing.T) {
				for _, ours := range []slog.Handler{NewHandler(bare, nil), NewHandler(struct{ slog.Handler }{bare}, nil)} {
					clean := way("Ada")
					require.Equal(t, written(bare, &out, clean), written(ours, &out, clean), "clean")
					got := written(ours, &out, way(mail))
					for _, secret := range readable(mail) {
						require.NotContains(t, got, secret)
					}
				}
			})
		}
	}
}

// numbers are ways of a number.
var numbers = map[string]func(n int64) any{
	"int64":                func(n int64) any { return n },
	"uintptr":              func(n int64) any { return uintptr(n) },
	"complex128":           func(n int64) any { return complex(float64(n), 1) },
	"imaginary":            func(n int64) any { return []complex128{complex(1, float64(n))} },
	"pointer":              func(n int64) any { return &n },
	"array":                func(n int64) any { return [2]float64{1, float64(n)} },
	"map with it":          func(n int64) any { return map[int64]bool{n: true} },
	"map with a float":     func(n int64) any { return map[float64]bool{float64(n): true} },
	"json.Number":          func(n int64) any { return []json.Number{json.Number(strconv.FormatInt(n, 10))} },
	"big.Int":              func(n int64) any { return big.NewInt(n) },
	"big.Float":            func(n int64) any { return new(big.Float).SetInt64(n) },
	"big.Float inside":     func(n int64) any { return []*big.Float{new(big.Float).SetInt64(n)} },
	"exponent":             func(n int64) any { return strconv.FormatFloat(float64(n), 'g', -1, 64) },
	"capital exponent":     func(n int64) any { return []string{strconv.FormatFloat(float64(n), 'E', -1, 64)} },
	"json.Number with one": func(n int64) any { return []json.Number{json.Number(strconv.FormatFloat(float64(n), 'e', -1, 64))} },
	"big.Int by value":     func(n int64) any { return []big.Int{*big.NewInt(n)} },
	"atomic.Int64":         func(n int64) any { v := new(atomic.Int64); v.Store(n); return v },
	"sql.NullInt64":        func(n int64) any { return sql.NullInt64{Int64: n, Valid: true} },
	"time in a struct":     func(n int64) any { return struct{ N, At any }{n, time.Unix(1e9, 0).UTC()} },
	"unexported":           func(n int64) any { return struct{ n uint64 }{uint64(n)} },
}

func TestWaysOfNumbers(t *testing.T) {
	for form, handler := range bothForms {
		var out bytes.Buffer
		bare := handler(&out)
		for name, way := range numbers {
			t.Run(form+"/"+name, func(t *testing.T) {
				for _, ours := range []slog.Handler{NewHandler(bare, nil), NewHandler(struct{ slog.Handler }{bare}, nil)} {
					clean := way(1 << 20)
					require.Equal(t, written(bare, &out, clean), written(ours, &out, clean), "clean")
					got := written(ours, &out, way(4242424242424242))
					require.NotContains(t, got, "4242424242424242")
					require.NotContains(t, strings.ToLower(got), "4.242424242424242e")
				}
			})
		}
	}
}

// Pairs of a name and a value are known in any map and struct.
func TestPairs(t *testing.T) {
	const label = "[REDACTED:password_assignment]"
	for name, v := range map[string]any{
		"any keys":       map[any]any{"value": "velvet-57", "name": "password"},
		"any values":     map[string]any{"value": []string{"velvet-57"}, "key": "password"},
		"CloudFormation": map[string]string{"ParameterValue": "velvet-57", "ParameterKey": "DatabasePassword"},
		"short":          struct{ Val, Name string }{"velvet-57", "password"},
		"generic":        box[any]{struct{ Field, Value any }{"password", box[string]{"velvet-57"}}},
		"raw":            json.RawMessage(`{"value":["velvet-57"],"n":[{}],"name":"password"}`),
		"of lists":       json.RawMessage(`{"value":[{"value":"velvet-57"}],"name":"password"}`),
	} {
		for form, handler := range bothForms {
			if name == "any keys" && form == "json" {
				continue // encoding/json refuses them
			}
			var out bytes.Buffer
			got := written(NewHandler(handler(&out), nil), &out, v)
			require.Contains(t, got, label, "%s, %s", name, form)
			require.NotContains(t, got, "velvet", "%s, %s", name, form)
			require.Equal(t, 1, strings.Count(got, label), "%s, %s", name, form)
		}
	}
}
