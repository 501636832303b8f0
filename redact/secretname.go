package redact

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect"
)

// What a typed field holds is secret because of its name, even if it looks like a
// word, a path or a placeholder, which in text would speak against it.

// reach says how far a name speaks for values being secret.
type reach uint8

const (
	noReach   reach = iota
	ownValue        // the value of the field, unless it says something about one
	allInside       // that, and the values of the fields inside
	anyValue        // whatever they are
)

// passwordID is the catalogue's detector of values assigned to a password.
const passwordID = "password_assignment"

// secretEndings are the last words of names that the catalogue takes for those of
// credentials, where they name the credential itself.
var (
	secretEndings = [...]string{"token", "secret", "jwt", "bearer", "authorization", "api key", "apikey", "private key",
		"secret key", "access key", "signing key", "encryption key", "auth key", "master key", "ssh key", "session id", "sessionid"}
	insideEndings = [...]string{"credentials", "credential", "secrets"}
	manyEndings   = [...]string{"passwords", "passphrases", "api keys", "apikeys", "private keys", "secret keys", "access keys", "signing keys",
		"encryption keys", "api tokens", "access tokens", "auth tokens", "refresh tokens", "bearer tokens", "session tokens"}
	noSecrets = [...]string{"page token", "pagination token", "continuation token", "next token", "cursor token", "sync token", "resume token"}
)

// holds returns what a field of a name holds, nil for nothing sensitive: the catalogue
// knows names of one secret, which may be of many.
func (r *Redactor) holds(said string) *detect.Detector {
	d := r.scanner.Classify(said)
	if d == nil && endsWith(words(said), manyEndings[:]) {
		d = r.scanner.Classify(said[:len(said)-1])
	}
	return d
}

// reachOf judges a name that says what a field holds.
func reachOf(text string, holds *detect.Detector) reach {
	if holds == nil || holds.Category != detect.Credential {
		return noReach
	}
	w := words(text)
	switch {
	case endsWith(w, manyEndings[:]):
		return allInside
	case holds.ID == passwordID:
		return anyValue
	case endsWith(w, noSecrets[:]):
		return noReach
	case endsWith(w, insideEndings[:]):
		return allInside
	case endsWith(w, secretEndings[:]):
		return ownValue
	}
	return noReach
}

func endsWith(words string, endings []string) bool {
	for _, ending := range endings {
		if strings.HasSuffix(words, ending) {
			return true
		}
	}
	return false
}

// secret returns the detector of the name that makes s a secret, if one of them
// does. What the member "value" of an object or a group holds is what that is called.
func secret(n, up *name, s string) *detect.Detector {
	inside := up.reach == allInside || up.reach == ownValue && n.role == isValue
	switch {
	case n.reach == anyValue:
		return n.holds
	case up.reach == anyValue:
		return up.holds
	case n.reach == noReach && !inside || tellsOfSecret(s):
		return nil
	case n.reach != noReach:
		return n.holds
	}
	return up.holds
}

// tellsOfSecret reports whether a value says something about a secret, and is
// none: a number, a state, a type, the name of a Kubernetes object.
func tellsOfSecret(s string) bool {
	if len(s) < 4 || strings.Trim(s, "0123456789.-") == "" || strings.Count(s, "/") == 1 && strings.IndexByte(s, '=') < 0 && len(s) < 64 {
		return true
	}
	switch strings.ToLower(s) {
	case "none", "null", "true", "false", "empty", "unset", "missing", "absent", "present", "valid", "invalid", "expired", "revoked",
		"unknown", "active", "bearer", "basic", "digest", "refresh", "access", "default", "rotated", "changed", "redacted":
		return true
	}
	return false
}
