package detect

import "strings"

// What reads a value reads one byte more than maxSecret of it at most, so that keys
// in long text cost no more than their number. A value that has as many is judged
// by its start, and goes on.

// continued returns where the value that was read up to [from, to) ends: with the
// word it stands in, whatever its length.
func continued(text string, from, to int) int {
	if to-from <= maxSecret {
		return to
	}
	end := to
	for end < len(text) && !endsValue(text[end]) && strings.IndexByte(",;&", text[end]) < 0 && !strings.HasPrefix(text[end:], `\n`) {
		end++
	}
	return trimValueEnd(text, to, end)
}

// trimValueEnd takes from the end of a word what closes something around it.
func trimValueEnd(text string, from, end int) int {
	for end > from && strings.IndexByte(")}].|\\", text[end-1]) >= 0 {
		end--
	}
	return end
}

// longValue returns the start of a value that goes on at limit, where it is one word.
func longValue(text string, from, limit int) (int, int) {
	to := from + maxSecret + 1
	if to > limit || strings.ContainsAny(text[from:to], " \t\r\n") {
		return from, from
	}
	return from, to
}
