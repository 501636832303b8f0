package detect

// The detectors that are code: what they look for has no pattern that a
// character class could describe.
const (
	findEmail finder = iota + 1
	findEmailSlug
	findPassword
	findSecret
	findPrivateKey
	findHeader
	findPhone
	findUserinfo
	findParameter
	findConnection
	findCapability
	finders
)

// finder returns the detector in these rules that a finder works for, or nil.
func (r *rules) finder(f finder) *Detector { return r.finders[f] }

// runFinder runs the code of d for a keyword at [start, end) of the text.
func (r *run) runFinder(d *Detector, start, end int) {
	switch d.find {
	case findPassword, findSecret:
		r.secret(d, start, end)
	case findHeader:
		r.header(d, start, end)
	case findPrivateKey:
		r.privateKey(d, start, end)
	case findEmail:
		r.emailSpelled(d, start, end)
	case findEmailSlug:
		if r.name {
			r.emailSlug(d, start, end)
		}
	}
}

// fieldFinder runs the code of d for a field of that name.
func (r *run) fieldFinder(d *Detector, name string) {
	if d.find != findPassword && d.find != findSecret || !secretKey(name) {
		return
	}
	start, end := trimValue(r.text)
	if start < end && isSecretValue(d, r.text[start:end]) {
		r.add(start, end, d, Likely, byGuess, end-start)
	}
}
