package redactzerolog_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"slices"
	"strings"
	"testing"

	"github.com/fieldsafe/fieldsafe/integrations/internal/logtest"
	redactzerolog "github.com/fieldsafe/fieldsafe/integrations/zerolog"
	"github.com/fieldsafe/fieldsafe/redact"
	"github.com/fieldsafe/fieldsafe/redact/redacttest"
	"github.com/rs/zerolog"
)

const mail = logtest.Mail

// bridge logs slog records through zerolog, so that the cases of redacttest can
// be logged. Groups opened on the logger become a dictionary of each record, as
// zerolog has none of its own.
type bridge struct {
	logger zerolog.Logger
	groups []string
}

func (b bridge) Enabled(context.Context, slog.Level) bool { return true }

func (b bridge) Handle(_ context.Context, record slog.Record) error {
	var attrs []slog.Attr
	record.Attrs(func(a slog.Attr) bool {
		attrs = append(attrs, a)
		return true
	})
	for _, group := range slices.Backward(b.groups) {
		attrs = []slog.Attr{{Key: group, Value: slog.GroupValue(attrs...)}}
	}
	event := b.logger.Info()
	for _, a := range attrs {
		event = add(event, a)
	}
	event.Str("msg", record.Message).Send()
	return nil
}

func (b bridge) WithAttrs(attrs []slog.Attr) slog.Handler {
	for _, a := range attrs {
		b.logger = b.logger.With().Interface(a.Key, a.Value.Resolve().Any()).Logger()
	}
	return b
}

func (b bridge) WithGroup(name string) slog.Handler {
	b.groups = append(slices.Clone(b.groups), name)
	return b
}

func add(event *zerolog.Event, a slog.Attr) *zerolog.Event {
	switch value := a.Value.Resolve().Any().(type) {
	case []slog.Attr:
		dict := zerolog.Dict()
		for _, inner := range value {
			dict = add(dict, inner)
		}
		return event.Dict(a.Key, dict)
	case error:
		return event.AnErr(a.Key, value)
	case string:
		return event.Str(a.Key, value)
	case []byte:
		return event.Bytes(a.Key, value)
	default:
		return event.Interface(a.Key, value)
	}
}

func redacted(w io.Writer) slog.Handler {
	return bridge{logger: zerolog.New(redactzerolog.NewWriter(w, nil))}
}

// notZerolog are the cases about what happens before zerolog has encoded a
// value: nothing of it can be seen in the line.
var notZerolog = map[string]string{
	"LogValuer in a slice":           "zerolog knows no LogValuer",
	"struct field with a struct tag": "encoding/json leaves struct tags out",
}

func TestLeaksAndDamage(t *testing.T) {
	for _, c := range slices.Concat(redacttest.LeakCases(), redacttest.DamageCases()) {
		if notZerolog[c.Name] != "" {
			continue
		}
		t.Run(c.Name, func(t *testing.T) {
			if wrong := c.Check(redacted); wrong != "" {
				t.Errorf("%s (%s)", wrong, c.Reason)
			}
		})
	}
}

// Without redaction most cases leak and none is damaged, or they prove nothing.
func TestBareWriterLeaks(t *testing.T) {
	bare := func(w io.Writer) slog.Handler { return bridge{logger: zerolog.New(w)} }
	logtest.BareLeaks(t, bare)
	redacttest.Damage(t, bare)
}

// Each line is one that zerolog or its users may write.
func TestLines(t *testing.T) {
	const address = logtest.Address
	tests := []struct{ name, line, want string }{
		{"clean line stays byte for byte", `{"a" : "<b>", "n":1e3}` + "\n", `{"a" : "<b>", "n":1e3}` + "\n"},
		{"order, numbers and signs stay", `{"z":1e3,"a":"<` + mail + `>","b":0.10}` + "\n", `{"z":1e3,"a":"<` + address + `>","b":0.10}` + "\n"},
		{"array", `{"to":["a","` + mail + `"]}` + "\n", `{"to":["a","` + address + `"]}` + "\n"},
		{"no line break", `{"to":"` + mail + `"}`, `{"to":"` + address + `"}`},
		{"not JSON", `to ` + mail + "\n", `to ` + address + "\n"},
		{"raw JSON that is none", `{"to":"` + mail + `","x":{]}` + "\n", `{"to":"` + address + `","x":{]}` + "\n"},
		{"white space stays", `{ "a" : [ 1 , "` + mail + `" ] , "b" : { } }`, `{ "a" : [ 1 , "` + address + `" ] , "b" : { } }`},
		{"name that holds data", `{"` + mail + `":null,"b":true}`, `{"` + address + `":null,"b":true}`},
		{"escapes", `{"to":"alice.doe\u0040example.com","a":"\u00e9"}`, `{"to":"` + address + `","a":"\u00e9"}`},
		{"everything under a password", `{"password":[1,{"a":"b"}]}`,
			`{"password":["[REDACTED:password_assignment]",{"a":"[REDACTED:password_assignment]"}]}`},
		{"nested too deeply for one walk", strings.Repeat("[", 70) + `"` + mail + `"` + strings.Repeat("]", 70),
			strings.Repeat("[", 64) + `"[REDACTED:depth]"` + strings.Repeat("]", 64)},
		{"CBOR that zerolog cannot read", "\xbfhpasswordivelvet-57", `{"message":"[REDACTED:unreadable]"}` + "\n"},
		{"raw JSON that is empty", `{"o":,"credentials":{"v":"velvet-57"},"p":}`, `{"o":,"credentials":{"v":"[REDACTED:generic_api_key]"},"p":}`},
		{"two values", `{"to":"` + mail + `"} {}`, `{"to":"` + address + `"} {}`},
		{"cut off", `{"to":"` + mail + `","x":"`, `{"to":"` + address + `","x":"`},
		{"empty", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			n, err := redactzerolog.NewWriter(&out, nil).Write([]byte(test.line))
			if err != nil || n != len(test.line) {
				t.Errorf("wrote %d of %d bytes, error %v", n, len(test.line), err)
			}
			if out.String() != test.want {
				t.Errorf("got  %swant %s", out.String(), test.want)
			}
		})
	}
}

