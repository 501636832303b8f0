package redact

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"

	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

func mustNew(t testing.TB, o *Options) *Redactor {
	t.Helper()
	r, err := New(o)
	require.NoError(t, err)
	return r
}

// line logs one record as JSON without time and level.
func line(t testing.TB, r *Redactor, log func(*slog.Logger)) string {
	t.Helper()
	var b bytes.Buffer
	drop := func(groups []string, a slog.Attr) slog.Attr {
		if len(groups) == 0 && (a.Key == slog.TimeKey || a.Key == slog.LevelKey) {
			return slog.Attr{}
		}
		return a
	}
	log(slog.New(NewHandler(slog.NewJSONHandler(&b, &slog.HandlerOptions{ReplaceAttr: drop}), r)))
	return strings.TrimSuffix(b.String(), "\n")
}

func info(args ...any) func(*slog.Logger) {
	return func(l *slog.Logger) { l.Info("m", args...) }
}

func TestKeys(t *testing.T) {
	r := mustNew(t, &Options{Keys: map[string]Replacer{
		"internal_id":    Erase,
		"card.code":      Label,
		"password":       Keep,
		"*_reference":    Mask(3),
		"my_reference":   Keep,
		"payload":        Label,
		"payload.kind":   Keep,
		"order.note":     Keep,
		"order.*.note":   Erase,
		"customerNumber": Mask(2),
	}})
	for _, tc := range []struct {
		name, reason string
		args         []any
		want         string
	}{
		{"exact", "the name as it is", []any{"internal_id", "a1"}, `"internal_id":""`},
		{"another style", "words count, not their spelling", []any{"internalID", "a1"}, `"internalID":""`},
		{"more words", "a rule covers whole names", []any{"internal_id_count", "a1"}, `"internal_id_count":"a1"`},
		{"path", "the group is part of the rule", []any{slog.Group("card", "code", "123")}, `"card":{"code":"[REDACTED:rule]"}`},
		{"without the path", "elsewhere the name is free", []any{"code", "123"}, `"code":"123"`},
		{"path deeper", "paths are compared from their end", []any{slog.Group("a", slog.Group("card", "code", "1"))}, `"a":{"card":{"code":"[REDACTED:rule]"}}`},
		{"path in a map", "a map is a group", []any{"card", map[string]any{"code": "1"}}, `"card":{"code":"[REDACTED:rule]"}`},
		{"dotted name", "its last element counts", []any{"user.internal_id", "a1"}, `"user.internal_id":""`},
		{"dotted path", "as OpenTelemetry names attributes", []any{"order.card.code", "1", "card.x.code", "2"}, `"order.card.code":"[REDACTED:rule]","card.x.code":"2"`},
		{"dotted path in a group", "names and groups make one path", []any{slog.Group("order", "item.note", "x")}, `"order":{"item.note":""}`},
		{"keep", "a rule goes before what the name says", []any{"password", "velvet-57"}, `"password":"velvet-57"`},
		{"star", "stands for words", []any{"order_reference", "abcdef"}, `"order_reference":"****def"`},
		{"fewer stars", "the more specific rule wins", []any{"my_reference", "abcdef"}, `"my_reference":"abcdef"`},
		{"group", "a rule for a group covers all in it", []any{slog.Group("payload", "a", "x", "n", 1)}, `"payload":{"a":"[REDACTED:rule]","n":"[REDACTED:rule]"}`},
		{"exemption in a group", "more elements are more specific", []any{slog.Group("payload", "kind", "x")}, `"payload":{"kind":"x"}`},
		{"star in a path", "stands for one element", []any{slog.Group("order", slog.Group("item", "note", "x"))}, `"order":{"item":{"note":""}}`},
		{"number", "numbers are covered too", []any{"customerNumber", 123456}, `"customerNumber":"****56"`},
		{"bool and duration", "and all other kinds", []any{"payload", true}, `"payload":"[REDACTED:rule]"`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			require.Equal(t, `{"msg":"m",`+tc.want+`}`, line(t, r, info(tc.args...)), tc.reason)
		})
	}
}

