package redactlogrus_test

import (
	"errors"
	"io"
	"os"
	"testing"

	redactlogrus "github.com/fieldsafe/fieldsafe/integrations/logrus"
	"github.com/fieldsafe/fieldsafe/redact"
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
	(*redact.Redactor)(nil).String("warm") // so that the collector has as much to look at for each logger
	clean := logrus.Fields{
		"method": "GET", "path": "/api/v1/orders/18342", "status": 200, "took": 12.5, "region": "eu-west-1",
	}
	secret := logrus.Fields{"method": "GET", "path": "/api/v1/orders/18342", "password": "velvet-57"}
	for _, record := range []struct {
		name   string
		fields logrus.Fields
	}{{"clean", clean}, {"secret", secret}} {
		for _, logger := range []struct {
			name string
			log  *logrus.Logger
		}{{"bare", jsonLogger(io.Discard)}, {"redact", redacting(jsonLogger(io.Discard))}} {
			b.Run(record.name+"/"+logger.name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					logger.log.WithFields(record.fields).Info("request finished")
				}
			})
		}
	}
}
