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

func TestIsImprobable(t *testing.T) {
	for _, tt := range []struct {
		name, value string
		want        bool
	}{
		{"letters of both cases", "GEAWomHCgNwS", true},
		{"a digit among them", "LfluXJqtkz1JO", true},
		{"digits before letters", "6c8k5dprqv0u", true},
		{"letters of one case", "kohpqsbjcdhqzx", true},
		{"few letters of one case", "kohpqsbjcdh", false},
		{"a name", "kubeProxyConfigMap", false},
		{"a name with abbreviations", "awsKmsKeyringArn", false},
		{"an algorithm", "hmacWithSha256AndRsa", false},
		{"an encoding", "base64urlEncoded", false},
		{"a word", "internationalization", false},
		{"a separator", "GEAWom-HCgNwS", false},
		{"nothing", "", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, isImprobable(tt.value))
		})
	}
}

// Behind the name of a secret nearly every random value is found, and hardly a name.
func TestRandomValuesAreFound(t *testing.T) {
	for _, tt := range []struct {
		name, alphabet string
		least          int // of 1,000
	}{
		{"letters of both cases and digits", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 970},
		{"small letters and digits", "abcdefghijklmnopqrstuvwxyz0123456789", 970},
		{"digits of base 16", "0123456789abcdef", 970},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, form := range []string{"X-Api-Key: ", "api_key=", "Authorization: Bearer ", "secret: \""} {
				for _, length := range []int{12, 14, 16, 20} {
					found, random := 0, randomText(tt.alphabet)(1000*length)
					for i := range 1000 {
						found += len(Default().Append(nil, form+random[i*length:(i+1)*length]))
					}
					require.GreaterOrEqual(t, found, tt.least, form, length)
				}
			}
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
