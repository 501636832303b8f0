package scan

import (
	"strings"
	"testing"
)

var line64 = strings.Repeat("2026-03-15T09:26:53Z INFO orders/store.go:412 request accepted p=", 2)[:128]

func BenchmarkClassify(b *testing.B) {
	var m masks
	b.SetBytes(64)
	for b.Loop() {
		classify(&m, line64, 0)
	}
}
