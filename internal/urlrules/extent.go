package urlrules

import (
	"bytes"

	"github.com/fieldsafe/fieldsafe/internal/urlparts"
)

// handEnd returns the end of the URL in hand that begins at start. White space
// is part of its user information, see [spacedLogin]; after that it ends the URL,
// unless more parameters follow.
func handEnd(b []byte, start, end int) int {
	for end > start && b[end-1] <= ' ' {
		end--
	}
	body := max(start, spacedLogin(b, start, end))
	space := spaceAfter(b, body, end)
	if space == end {
		return end
	}
	for space < end && moreParameters(b[space:end]) {
		space = spaceAfter(b, space+1, end)
	}
	if space < end {
		_, limit := authorityOf(b, start, end)
		return max(textEnd(b, start, body, space), min(limit, space))
	}
	return space
}

// openLogin says whether a password, or all of the user information, goes on
// after the white space that ends b, which begins with a scheme or slashes:
// there is no "@" yet, and a colon before what is no port.
func openLogin(b []byte) bool {
	if i := bytes.LastIndex(b, []byte("//")); i >= 0 {
		b = b[i+2:]
	} else if colon := bytes.IndexByte(b, ':'); colon >= 0 {
		b = bytes.TrimLeft(b[colon+1:], "/\\")
	}
	b = bytes.TrimRight(b, ".,;:)]}>\"'")
	if len(b) == 0 {
		return true
	}
	if b[0] == '[' {
		return false
	}
	colon := bytes.IndexByte(b, ':')
	return colon >= 0 && !bytes.ContainsAny(b, "@/?#") && !digits(b[colon+1:])
}

// openUser says whether a user name may go on after b, a scheme and the start of
// an authority.
func openUser(b []byte) bool {
	i := bytes.LastIndex(b, []byte("//"))
	return i >= 0 && !bytes.ContainsAny(b[i+2:], ".:@/?#") && (i+2 == len(b) || word.holds(b[len(b)-1]) || b[len(b)-1] >= 0x80)
}

// authorityOf returns where the authority begins and ends that follows the scheme
// at start and its slashes.
func authorityOf(b []byte, start, end int) (from, to int) {
	i, backslash := start, true
	for i < end && (b[i] == ':' || b[i] > ' ' && b[i] != '/' && b[i] != '\\') {
		i++
		if b[i-1] == ':' {
			backslash = i-1 == start || urlparts.Special(b[start:i-1])
			break
		}
	}
	for i < end && (b[i] == '/' || backslash && b[i] == '\\') {
		i++
	}
	for from = i; i < end && b[i] != '/' && b[i] != '?' && b[i] != '#'; {
		i++
	}
	return from, i
}

func authorityEnd(b []byte, start, end int) int {
	_, to := authorityOf(b, start, end)
	return to
}

func spaceAfter(b []byte, i, end int) int {
	for i < end && b[i] > ' ' {
		i++
	}
	return i
}

// moreParameters says whether "&name=" comes before any further sentence.
func moreParameters(b []byte) bool {
	amp := bytes.IndexByte(b, '&')
	if amp < 0 {
		return false
	}
	for _, c := range b[amp+1:] {
		switch {
		case c == '=':
			return true
		case c <= ' ' || c == '&':
			return false
		}
	}
	return false
}

// tokenEnd returns the end of the token that i is in: the next white space,
// control or double quote.
func tokenEnd(b []byte, i, end int) int {
	for i < end && kinds[b[i]] != hard {
		i++
	}
	return i
}

// textEnd returns the end of the URL in running text that begins at start and
// has its authority or path from body on. It ends at white space, controls and
// double quotes, at a quote or bracket that was opened before it, at a comma
// before another key; trailing punctuation does not belong to it. What stands
// in the user information ends nothing.
func textEnd(b []byte, start, body, end int) int {
	end = max(tokenEnd(b, body, end), quotedEnd(b, start, body, end))
	i := body
	if at := bytes.LastIndexByte(b[body:authorityEnd(b, body, end)], '@'); at >= 0 {
		i = body + at + 1
	}
	open := byte(0)
	if start > 0 {
		open = b[start-1]
	}
	end = closing(b, i, end, open)
	if end < len(b) && b[end] == open && indexByte(quoteBytes, open) >= 0 {
		return end // all that is in the quotes
	}
	for end > i && (trailing(b[end-1]) || b[end-1] == open && emphasis(open)) && !bytes.HasSuffix(b[i:end], []byte("***")) { // *** is what Mask writes
		end--
	}
	return end
}

