package redactlogr_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/fieldsafe/fieldsafe/integrations/internal/logtest"
	redactlogr "github.com/fieldsafe/fieldsafe/integrations/logr"
	"github.com/fieldsafe/fieldsafe/redact"
	"github.com/fieldsafe/fieldsafe/redact/redacttest"
	"github.com/go-logr/logr"
	"github.com/go-logr/logr/funcr"
)

const mail = logtest.Mail

// jsonSink writes each record as a line of JSON.
func jsonSink(w io.Writer) logr.LogSink { return sinkOf(w, funcr.Options{}) }

func sinkOf(w io.Writer, options funcr.Options) logr.LogSink {
	write := func(line string) { _, _ = io.WriteString(w, line+"\n") }
	return funcr.NewJSON(write, options).GetSink()
}

// textSink writes names and values as text.
func textSink(w io.Writer) logr.LogSink {
	write := func(_, line string) { _, _ = io.WriteString(w, line+"\n") }
	return funcr.New(write, funcr.Options{}).GetSink()
}

// over makes a slog handler of a sink, so that the cases of redacttest can be
// logged.
func over(newSink func(io.Writer) logr.LogSink) redacttest.NewHandler {
	return func(w io.Writer) slog.Handler { return logr.ToSlogHandler(logr.New(newSink(w))) }
}

func redacted(newSink func(io.Writer) logr.LogSink) redacttest.NewHandler {
	return func(w io.Writer) slog.Handler {
		return logr.ToSlogHandler(redactlogr.NewLogger(logr.New(newSink(w)), nil))
	}
}

func TestLeaks(t *testing.T) {
	t.Run("json", func(t *testing.T) { redacttest.Leaks(t, redacted(jsonSink)) })
	t.Run("text", func(t *testing.T) { redacttest.Leaks(t, redacted(textSink)) })
}

// A sink must change nothing but what it redacts. The sinks of funcr write some
// cases of the table in a way of their own, so they are compared with that.
func TestDamage(t *testing.T) {
	asEncodingJSON := []string{`"inner":{"z":2,"m":[]}`, `"inner":{"z":2,"m":null}`, `"inner"={"z"=2 "m"=[]}`, `"inner"={"z"=2 "m"=null}`}
	for name, newSink := range map[string]func(io.Writer) logr.LogSink{"json": jsonSink, "text": textSink} {
		t.Run(name, func(t *testing.T) { logtest.SameAsBare(t, over(newSink), redacted(newSink), asEncodingJSON...) })
	}
}

func TestBareSinkLeaks(t *testing.T) { logtest.BareLeaks(t, over(jsonSink), over(textSink)) }

type token string

func (token) MarshalLog() any { return map[string]string{"password": "velvet-57", "to": mail} }

type broken struct{ secret string }

func (b broken) MarshalLog() any { panic(b.secret) }

// hiding shows what only its MarshalLog leaves out.
type hiding struct{ Mail string }

func (hiding) MarshalLog() any { return "7f" }

// node may hold itself.
type node struct {
	Name string
	Next []any
}

func cycle() *node {
	n := &node{Name: mail}
	n.Next = []any{n, n, n, n}
	return n
}

func TestValues(t *testing.T) {
	const address = logtest.Address
	tests := []struct {
		name string
		log  func(logr.Logger)
		want string
	}{
		{"WithValues", func(l logr.Logger) { l.WithValues("to", mail).Info("event") }, `"to":"` + address + `"`},
		{"WithName", func(l logr.Logger) { l.WithName(mail).Info("event") }, `"logger":"` + address + `"`},
		{"Error", func(l logr.Logger) { l.Error(errors.New("no user "+mail), "event") }, `"error":"no user ` + address + `"`},
		{"nil error", func(l logr.Logger) { l.Error(nil, "event") }, `"error":null`},
		{"Marshaler", func(l logr.Logger) { l.Info("event", "x", token("")) }, `"password":"[REDACTED:password_assignment]"`},
		{"Marshaler that panics", func(l logr.Logger) { l.Info("event", "x", broken{"velvet-57"}) }, `"x":"[REDACTED:unreadable]"`},
		{"Marshaler in a list", func(l logr.Logger) { l.Info("event", "x", []any{token(""), 1}) }, `"x":[{"password":"[REDACTED:`},
		{"Marshaler in a list of its type", func(l logr.Logger) { l.Info("event", "x", []token{""}) }, `"x":[{"password":"[REDACTED:`},
		{"Marshaler in a map", func(l logr.Logger) { l.Info("event", "x", map[string]token{"a": ""}) }, `"x":{"a":{"password":"[REDACTED:`},
		{"Marshaler in a struct", func(l logr.Logger) {
			l.Info("event", "x", &struct {
				N    int
				User token `json:"user"`
			}{1, ""})
		}, `"x":{"N":1,"user":{"password":"[REDACTED:`},
		{"Marshaler that hides", func(l logr.Logger) { l.Info("event", "x", []hiding{{mail}}, "y", hiding{mail}) }, `"x":["7f"],"y":"7f"`},
		{"Marshaler that hides beside something", func(l logr.Logger) { l.Info("event", "x", []any{hiding{"velvet"}, mail}) }, `"x":["7f","` + address + `"]`},
		{"Marshaler that panics in a list", func(l logr.Logger) { l.Info("event", "x", []any{broken{"velvet-57"}}) }, `"x":["[REDACTED:unreadable]"]`},
		{"value that holds itself", func(l logr.Logger) { l.Info("event", "x", cycle()) }, `"msg":"event"`},
		{"value without a name", func(l logr.Logger) { l.Info("event", "a", 1, mail) }, `<no-value>`},
		{"name that is no string", func(l logr.Logger) { l.Info("event", fmt.Errorf("by %s", mail), 1) }, `by [REDACTED:`},
		{"name that holds data", func(l logr.Logger) { l.Info("event", mail, 1) }, `"` + address + `":1`},
		{"types stay", func(l logr.Logger) { l.V(1).Info("event", "i", uint8(1), "f", 0.5, "n", nil, "b", true) },
			`"level":1,"msg":"event","i":1,"f":0.5,"n":null,"b":true`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			write := func(line string) { out.WriteString(line + "\n") }
			next := funcr.NewJSON(write, funcr.Options{Verbosity: 1})
			test.log(redactlogr.NewLogger(next, nil))
			line := out.String()
			if !strings.Contains(line, test.want) || strings.Contains(line, "alice.doe") || strings.Contains(line, "velvet") {
				t.Errorf("got  %swant %s", line, test.want)
			}
		})
	}
}

