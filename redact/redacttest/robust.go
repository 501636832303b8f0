package redacttest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"
)

// Robust logs values that have crashed, hung or raced handlers, and derives
// loggers from one another in ways that have done so. Values that may end the process
// are logged by another one, which runs the test binary again for one subtest each.
// Run it with the race detector.
func Robust(t *testing.T, newHandler NewHandler) {
	run(t, newHandler, RobustCases())
	for _, u := range uses {
		t.Run(u.name, func(t *testing.T) {
			if wrong := u.check(newHandler, patience); wrong != "" {
				t.Errorf("%s (%s)", wrong, u.reason)
			}
		})
	}
}

// uses are what loggers are used for beyond one record. Each says what is wrong with the
// handler, or returns "".
var uses = []struct {
	name, reason string
	check        func(newHandler NewHandler, patience time.Duration) string
}{
	{"attributes given to With are not changed", "they are the caller's, who may give them to others", callersAttrs},
	{"many goroutines", "a handler is shared by all that log", goroutines},
	{"valid UTF-8 stays valid", "who reads the line may refuse it", utf8Stays},
}

// RobustCases returns the values that [Robust] logs one by one.
func RobustCases() []Case {
	pw := password()
	cycle := &node{Name: "n", Password: pw}
	cycle.Next = cycle
	list := []any{"a", pw}
	list[0] = list
	tree := map[string]any{"password": pw}
	tree["self"] = tree
	var nilError *brokenError
	const methods = "methods of values are foreign code"
	return []Case{
		attrs("LogValue panics", methods, []any{"x", brokenValuer{pw}}, pw),
		attrs("LogValue returns itself", "slog gives up after 100 times", []any{"x", endlessValuer{}}),
		deadly(attrs("LogValue returns a group that holds it", "nesting needs a bound", []any{"x", nestingValuer{pw}}, pw)),
		attrs("typed nil error", "Error is called on a nil pointer", []any{"err", nilError}),
		attrs("Error panics", methods, []any{"err", &brokenError{pw}}, pw),
		attrs("String panics", methods, []any{"x", brokenStringer{pw}, "y", []any{brokenStringer{pw}}}, pw),
		attrs("MarshalJSON panics", methods, []any{"x", brokenMarshaler{pw}}, pw),
		attrs("MarshalText fails", "the error of a method may quote the value", []any{"x", failingMarshaler{pw}}, pw),
		deadly(attrs("cyclic pointer", "nesting needs a bound", []any{"x", cycle}, pw)),
		deadly(attrs("cyclic map", "nesting needs a bound", []any{"password", tree}, pw)),
		deadly(attrs("cyclic slice", "nesting needs a bound", []any{"password", list}, pw)),
		deadly(attrs("deep value", "nesting needs a bound", []any{"x", deep(10_000)})),
		deadly(attrs("json.UnmarshalTypeError", "it holds a reflect.Type, which cannot be copied", []any{"err", typeError()})),
		attrs("nil values", "nil has no type, or no value", []any{"a", nil, "b", (*node)(nil), "c", []any{nil}}),
		attrs("channel and function", "some kinds have no JSON", []any{"a", make(chan int), "b", func() {}}),
		attrs("map with keys of a struct type", "keys need not be strings", []any{"x", map[[2]int]string{{1, 2}: "a"}}),
		attrs("long text", "work must be bounded", []any{"x", strings.Repeat("lorem ipsum ", 100_000)}),
		attrs("many values", "work must be bounded", []any{"x", make([]any, 1<<20)}),
	}
}

func deadly(c Case) Case {
	c.deadly = true
	return c
}

type node struct {
	Name     string
	Password string
	Next     *node
}

type brokenValuer struct{ secret string }

func (v brokenValuer) LogValue() slog.Value { panic(v.secret) }

type endlessValuer struct{}

func (v endlessValuer) LogValue() slog.Value { return slog.AnyValue(v) }

type nestingValuer struct{ secret string }

func (v nestingValuer) LogValue() slog.Value {
	return slog.GroupValue(slog.String("password", v.secret), slog.Any("again", v))
}

type brokenError struct{ secret string }

func (e *brokenError) Error() string { panic(e.secret) }

type brokenStringer struct{ secret string }

func (s brokenStringer) String() string               { panic(s.secret) }
func (s brokenStringer) MarshalJSON() ([]byte, error) { panic(s.secret) }

type brokenMarshaler struct{ secret string }

func (m brokenMarshaler) MarshalJSON() ([]byte, error) { panic(m.secret) }
func (m brokenMarshaler) String() string               { return "broken" }

type failingMarshaler struct{ secret string }

func (m failingMarshaler) MarshalText() ([]byte, error) {
	return nil, errors.New("cannot write password=" + m.secret)
}

func deep(n int) any {
	var v any = "end"
	for range n {
		v = []any{v}
	}
	return v
}

func typeError() error {
	var v struct{ A int }
	return json.Unmarshal([]byte(`{"A":"x"}`), &v)
}

func callersAttrs(newHandler NewHandler, patience time.Duration) string {
	given := []slog.Attr{slog.String("password", password()), slog.String("note", "by "+email)}
	before := slices.Clone(given)
	wrong := attempt(patience, func() {
		together(2, func(int) { slog.New(newHandler(io.Discard).WithAttrs(given)).Info("event") })
	})
	if wrong != "" {
		return wrong
	}
	for i := range given {
		if !given[i].Equal(before[i]) {
			return fmt.Sprintf("attribute %d of the caller was changed", i)
		}
	}
	return ""
}

// together runs f in that many goroutines, and panics if one of them does.
func together(n int, f func(i int)) {
	var wait sync.WaitGroup
	failed := make(chan string, n)
	for i := range n {
		wait.Go(func() { failed <- panics(func() { f(i) }) })
	}
	wait.Wait()
	close(failed)
	for wrong := range failed {
		if wrong != "" {
			panic(wrong)
		}
	}
}

func goroutines(newHandler NewHandler, patience time.Duration) string {
	const loggers = 64
	var out lockedBuffer
	cases := LeakCases()
	wrong := attempt(patience, func() {
		logger := slog.New(newHandler(&out)).With("service", "billing").WithGroup("g")
		together(loggers, func(i int) {
			for j := range cases {
				cases[(i+j)%len(cases)].Log(logger)
			}
		})
	})
	if wrong != "" {
		return wrong
	}
	if lines := strings.Count(out.buf.String(), "\n"); lines != loggers*len(cases) {
		return fmt.Sprintf("%d lines were written, not %d", lines, loggers*len(cases))
	}
	return ""
}

// lockedBuffer is for handlers that do not lock themselves.
type lockedBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func utf8Stays(newHandler NewHandler, patience time.Duration) string {
	var out bytes.Buffer
	wrong := attempt(patience, func() {
		slog.New(newHandler(&out)).Info("grüße an "+unicodeEmail, "password", "пароль-Ж7", "note", "日本語 "+email+" 日本語")
	})
	if wrong == "" && !utf8.Valid(out.Bytes()) {
		wrong = "the line is not valid UTF-8"
	}
	return wrong
}
