package benchmarks

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/fieldsafe/fieldsafe/redact"
)

type customer struct {
	ID      int64    `json:"id"`
	Name    string   `json:"name"`
	Email   string   `json:"email"`
	Plan    string   `json:"plan"`
	Active  bool     `json:"active"`
	Score   float64  `json:"score"`
	Address *address `json:"address"`
	Tags    []string `json:"tags"`
}

type address struct {
	Aisle string `json:"aisle"`
	City  string `json:"city"`
}

// usage cannot hold text.
type usage struct {
	Used, Free int32
	Ratio      float32
	At         time.Time
	Hot        bool
}

// reading can hold no text, but numbers as long as a card's.
type reading struct {
	ID       int64         `json:"id"`
	Station  uint32        `json:"station"`
	At       time.Time     `json:"at"`
	Took     time.Duration `json:"took"`
	Active   bool          `json:"active"`
	Score    float64       `json:"score"`
	Position *position     `json:"position"`
	Levels   []int         `json:"levels"`
}

type position struct{ Lat, Lon float64 }

// record is one call of a logger. Its attributes are made anew for each call, as
// programs do.
type record struct {
	name  string
	with  []any // attributes of the logger
	log   func(call int) string
	attrs func(call int) []slog.Attr
}

// changing returns a text that is another one in each of so many calls that no
// cache of values holds them.
func changing(format string) func(call int) string {
	const calls = 1 << 14
	texts := make([]string, calls)
	for i := range texts {
		texts[i] = fmt.Sprintf(format, 100_000+i)
	}
	return func(call int) string { return texts[call%calls] }
}

func always(text string) func(int) string { return func(int) string { return text } }

func clean(int) []slog.Attr {
	return []slog.Attr{
		slog.String("method", "GET"), slog.String("path", "/api/v1/orders/18342"),
		slog.Int("status", 200), slog.Duration("took", 12500*time.Microsecond), slog.String("region", "eu-west-1"),
	}
}

func secrets(int) []slog.Attr {
	return []slog.Attr{
		slog.String("password", "velvet-Quarry-57"),
		slog.Group("client", slog.String("region", "eu-west-1"),
			slog.Group("app", slog.String("kind", "web"), slog.Int("build", 412))),
	}
}

func records() []record {
	buyer := customer{7, "Jane Doe", "jane.doe@example.com", "gold", true, 0.5, &address{"upper", "Springfield"}, []string{"new", "eu"}}
	known := buyer
	known.Email = ""
	path, shop, mail := changing("/api/v1/orders/%d"), changing("shop-%d"), changing("mail to jane.doe%d@example.com failed")
	measured := reading{7, 12, time.Unix(1_700_000_000, 0).UTC(), time.Second, true, 0.5, &position{47.1, 8.5}, []int{3, 5}}
	state, stock := usage{Used: 1, Free: 2, Hot: true}, errors.New("reserve: out of stock")
	return []record{
		{name: "A-clean", log: always("request finished"), attrs: clean},
		{name: "A-clean-changing", log: always("request finished"), attrs: func(call int) []slog.Attr {
			return []slog.Attr{
				slog.String("method", "GET"), slog.String("path", path(call)),
				slog.Int("status", 200), slog.Duration("took", time.Duration(call)*time.Microsecond), slog.String("shop", shop(call)),
			}
		}},
		{name: "W-with-6-attrs", log: always("request finished"), attrs: clean, with: []any{
			"service", "orders", "version", "1.14.2", "host", "orders-03", "zone", "b", "build", 412, "debug", false}},
		{name: "B-secrets", log: always("mail to jane.doe@example.com failed"), attrs: secrets},
		{name: "B-secrets-changing", log: mail, attrs: secrets},
		{name: "C-secret-struct", log: always("order placed"), attrs: func(int) []slog.Attr {
			return []slog.Attr{slog.Any("customer", &buyer), slog.Any("err", stock)}
		}},
		{name: "C-clean-struct", log: always("order placed"), attrs: func(int) []slog.Attr {
			return []slog.Attr{slog.Any("customer", &known), slog.Any("err", stock)}
		}},
		{name: "C-struct-of-numbers", log: always("level measured"), attrs: func(int) []slog.Attr { return []slog.Attr{slog.Any("reading", &measured)} }},
		{name: "C-struct-without-text", log: always("usage"), attrs: func(int) []slog.Attr { return []slog.Attr{slog.Any("usage", &state)} }},
	}
}

// The records are what their names say: clean, or with something to redact.
func TestRecords(t *testing.T) {
	for _, record := range records() {
		var out bytes.Buffer
		logger := slog.New(redact.NewHandler(slog.NewJSONHandler(&out, nil), nil)).With(record.with...)
		logger.LogAttrs(context.Background(), slog.LevelInfo, record.log(0), record.attrs(0)...)
		redacted := bytes.Contains(out.Bytes(), []byte("[REDACTED"))
		if want := strings.Contains(record.name, "secret"); redacted != want {
			t.Errorf("%s: redacted is %v, want %v: %s", record.name, redacted, want, &out)
		}
	}
}