// maxQuoted bounds how far a URL in quotes is followed over white space.
const maxQuoted = 256

// quotedEnd returns the end of a URL in quotes that has white space in its
// password, or 0.
func quotedEnd(b []byte, start, body, end int) int {
	if start == 0 || b[start-1] != '"' && b[start-1] != '\'' && b[start-1] != '`' {
		return 0
	}
	shut := bytes.IndexByte(b[body:min(end, body+maxQuoted)], b[start-1])
	if shut < 0 || !bytes.ContainsAny(b[body:body+shut], " <>`\"") {
		return 0
	}
	quoted := b[:body+shut]
	at := bytes.LastIndexByte(quoted[body:max(body, authorityEnd(quoted, start, len(quoted)))], '@')
	if at < 0 {
		return 0
	}
	login := quoted[body : body+at]
	first := body + 1
	for first < len(quoted) && (quoted[first] == ':' || quoted[first] == '/') {
		first++
	}
	colon := bytes.IndexByte(login[min(first-body, len(login)):], ':')
	if colon < 0 || bytes.Contains(login, []byte(": ")) {
		return 0
	}
	return body + shut
}

// closing returns the first byte from i on that cannot belong to a URL opened
// by the byte open.
func closing(b []byte, i, end int, open byte) int {
	var round, square, curly int
	for ; i < end; i++ {
		switch c := b[i]; c {
		case '\'':
			if open == '\'' || i+1 == end {
				return i
			}
		case '(':
			round++
		case ')':
			if round--; round < 0 {
				return i
			}
		case '[':
			square++
		case ']':
			if square--; square < 0 {
				return i
			}
		case '{':
			curly++
		case '}':
			if curly--; curly < 0 {
				return i
			}
		case ',':
			if open == ',' && !pairAfter(b[i+1:end]) || round <= 0 && curly <= 0 && (i+1 == end || nextKey(b[i+1:end])) {
				return i
			}
		case ';':
			if open == ';' && !nextKey(b[i+1:end]) {
				return i
			}
		case '\\':
			if i+1 < end && (b[i+1] == 'n' || b[i+1] == 'r' || b[i+1] == 't' || b[i+1] == '"') {
				return i
			}
		case '|':
			return i
		case '&':
			if closingReference(b[i+1 : end]) {
				return i
			}
		case 0xC2, 0xE2, 0xE3, 0xEF:
			if closingMark(b[i:end]) {
				return i
			}
		}
	}
	return end
}

// pairAfter says whether b goes on with a parameter before its next comma.
func pairAfter(b []byte) bool {
	for _, c := range b {
		switch c {
		case '=', '&':
			return true
		case ',':
			return false
		}
	}
	return false
}

// closingReference says whether b begins with the rest of a character reference
// of HTML that stands for a quote or an angle bracket.
func closingReference(b []byte) bool {
	for _, name := range [...]string{"quot;", "apos;", "#34;", "#39;", "lt;", "gt;"} {
		if bytes.HasPrefix(b, []byte(name)) {
			return true
		}
	}
	return false
}

// closingMark says whether b begins with a mark of another script that ends a
// sentence or a quotation.
func closingMark(b []byte) bool {
	for _, mark := range [...]string{"»", "”", "’", "…", "、", "。", "」", "』", "）"} {
		if bytes.HasPrefix(b, []byte(mark)) {
			return true
		}
	}
	return false
}

// nextKey says whether b begins with key= or key:.
func nextKey(b []byte) bool {
	for i, c := range b {
		switch {
		case c == '=' || c == ':':
			return i > 0
		case c == '_' || c == '-' || c == '.' || c == '\'' || alnum.holds(c):
		default:
			return false
		}
	}
	return false
}

func trailing(c byte) bool {
	switch c {
	case '.', ',', ';', ':', '!', '?', '\'':
		return true
	}
	return false
}

// emphasis says whether c stands around what Markdown sets in another style.
func emphasis(c byte) bool { return c == '*' || c == '_' || c == '~' }
