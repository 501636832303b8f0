package fieldsafeprocessor

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.opentelemetry.io/collector/pdata/pcommon"
	"go.opentelemetry.io/collector/processor/processortest"
)

const (
	mail    = "jane.doe@example.com"
	address = "[REDACTED:email_address]"
	hidden  = "[REDACTED:password_assignment]"
	card    = 4242424242424242
)

func made(t testing.TB, cfg *Config) *redaction {
	t.Helper()
	r, err := newRedaction(processortest.NewNopSettings(componentType), cfg, "logs")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func byDefault(t testing.TB) *redaction { return made(t, defaultConfig().(*Config)) }

// redacted redacts one attribute and returns all that is left of it.
func redacted(t *testing.T, r *redaction, name string, value any) map[string]any {
	t.Helper()
	m := pcommon.NewMap()
	if err := m.FromRaw(map[string]any{name: value}); err != nil {
		t.Fatal(err)
	}
	r.attributes(m)
	return m.AsRaw()
}

func TestValues(t *testing.T) {
	nested := func(value any) any {
		return map[string]any{"list": []any{map[string]any{"deep": value}, "plain"}, "n": int64(7)}
	}
	type object = map[string]any
	tests := []struct {
		name, key string
		value     any
		want      object
	}{
		{"text keeps the sentence", "note", "mail to " + mail + " bounced", object{"note": "mail to " + address + " bounced"}},
		{"the name is evidence", "password", "velvet-57", object{"password": hidden}},
		{"number", "note", int64(card), object{"note": "[REDACTED:credit_card]"}},
		{"number in a double", "note", float64(card), object{"note": "[REDACTED:credit_card]"}},
		{"number of a sensitive name", "password", int64(1234), object{"password": hidden}},
		{"small number", "status", int64(200), object{"status": int64(200)}},
		{"double", "ratio", 0.25, object{"ratio": 0.25}},
		{"boolean", "ok", true, object{"ok": true}},
		{"boolean of a sensitive name", "password", true, object{"password": true}},
		{"bytes stay bytes", "blob", []byte("to " + mail), object{"blob": []byte("to " + address)}},
		{"clean bytes", "blob", []byte{0, 255, 254}, object{"blob": []byte{0, 255, 254}}},
		{"empty", "password", nil, object{"password": nil}},
		{"empty text", "password", "", object{"password": ""}},
		{"list", "to", []any{"a", mail, int64(card)}, object{"to": []any{"a", address, "[REDACTED:credit_card]"}}},
		{"list of a sensitive name", "password", []any{"velvet-57"}, object{"password": []any{hidden}}},
		{"map of a sensitive name", "password", object{"value": "velvet-57"}, object{"password": object{"value": hidden}}},
		{"any depth", "a", nested(mail), object{"a": nested(address)}},
		{"JSON in text", "body", `{"password":"velvet-57"}`, object{"body": `{"password":"` + hidden + `"}`}},
		{"invalid UTF-8", "note", "\xff " + mail + " \xc3", object{"note": "\xff " + address + " \xc3"}},
		{"name that holds data", mail, int64(1), object{address: int64(1)}},
		{"map whose name holds data and speaks", "password of " + mail, object{"v": "velvet-57"}, object{"password of " + address: object{"v": hidden}}},
		{"map whose name holds data", mail, object{"note": "plain"}, object{address: object{"note": "plain"}}},
		{"deep name that holds data", "by", object{mail: "x"}, object{"by": object{address: "x"}}},
		{"URL with password", "url.full", "https://jane:velvet-57@www.example.com/a", object{"url.full": "https://REDACTED:REDACTED@www.example.com/a"}},
		{"URL with user alone", "http.url", "https://jane@www.example.com/", object{"http.url": "https://REDACTED@www.example.com/"}},
		{"query", "url.query", "color=blue&sig=abc", object{"url.query": "color=blue&sig=REDACTED"}},
		{"query of the conventions", "http.target", "/a?AWSAccessKeyId=x1&Signature=y%2B&X-Goog-Signature=z",
			object{"http.target": "/a?AWSAccessKeyId=REDACTED&Signature=REDACTED&X-Goog-Signature=REDACTED"}},
		{"URL with more than credentials", "url.full", "https://a:b1@h/?to=" + mail, object{"url.full": "https://REDACTED:REDACTED@h/?to=" + address}},
		{"connection string", "db.connection_string", "Server=db;User Id=sa;Password=velvet-57", object{"db.connection_string": "Server=db;User Id=sa;Password=REDACTED"}},
		{"header with URLs", "http.request.header.referer", []any{"https://a:b1@h/"}, object{"http.request.header.referer": []any{"https://REDACTED:REDACTED@h/"}}},
		{"option and its value", "process.command_args", []any{"mysql", "--password", "velvet-57", "-v", "orders"},
			object{"process.command_args": []any{"mysql", "--password", hidden, "-v", "orders"}}},
		{"option with its value", "process.command_args", []any{"mysql", "--password=velvet-57"}, object{"process.command_args": []any{"mysql", "--password=" + hidden}}},
		{"value that looks like an option", "args", []any{"--password", "-velvet-57"}, object{"args": []any{"--password", hidden}}},
		{"option in the list of a sensitive name", "password", []any{"-x", "velvet-57"}, object{"password": []any{hidden, hidden}}},
		{"no option", "args", []any{"password", "-", "--", "velvet-57"}, object{"args": []any{"password", "-", "--", "velvet-57"}}},
		{"clean URL", "url.full", "https://www.example.com/search?q=a#b", object{"url.full": "https://www.example.com/search?q=a#b"}},
		{"URL in text", "note", "GET https://a:velvet-57@h/x failed", object{"note": "GET https://a:[REDACTED:url_userinfo]@h/x failed"}},
	}
	r := byDefault(t)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			once := redacted(t, r, test.key, test.value)
			if diff := cmp.Diff(test.want, once); diff != "" {
				t.Error(diff)
			}
			m := pcommon.NewMap()
			if err := m.FromRaw(once); err != nil {
				t.Fatal(err)
			}
			r.attributes(m)
			if diff := cmp.Diff(once, m.AsRaw()); diff != "" {
				t.Error("another time:", diff)
			}
		})
	}
}

