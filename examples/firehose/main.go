// Firehose is a Lambda function that redacts logs on their way through AWS: as
// the transformation of a Data Firehose stream, or as the subscriber of a
// CloudWatch Logs group.
//
//	GOOS=linux GOARCH=arm64 CGO_ENABLED=0 go build -tags lambda.norpc -o bootstrap ./examples/firehose
//
// See the README for how to set it up.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"os"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"
)

func main() {
	f, err := newFunction(os.Stdout, slog.New(slog.NewJSONHandler(os.Stderr, nil)))
	if err != nil {
		panic(err)
	}
	lambda.Start(f.handle)
}

var errUnknown = errors.New("firehose: the event is neither of Data Firehose nor of a CloudWatch Logs subscription")

// handle answers either kind of event. An error makes Lambda deliver the event
// again; it never holds what was in it.
func (f *function) handle(ctx context.Context, event json.RawMessage) (any, error) {
	var kind struct {
		Stream  string          `json:"deliveryStreamArn"`
		AWSLogs json.RawMessage `json:"awslogs"`
	}
	if json.Unmarshal(event, &kind) != nil {
		return nil, errUnknown
	}
	switch {
	case kind.AWSLogs != nil:
		var e events.CloudwatchLogsEvent
		if json.Unmarshal(event, &e) != nil {
			return nil, errUnknown
		}
		return nil, f.subscription(e)
	case kind.Stream != "":
		var e batch
		if json.Unmarshal(event, &e) != nil {
			return nil, errUnknown
		}
		return f.transform(ctx, e), nil
	}
	return nil, errUnknown
}