func TestNewRefuses(t *testing.T) {
	for name, o := range map[string]*Options{
		"a rule without a replacer":  {Keys: map[string]Replacer{"a": nil}},
		"a rule without a name":      {Keys: map[string]Replacer{"": Erase}},
		"two spellings of one name":  {Keys: map[string]Replacer{"x.api_key": Erase, "x.apiKey": Label}},
		"an empty path element":      {Keys: map[string]Replacer{"a..b": Erase}},
		"literals beside a scanner":  {Literals: []string{"velvet-57"}, Scanner: detect.Default()},
		"a path of punctuation only": {Keys: map[string]Replacer{"a.-": Erase}},
	} {
		_, err := New(o)
		require.ErrorContains(t, err, "redact: ", name)
		require.NotContains(t, err.Error(), "velvet")
	}
}

type tags struct {
	Kept     string `fieldsafe:"keep" json:"password"`
	Erased   string `fieldsafe:"-" json:"erased"`
	Labelled string `fieldsafe:"secret" json:"labelled"`
	Category string `fieldsafe:"health" json:"category"`
	Unknown  string `fieldsafe:"whatever" json:"unknown"`
	Policy   string `datapolicy:"token,password" json:"policy"`
	Public   string `class:"public" json:"public"`
	Class    string `class:"pii,redact" json:"class"`
	Number   int    `fieldsafe:"secret" json:"number"`
	Inner    struct {
		A string   `json:"a"`
		B []string `json:"b"`
	} `fieldsafe:"secret" json:"inner"`
	Bytes []byte `json:"bytes"`
	hide  string `fieldsafe:"secret"`
}

func TestStructTags(t *testing.T) {
	r := mustNew(t, &Options{
		Classes: map[string]Replacer{"pii": Mask(2)},
		Keys:    map[string]Replacer{"labelled": Keep, "a": Keep},
	})
	v := tags{"k", "e", "l", "c", "u", "p", "open", "class-7", 42, struct {
		A string   `json:"a"`
		B []string `json:"b"`
	}{"x", []string{"y", ""}}, []byte("by " + mail), "h"}
	want := `{"msg":"m","x":{"password":"k","erased":"","labelled":"[REDACTED:rule]","category":"[REDACTED:health]",` +
		`"unknown":"","policy":"[REDACTED:rule]","public":"open","class":"****-7","number":"[REDACTED:rule]",` +
		`"inner":{"a":"[REDACTED:rule]","b":["[REDACTED:rule]",""]},"bytes":"YnkgW1JFREFDVEVEOmVtYWlsX2FkZHJlc3Nd"}}`
	require.Equal(t, want, line(t, r, info("x", v)))
	require.Equal(t, want, line(t, r, info("x", &v)))

	list := line(t, r, info("x", []any{map[string]tags{"t": v}}))
	require.Contains(t, list, `"x":[{"t":{"password":"k","erased":"",`, "tags count at any depth")
	require.Contains(t, fmt.Sprint(r.Any(v)), "{Kept:k Erased: Labelled:[REDACTED:rule] Category:[REDACTED:health]")
	require.Contains(t, fmt.Sprint(r.Any(v)), "hide:[REDACTED:rule]}")
	require.Equal(t, "l", v.Labelled, "the value is not changed")
}

// A group's name speaks for what is in it, unless it is only the value itself
// that is called so: a user is more than a user name.
func TestNamesOfGroups(t *testing.T) {
	for _, tc := range []struct{ name, reason, want string }{
		{"credentials", "everything in it is one", `"credentials":{"kind":"[REDACTED:generic_api_key]"}`},
		{"user", "what is in it is no user name", `"user":{"kind":"Zq81-velvet-xW3"}`},
	} {
		got := line(t, nil, info(slog.Group(tc.name, "kind", "Zq81-velvet-xW3")))
		require.Equal(t, `{"msg":"m",`+tc.want+`}`, got, tc.reason)
	}
}

