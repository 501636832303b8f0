//go:build !race

// The race detector makes pools forget, so what is counted here would differ.

package detect

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var cleanLines = append(slices.Clone(logLines),
	"", " ", "\n", "a", "plain words only", "orders-export-prod-eu-west-1-b07", "arn:aws:s3:::my-bucket/logs/2026/03/15",
	"GET /api/v1/orders/18342?page=2&sort=asc HTTP/1.1 200 512", "3fa85f64-5717-4562-b3fc-2c963f66afa6", "v1.24.3-rc.1+build.77",
	strings.Repeat("INFO request accepted path=/api/v1/orders status=200\n", 200),
)

// encodedLines are clean, too, but have to be decoded to know it.
var encodedLines = []string{
	"Größe des Auftrags überschritten: naïve façade", "注文を受け付けました", "GET /files/annual%20report.pdf", `{"msg":"tom \u0026 jerry","path":"a\/b"}`,
	"\x1b[32mok\x1b[0m", "tom &amp; jerry",
}

func TestCleanTextCostsNoAllocation(t *testing.T) {
	for _, text := range cleanLines {
		checkAllocations(t, text)
		require.Zero(t, testing.AllocsPerRun(10, func() { Default().Classify(text) }), "classify %.80q", text)
	}
	for _, text := range encodedLines {
		checkAllocations(t, text) // memory for decoded lines comes many lines at a time
	}
}

func checkAllocations(t *testing.T, text string) {
	t.Helper()
	var found []Finding
	for name, scan := range map[string]func(){
		"text":  func() { found = Default().Append(found[:0], text) },
		"field": func() { found = Default().AppendField(found[:0], "request_id", text) },
		"name":  func() { found = Default().AppendName(found[:0], text) },
	} {
		scan()
		require.Empty(t, found, "%s of %q", name, text)
		if n := testing.AllocsPerRun(10, scan); n > 0 {
			t.Errorf("%s of %.80q: %v allocations", name, text, n)
		}
	}
}
