package redactzap_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/fieldsafe/fieldsafe/integrations/internal/logtest"
	redactzap "github.com/fieldsafe/fieldsafe/integrations/zap"
	"github.com/fieldsafe/fieldsafe/redact"
	"github.com/fieldsafe/fieldsafe/redact/redacttest"
	"go.uber.org/multierr"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"go.uber.org/zap/zaptest/observer"
)

const mail = logtest.Mail

func encoderConfig() zapcore.EncoderConfig {
	config := zap.NewProductionEncoderConfig()
	config.TimeKey = ""
	config.EncodeTime = zapcore.RFC3339NanoTimeEncoder
	config.EncodeDuration = zapcore.NanosDurationEncoder
	return config
}

func jsonCore(w io.Writer) zapcore.Core { return coreOf(w, encoderConfig()) }

func coreOf(w io.Writer, config zapcore.EncoderConfig) zapcore.Core {
	return zapcore.NewCore(zapcore.NewJSONEncoder(config), zapcore.Lock(zapcore.AddSync(w)), zapcore.DebugLevel)
}

// bridge logs slog records through zap, so that the cases of redacttest can be
// logged.
type bridge struct{ *zap.Logger }

func (b bridge) Enabled(context.Context, slog.Level) bool { return true }

func (b bridge) Handle(_ context.Context, record slog.Record) error {
	var attrs []slog.Attr
	record.Attrs(func(a slog.Attr) bool {
		attrs = append(attrs, a)
		return true
	})
	b.Info(record.Message, fields(attrs)...)
	return nil
}

func (b bridge) WithAttrs(attrs []slog.Attr) slog.Handler { return bridge{b.With(fields(attrs)...)} }
func (b bridge) WithGroup(name string) slog.Handler       { return bridge{b.With(zap.Namespace(name))} }

func fields(attrs []slog.Attr) []zap.Field {
	out := make([]zap.Field, len(attrs))
	for i, a := range attrs {
		switch value := a.Value.Any().(type) {
		case []slog.Attr:
			out[i] = zap.Dict(a.Key, fields(value)...)
		case json.Marshaler:
			out[i] = zap.Reflect(a.Key, value)
		default:
			out[i] = zap.Any(a.Key, value)
		}
	}
	return out
}

func redacted(w io.Writer) slog.Handler {
	return bridge{zap.New(redactzap.NewCore(jsonCore(w), nil))}
}

func TestLeaksAndDamage(t *testing.T) {
	redacttest.Leaks(t, redacted)
	redacttest.Damage(t, redacted)
	redacttest.Robust(t, redacted)
}

// Without redaction most cases leak and none is damaged, or they prove nothing. A
// few values show what they hold in text only.
func TestBareCoreLeaks(t *testing.T) {
	bare := func(w io.Writer) slog.Handler { return bridge{zap.New(jsonCore(w))} }
	logtest.BareLeaks(t, bare)
	redacttest.Damage(t, bare)
}

type customer struct{ name, mail string }

func (c customer) MarshalLogObject(enc zapcore.ObjectEncoder) error {
	enc.AddString("name", c.name)
	enc.AddString("contact", "by "+c.mail)
	enc.OpenNamespace("password")
	enc.AddString("value", "velvet-57")
	return nil
}

type endless struct{}

func (e endless) MarshalLogObject(enc zapcore.ObjectEncoder) error { return enc.AddObject("again", e) }

func (e endless) MarshalLogArray(enc zapcore.ArrayEncoder) error { return enc.AppendArray(e) }

type broken struct{ secret string }

func (b broken) MarshalLogObject(enc zapcore.ObjectEncoder) error {
	enc.AddInt("before", 1)
	panic(b.secret)
}

func (b broken) String() string { panic(b.secret) }

type failing struct{}

func (failing) MarshalLogObject(zapcore.ObjectEncoder) error {
	return errors.New("no such user " + mail)
}

// hiding shows what only its LogValue leaves out.
type hiding struct{ Mail string }

func (hiding) LogValue() slog.Value { return slog.GroupValue(slog.String("id", "7f")) }

func pointer(s string) *string { return &s }

// verbose writes more with %+v than Error says, as errors with stack traces do.
type verbose struct{}

func (verbose) Error() string { return "lookup failed" }
func (verbose) Format(f fmt.State, _ rune) {
	_, _ = io.WriteString(f, "lookup failed")
	if f.Flag('+') {
		_, _ = io.WriteString(f, "\nfor "+mail)
	}
}

// wrapping is an error whose text does not tell what its causes are.
type wrapping []error

func (w wrapping) Error() string   { return "several failed" }
func (w wrapping) Errors() []error { return w }

// grouped panics where zap asks for its causes.
type grouped struct{ secret string }

func (g grouped) Error() string   { return "several failed" }
func (g grouped) Errors() []error { panic(g.secret) }

// valued is a Stringer that wants to be logged as something else.
type valued struct{ mail string }

func (v valued) String() string       { return "user " + v.mail }
func (v valued) LogValue() slog.Value { return slog.GroupValue(slog.String("id", "7f")) }

