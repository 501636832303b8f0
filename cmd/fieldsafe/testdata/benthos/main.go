// Command benthos is what is under Redpanda Connect, with as much in it as the
// recipe in docs/pipelines.md needs.
package main

import (
	"context"

	_ "github.com/redpanda-data/benthos/v4/public/components/io"
	"github.com/redpanda-data/benthos/v4/public/service"
)

func main() { service.RunCLI(context.Background()) }
