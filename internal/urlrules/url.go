package urlrules

import (
	"bytes"

	"github.com/fieldsafe/fieldsafe/internal/urlparts"
)

// target is a URL with what the rules need to know of it.
type target struct {
	urlparts.URL
	host   hostName
	kind   schemeKind
	camera bool // rtsp
	npm    bool // a registry line of npm
	inHand bool // not found in running text
}

// describe fills in what follows from the scheme and the host.
func (u *target) describe(b []byte) {
	u.host.set(u.Host.Of(b))
	var low [24]byte
	if n := u.Scheme.Len(); n > 0 && n <= len(low) {
		scheme := lower(low[:0], u.Scheme.Of(b))
		u.kind = kindOf(scheme)
		u.camera = string(scheme) == "rtsp" || string(scheme) == "rtsps"
	}
}

// url reports the secrets of b[start:end], one URL reference.
func (e *engine) url(v *view, start, end, depth int) {
	var u target
	u.URL = urlparts.Split(v.b, start, end)
	u.inHand = e.inHand
	u.describe(v.b)
	u.npm = u.Scheme.Empty() && bytes.Contains(u.Path.Of(v.b), []byte(":_"))
	e.userinfo(v, &u)
	e.schemeTokens(v, &u)
	e.hostToken(v, &u)
	e.afterHost(v, &u, depth)
}

// afterHost reports the secrets of path, query and fragment.
func (e *engine) afterHost(v *view, u *target, depth int) {
	e.path(v, u, depth)
	if !u.Query.Empty() {
		e.query(v, u, u.Query, depth)
	}
	if !u.Fragment.Empty() {
		e.fragment(v, u, depth)
	}
}

// userinfo reports the credentials before the host, for each way to read where it
// begins, and before each host of a list.
func (e *engine) userinfo(v *view, u *target) {
	e.oneLogin(v, u)
	if !u.HasUserinfo {
		return
	}
	if short := *u; short.EndAtBackslash(v.b) {
		e.oneLogin(v, &short)
	}
	for rest := *u; rest.NextLogin(v.b); {
		e.oneLogin(v, &rest)
	}
}

// oneLogin reports the credentials before one host.
func (e *engine) oneLogin(v *view, u *target) {
	if !u.HasUserinfo || u.AtEnd <= u.User.Start || optional(v.b, u) && !e.opts.Placeholders || imageDigest(v.b, u) {
		return
	}
	m := Match{CutStart: u.User.Start, CutEnd: u.AtEnd, Kind: Userinfo, Malformed: u.Malformed}
	if u.kind == databaseScheme {
		m.Kind = Connection
	}
	if u.Password.Empty() {
		e.loneUser(v, u, m)
		return
	}
	token := tokenUser(u.User.Of(v.b))
	if !e.reportable(u.Password.Of(v.b)) {
		if token {
			e.user(v, u, m, Firm, "userinfo.token")
		}
		return
	}
	confidence, pw := Weak, m
	pw.Start, pw.End = u.Password.Start, u.Password.End
	pw.Reason, pw.Component, pw.Confidence = "userinfo.password", Password, Proof
	if basicMarker(u.Password.Of(v.b)) || token {
		confidence = Firm
	}
	e.user(v, u, m, confidence, "userinfo.username")
	e.add(v, pw)
}

// optional says whether the user information stands in the brackets of a syntax
// description: http://[user:password@]host.
func optional(b []byte, u *target) bool {
	return b[u.User.Start] == '[' && u.AtEnd < len(b) && b[u.AtEnd] == ']'
}

// imageDigest says whether what reads as a user name and a password is the name
// and the tag of an image, before its digest: docker://name:tag@sha256:digest.
func imageDigest(b []byte, u *target) bool {
	algorithm, digest, _ := bytes.Cut(u.Host.Of(b), []byte(":"))
	return len(digest) >= 32 && all(digest, hexes) && digestOrPackage(algorithm) && !urlparts.Special(u.Scheme.Of(b))
}

