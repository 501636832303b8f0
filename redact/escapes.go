package redact

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// appendRewritten appends s, as a JSON string, in place of one whose body is raw and says
// before. What both begin and end with is written as it was: escapes are not changed but
// between two findings.
func appendRewritten(dst, raw []byte, before, s string) []byte {
	if !utf8.Valid(raw) {
		return appendJSONString(dst, s)
	}
	first, last := sharedEnds(before, s)
	from, head := rawOffset(raw, first, false)
	to, tail := rawOffset(raw, len(before)-last, true)
	dst = append(append(dst, '"'), raw[:from]...)
	quoted := len(dst)
	dst = appendJSONString(dst, s[head:len(s)-(len(before)-tail)])
	dst = append(dst[:quoted], dst[quoted+1:len(dst)-1]...) // without its quotes
	return append(append(dst, raw[to:]...), '"')
}

// sharedEnds returns how many bytes a and b have in common at their beginnings, and how
// many behind that at their ends, in whole characters.
func sharedEnds(a, b string) (first, last int) {
	for first < min(len(a), len(b)) && a[first] == b[first] {
		first++
	}
	for first > 0 && (inRune(a, first) || inRune(b, first)) {
		first--
	}
	for last < min(len(a), len(b))-first && a[len(a)-1-last] == b[len(b)-1-last] {
		last++
	}
	for last > 0 && (inRune(a, len(a)-last) || inRune(b, len(b)-last)) {
		last--
	}
	return first, last
}

func inRune(s string, at int) bool { return at < len(s) && !utf8.RuneStart(s[at]) }

// rawOffset returns where in the body of a JSON string n bytes of what it says have been
// said, and how many that are: less where an escape goes on beyond them, with up more.
func rawOffset(raw []byte, n int, up bool) (at, said int) {
	for at < len(raw) && said < n {
		size, says := unitSize(raw[at:])
		if !up && said+says > n {
			break
		}
		at += size
		said += says
	}
	return at, said
}

// unitSize returns how many bytes the byte or the escape takes that the body of a valid
// JSON string begins with, and how many bytes it says.
func unitSize(raw []byte) (size, says int) {
	switch {
	case raw[0] != '\\':
		return 1, 1
	case raw[1] != 'u':
		return 2, 1
	}
	c := escapedRune(raw)
	if utf16.IsSurrogate(c) && len(raw) >= 12 && raw[6] == '\\' && raw[7] == 'u' {
		if pair := utf16.DecodeRune(c, escapedRune(raw[6:])); pair != utf8.RuneError {
			return 12, utf8.RuneLen(pair)
		}
	}
	if utf16.IsSurrogate(c) {
		c = utf8.RuneError
	}
	return 6, utf8.RuneLen(c)
}

func escapedRune(raw []byte) rune {
	c, _ := strconv.ParseUint(string(raw[2:6]), 16, 16)
	return rune(c)
}
