package redact

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"net/http"
	"net/netip"
	"net/url"
	"regexp"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// The types of shapes.
type (
	word  string
	wordS string // a Stringer
	outer struct {
		Name  string            `json:"name"`
		Omit  string            `json:"omit,omitempty"`
		Skip  string            `json:"-"`
		Quote int64             `json:"quote,string"`
		Inner inner             `json:"inner"`
		Ptr   *inner            `json:"ptr"`
		Nil   *inner            `json:"nil"`
		Any   any               `json:"any"`
		Map   map[string]string `json:"map"`
		List  []any             `json:"list"`
		Raw   json.RawMessage   `json:"raw"`
		When  time.Time         `json:"when"`
		Took  time.Duration     `json:"took"`
		Big   *big.Int          `json:"big"`
		Addr  netip.Prefix      `json:"addr"`
		Bytes []byte            `json:"bytes"`
		inner
		hidden string
	}
	inner   struct{ A, B string }
	promote struct {
		*inner
		Own string
	}
	named struct {
		inner `json:"named"`
		C     string
	}
	list      []string
	keyed     map[word]int
	marshaled struct{ s string }
	texted    struct{ s string }
	printed   struct{ s string }
	valued    struct{ s string }
	coded     struct{ s string }
	tree      struct {
		Note     string
		Children []*tree
	}
)

func (s wordS) String() string { return "word " + string(s) }
func (m marshaled) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{1, m.s, nil, map[string]any{"k": m.s}})
}
func (m texted) MarshalText() ([]byte, error) { return []byte("<" + m.s + ">"), nil }
func (p *printed) String() string             { return "printed " + p.s }
func (v valued) LogValue() slog.Value {
	return slog.GroupValue(slog.String("s", v.s), slog.Int("n", 1))
}
func (c coded) Error() string                 { return "code: " + c.s }
func (c coded) Format(f fmt.State, verb rune) { fmt.Fprintf(f, "formatted %s", c.s) }

// shapes are values that hold s.
var shapes = map[string]func(s string) any{
	"string":                func(s string) any { return s },
	"text around it":        func(s string) any { return "by " + s + ", \"quoted\" \\ and <b>&\u2028é\x01" },
	"named string":          func(s string) any { return word(s) },
	"Stringer":              func(s string) any { return wordS(s) },
	"pointer to string":     func(s string) any { return &s },
	"slice":                 func(s string) any { return []string{"a", s, ""} },
	"named slice":           func(s string) any { return list{"a", s} },
	"array":                 func(s string) any { return [2]any{s, 1.5} },
	"map":                   func(s string) any { return map[string]any{"z": 1, "a": s, "m": map[string]string{"k": s}} },
	"map with int keys":     func(s string) any { return map[int]string{10: "x", 9: s} },
	"map with text keys":    func(s string) any { return map[texted]string{{"a"}: s} },
	"map with it as key":    func(s string) any { return keyed{word(s): 1, "b": 2} },
	"struct":                func(s string) any { return newOuter(s) },
	"pointer to struct":     func(s string) any { v := newOuter(s); return &v },
	"promoted through nil":  func(s string) any { return promote{Own: s} },
	"promoted":              func(s string) any { return promote{&inner{s, "b"}, "own"} },
	"embedded with a name":  func(s string) any { return named{inner{s, "b"}, "c"} },
	"json.Marshaler":        func(s string) any { return marshaled{s} },
	"json.Marshaler inside": func(s string) any { return map[string]any{"x": []marshaled{{s}}} },
	"TextMarshaler":         func(s string) any { return texted{s} },
	"TextMarshaler inside":  func(s string) any { return []any{texted{s}, &texted{s}} },
	"Stringer by pointer":   func(s string) any { return &printed{s} },
	"Stringer inside":       func(s string) any { return []*printed{{s}} },
	"error":                 func(s string) any { return errors.New("no user " + s) },
	"wrapped error":         func(s string) any { return fmt.Errorf("a: %w", errors.Join(coded{s}, io.EOF)) },
	"Formatter":             func(s string) any { return coded{s} },
	"error inside":          func(s string) any { return []error{coded{s}} },
	"LogValuer":             func(s string) any { return valued{s} },
	"RawMessage":            func(s string) any { return json.RawMessage(`{"b":"` + s + `","a":[1,2.50,true,null,{}]}`) },
	"bytes":                 func(s string) any { return []byte("by " + s) },
	"bytes inside":          func(s string) any { return map[string][]byte{"k": []byte(s)} },
	"URL":                   func(s string) any { return &url.URL{Scheme: "https", Host: "h.example", RawQuery: "by=" + s} },
	"header":                func(s string) any { return http.Header{"X-Note": {"by " + s}, "Accept": {"*/*"}} },
	"group":                 func(s string) any { return slog.GroupValue(slog.String("a", s), slog.Any("b", []string{s})) },
	"tree":                  func(s string) any { return &tree{"root", []*tree{{s, nil}, {"leaf", []*tree{}}}} },
}

