package urlcheck

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// incidents are inputs from published leaks and from bugs of other redactors.
var incidents = []struct{ name, in, want string }{
	{"CVE-2019-7612: malformed URL of a configuration", "http://elastic:§@host:92OO", "http://***:***@host:92OO"},
	{"CVE-2024-6104, CVE-2024-36127: basic credentials in a log", "GET https://bob:§@example.com/x: giving up after 5 attempts", "GET https://***:***@example.com/x: giving up after 5 attempts"},
	{"CVE-2022-29810: key of a module source", "git::ssh://git@example.com/r.git?ref=v1&sshkey=§", "git::ssh://git@example.com/r.git?ref=v1&sshkey=***"},
	{"CVE-2023-26054: token in provenance", "https://x-access-token:§@github.com/o/r.git#main", "https://***:***@github.com/o/r.git#main"},
	{"CVE-2023-46215: result backend of a queue", "rediss://:§@cache:6380/0", "rediss://:***@cache:6380/0"},
	{"CVE-2023-46215: message queue", "amqp://guest:§@mq:5672//", "amqp://***:***@mq:5672//"},
	{"CVE-2021-20332: event of a driver", "mongodb://admin:§@h1,h2/?authSource=admin", "mongodb://***:***@h1,h2/?authSource=admin"},
	{"CVE-2020-15095: registry", "npm ERR! 401 https://u:§@registry.example.com/x", "npm ERR! 401 https://***:***@registry.example.com/x"},
	{"CVE-2020-8169: at sign in a password", "https://user:top@§@example.com/", "https://***:***@example.com/"},
	{"CVE-2019-9636: full-width sign", "https://user:§＠example.com/", "https://***:***＠example.com/"},
	{"CVE-2022-0686: control before the scheme", "\x08http://u:§@example.com:/x", "\x08http://***:***@example.com:/x"},
	{"CVE-2022-0639: empty port and two signs", "http://u:§@@example.com:/", "http://***:***@example.com:/"},
	{"CVE-2020-5260: line break in the URL", "https://u:§@example.com/?\nhost=evil.example", "https://***:***@example.com/?\nhost=evil.example"},
	{"token parameter of a forge", "/api/v1/user?access_token=§", "/api/v1/user?access_token=***"},
	{"JWT as a parameter", "https://files.example.com/api/raw/a.txt?auth=JWT", "https://files.example.com/api/raw/a.txt?auth=***"},
	{"caret in a password, rewritten by a parser", "ssh://@https//user:pw%5E§@example.com/r", "ssh://@https//***:***@example.com/r"},
	{"caret in a password", "https://user:pw^§@example.com/r", "https://***:***@example.com/r"},
	{"token with an empty password", "https://squ_{b62:36}:@sonar.example.com", "https://***:@sonar.example.com"},
	{"first at sign only", "postgresql://u:a@§@db/x", "postgresql://***:***@db/x"},
	{"colon in the password", "https://u:a:§@example.com/", "https://***:***@example.com/"},
	{"slash in the password", "https://u:a/§@example.com/", "https://***:***@example.com/"},
	{"PWD at the end without a semicolon", "DRIVER={X};SERVER=h;UID=u;PWD=§", "DRIVER={X};SERVER=h;UID=u;PWD=***"},
	{"name in lower case", "https://b.example.com/k?x-amz-signature={hex:64}", "https://b.example.com/k?x-amz-signature=***"},
	{"InfluxDB parameters", "http://influx:8086/write?db=d&u=admin&p=§", "http://influx:8086/write?db=d&u=admin&p=***"},
	{"driver DSN in a log", "Connecting to DB dsn=grafana:§@tcp(db:3306)/grafana", "Connecting to DB dsn=***:***@tcp(db:3306)/grafana"},
	{"shell-escaped clone URL", `fatal: https\://oauth2\:§\@github.com/o/r not found`, `fatal: https\://***\:***\@github.com/o/r not found`},
	{"webhook of an alert", "POST https://hooks.slack.com/services/T1/B1/{b62:24} failed", "POST https://hooks.slack.com/services/T1/B1/*** failed"},
	{"password longer than a pattern allows", "https://u:§{b62:68}{b62:68}{b62:68}{b62:68}{b62:68}@example.com/", "https://***:***@example.com/"},
	{"user longer than a pattern allows", "https://{b62:68}{b62:68}{b62:68}{b62:68}{b62:68}:§@example.com/", "https://***:***@example.com/"},
	{"single-label host", "http://u:§@vault:8200/v1", "http://***:***@vault:8200/v1"},
	{"private token of a forge", "https://gitlab.example.com/api/v4/projects?private_token=§&rss_token=§", "https://gitlab.example.com/api/v4/projects?private_token=***&rss_token=***"},

	{"bytes: space stays %20", "https://example.com/a%20b?q=x%20y+z&token=§", "https://example.com/a%20b?q=x%20y+z&token=***"},
	{"bytes: order stays", "https://example.com/?z=1&a=2&token=§&m=3", "https://example.com/?z=1&a=2&token=***&m=3"},
	{"bytes: name without value stays", "https://example.com/?debug&token=§&x", "https://example.com/?debug&token=***&x"},
	{"bytes: repeated names stay", "https://example.com/?a=1&a=2&token=§&a=3", "https://example.com/?a=1&a=2&token=***&a=3"},
	{"bytes: empty pieces stay", "https://example.com/?&&a=1&&token=§&", "https://example.com/?&&a=1&&token=***&"},
	{"bytes: letter case of escapes stays", "https://example.com/%7euser/%2f?token=§", "https://example.com/%7euser/%2f?token=***"},
	{"bytes: default port and empty fragment stay", "HTTPS://EXAMPLE.com:443/?token=§#", "HTTPS://EXAMPLE.com:443/?token=***#"},
	{"bytes: invalid UTF-8 stays", "https://example.com/\xff\xfe?token=§&x=\xff", "https://example.com/\xff\xfe?token=***&x=\xff"},
}

