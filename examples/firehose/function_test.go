package main

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

const (
	person = "jane.doe@corp.example.org"
	label  = "[REDACTED:email_address]"
)

// firehoseEvent is an event as Data Firehose sends it, with records of that data.
func firehoseEvent(data ...[]byte) []byte {
	var records []string
	for i, d := range data {
		records = append(records, fmt.Sprintf(`{"recordId":"4957%020d","approximateArrivalTimestamp":1763769600000,"data":%q,
			"kinesisRecordMetadata":{"shardId":"shardId-000000000000","partitionKey":"p","approximateArrivalTimestamp":1763769600000,
			"sequenceNumber":"4957","subsequenceNumber":0}}`, i, base64.StdEncoding.EncodeToString(d)))
	}
	return []byte(`{"invocationId":"0f6e9a8c-2f0d-4e51-9a53-5b8e5a1c7a10",
		"deliveryStreamArn":"arn:aws:firehose:eu-west-1:111122223333:deliverystream/logs",
		"sourceKinesisStreamArn":"arn:aws:kinesis:eu-west-1:111122223333:stream/logs",
		"region":"eu-west-1","records":[` + strings.Join(records, ",") + `]}`)
}

// group is what CloudWatch Logs sends to a subscriber, before it is compressed.
func group(kind string, messages ...string) string {
	var list []string
	for i, m := range messages {
		quoted, _ := json.Marshal(m)
		list = append(list, fmt.Sprintf(`{"id":"36%054d","timestamp":1763769600%03d,"message":%s}`, i, i, quoted))
	}
	return `{"messageType":"` + kind + `","owner":"111122223333","logGroup":"/aws/lambda/orders","logStream":"2026/11/22/[$LATEST]0f6e9a8c",` +
		`"subscriptionFilters":["all"],"logEvents":[` + strings.Join(list, ",") + `]}`
}

// call sends an event through the handler that Lambda would call, and returns
// the response and what the function printed.
func call(t *testing.T, ctx context.Context, event []byte) (response []byte, printed string, err error) {
	t.Helper()
	var out bytes.Buffer
	f, err := newFunction(&out, slog.New(slog.NewTextHandler(io.Discard, nil)))
	if err != nil {
		t.Fatal(err)
	}
	response, err = lambda.NewHandler(f.handle).Invoke(ctx, event)
	return response, out.String(), err
}

// transformed returns the answers to records of that data. There is one for
// each, in order, and they fit into a response.
func transformed(t *testing.T, ctx context.Context, data ...[]byte) []events.KinesisFirehoseResponseRecord {
	t.Helper()
	raw, _, err := call(t, ctx, firehoseEvent(data...))
	if err != nil {
		t.Fatal(err)
	}
	if len(raw) > maxResponse {
		t.Errorf("a response of %d bytes", len(raw))
	}
	if bytes.Contains(raw, []byte("Dropped")) {
		t.Error("a record was dropped")
	}
	var response events.KinesisFirehoseResponse
	if err := json.Unmarshal(raw, &response); err != nil {
		t.Fatal(err)
	}
	if len(response.Records) != len(data) {
		t.Fatalf("%d answers to %d records", len(response.Records), len(data))
	}
	for i, r := range response.Records {
		if want := fmt.Sprintf("4957%020d", i); r.RecordID != want {
			t.Errorf("answer %d is to %s, want %s", i, r.RecordID, want)
		}
	}
	return response.Records
}

