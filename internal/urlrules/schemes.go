package urlrules

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
)

// kindOf looks a lower-case scheme up.
func kindOf(scheme []byte) schemeKind {
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
		"smb", "cifs", "nfs", "afp", "rdp", "vnc", "qemu+ssh", "file":
		return loginScheme
	case "nats", "tls+nats", "trojan", "ss", "ssr", "vless", "vmess", "hysteria2", "hy2", "tuic", "anytls", "sendgrid+api",
		"mailgun+api", "mandrill+api", "postmark+api", "telegram", "pushover", "pover", "ifttt", "wireguard",
		"brevo+api", "sendinblue+api", "mailchimp+api", "mailersend+api", "resend+api":
		return tokenScheme
	case "otpauth", "otpauth-migration":
		return oneTimeScheme
	case "gotify", "gotifys", "discord", "rocket", "mmost", "mmosts", "mattermost", "teams", "msteams", "workflows",
		"zulip":
		return pathScheme
	case "tgram", "pbul", "pushbullet", "prowl", "join", "boxcar", "wxteams", "webexteams", "opsgenie", "spush",
		"faast", "sendgrid", "dingtalk", "feishu", "lark", "bark-key", "pushy", "simplepush":
		return hostScheme
	case "slack", "twilio", "ntfys-token":
		return hostPathScheme
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
		"did", "doi", "isbn", "uuid", "golang", "pypi", "cargo", "gem", "maven", "nuget", "composer", "hex",
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
