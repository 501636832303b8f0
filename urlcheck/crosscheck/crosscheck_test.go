package crosscheck

import (
	"math/rand/v2"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	whatwg "github.com/nlnwa/whatwg-url/url"
	"github.com/stretchr/testify/assert"

	"github.com/fieldsafe/fieldsafe/urlcheck"
)

// checker reports what the defaults leave out by policy: accounts that everybody
// uses and placeholders.
var checker = urlcheck.New(&urlcheck.Options{UserNames: urlcheck.UserNamesReport, Placeholders: true})

// reading is what a parser takes for credentials, percent-decoded.
type reading struct{ parser, user, password string }

// readings returns what the parsers see in raw.
func readings(raw string) []reading {
	var out []reading
	if u, err := url.Parse(raw); err == nil && u.User != nil {
		password, _ := u.User.Password()
		out = append(out, reading{"net/url", u.User.Username(), password})
	}
	if u, err := whatwg.Parse(raw); err == nil {
		out = append(out, reading{"WHATWG", decoded(u.Username()), decoded(u.Password())})
	}
	return out
}

// decoded decodes percent escapes, each by itself.
func decoded(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		if len(s) >= 3 && s[0] == '%' {
			if c, err := url.PathUnescape(s[:3]); err == nil {
				b.WriteString(c)
				s = s[3:]
				continue
			}
		}
		b.WriteByte(s[0])
		s = s[1:]
	}
	return b.String()
}

// asRead returns the bytes of a span as a parser reads them.
func asRead(s string) string {
	return decoded(strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(s))
}

// masked says whether a value is what a redactor left.
func masked(s string) bool {
	return strings.HasPrefix(s, "***") || strings.HasSuffix(s, "***") || strings.Trim(s, "…•●") == "" || checker.Mask("x://u:"+url.QueryEscape(s)+"@h") == "x://u:"+url.QueryEscape(s)+"@h"
}

// What WHATWG takes for a scheme and for the slashes behind it, white space
// included that it drops; and what follows up to the path.
var (
	schemePattern    = regexp.MustCompile(`^[\x00- ]*([A-Za-z][A-Za-z0-9+.\t\r\n-]*):`)
	slashesPattern   = regexp.MustCompile(`^([\t\r\n]*/){2}[\t\r\n]*`)
	authorityPattern = regexp.MustCompile(`^(?s)([^/?#]*)@[^/?#@]*(.?)`)
)

// authority is what WHATWG reads as user information, less what is not there: with
// its white space.
type authority struct {
	special bool // of a scheme whose slashes may be missing
	slashes string
	text    string
	goesOn  bool // a path follows the host
}

func authorityOf(raw string) (a authority, ok bool) {
	scheme := schemePattern.FindStringSubmatch(raw)
	if scheme == nil {
		return a, false
	}
	a.special = slices.Contains([]string{"http", "https", "ws", "wss", "ftp"}, strings.ToLower(asRead(scheme[1])))
	rest := raw[len(scheme[0]):]
	if a.slashes = slashesPattern.FindString(rest); a.special {
		a.slashes = rest[:len(rest)-len(strings.TrimLeft(rest, "/\\\t\r\n"))]
	}
	parts := authorityPattern.FindStringSubmatch(rest[len(a.slashes):])
	if parts == nil || a.slashes == "" && !a.special {
		return a, false
	}
	a.text, a.goesOn = parts[1], parts[2] != ""
	return a, true
}

// The forms of text that begins with a URL and holds a mail address: after white
// space the last word is the name of a mailbox, or nothing, as before a mention.
// Before it stand a whole authority, which is a login with its host, or a host
// with a dot, in brackets or with a port; or words up to a colon and white space;
// or the scheme is but the first word of a message.
var (
	beforeMail    = regexp.MustCompile(`^(?s)` + whole + `\s(.*\s)?` + mailbox + `$`)
	beforeMention = regexp.MustCompile(`^(?s)` + whole + `\s([^:]*\s)?$`)
	sentence      = regexp.MustCompile(`^(?s)` + dotted + `*\s+[^:\s][^:]*:\s(.*\s)?` + mailbox + `$`)
	message       = regexp.MustCompile(`^(?s)\s+\S+\s+\S+\s(.*\s)?` + mailbox + `$`)
	portOrDigits  = regexp.MustCompile(`^[^.@\[:]+:[0-9]+\s\S+$`)
)

