package urlreaders

import (
	"slices"
	"strings"
)

// What WHATWG and Python leave out wherever it stands.
const dropped = "\t\r\n"

// firstByte passes over the controls and spaces that WHATWG and Python leave out
// in front.
func firstByte(raw string) int {
	i := 0
	for i < len(raw) && raw[i] <= ' ' {
		i++
	}
	return i
}

// special are the schemes whose slashes WHATWG does not count. file is one too,
// but has no user information.
var special = []string{"http", "https", "ws", "wss", "ftp"}

// whatwg follows the URL standard, https://url.spec.whatwg.org/#url-parsing,
// without a base.
func whatwg(raw string) (start, end int) {
	raw = strings.TrimRightFunc(raw, func(r rune) bool { return r <= ' ' })
	first := firstByte(raw)
	colon := schemeEnd(raw, first, dropped)
	if colon < 0 {
		return 0, 0
	}
	scheme := strings.ToLower(undropped(raw[first:colon]))
	ends, slashes := "/?#", 0
	isSpecial := slices.Contains(special, scheme)
	if isSpecial {
		ends = `/\?#`
	}
	start = colon + 1
	for start < len(raw) && (raw[start] == '/' || isSpecial && raw[start] == '\\' || strings.IndexByte(dropped, raw[start]) >= 0) {
		if strings.IndexByte(dropped, raw[start]) < 0 {
			if slashes++; !isSpecial && slashes > 2 {
				break
			}
		}
		start++
	}
	if scheme == "file" || !isSpecial && slashes < 2 {
		return 0, 0
	}
	at, host := split(raw, start, authority(raw, start, ends))
	name, port := hostPort(undropped(host))
	if at <= start || name == "" || !numericPort(port) || !whatwgHost(name) {
		return 0, 0
	}
	return start, at
}

func undropped(s string) string { return strings.NewReplacer("\t", "", "\r", "", "\n", "").Replace(s) }

// whatwgHost says whether name has no forbidden host code point.
func whatwgHost(name string) bool {
	if strings.HasPrefix(name, "[") {
		return strings.HasSuffix(name, "]")
	}
	return !strings.ContainsAny(name, "\x00 #/:<>?@[\\]^|%")
}

// python follows urllib.parse.urlsplit.
func python(raw string) (start, end int) {
	start = firstByte(raw)
	if colon := schemeEnd(raw, start, dropped); colon >= 0 {
		start = colon + 1
	}
	for range 2 {
		for start < len(raw) && strings.IndexByte(dropped, raw[start]) >= 0 {
			start++
		}
		if start == len(raw) || raw[start] != '/' {
			return 0, 0
		}
		start++
	}
	limit := authority(raw, start, "/?#")
	location := raw[start:limit]
	if strings.Contains(location, "[") != strings.Contains(location, "]") || strings.ContainsAny(location, "＠：／？＃") {
		return 0, 0
	}
	at, _ := split(raw, start, limit)
	if at <= start {
		return 0, 0
	}
	return start, at
}

// curl follows lib/urlapi.c of libcurl with CURLU_GUESS_SCHEME, as the command
// does: up to three slashes, or no scheme; the first "@".
func curl(raw string) (start, end int) {
	if strings.ContainsFunc(raw, func(r rune) bool { return r <= ' ' || r == 0x7F }) {
		return 0, 0
	}
	if colon := schemeEnd(raw, 0, ""); colon >= 0 {
		rest := raw[colon+1:]
		slashes := len(rest) - len(strings.TrimLeft(rest, "/"))
		switch {
		case slashes > 3, strings.EqualFold(raw[:colon], "file"):
			return 0, 0
		case slashes > 0:
			start = colon + 1 + slashes
		} // without slashes the scheme is the user name
	}
	limit := authority(raw, start, "/?#")
	at := strings.IndexByte(raw[start:limit], '@')
	if at <= 0 {
		return 0, 0
	}
	name, port := hostPort(raw[start+at+1 : limit])
	if name == "" || !numericPort(port) || strings.ContainsAny(strings.Trim(name, "[]"), "/#?!@{}[]\\$'\"^`*<>=;,()") || strings.HasPrefix(name, "[") != strings.HasSuffix(name, "]") {
		return 0, 0
	}
	return start, start + at
}
