package redactlogrus_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/fieldsafe/fieldsafe/integrations/internal/logtest"
	redactlogrus "github.com/fieldsafe/fieldsafe/integrations/logrus"
	"github.com/fieldsafe/fieldsafe/redact"
	"github.com/fieldsafe/fieldsafe/redact/redacttest"
	"github.com/sirupsen/logrus"
)

const mail = logtest.Mail

func jsonLogger(w io.Writer) *logrus.Logger {
	return newLogger(w, &logrus.JSONFormatter{DisableTimestamp: true, DisableHTMLEscape: true})
}

func textLogger(w io.Writer) *logrus.Logger {
	return newLogger(w, &logrus.TextFormatter{DisableTimestamp: true, DisableColors: true})
}

func newLogger(w io.Writer, formatter logrus.Formatter) *logrus.Logger {
	logger := logrus.New()
	logger.SetOutput(w)
	logger.SetFormatter(formatter)
	return logger
}

// redacting makes a logger redact.
func redacting(logger *logrus.Logger) *logrus.Logger {
	logger.SetFormatter(redactlogrus.NewFormatter(logger.Formatter, nil))
	return logger
}

// bridge logs slog records through logrus, so that the cases of redacttest can
// be logged. Groups become maps.
type bridge struct {
	entry  *logrus.Entry
	groups []string
}

func (b bridge) Enabled(context.Context, slog.Level) bool { return true }

func (b bridge) Handle(_ context.Context, record slog.Record) error {
	fields := logrus.Fields{}
	record.Attrs(func(a slog.Attr) bool {
		fields[a.Key] = value(a.Value)
		return true
	})
	for _, group := range slices.Backward(b.groups) {
		fields = logrus.Fields{group: map[string]any(fields)}
	}
	entry := b.entry.Dup() // WithFields refuses functions
	for name, field := range fields {
		entry.Data[name] = field
	}
	entry.Info(record.Message)
	return nil
}

func value(v slog.Value) any {
	if v.Kind() != slog.KindGroup {
		return v.Any()
	}
	group := map[string]any{}
	for _, a := range v.Group() {
		group[a.Key] = value(a.Value)
	}
	return group
}

func (b bridge) WithAttrs(attrs []slog.Attr) slog.Handler {
	for _, a := range attrs {
		b.entry = b.entry.WithField(a.Key, value(a.Value))
	}
	return b
}

func (b bridge) WithGroup(name string) slog.Handler {
	b.groups = append(slices.Clone(b.groups), name)
	return b
}

// over makes a slog handler of a logger, and redacted of the same one that redacts.
func over(newLogger func(io.Writer) *logrus.Logger) redacttest.NewHandler {
	return func(w io.Writer) slog.Handler { return bridge{entry: logrus.NewEntry(newLogger(w))} }
}

func redacted(newLogger func(io.Writer) *logrus.Logger) redacttest.NewHandler {
	return over(func(w io.Writer) *logrus.Logger { return redacting(newLogger(w)) })
}

func TestLeaks(t *testing.T) {
	t.Run("json", func(t *testing.T) { redacttest.Leaks(t, redacted(jsonLogger)) })
	t.Run("text", func(t *testing.T) { redacttest.Leaks(t, redacted(textLogger)) })
}

// A formatter must change nothing but what it redacts.
func TestDamage(t *testing.T) { logtest.SameAsBare(t, over(jsonLogger), redacted(jsonLogger)) }

func TestBareFormatterLeaks(t *testing.T) { logtest.BareLeaks(t, over(jsonLogger), over(textLogger)) }

// adding is a hook that adds a field; sending is one that writes entries.
type adding struct{}

func (adding) Levels() []logrus.Level { return logrus.AllLevels }

func (adding) Fire(entry *logrus.Entry) error {
	entry.Data["to"] = mail
	entry.Message += " for " + mail
	return nil
}

type sending struct{ out io.Writer }

func (sending) Levels() []logrus.Level { return []logrus.Level{logrus.InfoLevel} }

func (s sending) Fire(entry *logrus.Entry) error {
	if err := json.NewEncoder(s.out).Encode(entry.Data); err != nil {
		return err
	}
	_, err := io.WriteString(s.out, entry.Message+"\n")
	return err
}

func TestHooksInAnyOrder(t *testing.T) {
	for _, first := range []bool{true, false} {
		var out, sent bytes.Buffer
		logger := redacting(jsonLogger(&out))
		wrapped := redactlogrus.NewHook(sending{&sent}, nil)
		if first {
			logger.AddHook(wrapped)
		}
		logger.AddHook(adding{})
		if !first {
			logger.AddHook(wrapped)
		}
		logger.WithField("by", mail).Info("event")
		logger.Warn("not for the hook that sends")
		if strings.Contains(out.String()+sent.String(), mail) {
			t.Errorf("sending first %v: an address is in\n%s%s", first, out.String(), sent.String())
		}
		if strings.Count(out.String(), `"to":"[REDACTED:email_address]"`) != 2 || strings.Count(sent.String(), "\n") != 2 {
			t.Errorf("sending first %v: lost\n%s%s", first, out.String(), sent.String())
		}
	}
}

type failing struct{}

func (failing) Format(*logrus.Entry) ([]byte, error) { return nil, errors.New("no form for " + mail) }

func TestErrorsHoldNothing(t *testing.T) {
	_, err := redactlogrus.NewFormatter(failing{}, nil).Format(logrus.NewEntry(jsonLogger(io.Discard)))
	if err == nil || strings.Contains(err.Error(), mail) {
		t.Error(err)
	}
}

