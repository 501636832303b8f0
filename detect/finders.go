package detect

import "strings"

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
	findOneTimeKey
	findNpm
	findDigest
	findCookie
	findSession
	findOneTimeCode
	findPresigned
	findGoogleSigned
	findSharedAccess
	findBusKey
	findCosmosKey
	findServiceAccount
	findJWK
	findTink
	findDockerAuth
	findManifest
	findNetrc
	findPutty
	finders
)

// finder returns the detector in these rules that a finder works for, or nil.
func (r *rules) finder(f finder) *Detector { return r.finders[f] }

// runFinder runs the code of d for a keyword at [start, end) of the text.
func (r *run) runFinder(d *Detector, start, end int) {
	switch d.find {
	case findPassword:
		switch {
		case strings.HasPrefix(r.text[end:], "("):
			r.call(d, end)
		case !r.command(d, start, end):
			r.secret(d, start, end)
		}
	case findSecret:
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
	default:
		r.structureFinder(d, start, end)
	}
}

// structureFinder runs the code of detectors that read headers, URLs and
// connection strings.
func (r *run) structureFinder(d *Detector, start, end int) {
	switch d.find {
	case findPutty:
		r.putty(d, start, end)
	case findDigest:
		r.digest(d, end)
	case findCookie:
		r.cookie(d, start, end)
	case findSession:
		r.session(d, start, end)
	case findOneTimeCode:
		r.oneTimeCode(d, start, end)
	case findPresigned:
		r.presigned(d, start, end)
	case findGoogleSigned:
		r.googleSigned(d, start, end)
	case findSharedAccess:
		r.sharedAccess(d, start, end)
	case findBusKey:
		r.busKey(d, start, end)
	case findCosmosKey:
		r.cosmosKey(d, start, end)
	default:
		r.documentFinder(d, start, end)
	}
}

// documentFinder runs the code of detectors that read a piece of a document.
func (r *run) documentFinder(d *Detector, start, end int) {
	switch d.find {
	case findServiceAccount:
		r.serviceAccount(d, start, end)
	case findJWK:
		r.jwk(d, start, end)
	case findTink:
		r.tink(d, start, end)
	case findDockerAuth:
		r.dockerAuth(d, start, end)
	case findManifest:
		r.manifest(d, start, end)
	case findNetrc:
		r.netrc(d, end)
	case findNpm:
		r.npm(d, start, end)
	}
}

// fieldFinder runs the code of d for a field of that name.
func (r *run) fieldFinder(d *Detector, name string, keyword int) {
	start, end := trimValue(r.text)
	if start == end {
		return
	}
	switch v := r.text[start:end]; d.find {
	case findPassword, findSecret:
		if secretKey(name) && isSecretValue(d, v) {
			r.add(start, end, d, Likely, byGuess, keyword)
		}
	case findSession:
		if isSession(v) {
			r.add(start, end, d, Likely, byGuess, maxValue)
		}
	case findOneTimeCode:
		if codeEnd(r.text, start) == end {
			r.add(start, end, d, Likely, byContext, keyword)
		}
	case findCookie:
		if n, from, to := cookiePair(r.text, start); n != "" && isSecretCookie(n, r.text[from:to]) {
			r.add(from, to, d, Likely, byContext, keyword)
		}
	}
}
