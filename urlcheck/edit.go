package urlcheck

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/urlrules"
)

// stars is what Mask writes. It is legal in every part of a URL and in every
// form of connection string.
const stars = "***"

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
	var b strings.Builder
	b.Grow(len(raw))
	pos := 0
	for i := range found {
		start, end := found[i].CutStart, found[i].CutEnd
		if c != nil && c.dropParameters {
			start, end = found[i].DropStart, found[i].DropEnd
		}
		if start > pos {
			b.WriteString(raw[pos:start])
		}
		pos = max(pos, end)
	}
	b.WriteString(raw[pos:])
	return b.String()
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
