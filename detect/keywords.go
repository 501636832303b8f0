package detect

import (
	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// nextWord copies the next word of a key at or after i into word, in lower
// case: the words are what stands between separators and changes of letter
// case, without digits. It returns how many bytes it copied, no more than fit,
// and where to go on; none are left when that is zero.
func nextWord(word *[16]byte, key string, i int) (n, next int) {
	for i < len(key) && !scan.IsLetter(key[i]) {
		i++
	}
	for start := i; i < len(key) && scan.IsLetter(key[i]) && (i == start || !camelBreak(key, i)); i++ {
		if n < len(word) {
			word[n] = key[i] | 0x20
			n++
		}
	}
	return n, i
}

func camelBreak(key string, i int) bool {
	upper := key[i]&0x20 == 0
	if i == 0 || !upper {
		return false
	}
	return key[i-1]&0x20 != 0 && scan.IsLetter(key[i-1]) || i+1 < len(key) && scan.IsLetter(key[i+1]) && key[i+1]&0x20 != 0
}

type keyWordKind uint8

const (
	hintWord   keyWordKind = iota + 1 // goes with a secret: enough beside a long random value
	secretWord                        // names a secret
	aboutWord                         // says that the key is about a secret, not one
)

// services are those whose keys have no form of their own, sorted.
var services = [...]string{
	"abuseipdb", "airvisual", "alphavantage", "apilayer", "aviationstack", "axonaut", "blazemeter", "browshot",
	"bscscan", "buttercms", "calorieninja", "capsulecrm", "clarifai", "clickatell", "clicksend", "clockify",
	"cloudconvert", "cloudmersive", "coinapi", "coinlayer", "coinmarketcap", "convertapi", "cryptocompare",
	"currencylayer", "deepai", "deepgram", "edamam", "elasticemail", "etherscan", "everhour", "exchangerateapi",
	"fastforex", "fixerio", "fullcontact", "geoapify", "getresponse", "graphhopper", "imagga", "insightly",
	"ipgeolocation", "ipstack", "jotform", "klaviyo", "locationiq", "mailboxlayer", "mailerlite", "mapquest",
	"marketstack", "mediastack", "moosend", "neverbounce", "newsapi", "nexmo", "nutritionix", "omnisend", "opencage",
	"openweather", "openweathermap", "parseur", "pdfshift", "pepipost", "pipedrive", "positionstack", "pushbullet",
	"pushover", "rebrandly", "restpack", "runscope", "scraperapi", "scrapestack", "scrapingbee", "screenshotlayer",
	"sendpulse", "serpapi", "serpstack", "spoonacular", "stormglass", "storychief", "surveybot", "textmagic",
	"timecamp", "verimail", "wakatime", "weatherbit", "weatherstack", "zenrows", "zerobounce",
}

// isService reports whether a word of a key is one of services. The word stays on
// the stack of the caller, which it would not with slices.BinarySearchFunc.
func isService(word []byte) bool {
	from, to := 0, len(services)
	for from < to {
		if middle := (from + to) / 2; services[middle] < string(word) {
			from = middle + 1
		} else {
			to = middle
		}
	}
	return from < len(services) && services[from] == string(word)
}

// kindOfWord returns what a word of a key says, or 0. Words are cut to 16 bytes.
func kindOfWord(word []byte) keyWordKind {
	switch string(word) {
	case "access", "private":
		return hintWord
	case "password", "passwd", "passwort", "passphrase", "passcode", "pass", "pwd", "pw", "pswd", "passw", "secret",
		"secrets", "token", "apikey", "accesskey", "secretkey", "privatekey", "authkey", "credential", "credentials",
		"creds", "cred", "key", "auth", "authorization", "bearer", "contrasena", "senha", "kennwort", "wachtwoord",
		"haslo", "parola", "mdp", "motdepasse", "csrf", "xsrf", "csrftoken", "xsrftoken", "csrfmiddlewareto", "crumb", "clave",
		"salasana", "losenord", "adgangskode", "sifre", "heslo", "jelszo", "sandi", "khau", "lozinka", "geslo", "slaptazodis", "parool", "chave", "cle", "jeton", "klucz", "schlussel", "pat", "jwt", "signature", "sig", "pgpassword", "dbpassword", "userpassword", "rootpassword",
		"passe", "adminpassword", "rpcpassword", "dpassword", "dbpass", "keypass", "storepass", "psk", "requirepass", "masterauth", "bindpw", "rootpw",
		"mysqlpass", "smtppass", "mailpass", "ftppass", "ldappass", "rootpass", "userpass", "adminpass", "sshpass", "pgpass", "redispass", "authpass", "loginpass",
		"dbpwd", "userpwd", "adminpwd", "rootpwd", "mysqlpwd", "smtppwd", "mailpwd", "ftppwd", "ldappwd", "loginpwd", "authpwd", "ldapbindpw",
		"secretaccesskey", "awssecretkey", "encryptionkey", "signingkey", "masterkey", "accountkey", "storagekey", "sharedkey", "presharedkey", "servicekey",
		"clientkey", "appkey", "applicationkey", "licensekey", "webhookkey", "deploykey", "adminkey", "hashkey", "hmackey", "cryptkey", "cipherkey", "aeskey":
		return secretWord
	case "count", "policy", "length", "len", "type", "name", "names", "id", "ids", "arn", "path", "file", "filename", "dir",
		"directory", "url", "uri", "host", "endpoint", "expiry", "expires", "expire", "expiration", "expired", "ttl",
		"age", "enabled", "disabled", "enable", "disable", "required", "require", "requires", "limit", "limits", "version",
		"field", "fields", "format", "prefix", "suffix", "rotation", "rotate", "provider", "manager", "store",
		"ref", "reference", "size", "sizes", "min", "max", "algorithm", "alg", "algo", "algos", "method", "class", "usage",
		"hint", "label", "index", "budget", "tokens", "keys", "monkey", "keyboard", "keyword", "keywords", "public", "pub",
		"page", "next", "continuation", "skip", "timestamp", "sort", "partition", "cache", "routing", "primary", "foreign", "author", "authors", "invalid",
		"failed", "failure", "error", "errors", "strength", "change", "changed", "update", "updated", "created", "valid",
		"validation", "check", "checked", "attempts", "attempt", "history", "lookup", "template", "schema", "column",
		"table", "input", "prompt", "show", "hide", "visibility", "toggle", "hash", "hashed",
		"digest", "fingerprint", "thumbprint", "scope", "scopes", "issuer", "audience", "mode", "space", "total", "used",
		"per", "second", "seconds", "minutes", "hours", "days", "timeout", "lifetime", "retention", "window", "bucket",
		"group", "policyname", "mount", "mounts", "ask", "newline", "has", "confirmed":
		return aboutWord
	}
	if isService(word) {
		return hintWord
	}
	return 0
}

// isPasswordWord reports whether a word at the end of a key names a password,
// whatever the words before it are about.
func isPasswordWord(word []byte) bool {
	switch string(word) {
	case "password", "passwd", "passphrase", "passcode", "pass", "pwd", "secret":
		return true
	}
	return false
}

// isOnceMoreWord reports whether a word says that a password is typed once more or
// is a new one. What has one is a secret still where its last word names it
// (confirm_password, reset_token); else it is about one (password_reset,
// confirm_password_at).
func isOnceMoreWord(word []byte) bool { return repeatsPassword(word) || string(word) == "reset" }

// isMeasureWord reports whether a key whose last word this is names a number:
// pass_rate.
func isMeasureWord(word []byte) bool {
	switch string(word) {
	case "rate", "ratio", "percent", "percentage", "score", "threshold":
		return true
	}
	return false
}

// repeatsPassword reports whether a word behind one for a password, at the end of a
// key, says that it is the same password: password_confirmation.
func repeatsPassword(word []byte) bool {
	switch string(word) {
	case "confirm", "confirmation", "repeat":
		return true
	}
	return false
}

// endsRunTogether reports whether key ends in a word that is run together with
// what names a secret: smtppassword, authtoken.
func endsRunTogether(key string) bool {
	for _, name := range [...]string{"password", "passwd", "passphrase", "secret", "token", "apikey"} {
		if len(key) > len(name) && hasPrefixFold(key[len(key)-len(name):], name) {
			return true
		}
	}
	return false
}

// isPlaceWord reports whether a word that says what a secret is about may as well
// say where or whose it is, or for how long: keyStorePassword, host_secret,
// username_password, one_time_password.
func isPlaceWord(word []byte) bool {
	switch string(word) {
	case "store", "file", "host", "url", "uri", "endpoint", "manager", "space", "bucket", "group", "table", "provider", "cache", "username", "time":
		return true
	}
	return false
}
