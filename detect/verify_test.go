package detect

import (
	"iter"
	"slices"
	"strings"
	"testing"
)

// verifierCase holds, for one verifier, published examples and, for each rule of
// the register, a value that breaks only it; several are separated by "; ".
type verifierCase struct {
	name      string
	verify    func(string) Verdict
	valid     string // a check digit confirms them
	plausible string // nothing speaks against them
	invalid   string
}

// values are all values of the case.
func (c *verifierCase) values() iter.Seq[string] {
	return strings.SplitSeq(strings.Trim(strings.Join([]string{c.valid, c.plausible, c.invalid}, "; "), "; "), "; ")
}

func allVerifiers() []verifierCase {
	return slices.Concat(worldVerifiers, europeanVerifiers, financialVerifiers, documentVerifiers, peopleVerifiers, phoneVerifiers)
}

func TestVerifiers(t *testing.T) {
	for _, tt := range allVerifiers() {
		t.Run(tt.name, func(t *testing.T) {
			for verdict, values := range map[Verdict]string{Valid: tt.valid, Plausible: tt.plausible, Invalid: tt.invalid} {
				for value := range strings.SplitSeq(values, "; ") {
					if got := tt.verify(value); value != "" && got != verdict {
						t.Errorf("%q: got verdict %d, want %d", value, got, verdict)
					}
				}
			}
		})
	}
}

func TestVerifiersDoNotAllocate(t *testing.T) {
	for _, tt := range allVerifiers() {
		values := slices.Collect(tt.values())
		if n := testing.AllocsPerRun(10, func() {
			for _, value := range values {
				tt.verify(value)
			}
		}); n != 0 {
			t.Errorf("%s: %v allocations", tt.name, n)
		}
	}
}

// FuzzVerifiers looks for panics: a verifier may get any bytes from a detector of
// the caller's own.
func FuzzVerifiers(f *testing.F) {
	all := allVerifiers()
	for _, tt := range all {
		for value := range tt.values() {
			f.Add(value)
		}
	}
	f.Fuzz(func(t *testing.T, value string) {
		for _, tt := range all {
			if tt.verify(value) > Valid {
				t.Errorf("%s: no such verdict", tt.name)
			}
		}
	})
}
