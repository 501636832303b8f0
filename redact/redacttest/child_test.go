package redacttest

import (
	"io"
	"log/slog"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

const onPurpose = "REDACTTEST_ON_PURPOSE"

// Only run by another process: a handler that writes whatever it is given.
func TestChildOnPurpose(t *testing.T) {
	if os.Getenv(onPurpose) == "" {
		return
	}
	t.Run("json", func(t *testing.T) {
		run(t, func(w io.Writer) slog.Handler { return slog.NewJSONHandler(w, nil) }, RobustCases())
	})
	t.Run("text", func(t *testing.T) {
		run(t, func(w io.Writer) slog.Handler { return slog.NewTextHandler(w, nil) }, RobustCases())
	})
}

// What ends the process is told of by the one that started it, as is what does not.
func TestDeadlyCases(t *testing.T) {
	t.Setenv(onPurpose, "1")
	const name = "TestChildOnPurpose/"
	require.Equal(t, "the handler ended the process: stack overflow", inChild(name+"json/LogValue_returns_a_group_that_holds_it"))
	require.Contains(t, inChild(name+"text/cyclic_pointer"), "secret 0 is in the line")
	require.Empty(t, inChild(name+"text/deep_value"))
	require.Equal(t, "the test was not found in its own binary", inChild("TestNowhere"))
}

// A handler that does not return is told of, and the other cases go on.
func TestPatience(t *testing.T) {
	blocked := make(chan struct{})
	defer close(blocked)
	c := Case{Log: func(*slog.Logger) { <-blocked }}
	newHandler := func(io.Writer) slog.Handler { return slog.DiscardHandler }
	require.Equal(t, "the handler does not return", c.check(newHandler, time.Millisecond))
}
