package redact

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/fieldsafe/fieldsafe/detect"
)

// Twin: the scanner finds nothing in what is left out without asking it.
func TestInertValuesHoldNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	const bytes = "0123456789AZaz@.-:=+/ \"\\_%\x00\xc3\xa9"
	layouts := []string{time.RFC3339, time.RFC3339Nano, "2006-01-02 15:04:05,000", "2006-01-02 15:04:05.000000-07:00"}
	for range 100_000 {
		short := make([]byte, random.IntN(maxInert+1))
		for i := range short {
			short[i] = bytes[random.IntN(len(bytes))]
		}
		at := time.Unix(random.Int64N(1<<33), random.Int64N(1e9)).In(time.FixedZone("", 60*(random.IntN(1440)-720)))
		for _, text := range []string{string(short), at.Format(layouts[random.IntN(len(layouts))]), hashText(random)} {
			require.True(t, defaultRedactor().inert([]byte(text)), "%q", text)
			require.Empty(t, detect.Default().Append(nil, text), "%q", text)
		}
	}
}

// hashText returns what has the shape of a hash or a UUID, of many digits or few,
// perhaps with one of the keywords in it that can be read as hexadecimal.
func hashText(random *rand.Rand) string {
	text := make([]byte, [...]int{32, 40, 64}[random.IntN(3)])
	few := random.IntN(11)
	for i := range text {
		text[i] = "0123456789"[random.IntN(10)]
		if random.IntN(10) < few {
			text[i] = "abcdef"[random.IntN(6)]
		}
	}
	words := [...]string{"edad", "dea", "cedeae", "cabea", "ad", "c"}
	if word := words[random.IntN(len(words))]; random.IntN(2) == 0 {
		copy(text[random.IntN(len(text)-len(word)):], word)
	}
	text[random.IntN(len(text))] = 'e'
	if s := string(text); len(s) > 32 || random.IntN(2) == 0 {
		return s
	}
	return fmt.Sprintf("%s-%s-%s-%s-%s", text[:8], text[8:12], text[12:16], text[16:20], text[20:])
}

func TestNotInert(t *testing.T) {
	for _, text := range []string{
		"2026-03-15", "2026-03-15T09:26:53+4930901820", "2026-03-15T09:26:53.4242424242424242", "2026-03-15T09:26:53Z by " + mail,
		"2026-03-15T09:26:5d", "a@b.cd", "42424242424242424242424242424242", "4b825dc642cb6eb9a060e54bf8d6928g", "4B825DC642CB6EB9A060E54BF8D69288",
		"42424242-4242-4242-4242-424242424242", "f47ac10b-58cc-4372-a567_0e02b2c3d479", "f47ac10b58cc-4372-a567-0e02-b2c3d479",
	} {
		require.False(t, defaultRedactor().inert([]byte(text)), "%q", text)
	}
	own := mustNew(t, &Options{Literals: []string{"velvet-57"}})
	require.False(t, own.inert([]byte("GET")), "a scanner of one's own may look for anything")
}

// isTime agrees with a look at each byte.
func TestIsTime(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	times := 0
	for range 300_000 {
		text := []byte("2026-03-15T09:26:53")
		for range random.IntN(3) {
			text[random.IntN(len(text))] = byte(random.IntN(256))
		}
		if random.IntN(4) == 0 {
			text[random.IntN(len(text))] = "0129:/-T "[random.IntN(9)]
		}
		_, want := cutShape(text, "dddd-dd-ddTdd:dd:dd")
		require.Equal(t, want, isTime(text), "%q", text)
		if want {
			times++
		}
	}
	require.NotZero(t, times)
}
