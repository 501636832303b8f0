package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// uuidPattern is a UUID in either letter case.
const uuidPattern = `[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}`

// confirmedIf is Valid when a token's checksum is right, and Plausible when it
// is not: the prefix stands, and tokens of test suites carry random checksums.
func confirmedIf(ok bool) Verdict {
	if ok {
		return Valid
	}
	return Plausible
}

// verifyToken refuses placeholders. A random body confirms nothing.
func verifyToken(value string) Verdict {
	return plausibleIf(!isTokenPlaceholder(value))
}

// verifyMixed is for tokens whose shape a word could have: it asks for a digit.
func verifyMixed(value string) Verdict {
	return plausibleIf(alphabetOf(value)&withDigit != 0 && !isTokenPlaceholder(value))
}

// verifyMixedCase is for tokens whose shape a slug could have: it asks for
// letters of both cases.
func verifyMixedCase(value string) Verdict {
	const both = withLower | withUpper
	return plausibleIf(alphabetOf(value)&both == both && !isTokenPlaceholder(value))
}

// verifyMixedKinds is for tokens whose shape a name in code could have: it asks
// for letters of both cases and a digit.
func verifyMixedKinds(value string) Verdict {
	const all = withLower | withUpper | withDigit
	return plausibleIf(alphabetOf(value)&all == all && !isTokenPlaceholder(value))
}

// verifyKeyed is for secrets of no shape beside the name of their issuer: it
// asks for both letters and digits, so that words and numbers pass by.
func verifyKeyed(value string) Verdict {
	a := alphabetOf(value)
	return plausibleIf(a&withDigit != 0 && a&(withLower|withUpper) != 0 && !isTokenPlaceholder(value))
}

// verifyKeyedNotHex is verifyKeyed for alphabets so much larger than the
// hexadecimal digits that a value of those alone is a hash.
func verifyKeyedNotHex(value string) Verdict {
	if alphabetOf(value)&beyondHex == 0 {
		return Invalid
	}
	return verifyKeyed(value)
}

// verifyKeyedNotUUID is verifyKeyed for alphabets that hold UUIDs.
func verifyKeyedNotUUID(value string) Verdict {
	if len(value) == 36 && value[8] == '-' && value[13] == '-' && value[18] == '-' && value[23] == '-' {
		return Invalid
	}
	return verifyKeyed(value)
}

// verifyAWSKeyID knows that Amazon's documentation ends its identifiers in
// EXAMPLE; the ones it repeats most are samples, the others nothing.
func verifyAWSKeyID(value string) Verdict {
	const mark = "EXAMPLE"
	if len(value) < 4+len(mark) || value[len(value)-len(mark):] != mark {
		return verifyToken(value)
	}
	switch value[4 : len(value)-len(mark)] {
	case "IOSFODNN7", "I44QH8DHB", "CKCEVSQ6C2":
		return Plausible
	}
	return Invalid
}

// verifyAzureKey leaves keys with the mark of Azure DevOps to their detector.
func verifyAzureKey(value string) Verdict {
	const at, mark = 76, "AZDO"
	if len(value) >= at+len(mark) && value[at:at+len(mark)] == mark {
		return Invalid
	}
	return verifyToken(value)
}

// verifyStripeKey leaves secret keys of Paystack, which are 40 lower-case
// letters and digits behind the same prefix, to their detector.
func verifyStripeKey(value string) Verdict {
	const prefix, paystack = len("sk_live_"), 40
	if len(value) == prefix+paystack && value[0] == 's' && alphabetOf(value)&withUpper == 0 {
		return Invalid
	}
	return verifyToken(value)
}

// verifyGitHubToken checks the suffix of a token with a four-byte prefix, the
// scheme of GitHub and npm.
func verifyGitHubToken(value string) Verdict {
	const prefix, suffix = 4, 6
	if isTokenPlaceholder(value) {
		return Invalid
	}
	cut := len(value) - suffix
	return confirmedIf(cut > prefix && checkdigit.ValidCRC32Base62(value[prefix:cut], value[cut:]))
}

// verifyGitHubFineGrained checks the suffix of the second part of a
// fine-grained token: 22 characters, an underscore and 59 characters.
func verifyGitHubFineGrained(value string) Verdict {
	const start, size, suffix = len("github_pat_") + 23, 59, 6
	if isTokenPlaceholder(value) {
		return Invalid
	}
	if len(value) != start+size || value[start-1] != '_' {
		return Plausible
	}
	cut := len(value) - suffix
	return confirmedIf(checkdigit.ValidCRC32Base62(value[start:cut], value[cut:]))
}

