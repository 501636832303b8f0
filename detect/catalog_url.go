package detect

// urlDetectors are the credentials in URLs, data source names and connection
// strings. What they find is decided by the rules of internal/urlrules; package
// urlcheck reports under the same identifiers.
var urlDetectors = []Detector{
	{
		ID: "url_port_secret", Title: "Password taken for the port of a URL", Category: Credential,
		Keywords: []string{"invalid port"}, find: findPort,
		Reference: "https://pkg.go.dev/net/url#Parse: the error quotes what stands where a port should",
	},
	{
		ID: "url_userinfo", Title: "Credentials in a URL", Category: Credential,
		find:      findUserinfo,
		Reference: "RFC 3986 section 3.2.1; WHATWG URL section 4.4",
	},
	{
		ID: "query_param_secret", Title: "Secret in a URL parameter", Category: Credential,
		find:      findParameter,
		Reference: "parameter names of OAuth 2 (RFC 6749), OpenTelemetry url.query, and the APIs that take keys in URLs",
	},
	{
		ID: "db_connection_string", Title: "Credentials in a connection string", Category: Credential,
		Keywords: []string{
			"jdbc", "sqlplus", "sqlldr", "expdp", "impdp", "rman", "dbname", "initial catalog", "data source", "user id", "uid", "pwd", "sslpassword",
			"login module", "loginmodule", "shared access signature", "sharedaccesssignature", "pqopt", "odbc", "wifi",
		},
		hints: true, find: findConnection,
		Reference: "libpq section 34.1.1; ODBC SQLDriverConnect; the drivers' own documentation",
	},
	{
		ID: "webhook_url_generic", Title: "Webhook or other URL whose path is a secret", Category: Credential,
		find:      findCapability,
		Reference: "the vendors' documentation of incoming webhooks",
	},
}
