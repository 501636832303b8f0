package detect

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// logGenerator writes log lines that hold nothing sensitive, the same ones every
// time, in the styles that services write.
type logGenerator struct{ random *rand.Rand }

func (g logGenerator) pick(words string) string {
	list := strings.Fields(words)
	return list[g.random.IntN(len(list))]
}

func (g logGenerator) hex(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = "0123456789abcdef"[g.random.IntN(16)]
	}
	return string(b)
}

func (g logGenerator) verb() string {
	return g.pick("accepted rejected queued retried flushed opened closed")
}
func (g logGenerator) noun() string {
	return g.pick("request batch segment lease snapshot worker stream")
}
func (g logGenerator) host() string {
	return fmt.Sprintf("%s-%d", g.pick("store cart edge batch index"), g.random.IntN(90))
}

func (g logGenerator) clock() string {
	return fmt.Sprintf("%02d:%02d:%02d", g.random.IntN(24), g.random.IntN(60), g.random.IntN(60))
}

func (g logGenerator) line() string {
	r := g.random
	switch r.IntN(7) {
	case 0: // key=value
		return fmt.Sprintf(`time=2026-03-15T%sZ level=info msg="%s %s" shard=%d took=%dms attempt=%d host=%s`, g.clock(), g.noun(), g.verb(), r.IntN(512), r.IntN(9000), r.IntN(5), g.host())
	case 1: // JSON
		return fmt.Sprintf(`{"ts":"2026-03-15T%s.%03dZ","level":"warn","logger":"orders.%s","msg":"%s %s","span":"%s","bytes":%d}`, g.clock(), r.IntN(1000), g.noun(), g.noun(), g.verb(), g.hex(16), r.IntN(1<<20))
	case 2: // a web server
		return fmt.Sprintf(`10.20.2.%d - - [15/Mar/2026:%s +0000] "GET /api/v%d/%ss/%d?page=%d HTTP/1.1" %d %d "-" "probe/1.%d"`, r.IntN(256), g.clock(), r.IntN(4), g.noun(), r.IntN(90000), r.IntN(40), 200+100*r.IntN(4), r.IntN(60000), r.IntN(30))
	case 3: // a system log
		return fmt.Sprintf(`Mar 15 %s %s kernel: [%5d.%06d] eth%d: link %s, %d packets dropped`, g.clock(), g.host(), r.IntN(99999), r.IntN(999999), r.IntN(4), g.verb(), r.IntN(3000))
	case 4: // a stack trace
		return fmt.Sprintf("\tat org.shop.%s.%sHandler.%s(%sHandler.java:%d) ~[orders-1.%d.%d.jar:?]", g.noun(), g.noun(), g.verb(), g.noun(), r.IntN(900), r.IntN(20), r.IntN(20))
	case 5: // a controller
		return fmt.Sprintf(`I0315 %s.%06d       1 %s_controller.go:%d] "%s %s" pod="shop/%s-%s-%s" generation=%d`, g.clock(), r.IntN(999999), g.noun(), r.IntN(900), g.noun(), g.verb(), g.noun(), g.hex(9), g.hex(5), r.IntN(30))
	}
	return fmt.Sprintf("%s %s #%d: %s %s after %d of %d in %.2fs", g.clock(), strings.ToUpper(g.pick("info debug trace")), r.IntN(999), g.noun(), g.verb(), r.IntN(100), r.IntN(1000), r.Float64()*10)
}

// cleanLog returns n bytes of lines in which nothing is found.
func cleanLog(n int) string {
	g := logGenerator{rand.New(rand.NewPCG(11, 12))}
	var b strings.Builder
	for b.Len() < n {
		if line := g.line(); len(Default().Append(nil, line)) == 0 {
			b.WriteString(line + "\n")
		}
	}
	return b.String()[:n]
}

// moreDetectors generates n detectors as a catalogue has them: vendor prefixes,
// grouped numbers beside a keyword, identifiers of letters and digits.
func moreDetectors(n int) []*Detector {
	random := rand.New(rand.NewPCG(13, 14))
	word := func(n int) string {
		b := make([]byte, n)
		for i := range b {
			b[i] = byte('a' + random.IntN(26))
		}
		return string(b)
	}
	out := make([]*Detector, n)
	for i := range out {
		d := &Detector{ID: fmt.Sprintf("generated_%03d", i), Title: "generated", Category: Personal}
		switch a, b := 2+random.IntN(4), 2+random.IntN(4); i % 3 {
		case 0:
			d.Category, d.Pattern = Credential, fmt.Sprintf(`%s_[A-Za-z0-9]{%d}`, word(4), 24+random.IntN(20))
		case 1:
			d.Pattern = fmt.Sprintf(`\d{%d}-\d{%d}-\d{4}`, a, b)
			d.Contextual = fmt.Sprintf(`\d{%d}-?\d{%d}-?\d{4}`, a, b)
			d.Verify = func(value string) Verdict { return validIf(value[0]%7 == value[len(value)-1]%7) }
		case 2:
			d.Contextual = fmt.Sprintf(`[A-Z]{%d}\d{%d}`, a-1, 4+b)
		}
		if d.Contextual != "" {
			d.Keywords = []string{word(7), word(5) + " " + word(6), word(9) + " number"}
		}
		out[i] = d
	}
	return out
}

// detectorsFor returns n detectors spread over the catalogue and, where that is
// too small, generated ones beyond.
func detectorsFor(n int) []*Detector {
	all := onByDefault()
	out := make([]*Detector, 0, n)
	for i := range min(n, len(all)) {
		out = append(out, all[i*len(all)/min(n, len(all))])
	}
	return append(out, moreDetectors(n-len(out))...)
}

