package checkdigit

import (
	"strings"
	"testing"
)

func TestValidBech32(t *testing.T) {
	tests := []struct {
		name, in string
		variant  Bech32Variant
		want     bool
	}{
		{"BIP 173: upper case", "A12UEL5L", Bech32, true},
		{"BIP 173: lower case", "a12uel5l", Bech32, true},
		{"BIP 173: 83 characters of prefix", "an83characterlonghumanreadablepartthatcontainsthenumber1andtheexcludedcharactersbio1tt5tgs", Bech32, true},
		{"BIP 173: the separator is the last 1", "11qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqc8247j", Bech32, true},
		{"BIP 173: prefix of punctuation", "?1ezyfcl", Bech32, true},
		{"BIP 350", "A1LQFN3A", Bech32m, true},
		{"BIP 350: split", "split1checkupstagehandshakeupstreamerranterredcaperredlc445v", Bech32m, true},
		{"the other variant", "A12UEL5L", Bech32m, false},
		{"BIP 173: mixed case", "A12uEL5L", Bech32, false},
		{"BIP 173: no separator", "pzry9x0s0muk", Bech32, false},
		{"BIP 173: empty prefix", "1pzry9x0s0muk", Bech32, false},
		{"BIP 173: invalid data character", "x1b4n0q5v", Bech32, false},
		{"BIP 173: checksum too short", "li1dgmt3", Bech32, false},
		{"BIP 173: invalid character in checksum", "de1lg7wt\xff", Bech32, false},
		{"BIP 173: checksum of upper-case prefix", "A1G7SGD8", Bech32, false},
		{"BIP 173: prefix character out of range", "\x7f1axkwrx", Bech32, false},
		{"empty", "", Bech32, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := ValidBech32(tt.in, tt.variant); got != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

func TestValidSegwit(t *testing.T) {
	tests := []struct {
		name, in string
		want     bool
	}{
		{"BIP 173: pay to witness public key hash", "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", true},
		{"BIP 173: pay to witness script hash, testnet", "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7", true},
		{"BIP 350: version 1", "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", true},
		{"BIP 350: version 16, two bytes", "BC1SW50QGDZ25J", true},
		{"BIP 350: version 2", "bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs", true},
		{"BIP 350: version 1 with Bech32", "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd", false},
		{"BIP 350: version 0 with Bech32m", "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KJ7GZ7Z", false},
		{"BIP 350: version 17", "BC130XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ7ZWS8R", false},
		{"BIP 350: program of one byte", "bc1pw5dgrnzv", false},
		{"BIP 173: version 0 with 16 bytes", "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P", false},
		{"last character changed", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", false},
		{"no data", "bc1gmk9yu", false},
		{"version not ASCII", "bc1\xffqqqqqqqq", false},
		{"empty", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := ValidSegwit(tt.in); got != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

// Any single wrong character is found.
func FuzzBech32OneError(f *testing.F) {
	const address = "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"
	f.Add(uint8(5), byte('q'))
	f.Fuzz(func(t *testing.T, at uint8, c byte) {
		i := int(at) % len(address)
		changed := address[:i] + string(rune(c)) + address[i+1:]
		if changed != address && (ValidBech32(changed, Bech32m) || ValidSegwit(changed)) {
			t.Fatalf("%q at %d goes unnoticed", c, i)
		}
	})
}

func FuzzBech32(f *testing.F) {
	f.Add("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")
	f.Fuzz(func(t *testing.T, s string) {
		if ValidSegwit(s) && !ValidBech32(s, Bech32) && !ValidBech32(s, Bech32m) {
			t.Fatal("a segwit address is no Bech32 text")
		}
		if ValidBech32(s, Bech32) && ValidBech32(s, Bech32m) {
			t.Fatal("both variants hold")
		}
		if lower := strings.ToLower(s); ValidBech32(s, Bech32) && len(lower) == len(s) && !ValidBech32(lower, Bech32) {
			t.Fatal("lower case does not hold")
		}
	})
}

func TestBech32Allocations(t *testing.T) {
	n := testing.AllocsPerRun(100, func() { ValidSegwit("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4") })
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkValidSegwit(b *testing.B) {
	for b.Loop() {
		ValidSegwit("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")
	}
}
