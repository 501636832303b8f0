package redact

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

// What a LogValuer stands for, as types whose own JSON is of every kind.
type (
	valuerStruct struct{ V slog.Value }
	valuerString string
	valuerNumber int
	valuerMap    map[string]any
	valuerList   []int
	valuerChain  struct{ N int }
)

func (v valuerStruct) LogValue() slog.Value { return v.V }
func (v valuerString) LogValue() slog.Value { return slog.StringValue("<" + string(v) + ">") }
func (v valuerNumber) LogValue() slog.Value { return slog.IntValue(int(v) + 1) }
func (v valuerMap) LogValue() slog.Value    { return slog.AnyValue(map[string]any(v)) }
func (v valuerList) LogValue() slog.Value   { return slog.GroupValue(slog.Int("len", len(v))) }
func (v valuerChain) LogValue() slog.Value {
	if v.N > 0 {
		return slog.AnyValue(valuerChain{v.N - 1})
	}
	return slog.StringValue("end")
}

// Inside other values a LogValuer is written as it is where it stands alone,
// which slog does not do (golang/go#63204).
func TestLogValuersInsideValues(t *testing.T) {
	for _, v := range []slog.LogValuer{
		valuerStruct{slog.StringValue("a \"b\"\n")}, valuerStruct{slog.Float64Value(1.5)}, valuerStruct{slog.BoolValue(true)},
		valuerStruct{slog.Uint64Value(7)}, valuerStruct{slog.DurationValue(time.Second)},
		valuerStruct{slog.TimeValue(time.Date(2026, 1, 2, 3, 4, 5, 600, time.UTC))},
		valuerStruct{slog.AnyValue(nil)}, valuerStruct{slog.AnyValue(errors.New("boom"))},
		valuerStruct{slog.AnyValue([]string{"x"})}, valuerStruct{slog.GroupValue()},
		valuerStruct{slog.GroupValue(slog.Int("n", 1), slog.Group("g", "k", valuerString("z"), "e", errors.New("f")))},
		valuerString("s"), valuerNumber(4), valuerMap{"b": 1, "a": []any{nil}}, valuerList{1, 2}, valuerChain{3},
	} {
		alone := line(t, nil, info("x", v, "y", 1))
		want, shown := strings.CutPrefix(strings.TrimSuffix(alone, `,"y":1}`), `{"msg":"m","x":`)
		if !shown { // slog leaves out empty groups, which a list cannot
			want = "{}"
		}
		got := line(t, nil, info("x", []any{v, map[string]any{"k": v}, struct{ F slog.LogValuer }{v}}, "y", 1))
		require.Equal(t, `{"msg":"m","x":[`+want+`,{"k":`+want+`},{"F":`+want+`}],"y":1}`, got, "%T", v)
	}
}

func TestKindsOfValues(t *testing.T) {
	dob := time.Date(1980, 5, 17, 0, 0, 0, 0, time.UTC)
	for _, tc := range []struct {
		name, reason string
		args         []any
		want         string
	}{
		{"uint64", "a card number is one as a number", []any{"n", uint64(4242424242424242)}, `"n":"[REDACTED:credit_card]"`},
		{"float64", "as decoded from JSON", []any{"n", 4242424242424242.0}, `"n":"[REDACTED:credit_card]"`},
		{"number inside", "in a struct, a map, a list", []any{"n", []any{struct{ N int64 }{4242424242424242}}}, `"n":[{"N":"[REDACTED:credit_card]"}]`},
		{"named number", "it stays no number", []any{"n", time.Month(4)}, `"n":4`},
		{"small numbers", "are nothing by themselves", []any{"n", 424242, "f", 1.5, "u", uint64(7)}, `"n":424242,"f":1.5,"u":7`},
		{"time of birth", "the name says so", []any{"date_of_birth", dob}, `"date_of_birth":"[REDACTED:date_of_birth]"`},
		{"time of birth inside", "the same in a struct", []any{"x", struct{ DateOfBirth time.Time }{dob}}, `"x":{"DateOfBirth":"[REDACTED:date_of_birth]"}`},
		{"time", "any other time stays", []any{"t", dob}, `"t":"1980-05-17T00:00:00Z"`},
		{"bool", "holds nothing", []any{"password", true}, `"password":true`},
		{"empty", "nothing is there", []any{"password", ""}, `"password":""`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			require.Equal(t, `{"msg":"m",`+tc.want+`}`, line(t, nil, info(tc.args...)), tc.reason)
		})
	}
}

type late struct {
	Note string
	Bad  breaks
}

type breaks struct{}

func (breaks) MarshalJSON() ([]byte, error) { panic("velvet") }
func (breaks) String() string               { panic("velvet") }

// A method may panic only when the value is written.
func TestPanicsWhenWritten(t *testing.T) {
	v := (*Redactor)(nil).Any(late{Note: mail})
	b, err := json.Marshal(v)
	require.NoError(t, err)
	require.Equal(t, `"[REDACTED:unreadable]"`, string(b))
	require.Equal(t, "[REDACTED:unreadable]", fmt.Sprint(v))
	require.Equal(t, "[REDACTED:unreadable]", v.(fmt.Stringer).String())
}

func TestAny(t *testing.T) {
	var r *Redactor
	clean := &struct{ A []int }{[]int{1}}
	require.Same(t, clean, r.Any(clean), "the value itself")
	require.Nil(t, r.Any(nil))
	require.Equal(t, "by [REDACTED:email_address]", r.Any("by "+mail))
	require.Equal(t, []byte("by [REDACTED:email_address]"), r.Any([]byte("by "+mail)))
	require.Equal(t, "[REDACTED:credit_card]", r.Any(4242424242424242))
	require.EqualError(t, r.Any(errors.New("by "+mail)).(error), "by [REDACTED:email_address]")
	group := r.Any(slog.GroupValue(slog.String("a", mail))).(slog.Value)
	require.Equal(t, "[a=[REDACTED:email_address]]", group.String())
}

