package detect

import (
	"strings"
	"unicode/utf8"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
	"github.com/fieldsafe/fieldsafe/internal/words"
)

// named adds the findings that the name of the field gives evidence for; the
// run's text is the value.
func (r *run) named(name string) {
	var c scan.Cursor
	folded := foldedName(name)
	c.ResetFolded(r.table, folded)
	r.stopped = 0
	for {
		cand, ok := c.Next()
		if !ok {
			return
		}
		if cand.Kind == scan.KindPhrase && !r.stops(&r.topics[cand.Ref], cand) {
			r.topic(&r.topics[cand.Ref], folded, cand.End-cand.Start, endsName(folded[cand.End:]))
		}
	}
}

// endsName reports whether a phrase is what the name of a field is about, given
// what follows it in the name: a user_agent and a user_count are no user.
func endsName(rest string) bool {
	var word [16]byte
	for n, i := nextWord(&word, rest, 0); n > 0; n, i = nextWord(&word, rest, i) {
		switch string(word[:n]) {
		case "s", "no", "nr", "num", "number", "name", "value", "text", "string", "str", "raw", "field":
		default:
			return false
		}
	}
	return true
}

// foldedName folds a name that has letters beyond ASCII; others keep their case,
// which separates words.
func foldedName(name string) string {
	for i := range len(name) {
		if name[i] >= utf8.RuneSelf {
			return words.Fold(name)
		}
	}
	return name
}

// topic looks in the value for what a phrase of the field's name, folded, speaks of.
// It is the whole value if the phrase ends the name.
func (r *run) topic(t *topic, name string, keyword int, ends bool) {
	for _, i := range t.finders {
		r.fieldFinder(r.detectors[i], kindBeside(name, t.words), keyword)
	}
	for _, i := range t.context {
		evidence := byContext
		if d := r.detectors[i]; d == t.named && d.Country != "" {
			evidence = byLabel
		}
		r.fieldPattern(i, evidence, keyword)
	}
	if len(t.fields) == 0 || !ends {
		return
	}
	if start, end := trimValue(r.text); end > start {
		placeholder := isPlaceholder(r.text[start:end])
		for _, i := range t.fields {
			if d := r.detectors[i]; (!placeholder || d.masks) && d.suitsField(r.text[start:end]) {
				r.add(start, end, d, Likely, byName, keyword)
			}
		}
	}
}

// maxRefused bounds the long values in a row that a verifier may refuse before
// what they are made of is passed over. Otherwise a pattern that matches almost
// anything would be tried on all of a long text from each of its words.
const maxRefused = 256

// suitsField reports whether value may be what a field that d names outright
// holds. With a pattern d verifies what matches that, and the name does for the
// rest.
func (d *Detector) suitsField(value string) bool {
	return d.Verify == nil || d.Pattern != "" || d.Contextual != "" || d.Verify(value) != Invalid
}

// fieldPattern tries a contextual pattern on the whole value.
func (r *run) fieldPattern(i int32, evidence rank, keyword int) {
	pattern, d := r.rules.contextual[i], r.detectors[i]
	refused, far := 0, 0
	for p := 0; p < len(r.text); p++ {
		if !pattern.CanStart(r.text[p]) || p > 0 && scan.IsAlnum(r.text[p]) && scan.IsAlnum(r.text[p-1]) {
			continue
		}
		var verdict Verdict
		end := pattern.Match(r.text, p, false, func(start, end int) bool {
			if verdict = r.verify(d, start, end, true); verdict == Invalid && end-start > maxSecret {
				refused, far = refused+1, max(far, end)
			}
			return verdict != Invalid
		})
		if end > 0 {
			r.addContextual(d, p, end, verdict, evidence, 0, keyword)
			p, refused = end-1, 0
		} else if refused > maxRefused {
			p, refused = far-1, 0
		}
	}
}

// names returns the detector for which a topic alone, as the name of a field, folded,
// is enough to call the field sensitive.
func (t *topic) names(r *rules, fieldName string, ends bool) *Detector {
	for _, i := range t.finders {
		switch d := r.detectors[i]; d.find {
		case findSecret, findPassword:
			if kindBeside(fieldName, t.words) == secretWord {
				return d
			}
		case findSession, findCookie:
			if ends {
				return d
			}
		}
	}
	if len(t.fields) > 0 && ends {
		return r.detectors[t.fields[0]]
	}
	return t.named
}

// trimValue returns the value without surrounding blanks and quotes.
func trimValue(s string) (start, end int) {
	end = len(s)
	for start < end && strings.IndexByte(" \t\"'`", s[start]) >= 0 {
		start++
	}
	for end > start && strings.IndexByte(" \t\r\n\"'`", s[end-1]) >= 0 {
		end--
	}
	return start, end
}
