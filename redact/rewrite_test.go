package redact

import (
	"encoding/json"
	"log/slog"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestJSON(t *testing.T) {
	for _, tc := range []struct{ name, reason, raw, want string }{
		{"clean", "every byte stays", ` { "a" : [ 1 , 2.50e3 , "x\u0041\/" , { } , [ ] ] } ` + "\n", ` { "a" : [ 1 , 2.50e3 , "x\u0041\/" , { } , [ ] ] } ` + "\n"},
		{"member", "the name decides", `{"password":"velvet-57","n":1}`, `{"password":"[REDACTED:password_assignment]","n":1}`},
		{"escaped member", "names are read as what they say", `{"pass\u0077ord":"velvet-57"}`, `{"pass\u0077ord":"[REDACTED:password_assignment]"}`},
		{"number", "becomes a string", `{"password":902617}`, `{"password":"[REDACTED:password_assignment]"}`},
		{"float", "a card number is one with an exponent, too", `[4.242424242424242E15,4242424242424242.0]`, `["[REDACTED:credit_card]","[REDACTED:credit_card]"]`},
		{"null and false", "hold nothing", `{"password":null,"apiKey":false}`, `{"password":null,"apiKey":false}`},
		{"escapes", "values are read as what they say", `["by alice.doe\u0040example.com\n\"!"]`, `["by [REDACTED:email_address]\n\"!"]`},
		{"nested", "a name speaks for what is in it", `{"password":[["a"],{"k":"b"}]}`, `{"password":[["[REDACTED:password_assignment]"],{"k":"[REDACTED:password_assignment]"}]}`},
		{"name", "a name may be a value", `{"alice.doe@example.com":1}`, `{"[REDACTED:email_address]":1}`},
		{"scalar", "any value is JSON", `"alice.doe@example.com"`, `"[REDACTED:email_address]"`},
		{"no JSON", "is text", `{"a":alice.doe@example.com`, `{"a":[REDACTED:email_address]`},
		{"two values", "are no JSON text", `{"a":1} by alice.doe@example.com`, `{"a":1} by [REDACTED:email_address]`},
		{"Kubernetes Secret", "its kind says what its data is", `{"data":{"foo":"aGVsbG8="},"kind":"Secret","x":"aGVsbG8="}`, `{"data":{"foo":"[REDACTED:k8s_secret_manifest]"},"kind":"Secret","x":"aGVsbG8="}`},
		{"another kind", "is none", `{"data":{"foo":"aGVsbG8="},"kind":"ConfigMap"}`, `{"data":{"foo":"aGVsbG8="},"kind":"ConfigMap"}`},
		{"deep", "nesting needs a bound", strings.Repeat("[", 80) + strings.Repeat("]", 80), strings.Repeat("[", 64) + `"[REDACTED:depth]"` + strings.Repeat("]", 64)},
	} {
		t.Run(tc.name, func(t *testing.T) {
			raw := []byte(tc.raw)
			got := (*Redactor)(nil).JSON(raw)
			require.Equal(t, tc.want, string(got), tc.reason)
			require.Equal(t, tc.raw, string(raw), "the argument is not changed")
			require.Equal(t, tc.want == tc.raw, &got[0] == &raw[0], "the argument itself where nothing is found")
		})
	}
}

// What rewriteJSON takes for JSON is JSON, and the other way round.
func FuzzRewriteJSON(f *testing.F) {
	for _, seed := range []string{`{"a":[1,"b",{"password":"velvet-57"}]}`, `"\ud800\u0000"`, ` [ ] `, `{"":{"":""}}`, `-0.5E+7`, `{`,
		`{"a"}`, `[1,]`, `{"a":1,}`, `[,]`, `{"a" 1}`, `[01]`, `nul`, "\"\t\"", `"\x"`, `]`, `[1}`, `{"k":[tru]}`, "\x00"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		r := defaultRedactor()
		p := &pass{r: r, left: r.maxBytes}
		got, ok := p.rewriteJSON(noName, []byte(raw), reflect.Value{})
		if strings.Count(raw, "[")+strings.Count(raw, "{") < maxDepth {
			require.Equal(t, json.Valid([]byte(raw)), ok)
		}
		if !ok {
			return
		}
		require.True(t, json.Valid(got))
		again := r.JSON(got)
		require.Equal(t, string(got), string(again))
	})
}

