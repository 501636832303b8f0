package redactlogr_test

import (
	"errors"
	"io"
	"os"
	"testing"

	redactlogr "github.com/fieldsafe/fieldsafe/integrations/logr"
	"github.com/fieldsafe/fieldsafe/redact"
	"github.com/go-logr/logr"
)

func ExampleNewLogger() {
	logger := redactlogr.NewLogger(logr.New(jsonSink(os.Stdout)), nil)
	logger.WithValues("password", "velvet-57").
		Error(errors.New("no mail to bob@example.com"), "welcome back, alice@example.com", "order", 18342)
	// Output:
	// {"logger":"","msg":"welcome back, [REDACTED:email_address]","error":"no mail to [REDACTED:email_address]","password":"[REDACTED:password_assignment]","order":18342}
}

func BenchmarkLogger(b *testing.B) {
	(*redact.Redactor)(nil).String("warm") // so that the collector has as much to look at for each logger
	clean := []any{"method", "GET", "path", "/api/v1/orders/18342", "status", 200, "took", 12.5, "region", "eu-west-1"}
	secret := []any{"method", "GET", "path", "/api/v1/orders/18342", "password", "velvet-57"}
	bare := logr.New(jsonSink(io.Discard))
	for _, record := range []struct {
		name   string
		values []any
	}{{"clean", clean}, {"secret", secret}} {
		for _, logger := range []struct {
			name   string
			logger logr.Logger
		}{{"bare", bare}, {"redact", redactlogr.NewLogger(bare, nil)}} {
			b.Run(record.name+"/"+logger.name, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					logger.logger.Info("request finished", record.values...)
				}
			})
		}
	}
}
