package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// Bounds of a generic secret, in bytes.
const (
	minPassword = 4
	minSecret   = 8
	minAttached = 32 // as part of the key itself
	minLoneKey  = 16 // of a key that is called nothing but key
	minBare     = 20 // with nothing but a blank between it and its key
	maxSecret   = 512
	maxKey      = 80
)

// secret looks for a value that is assigned to a key one word of which is at
// [start, end): password=..., "apiKey": "...", <secret>...</secret>,
// --token ....
func (r *run) secret(d *Detector, start, end int) {
	keyStart, keyEnd := keyAround(r.text, start, end)
	if start < r.afterSecret || inRandom(r.text, keyStart, keyEnd) {
		return
	}
	if from, to := attached(r.text, end, keyEnd); from < to && kindOfKey(r.text[keyStart:end]) != aboutWord {
		r.add(from, to, d, Likely, byGuess, end-start)
		return
	}
	if keyEnd-keyStart > maxKey {
		return
	}
	key := r.text[keyStart:keyEnd]
	kind := kindBeside(key, r.text[start:end])
	if kind != secretWord && kind != hintWord {
		return
	}
	from, to, strong := assigned(r.text, keyStart, keyEnd)
	if from >= to || r.apart(keyEnd, from) {
		return
	}
	k := secretKey{d: d, text: key, kind: kind, strong: strong, keyword: end - start}
	if r.list(&k, from) {
		return
	}
	value := r.text[from:min(to, from+maxSecret)]
	if isTestResult(r.text, keyStart, keyEnd, from, to) || isMention(r.text, keyEnd, from, to) || isEmpty(r.text[keyEnd:from], value) || isNoKey(r.text[:keyStart]) {
		return
	}
	likely := isSecretValue(d, value) && (strong || looksRandom(value) && (len(value) < minBare || !isNumberedNames(value) && !isNumbered(value)) || isGenerated(value) || isImprobable(value) || isTyped(d, key, r.text, from, to))
	filled := isParameter(r.text, keyStart, keyEnd, from) && isParameterValue(value) || isSchemed(r.text, from) && isCredential(r.text, from, to)
	if (likely || filled) && k.suits(value) {
		r.addSecret(&k, from, to)
	}
}

// secretKey is a key in text that names a secret.
type secretKey struct {
	d       *Detector
	text    string
	kind    keyWordKind
	strong  bool // the sign behind it assigns, whatever stands around it
	keyword int  // the length of the keyword in it
}

// addSecret adds the secret that was read up to [from, to), all of it. Keys within a
// long one are passed over.
func (r *run) addSecret(k *secretKey, from, to int) {
	if to-from > maxSecret {
		to = continued(r.text, from, to)
		r.afterSecret = to
	}
	r.add(from, to, k.d, Likely, byGuess, k.keyword)
}

// isParameter reports whether the key at [keyStart, keyEnd) is a parameter of a
// query whose value begins at from.
func isParameter(text string, keyStart, keyEnd, from int) bool {
	return keyStart > 0 && (text[keyStart-1] == '?' || text[keyStart-1] == '&') && text[keyEnd] == '=' && from == keyEnd+1
}

// isParameterValue reports whether value may be the secret of a parameter that is
// called one. Programs fill queries in, so that it need not look random, but a
// digit tells it from the names in a description.
func isParameterValue(value string) bool {
	return isValue(value) && len(value) >= minSecret && strings.ContainsAny(value, "0123456789") && !isQualified(value) && !isMonotonous(value)
}

// isTyped reports whether the value at [from, to) is a password as people choose
// them, a word with digits, and all that is said behind the colon of a key that
// names nothing but passwords.
func isTyped(d *Detector, key, text string, from, to int) bool {
	if d.find != findPassword || to-from < minSecret || to < len(text) && strings.IndexByte("\r\n\"'`,;<}|", text[to]) < 0 {
		return false
	}
	var word [16]byte
	n, i := nextWord(&word, key, 0)
	for m := n; m > 0; m, i = nextWord(&word, key, i) {
		n = m
	}
	switch string(word[:n]) {
	case "", "password", "passwd", "passwort", "passphrase", "pwd", "pw", "passe", "pass", "contrasena", "senha", "kennwort", "wachtwoord",
		"haslo", "parola", "salasana", "losenord", "adgangskode", "sifre", "heslo", "jelszo", "sandi", "khau", "lozinka", "geslo", "mdp":
		return strings.ContainsAny(text[from:to], "0123456789") && isBareWord(text[from:to]) && !isTestName(text[from:to])
	}
	return false
}

