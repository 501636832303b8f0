package detect

import "strings"

// isSample reports whether value is reserved for documentation or tests: one of
// the detector's samples, as written or without its separators, or a value that
// names itself an example.
func isSample(d *Detector, value string) bool {
	for _, s := range d.Samples {
		if equalBare(s, value) {
			return true
		}
	}
	switch {
	case d.Category == Credential:
		return strings.Contains(value, "EXAMPLE") || d.find == findSecret && isSequence(value)
	case d.find == findEmail || d.find == findEmailSlug:
		return reservedDomain(value)
	case d.sample != nil:
		return d.sample(value)
	}
	return false
}

// equalBare compares two values byte by byte, ignoring separators and letter
// case.
func equalBare(a, b string) bool {
	for {
		a, b = skipSeparators(a), skipSeparators(b)
		if a == "" || b == "" {
			return a == b
		}
		if a[0] != b[0] && (a[0]|0x20 != b[0]|0x20 || a[0]|0x20-'a' >= 26) {
			return false
		}
		a, b = a[1:], b[1:]
	}
}

func skipSeparators(s string) string {
	for s != "" && (s[0] == ' ' || s[0] == '-' || s[0] == '_' || s[0] == '.' || s[0] == '/') {
		s = s[1:]
	}
	return s
}

// reservedDomain reports whether an address is in a domain that RFC 2606 or RFC
// 6761 reserves for documentation and tests.
func reservedDomain(address string) bool {
	at := strings.LastIndexByte(address, '@')
	domain := strings.ToLower(address[at+1:])
	if at < 0 { // a slug
		domain = strings.NewReplacer("-", ".", "_", ".").Replace(domain)
	}
	for _, d := range [...]string{"example.com", "example.net", "example.org", "example.edu", "example", "test", "invalid", "localhost"} {
		rest, ok := strings.CutSuffix(domain, d)
		if ok && (rest == "" || rest[len(rest)-1] == '.') {
			return true
		}
	}
	return false
}