func TestNestingIsBounded(t *testing.T) {
	for _, open := range []func(pcommon.Value) pcommon.Value{
		func(v pcommon.Value) pcommon.Value { return v.SetEmptyMap().PutEmpty("k") },
		func(v pcommon.Value) pcommon.Value { return v.SetEmptySlice().AppendEmpty() },
	} {
		for _, depth := range []int{maxDepth - 1, maxDepth, maxDepth + 1, 10_000} {
			m := pcommon.NewMap()
			inner := m.PutEmpty("k")
			for range depth {
				inner = open(inner)
			}
			inner.SetStr(mail)
			byDefault(t).attributes(m)
			raw, err := json.Marshal(m.AsRaw())
			if err != nil {
				t.Fatal(err)
			}
			want := address
			if depth > maxDepth {
				want = "[REDACTED:depth]"
			}
			if text := string(raw); strings.Contains(text, mail) || !strings.Contains(text, want) {
				t.Errorf("depth %d: %.300s", depth, text)
			}
		}
	}
}

// Names that hold data become the same when they are redacted; the values stay.
func TestNamesThatBecomeTheSame(t *testing.T) {
	m := pcommon.NewMap()
	m.PutInt("first", 1)
	m.PutInt("a"+mail, 2)
	m.PutInt("b"+mail, 3)
	m.PutInt("last", 4)
	byDefault(t).attributes(m)
	var names []string
	for name := range m.All() {
		names = append(names, name)
	}
	if diff := cmp.Diff([]string{"first", address, address + "#2", "last"}, names); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(map[string]any{"first": int64(1), address: int64(2), address + "#2": int64(3), "last": int64(4)}, m.AsRaw()); diff != "" {
		t.Error(diff)
	}
	byDefault(t).attributes(m)
	if m.Len() != 4 {
		t.Errorf("another time: %d entries", m.Len())
	}
}

func TestManyNamesThatHoldData(t *testing.T) {
	m := pcommon.NewMap()
	raw := map[string]any{"plain": 1}
	for i := range maxRenamed {
		raw[fmt.Sprintf("%c%c%s", 'a'+i%26, 'a'+i/26, mail)] = 1
	}
	if err := m.FromRaw(raw); err != nil {
		t.Fatal(err)
	}
	byDefault(t).attributes(m)
	if diff := cmp.Diff(map[string]any{"plain": int64(1)}, m.AsRaw()); diff != "" {
		t.Error(diff)
	}
}

func TestCleanDataCostsNoAllocation(t *testing.T) {
	m := pcommon.NewMap()
	m.PutStr("http.request.method", "GET")
	m.PutInt("http.response.status_code", 200)
	m.PutStr("url.full", "https://www.example.com/search")
	m.PutEmptySlice("tags").AppendEmpty().SetStr("blue")
	r := byDefault(t)
	if n := testing.AllocsPerRun(100, func() { r.attributes(m) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// A list of parameters names what it holds in a value beside it.
func TestNameBesideValue(t *testing.T) {
	m := pcommon.NewMap()
	parameter := m.PutEmptySlice("parameters").AppendEmpty().SetEmptyMap()
	parameter.PutStr("Name", "password")
	parameter.PutStr("Value", "velvet-57")
	parameter = m.PutEmptySlice("fields").AppendEmpty().SetEmptyMap()
	parameter.PutInt("value", 1234)
	parameter.PutStr("key", "password")
	parameter = m.PutEmptySlice("both").AppendEmpty().SetEmptyMap()
	parameter.PutStr("key", "password")
	parameter.PutStr("value", "velvet-57")
	parameter.PutStr("name", "the first")
	parameter = m.PutEmptySlice("tags").AppendEmpty().SetEmptyMap()
	parameter.PutStr("key", "order")
	parameter.PutStr("value", "velvet-57")
	byDefault(t).attributes(m)
	want := map[string]any{
		"parameters": []any{map[string]any{"Name": "password", "Value": hidden}},
		"fields":     []any{map[string]any{"value": hidden, "key": "password"}},
		"both":       []any{map[string]any{"key": "password", "value": hidden, "name": "the first"}},
		"tags":       []any{map[string]any{"key": "order", "value": "velvet-57"}},
	}
	if diff := cmp.Diff(want, m.AsRaw()); diff != "" {
		t.Error(diff)
	}
}

// Without a bound on names that are judged again and again this takes minutes.
func TestLongNames(t *testing.T) {
	m := pcommon.NewMap()
	long := strings.Repeat("long ", 1<<18)
	list := m.PutEmptySlice(long + "password")
	for range 20_000 {
		list.AppendEmpty().SetEmptyMap().PutStr("a", "velvet-57")
	}
	byDefault(t).attributes(m)
	for name, value := range m.All() {
		if got := value.Slice().At(19_999).Map().AsRaw()["a"]; got != hidden || name != long+"password" {
			t.Error(got)
		}
	}
}
