package urlrules

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// generator makes inputs of which it knows what is secret: the parts in ⟦⟧.
type generator struct{ *rand.Rand }

func (g generator) of(list ...string) string { return list[g.IntN(len(list))] }

const letters, figures = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "0123456789"

// word returns n bytes that look generated, with a digit among them.
func (g generator) word(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = (letters + figures)[g.IntN(len(letters)+len(figures))]
	}
	b[n/2], b[0] = figures[g.IntN(10)], letters[g.IntN(len(letters))]
	return string(b)
}

// secret returns a password with one of marks somewhere in it.
func (g generator) secret(marks string) string {
	s := g.word(8 + g.IntN(12))
	if g.IntN(2) == 0 {
		i := 1 + g.IntN(len(s)-2)
		s = s[:i] + string([]rune(marks)[g.IntN(len([]rune(marks)))]) + s[i:]
	}
	return "⟦" + s + "⟧"
}

func (g generator) host() string {
	return g.of("example.com", "h", "localhost:8080", "db.example.org:5432", "192.0.2.7", "[2001:db8::1]", "[2001:db8::1]:8443", "EXAMPLE.com.", "xn--bcher-kva.example")
}

func (g generator) tail() string {
	return g.of("", "/", "/p/a", "/p?x=1", "/p?x=1&y=a@b.example#f", "/@scope/pkg", "/a:b/c", "#L1-L2", "?next=/x")
}

// login returns a URL with a user name and a password, and the same without.
func (g generator) login() (dirty, clean string) {
	scheme := g.of("https", "http", "ftp", "wss", "postgres", "mongodb+srv", "redis", "amqps", "mysql", "git+https", "socks5", "foo", "x.y-z+1", "jdbc:mysql", "jdbc:postgresql", "view-source:https", "git::https") + "://"
	rest := g.host() + g.tail()
	user := g.of("bob", "svc_acct", "user.name", "x-access-token", "a%40b")
	return scheme + "⟦" + user + "⟧:" + g.secret("!$*+-._~%@:^=é") + "@" + rest, scheme + rest
}

// malformed returns a login that only some parsers take, and a URL like it
// without one.
func (g generator) malformed() (dirty, clean string) {
	login := "⟦bob⟧:" + g.secret("!$*+-._~^") + "@"
	odd := "⟦bob⟧:⟦" + g.of("", g.word(5)) + g.of("/", "?", "#") + g.word(8) + "⟧@"
	switch g.IntN(4) {
	case 0:
		prefix := g.of("https:", "http:/", "https:///", "ftp:////", `https:\\`, `https:\/`, "HTTPS:", "hTtP://", " https://", "\x01https://", "//", "ht\ttps://", "https:/\n/")
		return prefix + login + "example.com/p", g.of("https:", "HTTPS://", " https://", "//") + "example.com/p"
	case 1:
		host := g.of("", "host:notaport", "host:99999", "ho%zzst", "[::1", "h\uff4fst", "1.2.3", "host\u200b")
		return "https://" + login + host + "/p", "https://" + host + "/p"
	case 2:
		return g.of("https://", "postgres://", "redis://") + odd + g.of("example.com/p", "db:5432/x"), g.of("http://localhost:/@scope/pkg", "http://example.com:/users/bob@example.com", "http://h:80/@vite/client", "https://h:443?x=a@b.example")
	}
	other := "⟦eve⟧:" + g.secret("!$*+-._~") + "@"
	return g.of("mysqlx://", "jdbc:mysql://", "amqp://") + login + "h1:1," + other + "h2:2/db", "mysqlx://h1:1,h2:2/db?x=a@b"
}

// name returns the name of a secret in one of the spellings of the tables.
func (g generator) name() string {
	n := g.of(g.of(passwordNames[:]...), g.of(secretNames[:]...))
	switch g.IntN(5) {
	case 0:
		n = strings.ToUpper(n)
	case 1:
		n = "user[" + n + "]"
	case 2:
		n = "x." + n
	case 3:
		n = n[:1] + "%" + hex(n[1]) + n[2:]
	}
	return n
}

func hex(c byte) string { return string([]byte{"0123456789abcdef"[c>>4], "0123456789abcdef"[c&15]}) }

