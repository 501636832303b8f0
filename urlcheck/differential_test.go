package urlcheck

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/fieldsafe/fieldsafe/internal/urlreaders"
)

// differentials are inputs that parsers read differently, with what each was
// measured to see: C credentials, - none, E an error, ? not measured. The
// columns are WHATWG (Node 20), Node's legacy parser, npm url-parse, fast-uri,
// Python urlsplit, libcurl, git credential, net/url.
var differentials = []struct{ reason, seen, in, want string }{
	{"plain", "CCCCCCCC", "https://user:§@host/p", "https://***:***@host/p"},
	{"token as user name", "CCCCCCCC", "https://§TOKEN@host/p", "https://***@host/p"},
	{"empty user", "CCCCCCCC", "https://:§@host/p", "https://:***@host/p"},
	{"empty password", "CCCCCCCC", "https://user:@host/p", "https://***:@host/p"},
	{"every at sign but the last belongs to the credentials", "CCCECECC", "https://us@er:p@§@host/p", "https://***:***@host/p"},
	{"slash in the password", "E--E-EEE", "https://user:p/§@host/p", "https://***:***@host/p"},
	{"question mark in the password", "E--E-EEE", "https://user:p?§@host/p", "https://***:***@host/p"},
	{"hash in the password", "E--E-EEE", "https://user:p#§@host/p", "https://***:***@host/p"},
	{"backslash ends the authority for WHATWG only", "E--ECCCE", "https://user:p\\§@host/p", "https://***:***@host/p"},
	{"backslashes are slashes to WHATWG", "CCCE-EE-", "https:\\\\user:§@host\\p", "https:\\\\***:***@host\\p"},
	{"mixed slashes", "CCCE-EE-", "https:\\/user:§@host/p", "https:\\/***:***@host/p"},
	{"no slashes", "C-CE-CE-", "https:user:§@host/p", "https:***:***@host/p"},
	{"one slash", "C-CE-CE-", "https:/user:§@host/p", "https:/***:***@host/p"},
	{"three slashes", "C-CE-CE-", "https:///user:§@host/p", "https:///***:***@host/p"},
	{"four slashes", "C-CE-EE-", "https:////user:§@host/p", "https:////***:***@host/p"},
	{"no scheme", "EC-CCEEC", "//user:§@host/p", "//***:***@host/p"},
	{"no scheme, three slashes: nobody reads it, a person does", "E----EE-", "///user:§@host/p", "///***:***@host/p"},
	{"neither scheme nor slashes", "-C---CE-", "user:§@host/p", "***:***@host/p"},
	{"neither scheme nor slashes, with a port", "-C---CE-", "user:§@host:8080/p", "***:***@host:8080/p"},
	{"scheme in capitals", "CCCCCCCC", "HTTPS://user:§@HOST/p", "HTTPS://***:***@HOST/p"},
	{"scheme in mixed case", "CCCCCCCC", "hTtPs://user:§@host/p", "hTtPs://***:***@host/p"},
	{"leading space is dropped", "CCCECECE", " https://user:§@host/p", " https://***:***@host/p"},
	{"leading control is dropped", "CCCECECE", "\x01https://user:§@host/p", "\x01https://***:***@host/p"},
	{"tab in the scheme is dropped", "C-CECECE", "ht\ttps://user:§@host/p", "ht\ttps://***:***@host/p"},
	{"line break between the slashes is dropped", "C-CECE?E", "https:/\n/user:§@host/p", "https:/\n/***:***@host/p"},
	{"tab, line break and carriage return are dropped anywhere", "CCCECE?E", "https://us\ter:s3c\nr3t@ho\rst/p", "https://***:***@ho\rst/p"},
	{"NUL ends the string for C", "CCCCCE?E", "https://user:§\x00@host/p", "https://***:***@host/p"},
	{"space before the at sign", "CCCCCECE", "https://user:§ @host/p", "https://***:***@host/p"},
	{"space in the password", "CCCCCECE", "https://user:s3 cr3t@host/p", "https://***:***@host/p"},
	{"colon and at sign encoded: nobody reads it, a decoder does", "E--E-EEE", "https://user%3A§%40host/p", "https://***%40host/p"},
	{"colon encoded: a user name to all", "CCCCCCCC", "https://user%3A§@host/p", "https://***@host/p"},
	{"at sign encoded", "E--E-EEE", "https://user:§%40host/p", "https://***:***%40host/p"},
	{"at sign encoded twice", "E--E-EEE", "https://user:§%2540host/p", "https://***:***%2540host/p"},
	{"letter encoded", "CCCCCCCC", "https://user:s3%63r3t@host/p", "https://***:***@host/p"},
	{"invalid escape", "CEEECCCE", "https://user:100%§@host/p", "https://***:***@host/p"},
	{"full-width at sign", "E--EEEEE", "https://user:§＠host/p", "https://***:***＠host/p"},
	{"full-width colon", "CCCCECCE", "https://user：§@host/p", "https://***@host/p"},
	{"full-width letter in the host", "CCCCCCCC", "https://user:§@hｏst/p", "https://***:***@hｏst/p"},
	{"full-width colon after the scheme", "E-----E-", "https：//user:§@host/p", "https：//***:***@host/p"},
	{"zero-width space in the password", "CCCCCCCE", "https://user:§\u200b@host/p", "https://***:***@host/p"},
	{"zero-width space in the scheme", "E--E-ECE", "ht\u200btps://user:§@host/p", "ht\u200btps://***:***@host/p"},
	{"letter outside ASCII", "CCCCCCCE", "https://user:sécr3t@host/p", "https://***:***@host/p"},
	{"IPv6 host", "CCCCCCCC", "https://user:§@[2001:db8::1]:8443/p", "https://***:***@[2001:db8::1]:8443/p"},
	{"opening bracket in the password", "CCCCECCE", "https://user:s3c[r3t@host/p", "https://***:***@host/p"},
	{"closing bracket in the password", "CCCCECCE", "https://user:s3c]r3t@host/p", "https://***:***@host/p"},
	{"IPv6 host that is not closed", "EECEEECE", "https://user:§@[::1/p", "https://***:***@[::1/p"},
	{"port is no number", "ECCECECE", "https://user:§@host:notaport/p", "https://***:***@host:notaport/p"},
	{"port is out of range", "ECCECECC", "https://user:§@host:99999/p", "https://***:***@host:99999/p"},
	{"empty host", "ECCECECC", "https://user:§@/p", "https://***:***@/p"},
	{"nothing after the at sign", "ECCECECC", "https://user:§@", "https://***:***@"},
	{"space in the host", "ECCECECE", "https://user:§@ho st/p", "https://***:***@ho st/p"},
	{"invalid escape in the host", "ECCECCCE", "https://user:§@ho%zzst/p", "https://***:***@ho%zzst/p"},
	{"invalid escape in the path", "CCCECCCE", "https://user:§@host/%zz", "https://***:***@host/%zz"},
	{"caret in the password", "CCCCCCCE", "https://user:s3c^r3t@host/p", "https://***:***@host/p"},
	{"angle brackets in the password", "CCCCCCCE", "https://user:s3c<r3t>@host/p", "https://***:***@host/p"},
	{"backquote and braces in the password", "CCCCCCCE", "https://user:s3c`{}r3t@host/p", "https://***:***@host/p"},
	{"semicolon and equals sign in the user name", "CCCCCCCC", "https://user;AUTH=PLAIN:§@host/p", "https://***:***@host/p"},
	{"two hosts with ports", "ECCECECC", "postgres://user:§@h1:5432,h2:5432/db", "postgres://***:***@h1:5432,h2:5432/db"},
	{"hosts and options", "ECCECECC", "mongodb://user:§@h1:27017,h2:27017/db?replicaSet=rs", "mongodb://***:***@h1:27017,h2:27017/db?replicaSet=rs"},
	{"scheme with a plus sign", "CCCCCCCC", "mongodb+srv://user:§@cluster.example/db", "mongodb+srv://***:***@cluster.example/db"},
	{"password alone", "CCCCCCCC", "redis://:§@host:6379/0", "redis://:***@host:6379/0"},
	{"slash in the path encoded", "CCCCCCCC", "amqp://user:§@host/%2fvh", "amqp://***:***@host/%2fvh"},
	{"prefix before the scheme", "-----EC-", "jdbc:postgresql://user:§@host/db", "jdbc:postgresql://***:***@host/db"},
	{"Oracle, slash between user and password", "-----EE-", "jdbc:oracle:thin:user/§@//host:1521/svc", "jdbc:oracle:thin:***/***@//host:1521/svc"},
	{"scheme with two names", "CCCCCCCC", "git+ssh://user:§@host/repo", "git+ssh://***:***@host/repo"},
	{"view-source prefix", "-----EC-", "view-source:https://user:§@host/p", "view-source:https://***:***@host/p"},
	{"blob prefix", "-----EC-", "blob:https://user:§@host/uuid", "blob:https://***:***@host/uuid"},
	{"getter prefix", "-----EC-", "git::https://user:§@host/p", "git::https://***:***@host/p"},
	{"Go MySQL driver", "-C---EE-", "user:§@tcp(host:3306)/db", "***:***@tcp(host:3306)/db"},
	{"at sign in the fragment: clean to all but readers that look for the last one", "------E-", "http://host#@evil/§", "http://host#@evil/§"},
	{"encoded URL in a parameter", "------E-", "https://host/redirect?u=https%3A%2F%2Fuser%3A§%40in%2F", "https://host/redirect?u=https%3A%2F%2F***%3A***%40in%2F"},
	{"two at signs: all take the last", "CCCECECC", "https://host@user:§@evil/p", "https://***:***@evil/p"},
	{"HTML reference for the at sign", "E--E-EEE", "http://user:§&#64;host/p", "http://***:***&#64;host/p"},
	{"user name that looks like a host", "CCCCCCCC", "https://1.2.3.4:§@host/p", "https://***:***@host/p"},
	{"backslash under a scheme that is not special", "ECCECECE", "foo://user:§@host\\p", "foo://***:***@host\\p"},
	{"file", "ECCCCECC", "file://user:§@host/p", "file://***:***@host/p"},
	{"web socket without slashes", "C-C--CE-", "ws:user:§@host/p", "ws:***:***@host/p"},
	{"other scheme without slashes", "-C---CE-", "foo:user:§@host/p", "***:***@host/p"},
	{"other scheme with one slash", "-----CE-", "foo:/user:§@host/p", "foo:/***:***@host/p"},
}

