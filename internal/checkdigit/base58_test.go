package checkdigit

import (
	"bytes"
	"crypto/sha256"
	"math/big"
	"strings"
	"testing"
)

// encodeBase58 is the definition of the encoding by big integers.
func encodeBase58(alphabet *Base58, data []byte) string {
	var letters [58]byte
	for c, v := range alphabet {
		if v > 0 {
			letters[v-1] = byte(c)
		}
	}
	var out []byte
	number, digit := new(big.Int).SetBytes(data), new(big.Int)
	for number.Sign() > 0 {
		number.DivMod(number, big.NewInt(58), digit)
		out = append([]byte{letters[digit.Int64()]}, out...)
	}
	zeros := len(data) - len(bytes.TrimLeft(data, "\x00"))
	return strings.Repeat(string(letters[:1]), zeros) + string(out)
}

func encodeBase58Check(alphabet *Base58, payload []byte) string {
	once := sha256.Sum256(payload)
	twice := sha256.Sum256(once[:])
	return encodeBase58(alphabet, append(bytes.Clone(payload), twice[:4]...))
}

func TestBase58DecodeCheck(t *testing.T) {
	tests := []struct {
		name     string
		alphabet *Base58
		in       string
		version  byte
		length   int
		want     bool
	}{
		{"genesis block reward, version zero is a leading 1", &Base58Bitcoin, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", 0, 21, true},
		{"all bytes zero, 20 leading ones (burn address)", &Base58Bitcoin, "1111111111111111111114oLvT2", 0, 21, true},
		{"last character changed", &Base58Bitcoin, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", 0, 21, false},
		{"one leading 1 too many", &Base58Bitcoin, "11A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", 0, 22, false},
		{"letter case lost", &Base58Bitcoin, "1a1zp1ep5qgefi2dmptftl5slmv7divfna", 0, 0, false},
		{"0 is no digit", &Base58Bitcoin, "10000000000000000000000000", 0, 0, false},
		{"genesis account of the XRP Ledger", &Base58Ripple, "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh", 0, 21, true},
		{"right text, wrong alphabet", &Base58Bitcoin, "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh", 0, 0, false},
		{"BIP 32 test vector 1, 78 bytes", &Base58Bitcoin, "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8", 4, 78, true},
		{"shorter than a checksum", &Base58Bitcoin, "111", 0, 0, false},
		{"empty", &Base58Bitcoin, "", 0, 0, false},
		{"longer than any", &Base58Bitcoin, strings.Repeat("z", maxBase58+1), 0, 0, false},
		{"longest", &Base58Bitcoin, strings.Repeat("1", maxBase58), 0, 0, false},
		{"not ASCII", &Base58Bitcoin, "1A1zP1eP5QGefi2DMPTfTL5SLmv7Divfé", 0, 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var buffer Base58Bytes
			payload, ok := tt.alphabet.DecodeCheck(&buffer, tt.in)
			if ok != tt.want {
				t.Fatalf("got %v, want %v", ok, tt.want)
			}
			if ok && (len(payload) != tt.length || payload[0] != tt.version) {
				t.Errorf("%d bytes, version %#x; want %d, %#x", len(payload), payload[0], tt.length, tt.version)
			}
		})
	}
}

func FuzzBase58(f *testing.F) {
	f.Add([]byte{0, 0, 1, 2, 3})
	f.Add(bytes.Repeat([]byte{0xff}, 78))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) == 0 || len(data) > 78 {
			return
		}
		for _, alphabet := range []*Base58{&Base58Bitcoin, &Base58Ripple} {
			var buffer Base58Bytes
			if got, ok := alphabet.Decode(&buffer, encodeBase58(alphabet, data)); !ok || !bytes.Equal(got, data) {
				t.Fatalf("decode of encode of %x is %x", data, got)
			}
			text := encodeBase58Check(alphabet, data)
			var check Base58Bytes
			if got, ok := alphabet.DecodeCheck(&check, text); !ok || !bytes.Equal(got, data) {
				t.Fatalf("checked decode of encode of %x is %x, %v", data, got, ok)
			}
		}
	})
}

func TestBase58Allocations(t *testing.T) {
	const key = "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8"
	n := testing.AllocsPerRun(100, func() {
		var buffer Base58Bytes
		Base58Bitcoin.DecodeCheck(&buffer, key)
	})
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkBase58DecodeCheck(b *testing.B) {
	for b.Loop() {
		var buffer Base58Bytes
		Base58Bitcoin.DecodeCheck(&buffer, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")
	}
}
