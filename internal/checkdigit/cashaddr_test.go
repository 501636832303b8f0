package checkdigit

import (
	"strings"
	"testing"
)

// validJoined takes an address as it is written.
func validJoined(s string) bool {
	prefix, payload, _ := strings.Cut(s, ":")
	return ValidCashAddr(prefix, payload)
}

func TestValidCashAddr(t *testing.T) {
	const address = "bitcoincash:qr95sy3j9xwd2ap32xkykttr4cvcu7as4y0qverfuy"
	tests := []struct {
		name, in string
		want     bool
	}{
		{"specification: public key hash", address, true},
		{"specification: script hash", "bitcoincash:ppm2qsznhks23z7629mms6s4cwef74vcwvn0h829pq", true},
		{"specification: 20 bytes, test prefix", "bchtest:pr6m7j9njldwwzlg9v7v53unlr4jkmx6eyvwc0uz5t", true},
		{"specification: 24 bytes", "bitcoincash:q9adhakpwzztepkpwp5z0dq62m6u5v5xtyj7j3h2ws4mr9g0", true},
		{"specification: 64 bytes", "bitcoincash:qlg0x333p4238k0qrc5ej7rzfw5g8e4a4r6vvzyrcy8j3s5k0en7calvclhw46hudk5flttj6ydvjc0pv3nchp52amk97tqa5zygg96mtky5sv5w", true},
		{"upper case", strings.ToUpper(address), true},
		{"last character changed", address[:len(address)-1] + "q", false},
		{"one short", address[:len(address)-1], false},
		{"one long", address + "q", false},
		{"no prefix", address[12:], false},
		{"another prefix", "bchtest" + address[11:], false},
		{"empty prefix", ":" + address[12:], false},
		{"type 15 is reserved", "pref:0r6m7j9njldwwzlg9v7v53unlr4jkmx6ey65nvtks5", false},
		{"outside the alphabet", "bitcoincash:br95sy3j9xwd2ap32xkykttr4cvcu7as4y0qverfuy", false},
		{"not ASCII", "bitcoincash:\xffr95sy3j9xwd2ap32xkykttr4cvcu7as4y0qverfuy", false},
		{"nothing behind the colon", "bitcoincash:", false},
		{"empty", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := validJoined(tt.in); got != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

func FuzzCashAddrOneError(f *testing.F) {
	const address = "bitcoincash:qr95sy3j9xwd2ap32xkykttr4cvcu7as4y0qverfuy"
	f.Add(uint8(20), byte('q'))
	f.Fuzz(func(t *testing.T, at uint8, c byte) {
		i := int(at) % len(address)
		changed := address[:i] + string(rune(c)) + address[i+1:]
		sameValue := i < 11 && c&31 == address[i]&31 // the checksum takes five bits of each character of the prefix
		if changed != address && !sameValue && validJoined(changed) {
			t.Fatalf("%q at %d goes unnoticed", c, i)
		}
	})
}

func TestCashAddrAllocations(t *testing.T) {
	n := testing.AllocsPerRun(100, func() { ValidCashAddr("bitcoincash", "qr95sy3j9xwd2ap32xkykttr4cvcu7as4y0qverfuy") })
	if n != 0 {
		t.Errorf("%v allocations", n)
	}
}