// What any parser reads as credentials is found.
func TestDifferentials(t *testing.T) {
	for _, c := range differentials {
		t.Run(c.reason, func(t *testing.T) {
			in := bodies.Replace(c.in)
			assert.Equal(t, bodies.Replace(c.want), Mask(in), "seen by %s", c.seen)
		})
	}
}

// The models of the parsers read what the parsers were measured to read. That of
// RFC 3986 follows the grammar alone, which the parser measured does not: it
// takes a port of any size, an empty host, and any path.
func TestSeenByAgreesWithTheParsers(t *testing.T) {
	columns := map[string]int{"WHATWG": 0, "Python": 4, "curl": 5, "git": 6, "net/url": 7}
	for _, c := range differentials {
		raw := bodies.Replace(c.in)
		seen := map[string]bool{}
		for _, r := range urlreaders.All() {
			_, end := r.Userinfo(raw)
			seen[r.Name] = end > 0
		}
		for name, column := range columns {
			if c.seen[column] != '?' {
				assert.Equal(t, c.seen[column] == 'C', seen[name], "%s: %s reads %q", c.reason, name, raw)
			}
		}
		if c.seen[3] == 'E' && !strings.Contains(c.reason, "port is out") && !strings.HasSuffix(raw, "@/p") && !strings.HasSuffix(raw, "@") && !strings.HasSuffix(raw, "%zz") {
			assert.False(t, seen["RFC 3986"], "%s: %q", c.reason, raw)
		}
	}
}
