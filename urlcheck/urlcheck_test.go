package urlcheck

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The password of the examples.
const pw = "s3cr" + "3t-9"

func TestCheckNamesEachPart(t *testing.T) {
	raw := "https://app:" + pw + "@example.com/?X-Amz-Signature=" + strings.Repeat("ab", 20)
	err := Check(raw)
	require.Error(t, err)
	assert.Equal(t, "urlcheck: URL carries credentials: user name, bytes 8-11; password, bytes 12-20; query parameter X-Amz-Signature, bytes 50-90", err.Error())
	var e *Error
	require.ErrorAs(t, err, &e)
	assert.Equal(t, "userinfo.password", e.Parts[1].Reason)
	assert.Equal(t, pw, raw[e.Parts[1].Start:e.Parts[1].End])
	assert.Equal(t, "query_param_secret", e.Parts[2].Detector)
	assert.NoError(t, Check("https://example.com/?page=2"))
}
