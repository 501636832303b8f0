package words

import (
	"strings"
	"testing"
)

func TestLatin(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"Cyrillic", "АВСЕНІЈКМОРЅТХУасеіјорѕху", "ABCEHIJKMOPSTXYaceijopsxy"},
		{"Greek", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧορ", "ABEZHIKMNOPTYXop"},
		{"letters of their own", "ЖЯбдлΔΩαβπ", ""},
		{"Latin itself", "Aaé", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got strings.Builder
			for _, r := range tt.text {
				if b := Latin(r); b != 0 {
					got.WriteByte(b)
				}
			}
			if got.String() != tt.want {
				t.Errorf("got %q, want %q", got.String(), tt.want)
			}
		})
	}
}
