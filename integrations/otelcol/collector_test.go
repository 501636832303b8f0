//go:build collector

// What stands here takes minutes the first time: it builds a collector.
//
//	go test -tags collector -run TestCollector ./integrations/otelcol
package fieldsafeprocessor

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/plog/plogotlp"
	"go.opentelemetry.io/collector/pdata/pmetric/pmetricotlp"
	"go.opentelemetry.io/collector/pdata/ptrace/ptraceotlp"
	"google.golang.org/grpc"
)

const builder = "go.opentelemetry.io/collector/cmd/builder@v0.162.0"

// build makes a collector from builder.yaml and this tree.
func build(t *testing.T) (binary string) {
	t.Helper()
	manifest, err := os.ReadFile("builder.yaml")
	require.NoError(t, err)
	here, err := filepath.Abs(".")
	require.NoError(t, err)
	dir := t.TempDir()
	out := strings.NewReplacer("./_build", dir, "=> ../../..", "=> "+filepath.Dir(filepath.Dir(here)), "=> ..", "=> "+here).Replace(string(manifest))
	config := filepath.Join(dir, "builder.yaml")
	require.NoError(t, os.WriteFile(config, []byte(out), 0o600))
	cmd := exec.Command("go", "run", builder, "--config", config)
	cmd.Env = append(os.Environ(), "GOWORK=off", "CGO_ENABLED=0")
	output, err := cmd.CombinedOutput()
	require.NoError(t, err, string(output))
	return filepath.Join(dir, "otelcol-fieldsafe")
}

// configuration has a pipeline for each signal in which nothing is queued: what
// a client is told has arrived, has arrived at the sink.
const configuration = `
receivers:
  otlp: {protocols: {grpc: {endpoint: "%[1]s"}, http: {endpoint: "%[2]s"}}}
processors:
  fieldsafe:
    actions: {keys: {customer: pseudonym}}
    pseudonym: {key: "${file:%[3]s}"}
exporters:
  otlphttp: {endpoint: "%[4]s", compression: none, sending_queue: {enabled: false}, retry_on_failure: {enabled: false}}
service:
  telemetry:
    logs: {level: debug}
    metrics: {readers: [{pull: {exporter: {prometheus: {host: 127.0.0.1, port: %[5]s}}}}]}
  pipelines:
    logs: &all {receivers: [otlp], processors: [fieldsafe], exporters: [otlphttp]}
    traces: *all
    metrics: *all
`

// collector is the process, and where it listens.
type collector struct {
	binary, config       string
	grpc, http, internal string
	output               bytes.Buffer
	cmd                  *exec.Cmd
}

func newCollector(t *testing.T, sink string) *collector {
	t.Helper()
	c := &collector{binary: build(t), grpc: freeAddress(t), http: freeAddress(t), internal: freeAddress(t)}
	dir := t.TempDir()
	key := filepath.Join(dir, "key")
	require.NoError(t, os.WriteFile(key, []byte(strings.Repeat("5ca1ab1e", 8)+"\n"), 0o600))
	_, port, err := net.SplitHostPort(c.internal)
	require.NoError(t, err)
	c.config = filepath.Join(dir, "config.yaml")
	text := fmt.Sprintf(configuration, c.grpc, c.http, key, sink, port)
	require.NoError(t, os.WriteFile(c.config, []byte(text), 0o600))
	return c
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer l.Close()
	return l.Addr().String()
}

func (c *collector) start(t *testing.T) {
	t.Helper()
	c.cmd = exec.Command(c.binary, "--config", c.config)
	c.cmd.Stdout, c.cmd.Stderr = &c.output, &c.output
	require.NoError(t, c.cmd.Start())
}

// kill ends it without a chance to say goodbye.
func (c *collector) kill() {
	_ = c.cmd.Process.Kill()
	_ = c.cmd.Wait()
}

// batch is a batch of logs that is known by its number.
func batch(number int, what string) plog.Logs {
	return fill(&planter{what: what, places: 1000 * number})
}

func fill(p *planter) plog.Logs {
	logs := p.logs()
	for i := range 20 {
		record := logs.ResourceLogs().At(0).ScopeLogs().At(0).LogRecords().AppendEmpty()
		record.Body().SetStr(p.text())
		record.Attributes().PutInt("sequence", int64(i))
	}
	return logs
}

const batchesEach = 100

func TestCollector(t *testing.T) {
	s := &sink{arrived: map[string][]string{}}
	server := httptest.NewServer(s)
	defer server.Close()
	c := newCollector(t, server.URL)
	c.start(t)
	t.Cleanup(c.kill)
	t.Run("nothing leaked, lost or reordered although it is killed and refused", func(t *testing.T) { c.survives(t, s) })
	t.Run("traces and metrics", func(t *testing.T) { c.otherSignals(t, s) })
	t.Run("equal values have equal pseudonyms after a restart", func(t *testing.T) { c.pseudonyms(t, s) })
	t.Run("counters", func(t *testing.T) { c.counts(t) })
	t.Run("a mistake in the configuration", func(t *testing.T) { c.refuses(t) })
	t.Run("what the README says to try", func(t *testing.T) { c.tries(t) })
	c.kill()
	if text := c.output.String(); strings.Contains(text, mail) || !strings.Contains(text, "sensitive value found") {
		t.Errorf("the log of the collector: %.2000s", text)
	}
}

