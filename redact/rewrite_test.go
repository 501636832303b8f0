package redact

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func rewritten(raw string) (string, bool) {
	r := defaultRedactor()
	p := &pass{r: r, left: r.maxBytes}
	out, changed := p.rewriteJSON(nil, noName, raw, reflect.Value{})
	return string(out), changed
}

func TestRewriteJSON(t *testing.T) {
	for _, tc := range []struct{ name, reason, raw, want string }{
		{"clean", "every byte stays", ` { "a" : [ 1 , 2.50e3 , "x\u0041\/" , { } , [ ] ] } `, ` { "a" : [ 1 , 2.50e3 , "x\u0041\/" , { } , [ ] ] } `},
		{"member", "the name decides", `{"password":"velvet-57","n":1}`, `{"password":"[REDACTED:password_assignment]","n":1}`},
		{"number", "becomes a string", `{"password":902617}`, `{"password":"[REDACTED:password_assignment]"}`},
		{"null and false", "hold nothing", `{"password":null,"apiKey":false}`, `{"password":null,"apiKey":false}`},
		{"escapes", "values are read as what they say", `["by alice.doe\u0040example.com\n\"!"]`, `["by [REDACTED:email_address]\n\"!"]`},
		{"nested", "a name speaks for what is in it", `{"password":[["a"],{"k":"b"}]}`, `{"password":[["[REDACTED:password_assignment]"],{"k":"[REDACTED:password_assignment]"}]}`},
		{"name", "a name may be a value", `{"alice.doe@example.com":1}`, `{"[REDACTED:email_address]":1}`},
		{"scalar", "any value is JSON", `"alice.doe@example.com"`, `"[REDACTED:email_address]"`},
		{"no JSON", "becomes a string", `{"a":alice.doe@example.com`, `"{\"a\":[REDACTED:email_address]"`},
		{"deep", "nesting needs a bound", strings.Repeat("[", 80) + strings.Repeat("]", 80), strings.Repeat("[", 64) + `"[REDACTED:depth]"` + strings.Repeat("]", 64)},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got, changed := rewritten(tc.raw)
			require.Equal(t, tc.want, got, tc.reason)
			require.Equal(t, tc.want != tc.raw, changed)
		})
	}
}

func FuzzRewriteJSON(f *testing.F) {
	for _, seed := range []string{`{"a":[1,"b",{"password":"velvet-57"}]}`, `"\ud800\u0000"`, ` [ ] `, `{"":{"":""}}`, `-0.5E+7`, `{`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		got, changed := rewritten(raw)
		require.True(t, json.Valid([]byte(got)))
		if !changed {
			require.Equal(t, raw, got)
		}
		var before, after any
		if json.Unmarshal([]byte(raw), &before) == nil && !changed {
			require.NoError(t, json.Unmarshal([]byte(got), &after))
			require.Equal(t, before, after)
		}
	})
}