func TestGeneratedDetectorsCompile(t *testing.T) {
	detectors := detectorsFor(2000)
	require.Len(t, detectors, 2000)
	_, err := New(&Options{Detectors: detectors})
	require.NoError(t, err)
}

// BenchmarkDetectors shows how the cost of clean text grows with the number of
// detectors.
func BenchmarkDetectors(b *testing.B) {
	text := cleanLog(64 << 10)
	for _, n := range []int{20, 80, 764, 2000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s, err := New(&Options{Detectors: detectorsFor(n)})
			require.NoError(b, err)
			benchmarkAppend(b, s, text)
		})
	}
}

func benchmarkAppend(b *testing.B, s *Scanner, text string) {
	found := s.Append(nil, text)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		found = s.Append(found[:0], text)
	}
}

const benchmarkLine = `2026-03-15T09:26:53.412Z INFO  orders/store.go:412 request accepted path=/api/v1/orders/18342 status=200 took=12.5ms n=7`

func BenchmarkAppend(b *testing.B) {
	log := cleanLog(64 << 10)
	for _, input := range []struct{ name, text string }{
		{"clean-64KiB", log},
		{"clean-line-120B", benchmarkLine[:120]},
		{"clean-json-line", `{"ts":"2026-03-15T09:26:53.412Z","level":"warn","logger":"orders.lease","msg":"segment flushed","span":"4bf92f3577b34da6","bytes":18342}`},
		{"dirty-line", "2026-03-15T09:26:53Z INFO login of " + testMail + " failed, card " + testCard + ", password=velvet-Quarry-57"},
		{"dirty-64KiB", strings.Repeat(log[:6000]+"\n"+testMail+" "+testToken+"\n", 12)[:64<<10]},
		{"clean-word", "accepted"},
		{"clean-number", "18342"},
		{"accented-line", "2026-03-15T09:26:53Z INFO Größe des Auftrags überschritten, naïve façade"},
	} {
		b.Run(input.name, func(b *testing.B) { benchmarkAppend(b, Default(), input.text) })
	}
}

// deniable are lines of what the deny layer knows, beside words of the same length:
// what the layer costs is the difference.
var deniable = []struct{ name, line string }{
	{"words", "INFO lease of segment accepted by the worker of the index, then flushed and closed"},
	{"uuid", "INFO lease 3fa85f64-5717-4562-b3fc-2c963f66afa6 of segment accepted and then closed"},
	{"digest", "INFO lease sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"},
	{"epochs", "INFO lease 1773566813 1773566813412 1773566813412345 1773566813412345678 are closed"},
	{"timestamps", "INFO lease 2026-03-15T09:26:53Z 2026-03-15 09:26:53.412 15/Mar/2026:09:26:53 +0000"},
	{"versions", "INFO lease v1.24.3-rc.1+build.77 10.0.19045.4291 go1.26.8 1.2.3.4-5 of the segments"},
	{"arn", "INFO lease arn:aws:dynamodb:eu-west-1:123456789012:table/orders of segment is closed"},
	{"trace", "INFO lease traceparent=00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01 done"},
	{"placeholders", "INFO lease password=${DB_PASSWORD} token=<token> api_key=your-api-key secret=xxxxxx"},
}

func BenchmarkDeny(b *testing.B) {
	for _, input := range deniable {
		b.Run(input.name, func(b *testing.B) { benchmarkAppend(b, Default(), input.line) })
	}
}

func TestDeniableLinesAreClean(t *testing.T) {
	for _, input := range deniable {
		require.Empty(t, ids(Default().Append(nil, input.line)), input.name)
	}
}

func BenchmarkAppendName(b *testing.B) {
	for _, input := range []struct{ name, text string }{
		{"clean-32B", "orders-export-prod-eu-west-1-b07"},
		{"dirty", "backup-" + testSSN + "-jane"},
	} {
		b.Run(input.name, func(b *testing.B) {
			found := Default().AppendName(nil, input.text)
			b.SetBytes(int64(len(input.text)))
			b.ReportAllocs()
			for b.Loop() {
				found = Default().AppendName(found[:0], input.text)
			}
		})
	}
}

func BenchmarkAppendField(b *testing.B) {
	for _, input := range []struct{ name, field, value string }{
		{"clean", "request_id", "3fa85f64-5717-4562-b3fc-2c963f66afa6"},
		{"known-by-name", "AccountNumber", "000123456789"},
	} {
		b.Run(input.name, func(b *testing.B) {
			found := Default().AppendField(nil, input.field, input.value)
			b.ReportAllocs()
			for b.Loop() {
				found = Default().AppendField(found[:0], input.field, input.value)
			}
		})
	}
}

// BenchmarkNew is the first use of a scanner: of text, and of names as well. It
// reports the memory that a scanner keeps.
func BenchmarkNew(b *testing.B) {
	for _, surface := range []struct {
		name string
		use  func(s *Scanner)
	}{
		{"text", func(s *Scanner) { s.Append(nil, "x") }},
		{"text-and-name", func(s *Scanner) { s.Append(nil, "x"); s.AppendName(nil, "x") }},
	} {
		b.Run(surface.name, func(b *testing.B) {
			build := func() *Scanner {
				s, err := New(nil)
				require.NoError(b, err)
				surface.use(s)
				return s
			}
			for b.Loop() {
				build()
			}
			b.ReportMetric(kept(build), "B-kept")
		})
	}
}

// kept returns how many bytes stay allocated for what build makes.
func kept(build func() *Scanner) float64 {
	const copies = 8
	var before, after runtime.MemStats
	var scanners [copies]*Scanner
	runtime.GC()
	runtime.ReadMemStats(&before)
	for i := range scanners {
		scanners[i] = build()
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(scanners)
	return float64(int64(after.HeapAlloc)-int64(before.HeapAlloc)) / copies
}
