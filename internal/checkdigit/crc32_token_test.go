package checkdigit

import (
	"hash/crc32"
	"strings"
	"testing"
)

func TestCRC32Base62(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"the sample GitHub published", "zQWBuTSOoRi4A9sp" + "HcVY5ncnsDkxkJ", "0mLq17"},
		{"empty body, sum zero, all padding", "", "000000"},
		{"CRC catalogue check value cbf43926", "123456789", "3jZRME"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := CRC32Base62(tt.body)
			if string(got[:]) != tt.want {
				t.Errorf("got %s, want %s", got[:], tt.want)
			}
			if !ValidCRC32Base62(tt.body, tt.want) {
				t.Error("not valid by its own suffix")
			}
			if ValidCRC32Base62(tt.body+"x", tt.want) || ValidCRC32Base62(tt.body, tt.want[:5]) {
				t.Error("a longer body or a shorter suffix is valid")
			}
		})
	}
}

func TestCRC32Hex(t *testing.T) {
	tests := []struct {
		name, s, suffix string
		want            bool
	}{
		{"CRC catalogue check value", "123456789", "cbf43926", true},
		{"upper case, as Atlassian writes it", "123456789", "CBF43926", true},
		{"one digit wrong", "123456789", "cbf43927", false},
		{"one digit short", "123456789", "cbf4392", false},
		{"one digit long", "123456789", "cbf439260", false},
		{"empty", "", "00000000", true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := ValidCRC32Hex(tt.s, tt.suffix); got != tt.want {
				t.Errorf("got %v, want %v", got, tt.want)
			}
		})
	}
}

func FuzzCRC32Token(f *testing.F) {
	f.Add("")
	f.Add("123456789")
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := crc32String(s), crc32.ChecksumIEEE([]byte(s)); got != want {
			t.Fatalf("crc32String = %08x, standard library %08x", got, want)
		}
		base62, hex := CRC32Base62(s), CRC32Hex(s)
		if !ValidCRC32Base62(s, string(base62[:])) || !ValidCRC32Hex(s, strings.ToUpper(string(hex[:]))) {
			t.Fatal("a suffix does not validate its own body")
		}
		changed := []byte(s)
		for i := range changed {
			changed[i] ^= 1
			if ValidCRC32Base62(string(changed), string(base62[:])) || ValidCRC32Hex(string(changed), string(hex[:])) {
				t.Fatalf("a flipped bit in byte %d goes unnoticed", i)
			}
			changed[i] ^= 1
		}
	})
}

func TestCRC32TokenAllocations(t *testing.T) {
	body := strings.Repeat("a1B2", 10)
	suffix := CRC32Hex(body)
	s := string(suffix[:])
	if n := testing.AllocsPerRun(100, func() { ValidCRC32Base62(body, "000000"); ValidCRC32Hex(body, s) }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkCRC32Base62(b *testing.B) {
	body := strings.Repeat("a1B2", 9)
	for b.Loop() {
		CRC32Base62(body)
	}
}
