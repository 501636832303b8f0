package detect

import "slices"

// structuralDetectors are credentials known by their structure or by the key
// they are assigned to, whoever issued them.
var structuralDetectors = []Detector{
	{
		ID: "jwt", Title: "JSON Web Token", Category: Credential,
		Pattern: `eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{4,4000}\.?[A-Za-z0-9_-]{0,1400}` + // perhaps cut before its signature
			`|ZXlK[A-Za-z0-9+/_-]{60,4000}={0,2}`, // encoded once more
		Verify:    verifyJWT,
		Reference: "RFC 7519",
	},
	{
		ID: "http_basic_auth_header", Title: "HTTP Basic credentials", Category: Credential,
		Keywords: []string{"basic"}, find: findHeader,
		Reference: "RFC 7617",
	},
	{
		ID: "http_bearer_header", Title: "HTTP Bearer token", Category: Credential,
		Keywords: []string{"bearer"}, find: findHeader,
		Reference: "RFC 6750",
	},
	{
		ID: "private_key_pem", Title: "Private key (PEM)", Category: Credential,
		Keywords: []string{"private key", "rsa private key", "ec private key", "dsa private key", "encrypted private key"}, find: findPrivateKey,
		Reference: "RFC 7468",
	},
	{
		ID: "private_key_openssh", Title: "OpenSSH private key", Category: Credential,
		Keywords: []string{"openssh private key"}, find: findPrivateKey,
		Reference: "https://cvsweb.openbsd.org/src/usr.bin/ssh/PROTOCOL.key",
	},
	{
		ID: "private_key_pgp", Title: "PGP private key", Category: Credential,
		Keywords: []string{"pgp private key block"}, find: findPrivateKey,
		Reference: "RFC 9580 section 6.2",
	},
	{
		ID: "password_assignment", Title: "Password", Category: Credential,
		Keywords: []string{
			"password", "passwd", "pwd", "passphrase", "passcode", "pass", "pw", "pswd", "contraseña", "mot de passe", "mdp", "kennwort", "passwort", "senha",
			"wachtwoord", "hasło", "пароль", "parola", "salasana", "lösenord", "adgangskode", "şifre", "パスワード", "密码", "密碼", "비밀번호",
			"heslo", "jelszó", "kata sandi", "mật khẩu", "lozinka", "geslo", "slaptažodis", "parool", "暗証番号", "암호", "패스워드", "كلمة المرور", "סיסמה", "รหัสผ่าน",
			// written as one word, and as directives of configuration files
			"pgpassword", "dbpassword", "userpassword", "rootpassword", "adminpassword", "rpcpassword", "dpassword", "dbpass", "keypass", "storepass", "psk", "pre shared key",
			"requirepass", "masterauth", "bindpw", "rootpw", "identified by", "identified with",
			"databasepassword", "mysqlpassword", "postgrespassword", "redispassword", "mongopassword", "rabbitmqpassword", "smtppassword", "mailpassword", "emailpassword",
			"ftppassword", "sftppassword", "sshpassword", "ldappassword", "bindpassword", "clientpassword", "serverpassword", "servicepassword", "svcpassword", "proxypassword",
			"wifipassword", "vpnpassword", "sudopassword", "loginpassword", "accountpassword", "keystorepassword", "truststorepassword", "keypassword", "certpassword",
			"sslpassword", "apppassword", "apipassword", "webpassword", "systempassword", "masterpassword", "sapassword", "jdbcpassword", "defaultpassword",
			"mysqlpass", "smtppass", "mailpass", "ftppass", "ldappass", "rootpass", "userpass", "adminpass", "pgpass", "redispass", "authpass", "loginpass",
			"dbpwd", "userpwd", "adminpwd", "rootpwd", "mysqlpwd", "smtppwd", "mailpwd", "ftppwd", "ldappwd", "loginpwd", "authpwd", "ldapbindpw", "dbpasswd", "rootpasswd",
			// programs that take one as an argument, and calls that take one after a user name
			"curl", "mysql", "mysqldump", "mysqladmin", "mysqlimport", "mariadb", "sshpass", "psexec", "ps exec", "docker login", "podman login", "helm registry login", "az login",
			"mongo", "mongosh", "mongodump", "mongorestore", "sqlcmd", "bcp", "cf login", "oc login", "mosquitto pub", "mosquitto sub", "ipmitool", "convert to secure string", "redis cli", "ldapsearch", "ldapmodify", "ldapadd", "ldapwhoami", "smbclient", "rpcclient",
			"cqlsh", "twine", "etcdctl", "rabbitmqctl", "rabbitmqadmin", "lftp", "ncftp", "htpasswd", "chpasswd", "wpa passphrase", "keytool", "xfreerdp", "rdesktop", "plink", "pscp", "psftp",
			"unrar", "snmpget", "snmpwalk", "schtasks", "cmdkey", "skopeo", "oras login", "crane auth login", "cypher shell", "ldapdelete", "ldappasswd", "nmcli", "useradd", "usermod",
			"vault login", "cargo login", "bw login", "bw unlock", "doctl", "snyk auth", "ngrok", "setx", "aws configure", "npm config", "yarn config", "poetry config", "poetry publish", "composer config",
			"network credential", "directory entry", "http basic auth", "basic auth", "username password credentials", "ps credential", "password authentication",
		},
		find:      findPassword,
		Reference: "names of password fields in common use",
	},
	{
		ID: "generic_api_key", Title: "API key or token", Category: Credential,
		Pattern: minorIssuers,
		Keywords: slices.Concat([]string{
			"secret", "secrets", "token", "api key", "apikey", "access key", "secret key", "private key", "auth key", "signing key", "encryption key", "master key", "account key",
			"service key", "client key", "app key", "application key", "shared key", "license key", "webhook key", "deploy key", "admin key", "write key", "key",
			"credential", "credentials", "creds", "auth", "authorization", "jwt", "bearer", "pat",
			"access", "private",
			"clé api", "clave api", "clave de api", "chave api", "chave de api", "api schlüssel", "klucz api", "jeton", "токен", "ключ api", "api ключ", "密钥", "密鑰", "api密钥", "apiキー", "api 키",
			// written as one word
			"authtoken", "accesstoken", "refreshtoken", "apitoken", "sessiontoken", "idtoken", "bottoken", "usertoken", "bearertoken", "jwttoken", "securitytoken", "servicetoken",
			"clienttoken", "deploytoken", "githubtoken", "gitlabtoken", "slacktoken", "npmtoken", "vaulttoken", "webhooktoken", "logintoken", "secrettoken", "privatetoken",
			"apptoken", "oauthtoken", "mytoken", "clientsecret", "apisecret", "appsecret", "consumersecret", "webhooksecret", "jwtsecret", "cookiesecret", "sessionsecret",
			"sharedsecret", "tokensecret", "authsecret", "oauthsecret", "signingsecret", "secretaccesskey", "awssecretkey", "storagekey", "presharedkey", "hashkey", "hmackey",
			"cryptkey", "cipherkey", "aeskey", "xapikey", "myapikey",
		}, services[:]),
		find:      findSecret,
		Verify:    verifyMixed,
		Reference: "names of secret fields in common use; documentation of issuers",
	},
	{
		ID: "aws_secret_access_key", Title: "AWS secret access key", Category: Credential,
		Contextual: `[A-Za-z0-9/+]{40}`,
		Keywords:   []string{"aws secret access key", "secret access key", "aws secret key", "secret key", "aws secret", "aws"},
		Verify:     verifyAWSSecret,
		Samples:    []string{"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY"},
		Reference:  "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html",
	},
}