func unparsable(raw string) error {
	_, err := url.Parse(raw)
	return err
}

// Each case is a kind of field that only zap has, and what its line must be.
func TestFields(t *testing.T) {
	const address = logtest.Address
	const hidden = "[REDACTED:password_assignment]"
	tests := []struct {
		name  string
		field zap.Field
		want  string
	}{
		{"object", zap.Object("c", customer{"alice", mail}),
			`"c":{"name":"alice","contact":"by ` + address + `","password":{"value":"` + hidden + `"}}`},
		{"inline", zap.Inline(customer{"alice", mail}),
			`"name":"alice","contact":"by ` + address + `","password":{"value":"` + hidden + `"}`},
		{"objects", zap.Objects("c", []customer{{"alice", mail}}),
			`"c":[{"name":"alice","contact":"by ` + address + `","password":{"value":"` + hidden + `"}}]`},
		{"strings", zap.Strings("to", []string{"a", mail}), `"to":["a","` + address + `"]`},
		{"strings named password", zap.Strings("password", []string{"velvet-57"}), `"password":["` + hidden + `"]`},
		{"numbers", zap.Int64s("n", []int64{1, 4242424242424242}), `"n":[1,"[REDACTED:`},
		{"floats", zap.Float32s("n", []float32{0.5, 1e-3}), `"n":[0.5,0.001]`},
		{"times", zap.Times("t", []time.Time{time.Unix(0, 0).UTC()}), `"t":["1970-01-01T00:00:00Z"]`},
		{"byte strings", zap.ByteStrings("to", [][]byte{[]byte("a"), []byte(mail)}), `"to":["a","` + address + `"]`},
		{"byte string", zap.ByteString("to", []byte(mail)), `"to":"` + address + `"`},
		{"clean bytes", zap.Binary("b", []byte{0, 1, 254}), `"b":"AAH+"`},
		{"complex", zap.Complex128("z", 1+2i), `"z":"1+2i"`},
		{"verbose error", zap.Error(verbose{}), `"error":"lookup failed","errorVerbose":"lookup failed\nfor ` + address + `"`},
		{"causes", zap.Error(multierr.Append(errors.New("first"), errors.New("no user "+mail))),
			`"error":"first; no user ` + address + `","errorCauses":[{"error":"first"},{"error":"no user ` + address + `"}]`},
		{"causes that the text does not name", zap.Error(wrapping{errors.New("no user " + mail), verbose{}}),
			`"error":"several failed","errorCauses":[{"error":"no user ` + address + `"},{"error":"lookup failed","errorVerbose":"lookup failed\nfor ` + address + `"}]`},
		{"causes of causes", zap.Errors("e", []error{nil, wrapping{wrapping{errors.New("no user " + mail)}}}),
			`"e":[{"error":"several failed","errorCauses":[{"error":"several failed","errorCauses":[{"error":"no user ` + address + `"}]}]}]`},
		{"causes that panic", zap.Error(grouped{"velvet-57"}), `"panic":"[REDACTED:unreadable]"`},
		{"error that quotes a piece of a password", zap.Error(unparsable("https://bob:velvet-57/rest@db.example.org")), `"error":"parse `},
		{"the same as a cause", zap.Error(multierr.Append(errors.New("first"), unparsable("https://bob:velvet-57/rest@db.example.org"))), `"error":"first; parse `},
		{"typed nil error", zap.Error((*url.Error)(nil)), `"error":"<nil>"`},
		{"Stringer of a type that holds secrets", zap.Any("c", &http.Cookie{Name: "theme", Value: "velvet-57"}), `"c":"theme=[REDACTED:http_cookie]"`},
		{"Stringer", zap.Stringer("c", &url.URL{Scheme: "https", Host: "h.example.org", User: url.UserPassword("bob", "velvet-57")}),
			`"c":"https://bob:[REDACTED:url_userinfo]@h.example.org"`},
		{"Stringer that is a LogValuer", zap.Any("c", valued{mail}), `"c":{"id":"7f"}`},
		{"LogValuer", zap.Any("c", hiding{mail}), `"c":{"id":"7f"}`},
		{"dictionary", zap.Dict("c", zap.String("password", "velvet-57"), zap.Int("n", 1)), `"c":{"password":"` + hidden + `","n":1}`},
		{"fields", zap.Any("c", []zap.Field{zap.String("to", mail)}), `"c":{"to":"` + address + `"}`},
		{"header", zap.Any("h", http.Header{"Set-Cookie": {"theme=velvet-57; Path=/"}}), `"h":{"Set-Cookie":["theme=[REDACTED:http_cookie]; Path=/"]}`},
		{"pointer", zap.Any("to", pointer(mail)), `"to":"` + address + `"`},
		{"nil pointer", zap.Any("to", (*string)(nil)), `"to":null`},
		{"bytes named password", zap.Binary("password", []byte("velvet-57")), `"password":"`},
		{"name that holds data", zap.Int(mail, 1), `"` + address + `":1`},
		{"namespace that holds data", zap.Namespace(mail), `"` + address + `":{}`},
		{"object that panics", zap.Object("c", broken{"velvet-57"}), `"c":{"before":1,"panic":"[REDACTED:unreadable]"}`},
		{"Stringer that panics", zap.Stringer("c", broken{"velvet-57"}), `"c":"[REDACTED:unreadable]"`},
		{"object that fails", zap.Object("c", failing{}), `"cError":"no such user ` + address + `"`},
		{"object that writes itself", zap.Object("c", endless{}), `"depth":"[REDACTED:depth]"`},
		{"array that writes itself", zap.Array("c", endless{}), `["[REDACTED:depth]"]`},
		{"skip", zap.Skip(), `"msg":"event"}`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			zap.New(redactzap.NewCore(jsonCore(&out), nil)).Info("event", test.field)
			if line := out.String(); !strings.Contains(line, test.want) || strings.Contains(line, "alice.doe") || strings.Contains(line, "velvet") {
				t.Errorf("got  %swant %s", line, test.want)
			}
		})
	}
}

