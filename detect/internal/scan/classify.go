package scan

// masks holds one bit per byte of a block of 64, the first byte lowest. rare are
// the @ and what escapes begin with: %, &, \ and the escape character.
type masks struct {
	letter, upper, digit, graph, joint, rare, high uint64
}

// The class of a byte, one bit in each of the bytes of a word.
const (
	isLetter = 1 << (8 * iota)
	isUppercase
	isDigit
	isGraph
	isJoint
	isRare
	isHigh

	capital = isLetter | isUppercase | isGraph
	small   = isLetter | isGraph
	figure  = isDigit | isGraph
	joint   = isJoint | isGraph
	rare    = isRare | isGraph
)

// classifyGeneric fills in the masks of the block that begins at base. Positions
// beyond the text belong to no class. This is the one function that has faster
// variants, under the name of classify; the specification of all of them is
// classifySlow in the tests.
func classifyGeneric(m *masks, text string, base int) {
	var block [64]byte // zeros belong to no class
	copy(block[:], text[base:])
	a, b, c, d := classify8(&block, 0), classify8(&block, 8), classify8(&block, 16), classify8(&block, 24)
	var e, f, g, h uint64
	if len(text)-base > 32 {
		e, f, g, h = classify8(&block, 32), classify8(&block, 40), classify8(&block, 48), classify8(&block, 56)
	}

	// Each of these words has a byte of each class; the masks have all bytes of
	// one. Halves change places, then quarters, then bytes (Warren, Hacker's
	// Delight, section 7-3).
	a, e = exchange(a, e, 32, 0x00000000ffffffff)
	b, f = exchange(b, f, 32, 0x00000000ffffffff)
	c, g = exchange(c, g, 32, 0x00000000ffffffff)
	d, h = exchange(d, h, 32, 0x00000000ffffffff)

	a, c = exchange(a, c, 16, 0x0000ffff0000ffff)
	b, d = exchange(b, d, 16, 0x0000ffff0000ffff)
	e, g = exchange(e, g, 16, 0x0000ffff0000ffff)
	f, h = exchange(f, h, 16, 0x0000ffff0000ffff)

	m.letter, m.upper = exchange(a, b, 8, 0x00ff00ff00ff00ff)
	m.digit, m.graph = exchange(c, d, 8, 0x00ff00ff00ff00ff)
	m.joint, m.rare = exchange(e, f, 8, 0x00ff00ff00ff00ff)
	m.high, _ = exchange(g, h, 8, 0x00ff00ff00ff00ff)
}

// classify8 returns the classes of the 8 bytes from i, a bit for each byte in the
// byte of each class.
func classify8(block *[64]byte, i int) uint64 {
	b := block[i&56:][:8]
	return classes[b[0]] | classes[b[1]]<<1 | classes[b[2]]<<2 | classes[b[3]]<<3 |
		classes[b[4]]<<4 | classes[b[5]]<<5 | classes[b[6]]<<6 | classes[b[7]]<<7
}

// exchange swaps the upper parts of a with the lower parts of b.
func exchange(a, b uint64, shift uint, lower uint64) (uint64, uint64) {
	x := (a>>(shift&63) ^ b) & lower
	return a ^ x<<(shift&63), b ^ x
}

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
