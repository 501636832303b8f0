package scan

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// classifySlow is the specification of classify, byte by byte.
func classifySlow(text string, base int) masks {
	var m masks
	for i := 0; i < 64 && base+i < len(text); i++ {
		bit := uint64(1) << i
		b := text[base+i]
		if b >= 0x80 {
			m.high |= bit
		}
		if b >= '0' && b <= '9' {
			m.digit |= bit
		}
		if b >= 'A' && b <= 'Z' {
			m.upper |= bit
		}
		if b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' {
			m.letter |= bit
		}
		if b >= '$' && b <= 'z' {
			m.graph |= bit
		}
		if strings.IndexByte(" ()*+,-./_", b) >= 0 {
			m.joint |= bit
		}
		if strings.IndexByte("@%&\\\x1b", b) >= 0 {
			m.rare |= bit
		}
	}
	return m
}

// checkClassify holds every variant to the specification.
func checkClassify(t *testing.T, text string, base int) {
	t.Helper()
	want := classifySlow(text, base)
	for name, variant := range map[string]func(*masks, string, int){"as chosen": classify, "generic": classifyGeneric} {
		m := masks{^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0), ^uint64(0)}
		if variant(&m, text, base); m != want {
			t.Fatalf("%s: classify(%q, %d):\n got %064b\nwant %064b", name, text, base, m, want)
		}
	}
}

func TestClassifyEveryByteAtEveryPlace(t *testing.T) {
	for b := range 256 {
		for at := range 64 {
			block := []byte(strings.Repeat(" ", 64))
			block[at] = byte(b)
			checkClassify(t, string(block), 0)
			checkClassify(t, string(block[:at+1]), 0)
		}
	}
}

func TestClassifyEveryLength(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 201 {
		text := make([]byte, n)
		for i := range text {
			text[i] = byte(random.IntN(256))
		}
		for base := 0; base < n; base++ {
			checkClassify(t, string(text), base)
		}
		for b := range 256 {
			checkClassify(t, strings.Repeat(string([]byte{byte(b)}), n), n/64*64)
		}
	}
}

// TestClassifyAtTheEndOfAPage checks texts at every distance from the end of a
// page, which must not be read beyond.
func TestClassifyAtTheEndOfAPage(t *testing.T) {
	pages := make([]byte, 3<<12)
	for i := range pages {
		pages[i] = byte(i*7 + i>>8)
	}
	whole := string(pages)
	for start := range 1 << 12 {
		for _, n := range []int{1, 31, 32, 63} {
			checkClassify(t, whole[start:start+n], 0)
		}
	}
}

func FuzzClassify(f *testing.F) {
	f.Add("", 0)
	f.Add("2026-03-15T09:26:53Z INFO mail to jane@example.com \x00\x7f\x80\xff@[`{/:$#z{", 3)
	f.Add(strings.Repeat("aZ09@é ", 30), 64)
	f.Fuzz(func(t *testing.T, text string, base int) {
		if base < 0 || base >= len(text) {
			base = 0
		}
		checkClassify(t, text, base)
	})
}

// around classifies the block of text that begins at base with its neighbours.
func around(text string, base int) (last, cur, next masks) {
	if base >= 64 {
		last = classifySlow(text, base-64)
	}
	return last, classifySlow(text, base), classifySlow(text, base+64)
}

func isJointAt(text string, i int) bool {
	return i >= 0 && i < len(text) && jointClass.has(text[i])
}

func isDigitAt(text string, i int) bool { return i >= 0 && i < len(text) && IsDigit(text[i]) }

// gapSlow reports whether the byte at i is the only one, or one of two, that is
// neither letter nor digit and stands between two digits.
func gapSlow(text string, i int) bool {
	one := isDigitAt(text, i-1) && isJointAt(text, i) && isDigitAt(text, i+1)
	first := isDigitAt(text, i-1) && isJointAt(text, i) && isJointAt(text, i+1) && isDigitAt(text, i+2)
	second := isDigitAt(text, i-2) && isJointAt(text, i-1) && isJointAt(text, i) && isDigitAt(text, i+1)
	return one || first || second
}

// camelSlow reports whether a change of case begins a word at i.
func camelSlow(text string, i int) bool {
	if i <= 0 || i >= len(text) || !isUpper(text[i]) || !IsLetter(text[i-1]) {
		return false
	}
	return isLower(text[i-1]) || i+1 < len(text) && isLower(text[i+1])
}

// edgeSlow reports whether a word that goes on before i ends there.
func edgeSlow(text string, i int) bool {
	return i >= len(text) || !IsLetter(text[i]) || camelSlow(text, i)
}

