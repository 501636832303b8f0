//go:build binary_log

package redactzerolog_test

import (
	"bytes"
	"testing"

	"github.com/fieldsafe/fieldsafe/integrations/internal/logtest"
	redactzerolog "github.com/fieldsafe/fieldsafe/integrations/zerolog"
	"github.com/rs/zerolog"
)

// The binary_log build writes CBOR, in which texts have lengths.
func TestBinary(t *testing.T) {
	var out bytes.Buffer
	logger := zerolog.New(redactzerolog.NewWriter(&out, nil))
	logger.Info().Str("password", "velvet-57").Int("count", 902617).Floats64("n", []float64{0.5}).
		Dict("credentials", zerolog.Dict().Str("v", "velvet-57")).Msg("to <" + mail + ">")
	want := `{"count":902617,"credentials":{"v":"[REDACTED:generic_api_key]"},"level":"info","message":"to <` + logtest.Address + `>",` +
		`"n":[0.5],"password":"[REDACTED:password_assignment]"}` + "\n"
	if got := out.String(); got != want {
		t.Errorf("got  %swant %s", got, want)
	}
}
