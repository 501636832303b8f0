package detect

import (
	"iter"
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// keyWords yields the words of a key in lower case: those between separators
// and at changes of letter case, digits left out. Words of more than 16 bytes
// are cut.
func keyWords(key string) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		var word [16]byte
		n := 0
		for i := 0; i <= len(key); i++ {
			if i < len(key) && scan.IsLetter(key[i]) && !(n > 0 && camelBreak(key, i)) {
				if n < len(word) {
					word[n] = key[i] | 0x20
					n++
				}
				continue
			}
			if n > 0 && !yield(word[:n]) {
				return
			}
			if n = 0; i < len(key) && scan.IsLetter(key[i]) {
				word[0], n = key[i]|0x20, 1
			}
		}
	}
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
	secretWord keyWordKind = iota + 1 // names a secret
	aboutWord                         // says that the key is about a secret, not one
)

var keyWordKinds = wordKinds(map[keyWordKind]string{
	secretWord: `password passwd passwort passphrase passcode pass pwd pw pswd passw secret secrets token apikey accesskey secretkey privatekey authkey
		credential credentials creds cred key auth authorization bearer contrasena senha kennwort wachtwoord haslo parola mdp motdepasse clave salasana losenord adgangskode sifre pat jwt signature sig`,
	aboutWord: `count policy length len type name names id ids arn path file filename dir directory url uri host endpoint expiry expires expire expiration expired ttl age
		enabled disabled enable disable required require requires limit limits version field fields format prefix suffix rotation rotate reset provider manager store ref reference size min max
		algorithm alg method class usage hint label index count budget tokens keys monkey keyboard keyword keywords public page next sort partition cache routing primary foreign
		author authors invalid failed failure error errors strength change changed update updated created valid validation check checked attempts attempt history lookup
		template schema column table input prompt show hide visibility toggle confirm confirmation hash hashed digest fingerprint thumbprint scope scopes issuer audience manager mode space
		total used usage per second seconds minutes hours days timeout lifetime retention window bucket group policyname mount mounts`,
})

func wordKinds(lists map[keyWordKind]string) map[string]keyWordKind {
	kinds := map[string]keyWordKind{}
	for kind, list := range lists {
		for _, w := range strings.Fields(list) {
			kinds[w] = kind
		}
	}
	return kinds
}