// wordSlow reports whether a word of at least two letters begins at i.
func wordSlow(text string, i int) bool {
	begins := i == 0 || !IsLetter(text[i-1]) || camelSlow(text, i)
	return IsLetter(text[i]) && begins && !edgeSlow(text, i+1)
}

func runSlow(m, next uint64, n int) uint64 {
	var out uint64
	for i := range 64 {
		all := true
		for k := i; k < i+n; k++ {
			bit := m >> (k & 63) & 1
			if k >= 64 {
				bit = next >> (k - 64) & 1
			}
			all = all && bit == 1
		}
		if all {
			out |= 1 << i
		}
	}
	return out
}

// markSlow sets the bits of the block at base for which mark holds.
func markSlow(text string, base int, mark func(text string, i int) bool) uint64 {
	var out uint64
	for i := 0; i < 64 && base+i < len(text); i++ {
		if mark(text, base+i) {
			out |= 1 << i
		}
	}
	return out
}

func checkBlocks(t *testing.T, text string) {
	t.Helper()
	for base := 0; base < len(text); base += 64 {
		last, cur, next := around(text, base)
		got := gaps(&cur, &next, &last)
		valid := ^uint64(0)
		if n := len(text) - base; n < 64 {
			valid = 1<<n - 1
		}
		if want := markSlow(text, base, gapSlow); got&valid != want {
			t.Fatalf("gaps of %q at %d:\n got %064b\nwant %064b", text, base, got, want)
		}
		var c block
		c.findWords(&cur, &next, &last)
		if want := markSlow(text, base, wordSlow); c.words != want {
			t.Fatalf("words of %q at %d:\n got %064b\nwant %064b", text, base, c.words, want)
		}
		if want := markSlow(text, base, edgeSlow); c.edges&valid != want {
			t.Fatalf("edges of %q at %d:\n got %064b\nwant %064b", text, base, c.edges, want)
		}
		if got, want := run8(cur.graph, next.graph), runSlow(cur.graph, next.graph, 8); got != want {
			t.Fatalf("run8 of %q at %d:\n got %064b\nwant %064b", text, base, got, want)
		}
		if got, want := run12(cur.graph, next.graph), runSlow(cur.graph, next.graph, 12); got != want {
			t.Fatalf("run12 of %q at %d:\n got %064b\nwant %064b", text, base, got, want)
		}
	}
}

// soup is text of a small alphabet, so that everything meets everything.
func soup(random *rand.Rand, alphabet string, n int) string {
	out := make([]byte, n)
	for i := range out {
		out[i] = alphabet[random.IntN(len(alphabet))]
	}
	return string(out)
}

func TestBlocksAgreeWithByteLoops(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for _, alphabet := range []string{"0 ", "01-a ", "aA", "aAbB 0", "aaaaaaaaaaaaaaaA ", "0000000000-.a", "abcXYZ019 .-_@\x80"} {
		for range 400 {
			checkBlocks(t, soup(random, alphabet, random.IntN(200)))
		}
	}
}

func TestRunsOfBits(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	dense := func() uint64 { return random.Uint64() | random.Uint64() | random.Uint64() | random.Uint64() }
	for range 20000 {
		m, next := dense(), dense()
		if got, want := run8(m, next), runSlow(m, next, 8); got != want {
			t.Fatalf("run8(%064b, %064b) = %064b, want %064b", m, next, got, want)
		}
		if got, want := run12(m, next), runSlow(m, next, 12); got != want {
			t.Fatalf("run12(%064b, %064b) = %064b, want %064b", m, next, got, want)
		}
	}
}

func FuzzBlocks(f *testing.F) {
	f.Add(strings.Repeat("12 - 34 aBC ", 12))
	f.Add(strings.Repeat("x", 62) + "1 - 2" + strings.Repeat("HTTPServer", 8))
	f.Fuzz(func(t *testing.T, text string) { checkBlocks(t, text[:min(len(text), 500)]) })
}

func TestLoad(t *testing.T) {
	text := "abcdefghijklmnop"
	for n := range len(text) + 1 {
		for i := range n + 1 {
			var want uint64
			for k := i; k < min(i+8, n); k++ {
				want |= uint64(text[k]) << (8 * (k - i))
			}
			if i == n {
				continue // load reads no byte only where there is one
			}
			if diff := cmp.Diff(want, load(text[:n], i)); diff != "" {
				t.Errorf("load(%q, %d) (-want +got):\n%s", text[:n], i, diff)
			}
		}
	}
}