func TestIncidents(t *testing.T) {
	for _, c := range incidents {
		t.Run(c.name, func(t *testing.T) {
			in := bodies.Replace(c.in)
			assert.Equal(t, c.want, Mask(in))
			assert.NotContains(t, Strip(in), pw)
		})
	}
}

// What other redactors eat, from the reports about them.
func TestIncidentsOfOverRedaction(t *testing.T) {
	for _, in := range []string{
		"https://example.com/docs#see-@alice",
		"https://example.com/pkg/@scope/name",
		"https://example.atlassian.net/wiki/spaces/ENG/pages/1234567890/How+to+deploy+the+service+to+production",
		"https://example.com/?author=x&authorization_endpoint=https://example.com/auth",
		"https://example.com/?tokenizer=gpt2&tokens=12&sort_key=token",
		"redis://localhost:6379/0 and https://example.com/a@b.html",
		"git@github.com:o/r.git",
	} {
		assert.Equal(t, in, Mask(in))
	}
}

func TestOptions(t *testing.T) {
	for _, c := range []struct {
		name     string
		options  Options
		in, want string
	}{
		{"further name", Options{Names: []string{"X-Vendor-Code"}}, "https://example.com/?xVendorCode=§", "https://example.com/?xVendorCode=***"},
		{"further name beside the defaults", Options{Names: []string{"vc"}}, "https://example.com/?vc=§&token=§", "https://example.com/?vc=***&token=***"},
		{"allowed name", Options{AllowNames: []string{"csrf_token"}}, "https://example.com/?csrf-token=§&token=§", "https://example.com/?csrf-token=§&token=***"},
		{"host", Options{Hosts: []string{"hooks.example.com"}}, "https://hooks.example.com/in/§", "https://hooks.example.com/in/***"},
		{"hosts of a domain", Options{Hosts: []string{".Example.com"}}, "https://a.example.com/§", "https://a.example.com/***"},
		{"other host", Options{Hosts: []string{".example.com"}}, "https://example.org/§", "https://example.org/§"},
		{"user names reported", Options{UserNames: UserNamesReport}, "ssh://git@example.com/r", "ssh://***@example.com/r"},
		{"user names allowed", Options{UserNames: UserNamesAllow}, "https://alice@example.com/", "https://alice@example.com/"},
		{"user names allowed, tokens not", Options{UserNames: UserNamesAllow}, "https://GH{b62:36}@example.com/", "https://***@example.com/"},
		{"key ids allowed", Options{AllowKeyIDs: true}, "https://example.com/?AWSAccessKeyId=AKIDEXAMPLE&Signature=§", "https://example.com/?AWSAccessKeyId=AKIDEXAMPLE&Signature=***"},
		{"placeholders reported", Options{Placeholders: true}, "https://u:${PASS}@example.com/", "https://***:***@example.com/"},
	} {
		t.Run(c.name, func(t *testing.T) {
			assert.Equal(t, bodies.Replace(c.want), New(&c.options).Mask(bodies.Replace(c.in)))
		})
	}
	assert.Equal(t, "https://***@example.com/", New(nil).Mask("https://alice@example.com/"), "no options mean the defaults")
}