func newOuter(s string) outer {
	return outer{
		Name: "by " + s, Skip: s, Quote: 7, Inner: inner{s, "b"}, Ptr: &inner{"a", s}, Any: []any{s, 1},
		Map: map[string]string{"k": s}, List: []any{nil, s, inner{s, ""}}, Raw: json.RawMessage(`{"k":"` + s + `"}`),
		When: time.Date(2026, 1, 2, 3, 4, 5, 6, time.UTC), Took: time.Second, Big: big.NewInt(12),
		Addr: netip.MustParsePrefix("2001:db8::/32"), inner: inner{"x", s}, hidden: s,
	}
}

var (
	addresses = regexp.MustCompile(`0x[0-9a-f]+`)
	bothForms = map[string]func(io.Writer) slog.Handler{
		"json": func(w io.Writer) slog.Handler { return slog.NewJSONHandler(w, nil) },
		"text": func(w io.Writer) slog.Handler { return slog.NewTextHandler(w, nil) },
	}
)

// written returns what a handler makes of a value, without what differs from
// call to call.
func written(h slog.Handler, out *bytes.Buffer, v any) string {
	out.Reset()
	r := slog.NewRecord(time.Time{}, slog.LevelInfo, "m", 0)
	r.AddAttrs(slog.Any("x", v))
	_ = h.Handle(context.Background(), r)
	return addresses.ReplaceAllString(out.String(), "0x")
}

// A value that holds something is written as one that holds the label instead;
// one that holds nothing is written as without us.
func TestShapesAreKept(t *testing.T) {
	const label = "[REDACTED:email_address]"
	for form, handler := range bothForms {
		var out bytes.Buffer
		bare := handler(&out)
		known, unknown := NewHandler(bare, nil), NewHandler(struct{ slog.Handler }{bare}, nil)
		twice := NewHandler(known, nil)
		for name, shape := range shapes {
			t.Run(form+"/"+name, func(t *testing.T) {
				for _, ours := range []slog.Handler{known, unknown, twice} {
					require.Equal(t, written(bare, &out, shape("Ada")), written(ours, &out, shape("Ada")), "clean")
					require.Equal(t, written(bare, &out, shape(label)), written(ours, &out, shape(mail)), "redacted")
					require.Equal(t, written(bare, &out, shape(label)), written(ours, &out, shape(label)), "redacted twice")
				}
			})
		}
	}
}

// Whatever is logged, a line is written that is JSON; one that differs from the
// line without us has a label in it.
func FuzzHandler(f *testing.F) {
	f.Add(`{"a":[1,"b",{"password":"velvet-57"}]}`, "key", "message by "+mail)
	f.Add(`[4242424242424242,-0.5e300,null]`, mail, "\xff\x00")
	f.Add(`"x"`, "", "")
	f.Fuzz(func(t *testing.T, raw, key, message string) {
		var v any
		if json.Unmarshal([]byte(raw), &v) != nil {
			v = raw
		}
		var out, bare bytes.Buffer
		record := slog.NewRecord(time.Time{}, slog.LevelInfo, message, 0)
		record.AddAttrs(slog.Any(key, v), slog.Any("e", errors.New(raw)), slog.Group(key, "k", []any{v, message}))
		for _, handler := range bothForms {
			out.Reset()
			bare.Reset()
			require.NoError(t, handler(&bare).Handle(context.Background(), record))
			require.NoError(t, NewHandler(handler(&out), nil).Handle(context.Background(), record))
			if out.String() != bare.String() {
				require.Contains(t, out.String(), "[REDACTED")
			}
		}
		out.Reset()
		require.NoError(t, NewHandler(slog.NewJSONHandler(&out, nil), nil).Handle(context.Background(), record))
		require.True(t, json.Valid(out.Bytes()))
		if !utf8.ValidString(raw + key + message) { // encoding/json puts a letter in place of what is not valid
			return
		}
		direct := out.String()
		out.Reset() // twin: what is not known to be written as JSON is written by encoding/json first
		require.NoError(t, NewHandler(struct{ slog.Handler }{slog.NewJSONHandler(&out, nil)}, nil).Handle(context.Background(), record))
		require.Equal(t, out.String(), direct)
	})
}
