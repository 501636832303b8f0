package urlrules

import (
	"bytes"

	"github.com/fieldsafe/fieldsafe/internal/urlparts"
)

// schemeKind says how a scheme uses its user information.
type schemeKind uint8

const (
	plainScheme    schemeKind = iota
	databaseScheme            // databases, queues, caches
	loginScheme               // a user name alone is an account, not a secret
	tokenScheme               // a user name alone is a token
	oneTimeScheme             // otpauth
	pathScheme                // the path holds tokens
	hostScheme                // the host is a token
	hostPathScheme            // host and path hold tokens
	oneTimeHost               // the host is the key of a one-time password
)

// kindOf looks a lower-case scheme up.
func kindOf[S string | []byte](scheme S) schemeKind {
	switch string(scheme) {
	case "postgres", "postgresql", "mysql", "mysqlx", "mariadb", "mongodb", "mongodb+srv", "redis", "rediss", "amqp",
		"amqps", "mssql", "sqlserver", "oracle", "cockroachdb", "cockroach", "clickhouse", "cassandra", "couchdb",
		"couchbase", "couchbases", "neo4j", "neo4j+s", "bolt", "influxdb", "db2", "ibmdb", "snowflake", "redshift",
		"vertica", "hive2", "hive", "presto", "trino", "kafka", "mqtt", "mqtts", "stomp", "valkey", "valkeys",
		"memcached", "elasticsearch", "postgis", "timescaledb", "pgx", "mysql2", "firebird", "firebirdsql", "h2",
		"derby", "sybase", "informix-sqli", "teradata", "sqs", "pulsar", "pulsar+ssl", "ldap", "ldaps", "databricks",
		"rqlite", "libsql", "turso", "tidb", "godror", "hdb", "exasol", "redis+sentinel", "redis-sentinel", "rpc":
		return databaseScheme
	case "ssh", "git", "git+ssh", "ssh+git", "svn+ssh", "sftp", "rsync", "scp", "bzr+ssh", "hg+ssh", "mosh", "telnet",
		"smb", "cifs", "nfs", "afp", "rdp", "vnc", "qemu+ssh", "file", "hdfs", "abfs", "abfss", "wasb", "wasbs":
		return loginScheme
	case "nats", "tls+nats", "trojan", "ss", "ssr", "vless", "vmess", "hysteria2", "hy2", "tuic", "anytls", "sendgrid+api",
		"mailgun+api", "mandrill+api", "postmark+api", "telegram", "pushover", "pover", "ifttt", "wireguard",
		"brevo+api", "sendinblue+api", "mailchimp+api", "mailersend+api", "resend+api", "lametric", "lametrics", "mastodon",
		"mastodons", "toot", "toots", "misskey", "misskeys", "smseagle", "smseagles", "whatsapp":
		return tokenScheme
	case "otpauth", "otpauth-migration":
		return oneTimeScheme
	case "gotify", "gotifys", "discord", "rocket", "mmost", "mmosts", "mattermost", "teams", "msteams", "workflows",
		"zulip", "rocketchat", "hassio", "hassios", "synology", "synologys", "guilded", "ryver", "mailgun", "sparkpost", "ses",
		"gchat":
		return pathScheme
	case "tgram", "pbul", "pushbullet", "prowl", "join", "boxcar", "wxteams", "webexteams", "opsgenie", "spush",
		"faast", "sendgrid", "dingtalk", "feishu", "lark", "bark-key", "pushy", "simplepush", "chantify", "streamlabs", "notica",
		"schan", "serverchan", "signl4", "popcorn", "clickatell", "pushdeer", "pushme", "pushplus", "notifiarr", "wecombot",
		"wecom", "wxpusher", "msg91", "kumulos", "pushed", "fcm", "techulus", "pagertree", "pagerduty", "onesignal", "revolt",
		"threema", "splunk", "victorops", "africas", "spontit":
		return hostScheme
	case "slack", "twilio", "ntfys-token", "sns":
		return hostPathScheme
	case "steam":
		return oneTimeHost
	}
	return plainScheme
}