const (
	dotted  = `[\w.\x{80}-\x{10FFFF}-]`
	mailbox = `[<(\[{"']*(?i:mailto:)?[A-Za-z._+-][\w.+-]*`
	login   = `\S+@`
	whole   = `((` + login + `)?(\[\S*|(` + dotted + `*\.` + dotted + `*|(?i:localhost)):?[0-9]*|` + dotted + `+:[0-9]+)|` + login + dotted + `+:?)[.,;:)\]}>"']*`
)

// prose says whether white space ends the URL that a begins, so that what
// WHATWG reads on from there is the text up to a mail address.
func prose(a authority) bool {
	if a.slashes == "" && message.MatchString(a.text) {
		return true
	}
	if a.goesOn && portOrDigits.MatchString(a.text) && !strings.EqualFold(a.text[:strings.IndexByte(a.text, ':')], "localhost") {
		return false // the digits may as well begin a password
	}
	return beforeMail.MatchString(a.text) || beforeMention.MatchString(a.text) || sentence.MatchString(a.text)
}

// list is what stands between the logins of a list of hosts that not one of the
// special schemes of WHATWG has, which know no lists.
var list = regexp.MustCompile(`@` + `[A-Za-z0-9._-]+(:[0-9]*)?(,[A-Za-z0-9._-]+(:[0-9]*)?)*,`)

// logins returns what must lie in spans of a password: all of it, or the parts of
// a list of logins.
func logins(a authority, password string) []string {
	if a.special {
		return []string{password}
	}
	first, rest, more := "", password, true
	var out []string
	for more {
		at := list.FindStringIndex(rest)
		first, more = rest, at != nil
		if more {
			first, rest = rest[:at[0]], rest[at[1]:]
		}
		if user, pw, _ := strings.Cut(first, ":"); len(out) > 0 {
			out = append(out, user, pw)
		} else {
			out = append(out, first)
		}
	}
	return out
}

// Whenever a parser reads a user name or a password, its bytes lie in a span. A
// user name alone that holds white space is left out, and what WHATWG reads beyond
// the end of a URL in text.
func check(t *testing.T, raw string) {
	t.Helper()
	if !utf8.ValidString(raw) {
		return // parsers replace bytes; there is nothing to compare
	}
	parts := checker.Explain(raw)
	a, _ := authorityOf(raw)
	for _, r := range readings(raw) {
		if r.parser == "WHATWG" && prose(a) {
			continue
		}
		for _, password := range logins(a, r.password) {
			if strings.TrimSpace(password) != "" && !masked(password) && !masked(r.password) {
				assert.True(t, covered(raw, parts, password), "%s reads the password %q in %q, spans %+v", r.parser, password, raw, parts)
			}
		}
		if r.password == "" && r.user != "" && !masked(r.user) && !strings.ContainsAny(a.text, " \t\r\n") {
			assert.True(t, covered(raw, parts, r.user), "%s reads the user name %q in %q, spans %+v", r.parser, r.user, raw, parts)
		}
	}
}

// covered says whether value lies in one of the spans.
func covered(raw string, parts []urlcheck.Part, value string) bool {
	for _, p := range parts {
		if strings.Contains(asRead(raw[p.Start:p.End]), value) {
			return true
		}
	}
	return false
}

// The password of the examples.
const pw = "s3cr" + "3t-9"

