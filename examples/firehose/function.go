package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"time"

	"github.com/aws/aws-lambda-go/events"

	"github.com/fieldsafe/fieldsafe/redact"
)

const (
	// maxResponse is what Lambda takes as a response to a synchronous call, in
	// bytes. See "Lambda quotas" in the AWS documentation.
	maxResponse = 6 << 20
	// maxInflated bounds what a compressed record may become, in bytes.
	maxInflated = 64 << 20
	// margin is left for the response before Lambda ends the function.
	margin = 2 * time.Second
)

// function redacts events.
type function struct {
	out    io.Writer // events of a subscription, one a line
	limit  int       // of a response, in bytes
	log    *slog.Logger
	labels policy
	erase  policy // never makes a record larger
}

// policy is one set of options for the two kinds of records.
type policy struct{ text, envelope *redact.Redactor }

func newFunction(out io.Writer, log *slog.Logger) (*function, error) {
	labels, err := newPolicy(redact.Label)
	if err != nil {
		return nil, err
	}
	erase, err := newPolicy(redact.Erase)
	return &function{out, maxResponse, log, labels, erase}, err
}

// newPolicy makes redactors. What AWS puts around the messages of CloudWatch
// Logs is no secret to whoever subscribes, but an account number to a detector.
func newPolicy(with redact.Replacer) (policy, error) {
	text, err := redact.New(&redact.Options{Replace: with})
	if err != nil {
		return policy{}, err
	}
	envelope, err := redact.New(&redact.Options{Replace: with, MaxBytes: maxInflated, Keys: map[string]redact.Replacer{
		"owner": redact.Keep, "logGroup": redact.Keep, "logStream": redact.Keep, "logEvents.id": redact.Keep,
		"logEvents.timestamp": redact.Keep,
	}})
	return policy{text, envelope}, err
}

// transform redacts the records of a batch. Each record has its answer, in the
// same order: those that cannot be read, that there is no time for, or that do
// not fit into a response are marked as failed, so that Data Firehose keeps
// them in its error output. None is dropped.
func (f *function) transform(ctx context.Context, event events.KinesisFirehoseEvent) events.KinesisFirehoseResponse {
	response := f.answer(ctx, event, f.labels)
	if size(response) > f.limit {
		response = f.answer(ctx, event, f.erase)
	}
	left, failed := f.limit-overhead, 0
	for i := range response.Records {
		record := &response.Records[i]
		if left -= recordSize(record); left < 0 {
			fail(record)
		}
		if record.Result != events.KinesisFirehoseTransformedStateOk {
			failed++
		}
	}
	if failed > 0 {
		f.log.Warn("records failed", "failed", failed, "records", len(response.Records), "invocation", event.InvocationID)
	}
	return response
}

func (f *function) answer(ctx context.Context, event events.KinesisFirehoseEvent, with policy) events.KinesisFirehoseResponse {
	records := make([]events.KinesisFirehoseResponseRecord, len(event.Records))
	deadline, limited := ctx.Deadline()
	for i, record := range event.Records {
		out := &records[i]
		out.RecordID, out.Result = record.RecordID, events.KinesisFirehoseTransformedStateOk
		if limited && time.Until(deadline) < margin {
			fail(out)
			continue
		}
		data, err := with.record(record.Data)
		if err != nil {
			fail(out)
			continue
		}
		out.Data = data
	}
	return events.KinesisFirehoseResponse{Records: records}
}

func fail(record *events.KinesisFirehoseResponseRecord) {
	record.Result, record.Data = events.KinesisFirehoseTransformedStateProcessingFailed, []byte{}
}

// overhead is what stands in a response beside the records, in bytes.
const overhead = len(`{"records":[]}`)

func size(response events.KinesisFirehoseResponse) int {
	n := overhead
	for i := range response.Records {
		n += recordSize(&response.Records[i])
	}
	return n
}

// recordSize returns the bytes that a record takes in a response.
func recordSize(record *events.KinesisFirehoseResponseRecord) int {
	bare := *record
	bare.Data = []byte{}
	text, err := json.Marshal(bare)
	if err != nil {
		return maxResponse
	}
	return len(text) + len(",") + base64.StdEncoding.EncodedLen(len(record.Data))
}

// record redacts the data of a record: lines of text or JSON, or what
// CloudWatch Logs sends, which is JSON compressed with gzip.
func (p policy) record(data []byte) ([]byte, error) {
	if !bytes.HasPrefix(data, []byte{0x1f, 0x8b}) {
		return p.lines(data), nil
	}
	text, err := inflate(data)
	if err != nil {
		return nil, err
	}
	if !json.Valid(text) {
		return deflate(p.lines(text)), nil
	}
	return deflate(p.envelope.JSON(text)), nil
}

// lines redacts text of any number of lines.
func (p policy) lines(text []byte) []byte {
	var out bytes.Buffer
	w := p.text.Writer(&out)
	_, _ = w.Write(text) // a buffer takes everything
	_ = w.Close()
	return out.Bytes()
}

var errInflate = errors.New("firehose: the record cannot be decompressed")

func inflate(data []byte) ([]byte, error) {
	r, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, errInflate
	}
	text, err := io.ReadAll(io.LimitReader(r, maxInflated+1))
	if err != nil || len(text) > maxInflated {
		return nil, errInflate
	}
	return text, nil
}

func deflate(text []byte) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, _ = w.Write(text)
	_ = w.Close()
	return out.Bytes()
}

// subscription writes the events of a CloudWatch Logs subscription, redacted, one
// a line.
func (f *function) subscription(event events.CloudwatchLogsEvent) error {
	data, err := base64.StdEncoding.DecodeString(event.AWSLogs.Data)
	if err != nil {
		return errInflate
	}
	text, err := inflate(data)
	if err != nil {
		return err
	}
	var batch events.CloudwatchLogsData
	if json.Unmarshal(f.labels.envelope.JSON(text), &batch) != nil {
		return errUnknown
	}
	out := json.NewEncoder(f.out)
	out.SetEscapeHTML(false)
	for _, e := range batch.LogEvents {
		if err := out.Encode(line{batch.LogGroup, batch.LogStream, e}); err != nil {
			return err
		}
	}
	return nil
}

// line is one event of a subscription.
type line struct {
	LogGroup  string `json:"logGroup"`
	LogStream string `json:"logStream"`
	events.CloudwatchLogsLogEvent
}