// opaqueScheme says whether what follows "scheme:" is no place for credentials
// although it may hold "@": mail addresses, names, versions, data.
func opaqueScheme(scheme []byte) bool {
	var low [16]byte
	if len(scheme) > len(low) {
		return false
	}
	switch string(lower(low[:0], scheme)) {
	case "mailto", "xmpp", "acct", "im", "pres", "news", "mid", "cid", "tag", "urn", "tel", "sms", "smsto", "geo",
		"data", "javascript", "about", "pkg", "arn", "npm", "workspace", "link", "portal", "patch", "catalog", "jsr",
		"docker", "oci", "sip", "sips", "matrix", "skype", "facetime", "callto", "bitcoin", "lightning", "magnet",
		"email", "mail", "e-mail", "contact", "from", "to", "cc", "bcc", "reply-to", "sender", "recipient", "author",
		"owner", "maintainer", "signed-off-by", "co-authored-by", "reviewed-by", "by", "support", "help", "admins",
		"note", "did", "doi", "isbn", "uuid", "golang", "pypi", "cargo", "gem", "maven", "nuget", "composer", "hex",
		"image", "registry", "principal", "serviceaccount", "member", "group", "domain", "sub", "upn", "jid":
		return true
	}
	return false
}

// lower appends b in ASCII lower case.
func lower(dst, b []byte) []byte {
	for _, c := range b {
		if c >= 'A' && c <= 'Z' {
			c |= 0x20
		}
		dst = append(dst, c)
	}
	return dst
}

// schemeTokens reports the tokens that notification schemes keep in the place
// of the host or in the path.
func (e *engine) schemeTokens(v *view, u *target) {
	if !u.HasAuthority {
		return
	}
	m := Match{Reason: "scheme.token", Kind: Capability, Confidence: Firm, Component: Host}
	if u.kind == oneTimeHost {
		m.Reason, m.Kind = "scheme.key", OneTime
	}
	if u.tokenHost(v.b) && e.reportable(u.Host.Of(v.b)) {
		m.Start, m.End = u.Host.Start, u.Host.End
		e.add(v, m)
	}
	if u.kind != pathScheme && u.kind != hostPathScheme || u.clientLink(v.b) {
		return
	}
	m.Component = Path
	it := urlparts.NewSegments(v.b, u.Path)
	for s, ok := it.Next(); ok; s, ok = it.Next() {
		if s.Len() >= 8 && !recipient(s.Of(v.b)) && e.reportable(s.Of(v.b)) {
			m.Start, m.End = s.Start, s.End
			e.add(v, m)
		}
	}
}

// recipient says whether a segment names a channel, a user, a telephone, or a
// region such as eu-west-1.
func recipient(b []byte) bool {
	switch b[0] {
	case '#', '@', '+', '%':
		return true
	}
	if digits(b) {
		return len(b) <= 15
	}
	if n := len(b) - 1; b[n] >= '0' && b[n] <= '9' && b[n-1] == '-' {
		b = b[:n]
	}
	for _, c := range b {
		if (c < 'a' || c > 'z') && c != '-' && c != '_' {
			return false
		}
	}
	return len(b) < 26
}

// tokenHost says whether the host of a notification scheme is a token.
func (u *target) tokenHost(b []byte) bool {
	host := u.Host.Of(b)
	switch u.kind {
	case hostScheme:
		return len(host) >= 6
	case hostPathScheme:
		return len(host) >= 6 && !u.HasPassword && !u.clientLink(b)
	case tokenScheme:
		return len(host) >= 20 && (!u.HasUserinfo || all(host, alnum) && random(host, 20)) // base64 of it all, or a second token
	case oneTimeHost:
		return len(host) >= 16 && all(host, uppers)
	}
	return false
}

// clientLink says whether a URL opens a page in the client of a chat service.
func (u *target) clientLink(b []byte) bool {
	return string(u.Host.Of(b)) == "-" || bytes.Contains(u.Query.Of(b), []byte("team="))
}

// hostToken reports a host whose first label is the secret.
func (e *engine) hostToken(v *view, u *target) {
	if dot := bytes.IndexByte(u.Host.Of(v.b), '.'); dot > 6 && bytes.HasSuffix(u.host.bytes(), []byte(".m.pipedream.net")) {
		m := Match{Start: u.Host.Start, End: u.Host.Start + dot, Reason: "host.pipedream", Component: Host, Kind: Capability, Confidence: Proof}
		if e.reportable(v.b[m.Start:m.End]) {
			e.add(v, m)
		}
	}
}