// specialByte agrees with a look at each byte.
func TestSpecialByte(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 100_000 {
		src := make([]byte, random.IntN(40))
		for i := range src {
			src[i] = `"\ !#[]{}~`[random.IntN(10)]
			if random.IntN(8) > 0 {
				src[i] = byte(0x1e + random.IntN(0xe2))
			}
		}
		at := random.IntN(len(src) + 1)
		want := at
		for want < len(src) && src[want] != '"' && src[want] != '\\' && src[want] >= ' ' {
			want++
		}
		require.Equal(t, want, specialByte(src, at), "%q from %d", src, at)
	}
}

// What is plain stays as it is, and what was found clean before is plain if it
// is a scalar.
func TestPlain(t *testing.T) {
	r, err := New(&Options{Keys: map[string]Replacer{"card.code": Mask(0)}})
	require.NoError(t, err)
	for _, tc := range []struct {
		name   string
		groups []string
		attr   slog.Attr
		plain  bool
	}{
		{"string", nil, slog.String("path", "/v1/items"), true},
		{"string without a name", nil, slog.String("", "/v1/other"), true},
		{"empty string", nil, slog.String("path", ""), true},
		{"long string", nil, slog.String("path", strings.Repeat("/v1/items", 20)), false},
		{"address", nil, slog.String("note", "by "+mail), false},
		{"small number", nil, slog.Int("status", 200), true},
		{"small unsigned number", nil, slog.Uint64("size", 200), true},
		{"fraction", nil, slog.Float64("load", 0.7312), true},
		{"long number", nil, slog.Int64("n", 4242424242424242), false},
		{"long fraction", nil, slog.Float64("n", 4242424242424242), false},
		{"time", nil, slog.Time("at", time.Unix(0, 0)), true},
		{"name that speaks", nil, slog.Int("password", 1), false},
		{"name that holds data", nil, slog.Int(mail, 1), false},
		{"group that speaks", []string{"password"}, slog.Int("n", 1), false},
		{"group that does not", []string{"request"}, slog.Int("n", 1), true},
		{"name with a rule", []string{"card"}, slog.Int("code", 123), false},
		{"type without text", nil, slog.Any("usage", gauge{Used: 1}), true},
		{"type with text", nil, slog.Any("order", order{}), false},
		{"nil", nil, slog.Any("x", nil), true},
		{"a group", nil, slog.Group("g", "n", 1), true},
		{"a group that holds something", nil, slog.Group("g", "n", "by "+mail), false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			r.Attr(tc.groups, slog.Attr{Key: tc.attr.Key}) // so that the names are known
			require.Equal(t, tc.plain, r.Plain(tc.groups, tc.attr))
			if tc.plain {
				require.Equal(t, tc.attr, r.Attr(tc.groups, tc.attr))
			}
			require.Equal(t, tc.plain, r.Plain(tc.groups, tc.attr), "what was found is remembered")
		})
	}
}

func TestPlainAndJSONCostNoAllocation(t *testing.T) {
	r := defaultRedactor()
	line := []byte(`{"level":"info","status":200,"took":0.0125,"path":"/v1/items","n":[1,2],"at":{"zone":"b"},"message":"done"}` + "\n")
	attr := slog.String("path", "/v1/items")
	r.JSON(line)
	r.Attr(nil, attr)
	require.Zero(t, testing.AllocsPerRun(100, func() { r.JSON(line) }))
	require.Zero(t, testing.AllocsPerRun(100, func() { r.Plain(nil, attr) }))
}
