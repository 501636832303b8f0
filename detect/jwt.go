package detect

import (
	"bytes"
	"encoding/base64"
	"strings"
)

// verifyJWT checks that the first part of a JSON Web Token decodes to a JSON
// object with an algorithm (RFC 7519, RFC 7515 section 4.1.1).
func verifyJWT(value string) Verdict {
	head, rest, _ := strings.Cut(value, ".")
	body, _, _ := strings.Cut(rest, ".")
	if !decodesTo(head, `"alg"`) {
		return Invalid
	}
	switch {
	case strings.HasPrefix(body, "eyJ"):
		return confirmedIf(!issuedToServiceAccount(value)) // the rest is for k8s_service_account_token
	case strings.HasPrefix(rest, "."):
		return Valid // the payload is detached: RFC 7515 appendix F
	}
	return plausibleIf(len(body) >= minPayload && looksRandom(body)) // of any content: RFC 7515 section 3
}

// minPayload is the least length of a payload that is not JSON.
const minPayload = 24

// decodesTo reports whether the first kilobyte of value, decoded from base64 of
// either alphabet, contains part.
func decodesTo(value, part string) bool {
	var in, out [1024]byte
	n := copy(in[:], strings.TrimRight(value, "="))
	for i, b := range in[:n] {
		switch b {
		case '+':
			in[i] = '-'
		case '/':
			in[i] = '_'
		}
	}
	n, err := base64.RawURLEncoding.Decode(out[:], in[:n/4*4+n%4])
	if err != nil && n == 0 {
		return false
	}
	return bytes.Contains(out[:n], []byte(part))
}