// isBareWord reports whether s has letters and digits, perhaps punctuation of the
// kinds that passwords must have, and nothing else.
func isBareWord(s string) bool {
	letters := 0
	for i := range len(s) {
		if scan.IsLetter(s[i]) {
			letters++
		} else if !scan.IsDigit(s[i]) && strings.IndexByte("!@#$%^&*+?", s[i]) < 0 {
			return false
		}
	}
	return letters >= minPassword
}

// isTestName reports whether s begins as the names of tests and of digests do.
func isTestName(s string) bool {
	for _, name := range [...]string{"test", "case", "sha", "md5", "bcrypt", "argon", "pbkdf", "scrypt", "base64", "option", "level", "version"} {
		if hasPrefixFold(s, name) {
			return true
		}
	}
	return false
}

// suits reports whether value may belong to the key: the less that says, the longer
// and the more random must it be.
func (k *secretKey) suits(value string) bool {
	switch {
	case strings.EqualFold(lastName(k.text), value):
		return false
	case strings.EqualFold(lastName(k.text), "pwd") && isDirectory(value):
		return false // the one worked in
	case k.kind == hintWord:
		return len(value) >= minBare && isBareSecret(value) && (k.strong || len(value) != uuidLen || !isUUID(value))
	case len(k.text) == len("key") && k.d.find == findSecret:
		return len(value) >= minLoneKey
	}
	return true
}

// isDirectory reports whether value is an absolute path, percent-encoded or not.
func isDirectory(value string) bool {
	return value[0] == '/' || hasPrefixFold(value, "%2f") || len(value) > 2 && scan.IsLetter(value[0]) && value[1] == ':' && (value[2] == '\\' || hasPrefixFold(value[2:], "%5c"))
}

// lastName returns the last name of a dotted path, without underscores around it.
func lastName(key string) string {
	return strings.Trim(key[strings.LastIndexByte(key, '.')+1:], "_")
}

// isNoKey reports whether what stands behind before is the key of a decentralised
// identifier, which is public, or a file of accounts: /etc/passwd.
func isNoKey(before string) bool {
	return strings.HasSuffix(before, "did:") || strings.HasSuffix(before, "/etc/")
}

// isEmpty reports whether a key has no value, as what follows the sign behind it is
// the next key=value.
func isEmpty(sign, value string) bool {
	i := 0
	for i < len(value) && isWordByte(value[i]) {
		i++
	}
	return sign == "= " && i > 0 && i < len(value) && value[i] == '='
}

// isMention reports whether a text speaks of a setting, with its equals sign, and
// goes on in small words: "the Password= setting in units".
func isMention(text string, keyEnd, from, to int) bool {
	if from != keyEnd+2 || text[keyEnd:from] != "= " || to+1 >= len(text) || text[to] != ' ' || !isLower(text[to+1]) {
		return false
	}
	for i := from; i < to; i++ {
		if !isLower(text[i]) {
			return false
		}
	}
	return true
}

// isTestResult reports whether the key at [keyStart, keyEnd) is the verdict PASS
// on the test named at [from, to), as go test, Automake and DejaGnu write it, and
// no password: it follows no user, and the name has the form of one of a test or
// is followed or surrounded by other verdicts.
func isTestResult(text string, keyStart, keyEnd, from, to int) bool {
	const verdict, around = "PASS", 120
	if strings.TrimLeft(text[keyStart:keyEnd], "-") != verdict || from == keyEnd+1 || !strings.Contains(text[keyEnd:from], ":") {
		return false
	}
	before := text[lineStart(text, keyStart, max(0, keyStart-around)):keyStart]
	for _, user := range [...]string{"USER", "user", "User", "LOGIN", "login", "Login"} {
		if strings.Contains(before, user) {
			return false
		}
	}
	name := text[from:to]
	if hasPrefixFold(name, "test") || strings.ContainsAny(name, "/_") || strings.Contains(name, "-") && isBareSecret(name) {
		return true
	}
	near := text[max(0, keyStart-around):keyStart] + "\n" + text[to:min(len(text), to+around)]
	return strings.HasPrefix(text[to:], " (") || text[keyEnd] == ']' || strings.Contains(near, "PASS: ") || strings.Contains(near, "FAIL: ") || strings.Contains(near, "SKIP: ")
}

