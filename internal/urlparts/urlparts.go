// Package urlparts splits URLs, data source names and connection strings into
// labelled spans of bytes.
//
// It is lenient: it takes what any of the common parsers takes (RFC 3986,
// WHATWG, net/url, libcurl, git, Python), reads malformed input the way that
// exposes most credentials, never fails and never rebuilds what it has read.
// It knows the grammars, not which parts are secret.
//
// All functions work on bytes, are linear, and allocate nothing. Offsets are
// into the slice given, half-open.
package urlparts

// Span is a half-open range of bytes.
type Span struct{ Start, End int }

// Empty says that the span holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Len returns the number of bytes.
func (s Span) Len() int { return s.End - s.Start }

// Of returns the bytes of the span.
func (s Span) Of(b []byte) []byte { return b[s.Start:s.End] }

// URL holds the spans of one URL reference. A part that is absent has an empty
// span; the delimiters belong to no part.
type URL struct {
	Scheme       Span
	HasAuthority bool
	HasUserinfo  bool // there is an "@": User and Password are set, At is its position
	HasPassword  bool // the user information holds a colon
	User         Span
	Password     Span
	At, AtEnd    int  // the "@", which may be written as "%40" or full-width
	Host         Span // hosts and ports, as written
	Path         Span // with its leading slash
	Query        Span
	Fragment     Span
	Malformed    bool // credentials are only seen by a lenient or a human reader
}

// Split splits b[start:end], which begins with a scheme, slashes, or a path.
func Split(b []byte, start, end int) URL {
	u := SplitAuthority(b, start, end)
	u.tail(b, u.Path.Start, end)
	return u
}

// SplitPath is Split for a reference that begins with its path, however many
// slashes that begins with.
func SplitPath(b []byte, start, end int) URL {
	var u URL
	u.tail(b, start, end)
	return u
}

// SplitAuthority is Split without path, query and fragment: Path is all that
// follows the authority.
func SplitAuthority(b []byte, start, end int) URL {
	var u URL
	rest := start
	if colon := Scheme(b, start, end); colon >= 0 {
		u.Scheme = Span{start, colon}
		rest = colon + 1
	}
	special := Special(u.Scheme.Of(b))
	slashes := countSlashes(b, rest, end, special)
	switch {
	case special, slashes >= 2:
		rest += slashes
		u.HasAuthority = true
		rest = u.authority(b, rest, end, special)
	}
	u.Path = Span{rest, end}
	return u
}

// countSlashes counts the slashes that open an authority: any run of them, with
// backslashes and the bytes WHATWG drops, after a special scheme; exactly two
// after another scheme; two or more where there is no scheme.
func countSlashes(b []byte, start, end int, special bool) int {
	i := start
	for i < end && (b[i] == '/' || special && (b[i] == '\\' || dropped(b[i]))) {
		i++
	}
	n := i - start
	if !special && n > 2 && start > 0 && b[start-1] == ':' {
		n = 2
	}
	return n
}

func dropped(c byte) bool { return c == '\t' || c == '\n' || c == '\r' }

// tail splits path, query and fragment.
func (u *URL) tail(b []byte, start, end int) {
	u.Fragment = Span{end, end}
	u.Query = Span{end, end}
	pathEnd := end
	for i := start; i < end; i++ {
		if b[i] == '#' {
			u.Fragment.Start = i + 1
			pathEnd = i
			break
		}
	}
	u.Query = Span{pathEnd, pathEnd}
	for i := start; i < pathEnd; i++ {
		if b[i] == '?' {
			u.Query = Span{i + 1, pathEnd}
			pathEnd = i
			break
		}
	}
	u.Path = Span{start, pathEnd}
}

// Scheme returns the position of the colon that ends the scheme at start, or -1
// (RFC 3986, section 3.1). One-letter schemes are drives, not schemes, unless
// two slashes follow.
func Scheme(b []byte, start, end int) int {
	if start >= end || !letter(b[start]) {
		return -1
	}
	for i := start + 1; i < end; i++ {
		c := b[i]
		if c == ':' {
			if i == start+1 && !(i+2 < end && b[i+1] == '/' && b[i+2] == '/') {
				return -1
			}
			return i
		}
		if !SchemeByte(c) {
			return -1
		}
	}
	return -1
}

// SchemeByte says whether c may stand in a scheme after its first letter.
func SchemeByte(c byte) bool {
	return letter(c) || c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.'
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// Special says whether scheme is one of those that WHATWG calls special and
// that carry user information: http, https, ws, wss, ftp. Letter case is
// ignored.
func Special(scheme []byte) bool {
	switch len(scheme) {
	case 2:
		return fold(scheme, "ws")
	case 3:
		return fold(scheme, "wss") || fold(scheme, "ftp")
	case 4:
		return fold(scheme, "http")
	case 5:
		return fold(scheme, "https")
	}
	return false
}

// fold compares b with lower, ignoring ASCII letter case.
func fold(b []byte, lower string) bool {
	if len(b) != len(lower) {
		return false
	}
	for i := range b {
		if b[i]|0x20 != lower[i] {
			return false
		}
	}
	return true
}
