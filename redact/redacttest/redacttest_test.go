package redacttest_test

import (
	"io"
	"log/slog"
	"testing"

	"github.com/fieldsafe/fieldsafe/redact"
	"github.com/fieldsafe/fieldsafe/redact/redacttest"
	"github.com/stretchr/testify/require"
)

func jsonHandler(w io.Writer) slog.Handler { return slog.NewJSONHandler(w, nil) }
func textHandler(w io.Writer) slog.Handler { return slog.NewTextHandler(w, nil) }

// forms are the two standard handlers, redacted.
var forms = map[string]redacttest.NewHandler{
	"json": func(w io.Writer) slog.Handler { return redact.NewHandler(jsonHandler(w), nil) },
	"text": func(w io.Writer) slog.Handler { return redact.NewHandler(textHandler(w), nil) },
}

func TestOurHandler(t *testing.T) {
	for form, newHandler := range forms {
		t.Run(form+"/leaks", func(t *testing.T) { redacttest.Leaks(t, newHandler) })
		t.Run(form+"/damage", func(t *testing.T) { redacttest.Damage(t, newHandler) })
		t.Run(form+"/robust", func(t *testing.T) { redacttest.Robust(t, newHandler) })
	}
}

func TestTablesAreComplete(t *testing.T) {
	require.Len(t, redacttest.LeakCases(), 55)
	require.Len(t, redacttest.DamageCases(), 13)
}

// A handler that redacts nothing must leak everything, in one form at least,
// and damage nothing: otherwise a case proves nothing.
func TestBareHandlers(t *testing.T) {
	for _, c := range redacttest.LeakCases() {
		inJSON, inText := c.Check(jsonHandler), c.Check(textHandler)
		require.NotEmpty(t, inJSON+inText, c.Name)
	}
	for _, c := range redacttest.DamageCases() {
		require.Empty(t, c.Check(jsonHandler), c.Name)
		require.Empty(t, c.Check(textHandler), c.Name)
	}
}
