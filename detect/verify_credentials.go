package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// verifyJWE checks that the first part decodes to a header that names the
// encryption of the content (RFC 7516 section 4.1.2).
func verifyJWE(value string) Verdict {
	head, _, _ := strings.Cut(value, ".")
	return validIf(decodesTo(head, `"enc"`))
}

// verifyServiceAccount checks that a JSON Web Token was issued to a service
// account of Kubernetes.
func verifyServiceAccount(value string) Verdict {
	if verifyJWT(value) == Invalid {
		return Invalid
	}
	return validIf(issuedToServiceAccount(value))
}

// issuedToServiceAccount reports whether the claims of a JSON Web Token are those
// of a service account: of its namespace, or of its name as the subject.
func issuedToServiceAccount(value string) bool {
	_, rest, _ := strings.Cut(value, ".")
	claims, _, _ := strings.Cut(rest, ".")
	return decodesTo(claims, `"kubernetes/serviceaccount"`) || decodesTo(claims, `"system:serviceaccount:`)
}

// verifyAgeIdentity checks the Bech32 checksum of an age identity.
func verifyAgeIdentity(value string) Verdict {
	if isTokenPlaceholder(strings.TrimPrefix(value, "AGE-SECRET-KEY-1")) {
		return Invalid
	}
	return confirmedIf(checkdigit.ValidBech32(value, checkdigit.Bech32))
}

// verifyPKCS12 checks the head of a PFX structure: version 3, then content of
// type data or signed data (RFC 7292 section 4).
func verifyPKCS12(value string) Verdict {
	const contentType = "\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07"
	head := value[:min(40, len(value))]
	return validIf(decodesTo(head, "\x02\x01\x03\x30") && decodesTo(head, contentType))
}

// verifySAML checks that the text decodes to an element of SAML.
func verifySAML(value string) Verdict {
	return validIf(decodesTo(value[:min(24, len(value))], "<saml"))
}

// verifyPasswordHash refuses digests of nothing but one character.
func verifyPasswordHash(value string) Verdict {
	if strings.HasPrefix(value, "$") || strings.HasPrefix(value, "pbkdf2_") {
		return validIf(!isMonotonous(value[strings.LastIndexByte(value, '$')+1:]))
	}
	return verifyKeyed(value)
}