// A name that holds data is replaced though its label be no shorter and no longer.
func TestNamesAsLongAsTheirLabels(t *testing.T) {
	const label = "[REDACTED:email_address]"
	name := strings.Repeat("x", len(label)-len("jane.doe@example.com")) + "jane.doe@example.com"
	require.Len(t, name, len(label))
	require.Equal(t, `{"msg":"m","`+label+`":1}`, line(t, nil, info(slog.Int(name, 1))))
	require.Equal(t, `{"`+label+`":1}`, string((*Redactor)(nil).JSON([]byte(`{"`+name+`":1}`))))
	require.Equal(t, "map["+label+":1]", fmt.Sprint((*Redactor)(nil).Any(map[string]int{name: 1})))
}

// A name that held data says no more of its value when it is redacted again.
func TestLabelsInNamesAreNoEvidence(t *testing.T) {
	for _, tc := range []struct{ name, key, want string }{
		{"a token", "ghp_" + strings.Repeat("aB3dE6gH9jK2", 3), `{"[REDACTED:github_pat_classic]":"Zq81-velvet-xW3"}`},
		{"a token and its kind", "password ghp_" + strings.Repeat("aB3dE6gH9jK2", 3), `{"password [REDACTED:github_pat_classic]":"[REDACTED:password_assignment]"}`},
		{"half a label", "[REDACTED password", `{"[REDACTED password":"[REDACTED:password_assignment]"}`},
	} {
		once := string((*Redactor)(nil).JSON([]byte(`{"` + tc.key + `":"Zq81-velvet-xW3"}`)))
		require.Equal(t, tc.want, once, tc.name)
		require.Equal(t, once, string((*Redactor)(nil).JSON([]byte(once))), "%s, again", tc.name)
	}
}

func TestObserve(t *testing.T) {
	var mu sync.Mutex
	var events []string
	r := mustNew(t, &Options{Observe: func(e Event) {
		mu.Lock()
		defer mu.Unlock()
		events = append(events, fmt.Sprint(e.Detector.ID, " ", e.Path, " ", e.Length))
		panic("an observer's panic is nobody's problem")
	}})
	log := func(l *slog.Logger) {
		l.WithGroup("request").Info("by "+mail, "note", mail, slog.Group("user", "password", "velvet"), "n", 1)
	}
	require.NotContains(t, line(t, r, log), "velvet")
	want := []string{"email_address  21", "email_address request.note 21", "password_assignment request.user.password 6"}
	require.Empty(t, cmp.Diff(want, events))
}

// Somebody is told once of each thing that is replaced, however often it is looked at.
func TestObserveTellsOnce(t *testing.T) {
	type mixed struct {
		Note  string
		Count int64
		Inner map[string]string
	}
	link := &url.URL{Scheme: "https", Host: "h.example.org", RawQuery: "token=velvetQuarry57"}
	for _, v := range []any{
		"by " + mail, []string{mail, "a", mail}, json.RawMessage(`{"by":"` + mail + `"}`), struct{ Raw json.RawMessage }{json.RawMessage(`["` + mail + `"]`)},
		&byValue{mail}, []*byValue{{mail}}, mixed{Note: mail}, &mixed{Note: mail, Count: 4242424242424242}, mixed{Note: "a", Inner: map[string]string{"a": mail, "b": mail}},
		struct{ Body string }{`{"by":"` + mail + `","password":"velvetQuarry57"}`}, map[string]any{"a": mixed{Count: 4242424242424242}}, errors.New("by " + mail),
		link, []any{link, http.Header{"Cookie": {"a=velvetQuarry57"}}}, struct{ V any }{struct{ V []byte }{[]byte(mail)}},
	} {
		for form, handler := range bothForms {
			var events int
			var out bytes.Buffer
			r := mustNew(t, &Options{Observe: func(Event) { events++ }})
			got := strings.ReplaceAll(written(NewHandler(handler(&out), r), &out, v), `\u003c`, "<")
			labels := strings.Count(got, "[REDACTED:") + strings.Count(got, "91 82 69 68 65 67 84 69 68 58") + strings.Count(got, "W1JFREFDVEVEO") // as bytes
			require.Equal(t, labels, events, "%s, %T: %s", form, v, got)
		}
	}
}

