package redactzap_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	redactzap "github.com/fieldsafe/fieldsafe/integrations/zap"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
	"go.uber.org/zap/zapio"
)

// Each case is a way in which zap's own types bring entries to a core. Nothing of
// them may leak; each line that is wanted must be in the log.
func TestLoggers(t *testing.T) {
	const address = "[REDACTED:email_address]"
	wrap := zap.WrapCore(func(c zapcore.Core) zapcore.Core { return redactzap.NewCore(c, nil) })
	tests := []struct {
		name string
		log  func(core zapcore.Core)
		want []string
	}{
		{"WithLazy", func(core zapcore.Core) {
			zap.New(core, wrap).WithLazy(zap.String("to", mail), zap.Namespace("password")).Info("event", zap.String("v", "velvet-57"))
		}, []string{`"to":"` + address + `","password":{"v":"[REDACTED:`}},
		{"namespace of With, then With", func(core zapcore.Core) {
			zap.New(core, wrap).With(zap.Namespace("password")).With(zap.String("a", "velvet-57")).Info("event", zap.Int("n", 902617))
		}, []string{`"password":{"a":"[REDACTED:password_assignment]","n":"[REDACTED:password_assignment]"}`}},
		{"namespace among fields", func(core zapcore.Core) {
			zap.New(core, wrap).Info("event", zap.String("a", "north"), zap.Namespace("password"), zap.String("v", "velvet-57"))
		}, []string{`"a":"north","password":{"v":"[REDACTED:`}},
		{"names of loggers", func(core zapcore.Core) {
			zap.New(core, wrap).Named("mail").Named(mail).Info("event")
		}, []string{`"logger":"` + address + `"`}},
		{"sugar", func(core zapcore.Core) {
			s := zap.New(core, wrap).Sugar()
			s.Infof("to %s", mail)
			s.Infow("event", "password", "velvet-57", zap.String("to", mail), errors.New("no user "+mail))
			s.Infoln("to", mail)
			s.With("password", "velvet-57").Info("to ", mail)
		}, []string{`"msg":"to ` + address + `"`, `"password":"[REDACTED:`, `"error":"no user ` + address + `"`}},
		{"sugar with a key that has no value", func(core zapcore.Core) {
			zap.New(core, wrap).Sugar().Infow("event", "a", 1, mail)
		}, []string{`"ignored":"` + address + `"`}},
		{"sugar with keys that are no strings", func(core zapcore.Core) {
			zap.New(core, wrap).Sugar().Infow("event", 4242424242424242, mail, errors.New("by "+mail), 1)
		}, []string{`"msg":"event"`}},
		{"sampler around", func(core zapcore.Core) {
			around := zap.WrapCore(func(c zapcore.Core) zapcore.Core { return zapcore.NewSamplerWithOptions(c, time.Minute, 1, 0) })
			logger := zap.New(core, wrap, around)
			logger.Info("event", zap.String("to", mail))
			logger.Info("event", zap.String("to", mail))
		}, []string{`"to":"` + address + `"`}},
		{"two cores", func(core zapcore.Core) {
			zap.New(zapcore.NewTee(core, core), wrap).Info("event", zap.String("to", mail))
		}, []string{`"to":"` + address + "\"}\n{"}},
		{"wrapped twice", func(core zapcore.Core) {
			zap.New(core, wrap, wrap).Info("event", zap.String("to", mail), zap.Error(wrapping{errors.New(mail)}))
		}, []string{`"to":"` + address + `"`, `"errorCauses":[{"error":"` + address + `"}]`}},
		{"hooks that were given before", func(core zapcore.Core) {
			zap.New(core, zap.Hooks(func(e zapcore.Entry) error { return errors.New("sent " + e.Message) }), wrap,
				zap.ErrorOutput(sink{core})).Info("to " + mail)
		}, []string{`"msg":"to ` + address + `"`, `sent to ` + address}},
		{"Check and Write", func(core zapcore.Core) {
			if checked := zap.New(core, wrap).Check(zapcore.WarnLevel, "to "+mail); checked != nil {
				checked.Write(zap.String("password", "velvet-57"))
			}
		}, []string{`"level":"warn","msg":"to ` + address + `","password":"[REDACTED:`}},
		{"stack traces", func(core zapcore.Core) {
			zap.New(core, wrap, zap.AddStacktrace(zapcore.InfoLevel), zap.AddCaller()).Info("event", zap.Stack("trace"))
		}, []string{`"trace":"github.com/fieldsafe/fieldsafe/integrations/zap_test.`, `"stacktrace":"github.com/fieldsafe/fieldsafe/integrations/zap_test.`}},
		{"lines of a writer", func(core zapcore.Core) {
			w := &zapio.Writer{Log: zap.New(core, wrap)}
			_, _ = io.WriteString(w, "to alice.")
			_, _ = io.WriteString(w, "doe@example.com\npassword=velvet-57")
			_ = w.Close()
		}, []string{`"msg":"to ` + address + `"`, `"msg":"password=[REDACTED:`}},
		{"standard logger", func(core zapcore.Core) { zap.NewStdLog(zap.New(core, wrap)).Print("to ", mail) }, []string{`"msg":"to ` + address + `"`}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var out bytes.Buffer
			test.log(jsonCore(&out))
			for _, want := range test.want {
				if !strings.Contains(out.String(), want) {
					t.Errorf("want %s in\n%s", want, out.String())
				}
			}
			for _, secret := range []string{"alice.doe", "velvet", "902617", "42424242"} {
				if strings.Contains(out.String(), secret) {
					t.Errorf("%s is in\n%s", secret, out.String())
				}
			}
		})
	}
}

// sink writes text as the message of an entry to a core.
type sink struct{ core zapcore.Core }

func (s sink) Write(text []byte) (int, error) {
	return len(text), s.core.Write(zapcore.Entry{Message: string(text)}, nil)
}

func (s sink) Sync() error { return nil }
