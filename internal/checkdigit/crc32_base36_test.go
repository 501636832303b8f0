package checkdigit

import (
	"hash/crc32"
	"strconv"
	"strings"
	"testing"
)

func TestCRC32Base36(t *testing.T) {
	tests := []struct{ name, s, want string }{
		{"empty input, sum zero, all padding", "", "0000000"},
		{"CRC catalogue check value cbf43926", "123456789", strconv.FormatUint(0xcbf43926, 36)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			want := strings.Repeat("0", 7-len(strings.TrimLeft(tt.want, "0"))) + strings.TrimLeft(tt.want, "0")
			if got := CRC32Base36(tt.s); string(got[:]) != want {
				t.Errorf("got %s, want %s", got[:], want)
			}
			if !ValidCRC32Base36(tt.s, want) {
				t.Error("not valid by its own suffix")
			}
			if ValidCRC32Base36(tt.s+"x", want) || ValidCRC32Base36(tt.s, want[:6]) {
				t.Error("a longer body or a shorter suffix is valid")
			}
		})
	}
}

func FuzzCRC32Base36(f *testing.F) {
	f.Add("")
	f.Add("123456789")
	f.Fuzz(func(t *testing.T, s string) {
		suffix := CRC32Base36(s)
		got, err := strconv.ParseUint(string(suffix[:]), 36, 32)
		if err != nil || uint32(got) != crc32.ChecksumIEEE([]byte(s)) {
			t.Fatalf("suffix %s of %d bytes reads %d (%v)", suffix[:], len(s), got, err)
		}
	})
}
