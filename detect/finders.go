package detect

import (
	"math"
	"strings"
)

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
	findPort
	findPutty
	findAddressSlug
	findIPv4
	findIPv6
	findMAC
	findVPA
	findSeed
	finders
)

// byField reports whether what a finder looks for has no shape of its own, so that
// the name of the field decides.
func (f finder) byField() bool {
	return f == findPassword || f == findSecret || f == findSession
}

// finder returns the detector in these rules that a finder works for, or nil.
func (r *rules) finder(f finder) *Detector { return r.finders[f] }

// runFinder runs the code of d for a keyword at [start, end) of the text.
func (r *run) runFinder(d *Detector, start, end int) {
	switch d.find {
	case findPassword:
		switch {
		case strings.HasPrefix(r.text[end:], "("):
			r.call(d, start, end)
		case !r.command(d, start, end):
			r.secret(d, start, end)
			r.keyOfList(end)
			r.keyOfQuery(start, end)
		}
	case findSecret:
		r.secret(d, start, end)
		r.keyOfQuery(start, end)
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
	case findAddressSlug:
		if r.name {
			r.addressSlug(d, start, end)
		}
	case findIPv4, findIPv6, findMAC, findVPA, findSeed: // not beside a keyword, but anywhere
	case findSession:
		r.session(d, start, end)
	case findOneTimeCode:
		r.oneTimeCode(d, start, end)
	case findBusKey:
		r.busKey(d, start, end)
	case findNetrc:
		r.netrc(d, end)
	case findPort:
		r.port(d, end)
	case findNpm:
		r.npm(d, start, end)
	default:
		r.readAhead(d, start, end)
	}
}

// readAhead runs the code of detectors that read much more than a value around
// their keyword, so that each piece of text is read once: keywords within what has
// been read are passed over.
func (r *run) readAhead(d *Detector, start, end int) {
	if start < int(r.ahead[d.find]) {
		return
	}
	if r.lines && d.find != findPutty {
		text, floor := r.text, r.floor
		defer func() { r.text, r.floor = text, floor }()
		r.floor = lineStart(text, start, max(0, start-maxManifest))
		r.text = text[:lineEnd(text, end, end+maxManifest)]
	}
	r.ahead[d.find] = int32(min(r.readStructure(d, start, end), math.MaxInt32))
}

// apart reports whether what stands at from is on another line than the keyword
// that ends at end, in text whose lines are read by themselves.
func (r *run) apart(end, from int) bool {
	return r.lines && from > end && strings.IndexByte(r.text[end:from], '\n') >= 0
}

// readStructure reads headers, URLs, connection strings and key files, and
// returns how far.
func (r *run) readStructure(d *Detector, start, end int) int {
	switch d.find {
	case findPutty:
		return r.putty(d, start, end)
	case findConnection:
		return r.connection(start, end)
	case findDigest:
		return r.digest(d, end)
	case findCookie:
		return r.cookie(d, start, end)
	case findPresigned:
		return r.presigned(d, start, end)
	case findGoogleSigned:
		return r.googleSigned(d, start, end)
	case findSharedAccess:
		return r.sharedAccess(d, start, end)
	case findCosmosKey:
		return r.cosmosKey(d, end)
	case findServiceAccount:
		return r.serviceAccount(d, start, end)
	case findJWK:
		return r.jwk(d, start, end)
	case findTink:
		return r.tink(d, start, end)
	case findDockerAuth:
		return r.dockerAuth(d, start, end)
	case findManifest:
		return r.manifest(d, start, end)
	}
	return 0
}

// fieldFinder runs the code of d for a field whose name says that kind.
func (r *run) fieldFinder(d *Detector, kind keyWordKind, keyword int) {
	start, end := trimValue(r.text)
	if start == end {
		return
	}
	switch v := r.text[start:end]; d.find {
	case findPassword, findSecret:
		if kind == secretWord && isSecretValue(d, v) {
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
		r.cookies(d, start)
	}
}
