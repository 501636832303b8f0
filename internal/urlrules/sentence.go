package urlrules

import (
	"bytes"

	"github.com/fieldsafe/fieldsafe/internal/urlparts"
)

// White space in user information: WHATWG encodes a space, drops tabs and line
// breaks, and reads on to the last "@" of the authority. So does a sentence read
// that begins with a URL and holds a mail address. What follows tells them apart.

// spacedLogin returns where the user information of b[start:end], which begins
// with a scheme, ends behind its "@", if it holds white space and is no sentence;
// else 0.
func spacedLogin(b []byte, start, end int) int {
	if !alnum.holds(b[start]) {
		return 0 // no parser takes white space without a scheme
	}
	from, to := authorityOf(b, start, end)
	at := bytes.LastIndexByte(b[from:to], '@')
	if at < 0 {
		return 0
	}
	if at += from; spaceAfter(b, from, at) == at || sentence(b, from, at, to < end) {
		return 0
	}
	return at + 1
}

// dropped reads the user information of the input once more as WHATWG does,
// without tabs and line breaks, where they stand in it or before it.
func (e *engine) dropped(v *view, start int) {
	if bytes.IndexByte(v.b[start:], '@') < 0 || !bytes.ContainsAny(v.b[start:], "\t\r\n") {
		return
	}
	w := &e.views[1]
	w.without(&view{b: v.b[start:], base: start})
	if !opensReference(w.b) {
		return
	}
	var u target
	u.URL = urlparts.SplitAuthority(w.b, 0, len(w.b))
	first := start + bytes.IndexAny(v.b[start:], "\t\r\n")
	before := v.b[start:first]
	if u.HasUserinfo {
		from, at := w.at(u.User.Start), w.at(u.At)
		if sentence(v.b, from, at, u.Host.End < len(w.b)) || first > from && !bytes.ContainsAny(v.b[from:at], "\t\r\n") {
			return // or read as it is
		}
	} else if opensReference(before) && !openLogin(before) {
		return
	}
	if bytes.IndexByte(v.b[start:], '\t') >= 0 && !bytes.ContainsAny(v.b[start:], " \r\n") {
		e.url(w, 0, len(w.b), 1)
		return
	}
	if u.HasUserinfo && !bytes.ContainsAny(w.b[u.User.Start:u.At], "/?#") && w.b[u.At] == '@' && !(u.Scheme.Empty() && prose(u.User.Of(w.b))) {
		u.inHand = true
		u.describe(w.b)
		e.userinfo(w, &u)
	}
}

// sentence says whether b[from:at], which follows a scheme and its slashes up to an
// "@" and holds white space, is a URL that ends at the white space and other text
// up to a mail address. That is so where it ends like a mail address and either
// begins with a whole authority, or goes on for several words up to a colon and
// white space: https://host is down: bob@example.com; or where the scheme is but the
// first word of a message. A user name alone that holds white space is no login
// either. goesOn says that a path, a query or a fragment follows.
func sentence(b []byte, from, at int, goesOn bool) bool {
	text := b[from:at]
	first, last := bytes.IndexAny(text, " \t\r\n"), bytes.LastIndexAny(text, " \t\r\n")
	colon := bytes.IndexByte(text, ':')
	switch {
	case first < 0:
		return false
	case colon < 0:
		return true
	case last+1 == len(text):
		return wholeAuthority(text[:first]) && bytes.IndexByte(text[first:], ':') < 0
	case !mailbox(text[last+1:]):
		return false
	case openPort(text[:first]) && goesOn && first == last:
		return false
	case wholeAuthority(text[:first]):
		return true
	case first == 0 && b[from-1] == ':':
		return len(bytes.Fields(text)) > 2
	}
	return colon > first && hostBytes(text[:first]) && len(bytes.TrimSpace(text[first:colon])) > 0 && prose(text[colon+1:colon+2])
}

// mailbox says whether a word is the name before the "@" of a mail address,
// perhaps in brackets or quotes that are closed after it.
func mailbox(b []byte) bool {
	b = bytes.TrimLeft(b, "<([{\"'")
	if foldPrefix(b, "mailto:") {
		b = b[len("mailto:"):]
	}
	for _, c := range b {
		if !alnum.holds(c) && c != '.' && c != '_' && c != '+' && c != '-' {
			return false
		}
	}
	return len(b) > 0 && !digits(b[:1])
}

// wholeAuthority says whether b, less the punctuation at its end, is an authority
// to which nothing is missing: a login with its host, a host with a dot or in
// brackets, or one with a port.
func wholeAuthority(b []byte) bool {
	at := bytes.LastIndexByte(b, '@')
	if at != 0 && at+1 < len(b) && b[at+1] == '[' {
		return true
	}
	name, port, _ := bytes.Cut(bytes.TrimRight(b[at+1:], ".,;:)]}>\"'"), []byte(":"))
	if at == 0 || len(name) == 0 || !hostBytes(name) || len(port) > 0 && !digits(port) {
		return false
	}
	return at > 0 || len(port) > 0 || bytes.IndexByte(name, '.') >= 0 || equalFold(name, "localhost")
}

// openPort says whether the digits that end b may as well begin a password as a
// port: the name before them has no dot.
func openPort(b []byte) bool {
	name, port, _ := bytes.Cut(b, []byte(":"))
	return digits(port) && !bytes.ContainsAny(name, ".@[") && !equalFold(name, "localhost")
}

// hostBytes says whether b is of the bytes of a host's name.
func hostBytes(b []byte) bool {
	for _, c := range b {
		if !word.holds(c) && c != '.' && c < 0x80 {
			return false
		}
	}
	return true
}
