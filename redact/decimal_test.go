package redact

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"
)

// Twin: decimal agrees with strconv where a float64 holds all digits.
func TestDecimal(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	for range 100_000 {
		v := float64(random.Int64N(1 << uint(1+random.IntN(52))))
		for _, form := range []byte("eE") {
			text := strconv.FormatFloat(v, form, -1, 64)
			digits, ok := decimal(text)
			require.True(t, ok, text)
			got, err := strconv.ParseFloat(digits, 64)
			require.NoError(t, err)
			require.InDelta(t, v, got, 0, text)
		}
		text := strconv.FormatFloat(math.Ldexp(v, -random.IntN(100)), 'e', -1, 64)
		if digits, ok := decimal(text); ok {
			want, _ := strconv.ParseFloat(text, 64)
			require.Equal(t, strconv.FormatFloat(want, 'f', 0, 64), digits[:], text)
		}
	}
}

func TestNotDecimal(t *testing.T) {
	for _, text := range []string{"", "e", "1e", "e15", "4242", "4.25e1", "1e41", "1e-5", "1e+", "1.2.3e15", "1ee5", "beef1e15", "1e5x", "+-e15", "0x1e15", "1_0e15", "4e 15"} {
		digits, ok := decimal(text)
		require.False(t, ok, "%q: %s", text, digits)
	}
}