// A rule for a value covers what holds nothing by itself, in both forms.
func TestRulesCoverEverything(t *testing.T) {
	r := mustNew(t, &Options{Keys: map[string]Replacer{"x": Label}})
	v := struct {
		T time.Time
		B bool
		N int32
		D time.Duration
		L []float32
	}{L: []float32{1}}
	const label = "[REDACTED:rule]"
	quoted := `"` + label + `"`
	require.Equal(t, `{"msg":"m","x":{"T":`+quoted+`,"B":`+quoted+`,"N":`+quoted+`,"D":`+quoted+`,"L":[`+quoted+`]}}`, line(t, r, info("x", v)))
	var out bytes.Buffer
	slog.New(NewHandler(slog.NewTextHandler(&out, nil), r)).Info("m", "x", v)
	require.Contains(t, out.String(), `x="{T:`+label+` B:`+label+` N:`+label+` D:`+label+` L:[`+label+`]}"`)
}

func TestFits(t *testing.T) {
	for _, tc := range []struct {
		pattern, words string
		want           bool
	}{
		{"a b", "a b", true}, {"a b", "a b c", false}, {"*", "", true}, {"*", "a b", true},
		{"* key", "api key", true}, {"* key", "key", false}, {"*key", "key", true}, {"x *", "x y z", true},
		{"a * c", "a b c", true}, {"a * c", "a c", false}, {"*b*", "abc", true}, {"*b*d", "abcd", true}, {"*b*d", "adcb", false},
	} {
		require.Equal(t, tc.want, fits(tc.pattern, tc.words), "%q %q", tc.pattern, tc.words)
	}
}

func TestWords(t *testing.T) {
	for in, want := range map[string]string{
		"userPassword": "user password", "USER_PASSWORD": "user password", "user-password": "user password",
		"HTTPServerID": "http server id", "x.api.key": "x api key", "sha256Sum": "sha256 sum", "_": "", "größe": "größe",
	} {
		require.Equal(t, want, words(in), in)
	}
}

// Invalid UTF-8 becomes U+FFFD, which Go 1.26 escapes and Go 1.27 does not.
func FuzzJSONString(f *testing.F) {
	unescaped := strings.NewReplacer(`\ufffd`, "\ufffd", "\n", "")
	f.Add("a\"\\\b\f\n\r\t\x00\x1f\x7f\u2028\u2029é\xff<>&")
	f.Fuzz(func(t *testing.T, s string) {
		var want bytes.Buffer
		enc := json.NewEncoder(&want)
		enc.SetEscapeHTML(false)
		require.NoError(t, enc.Encode(s))
		require.Equal(t, unescaped.Replace(want.String()), unescaped.Replace(string(appendJSONString(nil, s))))
	})
}

// What a field holds may be said by the field beside it.
func TestNamedValues(t *testing.T) {
	type tag struct {
		Key   string `json:"key"`
		Value string `json:"value"`
	}
	type variable struct{ Name, Value string }
	type renamed struct {
		Holds string `json:"value"`
		Of    string `json:"name"`
	}
	const clean, secret = `"northern"`, `"[REDACTED:password_assignment]"`
	for name, tc := range map[string]struct {
		v    any
		want string
	}{
		"argument of a query": {[]any{sql.Named("password", "northern")}, `[{"Name":"password","Value":` + secret + `}]`},
		"tag":                 {tag{"password", "northern"}, `{"key":"password","value":` + secret + `}`},
		"variable":            {&variable{"DB_PASSWORD", "northern"}, `{"Name":"DB_PASSWORD","Value":` + secret + `}`},
		"raw":                 {json.RawMessage(`{"key":"password","value":"northern"}`), `{"key":"password","value":` + secret + `}`},
		"map":                 {map[string]string{"name": "password", "value": "northern"}, `{"name":"password","value":` + secret + `}`},
		"map of any":          {[]any{map[string]any{"Key": "password", "Value": "northern"}}, `[{"Key":"password","Value":` + secret + `}]`},
		"map in any order":    {map[string]any{"VALUE": []string{"northern"}, "name": "password"}, `{"VALUE":[` + secret + `],"name":"password"}`},
		"map, clean name":     {map[string]any{"name": "region", "value": "northern"}, `{"name":"region","value":` + clean + `}`},
		"map, no name":        {map[string]any{"name": 7, "value": "northern"}, `{"name":7,"value":` + clean + `}`},
		"names in JSON":       {renamed{"northern", "password"}, `{"value":` + secret + `,"name":"password"}`},
		"clean name":          {tag{"region", "northern"}, `{"key":"region","value":` + clean + `}`},
		"another object":      {[]any{tag{"password", ""}, map[string]string{"value": "northern"}}, `[{"key":"password","value":""},{"value":` + clean + `}]`},
	} {
		got, err := json.Marshal(mustNew(t, nil).Any(tc.v))
		require.NoError(t, err, name)
		if diff := cmp.Diff(tc.want, string(got)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	text := fmt.Sprintf("%+v", mustNew(t, nil).Any(variable{"DB_PASSWORD", "northern"}))
	require.Equal(t, "{Name:DB_PASSWORD Value:[REDACTED:password_assignment]}", text)
	text = fmt.Sprintf("%+v", mustNew(t, nil).Any(map[string]string{"key": "password", "value": "northern"}))
	require.Equal(t, "map[key:password value:[REDACTED:password_assignment]]", text)
}