// survives kills the collector while both clients send to a busy sink.
func (c *collector) survives(t *testing.T, s *sink) {
	s.busy.Store(true)
	defer s.busy.Store(false)
	var group sync.WaitGroup
	half := make(chan bool, 4)
	for i, send := range []func(plog.Logs) error{c.overHTTP, c.overGRPC} {
		group.Go(func() {
			defer func() { half <- true }() // be it that it failed before
			for n := range batchesEach {
				deliver(t, func() error { return send(batch(2*n+i, mail)) })
				if n == batchesEach/2 {
					half <- true
				}
			}
		})
	}
	<-half
	c.kill()
	c.start(t)
	group.Wait()

	arrived := map[string]int{} // the last time that it did
	for at, text := range s.all("/v1/logs") {
		arrived[text] = at
	}
	last := [2]int{-1, -1} // of each client, which sends one after the other
	for number := range 2 * batchesEach {
		want, err := plogotlp.NewExportRequestFromLogs(batch(number, address)).MarshalJSON()
		require.NoError(t, err)
		at, found := arrived[string(want)]
		if !found {
			t.Fatalf("batch %d did not arrive as it should: %s", number, cmp.Diff(string(want), s.all("/v1/logs")[number]))
		}
		if at < last[number%2] {
			t.Errorf("batch %d arrived before the one before it", number)
		}
		last[number%2] = at
		delete(arrived, string(want))
	}
	for text := range arrived {
		t.Error("arrived, and was never sent:", text)
	}
}

func (c *collector) otherSignals(t *testing.T, s *sink) {
	traces := func(what string) ptraceotlp.ExportRequest {
		return ptraceotlp.NewExportRequestFromTraces((&planter{what: what}).traces())
	}
	metrics := func(what string) pmetricotlp.ExportRequest {
		return pmetricotlp.NewExportRequestFromMetrics((&planter{what: what}).metrics())
	}
	for path, signal := range map[string]struct {
		sent, want request
		export     func(context.Context, *grpc.ClientConn) (answer, error)
	}{
		"/v1/traces": {traces(mail), traces(address), func(ctx context.Context, connection *grpc.ClientConn) (answer, error) {
			return ptraceotlp.NewGRPCClient(connection).Export(ctx, traces(mail))
		}},
		"/v1/metrics": {metrics(mail), metrics(address), func(ctx context.Context, connection *grpc.ClientConn) (answer, error) {
			return pmetricotlp.NewGRPCClient(connection).Export(ctx, metrics(mail))
		}},
	} {
		deliver(t, func() error { return c.post(path, signal.sent) })
		deliver(t, func() error { return c.call(signal.export) })
		want, err := signal.want.MarshalJSON()
		require.NoError(t, err)
		if diff := cmp.Diff([]string{string(want), string(want)}, s.all(path)); diff != "" {
			t.Error(diff)
		}
	}
}

func (c *collector) pseudonyms(t *testing.T, s *sink) {
	for range 2 {
		logs := plog.NewLogs()
		record := logs.ResourceLogs().AppendEmpty().ScopeLogs().AppendEmpty().LogRecords().AppendEmpty()
		record.Attributes().PutStr("customer", "number 7")
		deliver(t, func() error { return c.overGRPC(logs) })
		c.kill()
		c.start(t)
	}
	all := s.all("/v1/logs")
	first, second := all[len(all)-2], all[len(all)-1]
	if first != second || !strings.Contains(first, `"[REDACTED:rule:1:`) {
		t.Errorf("%s and %s", first, second)
	}
}

func (c *collector) counts(t *testing.T) {
	deliver(t, func() error { return c.overHTTP(batch(0, mail)) })
	response, err := http.Get("http://" + c.internal + "/metrics")
	require.NoError(t, err)
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	require.NotContains(t, string(text), mail)
	p := planter{what: mail}
	fill(&p)
	require.Contains(t, string(text), fmt.Sprintf(`%s{detector="email_address",otel_signal="logs",processor="fieldsafe"} %d`, metricFindings, p.places))
}

func (c *collector) refuses(t *testing.T) {
	text, err := os.ReadFile(c.config)
	require.NoError(t, err)
	wrong := filepath.Join(t.TempDir(), "config.yaml")
	require.NoError(t, os.WriteFile(wrong, bytes.Replace(text, []byte("  fieldsafe:\n"), []byte("  fieldsafe:\n    min_confidence: sure\n"), 1), 0o600))
	output, err := exec.Command(c.binary, "validate", "--config", wrong).CombinedOutput()
	require.Error(t, err)
	require.Contains(t, string(output), "processors::fieldsafe: min_confidence: must be possible, likely or certain")
}

// tries sends what the README sends, and looks for what it shows.
func (c *collector) tries(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	said := regexp.MustCompile("(?s)```sh\ncurl -H 'Content-Type: ([^']*)' 127.0.0.1:4318(\\S+) -d '([^']*)'\n```\n\n```\n(.*?)```").FindSubmatch(readme)
	require.NotNil(t, said)
	example, err := os.ReadFile("example.yaml")
	require.NoError(t, err)
	address, config := freeAddress(t), filepath.Join(t.TempDir(), "config.yaml")
	require.NoError(t, os.WriteFile(config, bytes.Replace(example, []byte("127.0.0.1:4318"), []byte(address), 1), 0o600))

	small := &collector{binary: c.binary, config: config}
	small.start(t)
	deliver(t, func() error {
		response, err := http.Post("http://"+address+string(said[2]), string(said[1]), bytes.NewReader(said[3]))
		if err != nil {
			return err
		}
		require.Equal(t, http.StatusOK, response.StatusCode)
		return response.Body.Close()
	})
	require.NoError(t, small.cmd.Process.Signal(os.Interrupt))
	require.NoError(t, small.cmd.Wait())
	require.Contains(t, small.output.String(), string(said[4]))
}
