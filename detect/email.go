package detect

import (
	"strings"
	"unicode/utf8"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// Limits of an address, RFC 5321 section 4.5.3.1.
const (
	maxLocalPart = 64
	maxDomain    = 255
	maxLabel     = 63
)

// at looks for an e-mail address around the @ at position i.
func (r *run) at(i int) {
	d := r.finder(findEmail)
	if r.dataSource(i) || d == nil {
		return
	}
	start, end := localPart(r.text, i), domainEnd(r.text, i+1)
	if start >= 0 && end < 0 && r.vpa(start, i) {
		return
	}
	if start < 0 && end < 0 {
		start, end = spaced(r.text, i)
	}
	if start >= 0 && end >= 0 && !utf8.ValidString(r.text[start:end]) {
		start, end = validLocal(r.text, start, i), domainEnd(r.text[:validEnd(r.text, i, end)], i+1)
	}
	if start < 0 || end < 0 || notMail(r.text, start, i, end) || isNoise(r.text, start, i, end) || r.text[i-1] == '"' && !endsCommon(r.text[:end]) {
		return
	}
	confidence := Likely
	if strings.IndexByte(r.text[i:end], '.') < end-i {
		confidence = Certain
	}
	r.add(start, end, d, confidence, byPattern, end-start)
}

// spaced returns the bounds of an address with a blank on either side of the @ at
// i, or -1. Since prose has such an @ for "at", it must be all that something is
// set to, and end like most addresses do.
func spaced(text string, i int) (start, end int) {
	if i < 2 || i+2 >= len(text) || text[i-1] != ' ' || text[i+1] != ' ' {
		return -1, -1
	}
	start, end = localPart(text, i-1), domainEnd(text, i+2)
	if start < 0 || end < 0 || !endsCommon(text[:end]) {
		return -1, -1
	}
	before := strings.TrimRight(text[max(0, start-3):start], " \"'<")
	if !strings.HasSuffix(before, ":") && !strings.HasSuffix(before, "=") {
		return -1, -1
	}
	return start, end
}

// localPart returns where the local part of an address begins whose @ is at
// position at, or -1. Of the characters that RFC 5322 allows it takes those that
// occur in practice; the others stand around addresses more often than in them.
func localPart(text string, at int) int {
	if at > 0 && text[at-1] == '"' {
		return quotedLocalPart(text, at-1)
	}
	i := at
	for i > 0 && at-i <= maxLocalPart && isLocal(text[i-1]) {
		i--
	}
	for i < at && !scan.IsAlnum(text[i]) && text[i] != '_' && text[i] < 0x80 {
		i++
	}
	if i == at || at-i > maxLocalPart || text[at-1] == '.' || strings.Contains(text[i:at], "..") {
		return -1
	}
	return i
}

// quotedLocalPart returns where the quote, with the backslash of JSON before it, is
// that the one at position end closes around a local part (RFC 5321 section 4.1.2),
// or -1: in practice that is words.
func quotedLocalPart(text string, end int) int {
	escape := 0
	if end > 0 && text[end-1] == '\\' {
		escape = 1
	}
	from := end - escape
	for from > 0 && end-from <= maxLocalPart && (isLocal(text[from-1]) && text[from-1] != '%' || text[from-1] == ' ') {
		from--
	}
	start := from - 1 - escape
	if from >= end-escape || start < 0 || text[from-1] != '"' || escape > 0 && text[start] != '\\' || text[from] == ' ' || text[end-escape-1] == ' ' ||
		start > 0 && scan.IsAlnum(text[start-1]) {
		return -1
	}
	return start
}

func isLocal(b byte) bool {
	return scan.IsAlnum(b) || b == '.' || b == '_' || b == '-' || b == '+' || b == '%' || b == '\'' || b >= 0x80
}

// domainEnd returns where the domain that begins at i ends, or -1 if there is
// none with a top-level label.
func domainEnd(text string, i int) int {
	start, label, end := i, i, -1
	for ; i <= len(text) && i-start < maxDomain; i++ {
		if i < len(text) && (scan.IsAlnum(text[i]) || text[i] == '-' || text[i] >= 0x80) {
			continue
		}
		if i == label || i-label > maxLabel || text[label] == '-' || text[i-1] == '-' {
			break
		}
		if label > start && topLevel(text[label:i]) {
			end = i
		}
		if i == len(text) || text[i] != '.' {
			break
		}
		label = i + 1
	}
	return end
}

// topLevel reports whether a label can be a top-level domain: letters, at least
// two, and not one of the file and unit suffixes that follow an @ in practice.
func topLevel(label string) bool {
	if len(label) < 2 {
		return false
	}
	if strings.HasPrefix(label, "xn--") {
		return true
	}
	for i := range len(label) {
		if !scan.IsLetter(label[i]) && label[i] < 0x80 {
			return false
		}
	}
	var space [32]byte
	low := lowerInto(space[:0], label)
	return !isSuffix(low) && (!zigzag(label) || isCommonDomain(low))
}

// zigzag reports whether a lower-case letter of label stands before one in upper
// case, as in no domain that somebody writes without a purpose.
func zigzag(label string) bool {
	for i := 1; i < len(label); i++ {
		if label[i]-'A' < 26 && label[i-1]-'a' < 26 {
			return true
		}
	}
	return false
}

// endsCommon reports whether a domain ends in a label that isCommonDomain knows.
func endsCommon(domain string) bool {
	return isCommonDomain([]byte(domain[strings.LastIndexByte(domain, '.')+1:]))
}

// isCommonDomain reports whether label is one of the top-level domains that most
// addresses end in (RFC 1591, ISO 3166-1).
func isCommonDomain(label []byte) bool {
	switch string(label) {
	case "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "app", "dev", "cloud", "email", "online", "example", "test", "eu", "uk":
		return true
	}
	return len(label) == 2 && isCountryCode([]byte{label[0] &^ 0x20, label[1] &^ 0x20})
}

// isSuffix reports whether names with an @ in them that end so are no addresses:
// systemd units, image files at a resolution, source and archive files.
func isSuffix(label []byte) bool {
	switch string(label) {
	case "service", "socket", "timer", "target", "mount", "slice", "scope", "path", "device", "png", "jpg", "jpeg", "gif",
		"svg", "webp", "ico", "css", "js", "mjs", "cjs", "ts", "tsx", "jsx", "json", "yaml", "yml", "toml", "xml", "html",
		"htm", "txt", "log", "conf", "cfg", "lock", "go", "rb", "java", "class", "cpp", "gz", "tgz", "zip", "tar", "jar",
		"exe", "dll", "so":
		return true
	}
	return false
}

// notMail reports whether what reads like an address is the user and host of a
// URL, an SSH location or a module version.
func notMail(text string, start, at, end int) bool {
	user := text[start:at]
	if end < len(text) && text[end] == ':' && end+1 < len(text) && !scan.IsDigit(text[end+1]) && text[end+1] != ' ' && text[end+1] != '\n' && text[end+1] != '"' && (user == "git" || user == "hg" || user == "svn") {
		return true
	}
	if start > 0 && (text[start-1] == '/' || text[start-1] == ':') && strings.Contains(text[max(0, start-80):start], "://") {
		return inAuthority(text, start)
	}
	return false
}

// validLocal returns where the part of the local part [start, at) begins that is
// UTF-8, or -1.
func validLocal(text string, start, at int) int {
	for i := start; i < at; {
		c, n := utf8.DecodeRuneInString(text[i:at])
		if i += n; c == utf8.RuneError && n == 1 {
			start = i
		}
	}
	if i := localPart(text[start:], at-start); i >= 0 {
		return start + i
	}
	return -1
}

// validEnd returns where the first bytes of [start, end) end that are UTF-8.
func validEnd(text string, start, end int) int {
	for start < end {
		c, n := utf8.DecodeRuneInString(text[start:end])
		if c == utf8.RuneError && n == 1 {
			break
		}
		start += n
	}
	return start
}

// isNoise reports whether an address came about by chance in bytes that are no
// text: it is short, and touches such bytes.
func isNoise(text string, start, at, end int) bool {
	const short = 12
	if end-start > short {
		return false
	}
	return isBinary(text, start-1) || isBinary(text, end) || !isASCII(text[at:end]) && at-start < 2
}

// isBinary reports whether the byte at i is of no text: a control character, or one
// that is not of a rune.
func isBinary(text string, i int) bool {
	if i < 0 || i >= len(text) {
		return false
	}
	b := text[i]
	if b < ' ' {
		return b != '\t' && b != '\n' && b != '\r' && b != 0x1b
	}
	if b < utf8.RuneSelf {
		return b == 0x7f
	}
	from := max(0, i-utf8.UTFMax+1)
	for from < i && !utf8.RuneStart(text[from]) {
		from++
	}
	return !utf8.ValidString(text[from:min(len(text), runeEnd(text, i))])
}

// runeEnd returns where the rune ends that has a byte at i.
func runeEnd(text string, i int) int {
	for i++; i < len(text) && !utf8.RuneStart(text[i]); i++ {
	}
	return i
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// inAuthority reports whether position i stands in the authority of a URL: no
// slash, question mark or blank between it and the "://" before it.
func inAuthority(text string, i int) bool {
	before := text[max(0, i-80):i]
	rest := before[strings.LastIndex(before, "://")+3:]
	return !strings.ContainsAny(rest, "/?# \t\n\"'<>")
}
