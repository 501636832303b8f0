package crosscheck

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/fieldsafe/fieldsafe/internal/urlreaders"
)

// standardTests reads the test data of the URL standard, which the parser's
// module ships.
func standardTests(t *testing.T) []standardTest {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/nlnwa/whatwg-url").Output()
	require.NoError(t, err)
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "testdata", "urltestdata.json"))
	require.NoError(t, err)
	var rows []json.RawMessage
	require.NoError(t, json.Unmarshal(data, &rows))
	var tests []standardTest
	for _, row := range rows {
		var test standardTest
		if json.Unmarshal(row, &test) == nil { // the others are comments
			tests = append(tests, test)
		}
	}
	return tests
}

// standardTest is one row: an input, the base it is resolved against, and what
// comes out.
type standardTest struct {
	Input, Base, Username, Password string
}

// Credentials of the standard's own tests are found wherever they stand: in the
// input, or in the base it takes them over from.
func TestStandardTestData(t *testing.T) {
	tests := standardTests(t)
	withCredentials := 0
	for _, test := range tests {
		check(t, test.Input)
		check(t, test.Base)
		if test.Username+test.Password == "" {
			continue
		}
		withCredentials++
		found := len(checker.Explain(test.Input)) + len(checker.Explain(test.Base))
		assert.NotZero(t, found, "%q against %q", test.Input, test.Base)
	}
	require.Greater(t, len(tests), 800)
	require.Greater(t, withCredentials, 30)
}

// What the command says WHATWG and net/url see is what their parsers see.
func TestReadersAgreeWithTheParsers(t *testing.T) {
	var inputs []string
	for _, test := range standardTests(t) {
		inputs = append(inputs, test.Input, test.Base)
	}
	for _, s := range seeds {
		inputs = append(inputs, strings.ReplaceAll(s, "§", pw))
	}
	for _, raw := range inputs {
		seen := map[string]bool{}
		for _, r := range readings(raw) {
			seen[r.parser] = r.user+r.password != ""
		}
		for _, r := range urlreaders.All() {
			if r.Name == "WHATWG" || r.Name == "net/url" {
				start, end := r.Userinfo(raw)
				assert.Equal(t, seen[r.Name], strings.Trim(raw[start:end], ":") != "", "%s reads %q", r.Name, raw)
			}
		}
	}
}
