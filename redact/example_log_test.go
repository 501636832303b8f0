package redact_test

import (
	"log"
	"os"

	"github.com/fieldsafe/fieldsafe/redact"
)

// A log.Logger needs no more than another writer: it writes whole lines, one at
// a time.
func ExampleNewWriter_standardLog() {
	logger := log.New(redact.NewWriter(os.Stdout, nil), "orders: ", 0)
	logger.Printf("mail to %s bounced, password=%s", "alice@example.com", "velvet-Quarry-57")
	// Output:
	// orders: mail to [REDACTED:email_address] bounced, password=[REDACTED:password_assignment]
}
