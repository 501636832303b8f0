package checkdigit

import (
	"bytes"
	"crypto/sha3"
	"encoding/hex"
	"strings"
	"testing"
)

func TestKeccak256(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"empty, the hash of accounts without code", "", "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"},
		{"abc", "abc", "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45"},
		{"topic of ERC-20 transfers", "Transfer(address,address,uint256)", "ddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Keccak256([]byte(tt.in))
			if hex.EncodeToString(got[:]) != tt.want {
				t.Errorf("got %x, want %s", got, tt.want)
			}
		})
	}
}

// SHA3-256 is the same sponge with another padding, so the standard library
// checks the permutation and the blocks.
func FuzzKeccakAgainstSHA3(f *testing.F) {
	for _, n := range []int{0, 1, keccakRate - 1, keccakRate, keccakRate + 1, 3 * keccakRate} {
		f.Add(bytes.Repeat([]byte{0xa5}, n))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var state [25]uint64
		rest := data
		for len(rest) >= keccakRate {
			keccakAbsorb(&state, rest[:keccakRate])
			rest = rest[keccakRate:]
		}
		var last [keccakRate]byte
		copy(last[:], rest)
		last[len(rest)] ^= 0x06
		last[keccakRate-1] ^= 0x80
		keccakAbsorb(&state, last[:])
		want := sha3.Sum256(data)
		for i, b := range want {
			if byte(state[i/8]>>(8*(i%8))) != b {
				t.Fatalf("byte %d differs for %d bytes", i, len(data))
			}
		}
		if Keccak256(data) == want {
			t.Fatal("Keccak-256 equals SHA3-256")
		}
	})
}

func TestValidEIP55(t *testing.T) {
	const address = "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"
	tests := []struct {
		name, in string
		want     bool
	}{
		{"EIP-55: normal", address, true},
		{"EIP-55: all upper case", "52908400098527886E0F7030069857D2E4169EE7", true},
		{"EIP-55: all lower case", "27b1fdb04752bbc536007a920d24acb045561c26", true},
		{"digits only have no case", strings.Repeat("0", 40), true},
		{"last letter in the other case", address[:39] + "D", false},
		{"lower-cased", strings.ToLower(address), false},
		{"one digit short", address[:39], false},
		{"one digit long", address + "0", false},
		{"not a hexadecimal digit", "g" + address[1:], false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := ValidEIP55(tt.in); got != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

func TestKeccakAllocations(t *testing.T) {
	n := testing.AllocsPerRun(100, func() { ValidEIP55("5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed") })
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkValidEIP55(b *testing.B) {
	for b.Loop() {
		ValidEIP55("5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")
	}
}
