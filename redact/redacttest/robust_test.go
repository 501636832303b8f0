package redacttest

import (
	"context"
	"io"
	"log/slog"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// faulty is a handler one method of which fails.
type faulty struct {
	slog.Handler
	handle func()
	with   func()
}

func (f faulty) Handle(context.Context, slog.Record) error {
	f.handle()
	return nil
}

func (f faulty) WithAttrs([]slog.Attr) slog.Handler {
	f.with()
	return f
}

func (f faulty) WithGroup(string) slog.Handler { return f }

// What a handler does with ordinary records ends no test binary.
func TestFaultyHandlersAreToldOf(t *testing.T) {
	blocked := make(chan struct{})
	defer close(blocked)
	nothing, fails, hangs := func() {}, func() { panic("on purpose") }, func() { <-blocked }
	const panicked, stuck = "the handler panicked", "the handler does not return"
	for _, tc := range []struct {
		name       string
		newHandler NewHandler
		wait       time.Duration
		want       map[string]string
	}{
		{"Handle panics", func(w io.Writer) slog.Handler { return faulty{jsonOut(w), fails, nothing} }, patience,
			map[string]string{uses[0].name: panicked, uses[1].name: panicked, uses[2].name: panicked, "case": panicked}},
		{"WithAttrs panics", func(w io.Writer) slog.Handler { return faulty{jsonOut(w), nothing, fails} }, patience,
			map[string]string{uses[0].name: panicked, uses[1].name: panicked, "case": "nothing was written"}},
		{"none is made", func(io.Writer) slog.Handler { panic("on purpose") }, patience,
			map[string]string{uses[0].name: panicked, uses[1].name: panicked, uses[2].name: panicked, "case": panicked}},
		{"Handle hangs", func(w io.Writer) slog.Handler { return faulty{jsonOut(w), hangs, nothing} }, 50 * time.Millisecond,
			map[string]string{uses[0].name: stuck, uses[1].name: stuck, uses[2].name: stuck, "case": stuck}},
		{"nothing is written", func(w io.Writer) slog.Handler { return faulty{jsonOut(w), nothing, nothing} }, patience,
			map[string]string{uses[1].name: "0 lines were written, not 3520", "case": "nothing was written"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			for _, u := range uses {
				require.Equal(t, tc.want[u.name], u.check(tc.newHandler, tc.wait), u.name)
			}
			c := attrs("case", "", nil)
			require.Equal(t, tc.want["case"], c.check(tc.newHandler, tc.wait))
		})
	}
}

func jsonOut(w io.Writer) slog.Handler { return slog.NewJSONHandler(w, nil) }
