//go:build !purego

#include "textflag.h"

// The limits of the classes, one byte each. A class from lo to hi is what is
// greater than lo-1 and what hi+1 is greater than, as signed bytes: those of
// 0x80 and above are negative and in no class.
DATA limits<>+0(SB)/1, $0x20 // space, and the bit of lower case
DATA limits<>+1(SB)/1, $0x60 // a - 1
DATA limits<>+2(SB)/1, $0x7b // z + 1
DATA limits<>+3(SB)/1, $0x2f // 0 - 1
DATA limits<>+4(SB)/1, $0x3a // 9 + 1
DATA limits<>+5(SB)/1, $0x40 // A - 1, and @
DATA limits<>+6(SB)/1, $0x5b // Z + 1
DATA limits<>+7(SB)/1, $0x23 // $ - 1
DATA limits<>+8(SB)/1, $0x27 // ( - 1, and & + 1
DATA limits<>+9(SB)/1, $0x30 // / + 1
DATA limits<>+10(SB)/1, $0x5f // _
DATA limits<>+11(SB)/1, $0x24 // % - 1
DATA limits<>+12(SB)/1, $0x5c // backslash
DATA limits<>+13(SB)/1, $0x1b // escape
GLOBL limits<>(SB), RODATA|NOPTR, $14

// keep is 64 bytes that keep what they are combined with, then 64 that do not.
DATA keep<>+0(SB)/8, $-1
DATA keep<>+8(SB)/8, $-1
DATA keep<>+16(SB)/8, $-1
DATA keep<>+24(SB)/8, $-1
DATA keep<>+32(SB)/8, $-1
DATA keep<>+40(SB)/8, $-1
DATA keep<>+48(SB)/8, $-1
DATA keep<>+56(SB)/8, $-1
GLOBL keep<>(SB), RODATA|NOPTR, $128

// RANGE sets dst where x is between the limits lo and hi.
#define RANGE(lo, hi, x, tmp, dst) \
	VPCMPGTB lo, x, dst  \
	VPCMPGTB x, hi, tmp  \
	VPAND    tmp, dst, dst

// STORE gathers the masks of both halves of the block into a field of masks.
#define STORE(low, high, offset) \
	VPMOVMSKB low, AX      \
	VPMOVMSKB high, BX     \
	SHLQ      $32, BX      \
	ORQ       BX, AX       \
	MOVQ      AX, offset(DI)

// func classifyAVX2(m *masks, text string)
TEXT ·classifyAVX2(SB), NOSPLIT, $0-24
	MOVQ    m+0(FP), DI
	MOVQ    text_base+8(FP), SI
	VMOVDQU (SI), Y0
	VMOVDQU 32(SI), Y1
	JMP     classify64<>(SB)

// func classifyTailAVX2(m *masks, text string) bool
//
// It reads 64 bytes from the start of the text and forgets those behind its end.
// Reading those is legal where they lie in the page that the text begins in;
// internal/bytealg of the standard library reads short strings like that.
TEXT ·classifyTailAVX2(SB), NOSPLIT, $0-25
	MOVQ    m+0(FP), DI
	MOVQ    text_base+8(FP), SI
	MOVQ    text_len+16(FP), DX
	TESTQ   DX, DX
	JZ      none
	MOVQ    SI, AX
	ANDQ    $0xfff, AX
	CMPQ    AX, $0xfc0
	JHI     none
	MOVB    $1, ret+24(FP)
	LEAQ    keep<>+64(SB), CX
	SUBQ    DX, CX
	VMOVDQU (SI), Y0
	VMOVDQU 32(SI), Y1
	VPAND   (CX), Y0, Y0
	VPAND   32(CX), Y1, Y1
	JMP     classify64<>(SB)

none:
	MOVB $0, ret+24(FP)
	RET

