package redact

import (
	"bytes"
	"fmt"
	"log/slog"
	"net/netip"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// The types of flatShapes: some are direct, some only look like it.
type (
	flatEmpty struct {
		A string  `json:"a,omitempty"`
		B *string `json:"b,omitempty"`
	}
	flatStruct struct {
		Zero  int      `json:"zero,omitempty"`
		List  []string `json:"list,omitempty"`
		Map   map[string]string
		Note  string `json:"note"`
		Count uint16
		Ratio float64
		Big   float64
		Deep  flatInner
		Next  *flatStruct `json:"next"`
		At    time.Time
		Took  time.Duration
		Month time.Month
		Data  []byte
		Level int8 `json:"level,omitempty"`
		quiet string
	}
	flatInner struct {
		On   bool `json:"on"`
		Note string
	}
	quoted struct {
		N    int `json:",string"`
		Note string
	}
	twice struct {
		A string `json:"B"`
		B string
		C string
	}
	leveled struct {
		Level slog.Level
		Note  string
	}
	single struct {
		Ratio float32
		Note  string
	}
	byPointer struct {
		P    pointed
		Note string
	}
	pointed struct{ N int }
	mixed   struct {
		Any  any
		Err  error
		Addr netip.Addr
		Note string
	}
	badTag struct {
		//lint:ignore SA5008 encoding/json ignores a name like this, and so must we
		Note string `json:"no\"te"`
	}
)

func (p *pointed) MarshalJSON() ([]byte, error) { return fmt.Appendf(nil, `"p%d"`, p.N), nil }

func flatShapes(s string) map[string]any {
	note := "by " + s
	flat := flatStruct{
		List: []string{s}, Map: map[string]string{"b": s, "a": "<&>"}, Note: note, Count: 7, Ratio: 1e-9, Big: 1e22,
		Deep: flatInner{true, note}, Next: &flatStruct{Note: "inner"}, At: time.Date(2026, 3, 1, 2, 3, 4, 5, time.UTC),
		Took: time.Minute, Month: time.May, Data: []byte(s), quiet: s,
	}
	return map[string]any{
		"flat": flat, "pointer": &flat, "empty": &flatEmpty{A: s}, "quoted": quoted{1, s}, "twice": twice{s, s, s},
		"level": leveled{slog.LevelWarn, s}, "single": single{0.1, s}, "by pointer": &byPointer{pointed{1}, s},
		"not by pointer": byPointer{pointed{1}, s}, "mixed": mixed{s, coded{s}, netip.MustParseAddr("10.0.2.1"), s},
		"bad name": badTag{s}, "slice": []flatInner{{true, s}}, "map": map[string]flatInner{"k": {false, s}},
	}
}

// What is written without encoding/json is written as by it.
func TestDirectValuesAreWrittenAsByJSON(t *testing.T) {
	const label = "[REDACTED:email_address]"
	var out bytes.Buffer
	bare := slog.NewJSONHandler(&out, nil)
	clean, dirty := flatShapes(label), flatShapes(mail)
	for name := range clean {
		t.Run(name, func(t *testing.T) {
			want := written(bare, &out, clean[name])
			for range 2 { // the second time it is known what the type holds
				require.Equal(t, want, written(NewHandler(bare, nil), &out, dirty[name]))
				require.Equal(t, want, written(NewHandler(bare, nil), &out, clean[name]))
			}
			require.Equal(t, want, written(NewHandler(struct{ slog.Handler }{bare}, nil), &out, dirty[name]))
		})
	}
}

// A cyclic value ends.
func TestCyclicStructs(t *testing.T) {
	v := &flatStruct{Note: mail}
	v.Next = v
	var out bytes.Buffer
	slog.New(NewHandler(slog.NewJSONHandler(&out, nil), nil)).Info("m", "x", v)
	require.Contains(t, out.String(), "[REDACTED:depth]")
	require.NotContains(t, out.String(), mail)
}
