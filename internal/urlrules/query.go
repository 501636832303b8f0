package urlrules

import (
	"bytes"

	"github.com/fieldsafe/fieldsafe/internal/urlparts"
)

// query reports the secrets of a query.
func (e *engine) query(v *view, u *target, span segment, depth int) {
	if u.kind == databaseScheme && foldPrefix(u.Scheme.Of(v.b), "ldap") {
		extensions := span // RFC 4516, section 2: ?attributes?scope?filter?extensions
		extensions.Start += bytes.LastIndexByte(span.Of(v.b), '?') + 1
		e.fields(v, extensions, urlparts.Commas, fieldsAll, depth)
	}
	e.pairs(v, u, span, Query, depth)
}

// pairs reports the secrets among name=value pairs.
func (e *engine) pairs(v *view, u *target, span segment, c Component, depth int) {
	set := pairSet{span: span}
	it := urlparts.NewPairs(v.b, span)
	var name normalName
	for p, ok := it.Next(); ok; p, ok = it.Next() {
		if !p.HasValue {
			e.value(v, u, p.Name, c, depth)
			continue
		}
		if p.Value.Empty() {
			continue
		}
		reason, confidence := "", Confidence(0)
		if n := p.Name.Of(v.b); len(e.opts.Names) > 0 || !harmlessEnding(n) {
			name.set(n)
			reason, confidence = e.judge(v, u, &set, &name, p.Value)
		}
		if set.keyID && reason == "" && awsSecret(p.Value.Of(v.b)) {
			reason, confidence = "value.aws", Firm
		}
		if reason == "" {
			set.keyID = e.value(v, u, p.Value, c, depth) == "value.aws" || set.keyID
			continue
		}
		secret := property(v.b, p.Value)
		e.add(v, Match{
			Start: secret.Start, End: secret.End,
			NameStart: p.Name.Start, NameEnd: p.Name.End,
			DropStart: p.Name.Start, DropEnd: p.Value.End,
			Reason: reason, Component: c, Kind: u.parameterKind(), Confidence: confidence,
		})
	}
}

// property returns the secret among the properties NAME:value,NAME:value that
// MongoDB takes in one parameter, or all of the value.
func property(b []byte, value segment) segment {
	const name = "AWS_SESSION_TOKEN:"
	i := bytes.Index(value.Of(b), []byte(name))
	if i < 0 {
		return value
	}
	value.Start += i + len(name)
	if comma := bytes.IndexByte(value.Of(b), ','); comma >= 0 {
		value.End = value.Start + comma
	}
	return value
}

func (u *target) parameterKind() Kind {
	switch {
	case u.kind == oneTimeScheme:
		return OneTime
	case u.kind == databaseScheme:
		return Connection
	case u.npm:
		return Npm
	}
	return Parameter
}

// judge decides about one parameter by its name, its value and what stands
// beside it. It returns the reason code, or "".
func (e *engine) judge(v *view, u *target, set *pairSet, name *normalName, value segment) (string, Confidence) {
	b := value.Of(v.b)
	switch name.class(e.opts) {
	case password:
		if directory(b) && name.whole()[0] == 'p' && name.n == 3 || flag(b) && string(name.whole()) == "pass" || !e.reportable(b) {
			return "", 0
		}
		return "query.name", Proof
	case secret:
		if flag(b) || !e.reportable(b) {
			return "", 0
		}
		return "query.name", Firm
	case identifier:
		set.keyID = true
		if e.opts.NoIDs || !e.reportable(b) {
			return "", 0
		}
		return "query.identifier", Weak
	case contextual:
		if e.reportable(b) && e.inContext(v, u, set, name, b) {
			return "query.context", Firm
		}
	}
	return "", 0
}

// value reports a value that is a secret by its shape, or holds secrets inside.
// It returns the reason code of the shape, or "".
func (e *engine) value(v *view, u *target, span segment, c Component, depth int) string {
	b := span.Of(v.b)
	if len(b) < 6 {
		return ""
	}
	if reason := tokenShape(b); reason != "" {
		e.add(v, Match{Start: span.Start, End: span.End, Reason: reason, Component: c, Kind: u.parameterKind(), Confidence: Proof})
		return reason
	}
	if depth < maxDepth && composite(b) {
		e.nested(v, span, depth)
	}
	if depth < maxDepth && len(b) >= 20 {
		e.base64(v, span, c, depth)
	}
	return ""
}

