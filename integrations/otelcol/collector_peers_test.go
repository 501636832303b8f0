//go:build collector

// The peers of the collector under test: clients, and what it sends to.
package fieldsafeprocessor

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/collector/pdata/plog"
	"go.opentelemetry.io/collector/pdata/plog/plogotlp"
	"go.opentelemetry.io/collector/pdata/pmetric/pmetricotlp"
	"go.opentelemetry.io/collector/pdata/ptrace/ptraceotlp"
	"google.golang.org/grpc"
	"google.golang.org/grpc/credentials/insecure"
)

// sink is where the collector sends to. It keeps what arrives, in order, as JSON.
// While it is busy it refuses every third batch, which must be sent again.
type sink struct {
	busy    atomic.Bool
	mu      sync.Mutex
	asked   int
	arrived map[string][]string // by path
}

type request interface {
	UnmarshalProto([]byte) error
	MarshalProto() ([]byte, error)
	MarshalJSON() ([]byte, error)
}

func (s *sink) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.asked++; s.busy.Load() && s.asked%3 == 0 {
		w.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	request := map[string]request{
		"/v1/logs": plogotlp.NewExportRequest(), "/v1/traces": ptraceotlp.NewExportRequest(), "/v1/metrics": pmetricotlp.NewExportRequest(),
	}[r.URL.Path]
	err = errors.Join(err, request.UnmarshalProto(body))
	text, failed := request.MarshalJSON()
	if err = errors.Join(err, failed); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	s.arrived[r.URL.Path] = append(s.arrived[r.URL.Path], string(text))
}

func (s *sink) all(path string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.arrived[path])
}

// overHTTP and overGRPC send logs as OTLP clients do.
func (c *collector) overHTTP(logs plog.Logs) error {
	return c.post("/v1/logs", plogotlp.NewExportRequestFromLogs(logs))
}

// post sends a request, and wants all of it to be taken.
func (c *collector) post(path string, request request) error {
	body, err := request.MarshalProto()
	if err != nil {
		return err
	}
	response, err := http.Post("http://"+c.http+path, "application/x-protobuf", bytes.NewReader(body))
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return errors.New(response.Status)
	}
	return taken(io.ReadAll(response.Body))
}

func (c *collector) overGRPC(logs plog.Logs) error {
	return c.call(func(ctx context.Context, connection *grpc.ClientConn) (answer, error) {
		return plogotlp.NewGRPCClient(connection).Export(ctx, plogotlp.NewExportRequestFromLogs(logs))
	})
}

// answer is what a receiver says.
type answer interface{ MarshalProto() ([]byte, error) }

func (c *collector) call(export func(context.Context, *grpc.ClientConn) (answer, error)) error {
	connection, err := grpc.NewClient(c.grpc, grpc.WithTransportCredentials(insecure.NewCredentials()))
	if err != nil {
		return err
	}
	defer connection.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	said, err := export(ctx, connection)
	if err != nil {
		return err
	}
	return taken(said.MarshalProto())
}

// taken wants an answer, of any signal, in which no part was refused.
func taken(said []byte, err error) error {
	all, failed := plogotlp.NewExportResponse().MarshalProto()
	if err = errors.Join(err, failed); err == nil && !bytes.Equal(said, all) {
		err = fmt.Errorf("not all was taken: %q", said)
	}
	return err
}

// deliver sends until that has succeeded.
func deliver(t *testing.T, send func() error) {
	t.Helper()
	require.Eventually(t, func() bool { return send() == nil }, time.Minute, 20*time.Millisecond)
}
