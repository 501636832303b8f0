package urlrules

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/urlparts"
)

// maxBefore bounds how far before the anchor a token is followed.
const maxBefore = 256

// AppendToken appends the secrets of the token of running text that the byte at
// anchor stands in, which is part of a "://", an "@", or a key. A token ends at
// white space, controls and double quotes; nothing before from is looked at.
// The offsets are those of text. It also returns the end of the token: all
// anchors before it have been dealt with.
func AppendToken(dst []Match, text string, from, anchor int, o *Options) ([]Match, int) {
	start := anchor
	for start > from && anchor-start < maxBefore && kinds[text[start-1]] != hard {
		start--
	}
	end := anchor
	for end < len(text) && kinds[text[end]] != hard {
		end++
	}
	if !o.added() && ordinaryToken(text[start:end], anchor-start) {
		return dst, end
	}
	if start > from {
		start-- // the quote that opens the token
		end = max(end, quotedTokenEnd(text, start, end))
	}
	return run(dst, text[start:end], start, o, false), end
}

// quotedTokenEnd returns the end of the token that the quote at start opens and
// white space at end interrupts, or 0.
func quotedTokenEnd(text string, start, end int) int {
	if q := text[start]; q != '"' && q != '\'' && q != '`' || end == len(text) || text[end] != ' ' {
		return 0
	}
	if n := strings.IndexByte(text[end:min(len(text), end+maxQuoted)], text[start]); n > 0 {
		return end + n + 1
	}
	return 0
}

// ordinaryToken says that no rule can apply to a token that is an ordinary URL
// with its colon at colon, perhaps with a key before it.
func ordinaryToken(token string, colon int) bool {
	scheme := colon
	for scheme > 0 && token[scheme-1] >= 'a' && token[scheme-1] <= 'z' {
		scheme--
	}
	var u urlparts.URL
	clean, _ := ordinary(token[scheme:], &u)
	return clean && strings.IndexByte(token[:scheme], ':') < 0 && strings.IndexByte(token[:scheme], '@') < 0
}
