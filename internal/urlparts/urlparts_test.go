package urlparts

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// parts writes the labelled spans of u, in order, as "scheme|user|password|host|path|query|fragment".
func parts(b []byte, u URL) string {
	var list []string
	for _, s := range []Span{u.Scheme, u.User, u.Password, u.Host, u.Path, u.Query, u.Fragment} {
		list = append(list, string(s.Of(b)))
	}
	return strings.Join(list, "|")
}

func TestSplit(t *testing.T) {
	for _, c := range []struct{ reason, in, want string }{
		{"all parts", "https://u:p@h:1/a/b?c=d#e", "https|u|p|h:1|/a/b|c=d|e"},
		{"no scheme", "//u:p@h/x", "|u|p|h|/x||"},
		{"path only", "/a?b#c", "||||/a|b|c"},
		{"query only", "?b=c", "||||" + "|b=c|"},
		{"special scheme without slashes", "http:u:p@h/x", "http|u|p|h|/x||"},
		{"special scheme with backslashes", `http:\\u:p@h\x`, `http|u|p|h|\x||`},
		{"other scheme without slashes is a path", "foo:u:p@h", "foo||||u:p@h||"},
		{"other scheme with three slashes has an empty authority", "foo:///u:p@h", "foo||||/u:p@h||"},
		{"the last at sign ends the credentials", "x://a@b:c@d@h/@", "x|a@b|c@d|h|/@||"},
		{"the first colon ends the user", "x://a:b:c@h", "x|a|b:c|h|||"},
		{"host list", "x://u:p@h1:1,[::1]:2/d", "x|u|p|h1:1,[::1]:2|/d||"},
		{"no credentials in a host list", "x://h1:1,h2:2/d@e", "x|||h1:1,h2:2|/d@e||"},
		{"slash in the password", "x://u:p/q@h/x", "x|u|p/q|h|/x||"},
		{"a numeric port is a port", "x://h:8080/q@h/x", "x|||h:8080|/q@h/x||"},
		{"encoded at sign", "x://u:p%40h/x", "x|u|p|h|/x||"},
		{"encoded at sign without a colon", "x://u%40h/x", "x|||u%40h|/x||"},
		{"backslash in the password", `http://u:p\q@h/x`, `http|u|p\q|h|/x||`},
		{"backslash before a path", `http://h\p@q`, `http|||h|\p@q||`},
		{"empty", "", "||||||"},
		{"at sign alone", "x://@", "x||||||"},
	} {
		b := []byte(c.in)
		assert.Equal(t, c.want, parts(b, Split(b, 0, len(b))), c.reason)
	}
}

func TestSplitSaysWhenItIsLenient(t *testing.T) {
	for in, want := range map[string]bool{"x://u:p@h": false, "x://u:p/q@h": true, `http://u:p\q@h`: true, "x://u:p%40h": true, "x://h/": false} {
		assert.Equal(t, want, Split([]byte(in), 0, len(in)).Malformed, in)
	}
}

func TestPairs(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"a=1&b=2", "a=1 b=2"},
		{"a=1;b=2", "a=1 b=2"},
		{"a=1;b&c=3", "a=1;b c=3"}, // a ";" without "=" after it belongs to the value
		{"a=b=c==&d", "a=b=c== d"},
		{"&&a=1&&", "a=1"},
		{"a=1&amp;b=2", "a=1 b=2"},
		{"=x&y=", "=x y="},
		{"", ""},
	} {
		b := []byte(c.in)
		var got []string
		it := NewPairs(b, Span{0, len(b)})
		for p, ok := it.Next(); ok; p, ok = it.Next() {
			text := string(p.Name.Of(b))
			if p.HasValue {
				text += "=" + string(p.Value.Of(b))
			}
			got = append(got, text)
		}
		assert.Equal(t, c.want, strings.Join(got, " "), c.in)
	}
}

func TestSegments(t *testing.T) {
	b := []byte(`//a/b\\c/`)
	var got []string
	it := NewSegments(b, Span{0, len(b)})
	for s, ok := it.Next(); ok; s, ok = it.Next() {
		got = append(got, string(s.Of(b)))
	}
	assert.Equal(t, []string{"a", "b", "c"}, got)
}

