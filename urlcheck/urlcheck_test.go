package urlcheck

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/fieldsafe/fieldsafe/detect"
)

// The password of the examples.
const pw = "s3cr" + "3t-9"

func TestCheckNamesEachPart(t *testing.T) {
	raw := "https://app:" + pw + "@example.com/?X-Amz-Signature=" + strings.Repeat("ab", 20)
	err := Check(raw)
	require.Error(t, err)
	assert.Equal(t, "urlcheck: URL carries credentials: user name in userinfo, bytes 8–11; password in userinfo, bytes 12–20; parameter X-Amz-Signature, bytes 50–90", err.Error())
	var e *Error
	require.ErrorAs(t, err, &e)
	assert.Equal(t, "userinfo.password", e.Parts[1].Reason)
	assert.Equal(t, pw, raw[e.Parts[1].Start:e.Parts[1].End])
	assert.Equal(t, "query_param_secret", e.Parts[2].Detector)
	assert.NoError(t, Check("https://example.com/?page=2"))
}

func TestFindNamesTheDetector(t *testing.T) {
	for _, c := range []struct {
		in, id     string
		confidence detect.Confidence
	}{
		{"https://:" + pw + "@example.com/", "url_userinfo", detect.Certain},
		{"https://alice@example.com/", "url_userinfo", detect.Possible},
		{"https://example.com/?token=" + pw, "query_param_secret", detect.Likely},
		{"https://example.com/?AWSAccessKeyId=" + pw, "query_param_secret", detect.Possible},
		{"redis://:" + pw + "@cache", "db_connection_string", detect.Certain},
		{"Server=db;Password=" + pw, "db_connection_string", detect.Likely},
		{"https://hooks.zapier.com/hooks/catch/1/" + pw, "webhook_url_generic", detect.Certain},
		{"otpauth://totp/X?secret=" + pw, "totp_otpauth_uri", detect.Certain},
		{"//registry.example.com/:_authToken=" + pw, "npmrc_auth_token", detect.Likely},
		{"AccountName=a;AccountKey=" + pw, "azure_storage_account_key", detect.Likely},
	} {
		found := Find(c.in)
		if !assert.Len(t, found, 1, c.in) {
			continue
		}
		assert.Equal(t, c.id, found[0].Detector.ID, c.in)
		assert.Equal(t, c.confidence, found[0].Confidence, c.in)
	}
	assert.Nil(t, Find("https://example.com/"))
}

func TestAppendKeepsWhatIsThere(t *testing.T) {
	before := []detect.Finding{{Start: 1, End: 2}}
	got := Append(before, "https://:"+pw+"@example.com/")
	require.Len(t, got, 2)
	assert.Equal(t, before[0], got[0])
}

func TestURLPrintsMasked(t *testing.T) {
	raw := "https://u:" + pw + "@example.com/?a=1"
	u := Hide(raw)
	assert.Equal(t, raw, u.Reveal())
	assert.Equal(t, "https://***:***@example.com/?a=1", u.String())
	assert.Equal(t, `"https://***:***@example.com/?a=1"`, fmt.Sprintf("%q", u))
	text, err := json.Marshal(map[string]URL{"u": u})
	require.NoError(t, err)
	assert.NotContains(t, string(text), pw)
	var parsed struct{ U URL }
	require.NoError(t, json.Unmarshal([]byte(`{"U":"`+raw+`"}`), &parsed))
	assert.Equal(t, raw, parsed.U.Reveal())
	assert.Empty(t, URL{}.Reveal())
	assert.Empty(t, URL{}.String())
}

// The error names a parameter only where its name cannot be a value.
func TestCheckDoesNotQuoteStrangeNames(t *testing.T) {
	err := Check("https://example.com/?<" + pw + ">_token=" + pw)
	if err != nil {
		assert.NotContains(t, err.Error(), pw)
	}
	long := strings.Repeat("x", 100)
	err = Check("https://example.com/?" + long + "_token=" + pw)
	require.Error(t, err)
	assert.NotContains(t, err.Error(), long)
}

// A reading without tabs and line breaks is a lenient one, and no nested value.
func TestExplainOfDroppedBytes(t *testing.T) {
	parts := Explain("https://ap\tp:" + pw + "@example.com/?u=https%3A%2F%2Fa%3A" + pw + "%40example.com")
	require.Len(t, parts, 4)
	for i, p := range parts {
		assert.Equal(t, i > 1, p.Nested, "%+v", p)
	}
	assert.Equal(t, []string{"WHATWG", "git", "Python"}, SeenBy("https://ap\tp:"+pw+"@example.com/", parts[1]))
}