// attached returns the value that hangs on a word that ends at end, if the key
// around it goes on: vendor-token-<value>. Only long random ones count, since
// names go on like that, too.
func attached(text string, end, keyEnd int) (from, to int) {
	if keyEnd-end < minAttached {
		return 0, 0
	}
	from = skipAny(text, end, "-_.", 1)
	for to = from; to < len(text) && to-from <= maxSecret && isKeyByte(text[to]); to++ {
	}
	value := text[from:to]
	if from == end || to-from < minAttached || to-from > maxSecret || isPath(value) || isPlaceholder(value) || !looksRandom(value) {
		return 0, 0
	}
	var word [16]byte
	n, _ := nextWord(&word, value, 0)
	if kindOfWord(word[:n]) != 0 || len(value) == uuidLen && isUUID(value) {
		return 0, 0
	}
	return from, to
}

// inRandom reports whether the key at [start, end) is a part of base 64, in either
// alphabet, that reads like one by chance: letter case or digits change at almost
// every second place in the whole of it.
func inRandom(text string, start, end int) bool {
	const least, most = 24, 2 * maxKey
	inside := func(b byte) bool { return isKeyByte(b) && b != '.' || b == '+' || b == '/' }
	for start > 0 && end-start < most && inside(text[start-1]) {
		start--
	}
	for end < len(text) && end-start < most && inside(text[end]) {
		end++
	}
	if end-start < least {
		return false
	}
	changes, digits := 0, 0
	for i := start + 1; i < end; i++ {
		if scan.IsDigit(text[i]) {
			digits++
		}
		if scan.IsAlnum(text[i]) && scan.IsAlnum(text[i-1]) && text[i]>>5 != text[i-1]>>5 { // figures, capitals, small letters
			changes++
		}
	}
	return digits > 1 && changes > (end-start)*2/5
}

// keyAround widens a word to the whole key it belongs to.
func keyAround(text string, start, end int) (int, int) {
	for start > 0 && end-start <= maxKey && isKeyByte(text[start-1]) {
		start--
	}
	for end < len(text) && end-start <= maxKey && isKeyByte(text[end]) {
		end++
	}
	for end > start && (text[end-1] == '.' || text[end-1] == '-') {
		end--
	}
	return start, end
}

func isKeyByte(b byte) bool { return scan.IsAlnum(b) || b == '_' || b == '-' || b == '.' }

// kindBeside returns what a key says in which a keyword for secrets stands: one
// of another script names a secret, since it has no words to tell apart.
func kindBeside(key, keyword string) keyWordKind {
	kind := kindOfKey(key)
	if kind == 0 && !isASCII(keyword) {
		return secretWord
	}
	return kind
}

// kindOfKey returns what the words of a key say together: one that it only
// speaks about a secret outweighs the others, and a hint is outweighed by them.
func kindOfKey(key string) keyWordKind {
	var said keyWords
	var word [16]byte
	for n, i := nextWord(&word, key, 0); n > 0; n, i = nextWord(&word, key, i) {
		said.add(word[:n], key, i)
	}
	if said.place && !said.password || said.onceMore && !said.password && !said.token || said.measure {
		return aboutWord
	}
	return said.kind
}

// keyWords is what the words of a key say, one after the other.
type keyWords struct {
	kind                     keyWordKind
	place, onceMore          bool // some word is one of these
	password, token, measure bool // the last word is one of these
}

// add adds the next word of key, which ends at end.
func (k *keyWords) add(word []byte, key string, end int) {
	k.password = isPasswordWord(word) || k.password && repeatsPassword(word)
	k.token, k.measure = string(word) == "token", isMeasureWord(word)
	switch {
	case isPlaceWord(word):
		k.place = true
	case isOnceMoreWord(word):
		k.onceMore = true
	case string(word) == "primary" && strings.Contains(strings.ToLower(key[end:min(len(key), end+len("_access"))]), "access"): // the first of two, as Azure has them
	default:
		k.kind = max(k.kind, kindOfPart(word, key[:end]))
	}
}

// kindOfPart returns what a word of a key says, which is the last one of before.
func kindOfPart(word []byte, before string) keyWordKind {
	if kind := kindOfWord(word); kind != 0 || !endsRunTogether(before) {
		return kind
	}
	return secretWord
}
