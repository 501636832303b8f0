package redactlogr_test

import (
	"errors"
	"io"
	"os"
	"testing"

	"github.com/fieldsafe/fieldsafe/integrations/internal/logtest"
	redactlogr "github.com/fieldsafe/fieldsafe/integrations/logr"
	"github.com/go-logr/logr"
	"github.com/go-logr/logr/funcr"
)

func ExampleNewLogger() {
	logger := redactlogr.NewLogger(logr.New(jsonSink(os.Stdout)), nil)
	logger.WithValues("password", "velvet-57").
		Error(errors.New("no mail to bob@example.com"), "welcome back, alice@example.com", "order", 18342)
	// Output:
	// {"logger":"","msg":"welcome back, [REDACTED:email_address]","error":"no mail to [REDACTED:email_address]","password":"[REDACTED:password_assignment]","order":18342}
}

func BenchmarkLogger(b *testing.B) {
	logtest.Benchmark(b, func(w io.Writer, timed, redacts bool) func(logtest.Record) {
		logger := logr.New(sinkOf(w, funcr.Options{LogTimestamp: timed}))
		if redacts {
			logger = redactlogr.NewLogger(logger, nil)
		}
		return func(r logtest.Record) {
			values := make([]any, 0, 12)
			values = append(values, "method", r.Method, "path", r.Path, "status", r.Status, "took", r.Took, "region", r.Region)
			if r.Password != "" {
				values = append(values, "password", r.Password)
			}
			logger.Info(r.Message, values...)
		}
	})
}
