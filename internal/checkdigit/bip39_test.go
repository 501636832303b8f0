package checkdigit

import (
	"crypto/sha256"
	"slices"
	"strings"
	"testing"
)

func TestValidBIP39(t *testing.T) {
	eleven := strings.Repeat("abandon ", 11)
	tests := []struct {
		name, in string
		want     bool
	}{
		{"128 bits of zero", eleven + "about", true},
		{"128 bits of one", strings.Repeat("zoo ", 11) + "wrong", true},
		{"256 bits of zero", strings.Repeat("abandon ", 23) + "art", true},
		{"test vector of 192 bits", "letter advice cage absurd amount doctor acoustic avoid letter advice cage absurd amount doctor acoustic avoid letter always", true},
		{"another letter case and separators", strings.ToUpper(strings.ReplaceAll(eleven, " ", ", ")) + "About", true},
		{"wrong checksum", eleven + "abandon", false},
		{"word that is not in the list", eleven + "abouts", false},
		{"word longer than any", eleven + "abandonment", false},
		{"eleven words", strings.TrimSpace(eleven), false},
		{"thirteen words", eleven + "about about", false},
		{"twenty-seven words", strings.Repeat("abandon ", 26) + "art", false},
		{"empty", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := ValidBIP39(tt.in); got != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

// The list is complete, sorted and told apart by four letters, as BIP 39 says.
func TestBIP39Words(t *testing.T) {
	var words []string
	for i := 0; i < len(bip39Words); i += wordSize {
		words = append(words, strings.TrimRight(bip39Words[i:i+wordSize], " "))
	}
	if len(words) != 2048 || !slices.IsSorted(words) {
		t.Fatalf("%d words, sorted: %v", len(words), slices.IsSorted(words))
	}
	heads := map[string]bool{}
	for i, w := range words {
		heads[w[:min(4, len(w))]] = true
		if bip39Index(w) != i || bip39Index(strings.ToUpper(w)) != i {
			t.Errorf("word %d is found at %d", i, bip39Index(w))
		}
	}
	if len(heads) != len(words) {
		t.Errorf("%d different beginnings of four letters", len(heads))
	}
}

// encodeBIP39 writes entropy as a phrase by its definition.
func encodeBIP39(entropy []byte) string {
	sum := sha256.Sum256(entropy)
	all := append(slices.Clone(entropy), sum[0])
	var out []string
	for bit := 0; bit+11 <= len(entropy)*8+len(entropy)/4; bit += 11 {
		index := 0
		for i := bit; i < bit+11; i++ {
			index = index<<1 | int(all[i/8]>>(7-i%8)&1)
		}
		out = append(out, strings.TrimSpace(bip39Words[index*wordSize:(index+1)*wordSize]))
	}
	return strings.Join(out, " ")
}

func FuzzValidBIP39(f *testing.F) {
	f.Add([]byte("0123456789abcdef"), "abandon zoo")
	f.Fuzz(func(t *testing.T, entropy []byte, text string) {
		ValidBIP39(text)
		for _, size := range []int{16, 20, 24, 28, 32} {
			if len(entropy) >= size && !ValidBIP39(encodeBIP39(entropy[:size])) {
				t.Fatalf("phrase of %x is not valid", entropy[:size])
			}
		}
	})
}

func TestBIP39Allocations(t *testing.T) {
	phrase := strings.Repeat("abandon ", 23) + "art"
	if n := testing.AllocsPerRun(100, func() { ValidBIP39(phrase) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
