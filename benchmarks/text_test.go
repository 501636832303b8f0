package benchmarks

import (
	"fmt"
	"regexp"
	"testing"

	gitleaks "github.com/zricethezav/gitleaks/v8/detect"

	"github.com/fieldsafe/fieldsafe/benchmarks/internal/logs"
	"github.com/fieldsafe/fieldsafe/detect"
)

const (
	cleanLine = `2026-03-15T09:26:53.412Z INFO  orders/store.go:412 request accepted path=/api/v1/orders/18342 status=200 took=12.5ms n=7`
	dirtyLine = `2026-03-15T09:26:53.412Z INFO  orders/store.go:412 mail to jane.doe@example.com failed password=velvet-Quarry-57 n=7 t=1`
	cleanName = `orders-export-prod-eu-west-1-b07`
)

// plain is what a team writes that has an afternoon: one regular expression for
// each kind of value, every one run over everything.
var plain = compile(
	`[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}`,
	`\b\d{3}-\d{2}-\d{4}\b`,
	`\b(?:\d[ -]?){13,16}\b`,
	`\b[A-Z]{2}\d{2}[A-Z0-9]{11,30}\b`,
	`\+\d{1,3}[ -]?\(?\d{1,4}\)?(?:[ -]?\d{2,4}){2,4}`,
	`\b[A-CEGHJ-PR-TW-Z]{2}\d{6}[A-D]\b`,
	`\b[A-HJ-NPR-Z0-9]{17}\b`,
	`\b(?:[0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}\b`,
	`\b(?:AKIA|ASIA)[A-Z0-9]{16}\b`,
	`\bgh[pousr]_[A-Za-z0-9]{36}\b`,
	`\bglpat-[A-Za-z0-9_-]{20}\b`,
	`\bxox[abprs]-[A-Za-z0-9-]{10,}`,
	`\b[rs]k_live_[A-Za-z0-9]{24,}`,
	`\bAIza[A-Za-z0-9_-]{35}\b`,
	`\bnpm_[A-Za-z0-9]{36}\b`,
	`\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+`,
	`-----BEGIN [A-Z ]*PRIVATE KEY-----`,
	`(?i)\b(?:authorization|bearer|basic)[: ]+[A-Za-z0-9+/=._-]{16,}`,
	`(?i)(?:password|passwd|pwd|secret|token|api_?key)["']?\s*[:=]\s*["']?[^\s"',;]{6,}`,
	`[a-z][a-z0-9+.-]*://[^/\s:@]+:[^/\s:@]+@`,
)

func compile(patterns ...string) []*regexp.Regexp {
	compiled := make([]*regexp.Regexp, len(patterns))
	for i, pattern := range patterns {
		compiled[i] = regexp.MustCompile(pattern)
	}
	return compiled
}

// An engine returns how many things it found.
type engine struct {
	name     string
	text     func(text string) int
	resource func(name string) int
}

func engines(t testing.TB) []engine {
	scanner := detect.Default()
	leaks, err := gitleaks.NewDetectorDefaultConfig()
	if err != nil {
		t.Fatal(err)
	}
	var findings []detect.Finding
	ours := func(text string) int {
		findings = scanner.Append(findings[:0], text)
		return len(findings)
	}
	ourName := func(name string) int {
		findings = scanner.AppendName(findings[:0], name)
		return len(findings)
	}
	theirs := func(text string) int { return len(leaks.DetectString(text)) }
	regexps := func(text string) int {
		found := 0
		for _, expression := range plain {
			found += len(expression.FindAllStringIndex(text, -1))
		}
		return found
	}
	return []engine{
		{"fieldsafe", ours, ourName},
		{"gitleaks", theirs, theirs},
		{fmt.Sprintf("%d-regexps", len(plain)), regexps, regexps},
	}
}

func BenchmarkText(b *testing.B) {
	inputs := []struct {
		name string
		text string
	}{
		{"clean-64KiB-chunk", logs.Clean(1, 64<<10)},
		{"line-120B", cleanLine},
		{"dirty-line", dirtyLine},
	}
	for _, input := range inputs {
		for _, engine := range engines(b) {
			b.Run(input.name+"/"+engine.name, func(b *testing.B) { measure(b, engine.text, input.text) })
		}
	}
	for _, engine := range engines(b) {
		b.Run("name-32B/"+engine.name, func(b *testing.B) { measure(b, engine.resource, cleanName) })
	}
}

func measure(b *testing.B, find func(string) int, text string) {
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		find(text)
	}
}

// The inputs are what their names say: so long, and clean or dirty.
func TestInputs(t *testing.T) {
	for name, input := range map[string]struct {
		text   string
		length int
	}{"line": {cleanLine, 120}, "dirty line": {dirtyLine, 120}, "name": {cleanName, 32}} {
		if len(input.text) != input.length {
			t.Errorf("the %s has %d bytes, want %d", name, len(input.text), input.length)
		}
	}
	ours := engines(t)[0]
	if found := ours.text(cleanLine) + ours.resource(cleanName); found != 0 {
		t.Errorf("%d findings in clean input", found)
	}
	if found := ours.text(dirtyLine); found != 2 {
		t.Errorf("%d findings in the dirty line, want 2", found)
	}
}
