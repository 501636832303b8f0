package commands

var programs = [...]Program{
	{Names: "curl", Options: []Option{
		{"-u", Login}, {"--user", Login}, {"-U", Login}, {"--proxy-user", Login}, {"-E", Login}, {"--cert", Login}, {"--oauth2-bearer", Secret}, {"--pass", Secret},
		{"-H", Header}, {"--header", Header}, {"--proxy-header", Header}, {"-b", Form}, {"--cookie", Form}, {"-d", Form}, {"--data", Form}, {"--data-raw", Form},
		{"--data-binary", Form}, {"--data-urlencode", Form}, {"--json", Form}, {"-F", Form}, {"--form", Form},
	}},
	{Names: "wget", Options: []Option{{"--header", Header}}},
	{Names: "http https xh", Options: []Option{{"-a", Login}, {"--auth", Login}}},
	{Names: "git", Options: []Option{{"-c", Setting}}, Places: [][]string{{"config", "http.*", "!"}}, Place: Header},

	{Names: "mysql mysqldump mysqladmin mysqlimport mysqlshow mysqlcheck mysqlsh mariadb mariadb-dump", Options: []Option{{"-p", Attached}}, Places: [][]string{{"password", "~"}}},
	{Names: "mongo mongosh mongodump mongorestore mongoexport mongoimport", Options: []Option{{"-p", Spaced}, {"--password", Spaced}}},
	{Names: "redis-cli valkey-cli", Options: []Option{{"-a", Secret}, {"--pass", Secret}}, Places: [][]string{{"auth", "~"}, {"auth", "*", "~"}}},
	{Names: "sqlcmd bcp", Options: []Option{{"-P", Secret}}},
	{Names: "cqlsh ncftp rdesktop twine", Options: []Option{{"-p", Secret}}},
	{Names: "influx", Options: []Option{{"-password", Secret}}},
	{Names: "mosquitto_pub mosquitto_sub", Options: []Option{{"-P", Secret}}},
	{Names: "etcdctl", Options: []Option{{"--user", Login}}},
	{Names: "rabbitmqctl", Places: [][]string{{"add_user", "*", "!"}, {"change_password", "*", "!"}}},

	{Names: "sshpass", Options: []Option{{"-p", Secret}}},
	{Names: "ldapsearch ldapadd ldapmodify ldapdelete ldappasswd ldapwhoami", Options: []Option{{"-w", Secret}}},
	{Names: "smbclient rpcclient", Options: []Option{{"-U", Percent}, {"--user", Percent}}},
	{Names: "lftp", Options: []Option{{"-u", Comma}, {"--user", Comma}}},
	{Names: "mount mount.cifs", Options: []Option{{"-o", Form}}},
	{Names: "net", Places: [][]string{{"use", "*", "*", "~"}}},
	{Names: "ipmitool", Options: []Option{{"-P", Secret}}},
	{Names: "psexec", Options: []Option{{"-p", Spaced}, {"--password", Spaced}}},
	{Names: "useradd usermod", Options: []Option{{"-p", Secret}}},
	{Names: "htpasswd", Places: [][]string{{"*", "*", "!"}}},
	{Names: "wpa_passphrase", Places: [][]string{{"*", "~"}}},
	{Names: "nmcli", Places: [][]string{{"*", "*", "*", "*", "password", "!"}}},

	{Names: "openssl", Options: []Option{{"-passin", Source}, {"-passout", Source}, {"-pass", Source}, {"-k", Spaced}}},
	{Names: "zip unzip", Options: []Option{{"-P", Spaced}}},
	{Names: "keytool jarsigner", Options: []Option{{"-storepass", Spaced}, {"-keypass", Spaced}, {"-srcstorepass", Spaced}, {"-deststorepass", Spaced}}},
	{Names: "ssh-keygen", Options: []Option{{"-N", Spaced}, {"-P", Spaced}}},

	{Names: "docker podman nerdctl helm oras skopeo crane buildah az oc cf", Options: []Option{{"-p", AtLogin}, {"--password", AtLogin}}},
	{Names: "nuget", Options: []Option{{"-apikey", Spaced}, {"-ApiKey", Spaced}, {"-k", Spaced}, {"-p", Spaced}, {"-Password", Spaced}}},
	{Names: "consul nomad vault", Options: []Option{{"-token", Spaced}}, Places: [][]string{{"login", "~"}}},
	{Names: "cargo", Places: [][]string{{"login", "~"}}},
	{Names: "doctl", Options: []Option{{"-t", Spaced}}},
	{Names: "gh", Places: [][]string{{"auth", "login", "~"}}},
	{Names: "bw", Places: [][]string{{"login", "*", "~"}, {"unlock", "~"}}},
	{Names: "aws", Places: [][]string{{"configure", "set", "?", "~"}}},
	{Names: "npm yarn pnpm", Places: [][]string{{"config", "set", "?", "~"}, {"set", "?", "~"}}},
	{Names: "poetry", Places: [][]string{{"config", "http-basic.*", "*", "!"}, {"config", "pypi-token.*", "!"}}},
	{Names: "composer", Places: [][]string{
		{"config", "http-basic.*", "*", "!"}, {"config", "bitbucket-oauth.*", "*", "!"}, {"config", "github-oauth.*", "!"}, {"config", "gitlab-oauth.*", "!"},
		{"config", "gitlab-token.*", "!"}, {"config", "bearer.*", "!"},
	}},
	{Names: "mc", Places: [][]string{{"alias", "set", "*", "*", "*", "!"}, {"config", "host", "add", "*", "*", "*", "!"}}},
	{Names: "setx", Places: [][]string{{"?", "~"}}},
}

// Assignments are the words at the start of a line before NAME=value.
var Assignments = [...]string{"export ", "set ", "env ", "$ ", "+ ", "RUN ", "ENV ", "ARG "}

// Verbs are the words that come before a secret without an option.
var Verbs = [...]string{" login ", " config ", " configure ", " set ", " auth ", " AUTH ", " add_user ", " change_password ", " unlock ", " use ", " password ", "setx ", "htpasswd ", "wpa_passphrase "}
