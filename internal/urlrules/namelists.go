package urlrules

import "sync"

// The names of parameters and fields, normalised, each list sorted.
var (
	// passwordNames are secret whatever the value.
	passwordNames = [...]string{
		"adminpassword", "ansiblebecomepass", "ansiblesshpass", "authpass", "becomepass", "bindpw", "confirmpassword", "contrasena",
		"currentpassword", "cvv", "dbpass", "dbpassword", "ftppassword", "kennwort", "keypassword", "keystorepassword", "ldappass", "loginpas",
		"loginpassword", "motdepasse", "mysqlpwd", "newpassword", "oldpassword", "pass", "passcode", "passphrase", "passw", "passwd", "password",
		"password1", "password2", "passwordconfirmation", "passwordhash", "passwort", "passwrd", "pin", "pragmakey", "privatekeypassword",
		"privatekeypwd", "proxypassword", "psw", "pswd", "pw", "pwd", "rediscliauth", "rootpassword", "secret", "senha", "smtppassword",
		"sshpass", "sshpassword", "sslpassword", "tlscertificatekeyfilepassword", "truststorepassword", "userpass", "userpassword", "wachtwoord",
		"xbindpw",
	}
	// secretNames are secret unless the value is a word such as "true".
	secretNames = [...]string{
		"accessjwt", "accesskey", "accesskeysecret", "accesssecret", "accesstoken", "accountkey", "adminkey", "apikey",
		"apisecret", "apisig", "apitoken", "appkey", "applicationkey", "appsecret", "appsecretproof", "aspnetsessionid",
		"aspsessionid", "assertion", "authenticationtoken", "authenticitytoken", "authkey", "authorization",
		"authorizationtoken", "authtoken", "awsaccesskeysecret", "awsaccesstoken", "awssecretaccesskey", "awssecretkey",
		"awssessiontoken", "backupcode", "bearer", "bearertoken", "cftoken", "clientassertion", "clientkey", "clientsecret",
		"confirmationtoken", "connectsid", "consumersecret", "cookie", "credential", "credentials", "credentialsbase64",
		"csrftoken", "deploykey", "deploytoken", "devicetoken", "encryptionkey", "feedkey", "feedtoken", "functionskey", "hdnea",
		"hdntl", "hdnts", "hmac", "hmackey", "idtoken", "idtokenhint", "integrationkey", "invitationtoken", "invitetoken",
		"jobtoken", "jsessionid", "jwt", "licensekey", "logintoken", "magictoken", "masterkey", "mfacode", "nsec",
		"oauthsignature", "oauthtoken", "oauthtokensecret", "oauthverifier", "ocpapimsubscriptionkey", "onetimecode",
		"onetimetoken", "otp", "otpcode", "otpsecret", "passkey", "passwordresettoken", "phpsessid", "privatekey",
		"privatetoken", "proxyauthorization", "qsignature", "refreshtoken", "registrationtoken", "resetpasswordtoken",
		"resettoken", "rsskey", "rsstoken", "samlart", "samlrequest", "samlresponse", "secretaccesskey", "secretkey",
		"securitytoken", "serverkey", "servicekey", "sessid", "sessionid", "sessionkey", "sessiontoken", "sharedaccesskey",
		"sharedaccesssignature", "sharedsecret", "sig", "sign", "signature", "signingkey", "signingsecret", "sshkey",
		"streamkey", "subscriptionkey", "ticket", "token", "tokensecret", "torrentpass", "totp", "totpsecret", "unlocktoken",
		"unsubscribetoken", "usertoken", "verificationtoken", "verifytoken", "webhooksecret", "wresult", "writekey",
		"xaccesstoken", "xamzsecuritytoken", "xamzsignature", "xapikey", "xapitoken", "xauthkey", "xauthtoken", "xfunctionskey",
		"xgoogsignature", "xosssignature", "xsrftoken",
	}
	// identifierNames are access key ids.
	identifierNames = [...]string{
		"accesskeyid", "awsaccesskeyid", "ossaccesskeyid", "qak", "xamzcredential", "xgoogcredential", "xosscredential",
	}
	// contextualNames depend on what stands beside them.
	contextualNames = [...]string{
		"auth", "authmechanismproperties", "code", "data", "key", "md5", "p", "s", "t", "u", "verify",
	}
	// stoppedNames look like secrets and are none.
	stoppedNames = [...]string{
		"cachekey", "cancellationtoken", "canceltoken", "changetoken", "clientrequesttoken", "continuationtoken", "cursor",
		"cursortoken", "deltatoken", "endkey", "foreignkey", "hidepassword", "idempotencykey", "idempotencytoken",
		"keyframe", "maxtokens", "nextpagetoken", "nextsynctoken", "nexttoken", "objectkey", "pagetoken",
		"paginationtoken", "partitionkey", "previouspagetoken", "prevpagetoken", "primarykey", "publickey", "publickeyid",
		"publickeytoken", "resumetoken", "routingkey", "shortcutkey", "skiptoken", "sortkey", "startingtoken", "startkey",
		"synctoken", "tokencount", "tokenizer", "tokenlimit", "tokens", "tokentype", "trustedconnection",
	}
)

// exactClass holds the names of which the whole must match.
func exactClass(name []byte) nameClass { return exactClasses()[string(name)] }

var exactClasses = sync.OnceValue(func() map[string]nameClass {
	classes := make(map[string]nameClass, 512)
	for class, names := range map[nameClass][]string{
		password: passwordNames[:], secret: secretNames[:], identifier: identifierNames[:], contextual: contextualNames[:], stopped: stoppedNames[:],
	} {
		for _, name := range names {
			classes[name] = class
		}
	}
	return classes
})

// endings has, for the last letter of a name and the one before it, the length
// of the shortest name that ends so and is not harmless, as a digit of base 36;
// "." where there is none.
var endings = [26]string{
	0:  "....5..5.....a.....4......", // a
	2:  "4...4.....................", // c
	3:  "........6........7....3...", // d
	4:  "...4....6...8..9.9a.......", // e
	5:  "..............e...........", // f
	6:  "........3.................", // g
	7:  "..................c4......", // h
	10: "3.........................", // k
	11: "a..................5......", // l
	13: "....5.4.3.....9...........", // n
	15: "...................3......", // p
	17: "....6.........6...........", // r
	18: "8...n......b.6....45......", // s
	19: "....6...a..7.a...7b...3...", // t
	21: ".....................3....", // v
	22: "...............2..3.......", // w
	24: "....36....................", // y
}

// harmlessEnding says whether name ends in two letters in which no name of at
// most its length ends that matters. False says nothing.
func harmlessEnding[S string | []byte](name S) bool {
	n := len(name)
	if n < 2 {
		return n == 1 && !isSingle(name[0])
	}
	x, y := name[n-2]|0x20-'a', name[n-1]|0x20-'a'
	if x >= 26 || y >= 26 {
		return false
	}
	row := endings[y]
	if row == "" || row[x] == '.' {
		return true
	}
	least := int(row[x] - '0')
	if row[x] >= 'a' {
		least = int(row[x]-'a') + 10
	}
	return n < least
}

// isSingle says whether the letter c alone is a name that is not harmless.
func isSingle(c byte) bool {
	switch c | 0x20 {
	case 'u', 'p', 't', 's':
		return true
	}
	return c < '0'
}
