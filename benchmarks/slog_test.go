package benchmarks

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"testing"
	"time"

	"github.com/fieldsafe/fieldsafe/redact"
)

type customer struct {
	ID      int
	Name    string
	Email   string
	Address struct{ Street, City string }
	Active  bool
}

// record is one call of a logger.
type record struct {
	name  string
	with  []any // attributes of the logger
	log   string
	attrs []slog.Attr
}

func records() []record {
	clean := []slog.Attr{
		slog.String("method", "GET"), slog.String("path", "/api/v1/orders/18342"),
		slog.Int("status", 200), slog.Duration("took", 12500*time.Microsecond), slog.String("region", "eu-west-1"),
	}
	buyer := customer{ID: 7, Name: "Jane Doe", Email: "jane.doe@example.com", Active: true}
	return []record{
		{name: "clean-5-attrs", log: "request finished", attrs: clean},
		{name: "with-6-attrs", log: "request finished", attrs: clean, with: []any{
			"service", "orders", "version", "1.14.2", "host", "orders-03", "zone", "b", "build", 412, "debug", false}},
		{name: "secrets", log: "mail to jane.doe@example.com failed", attrs: []slog.Attr{
			slog.String("password", "velvet-Quarry-57"),
			slog.Group("client", slog.String("region", "eu-west-1"), slog.Group("card", slog.String("brand", "visa"))),
			slog.Any("err", errors.New("dial tcp 10.0.0.7:25: connection refused"))}},
		{name: "struct", log: "order placed", attrs: []slog.Attr{slog.Any("customer", buyer), slog.Int("items", 3)}},
	}
}

// The records are what their names say: clean, or with something to redact.
func TestRecords(t *testing.T) {
	for _, record := range records() {
		var out bytes.Buffer
		logger := slog.New(redact.NewHandler(slog.NewJSONHandler(&out, nil), nil)).With(record.with...)
		logger.LogAttrs(context.Background(), slog.LevelInfo, record.log, record.attrs...)
		redacted := bytes.Contains(out.Bytes(), []byte("[REDACTED"))
		if want := record.name == "secrets" || record.name == "struct"; redacted != want {
			t.Errorf("%s: redacted is %v, want %v: %s", record.name, redacted, want, &out)
		}
	}
}