func TestEntryOfTheCallerStays(t *testing.T) {
	logger := redacting(jsonLogger(io.Discard))
	items := []string{mail}
	entry := logger.WithFields(logrus.Fields{"to": mail, "items": items, mail: 1})
	entry.Info("event")
	if entry.Data["to"] != mail || entry.Data[mail] != 1 || items[0] != mail {
		t.Errorf("the entry was changed: %v", entry.Data)
	}
}

func TestNamesThatHeldDataStayApart(t *testing.T) {
	var out bytes.Buffer
	redacting(jsonLogger(&out)).WithFields(logrus.Fields{mail: 1, "bob@example.com": 2}).Info("event")
	if want := `{"[REDACTED:email_address]":1,"[REDACTED:email_address]'":2,`; !strings.HasPrefix(out.String(), want) {
		t.Errorf("got %s", out.String())
	}
}

// hiding shows what only its LogValue leaves out, with each of its methods.
type hiding struct{ Mail string }

func (h hiding) String() string     { return "user " + h.Mail }
func (hiding) LogValue() slog.Value { return slog.GroupValue(slog.String("id", "7f")) }

// Each case is a way in which logrus brings entries to a formatter.
func TestLoggers(t *testing.T) {
	const address, hidden = "[REDACTED:email_address]", "[REDACTED:password_assignment]"
	tests := []struct {
		name string
		log  func(*logrus.Logger)
		want string // in JSON
	}{
		{"field that is refused", func(l *logrus.Logger) { l.WithField(mail, func() {}).Info("event") }, `skipping unsupported field \"` + address},
		{"error", func(l *logrus.Logger) { l.WithError(errors.New("no user " + mail)).Error("event") }, `"error":"no user ` + address + `"`},
		{"errors", func(l *logrus.Logger) { l.WithField("all", []error{errors.New(mail)}).Info("event") }, `"msg":"event"`},
		{"LogValuer", func(l *logrus.Logger) { l.WithField("user", hiding{mail}).Info("event") }, `"user":{"id":"7f"}`},
		{"cookie", func(l *logrus.Logger) {
			l.WithField("c", &http.Cookie{Name: "theme", Value: "velvet-57"}).Info("event")
		}, `"Name":"theme","Value":"[REDACTED:http_cookie]"`},
		{"bytes", func(l *logrus.Logger) { l.WithField("password", []byte("velvet-57")).Info("event") }, `"password":"`},
		{"names of logrus", func(l *logrus.Logger) {
			l.WithFields(logrus.Fields{"msg": mail, "level": mail, "time": mail}).Info("event")
		}, `"fields.msg":"` + address + `"`},
		{"nested fields", func(l *logrus.Logger) { l.WithField("login", logrus.Fields{"password": "velvet-57"}).Info("event") }, `"login":{"password":"` + hidden + `"}`},
		{"number", func(l *logrus.Logger) { l.WithField("n", uint64(4242424242424242)).Info("event") }, `"n":"[REDACTED:credit_card]"`},
		{"arguments", func(l *logrus.Logger) { l.Infoln("to", mail) }, `"msg":"to ` + address + `"`},
		{"function", func(l *logrus.Logger) { l.InfoFn(func() []any { return []any{"to ", mail} }) }, `"msg":"to ` + address + `"`},
		{"panic", func(l *logrus.Logger) {
			defer func() { _ = recover() }()
			l.Panic("to " + mail)
		}, `"msg":"to ` + address + `"`},
		{"standard logger", func(l *logrus.Logger) {
			lines := log.New(redactedLines{l}, "", 0)
			lines.Print("to ", mail)
		}, `"msg":"to ` + address + `"`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var asJSON, asText bytes.Buffer
			json, text := redacting(jsonLogger(&asJSON)), redacting(textLogger(&asText))
			text.SetReportCaller(true)
			test.log(json)
			test.log(text)
			if !strings.Contains(asJSON.String(), test.want) {
				t.Errorf("got %swant %s", asJSON.String(), test.want)
			}
			for _, secret := range []string{"alice.doe", "velvet", "42424242"} {
				if strings.Contains(asJSON.String()+asText.String(), secret) {
					t.Errorf("%s is in\n%s%s", secret, asJSON.String(), asText.String())
				}
			}
		})
	}
}

// redactedLines logs each line that it is given.
type redactedLines struct{ logger *logrus.Logger }

func (l redactedLines) Write(line []byte) (int, error) {
	l.logger.Print(strings.TrimSuffix(string(line), "\n"))
	return len(line), nil
}

func TestRulesForNames(t *testing.T) {
	r, err := redact.New(&redact.Options{Keys: map[string]redact.Replacer{"card_code": redact.Mask(0)}})
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	logger := jsonLogger(&out)
	logger.SetFormatter(redactlogrus.NewFormatter(logger.Formatter, r))
	logger.WithField("cardCode", 123).WithField("code", 123).Info("event")
	if want := `{"cardCode":"****","code":123,`; !strings.HasPrefix(out.String(), want) {
		t.Errorf("got %s", out.String())
	}
}

func TestManyGoroutines(t *testing.T) {
	logtest.Concurrently(t, func(out io.Writer) func() {
		entry := redacting(jsonLogger(out)).WithField("by", mail)
		return func() { entry.WithField("to", mail).Info("sent") }
	})
}
