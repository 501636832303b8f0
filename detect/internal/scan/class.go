// Package scan is the engine under detect: byte classes, patterns, anchors and
// the pass that proposes candidates. It knows bytes and tables, no detector.
//
// All of it works on bytes of strings, allocates nothing while scanning, and
// takes time linear in the input.
package scan

import "math/bits"

// class is a set of bytes.
type class [4]uint64

func (c *class) has(b byte) bool { return c[b>>6]>>(b&63)&1 != 0 }

func (c *class) add(b byte) { c[b>>6] |= 1 << (b & 63) }

func (c *class) addRange(lo, hi byte) {
	for b := int(lo); b <= int(hi); b++ {
		c.add(byte(b))
	}
}

func (c *class) union(o *class) {
	for i := range c {
		c[i] |= o[i]
	}
}

// hint returns the low six bits of the members of c, as a set; those of any byte
// if c is nil.
func (c *class) hint() uint64 {
	if c == nil {
		return anyByte
	}
	return c[0] | c[1] | c[2] | c[3]
}

const anyByte = ^uint64(0)

func (c *class) negate() {
	for i := range c {
		c[i] = ^c[i]
	}
}

func (c *class) intersects(o *class) bool {
	return c[0]&o[0]|c[1]&o[1]|c[2]&o[2]|c[3]&o[3] != 0
}

func (c *class) within(o *class) bool {
	return c[0]&^o[0]|c[1]&^o[1]|c[2]&^o[2]|c[3]&^o[3] == 0
}

// size returns how many members c has.
func (c *class) size() int {
	n := 0
	for _, w := range c {
		n += bits.OnesCount64(w)
	}
	return n
}

// joins reports whether whatever in c is neither letter nor digit may stand
// between the groups of a number.
func (c *class) joins() bool {
	for i := range c {
		if c[i]&^(alnumClass[i]|jointClass[i]) != 0 {
			return false
		}
	}
	return true
}

// bytes appends the members of c in order.
func (c *class) bytes(dst []byte) []byte {
	for i, word := range c {
		for ; word != 0; word &= word - 1 {
			dst = append(dst, byte(64*i+bits.TrailingZeros64(word)))
		}
	}
	return dst
}

// only returns the one byte of c; single is false if there are others or none.
func (c *class) only() (b byte, single bool) {
	if c.size() != 1 {
		return 0, false
	}
	for i, word := range c {
		if word != 0 {
			b = byte(64*i + bits.TrailingZeros64(word))
		}
	}
	return b, true
}

// fold closes c under ASCII letter case.
func (c *class) fold() {
	for b := byte('a'); b <= 'z'; b++ {
		if upper := b - 'a' + 'A'; c.has(b) || c.has(upper) {
			c.add(b)
			c.add(upper)
		}
	}
}

func rangesClass(ranges ...byte) class {
	var c class
	for i := 0; i < len(ranges); i += 2 {
		c.addRange(ranges[i], ranges[i+1])
	}
	return c
}

var (
	digitClass  = rangesClass('0', '9')
	letterClass = rangesClass('A', 'Z', 'a', 'z')
	alnumClass  = rangesClass('0', '9', 'A', 'Z', 'a', 'z')
	wordClass   = rangesClass('0', '9', 'A', 'Z', 'a', 'z', '_', '_')
	// jointClass is what the groups of a number are written with.
	jointClass = rangesClass(' ', ' ', '(', '/', '_', '_')
	// glueClass is what makes one number of the digits on both sides of it.
	glueClass = rangesClass('-', '/')
	// separators are the bytes that one alphabet or another puts in place of
	// the punctuation of a value.
	separatorClass = rangesClass(' ', ' ', '-', '/', '_', '_')
	// joinerClass are those of them that stand within a name.
	joinerClass = rangesClass('-', '/', '_', '_')
)

// IsAlnum reports whether b is an ASCII letter or digit.
func IsAlnum(b byte) bool { return alnumClass.has(b) }

// IsDigit reports whether b is an ASCII digit.
func IsDigit(b byte) bool { return b-'0' < 10 }

// IsLetter reports whether b is an ASCII letter.
func IsLetter(b byte) bool { return b|0x20-'a' < 26 }
