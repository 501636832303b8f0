package redactlogrus_test

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

	redactlogrus "github.com/fieldsafe/fieldsafe/integrations/logrus"
	"github.com/fieldsafe/fieldsafe/redact"
	"github.com/fieldsafe/fieldsafe/redact/redacttest"
	"github.com/sirupsen/logrus"
)

const mail = "alice.doe@example.com"

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

func TestLeaks(t *testing.T) {
	for name, newLogger := range map[string]func(io.Writer) *logrus.Logger{"json": jsonLogger, "text": textLogger} {
		t.Run(name, func(t *testing.T) {
			redacttest.Leaks(t, func(w io.Writer) slog.Handler {
				return bridge{entry: logrus.NewEntry(redacting(newLogger(w)))}
			})
		})
	}
}

// A formatter must change nothing but what it redacts: where logrus itself
// writes a case of the table in another way, it is compared with that.
func TestDamage(t *testing.T) {
	for _, c := range redacttest.DamageCases() {
		t.Run(c.Name, func(t *testing.T) {
			var bare, clean bytes.Buffer
			c.Log(slog.New(bridge{entry: logrus.NewEntry(jsonLogger(&bare))}))
			c.Log(slog.New(bridge{entry: logrus.NewEntry(redacting(jsonLogger(&clean)))}))
			want := strings.ReplaceAll(bare.String(), mail, "[REDACTED:email_address]")
			if clean.String() != want {
				t.Errorf("got  %swant %s", clean.String(), want)
			}
		})
	}
}

// Without redaction most cases leak, or they prove nothing.
func TestBareFormatterLeaks(t *testing.T) {
	safe := 0
	for _, c := range redacttest.LeakCases() {
		inJSON := c.Check(func(w io.Writer) slog.Handler { return bridge{entry: logrus.NewEntry(jsonLogger(w))} })
		inText := c.Check(func(w io.Writer) slog.Handler { return bridge{entry: logrus.NewEntry(textLogger(w))} })
		if inJSON+inText == "" {
			safe++
		}
	}
	if safe > 5 {
		t.Errorf("%d leak cases leak nothing", safe)
	}
}

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
	var out bytes.Buffer
	entry := redacting(jsonLogger(&out)).WithField("by", mail)
	done := make(chan struct{})
	for range 8 {
		go func() {
			for range 100 {
				entry.WithField("to", mail).Info("sent")
			}
			done <- struct{}{}
		}()
	}
	for range 8 {
		<-done
	}
	if strings.Contains(out.String(), mail) || strings.Count(out.String(), "\n") != 800 {
		t.Error("lines leak or are missing")
	}
}