func TestFields(t *testing.T) {
	for _, c := range []struct {
		grammar  Grammar
		in, want string
	}{
		{Spaces, `host=h password='it\'s p' dbname=d`, `host:h password:'it\'s p' dbname:d`},
		{Spaces, `host = h  port = 1`, `host:h port:1`},
		{Spaces, `password= dbname=d`, `password: dbname:d`},
		{Spaces, `a='never closed b=c`, `a:'never b:c`},
		{Semicolons, `User Id=u;Password="a;""b";X=1`, `User Id:u Password:"a;""b" X:1`},
		{Semicolons, `UID=u;PWD={a}};b};D=d`, `UID:u PWD:{a}};b} D:d`},
		{Semicolons, `A={b}c;D=e`, `A:{b}c D:e`},
		{Commas, `h:1,password=a=b,ssl=True`, `password:a=b ssl:True`},
		{Parens, `(host=h,password=p)(user=u)`, `host:h password:p user:u`},
	} {
		b := []byte(c.in)
		var got []string
		it := NewFields(b, Span{0, len(b)}, c.grammar)
		for f, ok := it.Next(); ok; f, ok = it.Next() {
			got = append(got, string(f.Key.Of(b))+":"+string(f.Value.Of(b)))
		}
		assert.Equal(t, c.want, strings.Join(got, " "), c.in)
	}
}

func TestGrammarOf(t *testing.T) {
	for in, want := range map[string]Grammar{
		"a=1;b=2": Semicolons, "a=1;": Semicolons, "a=1 b=2": Spaces, "h:1,a=1,b=2": Commas, "a=1": Spaces, "a=1,2 b=3": Spaces, "Data Source=x;User Id=y": Semicolons,
	} {
		assert.Equal(t, want, GrammarOf([]byte(in), Span{0, len(in)}), in)
	}
}

func TestLogins(t *testing.T) {
	for _, c := range []struct{ reason, in, want string }{
		{"the last at sign before a network", "u:p@s:/w@tcp(h:1)/d", "u p@s:/w"},
		{"no password", "u@unix(/s)/d", "u "},
		{"no network", "u:p@(h:1)/d", "u p"},
		{"no data source name", "u:p@h/d", ""},
	} {
		b := []byte(c.in)
		got := ""
		if l, ok := MySQL(b, Span{0, len(b)}); ok {
			got = string(l.User.Of(b)) + " " + string(l.Password.Of(b))
		}
		assert.Equal(t, c.want, got, c.reason)
	}
	for in, want := range map[string]string{"u/p@h:1": "u p", `"u/v"/p@q@h`: `"u/v" p@q`, `u/"p@/q"@h`: `u "p@/q"`, "@h": " "} {
		b := []byte(in)
		l, ok := Oracle(b, Span{0, len(b)})
		assert.True(t, ok, in)
		assert.Equal(t, want, string(l.User.Of(b))+" "+string(l.Password.Of(b)), in)
	}
}

func FuzzSplit(f *testing.F) {
	f.Add("https://u:p@h:1/a?b=c#d", byte(';'))
	f.Add(`http:\\u:p\q@h`, byte(' '))
	f.Fuzz(func(t *testing.T, in string, g byte) {
		b := []byte(in)
		u := Split(b, 0, len(b))
		for _, s := range []Span{u.Scheme, u.User, u.Password, u.Host, u.Path, u.Query, u.Fragment} {
			assert.True(t, 0 <= s.Start && s.Start <= s.End && s.End <= len(b), "%q: %+v", in, u)
		}
		it := NewFields(b, Span{0, len(b)}, Grammar(g))
		pos := 0
		for x, ok := it.Next(); ok; x, ok = it.Next() {
			assert.True(t, pos <= x.Key.Start && x.Key.End < x.Value.Start && x.Value.Start <= x.Value.End && x.Value.End <= len(b), "%q: %+v", in, x)
			pos = x.Value.End
		}
	})
}
