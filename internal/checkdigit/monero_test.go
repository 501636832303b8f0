package checkdigit

import (
	"bytes"
	"testing"
)

// encodeMonero is the definition of the encoding, block by block.
func encodeMonero(data []byte) string {
	sum := Keccak256(data)
	data = append(bytes.Clone(data), sum[:4]...)
	lengths := [9]int{0, 2, 3, 5, 6, 7, 9, 10, 11}
	var out []byte
	for len(data) > 0 {
		block := data[:min(8, len(data))]
		text := encodeBase58(&Base58Bitcoin, bytes.TrimLeft(block, "\x00"))
		out = append(out, bytes.Repeat([]byte("1"), lengths[len(block)]-len(text))...)
		out = append(out, text...)
		data = data[len(block):]
	}
	return string(out)
}

func TestDecodeMonero(t *testing.T) {
	const address = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"
	key := bytes.Repeat([]byte{0x5a}, 64)
	tests := []struct {
		name, in string
		network  byte
		want     bool
	}{
		{"the project's donation address", address, 18, true},
		{"subaddress", encodeMonero(append([]byte{42}, key...)), 42, true},
		{"integrated address", encodeMonero(append([]byte{19}, append(key, "12345678"...)...)), 19, true},
		{"last character changed", address[:94] + "B", 0, false},
		{"one short", address[:94], 0, false},
		{"one long", address + "A", 0, false},
		{"block of one character", address[:89], 0, false},
		{"block beyond 64 bits", "zzzzzzzzzzz" + address[11:], 0, false},
		{"0 is no digit", "0" + address[1:], 0, false},
		{"not ASCII", "é" + address[2:], 0, false},
		{"valid checksum, size of no address", encodeMonero(key), 0, false},
		{"longer than any", address + address, 0, false},
		{"empty", "", 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			network, ok := DecodeMonero(tt.in)
			if ok != tt.want || ok && network != tt.network {
				t.Errorf("got %d, %v; want %d, %v", network, ok, tt.network, tt.want)
			}
		})
	}
}

func FuzzDecodeMonero(f *testing.F) {
	f.Add([]byte{18}, "44AFFq5kSiG")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		DecodeMonero(text)
		data = append(data, make([]byte, 65)...)[:65]
		if network, ok := DecodeMonero(encodeMonero(data)); !ok || network != data[0] {
			t.Fatalf("decode of encode of %x: %d, %v", data, network, ok)
		}
	})
}

func TestMoneroAllocations(t *testing.T) {
	address := encodeMonero(make([]byte, 65))
	if n := testing.AllocsPerRun(100, func() { DecodeMonero(address) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