// What is clean reaches the next core as it was given, for cores that look at
// the types of fields.
func TestCleanFieldsStay(t *testing.T) {
	next, logs := observer.New(zapcore.DebugLevel)
	given := []zap.Field{
		zap.String("s", "a"), zap.Int8("i", 1), zap.Error(errors.New("stale")), zap.Duration("d", time.Second),
		zap.Stringer("l", zapcore.InfoLevel), zap.Reflect("r", []int{1}), zap.Namespace("ns"), zap.Bool("b", true),
	}
	zap.New(redactzap.NewCore(next, nil)).Info("event", given...)
	got := logs.All()[0].Context
	for i := range given {
		if !got[i].Equals(given[i]) {
			t.Errorf("field %s became %+v", given[i].Key, got[i])
		}
	}
}

// A core that wraps others must leave it to them which entries they take.
func TestDecisionsOfNextCores(t *testing.T) {
	var all, errs bytes.Buffer
	errorsOnly, err := zapcore.NewIncreaseLevelCore(jsonCore(&errs), zapcore.ErrorLevel)
	if err != nil {
		t.Fatal(err)
	}
	sampled := zapcore.NewSamplerWithOptions(jsonCore(&all), time.Minute, 1, 0)
	logger := zap.New(redactzap.NewCore(zapcore.NewTee(sampled, errorsOnly), nil)).With(zap.String("to", mail))
	for range 3 {
		logger.Info("event")
	}
	logger.Error("failed")
	if got := strings.Count(all.String(), "\n"); got != 2 {
		t.Errorf("the sampler let %d lines through, want 2", got)
	}
	if got := strings.Count(errs.String(), "\n"); got != 1 {
		t.Errorf("the core for errors got %d lines, want 1", got)
	}
	if strings.Contains(all.String()+errs.String(), mail) {
		t.Error("an address is in the log")
	}
	if level := zapcore.LevelOf(redactzap.NewCore(errorsOnly, nil)); level != zapcore.ErrorLevel {
		t.Errorf("level %v, want that of the next core", level)
	}
}

type brokenSink struct{}

func (brokenSink) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteErrorsAreReported(t *testing.T) {
	var reported bytes.Buffer
	logger := zap.New(redactzap.NewCore(jsonCore(brokenSink{}), nil), zap.ErrorOutput(zapcore.AddSync(&reported)))
	logger.Info("event")
	if !strings.Contains(reported.String(), "disk full") {
		t.Errorf("reported: %q", reported.String())
	}
}

func TestStackTraceAndName(t *testing.T) {
	var out bytes.Buffer
	core := redactzap.NewCore(jsonCore(&out), nil)
	entry := zapcore.Entry{Level: zapcore.ErrorLevel, LoggerName: mail, Message: "event", Stack: "main.run(" + mail + ")"}
	if err := core.Write(entry, []zap.Field{zap.String("to", mail)}); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(out.String(), mail) || strings.Count(out.String(), "[REDACTED:email_address]") != 3 {
		t.Error(out.String())
	}
}

func TestRulesSeeNamespaces(t *testing.T) {
	r, err := redact.New(&redact.Options{Keys: map[string]redact.Replacer{"card.code": redact.Mask(0)}})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	logger := zap.New(redactzap.NewCore(jsonCore(&out), r))
	logger.With(zap.Namespace("card")).Info("event", zap.Int("code", 123))
	logger.Info("event", zap.Namespace("status"), zap.Int("code", 123))
	if got := out.String(); !strings.Contains(got, `"card":{"code":"****"}`) || !strings.Contains(got, `"status":{"code":123}`) {
		t.Error(got)
	}
}

func TestManyGoroutines(t *testing.T) {
	logtest.Concurrently(t, func(out io.Writer) func() {
		logger := zap.New(redactzap.NewCore(jsonCore(out), nil)).With(zap.String("by", mail))
		return func() { logger.Info("sent", zap.String("to", mail)) }
	})
}
