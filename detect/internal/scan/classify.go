package scan

// masks holds one bit per byte of a block of 64, the first byte lowest. rare are
// the @ and what escapes begin with: %, &, \ and the escape character.
type masks struct {
	letter, upper, digit, graph, joint, rare, high uint64
}

const (
	ones    = 0x0101010101010101
	highs   = 0x8080808080808080
	collect = 0x0102040810204080 // gathers the lowest bit of 8 bytes into 8 bits
)

// classifyGeneric fills in the masks of the block that begins at base. Positions
// beyond the text belong to no class. This is the one function that has faster
// variants, under the name of classify; the specification of all of them is
// classifySlow in the tests.
func classifyGeneric(m *masks, text string, base int) {
	var words [8]uint64
	if n := len(text) - base; len(text) >= 64 {
		last := max(0, 64-n) // bytes before base that the block begins with
		block := text[base-last : base-last+64]
		for i := range words {
			words[i] = load8(block, 8*i)
		}
		classifyWords(m, &words, 8)
		if last > 0 {
			m.down(uint(last))
		}
		return
	}
	n := 0
	for ; base+8 <= len(text); base += 8 {
		words[n&7] = load8(text, base)
		n++
	}
	if base < len(text) {
		words[n&7] = loadTail(text, base)
		n++
	}
	classifyWords(m, &words, n)
}

// down takes the first n positions out of the block.
func (m *masks) down(n uint) {
	*m = masks{m.letter >> n, m.upper >> n, m.digit >> n, m.graph >> n, m.joint >> n, m.rare >> n, m.high >> n}
}

// classifyWords looks at 8 bytes at once, the first in the lowest byte. A range
// test adds to each byte what carries it past 0x7f when it is large enough; of
// the result only the highest bit of each byte counts. Bytes of 0x80 and above
// are set to zero first, which belongs to no class. The masks are built from the
// top: each step moves in 8 bits and the earlier ones down.
func classifyWords(m *masks, words *[8]uint64, n int) {
	var letter, upper, digit, graph, joint, rare, high uint64
	for i := 0; i < n && i < 8; i++ {
		x := words[i]
		letter, upper, digit, graph, joint, rare, high = letter>>8, upper>>8, digit>>8, graph>>8, joint>>8, rare>>8, high>>8
		if h := x & highs; h != 0 {
			high |= top8(h)
			x &^= h >> 7 * 0xff
		}
		f := x | 0x20*ones
		l := (f + 0x1f*ones) &^ (f + 0x05*ones) & highs
		letter |= top8(l)
		upper |= top8(l &^ (x << 2))
		digit |= top8((x + 0x50*ones) &^ (x + 0x46*ones) & highs)
		graph |= top8((x + 0x5c*ones) &^ (x + 0x05*ones) & highs)
		// what numbers are written with: ( ) * + , - . / and space and _
		joint |= top8(((x+0x58*ones)&^(x+0x50*ones) | (highs - (x ^ 0x20*ones)) | (highs - (x ^ 0x5f*ones))) & highs)
		// @ \ ESC, and % & that follow each other
		if s := ((highs - (x ^ 0x40*ones)) | (highs - (x ^ 0x5c*ones)) | (highs - (x ^ 0x1b*ones)) | (x+0x5b*ones)&^(x+0x59*ones)) & highs; s != 0 {
			rare |= top8(s)
		}
	}
	*m = masks{letter, upper, digit, graph, joint, rare, high}
	if n < 8 {
		m.down(uint(64 - 8*n))
	}
}

// top8 gathers the highest bits of 8 bytes in the highest byte; all other bits
// must be clear.
func top8(x uint64) uint64 { return x >> 7 * collect &^ (1<<56 - 1) }

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
