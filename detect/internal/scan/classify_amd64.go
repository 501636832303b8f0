//go:build !purego

package scan

// useAVX2 says whether the processor and the operating system have AVX2.
var useAVX2 = hasAVX2()

// classify is classifyGeneric, with AVX2 where there is.
func classify(m *masks, text string, base int) {
	if !useAVX2 {
		classifyGeneric(m, text, base)
		return
	}
	rest := text[base:]
	if len(rest) >= 64 {
		classifyAVX2(m, rest)
	} else if !classifyTailAVX2(m, rest) {
		classifyGeneric(m, text, base)
	}
}

// classifyAVX2 fills in the masks of the first 64 bytes of text, which must have
// that many.
//
//go:noescape
func classifyAVX2(m *masks, text string)

// classifyTailAVX2 fills in the masks of text that is shorter than that, or does
// nothing and returns false when it is empty or stands too close to the end of a
// page.
//
//go:noescape
func classifyTailAVX2(m *masks, text string) bool

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
