package detect

import (
	"bytes"
	"encoding/base64"
	"strings"
)

// verifyJWT checks that the first part of a JSON Web Token decodes to a JSON
// object with an algorithm (RFC 7519, RFC 7515 section 4.1.1).
func verifyJWT(value string) Verdict {
	if strings.HasPrefix(value, "ZXlK") {
		return verifyEncodedJWT(value)
	}
	head, rest, _ := strings.Cut(value, ".")
	body, _, signed := strings.Cut(rest, ".")
	if !decodesTo(head, `"alg"`) {
		return Invalid
	}
	switch {
	case !signed:
		return plausibleIf(len(body) >= minPayload && strings.HasPrefix(body, "eyJ"))
	case strings.HasPrefix(body, "eyJ"):
		return confirmedIf(!issuedToServiceAccount(value)) // the rest is for k8s_service_account_token
	case strings.HasPrefix(rest, "."):
		return Valid // the payload is detached: RFC 7515 appendix F
	}
	return plausibleIf(len(body) >= minPayload && looksRandom(body)) // of any content: RFC 7515 section 3
}

// verifyEncodedJWT does so for a token in base64, as Kubernetes and others keep
// it.
func verifyEncodedJWT(value string) Verdict {
	var out [1024]byte
	token := out[:decodeHead(&out, value)]
	for _, b := range token {
		if !isKeyByte(b) {
			return Invalid
		}
	}
	return validIf(bytes.Contains(token, []byte(".eyJ")))
}

// minPayload is the least length of a payload that is not JSON.
const minPayload = 24

// decodesTo reports whether the first kilobyte of value, decoded from base64 of
// either alphabet, contains part.
func decodesTo(value, part string) bool {
	var out [1024]byte
	return bytes.Contains(out[:decodeHead(&out, value)], []byte(part))
}

// decodeHead decodes the first kilobyte of base64 of either alphabet, as far as
// it is base64, and returns how many bytes that gives.
func decodeHead(out *[1024]byte, value string) int {
	var in [1024]byte
	n := copy(in[:], strings.TrimRight(value, "="))
	for i, b := range in[:n] {
		switch b {
		case '+':
			in[i] = '-'
		case '/':
			in[i] = '_'
		}
	}
	n, _ = base64.RawURLEncoding.Decode(out[:], in[:n])
	return n
}
