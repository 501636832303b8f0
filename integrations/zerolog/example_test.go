package redactzerolog_test

import (
	"io"
	"os"
	"testing"

	"github.com/fieldsafe/fieldsafe/integrations/internal/logtest"
	redactzerolog "github.com/fieldsafe/fieldsafe/integrations/zerolog"
	"github.com/rs/zerolog"
)

func ExampleNewWriter() {
	logger := zerolog.New(redactzerolog.NewWriter(os.Stdout, nil))
	logger.Info().Str("password", "velvet-57").Int("order", 18342).
		Dict("reply", zerolog.Dict().Str("user", "bob@example.com").Ints("items", []int{1, 2})).
		Msg("welcome back, alice@example.com")
	// Output:
	// {"level":"info","password":"[REDACTED:password_assignment]","order":18342,"reply":{"user":"[REDACTED:email_address]","items":[1,2]},"message":"welcome back, [REDACTED:email_address]"}
}

func BenchmarkWriter(b *testing.B) {
	logtest.Benchmark(b, func(w io.Writer, timed, redacts bool) func(logtest.Record) {
		if redacts {
			w = redactzerolog.NewWriter(w, nil)
		}
		logger := zerolog.New(w)
		if timed {
			logger = logger.With().Timestamp().Logger()
		}
		return func(r logtest.Record) {
			event := logger.Info().Str("method", r.Method).Str("path", r.Path).Int("status", r.Status).Dur("took", r.Took).Str("region", r.Region)
			if r.Password != "" {
				event = event.Str("password", r.Password)
			}
			event.Msg(r.Message)
		}
	})
}