// composite says whether a value may hold a URL, a query or JSON.
func composite(b []byte) bool {
	for _, c := range b {
		switch c {
		case '%', ':', '=', '?', '{', '@':
			return true
		}
	}
	return false
}

// pairSet answers, once asked, which names stand in a list of pairs.
type pairSet struct {
	span  segment
	known bool
	names presence
	keyID bool // an access key id stands before
}

// presence is a set of parameter names that give others their meaning.
type presence uint16

const (
	hasOAuth presence = 1 << iota // state, iss, session_state, redirect_uri, client_id
	hasDatabase
	hasUser
	hasPass
	hasTokenSalt
	hasExpires
)

func (s *pairSet) has(b []byte, want presence) bool {
	if !s.known {
		s.known = true
		s.names = namesIn(b, s.span)
	}
	return s.names&want == want
}

func namesIn(b []byte, span segment) presence {
	var set presence
	var name normalName
	it := urlparts.NewPairs(b, span)
	for p, ok := it.Next(); ok; p, ok = it.Next() {
		name.set(p.Name.Of(b))
		switch string(name.whole()) {
		case "state", "iss", "sessionstate", "redirecturi", "clientid", "granttype", "codeverifier":
			set |= hasOAuth
		case "db", "q":
			set |= hasDatabase
		case "u":
			set |= hasUser
		case "p":
			set |= hasPass
		case "s":
			set |= hasTokenSalt
		case "expires", "exp", "e":
			set |= hasExpires
		}
	}
	return set
}

// inContext decides about the names that are secret only beside others.
func (e *engine) inContext(v *view, u *target, set *pairSet, name *normalName, b []byte) bool {
	if u.host.n == 0 {
		u.host.set(u.Host.Of(v.b))
	}
	path := u.Path.Of(v.b)
	switch string(name.tail0()) {
	case "code":
		return e.authorizationCode(v, u, set, b)
	case "key":
		return keyHost(u.host.bytes()) || random(b, 24) && !bytes.Contains(b, []byte("%2F")) || tokenShape(b) != ""
	case "auth":
		return u.npm || !authMode(b)
	case "u":
		return false
	case "p":
		return set.has(v.b, hasUser|hasDatabase) || set.has(v.b, hasUser) && bytes.Contains(path, []byte("/rest/"))
	case "t":
		return set.has(v.b, hasUser|hasTokenSalt) && bytes.Contains(path, []byte("/rest/"))
	case "s":
		return string(domainOf(u.host.bytes())) == "airbnb.com" && bytes.Contains(path, []byte("/ical/"))
	case "md5":
		return set.has(v.b, hasExpires)
	case "verify":
		return len(b) >= 20 && digits(b[:8]) && bytes.IndexByte(b, '-') > 0
	case "data":
		return u.kind == oneTimeScheme
	case "authmechanismproperties":
		return bytes.Contains(b, []byte("AWS_SESSION_TOKEN:"))
	}
	return false
}

// tail0 is the part of the name that carries its meaning: the last one.
func (n *normalName) tail0() []byte {
	if n.last < n.n {
		return n.tail()
	}
	return n.whole()
}

// authorizationCode decides about a parameter "code": OAuth where its
// companions or the path say so, never a country or a short number.
func (e *engine) authorizationCode(v *view, u *target, set *pairSet, b []byte) bool {
	if len(b) <= 6 && digits(b) || len(b) == 2 && all(b, uppers) {
		return false
	}
	if random(b, 20) || googleCode(b) || set.has(v.b, hasOAuth) || bytes.HasSuffix(u.host.bytes(), []byte(".azurewebsites.net")) {
		return true
	}
	path := u.Path.Of(v.b)
	for _, word := range [...]string{"oauth", "callback", "signin", "/auth", "/cb", "oidc", "sso"} {
		if bytes.Contains(path, []byte(word)) {
			return true
		}
	}
	return false
}

// googleCode recognises the authorization codes of Google, which begin "4/0".
func googleCode(b []byte) bool {
	return len(b) >= 20 && (bytes.HasPrefix(b, []byte("4/0")) || len(b) > 5 && b[0] == '4' && equalFold(b[1:4], "%2f") && b[4] == '0')
}

// keyHost says whether a parameter "key" is a secret on host whatever it is.
func keyHost(host []byte) bool {
	switch string(domainOf(host)) {
	case "googleapis.com", "arcgis.com", "render.com":
		return true
	}
	return string(host) == "qyapi.weixin.qq.com"
}