// parameter returns a URL with a secret parameter, and the same with one that is
// none, or with a value that is none.
func (g generator) parameter() (dirty, clean string) {
	head, last := g.of("https://"+g.host()+"/p?", "https://example.com/p?a=1&", "/p?", "//example.com/?x&", "https://example.com/#/r?", "https://example.com/cb#a=1&"), g.of("", "&b=2", "&b=2&c")
	name := g.name()
	harmless := g.of(stoppedNames[:]...) + "=" + g.of("2", "asc", "name", "10")
	if g.IntN(2) == 0 {
		harmless = name + "=" + g.of("", "***", "${TOKEN}", "$TOKEN", "<token>", "{token}", "%3Ctoken%3E", "REDACTED", "xxxxx", "{{ .Token }}", "%s", "[FILTERED]")
	}
	return head + name + "=" + g.secret("!$*+-._~%:/=é") + last, head + harmless + last
}

// fields returns a connection string, and the same without its password.
func (g generator) fields() (dirty, clean string) {
	s := g.secret("!$*+-._~%:/é")
	bare := strings.Trim(s, "⟦⟧")
	form := g.of("host=db user=app password=¤ dbname=x", "host=db dbname=x password=¤", "Server=db;User Id=sa;Password=¤;Encrypt=true", "DRIVER={X};SERVER=h;UID=sa;PWD=¤",
		"cache:6380,password=¤,ssl=True", "jdbc:sqlserver://h:1433;user=sa;password=¤;encrypt=true", "jdbc:mysql://(host=h,port=3306,user=u,password=¤)/db", "sasl.password=¤")
	if strings.HasPrefix(form, "Server") && g.IntN(2) == 0 {
		s = `⟦"` + bare + `;x"⟧`
	}
	if strings.HasPrefix(form, "host") && g.IntN(2) == 0 {
		s = "⟦'" + bare + `\' x'⟧`
	}
	return strings.Replace(form, "¤", s, 1), strings.Replace(form, "¤", g.of("", "***", "${PASSWORD}"), 1)
}

// source returns a data source name that is no URL, and the same without
// credentials.
func (g generator) source() (dirty, clean string) {
	user, password := "⟦app⟧", g.secret("!$*+-._~")
	pairs := [...][2]string{
		{user + ":" + password + "@tcp(db:3306)/prod?x=1", "tcp(db:3306)/prod?x=1"}, {user + ":" + password + "@unix(/run/db.sock)/prod", "app@unix(/run/db.sock)/prod"},
		{user + ":" + password + "@/prod", "app@/prod"}, {"jdbc:oracle:thin:" + user + "/" + password + "@//db:1521/s", "jdbc:oracle:thin:@//db:1521/s"},
		{user + "/" + password + "@//db:1521/s", "app@//db:1521/s"}, {"jdbc:h2:~/x;CIPHER=AES;PASSWORD=" + strings.TrimSuffix(password, "⟧") + " " + g.word(8) + "⟧;USER=sa", "jdbc:h2:~/x;CIPHER=AES;USER=sa"},
		{"jdbc:db2://h:50000/DB:user=u;password=" + password + ";", "jdbc:db2://h:50000/DB:user=u;"}, {"//registry.npmjs.org/:_authToken=" + password, "//registry.npmjs.org/:always-auth=true"},
		{"sip:" + user + ":" + password + "@example.com;transport=tls", "sip:app@example.com;transport=tls"}, {"rtsp://h/user=admin_password=⟦" + g.word(8) + "⟧_channel=1", "rtsp://h/user=admin_channel=1"},
	}
	pair := pairs[g.IntN(len(pairs))]
	return pair[0], pair[1]
}

