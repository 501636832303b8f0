package scan

// useAVX2 says whether the processor and the operating system have AVX2.
var useAVX2 = hasAVX2()

// classify is classifyGeneric, with AVX2 where there is.
func classify(m *masks, text string, base int) {
	if !useAVX2 {
		classifyGeneric(m, text, base)
		return
	}
	n := len(text) - base
	if n <= 0 {
		*m = masks{}
		return
	}
	if len(text) < 64 {
		var pad [64]byte // of zeros, which belong to no class
		copy(pad[:], text[base:])
		classifyArrayAVX2(m, &pad)
		return
	}
	last := max(0, 64-n) // bytes before base that the block begins with
	classifyStringAVX2(m, text[base-last:base-last+64])
	if last > 0 {
		m.down(uint(last))
	}
}

// classifyStringAVX2 fills in the masks of a string of 64 bytes.
//
//go:noescape
func classifyStringAVX2(m *masks, block string)

// classifyArrayAVX2 does the same for an array.
//
//go:noescape
func classifyArrayAVX2(m *masks, block *[64]byte)

// hasAVX2 asks as the Intel manual says (volume 1, section 14.7.1): for AVX and
// for an operating system that saves its registers, then for AVX2.
func hasAVX2() bool {
	const osxsaveAndAVX = 1<<27 | 1<<28
	if most, _, _, _ := cpuid(0, 0); most < 7 {
		return false
	}
	if _, _, c, _ := cpuid(1, 0); c&osxsaveAndAVX != osxsaveAndAVX || xgetbv()&6 != 6 {
		return false
	}
	_, b, _, _ := cpuid(7, 0)
	return b&(1<<5) != 0
}

func cpuid(leaf, subleaf uint32) (a, b, c, d uint32)

func xgetbv() uint32
