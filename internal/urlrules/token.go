package urlrules

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
	if start > from {
		start-- // the quote that opens the token
	}
	end := anchor
	for end < len(text) && kinds[text[end]] != hard {
		end++
	}
	return run(dst, text[start:end], start, o, false), end
}
