package redact_test

import (
	"io"
	"log"
	"log/slog"
	"slices"
	"strings"
	"testing"

	"github.com/fieldsafe/fieldsafe/redact"
	"github.com/fieldsafe/fieldsafe/redact/redacttest"
)

// lines gives each line to a logger of package log.
type lines struct{ logger *log.Logger }

func (l lines) Write(line []byte) (int, error) {
	l.logger.Print(strings.TrimSuffix(string(line), "\n"))
	return len(line), nil
}

// notInLines are the cases about what a line no longer tells.
var notInLines = map[string]string{
	"LogValuer in a slice":                 "slog has written it already",
	"struct field with a struct tag":       "tags are not written",
	"bytes":                                "encoding/json writes base64",
	"struct field with json name password": "%+v writes the name in Go",
}

// The standard logger, with records as text and as JSON, is held to the same
// table as handlers.
func TestStandardLog(t *testing.T) {
	for form, handler := range map[string]func(io.Writer) slog.Handler{
		"text": func(w io.Writer) slog.Handler { return slog.NewTextHandler(w, nil) },
		"JSON": func(w io.Writer) slog.Handler { return slog.NewJSONHandler(w, nil) },
	} {
		redacted := func(w io.Writer) slog.Handler { return handler(lines{log.New(redact.NewWriter(w, nil), "", 0)}) }
		for _, c := range slices.Concat(redacttest.LeakCases(), redacttest.DamageCases()) {
			t.Run(form+"/"+c.Name, func(t *testing.T) {
				if wrong := c.Check(redacted); wrong != "" && notInLines[c.Name] == "" {
					t.Errorf("%s (%s)", wrong, c.Reason)
				}
			})
		}
	}
}