// basicMarker says whether a password only marks the user name as a token.
func basicMarker(pw []byte) bool {
	return string(pw) == "x-oauth-basic" || equalFold(pw, "x") || equalFold(pw, "api_token") || equalFold(pw, "oauth2")
}

func (e *engine) user(v *view, u *target, m Match, c Confidence, reason string) {
	if u.User.Empty() || !e.reportable(u.User.Of(v.b)) {
		return
	}
	m.Start, m.End = u.User.Start, u.User.End
	m.Reason, m.Component, m.Confidence = reason, UserName, c
	e.add(v, m)
}

// tokenUser says whether a user name looks like a token or holds an encoded
// colon, and so a password.
func tokenUser(user []byte) bool {
	return tokenShape(user) != "" || random(user, 16) || bytes.Contains(user, []byte("%3A")) ||
		bytes.Contains(user, []byte("%3a")) || bytes.Contains(user, []byte("："))
}

// loneUser reports a user name without a password, which may be a token.
func (e *engine) loneUser(v *view, u *target, m Match) {
	user := u.User.Of(v.b)
	switch {
	case tokenUser(user), u.kind == tokenScheme, u.HasPassword && !account(user):
		e.user(v, u, m, Firm, "userinfo.token")
	case e.opts.UserNames:
		e.user(v, u, m, Weak, "userinfo.username")
	case e.opts.NoUserNames, u.kind == loginScheme, account(user), prose(bytes.TrimLeft(user, " ")):
	case u.Scheme.Empty() && !u.inHand:
	default:
		e.user(v, u, m, Weak, "userinfo.username")
	}
}

// account says whether a user name is one that everybody uses.
func account(user []byte) bool {
	switch string(user) {
	case "git", "hg", "svn", "anonymous", "ftp":
		return true
	}
	return false
}

// prose says whether text before an "@" has white space, and so is no user
// name.
func prose(user []byte) bool { return bytes.ContainsAny(user, " \t\r\n") }

// fragment reads a fragment as a query where it has pairs, after its first "?"
// or ";" where it is a route, and as a key where the host keeps keys there.
func (e *engine) fragment(v *view, u *target, depth int) {
	f := u.Fragment
	b := f.Of(v.b)
	if bytes.IndexByte(b, '=') >= 0 {
		if slashes := bytes.Index(b, []byte("://")); slashes > 0 && slashes < bytes.IndexAny(b, "?;&=") {
			e.nested(v, f, depth)
			return
		}
		if i := bytes.IndexAny(b, "?;&="); i >= 0 && (b[i] == '?' || b[i] == ';') {
			f.Start += i + 1
		}
		e.pairs(v, u, f, Fragment, depth)
		return
	}
	if fragmentHost(u.host.bytes()) {
		if i := bytes.LastIndexAny(b, "!#"); i >= 0 {
			f.Start += i + 1
		}
		if n := f.Len(); n >= 22 && n <= 80 && all(f.Of(v.b), word) {
			e.add(v, Match{Start: f.Start, End: f.End, Reason: "fragment.key", Component: Fragment, Kind: Parameter, Confidence: Firm})
		}
		return
	}
	e.value(v, u, f, Fragment, depth)
}

// fragmentHost says whether host keeps decryption keys in the fragment.
func fragmentHost(host []byte) bool {
	switch string(domainOf(host)) {
	case "mega.nz", "mega.co", "privatebin.net", "privatebin.info", "firefox.com", "vis.ee", "wormhole.app", "hat.sh",
		"cryptpad.fr", "skiff.com", "bitwarden.com", "excalidraw.com", "yopass.se", "0bin.net", "paste.fizi.ca":
		return true
	}
	return bytes.HasSuffix(host, []byte("mega.co.nz")) || bytes.Contains(host, []byte("privatebin")) || bytes.HasPrefix(host, []byte("send."))
}
