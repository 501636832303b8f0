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
	// maxInflated bounds what a compressed record may become, in bytes: memory and
	// the time that one record takes, which must stay below margin.
	maxInflated = 16 << 20
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

// batch is an event of Data Firehose. Unlike that of the package events it keeps
// data as it came, so that a record that cannot be decoded fails by itself.
type batch struct {
	InvocationID string       `json:"invocationId"`
	Records      []dataRecord `json:"records"`
}

type dataRecord struct {
	RecordID string  `json:"recordId"`
	Data     *string `json:"data"` // base64; records of Amazon MSK have none
}

// transform redacts the records of a batch. Each record has its answer, in the
// same order: those that cannot be read, that there is no time for, or that do
// not fit into a response are marked as failed, so that Data Firehose keeps
// them in its error output. None is dropped.
func (f *function) transform(ctx context.Context, event batch) response {
	out := f.answer(ctx, event, f.labels)
	if out.size() > f.limit {
		out = f.answer(ctx, event, f.erase)
	}
	left, lost := f.limit-out.bare(), 0
	for i := range out.Records {
		a := &out.Records[i]
		if left -= a.data(); left < 0 {
			left += a.data()
			a.fail()
		}
		if a.Result == failed {
			lost++
		}
	}
	if lost > 0 {
		f.log.Warn("records failed", "failed", lost, "records", len(out.Records), "invocation", event.InvocationID)
	}
	return out
}

func (f *function) answer(ctx context.Context, event batch, with policy) response {
	records := make([]answer, len(event.Records))
	deadline, limited := ctx.Deadline()
	for i, record := range event.Records {
		out := &records[i]
		out.RecordID, out.Result = record.RecordID, ok
		if limited && time.Until(deadline) < margin {
			out.fail()
			continue
		}
		data, err := with.encoded(record.Data)
		if err != nil {
			out.fail()
			continue
		}
		out.Data = data
	}
	return response{records}
}

// response is what Data Firehose wants. That of the package events also says of
// each record which table it goes into: none.
type response struct {
	Records []answer `json:"records"`
}

type answer struct {
	RecordID string `json:"recordId"`
	Result   string `json:"result"`
	Data     []byte `json:"data"` // must be there, even if empty
}

const (
	ok     = events.KinesisFirehoseTransformedStateOk
	failed = events.KinesisFirehoseTransformedStateProcessingFailed
)

func (a *answer) fail() { a.Result, a.Data = failed, []byte{} }

// size returns how many bytes a response has at most.
func (r response) size() int {
	n := r.bare()
	for _, a := range r.Records {
		n += a.data()
	}
	return n
}

// bare returns how many it would have if all records had failed.
func (r response) bare() int {
	n := len(`{"records":[]}`)
	for _, a := range r.Records {
		a.fail()
		text, err := json.Marshal(a)
		if err != nil {
			return maxResponse
		}
		n += len(text) + len(",")
	}
	return n
}

// data returns the bytes that the data of an answer takes.
func (a answer) data() int { return base64.StdEncoding.EncodedLen(len(a.Data)) }

// encoded redacts what is encoded as base64.
func (p policy) encoded(text *string) ([]byte, error) {
	if text == nil {
		return nil, errUnknown
	}
	data, err := base64.StdEncoding.DecodeString(*text)
	if err != nil {
		return nil, errUnknown
	}
	return p.record(data)
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
	out := bytes.NewBuffer([]byte{}) // not nil: empty is data, too
	w := p.text.Writer(out)
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
	var group logGroup
	if json.Unmarshal(f.labels.envelope.JSON(text), &group) != nil {
		return errUnknown
	}
	out := json.NewEncoder(f.out)
	out.SetEscapeHTML(false)
	for _, e := range group.LogEvents {
		if err := out.Encode(line{group.LogGroup, group.LogStream, e}); err != nil {
			return err
		}
	}
	return nil
}

// logGroup is what CloudWatch Logs sends to a subscriber.
type logGroup struct {
	LogGroup  string            `json:"logGroup"`
	LogStream string            `json:"logStream"`
	LogEvents []json.RawMessage `json:"logEvents"`
}

// line is one event of a subscription, with all that it came with.
type line struct {
	LogGroup  string          `json:"logGroup"`
	LogStream string          `json:"logStream"`
	Event     json.RawMessage `json:"event"`
}
