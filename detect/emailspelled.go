package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// emailSpelled looks for an address whose signs are spelled in brackets, as in
// jane [at] example [dot] com, around the word "at" at [start, end).
func (r *run) emailSpelled(d *Detector, start, end int) {
	if start == 0 || end == len(r.text) || strings.IndexByte("[({", r.text[start-1]) < 0 || strings.IndexByte("])}", r.text[end]) < 0 {
		return
	}
	at := start - 1
	if at > 0 && r.text[at-1] == ' ' {
		at--
	}
	from := spelledLocal(r.text, at)
	to := spelledDomain(r.text, skipAny(r.text, end+1, " ", 1))
	if from < at && to > 0 {
		r.add(from, to, d, Likely, byPattern, to-from)
	}
}

// spelledLocal returns where the local part begins that ends at end.
func spelledLocal(text string, end int) int {
	limit := max(0, end-maxLocalPart)
	for i := end; ; {
		for i > limit && isLocal(text[i-1]) && text[i-1] != '\'' {
			i--
		}
		n := dotBefore(text[limit:i])
		if n == 0 {
			return i
		}
		i -= n
	}
}

// spelledDomain returns the end of the domain at i, or -1.
func spelledDomain(text string, i int) int {
	end := -1
	for labels := 0; labels < 8; labels++ {
		from := i
		for i < len(text) && (scan.IsAlnum(text[i]) || text[i] == '-') {
			i++
		}
		if from == i {
			break
		}
		if labels > 0 && topLevel(text[from:i]) {
			end = i
		}
		n := dotAfter(text[i:])
		if n == 0 {
			break
		}
		i += n
	}
	return end
}

// spelledDots are the ways to write a dot, with the longest first.
var spelledDots = [...]string{" [dot] ", " (dot) ", " {dot} ", "[dot]", "(dot)", "{dot}", " dot ", "."}

func dotAfter(s string) int {
	for _, d := range spelledDots {
		if len(s) >= len(d) && strings.EqualFold(s[:len(d)], d) {
			return len(d)
		}
	}
	return 0
}

func dotBefore(s string) int {
	for _, d := range spelledDots {
		if len(s) >= len(d) && strings.EqualFold(s[len(s)-len(d):], d) {
			return len(d)
		}
	}
	return 0
}
