package detect

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestIsGenerated(t *testing.T) {
	for _, tt := range []struct {
		name, value string
		want        bool
	}{
		{"hexadecimal letters alone", "abcdefabcdefabcdefabcdef", true},
		{"the same, too short", "abcdefabcdefabcdefabcde", false},
		{"six consonants in a row", "bkxmbsaeiouaeiouaeiou", true},
		{"few vowels altogether", "brntkaldrmvstopkrndlik", true},
		{"a long word", "internationalizationservice", false},
		{"letters of both cases are judged by their order", "BkxmbsxkczhnxpiyhBqdz", false},
		{"a separator stands between words", "bkxmbs-xkczhnxpiyhbqdz", false},
		{"digits alone", "123456789012345678901234", true},
		{"nothing", "", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, isGenerated(tt.value))
		})
	}
}

func TestIsNumbered(t *testing.T) {
	for _, tt := range []struct {
		name, value string
		want        bool
	}{
		{"a job", "inventory_6069932323", true},
		{"a constant", "INVENTORY-6069932323", true},
		{"the prefix of a token is short", "sk_6069932323", false},
		{"letters of both cases", "inventoryJob_6069932323", false},
		{"letters behind the separator", "inventory_60699a2323", false},
		{"no digits", "inventory_", false},
		{"nothing", "", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, isNumbered(tt.value))
		})
	}
}

func TestBlockScalar(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"literal", "|\n  hunter2x\n", "hunter2x"},
		{"folded, chomped, indented by a digit", ">2-\n    hunter2x", "hunter2x"},
		{"a line break of Windows behind it", "|\n  hunter2x\r\n", "hunter2x"},
		{"prose", ">\n  the 2nd one\n", ""},
		{"no digit", "|\n  hunter\n", ""},
		{"no block", "| hunter2x", ""},
		{"cut", "|", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			from, to := blockScalar(tt.text, 0)
			require.Equal(t, tt.want, tt.text[from:to])
		})
	}
}

func TestServicesAreSorted(t *testing.T) {
	require.True(t, slices.IsSorted(services[:]), "or they are not found")
}
