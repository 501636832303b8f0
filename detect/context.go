package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// reach is how far, in bytes, a value may stand from the keyword that speaks of
// it (as Amazon Macie and CloudWatch Logs define it).
const reach = 30

// maxValue bounds how far before a keyword a value that ends within reach of it
// can begin.
const maxValue = 48

// phrase looks for the values that a context phrase speaks of.
func (r *run) phrase(cand scan.Candidate) {
	if inLabel(r.text, cand.Start) || inHex(r.text, cand.Start, cand.End) || ofUUID(r.text, cand.Start, cand.End) {
		return
	}
	t := &r.topics[cand.Ref]
	if r.stops(t, cand) {
		return
	}
	r.formBlanks(cand.Start, cand.End)
	for _, i := range t.finders {
		r.runFinder(r.detectors[i], cand.Start, cand.End)
	}
	if end := idEnd(r.text, cand.End); assigns(r.text, end) {
		r.encoded(cand.Start, end)
	}
	if len(t.context) == 0 || cand.End < len(r.text) && scan.IsLetter(r.text[cand.End]) {
		return // the first part of a name, as in PhoneStatusBar, speaks of something else
	}
	starts := &r.starts[cand.Ref]
	after := r.following(t, starts, cand.Start, cand.End)
	if !after && !r.labels(cand.End) && r.alone(cand.Start, cand.End) {
		r.preceding(t, starts, cand.Start, cand.End)
	}
}

// stopPhrases hold keywords that do not mean in them what they mean alone. A stop
// phrase is looked up by the longest of its words, the first of several: it must
// not be behind the keyword.
var stopPhrases = [...]string{"max age", "min age", "s maxage", "cache age", "page age"}

// stops reports whether a phrase is a stop phrase, or part of the last one.
func (r *run) stops(t *topic, cand scan.Candidate) bool {
	if t.stop {
		r.stopped = cand.End
	}
	return cand.End <= r.stopped
}

// alone reports whether a keyword is no part of a longer name such as iPhone or
// PhoneManager, which speaks of nothing that stands before it.
func (r *run) alone(start, end int) bool {
	return (start == 0 || !scan.IsLetter(r.text[start-1])) && (end == len(r.text) || !scan.IsLetter(r.text[end]))
}

// idEnd returns the end of the name that a keyword which ends at end is most of: one
// that goes on with _id, which names the same thing.
func idEnd(text string, end int) int {
	if end+3 <= len(text) && (text[end] == '_' || text[end] == '-') && hasPrefixFold(text[end+1:], "id") {
		return end + 3
	}
	return end
}

// assigns reports whether what follows a keyword at end may be its value.
func assigns(text string, end int) bool {
	if end < len(text) && (text[end] == '"' || text[end] == '\'') {
		end++
	}
	return end < len(text) && isMark(text[end])
}

// label is what the labels begin with that package redact leaves in place of a
// value.
const label = "[REDACTED"

// inLabel reports whether position i stands in a label, whose words speak of the
// value that is gone and of no other.
func inLabel(text string, i int) bool {
	limit := max(0, i-maxKey)
	for i > limit && (isLower(text[i-1]) || scan.IsDigit(text[i-1]) || text[i-1] == '_' || text[i-1] == ':') {
		i--
	}
	return strings.HasSuffix(text[:i], label)
}

// inHex reports whether a keyword behind a digit is so short, or made of such
// letters, that it is more likely a part of a number in base 16 or of an identifier.
func inHex(text string, start, end int) bool {
	if start == 0 || !scan.IsDigit(text[start-1]) {
		return false
	}
	for end-start > 3 {
		if end--; !isHex(text[end]) {
			return false
		}
	}
	return true
}

func isLower(b byte) bool { return b-'a' < 26 }

// following tries the contextual patterns of t, whose values begin with one of
// starts, on the values after a keyword and reports whether one matched.
func (r *run) following(t *topic, starts *scan.Starts, start, end int) bool {
	any, marks := false, 0
	for p := end; p < len(r.text) && p <= end+reach; p++ {
		b := r.text[p]
		if b == '\n' || b == '\r' {
			if p = r.nextLine(end, p); p < 0 {
				break
			}
			b = r.text[p]
		}
		if isMark(b) && !isMark(r.text[p-1]) {
			if marks++; marks > 1 {
				break
			}
		}
		if !starts.Has(b) || p > end && scan.IsAlnum(b) && scan.IsAlnum(r.text[p-1]) {
			continue
		}
		if e := r.contextual(t, p, p == end, start, end); e > 0 {
			any = true
			p = e - 1
		}
	}
	return any
}

