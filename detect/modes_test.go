package detect

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The page that gives the reasons for report modes says them as they are.
func TestModesAreAsThePageSays(t *testing.T) {
	page, err := os.ReadFile("../docs/accuracy.md")
	require.NoError(t, err)
	rows := regexp.MustCompile("(?m)^\\| `([0-9a-z_]+)` \\| (\\S+) \\|").FindAllStringSubmatch(string(page), -1)
	require.Greater(t, len(rows), 30)
	for _, row := range rows {
		d := ByID(row[1])
		require.NotNil(t, d, row[1])
		require.Equal(t, strings.ReplaceAll(row[2], `\`, ""), string(d.Report()), row[1])
	}
}
