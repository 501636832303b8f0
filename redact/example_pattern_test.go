package redact_test

import (
	"fmt"
	"slices"

	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/fieldsafe/fieldsafe/redact"
)

// A pattern of one's own is a detector beside those that are on by default.
func ExampleOptions_pattern() {
	own := &detect.Detector{ID: "staff_number", Title: "Staff number", Category: detect.Personal, Pattern: `EMP-\d{4}-\d{4}`}
	catalogue := slices.DeleteFunc(detect.All(), func(d *detect.Detector) bool { return d.Off })
	scanner, err := detect.New(&detect.Options{Detectors: append(catalogue, own)})
	if err != nil {
		panic(err)
	}
	r, err := redact.New(&redact.Options{Scanner: scanner})
	if err != nil {
		panic(err)
	}
	fmt.Println(r.String("EMP-0042-1758 alias alice.doe@example.com called"))
	// Output:
	// [REDACTED:staff_number] alias [REDACTED:email_address] called
}