// nextLine returns where the line after the break at p begins if the keyword that
// ends at end is all that its line asks for ("Date of birth:", "Your phone?"), so
// that the answer is on the next one, or -1.
func (r *run) nextLine(end, p int) int {
	ask := strings.TrimRight(r.text[end:p], " \t")
	if r.lines || len(ask) != 1 || ask[0] != ':' && ask[0] != '?' {
		return -1
	}
	next := skipAny(r.text, p, "\r\n \t", 16)
	if next == len(r.text) || strings.Count(r.text[p:next], "\n") > 1 {
		return -1
	}
	return next
}

// isMark reports whether b stands between a name and its value, perhaps with
// others of its kind ("::=").
func isMark(b byte) bool { return b == ':' || b == '=' }

// preceding tries them on the values before it, back to whatever ends a clause.
func (r *run) preceding(t *topic, starts *scan.Starts, start, end int) {
	from := start
	for from > 0 && start-from < reach+maxValue && !endsClause(r.text[from-1]) {
		from--
	}
	for p := from; p < start; p++ {
		if !starts.Has(r.text[p]) || p > 0 && scan.IsAlnum(r.text[p]) && scan.IsAlnum(r.text[p-1]) {
			continue
		}
		if e := r.contextual(t, p, false, start, end); e > 0 {
			p = e - 1
		}
	}
}

func endsClause(b byte) bool {
	switch b {
	case ':', '=', ';', '"', '|', '\n', '\r':
		return true
	}
	return false
}

// labels reports whether a keyword that ends at end is the label of what
// follows it, so that it does not speak of what stands before.
func (r *run) labels(end int) bool {
	for i := end; i < len(r.text) && i < end+3; i++ {
		switch r.text[i] {
		case ':', '=':
			return true
		case '"', '\'', ' ':
		default:
			return false
		}
	}
	return false
}

// contextual tries the patterns of t at p, for the keyword at [start, end), and
// returns the end of the longest match, or 0.
func (r *run) contextual(t *topic, p int, touching bool, start, end int) int {
	longest := 0
	for _, i := range t.context {
		pattern := r.rules.contextual[i]
		if !pattern.CanStart(r.text[p]) {
			continue
		}
		d := r.detectors[i]
		if d.close && (p < end || p > end+closeGap) {
			continue
		}
		var verdict Verdict
		e := pattern.Match(r.text, p, touching, func(s, e int) bool {
			if e > start && s < start || s < start && start-e > reach {
				return false
			}
			verdict = r.verify(d, s, e, true)
			return verdict != Invalid
		})
		if e < 0 {
			continue
		}
		evidence := byContext
		if d == t.named && d.Country != "" && p >= end && isLabelGap(r.text[end:p]) {
			evidence = byLabel
		}
		r.addContextual(d, p, e, verdict, evidence, distance(p, e, start, end), end-start)
		longest = max(longest, e)
	}
	return longest
}

// isLabelGap reports whether nothing but what belongs to a label stands between a
// keyword and a value: a quote, a colon and a blank, or " is ".
func isLabelGap(between string) bool {
	const gap = 3
	return len(between) <= gap || between == " is " || between == " is: " || between == " no. " || between == " no: "
}

// closeGap is the same for plain values, with room for a verb: " is: ".
const closeGap = 6

func (r *run) addContextual(d *Detector, start, end int, v Verdict, evidence rank, distance, keyword int) {
	confidence := Likely
	if v == Valid {
		confidence, evidence = Certain, byChecksum
	}
	r.add(start, end, d, confidence, evidence, (64-distance)<<14|min(keyword, 63)<<8|min(end-start, 255))
}

// distance returns how many bytes lie between a value and a keyword.
func distance(valueStart, valueEnd, start, end int) int {
	if valueStart >= end {
		return valueStart - end
	}
	return min(start-valueEnd+8, 63) // a keyword after its value is the weaker sign
}

// lineEnd returns the end of the line that holds i, at most limit.
func lineEnd(text string, i, limit int) int {
	limit = min(limit, len(text))
	for _, mark := range []byte("\n\r") {
		if n := strings.IndexByte(text[i:limit], mark); n >= 0 {
			limit = i + n
		}
	}
	return limit
}

// lineStart returns the start of the line that holds i, at least limit.
func lineStart(text string, i, limit int) int {
	for i > limit && text[i-1] != '\n' && text[i-1] != '\r' {
		i--
	}
	return i
}