// levels remembers the levels it was given, and fails.
type levels struct {
	bytes.Buffer
	seen   []zerolog.Level
	closed bool
}

func (l *levels) WriteLevel(level zerolog.Level, p []byte) (int, error) {
	l.seen = append(l.seen, level)
	n, _ := l.Write(p)
	return n, errors.New("disk full")
}

func (l *levels) Close() error {
	l.closed = true
	return nil
}

func TestLevelErrorAndCloseReachTheWriter(t *testing.T) {
	next := new(levels)
	w := redactzerolog.NewWriter(next, nil)
	line := []byte(`{"to":"` + mail + `"}` + "\n")
	n, err := w.WriteLevel(zerolog.WarnLevel, line)
	if err == nil || n > len(line) || !slices.Equal(next.seen, []zerolog.Level{zerolog.WarnLevel}) {
		t.Errorf("wrote %d, error %v, levels %v", n, err, next.seen)
	}
	if err := w.Close(); err != nil || !next.closed {
		t.Errorf("closed %v, error %v", next.closed, err)
	}
	if err := redactzerolog.NewWriter(io.Discard, nil).Close(); err != nil {
		t.Error(err)
	}
}

func TestConsoleWriterGoesBehind(t *testing.T) {
	var out bytes.Buffer
	console := zerolog.ConsoleWriter{Out: &out, NoColor: true, PartsExclude: []string{zerolog.TimestampFieldName}}
	logger := zerolog.New(redactzerolog.NewWriter(console, nil))
	logger.Info().Str("password", "velvet-57").Msg("welcome " + mail)
	if got, want := out.String(), "INF welcome [REDACTED:email_address] password=[REDACTED:password_assignment]\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestRulesSeeDictionaries(t *testing.T) {
	r, err := redact.New(&redact.Options{Keys: map[string]redact.Replacer{"card.code": redact.Mask(0)}})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	logger := zerolog.New(redactzerolog.NewWriter(&out, r))
	logger.Log().Dict("card", zerolog.Dict().Int("code", 123)).Int("code", 123).Send()
	if got, want := out.String(), `{"card":{"code":"****"},"code":123}`+"\n"; got != want {
		t.Errorf("got %swant %s", got, want)
	}
}

func TestManyGoroutines(t *testing.T) {
	logtest.Concurrently(t, func(out io.Writer) func() {
		logger := zerolog.New(redactzerolog.NewWriter(zerolog.SyncWriter(out), nil))
		return func() { logger.Info().Str("to", mail).Msg("sent") }
	})
}

// Whatever is replaced, JSON stays JSON of the same shape, in as many lines.
func FuzzWriter(f *testing.F) {
	f.Add(`{"level":"info","to":"` + mail + `"}`)
	f.Add(`{"n":1,"n":{"password":["velvet-57",null]}}`)
	f.Add(`[[],{},"\ud800",-0.1e7,true] `)
	f.Fuzz(func(t *testing.T, line string) {
		var out bytes.Buffer
		if n, err := redactzerolog.NewWriter(&out, nil).Write([]byte(line)); err != nil || n != len(line) {
			t.Fatalf("wrote %d of %d bytes, error %v", n, len(line), err)
		}
		if got, want := bytes.Count(out.Bytes(), []byte("\n")), strings.Count(line, "\n"); got > want {
			t.Errorf("%d line breaks became %d", want, got)
		}
		if !json.Valid([]byte(line)) {
			return
		}
		if !json.Valid(out.Bytes()) {
			t.Fatalf("%q is not JSON", out.String())
		}
		if got, want := shape(out.Bytes()), shape([]byte(line)); got != want && strings.Count(want, "[")+strings.Count(want, "{") < 64 {
			t.Errorf("shape %s became %s", want, got)
		}
	})
}

// shape returns the brackets of a JSON text, with a dot for anything else.
func shape(text []byte) string {
	var b strings.Builder
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	for {
		token, err := decoder.Token()
		if err != nil {
			return b.String()
		}
		if bracket, ok := token.(json.Delim); ok {
			b.WriteString(bracket.String())
		} else {
			b.WriteByte('.')
		}
	}
}
