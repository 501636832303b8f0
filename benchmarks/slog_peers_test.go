package benchmarks

import (
	"context"
	"io"
	"log/slog"
	"regexp"
	"slices"
	"strings"
	"testing"

	crdb "github.com/cockroachdb/redact"
	goliatone "github.com/goliatone/go-masker"
	showa "github.com/showa-93/go-mask"

	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/fieldsafe/fieldsafe/internal/turns"
	"github.com/fieldsafe/fieldsafe/redact"
	"github.com/fieldsafe/fieldsafe/redact/redacttest"
)

// peerKeys are the names that every peer is told.
var peerKeys = []string{"password", "Password", "token", "Token", "secret", "Secret", "authorization",
	"Authorization", "email", "Email", "card"}

// peer redacts over the standard handlers, by wrapping or by ReplaceAttr.
type peer struct {
	name    string
	wrap    func(slog.Handler) slog.Handler
	replace func() func([]string, slog.Attr) slog.Attr
	line    func(io.Writer) io.Writer // between the handler and its writer
}

func peers() []peer {
	return []peer{
		{name: "none"},
		{name: "fieldsafe", wrap: func(h slog.Handler) slog.Handler { return redact.NewHandler(h, nil) }},
		{name: "keys", replace: func() func([]string, slog.Attr) slog.Attr { return byKey }},
		{name: "regexps", wrap: func(h slog.Handler) slog.Handler { return byRegexp{h} }},
		{name: "showa-go-mask", replace: showaAttr},
		{name: "goliatone-go-masker", replace: goliatoneAttr},
		{name: "gitleaks-lines", line: gitleaksLines},
		{name: "cockroachdb-redact", replace: func() func([]string, slog.Attr) slog.Attr { return markedUnsafe }},
	}
}

// handler makes the peer's handler over one that writes JSON or text.
func (p peer) handler(w io.Writer, text bool) slog.Handler {
	options := &slog.HandlerOptions{}
	if p.replace != nil {
		options.ReplaceAttr = p.replace()
	}
	if p.line != nil {
		w = p.line(w)
	}
	var h slog.Handler = slog.NewJSONHandler(w, options)
	if text {
		h = slog.NewTextHandler(w, options)
	}
	if p.wrap != nil {
		h = p.wrap(h)
	}
	return h
}

func byKey(_ []string, a slog.Attr) slog.Attr {
	if slices.ContainsFunc(peerKeys, func(k string) bool { return strings.EqualFold(k, a.Key) }) {
		a.Value = slog.StringValue("[REDACTED]")
	}
	return a
}

// byRegexp is what teams write: five expressions over message and strings.
type byRegexp struct{ slog.Handler }

var expressions = []*regexp.Regexp{
	regexp.MustCompile(`[\w.+-]+@[\w-]+\.[\w.]+`),
	regexp.MustCompile(`\b(?:\d[ -]?){13,16}\b`),
	regexp.MustCompile(`\b\d{3}-\d{2}-\d{4}\b`),
	regexp.MustCompile(`\bgh[pousr]_\w{36}\b`),
	regexp.MustCompile(`(?i)password\s*[=:]\s*\S+`),
}

func replaceAll(s string) string {
	for _, e := range expressions {
		s = e.ReplaceAllLiteralString(s, "[REDACTED]")
	}
	return s
}

func (h byRegexp) Handle(ctx context.Context, r slog.Record) error {
	out := slog.NewRecord(r.Time, r.Level, replaceAll(r.Message), r.PC)
	r.Attrs(func(a slog.Attr) bool {
		out.AddAttrs(stringsOf(a))
		return true
	})
	return h.Handler.Handle(ctx, out)
}

func stringsOf(a slog.Attr) slog.Attr {
	a = byKey(nil, a)
	switch v := a.Value.Resolve(); v.Kind() {
	case slog.KindString:
		a.Value = slog.StringValue(replaceAll(v.String()))
	case slog.KindGroup:
		var inner []slog.Attr
		for _, b := range v.Group() {
			inner = append(inner, stringsOf(b))
		}
		a.Value = slog.GroupValue(inner...)
	}
	return a
}

