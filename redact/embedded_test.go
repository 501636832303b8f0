package redact

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

// texts are texts with JSON in them, a line each.
var texts = []struct{ name, reason, text, want string }{
	{"list", "the name speaks for what is in it", `body {"password":["velvet-57"]} sent`, `body {"password":["[REDACTED:password_assignment]"]} sent`},
	{"object", "and further in", `2026-03-15T09:26:53.05Z stdout F {"a":{"password":{"x":"velvet-57"}}}`, `2026-03-15T09:26:53.05Z stdout F {"a":{"password":{"x":"[REDACTED:password_assignment]"}}}`},
	{"address before it", "what is before it is text", `by ` + mail + `: {"a":1}`, `by [REDACTED:email_address]: {"a":1}`},
	{"address within it", "and what is in it is not", `by x: {"a":"` + mail + `"}`, `by x: {"a":"[REDACTED:email_address]"}`},
	{"number", "JSON stays JSON", `got {"password":902617}`, `got {"password":"[REDACTED:password_assignment]"}`},
	{"pair", "the name may stand behind the value", `set {"value":"velvet-57","name":"DB_PASSWORD"}`, `set {"value":"[REDACTED:password_assignment]","name":"DB_PASSWORD"}`},
	{"pair of OpenTelemetry", "a value may be an object", `[{"value":{"stringValue":"velvet-57"},"key":"password"},{"key":"b","value":{"stringValue":"north"}}]`,
		`[{"value":{"stringValue":"[REDACTED:password_assignment]"},"key":"password"},{"key":"b","value":{"stringValue":"north"}}]`},
	{"several", "each is one", `{"password":["a"]} {"password":["b"]}, x`, `{"password":["[REDACTED:password_assignment]"]} {"password":["[REDACTED:password_assignment]"]}, x`},
	{"byte order mark", "it is no part of JSON", "\ufeff" + `{"password":["velvet-57"]}`, "\ufeff" + `{"password":["[REDACTED:password_assignment]"]}`},
	{"JSON in JSON", "strings hold text", `x {"body":"{\"password\":[\"velvet-57\"]}"}`, `x {"body":"{\"password\":[\"[REDACTED:password_assignment]\"]}"}`},
	{"broken", "what is no JSON is text", `x {"a" {"b":1, "by ` + mail + `"`, `x {"a" {"b":1, "by [REDACTED:email_address]"`},
	{"no numbers", "Python and JavaScript write them so", `x {"v":NaN,"w":[Infinity,-Infinity],"credentials":{"x":"velvet"}}`, `x {"v":NaN,"w":[Infinity,-Infinity],"credentials":{"x":"[REDACTED:generic_api_key]"}}`},
	{"cut", "a list of secrets needs no end", `x {"password":["velvet-57","north-9"],"rest":"cut he`, `x {"password":["[REDACTED:password_assignment]","[REDACTED:password_assignment]"],"rest":"cut he`},
	{"cut further in", "what was read as JSON was JSON", `x {"a":1,"credentials":{"x":"velvet"},"rest":{"y":"cut he`, `x {"a":1,"credentials":{"x":"[REDACTED:generic_api_key]"},"rest":{"y":"cut he`},
	{"cut before its end", "a bracket may be missing", `x {"a":1,"credentials":{"x":"velvet"}`, `x {"a":1,"credentials":{"x":"[REDACTED:generic_api_key]"}`},
	{"several that are cut", "each for itself", `x {"password":{"x":"velvet"}, y} {"password":{"x":"velvet"}`, `x {"password":{"x":"[REDACTED:password_assignment]"}, y} {"password":{"x":"[REDACTED:password_assignment]"}`},
	{"broken inside", "one within may be one", `x {"a":{"password":["velvet-57"]},,}`, `x {"a":{"password":["[REDACTED:password_assignment]"]},,}`},
	{"beside it", "the text around is text", `by ` + mail + ` {"n":1} by ` + mail, `by [REDACTED:email_address] {"n":1} by [REDACTED:email_address]`},
	{"clean", "every byte stays", `x { "a" : [ 1.50 , "\u0041" ] } {} {x} {"`, `x { "a" : [ 1.50 , "\u0041" ] } {} {x} {"`},
}

func TestEmbeddedJSON(t *testing.T) {
	var r *Redactor
	for _, tc := range texts {
		t.Run(tc.name, func(t *testing.T) {
			for surface, got := range map[string]string{
				"text": r.String(tc.text), "append": string(r.Append(nil, tc.text)), "field": r.Field("note", tc.text),
				"stream": streamed(t, tc.text, always(7)), "line stream": lined(t, tc.text+"\n", always(11)),
			} {
				if diff := cmp.Diff(tc.want, strings.TrimSuffix(got, "\n")); diff != "" {
					t.Errorf("%s: %s: %s", surface, tc.reason, diff)
				}
			}
			require.Equal(t, tc.want, r.String(tc.want), "redacted again")
			line := line(t, nil, info("x", tc.text, "y", []string{tc.text}, "z", []byte(tc.text)))
			require.NotContains(t, line, "velvet")
		})
	}
}

// Rules speak of members of JSON in text, whether that was seen elsewhere before or
// not; a rule for the whole of it goes first.
func TestRulesAndEmbeddedJSON(t *testing.T) {
	r := mustNew(t, &Options{Keys: map[string]Replacer{"body.pin": Label, "all": Mask(4), "open": Keep}})
	const body = `{"pin":"nord"}`
	require.Equal(t, `{"msg":"m","x":"{\"pin\":\"nord\"}"}`, line(t, r, info("x", body)))
	require.Equal(t, `{"msg":"m","body":"{\"pin\":\"[REDACTED:rule]\"}"}`, line(t, r, info("body", body)))
	require.Equal(t, `{"msg":"m","all":"****rd\"}"}`, line(t, r, info("all", body)))
	const login = `{"password":["velvet-57"]}`
	require.Equal(t, `{"msg":"m","open":"{\"password\":[\"velvet-57\"]}"}`, line(t, r, info("open", login)))
}

// Each replacement is told of once, with the names that lead to it.
func TestEmbeddedJSONIsObserved(t *testing.T) {
	var paths []string
	r := mustNew(t, &Options{Observe: func(e Event) { paths = append(paths, e.Path) }})
	r.Field("body", `x {"a":{"password":["velvet-57"]}} {"password":{"x":"velvet-57"}, y} by `+mail)
	require.Equal(t, []string{"body.a.password", "body.password.x", "body"}, paths)
}

// Objects that never end, and values that look for a name behind them: a reading that
// is not linear would not end before the test's time is up.
func TestHostileEmbeddedJSON(t *testing.T) {
	for _, piece := range []string{`{"a":`, `{"value":`, `{"value":[{"value":1},`, `{"value":1},{"`, "{ ", `{"\"`} {
		text := strings.Repeat(piece, 4<<20/len(piece))
		got := strings.ReplaceAll((*Redactor)(nil).String(text), `"[REDACTED:depth]"`, `{"value":1}`) // what is nested too deep to be read
		require.True(t, text == got, piece)
	}
}
