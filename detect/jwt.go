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
	return validIf(strings.HasPrefix(body, "eyJ") || strings.Contains(rest, ".."))
}

// decodesTo reports whether the first kilobyte of value, decoded from base64url,
// contains part.
func decodesTo(value, part string) bool {
	var in, out [1024]byte
	n := copy(in[:], strings.TrimRight(value, "="))
	n, err := base64.RawURLEncoding.Decode(out[:], in[:n/4*4+n%4])
	if err != nil && n == 0 {
		return false
	}
	return bytes.Contains(out[:n], []byte(part))
}
