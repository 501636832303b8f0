package urlcheck

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/urlrules"
)

// stars is what Mask writes.
const stars = urlrules.Mask

func mask(raw string, found []urlrules.Match) string {
	var b strings.Builder
	b.Grow(len(raw) + len(stars)*len(found))
	pos := 0
	for i := range found {
		b.WriteString(raw[pos:found[i].Start])
		b.WriteString(stars)
		pos = found[i].End
	}
	b.WriteString(raw[pos:])
	return b.String()
}

func (c *Checker) strip(raw string, found []urlrules.Match) string {
	drop := c != nil && c.dropParameters
	var b strings.Builder
	b.Grow(len(raw))
	pos := 0
	for len(found) > 0 {
		start, end, n := found[0].CutStart, found[0].CutEnd, 1
		if drop {
			start, end, n = dropped(raw, found, pos)
		}
		if start > pos {
			b.WriteString(raw[pos:start])
		}
		pos = max(pos, end)
		found = found[n:]
	}
	b.WriteString(raw[pos:])
	return b.String()
}

// dropped returns what to remove so that the first name=value of found goes,
// with those that follow it directly, and one delimiter: the one after them, or,
// where they are the last, the one before. It also returns how many they are.
// Bytes before pos are gone already.
func dropped(raw string, found []urlrules.Match, pos int) (start, end, n int) {
	start, end, n = found[0].DropStart, found[0].DropEnd, 1
	if start == found[0].CutStart {
		return start, found[0].CutEnd, n
	}
	for n < len(found) && found[n].DropStart == end+1 && found[n].DropStart < found[n].CutStart {
		end = found[n].DropEnd
		n++
	}
	switch {
	case end < len(raw) && strings.IndexByte("&;,", raw[end]) >= 0:
		end++
	case start > pos && strings.IndexByte("&;,?#", raw[start-1]) >= 0:
		start--
	}
	return start, end, n
}

func normalised(names []string) []string {
	out := make([]string, 0, len(names))
	for _, n := range names {
		out = append(out, urlrules.Normalise(n))
	}
	return out
}

func lowerCase(hosts []string) []string {
	out := make([]string, 0, len(hosts))
	for _, h := range hosts {
		out = append(out, strings.ToLower(h))
	}
	return out
}