func TestTransform(t *testing.T) {
	control := group("CONTROL_MESSAGE", "CWL CONTROL MESSAGE: Checking health of destination Firehose.")
	for _, tc := range []struct{ name, reason, in, want string }{
		{"text", "a line as services write them", "by " + person + "\n", "by " + label + "\n"},
		{"JSON lines", "several to a record", `{"to":"` + person + `"}` + "\n" + `{"owner":"` + person + `"}`, `{"to":"` + label + `"}` + "\n" + `{"owner":"` + label + `"}`},
		{"clean", "stays byte for byte", "\x00\xff GET /healthz 200", "\x00\xff GET /healthz 200"},
		{"empty", "is a record, too", "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := transformed(t, t.Context(), []byte(tc.in))[0]
			if got.Result != "Ok" || string(got.Data) != tc.want {
				t.Errorf("%s: got %s %q, want %q", tc.reason, got.Result, got.Data, tc.want)
			}
		})
	}
	for _, tc := range []struct{ name, reason, in, want string }{
		{"CloudWatch Logs", "messages are redacted, what AWS says of them is kept",
			group("DATA_MESSAGE", "by "+person, "account number: 111122223333"),
			group("DATA_MESSAGE", "by "+label, "account number: [REDACTED:us_bank_account]")},
		{"control message", "is passed on", control, control},
		{"compressed text", "is no JSON", "by " + person, "by " + label},
	} {
		t.Run(tc.name, func(t *testing.T) {
			got := transformed(t, t.Context(), deflate([]byte(tc.in)))[0]
			text, err := inflate(got.Data)
			if got.Result != "Ok" || err != nil || string(text) != tc.want {
				t.Errorf("%s: got %s, %v\n %s\nwant\n %s", tc.reason, got.Result, err, text, tc.want)
			}
		})
	}
}

// A record that cannot be decoded, or comes in a form of another service, fails by
// itself, and is not taken for an empty one.
func TestRecordsWithoutDataAreMarked(t *testing.T) {
	event := `{"invocationId":"1","deliveryStreamArn":"arn","records":[{"recordId":"a","data":"aGVsbG8="},
		{"recordId":"b","data":"aGVs bG8="},{"recordId":"c","kafkaRecordValue":"aGVsbG8="},{"recordId":"d","data":null},
		{"recordId":"e","data":""},{"recordId":"f","data":"aGVsbG8="}]}`
	raw, _, err := call(t, t.Context(), []byte(event))
	want := `{"records":[{"recordId":"a","result":"Ok","data":"aGVsbG8="},{"recordId":"b","result":"ProcessingFailed","data":""},` +
		`{"recordId":"c","result":"ProcessingFailed","data":""},{"recordId":"d","result":"ProcessingFailed","data":""},` +
		`{"recordId":"e","result":"Ok","data":""},{"recordId":"f","result":"Ok","data":"aGVsbG8="}]}`
	if err != nil || string(raw) != want {
		t.Errorf("got %v\n%s\nwant\n%s", err, raw, want)
	}
}

func TestUnreadableRecordsAreMarked(t *testing.T) {
	whole := deflate([]byte(group("DATA_MESSAGE", "by "+person)))
	got := transformed(t, t.Context(), []byte("first"), whole[:len(whole)/2], []byte("last"))
	for i, want := range []string{"Ok", "ProcessingFailed", "Ok"} {
		if got[i].Result != want {
			t.Errorf("record %d: got %s, want %s", i, got[i].Result, want)
		}
	}
	if len(got[1].Data) > 0 {
		t.Error("a record that failed has data")
	}
}

// A bomb becomes more than anybody can hold.
func TestBombsAreMarked(t *testing.T) {
	bomb := deflate(make([]byte, maxInflated+1))
	if got := transformed(t, t.Context(), bomb)[0]; got.Result != "ProcessingFailed" {
		t.Errorf("got %s", got.Result)
	}
}

