// Package logs generates log lines as programs write them: six styles, full of
// the numbers, hashes and identifiers that a scanner must look at and let pass.
// The lines depend on the seed alone, so that two runs compare the same bytes.
package logs

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"
)

// Styles are the names of the styles of lines.
var Styles = []string{"syslog", "JSON", "logfmt", "nginx", "Java", "Kubernetes"}

// Lines returns that many lines of one style, without anything sensitive.
func Lines(seed uint64, style string, count int) string {
	g := newGenerator(seed)
	write := g.styles()[slices.Index(Styles, style)]
	var out strings.Builder
	for range count {
		out.WriteString(write())
		out.WriteByte('\n')
	}
	return out.String()
}

// Clean returns log lines that hold nothing sensitive, together at most size
// bytes long and at most one line shorter.
func Clean(seed uint64, size int) string {
	g := newGenerator(seed)
	var out strings.Builder
	for {
		line := g.line()
		if out.Len()+len(line)+1 > size {
			return out.String()
		}
		out.WriteString(line)
		out.WriteByte('\n')
	}
}

type generator struct {
	random *rand.Rand
	now    time.Time
}

func newGenerator(seed uint64) *generator {
	return &generator{rand.New(rand.NewPCG(seed, 0)), time.Date(2026, 3, 15, 9, 26, 53, 0, time.UTC)}
}

var (
	services = []string{"orders", "billing-export", "search", "inventory", "mailer", "gateway", "scheduler"}
	levels   = []string{"INFO", "INFO", "INFO", "DEBUG", "WARN", "ERROR"}
	paths    = []string{"/api/v1/orders", "/api/v1/items/search", "/healthz", "/static/app.3f9c2a.js", "/metrics"}
	agents   = []string{"curl/8.5.0", "Go-http-client/2.0", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"}
	events   = []string{
		"cache refreshed", "connection reset by peer, will retry", "compaction finished",
		"request accepted", "queue is drained", "leader elected", "configuration reloaded from disk",
		"slow query, see the plan", "worker started", "snapshot written and synced",
	}
)

func (g *generator) line() string {
	g.now = g.now.Add(time.Duration(g.random.IntN(2_000_000)) * time.Microsecond)
	return g.styles()[g.random.IntN(len(Styles))]()
}

// styles are in the order of Styles.
func (g *generator) styles() []func() string {
	return []func() string{g.syslog, g.json, g.logfmt, g.nginx, g.java, g.kubernetes}
}

func (g *generator) syslog() string {
	return fmt.Sprintf("%s %s-%02d %s[%d]: %s (%d of %d, %d KiB)",
		g.now.Format(time.Stamp), g.pick(services), g.number(20), g.pick(services), 1000+g.number(30000),
		g.pick(events), g.number(100), 100+g.number(900), g.number(65536))
}

func (g *generator) json() string {
	return fmt.Sprintf(`{"time":"%s","level":"%s","msg":"%s","service":"%s","trace_id":"%s","duration_ms":%d.%03d,"attempt":%d}`,
		g.now.Format(time.RFC3339Nano), g.pick(levels), g.pick(events), g.pick(services), g.hex(32),
		g.number(5000), g.number(1000), 1+g.number(5))
}

func (g *generator) logfmt() string {
	return fmt.Sprintf(`ts=%s level=%s caller=%s/store.go:%d msg="%s" blocks=%d took=%d.%dms commit=%s`,
		g.now.Format(time.RFC3339), strings.ToLower(g.pick(levels)), g.pick(services), 10+g.number(900),
		g.pick(events), g.number(4096), g.number(900), g.number(10), g.hex(40))
}

func (g *generator) nginx() string {
	return fmt.Sprintf(`10.%d.%d.%d - - [%s] "GET %s?page=%d&sort=created HTTP/1.1" %d %d "-" "%s"`,
		g.number(256), g.number(256), 1+g.number(254), g.now.Format("02/Jan/2006:15:04:05 -0700"),
		g.pick(paths), g.number(50), 200+g.number(2)*104, g.number(1<<20), g.pick(agents))
}

func (g *generator) java() string {
	return fmt.Sprintf("%s %-5s [http-nio-8080-exec-%d] c.e.%s.Worker - %s: batch %s in %d ms",
		g.now.Format("2006-01-02 15:04:05,000"), g.pick(levels), 1+g.number(16), g.pick(services),
		g.pick(events), g.uuid(), g.number(30000))
}

func (g *generator) kubernetes() string {
	service := g.pick(services)
	return fmt.Sprintf(`I%s       1 reconciler.go:%d] "%s" controller="deployment" namespace="shop" pod="%s-%s-%s" generation=%d`,
		g.now.Format("0102 15:04:05.000000"), 10+g.number(900), g.pick(events),
		service, g.hex(10), g.hex(5), g.number(40))
}

func (g *generator) pick(list []string) string { return list[g.random.IntN(len(list))] }

func (g *generator) number(limit int) int { return g.random.IntN(limit) }

func (g *generator) hex(length int) string {
	digits := make([]byte, length)
	for i := range digits {
		digits[i] = "0123456789abcdef"[g.random.IntN(16)]
	}
	return string(digits)
}

func (g *generator) uuid() string {
	return strings.Join([]string{g.hex(8), g.hex(4), "4" + g.hex(3), "a" + g.hex(3), g.hex(12)}, "-")
}