// verifyGitLabRoutable checks the seven base-36 digits that end a routable
// token: the CRC-32 of everything before them.
func verifyGitLabRoutable(value string) Verdict {
	const suffix = 7
	if isTokenPlaceholder(value) {
		return Invalid
	}
	cut := len(value) - suffix
	return confirmedIf(cut > 0 && checkdigit.ValidCRC32Base36(value[:cut], value[cut:]))
}

// verifyCloudflareToken checks the eight hexadecimal digits that end a token:
// the CRC-32 of the 40 characters before them.
func verifyCloudflareToken(value string) Verdict {
	const body, suffix = 40, 8
	if isTokenPlaceholder(value) {
		return Invalid
	}
	cut := len(value) - suffix
	return confirmedIf(cut >= body && checkdigit.ValidCRC32Hex(value[cut-body:cut], value[cut:]))
}

// verifyAtlassianToken checks the eight hexadecimal digits that end a token:
// the CRC-32 of everything before them, prefix and "=" included.
func verifyAtlassianToken(value string) Verdict {
	const suffix = 8
	if isTokenPlaceholder(value) {
		return Invalid
	}
	cut := len(value) - suffix
	return confirmedIf(cut > 0 && checkdigit.ValidCRC32Hex(value[:cut], value[cut:]))
}

// verifyGrafanaToken checks the eight hexadecimal digits that end a service
// account token: the CRC-32, its lowest byte first, of everything before the
// underscore in front of them.
func verifyGrafanaToken(value string) Verdict {
	const suffix = 8
	if isTokenPlaceholder(value) {
		return Invalid
	}
	cut := len(value) - suffix
	if cut < 1 {
		return Plausible
	}
	sum := checkdigit.CRC32Hex(value[:cut-1])
	low := [suffix]byte{sum[6], sum[7], sum[4], sum[5], sum[2], sum[3], sum[0], sum[1]}
	return confirmedIf(value[cut:] == string(low[:]))
}

// verifyDiscordToken decodes the first part of a bot token, which is the
// base-64 of the decimal number of the bot's account.
func verifyDiscordToken(value string) Verdict {
	if isTokenPlaceholder(value) {
		return Invalid
	}
	var bits, held uint
	for i := range len(value) {
		if value[i] == '.' {
			return Valid
		}
		digit, ok := base64Digit(value[i])
		if !ok {
			return Plausible
		}
		bits, held = bits<<6|digit, held+6
		if held < 8 {
			continue
		}
		held -= 8
		if b := bits >> held & 0xff; b < '0' || b > '9' {
			return Plausible
		}
	}
	return Plausible
}

// verifyEncodedJSON confirms a token that is a JSON object in base 64.
func verifyEncodedJSON(value string) Verdict {
	if isTokenPlaceholder(value) {
		return Invalid
	}
	return confirmedIf(isEncodedJSON(value))
}

// verifyGrafanaCloud decodes what stands behind "glc_".
func verifyGrafanaCloud(value string) Verdict {
	return verifyTail(value, len("glc_"), len(value))
}

// verify1PasswordService decodes what stands behind "ops_".
func verify1PasswordService(value string) Verdict {
	return verifyTail(value, len("ops_"), len(value))
}

// verifySentryOrg decodes what stands between the prefix and the secret.
func verifySentryOrg(value string) Verdict {
	return verifyTail(value, len("sntrys_"), strings.LastIndexByte(value, '_'))
}

// verifyTail confirms a token of which the bytes [from, to) are a JSON object in
// base 64.
func verifyTail(value string, from, to int) Verdict {
	if isTokenPlaceholder(value) {
		return Invalid
	}
	return confirmedIf(from < to && isEncodedJSON(value[from:to]))
}

// isEncodedJSON reports whether s is the base 64 of printable text in braces.
func isEncodedJSON(s string) bool {
	var bits, held uint
	last, count := byte(0), 0
	for i := 0; i < len(s) && s[i] != '='; i++ {
		digit, ok := base64Digit(s[i])
		if !ok {
			return false
		}
		bits, held = bits<<6|digit, held+6
		if held < 8 {
			continue
		}
		held -= 8
		last = byte(bits >> held)
		if count == 0 && last != '{' || last < ' ' || last > '~' {
			return false
		}
		count++
	}
	return count > 2 && last == '}'
}

// base64Digit is the value of a digit of base 64 in the two alphabets of RFC
// 4648, sections 4 and 5.
func base64Digit(c byte) (uint, bool) {
	switch {
	case 'A' <= c && c <= 'Z':
		return uint(c - 'A'), true
	case 'a' <= c && c <= 'z':
		return uint(c-'a') + 26, true
	case '0' <= c && c <= '9':
		return uint(c-'0') + 52, true
	case c == '+' || c == '-':
		return 62, true
	case c == '/' || c == '_':
		return 63, true
	}
	return 0, false
}