// Labels would make this batch larger than a response may be.
func TestLargeBatchesAreErased(t *testing.T) {
	f, err := newFunction(io.Discard, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	f.limit = 8000
	data := base64.StdEncoding.EncodeToString([]byte(strings.Repeat("a@corp.io ", 100)))
	record := dataRecord{RecordID: "1", Data: &data}
	large := batch{Records: []dataRecord{record, record}}
	for i, want := range []string{"REDACTED", "   "} {
		out := f.transform(t.Context(), large)
		for _, r := range out.Records {
			if r.Result != "Ok" || bytes.Contains(r.Data, []byte("corp")) || !bytes.Contains(r.Data, []byte(want)) {
				t.Errorf("with a limit of %d: %s %.60q", f.limit, r.Result, r.Data)
			}
		}
		if text, err := json.Marshal(out); err != nil || len(text) > f.limit {
			t.Errorf("%d bytes with a limit of %d, %v", len(text), f.limit, err)
		}
		if i == 0 {
			large.Records = append(large.Records, record, record)
		}
	}
}

// What does not fit at all is marked, and the rest goes through.
func TestBatchesBeyondAllBounds(t *testing.T) {
	noise := make([]byte, 3<<20)
	random := rand.New(rand.NewPCG(1, 1))
	for i := range noise {
		noise[i] = "0123456789abcdefghijklmnopqrstuvwxyz \n"[random.IntN(38)]
	}
	got := transformed(t, t.Context(), []byte("first"), noise, noise, []byte("last"))
	for i, want := range []string{"Ok", "Ok", "ProcessingFailed", "Ok"} {
		if got[i].Result != want {
			t.Errorf("record %d: got %s, want %s", i, got[i].Result, want)
		}
	}
}

// Records are so many that there is hardly room to say that they failed.
func TestManySmallRecords(t *testing.T) {
	f, err := newFunction(io.Discard, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	data := base64.StdEncoding.EncodeToString(make([]byte, 100))
	many := batch{}
	for i := range 500 {
		many.Records = append(many.Records, dataRecord{fmt.Sprint(i), &data})
	}
	f.limit = response{make([]answer, 500)}.bare() + 500*len("499") + 200
	out := f.transform(t.Context(), many)
	text, err := json.Marshal(out)
	if passed := bytes.Count(text, []byte(`"Ok"`)); err != nil || len(text) > f.limit || passed == 0 || passed == 500 {
		t.Errorf("%d bytes with a limit of %d, %d records went through, %v", len(text), f.limit, passed, err)
	}
}

func TestNoTimeLeft(t *testing.T) {
	ctx, cancel := context.WithDeadline(t.Context(), time.Now().Add(margin/2))
	defer cancel()
	for i, r := range transformed(t, ctx, []byte("by "+person), []byte("ok")) {
		if r.Result != "ProcessingFailed" || len(r.Data) > 0 {
			t.Errorf("record %d: %s", i, r.Result)
		}
	}
}

func subscriptionEvent(compressed []byte) []byte {
	return []byte(`{"awslogs":{"data":"` + base64.StdEncoding.EncodeToString(compressed) + `"}}`)
}

func TestSubscription(t *testing.T) {
	const start = `{"logGroup":"/aws/lambda/orders","logStream":"2026/11/22/[$LATEST]0f6e9a8c","event":{"id":"36`
	first, second := strings.Repeat("0", 54), strings.Repeat("0", 53)+"1"
	extracted := strings.Replace(group("DATA_MESSAGE", "by "+person), `"message":`, `"extractedFields":{"user":"`+person+`","n":1},"message":`, 1)
	for _, tc := range []struct{ name, reason, in, want string }{
		{"messages", "a line each", group("DATA_MESSAGE", "by "+person, `{"a":"<b>"}`),
			start + first + `","timestamp":1763769600000,"message":"by ` + label + `"}}` + "\n" +
				start + second + `","timestamp":1763769600001,"message":"{\"a\":\"\u003cb\u003e\"}"}}` + "\n"},
		{"extracted fields", "are redacted, and not lost", extracted,
			start + first + `","timestamp":1763769600000,"extractedFields":{"user":"` + label + `","n":1},"message":"by ` + label + `"}}` + "\n"},
		{"control message", "is passed on", group("CONTROL_MESSAGE", "CWL CONTROL MESSAGE: Checking health of destination Lambda."),
			start + first + `","timestamp":1763769600000,"message":"CWL CONTROL MESSAGE: Checking health of destination Lambda."}}` + "\n"},
		{"no messages", "says nothing", group("DATA_MESSAGE"), ""},
	} {
		_, printed, err := call(t, t.Context(), subscriptionEvent(deflate([]byte(tc.in))))
		if err != nil || printed != tc.want {
			t.Errorf("%s: %s: got %v\n%swant\n%s", tc.name, tc.reason, err, printed, tc.want)
		}
	}
}

// Errors make Lambda deliver the event again; they do not repeat it.
func TestEventsThatCannotBeRead(t *testing.T) {
	for name, event := range map[string][]byte{
		"no event of ours": []byte(`{"Records":[{"eventSource":"aws:s3","by":"` + person + `"}]}`),
		"a string":         []byte(`"` + person + `"`),
		"not compressed":   subscriptionEvent([]byte("by " + person)),
		"no batch":         subscriptionEvent(deflate([]byte(`["` + person + `"]`))),
	} {
		_, printed, err := call(t, t.Context(), event)
		if err == nil || strings.Contains(err.Error(), "jane") || printed != "" {
			t.Errorf("%s: error %v, printed %q", name, err, printed)
		}
	}
}
