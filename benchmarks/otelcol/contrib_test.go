// Package otelcol compares the processor with the redaction processor of
// opentelemetry-collector-contrib, on the same data in the same run.
//
//	go test -run '^$' -bench Logs -cpu 1 -count 3 ./benchmarks/otelcol
package otelcol

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	fieldsafeprocessor "github.com/fieldsafe/fieldsafe/integrations/otelcol"
	"github.com/open-telemetry/opentelemetry-collector-contrib/processor/redactionprocessor"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/confmap"
	"go.opentelemetry.io/collector/consumer"
	"go.opentelemetry.io/collector/consumer/consumertest"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/processor"
	"go.opentelemetry.io/collector/processor/processortest"
)

// What people block with the redaction processor, written as they write it.
var eightPatterns = []any{
	`[a-zA-Z0-9._%+-]+@[a-zA-Z0-9.-]+\.[a-zA-Z]{2,}`,                          // e-mail address
	`\b(?:4[0-9]{12}(?:[0-9]{3})?|5[1-5][0-9]{14}|3[47][0-9]{13})\b`,          // payment card
	`\b\d{3}-\d{2}-\d{4}\b`,                                                   // US Social Security number
	`\b(?:\+1[-. ]?)?\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}\b`,                       // phone number
	`\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b`,                                        // IBAN
	`\bAKIA[0-9A-Z]{16}\b`,                                                    // AWS access key ID
	`\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\b`,                   // JSON Web Token
	`(?i)(?:password|passwd|secret|token|api[_-]?key)["']?\s*[:=]\s*["']?\S+`, // assignment
}

// secrets are one of each kind that the patterns are for.
func secrets() []string {
	return []string{
		"jane.doe@example.com", "4242424242424242", "536-90-4399", "(212) 555-0143", "DE89370400440532013000",
		"AKIA" + strings.Repeat("Q3ZX", 4), "eyJ" + "hbGciOiJIUzI1NiJ9.eyJzdWIiOiI0MiJ9." + strings.Repeat("dBjftJeZ", 5), "password=velvet-57",
	}
}

// batch is logs as a web service writes them: a line and eight attributes each.
// One record in that many holds a secret in its line.
func batch(records, oneIn int) plog.Logs {
	random := rand.New(rand.NewPCG(1, 2))
	logs := plog.NewLogs()
	resource := logs.ResourceLogs().AppendEmpty()
	resource.Resource().Attributes().PutStr("service.name", "checkout")
	resource.Resource().Attributes().PutStr("host.name", "ip-10-0-3-17.eu-west-1.compute.internal")
	scope := resource.ScopeLogs().AppendEmpty()
	for i := range records {
		order, took := random.IntN(1e6), random.IntN(4000)
		line := fmt.Sprintf("order %d of customer %x confirmed by warehouse %d after %d ms, next step is shipping with route %c%d",
			order, random.Uint64(), random.IntN(40), took, 'A'+random.IntN(26), random.IntN(300))
		if oneIn > 0 && i%oneIn == 0 {
			line += " contact " + secrets()[i/oneIn%len(secrets())]
		}
		record := scope.LogRecords().AppendEmpty()
		record.Body().SetStr(line)
		a := record.Attributes()
		a.PutStr("http.request.method", []string{"GET", "POST", "PUT"}[random.IntN(3)])
		a.PutStr("http.route", "/api/v1/orders/{id}")
		a.PutStr("url.full", fmt.Sprintf("https://shop.example.com/api/v1/orders/%d?page=%d", order, random.IntN(9)))
		a.PutInt("http.response.status_code", 200)
		a.PutStr("user_agent.original", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
		a.PutDouble("duration", float64(took)/1000)
		a.PutStr("k8s.pod.name", fmt.Sprintf("checkout-7d9c5b8f6d-%05x", random.IntN(1<<20)))
		a.PutStr("thread.name", fmt.Sprintf("worker-%d", random.IntN(16)))
	}
	return logs
}

func configured(t testing.TB, f processor.Factory, settings map[string]any) component.Config {
	t.Helper()
	cfg := f.CreateDefaultConfig()
	require.NoError(t, confmap.NewFromStringMap(settings).Unmarshal(cfg))
	return cfg
}

func create(t testing.TB, f processor.Factory, settings map[string]any, next consumer.Logs) processor.Logs {
	t.Helper()
	p, err := f.CreateLogs(context.Background(), processortest.NewNopSettings(f.Type()), configured(t, f, settings), next)
	require.NoError(t, err)
	return p
}

var processors = []struct {
	name     string
	factory  processor.Factory
	settings map[string]any
}{
	{"fieldsafe", fieldsafeprocessor.NewFactory(), nil},
	{"redaction", redactionprocessor.NewFactory(), map[string]any{
		"allow_all_keys": true, "redact_all_types": true, "summary": "silent", "blocked_values": eightPatterns,
	}},
}

// Both do the work that is timed.
func TestBothRedact(t *testing.T) {
	for _, p := range processors {
		var sink consumertest.LogsSink
		require.NoError(t, create(t, p.factory, p.settings, &sink).ConsumeLogs(context.Background(), batch(8, 1)))
		for i, record := range sink.AllLogs()[0].ResourceLogs().At(0).ScopeLogs().At(0).LogRecords().All() {
			require.NotContains(t, record.Body().Str(), secrets()[i], p.name)
			require.Contains(t, record.Body().Str(), "order ", p.name)
		}
	}
}

func BenchmarkLogs(b *testing.B) {
	for _, data := range []struct {
		name  string
		oneIn int
	}{{"clean", 0}, {"one in 20", 20}} {
		for _, p := range processors {
			b.Run(data.name+"/"+p.name, func(b *testing.B) {
				const records = 4000 // more different values than the processor remembers
				original := batch(records, data.oneIn)
				running := create(b, p.factory, p.settings, consumertest.NewNop())
				for b.Loop() {
					b.StopTimer()
					logs := plog.NewLogs()
					original.CopyTo(logs)
					b.StartTimer()
					if err := running.ConsumeLogs(context.Background(), logs); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/records, "ns/record")
			})
		}
	}
}
