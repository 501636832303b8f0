package redact

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"testing"
	"time"
)

// The records are those by which log redactors are commonly compared: clean;
// with secrets; with a struct; clean through a logger that has attributes.
type benchRecord struct {
	name  string
	with  []any
	log   string
	attrs func() []slog.Attr // made anew for each call, as a program does
}

type order struct {
	ID     int64     `json:"id"`
	Status string    `json:"status"`
	Plan   string    `json:"plan"`
	Active bool      `json:"active"`
	Score  float64   `json:"score"`
	Since  time.Time `json:"since"`
	Place  *place    `json:"place"`
	Tags   []string  `json:"tags"`
}

type place struct {
	Aisle string `json:"aisle"`
	Shelf string `json:"shelf"`
}

// gauge cannot hold text.
type gauge struct {
	Used, Free int32
	Ratio      float32
	At         time.Time
	Hot        bool
	Took       time.Duration
}

func cleanAttrs() []slog.Attr {
	return []slog.Attr{
		slog.String("method", "GET"), slog.String("path", "/api/v1/orders/18342"), slog.Int("status", 200),
		slog.Duration("took", 12500*time.Microsecond), slog.String("region", "eu-west-1"),
	}
}

func benchRecords() []benchRecord {
	since := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	placed := order{7, "open", "gold", true, 0.5, since, &place{"north", "upper"}, []string{"new", "eu"}}
	state := gauge{1, 2, 0.5, since, true, time.Second}
	stock := fmt.Errorf("reserve: %w", errors.New("out of stock"))
	return []benchRecord{
		{name: "A-clean", log: "request finished", attrs: cleanAttrs},
		{name: "B-secrets", log: "mail to " + mail + " failed", attrs: func() []slog.Attr {
			return []slog.Attr{
				slog.String("password", "velvet-Quarry-57"),
				slog.Group("client", slog.String("region", "eu-west-1"),
					slog.Group("app", slog.String("kind", "web"), slog.Int("build", 412))),
			}
		}},
		{name: "C-struct", log: "order placed", attrs: func() []slog.Attr {
			return []slog.Attr{slog.Any("order", &placed), slog.Any("err", stock)}
		}},
		{name: "C-no-text", log: "usage", attrs: func() []slog.Attr { return []slog.Attr{slog.Any("gauge", &state)} }},
		{name: "W-with", log: "request finished", attrs: cleanAttrs, with: []any{
			"service", "orders", "version", "1.14.2", "host", "orders-03", "zone", "b", "build", 412, "debug", false}},
	}
}

func BenchmarkHandler(b *testing.B) {
	var calls int
	varied := benchRecord{name: "A-clean-varied", log: "request finished", attrs: func() []slog.Attr {
		attrs := cleanAttrs()
		calls++
		attrs[1].Value = slog.StringValue(paths[calls%len(paths)])
		attrs[2].Value = slog.IntValue(calls)
		return attrs
	}}
	for _, record := range append(benchRecords(), varied) {
		bare := slog.NewJSONHandler(io.Discard, nil)
		for name, handler := range map[string]slog.Handler{"bare": bare, "redact": NewHandler(bare, nil)} {
			b.Run(record.name+"/"+name, func(b *testing.B) {
				logger := slog.New(handler).With(record.with...)
				b.ReportAllocs()
				for b.Loop() {
					logger.LogAttrs(context.Background(), slog.LevelInfo, record.log, record.attrs()...)
				}
			})
		}
	}
}

// paths are more texts than a redactor remembers.
var paths = func() (all [1 << 14]string) {
	for i := range all {
		all[i] = fmt.Sprintf("/api/v1/orders/%d/items", i)
	}
	return all
}()

// nowhere is a next handler that costs nothing.
type nowhere struct{}

func (nowhere) Enabled(context.Context, slog.Level) bool  { return true }
func (nowhere) Handle(context.Context, slog.Record) error { return nil }
func (h nowhere) WithAttrs([]slog.Attr) slog.Handler      { return h }
func (h nowhere) WithGroup(string) slog.Handler           { return h }

func TestCleanRecordsCostNoAllocation(t *testing.T) {
	for _, record := range benchRecords() {
		if record.name == "B-secrets" || record.name == "C-struct" {
			continue
		}
		r := slog.NewRecord(time.Time{}, slog.LevelInfo, record.log, 0)
		r.AddAttrs(record.attrs()...)
		h := slog.New(NewHandler(nowhere{}, nil)).With(record.with...).Handler()
		if n := testing.AllocsPerRun(200, func() { _ = h.Handle(context.Background(), r) }); n > 0 {
			t.Errorf("%s: %v allocations", record.name, n)
		}
	}
}

// Values that never came before cost a search, and no memory either.
func TestNewValuesCostNoAllocation(t *testing.T) {
	h := NewHandler(nowhere{}, nil)
	records := make([]slog.Record, 202)
	for i := range records {
		records[i] = slog.NewRecord(time.Time{}, slog.LevelInfo, "request finished in "+paths[i], 0)
		records[i].AddAttrs(slog.String("path", paths[len(paths)-1-i]), slog.Int("n", i), slog.String("trace", fmt.Sprintf("%032x", i+0xabcdef)))
	}
	call := 0
	n := testing.AllocsPerRun(200, func() {
		_ = h.Handle(context.Background(), records[call])
		call++
	})
	if n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkWriter(b *testing.B) {
	line := `{"time":"2026-11-21T10:00:00.000Z","level":"INFO","msg":"request finished","method":"GET","path":"/api/v1/orders/18342","status":200,"took":"12.5ms"}` + "\n"
	for name, text := range map[string]string{
		"clean-lines-64KiB": strings.Repeat(line, 64<<10/len(line)),
		"one-line":          line,
		"line-without-end":  strings.Repeat("lorem ipsum dolor sit amet ", 40_000),
		"dense-secrets":     strings.Repeat(`{"user":"`+mail+`","password":"velvet-57"}`+"\n", 1000),
	} {
		b.Run(name, func(b *testing.B) {
			w := NewWriter(io.Discard, nil)
			chunk := []byte(text)
			b.SetBytes(int64(len(chunk)))
			b.ReportAllocs()
			for b.Loop() {
				_, _ = w.Write(chunk)
			}
		})
	}
}

// One call of what integrations use: a line as encoders write it, and a field.
func BenchmarkIntegration(b *testing.B) {
	line := []byte(`{"level":"info","method":"GET","path":"/api/v1/orders/18342","status":200,"took":12.5,"region":"eu-west-1","message":"request finished"}` + "\n")
	r := defaultRedactor()
	b.Run("JSON", func(b *testing.B) {
		b.SetBytes(int64(len(line)))
		b.ReportAllocs()
		for b.Loop() {
			r.JSON(line)
		}
	})
	var changing [1 << 14][]byte // more than are remembered
	for i := range changing {
		changing[i] = fmt.Appendf(nil, `{"level":"info","method":"GET","path":"/api/v1/orders/%d","status":200,"took":%d,"shop":"shop-%d","message":"request finished"}`+"\n",
			100_000+i, i, 100_000+i)
	}
	b.Run("JSON-changing", func(b *testing.B) {
		b.SetBytes(int64(len(changing[0])))
		b.ReportAllocs()
		for call := 0; b.Loop(); call++ {
			r.JSON(changing[call%len(changing)])
		}
	})
	attrs := cleanAttrs()
	b.Run("Plain-5-attrs", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for _, a := range attrs {
				r.Plain(nil, a)
			}
		}
	})
}