func (h byRegexp) WithAttrs(attrs []slog.Attr) slog.Handler {
	attrs = slices.Clone(attrs)
	for i := range attrs {
		attrs[i] = stringsOf(attrs[i])
	}
	return byRegexp{h.Handler.WithAttrs(attrs)}
}

func (h byRegexp) WithGroup(name string) slog.Handler { return byRegexp{h.Handler.WithGroup(name)} }

func showaAttr() func([]string, slog.Attr) slog.Attr {
	m := showa.NewMasker()
	m.RegisterMaskStringFunc(showa.MaskTypeFixed, m.MaskFixedString)
	for _, key := range peerKeys {
		m.RegisterMaskField(key, showa.MaskTypeFixed)
	}
	return masked(m.Mask)
}

func goliatoneAttr() func([]string, slog.Attr) slog.Attr {
	m, err := goliatone.NewSecure()
	if err != nil {
		return nil
	}
	return masked(m.Freeze().Mask)
}

// masked runs a masker of structs and maps over a map of one attribute.
func masked(mask func(any) (any, error)) func([]string, slog.Attr) slog.Attr {
	return func(_ []string, a slog.Attr) slog.Attr {
		switch a.Value.Kind() {
		case slog.KindTime, slog.KindDuration, slog.KindBool:
			return a
		}
		v := a.Value.Any()
		if _, plain := v.(error); plain {
			return a
		}
		if out, err := mask(map[string]any{a.Key: v}); err == nil {
			a.Value = slog.AnyValue(out.(map[string]any)[a.Key])
		}
		return a
	}
}

// markedUnsafe takes everything but the message's frame for sensitive, which is
// what cockroachdb/redact does of what nobody has marked as safe.
func markedUnsafe(_ []string, a slog.Attr) slog.Attr {
	if a.Key != slog.TimeKey && a.Key != slog.LevelKey {
		a.Value = slog.StringValue(string(crdb.Sprint(a.Value.Any()).Redact()))
	}
	return a
}

// score counts the cases that go wrong in one of the forms at least.
func (p peer) score(cases []redacttest.Case) int {
	wrong := 0
	for _, c := range cases {
		inJSON := c.Check(func(w io.Writer) slog.Handler { return p.handler(w, false) })
		inText := c.Check(func(w io.Writer) slog.Handler { return p.handler(w, true) })
		if inJSON != "" || inText != "" {
			wrong++
		}
	}
	return wrong
}

// Run with -v for the table. What peers leak depends on what they are told; the
// handlers of the standard library leak all, by construction of the cases.
func TestPeersLeaks(t *testing.T) {
	leaks, damages := redacttest.LeakCases(), redacttest.DamageCases()
	for _, p := range peers() {
		leaked, damaged := p.score(leaks), p.score(damages)
		t.Logf("%-20s leaks %2d of %d, damages %2d of %d", p.name, leaked, len(leaks), damaged, len(damages))
		if p.name == "fieldsafe" && leaked+damaged > 0 {
			t.Error("ours is to leak and to damage nothing")
		}
	}
}

// Each peer takes turns with the bare handler. All run with the catalogue in memory,
// so that the collector of garbage has the same to go through.
func BenchmarkSlog(b *testing.B) {
	detect.Default()
	for _, record := range records() {
		logs := func(p peer) func(call int) {
			logger := slog.New(p.handler(io.Discard, false)).With(record.with...)
			return func(call int) {
				logger.LogAttrs(context.Background(), slog.LevelInfo, record.log(call), record.attrs(call)...)
			}
		}
		bare := peers()[0]
		for _, p := range peers()[1:] {
			b.Run(record.name+"/"+p.name, func(b *testing.B) { turns.Compare(b, 200, logs(bare), logs(p)) })
		}
	}
}
