package redactzap_test

import (
	"errors"
	"io"
	"os"
	"testing"

	"github.com/fieldsafe/fieldsafe/integrations/internal/logtest"
	redactzap "github.com/fieldsafe/fieldsafe/integrations/zap"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

func ExampleNewCore() {
	logger := zap.New(jsonCore(os.Stdout)).WithOptions(zap.WrapCore(func(core zapcore.Core) zapcore.Core {
		return redactzap.NewCore(core, nil)
	}))
	logger.With(zap.Namespace("login")).Info("welcome back, alice@example.com",
		zap.String("password", "velvet-57"), zap.Int("order", 18342), zap.Error(errors.New("no mail to bob@example.com")))
	// Output:
	// {"level":"info","msg":"welcome back, [REDACTED:email_address]","login":{"password":"[REDACTED:password_assignment]","order":18342,"error":"no mail to [REDACTED:email_address]"}}
}

func BenchmarkCore(b *testing.B) {
	logtest.Benchmark(b, func(w io.Writer, timed, redacts bool) func(logtest.Record) {
		config := encoderConfig()
		if timed {
			config.TimeKey = "ts"
		}
		core := coreOf(w, config)
		if redacts {
			core = redactzap.NewCore(core, nil)
		}
		logger := zap.New(core)
		return func(r logtest.Record) {
			fields := make([]zap.Field, 0, 6)
			fields = append(fields, zap.String("method", r.Method), zap.String("path", r.Path), zap.Int("status", r.Status),
				zap.Duration("took", r.Took), zap.String("region", r.Region))
			if r.Password != "" {
				fields = append(fields, zap.String("password", r.Password))
			}
			logger.Info(r.Message, fields...)
		}
	})
}

func TestAllocationsOfCleanEntries(t *testing.T) {
	clean := []zap.Field{zap.String("method", "GET"), zap.Int("status", 200), zap.Duration("took", 12500000)}
	logger := zap.New(redactzap.NewCore(jsonCore(io.Discard), nil))
	if n := testing.AllocsPerRun(200, func() { logger.Info("request finished", clean...) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