// command returns a command line, and the same without its secret.
func (g generator) command() (dirty, clean string) {
	password, token := g.secret("!*+-._~"), "⟦"+g.word(24)+"⟧"
	pairs := [...][2]string{
		{"curl -su admin:" + password + " https://example.com/", "curl -su admin https://example.com/"}, {`curl -H "Authorization: Bearer ` + token + `" https://example.com/`, `curl -H "Accept: text/html" https://example.com/`},
		{"mysql -uroot -p" + password + " shop", "mysql -uroot -p shop"}, {"vault login " + token, "vault login -method=oidc"}, {"composer config http-basic.example.com bob " + password, "composer config vendor-dir x"},
		{"aws configure set aws_secret_access_key " + token, "aws configure set region eu-west-1"}, {"npm config set //r.example.com/:_authToken " + token, "npm config set registry https://r.example.com/"},
		{"tool --api-key " + token + " --verbose", "tool --token-type bearer --verbose"}, {"sshpass -p " + password + " ssh bob@example.com", "ssh -p 2222 bob@example.com"}, {"PGPASSWORD=" + password + " psql -h db", "PGHOST=db psql -h db"},
	}
	pair := pairs[g.IntN(len(pairs))]
	return g.of("", "$ ", "+ ", "RUN ") + pair[0], pair[1]
}

// capability returns a URL whose path is the secret, and one of the same host.
func (g generator) capability() (dirty, clean string) {
	token := "⟦" + g.word(24) + "⟧"
	pairs := [...][2]string{
		{"https://hooks.slack.com/services/T00000001/B00000001/" + token, "https://hooks.slack.com/services"},
		{"https://discord.com/api/v10/webhooks/100000000000000001/" + token, "https://discord.com/channels/100000000000000001"},
		{"https://maker.ifttt.com/trigger/e/with/key/" + token, "https://maker.ifttt.com/"}, {"https://hook.eu1.make.com/" + token, "https://make.com/en"},
		{"https://app.example.com/reset-password/" + token, "https://app.example.com/reset-password/help"}, {"https://trello.com/calendar/a/b/" + token + ".ics", "https://trello.com/b/AbCdEfGh/board"},
	}
	pair := pairs[g.IntN(len(pairs))]
	return pair[0], pair[1]
}

// around puts a URL into another text.
func (g generator) around(url string) string {
	return strings.Replace(g.of("¤", "¤", "see ¤ now", "(see ¤)", `{"url":"¤","n":1}`, "url='¤' retry=1", `Get "¤": EOF`, "[docs](¤)", "<¤>", "¤, bob@example.com", "x ¤\ny", `<a href="¤">x</a>`), "¤", url, 1)
}

// inside puts a URL, percent-encoded up to three times, into a parameter.
func (g generator) inside(url string) string {
	for range 1 + g.IntN(3) {
		var b strings.Builder
		for _, r := range url {
			if s := string(r); len(s) > 1 && r != '⟦' && r != '⟧' || strings.Contains(":/?#[]@!$&'()*+,;=% {}<>\"", s) {
				for i := range len(s) {
					b.WriteString("%" + hex(s[i]))
				}
			} else {
				b.WriteString(s)
			}
		}
		url = b.String()
	}
	return g.of("https://example.com/go?u=", "/login?x=1&next=") + url + g.of("", "&z=1")
}

// planted returns the input without its marks, and the spans they stood around.
func planted(marked string) (in string, spans [][2]int) {
	for marked != "" {
		before, rest, _ := strings.Cut(marked, "⟦")
		secret, after, found := strings.Cut(rest, "⟧")
		if in += before; found {
			spans = append(spans, [2]int{len(in), len(in) + len(secret)})
			in += secret
		}
		marked = after
	}
	return in, spans
}

// What is planted is found to the byte, and nothing else; without it nothing is.
func TestPlantedSecretsAreFound(t *testing.T) {
	const rounds = 40000
	g := generator{rand.New(rand.NewPCG(2026, 11))}
	kinds := []func() (string, string){g.login, g.parameter, g.capability, g.fields, g.malformed, g.source, g.command}
	const urls = 3 // the kinds that may stand in other text
	for range rounds {
		kind := g.IntN(len(kinds))
		dirty, clean := kinds[kind]()
		switch place := g.IntN(3); {
		case place == 0 && kind < urls:
			dirty, clean = g.around(dirty), g.around(clean)
		case place == 1 && kind <= urls:
			dirty, clean = g.inside(dirty), g.inside(clean)
		}
		in, want := planted(dirty)
		var got [][2]int
		for _, m := range Append(nil, in, nil) {
			got = append(got, [2]int{m.Start, m.End})
		}
		if !slices.Equal(want, got) {
			assert.Equal(t, want, got, "%s", dirty)
		}
		if found := Append(nil, clean, nil); len(found) > 0 {
			assert.Empty(t, found, clean)
		}
	}
}
