package detecttest_test

import (
	"testing"

	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/fieldsafe/fieldsafe/detect/detecttest"
)

// ticket is a detector of one's own.
var ticket = &detect.Detector{
	ID:       "support_ticket",
	Title:    "Support ticket",
	Category: detect.Personal,
	Pattern:  `TCK-\d{8}`,
}

// It is tested with examples; Run adds the laws.
func TestTicket(t *testing.T) {
	detecttest.Run(t, ticket, []detecttest.Case{
		{Name: "in prose", Text: "see [[TCK-00481516]], please"},
		{Name: "in a resource name", InName: true, Text: "export-[[tck-00481516]]"},
		{Name: "a digit short", Text: "see TCK-0048151"},
	})
}
