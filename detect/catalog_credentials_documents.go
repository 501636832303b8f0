package detect

// credentialDocuments are credentials known by where they stand: in a header,
// the query of a signed URL, a JSON or YAML document, a line of a configuration
// file.
var credentialDocuments = []Detector{
	{
		ID: "http_digest_or_aws4_header", Title: "HTTP Digest or AWS signature", Category: Credential,
		Keywords: []string{"digest", "hmac sha256"}, find: findDigest,
		Reference: "RFC 7616; https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-auth-using-authorization-header.html",
	},
	{
		ID: "http_cookie", Title: "Session cookie", Category: Credential,
		Keywords: []string{"cookie", "cookies"}, find: findCookie,
		Reference: "RFC 6265",
	},
	{
		ID: "xsrf_token", Title: "CSRF token", Category: Credential,
		Keywords: []string{"csrf", "xsrf", "csrf token", "xsrf token", "csrfmiddlewaretoken", "csrftoken", "xsrftoken", "authenticity token", "request verification token", "jenkins crumb", "crumb"}, find: findSecret,
		Reference: "names of CSRF parameters and headers of web frameworks",
	},
	{
		ID: "oauth_client_secret", Title: "OAuth client secret", Category: Credential,
		Keywords: []string{"client secret", "consumer secret", "oauth secret", "oauth client secret"}, find: findSecret,
		Reference: "RFC 6749 section 2.3.1",
	},
	{
		ID: "session_id", Title: "Session identifier", Category: Credential,
		Keywords: []string{"session id", "session key", "sid", "jsessionid", "phpsessid", "sessid", "aspsessionid", "asp net sessionid", "laravel session", "connect sid"}, find: findSession,
		Reference: "OWASP Session Management",
	},
	{
		ID: "otp_code", Title: "One-time code", Category: Credential,
		Keywords: []string{
			"otp", "one time code", "one time password", "one time passcode", "one time pin", "verification code", "security code is", "login code", "sign in code", "2fa code", "2fa", "mfa code",
			"mfa", "totp", "authentication code", "authenticator code", "confirmation code", "passcode", "access code is", "mtan", "push tan", "sms tan", "sms code", "código de verificación", "code de vérification", "bestätigungscode",
		},
		find:      findOneTimeCode,
		Reference: "RFC 6238; wording of SMS messages",
	},
	{
		ID: "aws_presigned_url", Title: "AWS presigned URL", Category: Credential,
		Keywords: []string{"x amz signature"}, find: findPresigned,
		Reference: "https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html",
	},
	{
		ID: "gcs_signed_url", Title: "Google Cloud signed URL", Category: Credential,
		Keywords: []string{"x goog signature", "google access id"}, find: findGoogleSigned,
		Reference: "https://cloud.google.com/storage/docs/access-control/signed-urls",
	},
	{
		ID: "azure_sas_token", Title: "Azure shared access signature", Category: Credential,
		Keywords: []string{"sig"}, find: findSharedAccess,
		Reference: "https://learn.microsoft.com/rest/api/storageservices/create-service-sas",
	},
	{
		ID: "azure_service_bus_connection", Title: "Azure Service Bus connection string", Category: Credential,
		Keywords: []string{"shared access key"}, find: findBusKey,
		Reference: "https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas",
	},
	{
		ID: "azure_cosmos_key", Title: "Azure Cosmos DB key", Category: Credential,
		Contextual: `[A-Za-z0-9+/]{86}==`,
		Keywords:   []string{"account endpoint", "documentdb", "document db", "document db key", "cosmos", "cosmosdb", "cosmos key", "cosmos db", "documents azure com"}, find: findCosmosKey,
		Verify:    verifyMixedKinds,
		hints:     true,
		Reference: "https://learn.microsoft.com/azure/cosmos-db/secure-access-to-data",
	},
	{
		ID: "gcp_service_account_json", Title: "Google Cloud service account key", Category: Credential,
		Keywords: []string{"service account"}, find: findServiceAccount,
		Reference: "https://cloud.google.com/iam/docs/keys-create-delete",
	},
	{
		ID: "private_key_jwk", Title: "Private key (JWK)", Category: Credential,
		Keywords: []string{"kty"}, find: findJWK,
		Reference: "RFC 7517; RFC 7518 section 6",
	},
	{
		ID: "tink_keyset", Title: "Tink keyset", Category: Credential,
		Keywords: []string{"primary key id"}, find: findTink,
		Reference: "https://developers.google.com/tink/design/keysets",
	},
	{
		ID: "docker_config_auth", Title: "Docker registry credentials", Category: Credential,
		Pattern:  `(?:eyJhdXRocyI6|ewoJImF1dGhzIjo|ewogICJhdXRocyI6|ewogICAgImF1dGhzIjo)[A-Za-z0-9+/]{20,4000}={0,2}`, // base64 of {"auths":
		Keywords: []string{"auths"}, find: findDockerAuth,
		Reference: "https://docs.docker.com/reference/cli/docker/login/",
	},
	{
		ID: "k8s_secret_manifest", Title: "Kubernetes secret", Category: Credential,
		Keywords: []string{"kind"}, find: findManifest,
		Reference: "https://kubernetes.io/docs/concepts/configuration/secret/",
	},
	{
		ID: "netrc_line", Title: "Password in a .netrc file", Category: Credential,
		Keywords: []string{"machine"}, find: findNetrc,
		Reference: "https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html",
	},
	{
		ID: "npmrc_auth_token", Title: "npm registry token", Category: Credential,
		Keywords: []string{"authtoken", "auth token"}, find: findNpm,
		Reference: "https://docs.npmjs.com/cli/configuring-npm/npmrc",
	},
	{
		ID: "totp_otpauth_uri", Title: "One-time password key", Category: Credential,
		find:      findOneTimeKey,
		Reference: "https://github.com/google/google-authenticator/wiki/Key-Uri-Format",
	},
	{
		ID: "private_key_putty", Title: "PuTTY private key", Category: Credential,
		Keywords: []string{"tty user key file"}, find: findPutty,
		Reference: "https://the.earth.li/~sgtatham/putty/0.83/htmldoc/AppendixC.html",
	},
	{
		ID: "private_key_ssh2", Title: "SSH2 private key", Category: Credential,
		Keywords: []string{"ssh2 encrypted private key"}, find: findPrivateKey,
		Reference: "https://www.ssh.com/academy/ssh/keygen",
	},
	{
		ID: "ssl_certificate", Title: "X.509 certificate", Category: Credential,
		Keywords: []string{"certificate"}, find: findPrivateKey,
		Off:       true,
		Reference: "RFC 7468 section 5",
	},
}