// classify64 fills in the masks at DI of the 64 bytes in Y0 and Y1.
TEXT classify64<>(SB), NOSPLIT|NOFRAME, $0-0
	VPBROADCASTB limits<>+0(SB), Y15
	VPBROADCASTB limits<>+1(SB), Y14
	VPBROADCASTB limits<>+2(SB), Y13
	VPBROADCASTB limits<>+3(SB), Y12
	VPBROADCASTB limits<>+4(SB), Y11
	VPBROADCASTB limits<>+5(SB), Y10
	VPBROADCASTB limits<>+6(SB), Y9
	VPBROADCASTB limits<>+7(SB), Y8

	// letter
	VPOR  Y15, Y0, Y4
	VPOR  Y15, Y1, Y5
	RANGE(Y14, Y13, Y4, Y6, Y2)
	RANGE(Y14, Y13, Y5, Y6, Y3)
	STORE(Y2, Y3, 0)

	// upper
	RANGE(Y10, Y9, Y0, Y6, Y2)
	RANGE(Y10, Y9, Y1, Y6, Y3)
	STORE(Y2, Y3, 8)

	// digit
	RANGE(Y12, Y11, Y0, Y6, Y2)
	RANGE(Y12, Y11, Y1, Y6, Y3)
	STORE(Y2, Y3, 16)

	// graph
	RANGE(Y8, Y13, Y0, Y6, Y2)
	RANGE(Y8, Y13, Y1, Y6, Y3)
	STORE(Y2, Y3, 24)

	// joint
	VPBROADCASTB limits<>+8(SB), Y8
	VPBROADCASTB limits<>+9(SB), Y9
	VPBROADCASTB limits<>+10(SB), Y14
	RANGE(Y8, Y9, Y0, Y6, Y2)
	RANGE(Y8, Y9, Y1, Y6, Y3)
	VPCMPEQB     Y15, Y0, Y6
	VPOR         Y6, Y2, Y2
	VPCMPEQB     Y15, Y1, Y6
	VPOR         Y6, Y3, Y3
	VPCMPEQB     Y14, Y0, Y6
	VPOR         Y6, Y2, Y2
	VPCMPEQB     Y14, Y1, Y6
	VPOR         Y6, Y3, Y3
	STORE(Y2, Y3, 32)

	// rare: what is above % - 1 and not above &, and @ \ ESC
	VPBROADCASTB limits<>+11(SB), Y8
	VPBROADCASTB limits<>+12(SB), Y9
	VPBROADCASTB limits<>+13(SB), Y14
	VPBROADCASTB limits<>+8(SB), Y13
	RANGE(Y8, Y13, Y0, Y6, Y2)
	RANGE(Y8, Y13, Y1, Y6, Y3)
	VPCMPEQB     Y10, Y0, Y6
	VPOR         Y6, Y2, Y2
	VPCMPEQB     Y10, Y1, Y6
	VPOR         Y6, Y3, Y3
	VPCMPEQB     Y9, Y0, Y6
	VPOR         Y6, Y2, Y2
	VPCMPEQB     Y9, Y1, Y6
	VPOR         Y6, Y3, Y3
	VPCMPEQB     Y14, Y0, Y6
	VPOR         Y6, Y2, Y2
	VPCMPEQB     Y14, Y1, Y6
	VPOR         Y6, Y3, Y3
	STORE(Y2, Y3, 40)

	// high
	STORE(Y0, Y1, 48)
	VZEROUPPER
	RET

// func cpuid(leaf, subleaf uint32) (a, b, c, d uint32)
TEXT ·cpuid(SB), NOSPLIT, $0-24
	MOVL leaf+0(FP), AX
	MOVL subleaf+4(FP), CX
	CPUID
	MOVL AX, a+8(FP)
	MOVL BX, b+12(FP)
	MOVL CX, c+16(FP)
	MOVL DX, d+20(FP)
	RET

// func xgetbv() uint32
TEXT ·xgetbv(SB), NOSPLIT, $0-4
	XORL   CX, CX
	XGETBV
	MOVL   AX, ret+0(FP)
	RET
