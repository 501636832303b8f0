package redactzap_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	redactzap "github.com/fieldsafe/fieldsafe/integrations/zap"
	"github.com/fieldsafe/fieldsafe/redact"
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
	(*redact.Redactor)(nil).String("warm") // so that the collector has as much to look at for each logger
	clean := func() []zap.Field {
		return []zap.Field{
			zap.String("method", "GET"), zap.String("path", "/api/v1/orders/18342"), zap.Int("status", 200),
			zap.Duration("took", 12500000), zap.String("region", "eu-west-1"),
		}
	}
	secret := func() []zap.Field { return append(clean(), zap.String("password", "velvet-57")) }
	file, err := os.Create(filepath.Join(b.TempDir(), "log"))
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	for _, record := range []struct {
		name   string
		to     io.Writer
		fields func() []zap.Field
	}{{"clean", io.Discard, clean}, {"clean-file", file, clean}, {"secret", io.Discard, secret}, {"secret-file", file, secret}} {
		bare := jsonCore(record.to)
		for _, logger := range []struct {
			name string
			core zapcore.Core
		}{{"bare", bare}, {"redact", redactzap.NewCore(bare, nil)}} {
			b.Run(record.name+"/"+logger.name, func(b *testing.B) {
				log := zap.New(logger.core)
				b.ReportAllocs()
				for b.Loop() {
					log.Info("request finished", record.fields()...)
				}
			})
		}
	}
}

func TestAllocationsOfCleanEntries(t *testing.T) {
	clean := []zap.Field{zap.String("method", "GET"), zap.Int("status", 200), zap.Duration("took", 12500000)}
	logger := zap.New(redactzap.NewCore(jsonCore(io.Discard), nil))
	if n := testing.AllocsPerRun(200, func() { logger.Info("request finished", clean...) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
