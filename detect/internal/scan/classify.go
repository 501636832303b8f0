package scan

// masks holds one bit per byte of a block of 64, the first byte lowest.
type masks struct {
	letter, upper, digit, graph, at, high uint64
}

const (
	ones    = 0x0101010101010101
	highs   = 0x8080808080808080
	collect = 0x0102040810204080 // gathers the lowest bit of 8 bytes into 8 bits
)

// classify fills in the masks of the block that begins at base. Positions
// beyond the text belong to no class. This is the one function to replace by
// faster variants; classifySlow in the tests is its specification.
func classify(m *masks, text string, base int) {
	*m = masks{}
	n := min(64, len(text)-base)
	if n <= 0 {
		return
	}
	i := 0
	for ; i+8 <= n; i += 8 {
		m.add(load8(text, base+i), uint(i))
	}
	if i < n {
		m.add(loadTail(text, base+i), uint(i))
	}
}

// add classifies 8 bytes at once; x holds the first in its lowest byte. A range
// test adds to each byte what carries it past 0x7f when it is large enough;
// bytes of 0x80 and above are taken out first and belong to no class.
func (m *masks) add(x uint64, shift uint) {
	y := x &^ highs
	ascii := ^x & highs
	f := y | 0x20*ones
	letter := (f + 0x1f*ones) &^ (f + 0x05*ones) & ascii
	digit := (y + 0x50*ones) &^ (y + 0x46*ones) & ascii
	graph := (y + 0x5c*ones) &^ (y + 0x05*ones) & ascii
	at := (highs - (y ^ 0x40*ones)) & ascii
	m.letter |= bits8(letter) << shift
	m.upper |= bits8(letter&^(y<<2)) << shift
	m.digit |= bits8(digit) << shift
	m.graph |= bits8(graph) << shift
	m.at |= bits8(at) << shift
	m.high |= bits8(x&highs) << shift
}

func bits8(x uint64) uint64 { return (x >> 7) * collect >> 56 }

// load8 reads 8 bytes of text at i, the first lowest.
func load8(text string, i int) uint64 {
	s := text[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// loadTail reads the fewer than 8 bytes from i to the end of text; the bytes
// beyond are zero.
func loadTail(text string, i int) uint64 {
	if n := len(text); n >= 8 {
		return load8(text, n-8) >> (8 * uint(i+8-n))
	}
	var x uint64
	for k := len(text) - 1; k >= i; k-- {
		x = x<<8 | uint64(text[k])
	}
	return x
}

// load reads up to 8 bytes at i; bytes beyond the text are zero.
func load(text string, i int) uint64 {
	if i+8 <= len(text) {
		return load8(text, i)
	}
	return loadTail(text, i)
}
