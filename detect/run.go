package detect

import (
	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// run is one scan of one text: it turns candidates into findings. It lives on
// the stack of the call that makes it.
type run struct {
	*rules
	text  string
	min   Confidence
	name  bool // the text is a resource name
	found []Finding
	base  int // found[:base] is the caller's

	field       string // the name of the field whose value the text is
	isField     bool
	decoded     bool       // the text is a view
	afterURL    int        // URLs before this have been looked at
	lastURL     int        // where the last of them begins: an @ of the same block may stand before it
	afterSecret int        // a long secret ends here: no keys are looked for in it
	afterList   int        // listings before this have been read
	afterGroups int        // groups before this have been looked at as those of an address
	seen        int        // lines before this have been looked at as views
	form        formReader // tells which + are blanks

	ahead   [finders]int32 // by finder, how far it has read ahead of its keyword
	lines   bool           // each line is read by itself
	floor   int            // code that reads backwards reads no further than this
	stopped int            // phrases that end before this are part of a stop phrase
}

// rank orders findings that claim the same bytes; the higher one stays.
type rank uint32

// How a finding came about, from weak to strong evidence. Within one kind of
// evidence a closer keyword, a longer keyword and a longer value count more.
const (
	byName     rank = iota + 1 // a field name, whatever the value
	byGuess                    // a generic secret
	byContext                  // a pattern beside a keyword
	byPattern                  // a pattern that stands by itself
	byNational                 // one of a single country, and a check digit agrees
	byLabel                    // a pattern of a country directly behind the keyword that names it
	byChecksum                 // a check digit agrees, with a keyword or of no single country
)

const (
	confidenceBits = 28
	evidenceBits   = 24
)

func rankOf(c Confidence, evidence rank, detail int) rank {
	return rank(c)<<confidenceBits | evidence<<evidenceBits | rank(max(0, min(detail, 1<<evidenceBits-1)))
}

// evidence returns how the finding came about.
func (r rank) evidence() rank { return r >> evidenceBits & (1<<(confidenceBits-evidenceBits) - 1) }

// add records a finding; detail distinguishes between findings of equal
// evidence.
func (r *run) add(start, end int, d *Detector, c Confidence, evidence rank, detail int) {
	if c < r.min {
		return
	}
	f := Finding{Start: start, End: end, Detector: d, Confidence: c}
	f.Sample = isSample(d, r.text[start:end])
	f.rank = rankOf(c, evidence, detail)
	r.found = append(r.found, f)
}

// scan finds what there is to find in the text, and in what it means where that
// is something else.
func (r *run) scan() {
	r.candidates()
	r.seed()
	if r.isField {
		r.named(r.field)
	}
	if r.name {
		r.joinedSlugs()
	}
}

// candidates runs the candidates of the text through the detectors that could
// own them.
func (r *run) candidates() {
	var c scan.Cursor
	if r.decoded {
		c.ResetFolded(r.table, r.text)
	} else {
		c.Reset(r.table, r.text)
	}
	for {
		cand, ok := c.Next()
		if !ok {
			return
		}
		switch cand.Kind {
		case scan.KindMatch:
			r.match(cand)
		case scan.KindPhrase:
			r.phrase(cand)
		case scan.KindAt:
			r.at(cand.Start)
		case scan.KindSlashes:
			r.slashes(cand.Start)
		case scan.KindPlus:
			r.plus(cand.Start)
		case scan.KindDots:
			r.dots(cand.Start)
		case scan.KindColons:
			r.colons(cand.Start)
		case scan.KindEscape:
			r.escaped(cand.Start)
		case scan.KindHigh:
			r.look(cand.Start)
		}
	}
}

// match tries the pattern that a candidate was anchored for.
func (r *run) match(cand scan.Candidate) {
	owner := r.table.Owner(cand.Ref)
	d := r.detectors[owner>>1]
	var verdict Verdict
	end := r.table.Match(cand.Ref, r.text, cand.Start, func(start, end int) bool {
		verdict = r.verify(d, start, end, false)
		return verdict == Valid || verdict == Plausible && (!d.confirm || owner&1 != 0) && (!r.name || scan.Bounded(r.text, start, end))
	})
	if end < 0 {
		return
	}
	if owner&1 != 0 { // a contextual pattern without its context
		r.add(cand.Start, end, d, Possible, byGuess, end-cand.Start)
		return
	}
	evidence, confidence := byPattern, Likely
	if verdict == Valid {
		evidence = byChecksum
		switch {
		case d.Category == Credential:
			confidence = Certain
		case d.Country != "":
			evidence = byNational
		}
	}
	r.add(cand.Start, end, d, confidence, evidence, end-cand.Start)
}

// verify judges a value that matched a pattern of d.
func (r *run) verify(d *Detector, start, end int, contextual bool) Verdict {
	if d.apart && (inBase64(r.text, start, end) || !r.name && (!contextual || d.Pattern == "") && inIdentifier(r.text, start, end)) {
		return Invalid
	}
	if d.grouped && inHexGroups(r.text, start, end) {
		return Invalid
	}
	v := Plausible
	if d.Verify != nil {
		v = d.Verify(r.text[start:end])
	}
	if v == Invalid || d.Category == Credential {
		return v
	}
	if v == Plausible && r.denied(start, end, contextual) || v == Valid && (inHexDump(r.text, start, end) || inAscendingRow(r.text, start, end)) ||
		r.within(d, start, end, contextual) {
		return Invalid
	}
	return v
}