func TestSlicesOfTheCallerStay(t *testing.T) {
	given := []any{"to", mail, "items", []string{mail}}
	logger := redactlogr.NewLogger(logr.New(jsonSink(io.Discard)), nil)
	logger.WithValues(given...).Info("event", given...)
	if given[1] != mail || given[3].([]string)[0] != mail {
		t.Errorf("the values were changed: %v", given)
	}
}

// The line that is reported as the caller must be that of the program.
func TestCaller(t *testing.T) {
	var out bytes.Buffer
	write := func(line string) { out.WriteString(line) }
	logger := redactlogr.NewLogger(funcr.NewJSON(write, funcr.Options{LogCaller: funcr.All}), nil)
	logger.Info("event")
	logged := func() { logger.WithCallDepth(1).Info("event") }
	logged()
	if got := strings.Count(out.String(), `"file":"sink_test.go"`); got != 2 {
		t.Errorf("%d of 2 lines name this file: %s", got, out.String())
	}
}

// plain is a sink that knows nothing of the values it gets.
type plain struct{ values []any }

func (p *plain) Init(logr.RuntimeInfo)               {}
func (p *plain) Enabled(int) bool                    { return true }
func (p *plain) Info(_ int, _ string, values ...any) { p.values = values }
func (p *plain) Error(_ error, _ string, _ ...any)   {}
func (p *plain) WithValues(...any) logr.LogSink      { return p }
func (p *plain) WithName(string) logr.LogSink        { return p }

func TestOtherSinksGetJSON(t *testing.T) {
	next := new(plain)
	logger := redactlogr.NewLogger(logr.New(next), nil)
	logger.Info("event", "x", map[string]any{"to": mail, "n": 1 << 60}, "y", []int{1})
	got, _ := next.values[1].(json.RawMessage)
	if want := `{"n":1152921504606846976,"to":"[REDACTED:email_address]"}`; string(got) != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if _, same := next.values[3].([]int); !same {
		t.Errorf("a clean value became %T", next.values[3])
	}
}

// marking is a sink that remembers the functions that mark themselves.
type marking struct {
	plain
	marked []string
}

func (m *marking) GetCallStackHelper() func() {
	return func() {
		caller, _, _, _ := runtime.Caller(1)
		m.marked = append(m.marked, runtime.FuncForPC(caller).Name())
	}
}

func TestSinkMarksItsMethods(t *testing.T) {
	next := new(marking)
	redactlogr.NewLogger(logr.New(next), nil).Info("event")
	marked := strings.Join(next.marked, " ")
	if !strings.Contains(marked, "logr.Logger.Info") || !strings.Contains(marked, "(*sink).Info") {
		t.Errorf("marked: %s", marked)
	}
}

func TestDiscard(t *testing.T) { redactlogr.NewLogger(logr.Discard(), nil).Info("event", "to", mail) }

func TestRulesForNames(t *testing.T) {
	r, err := redact.New(&redact.Options{Keys: map[string]redact.Replacer{"card.code": redact.Mask(0)}})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	redactlogr.NewLogger(logr.New(jsonSink(&out)), r).Info("event", "card.code", 123, "code", 123)
	if want := `"card.code":"****","code":123`; !strings.Contains(out.String(), want) {
		t.Errorf("got %s", out.String())
	}
}

func TestManyGoroutines(t *testing.T) {
	logtest.Concurrently(t, func(out io.Writer) func() {
		var mu sync.Mutex // a sink writes as its function does
		write := func(line string) {
			mu.Lock()
			defer mu.Unlock()
			_, _ = io.WriteString(out, line+"\n")
		}
		logger := redactlogr.NewLogger(funcr.NewJSON(write, funcr.Options{}), nil).WithValues("by", mail)
		return func() { logger.Info("sent", "to", mail) }
	})
}