// Who asks first whether a field is plain is told of its name once, not twice.
func TestPlainObservesNothing(t *testing.T) {
	events := 0
	r := mustNew(t, &Options{Observe: func(Event) { events++ }})
	a := slog.Int("score of "+mail, 1)
	require.False(t, r.Plain([]string{"group of " + mail}, a))
	require.Zero(t, events)
	require.Equal(t, "score of [REDACTED:email_address]", r.Attr(nil, a).Key)
	require.Equal(t, 1, events)
}

func TestMaxBytes(t *testing.T) {
	r := mustNew(t, &Options{MaxBytes: 40})
	got := line(t, r, info("a", strings.Repeat("x", 30), "b", strings.Repeat("y", 30), "c", 1))
	require.Equal(t, `{"msg":"m","a":"`+strings.Repeat("x", 30)+`","b":"[REDACTED:size]","c":1}`, got)
	for form, handler := range bothForms {
		var out bytes.Buffer
		require.Contains(t, written(NewHandler(handler(&out), r), &out, []any{1, 2, 3, mail}), "[REDACTED:size]", form)
		require.NotContains(t, out.String(), "[REDACTED:depth]", form)
	}
}

func TestReplacersThatPanic(t *testing.T) {
	r := mustNew(t, &Options{Replace: func([]byte, string, detect.Finding) []byte { panic("boom") }})
	require.Equal(t, "by [REDACTED:email_address]", r.String("by "+mail))
}

func TestStringAndField(t *testing.T) {
	var r *Redactor // the nil redactor has the default options
	clean := "nothing to see in /v1/items/42"
	require.Equal(t, clean, r.String(clean))
	require.Zero(t, testing.AllocsPerRun(100, func() { r.String(clean) }))
	require.Equal(t, "by [REDACTED:email_address].", r.String("by "+mail+"."))
	require.Equal(t, "x by [REDACTED:email_address]", string(r.Append([]byte("x "), "by "+mail)))
	require.Equal(t, "[REDACTED:password_assignment]", r.Field("userPassword", "velvet-57"))
	require.Equal(t, "velvet-57", r.Field("colour", "velvet-57"))
	once := r.Field("password", "velvet-57")
	require.Equal(t, once, r.Field("password", once), "a label is never a finding")
}

func TestError(t *testing.T) {
	var r *Redactor
	require.NoError(t, r.Error(nil))
	clean := errors.New("no such file")
	require.Same(t, clean, r.Error(clean))
	base := errors.New("no such user: " + mail)
	got := r.Error(fmt.Errorf("lookup: %w", base))
	require.Equal(t, "lookup: no such user: [REDACTED:email_address]", got.Error())
	require.ErrorIs(t, got, base)
	require.NoError(t, errors.Unwrap(got))
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
		require.NotContains(t, fmt.Sprintf(verb, got), "alice")
	}
}

func TestAttr(t *testing.T) {
	var r *Redactor
	var b bytes.Buffer
	slog.New(slog.NewJSONHandler(&b, &slog.HandlerOptions{ReplaceAttr: r.Attr})).WithGroup("password").
		Info("by "+mail, "a", "velvet-57", slog.Group("g", "b", "velvet-57"))
	require.NotContains(t, b.String(), "velvet")
	require.NotContains(t, b.String(), "alice")
	require.Contains(t, b.String(), `"level":"INFO"`)
}
