package detect

import "github.com/fieldsafe/fieldsafe/detect/internal/scan"

// verifyAWSSecret tells a secret access key from a digest, which is hexadecimal,
// and from a path: it mixes upper case, lower case and digits.
func verifyAWSSecret(value string) Verdict {
	var upper, lower, digit, slash int
	hex := true
	for i := range len(value) {
		switch b := value[i]; {
		case scan.IsDigit(b):
			digit++
		case b == '/' || b == '+':
			slash++
		case b&0x20 == 0:
			upper++
		default:
			lower++
		}
		hex = hex && isHex(value[i])
	}
	return plausibleIf(!hex && upper >= 3 && lower >= 3 && digit >= 1 && slash <= 6)
}
