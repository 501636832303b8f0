package redactlogrus_test

import (
	"errors"
	"io"
	"os"
	"testing"

	"github.com/fieldsafe/fieldsafe/integrations/internal/logtest"
	redactlogrus "github.com/fieldsafe/fieldsafe/integrations/logrus"
	"github.com/sirupsen/logrus"
)

func ExampleNewFormatter() {
	logger := jsonLogger(os.Stdout)
	logger.SetFormatter(redactlogrus.NewFormatter(logger.Formatter, nil))
	logger.WithFields(logrus.Fields{"password": "velvet-57", "order": 18342}).
		WithError(errors.New("no mail to bob@example.com")).Info("welcome back, alice@example.com")
	// Output:
	// {"error":"no mail to [REDACTED:email_address]","level":"info","msg":"welcome back, [REDACTED:email_address]","order":18342,"password":"[REDACTED:password_assignment]"}
}

func ExampleNewHook() {
	logger := jsonLogger(io.Discard)
	logger.AddHook(redactlogrus.NewHook(sending{os.Stdout}, nil))
	logger.WithField("order", 18342).Info("welcome back, alice@example.com")
	// Output:
	// {"order":18342}
	// welcome back, [REDACTED:email_address]
}

func BenchmarkFormatter(b *testing.B) {
	logtest.Benchmark(b, func(w io.Writer, timed, redacts bool) func(logtest.Record) {
		logger := newLogger(w, &logrus.JSONFormatter{DisableTimestamp: !timed, DisableHTMLEscape: true})
		if redacts {
			redacting(logger)
		}
		return func(r logtest.Record) {
			fields := logrus.Fields{"method": r.Method, "path": r.Path, "status": r.Status, "took": r.Took, "region": r.Region}
			if r.Password != "" {
				fields["password"] = r.Password
			}
			logger.WithFields(fields).Info(r.Message)
		}
	})
}