// seeds are what the URL standard's own tests try on credentials, and the
// differences between parsers.
var seeds = []string{
	"http://user:§@foo:21/bar;par?b#c", "http:§@x", "http:/§@x", "http:u:§@h", "http:/u:§@h", "http::§@h", "http:/:§@h", "http:u:@h", "http:/u:@h", "http://u:@h",
	"http://:§@h", "http://§@h", "http://@h", "http://:@h", "http://a:b@§@h", "http://&a:§(b]c@d:2/", "http://u:§@[::1]:8080/", "http://::§@c@d:2",
	"http://u:§ x@h/", "http://u:§%zz@h/", "http://u:§%40@h/", "http://u%3A§@h/", "http://%25§@h", "http://u:§é@h", "http://é§:☺@h", "http://u:§\x00@h/",
	"http:\\\\u:§@h\\x", "http:/\\u:§@h", "http:///u:§@h", "http:////u:§@h", "HTTP://u:§@H", " http://u:§@h", "\x01http://u:§@h \x1f", "ht\ntp://u:§@h", "http:\t//u:§@h", "http://u\t:\n§\r@h",
	"http://u:§@h\\x@y", "http://h\\@u:§@y", "http://u:§`{}@h", "http://!\"$%&'()*+,-.;<=>@[\\]^_`{|}~:§@h", "http://u:!\"$%&'()*+,-.:;<=>@[\\]^_`{|}~§@h",
	"ws://u:§@h", "wss:u:§@h", "ftp:/u:§@h", "file://u:§@h/", "foo://u:§@h", "foo://u:§@h\\x", "foo://u:§\\x@h", "foo://///////u:§@h", "non-special://u:§@h/", "a://u:§@h", "x+y.z-1://u:§@h",
	"mailto://u:§@h", "javascript://u:§@h/%0aalert(1)", "data://u:§@h", "postgres://u:§@h1:5432,h2:5432/db", "mongodb://u:§@h1,h2/x", "//u:§@h", "//u:§@h/x?y#z", "///u:§@h",
	"https://u:§@h?x=y@z", "https://u:§@h#x@z", "https://u:§@h/p:q@r", "https://h?u:§@x", "https://h#u:§@x",
	"http://a:§@b:c@d/", "http://u;v=w:§@h", "http://u:§@h:99999/", "http://u:§@/", "http://u:§@", "https://\u200bu:§@h", "https://u:§\u200b@h", "https://u：§@h", "https://u:§@hｏst",
	"http://u:§@h/http://v:w@i/", "git+ssh://git:§@h/r", "ssh://git@h/r", "https://§@a.b\\***@c", "http:@@a.b\\:(@c", "//@git,:@", "A://a@b:,:§@c", "http:@[::1] @0", "https://${USER}:${PASS}@h/", "jdbc://u:§@h", "redis://:§@h:6379/0", "s3://k:§@b/o", "http://1.2.3.4:§@h", "http://u:§@h%00", "//§@h",
}

func TestCredentialsThatParsersSeeAreFound(t *testing.T) {
	for _, s := range seeds {
		check(t, strings.ReplaceAll(s, "§", pw))
	}
}

// What stands after a URL stays, whatever a parser makes of it.
func TestTextAfterAURLIsNoPassword(t *testing.T) {
	assert.Equal(t, "https://***:***@h failed, mail bob@example.com", checker.Mask(strings.ReplaceAll("https://u:§@h failed, mail bob@example.com", "§", pw)))
	for _, s := range []string{"https://example.com: bob@example.com", "https://example.com:8443 mail bob@example.com", "https://example.com\tbob@example.com"} {
		assert.Equal(t, s, checker.Mask(s))
	}
}

// What the parsers read in a masked URL is the mask.
func TestParsersReadTheMask(t *testing.T) {
	for _, s := range seeds {
		raw := strings.ReplaceAll(s, "§", pw)
		for _, r := range readings(checker.Mask(raw)) {
			assert.NotContains(t, r.user+r.password, pw, "%s in %q", r.parser, raw)
		}
	}
}

// pieces are what parsers treat each in its own way.
var pieces = []string{"A://", "http:", "https://", "//", "/", "\\", "@", "@", ":", ":", " ", " ", "\t", "\n", "?", "#", "0", "a", "b", "B7!", "a.b", "localhost", "[::1]", ",", ";", "é", "%40", "%3A", "***", "'", "(", "git", "${A}", "="}

func TestCredentialsInMixturesAreFound(t *testing.T) {
	const rounds = 100_000
	random := rand.New(rand.NewPCG(2026, 11))
	for range rounds {
		raw := pieces[random.IntN(4)]
		for range 2 + random.IntN(10) {
			raw += pieces[random.IntN(len(pieces))]
		}
		check(t, raw)
	}
}

func FuzzCredentialsThatParsersSee(f *testing.F) {
	for _, s := range seeds {
		f.Add(strings.ReplaceAll(s, "§", pw))
	}
	f.Fuzz(check)
}
