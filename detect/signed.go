package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

const (
	maxQuery  = 2048 // bytes of a signed URL on either side of its signature
	maxFields = 400  // bytes of a connection string before its key
)

// presigned looks for the signature of an AWS URL at the name of its parameter.
func (r *run) presigned(d *Detector, start, end int) int {
	const size = 64
	from, to := r.parameter(end, isHex)
	if to-from != size {
		return 0
	}
	query, last := r.query(start, end)
	if containsEither(query, "X-Amz-Credential", "x-amz-credential") {
		r.add(from, to, d, Certain, byChecksum, to-from)
	}
	return last
}

// googleSigned does the same for Google Cloud, whose older URLs name the signer
// first.
func (r *run) googleSigned(d *Detector, start, end int) int {
	const (
		name         = "&Signature"
		minSignature = 128 // of RSA with 512 bits, in hexadecimal
	)
	from, to := r.parameter(end, isKeyByte)
	if from == to {
		return 0
	}
	query, last := r.query(start, end)
	if isHexWord(r.text[from:to]) && to-from >= minSignature {
		if containsEither(query, "X-Goog-Credential", "x-goog-credential") {
			r.add(from, to, d, Certain, byChecksum, to-from)
		}
		return last
	}
	if i := strings.Index(r.text[end:last], name); i >= 0 {
		if from, to = r.parameter(end+i+len(name), isEncodedBase64); to-from >= minSignature/3 {
			r.add(from, to, d, Certain, byChecksum, to-from)
		}
	}
	return last
}

// sharedAccess looks for the signature of an Azure shared access signature.
func (r *run) sharedAccess(d *Detector, start, end int) int {
	const least, most = 43, 60 // 32 bytes in base64, plain or percent-encoded
	from, to := r.parameter(end, isEncodedBase64)
	if to-from < least || to-from > most {
		return 0
	}
	query, last := r.query(start, end)
	if strings.Contains(query, "sv=20") && containsEither(query, "se=", "sp=") {
		r.add(from, to, d, Certain, byChecksum, to-from)
	}
	return last
}

// parameter returns the value of the parameter whose name ends at i: the bytes
// of the set after "=", which may be percent-encoded itself.
func (r *run) parameter(i int, set func(byte) bool) (from, to int) {
	switch rest := r.text[i:]; {
	case strings.HasPrefix(rest, "="):
		from = i + 1
	case hasPrefixFold(rest, "%3d"):
		from = i + 3
	default:
		return 0, 0
	}
	for to = from; to < len(r.text) && to-from < maxQuery && set(r.text[to]); to++ {
	}
	return from, to
}

// query returns the bytes without blanks and quotes around [start, end), and
// where they end.
func (r *run) query(start, end int) (query string, last int) {
	const ends = " \t\r\n\"'<>`"
	before := r.text[max(0, start-maxQuery):start]
	before = before[strings.LastIndexAny(before, ends)+1:]
	after := r.text[end:min(len(r.text), end+maxQuery)]
	if i := strings.IndexAny(after, ends); i >= 0 {
		after = after[:i]
	}
	last = end + len(after)
	return r.text[start-len(before) : last], last
}

// isEncodedBase64 reports whether b may stand in base64 that is percent-encoded.
func isEncodedBase64(b byte) bool {
	return scan.IsAlnum(b) || b == '%' || b == '+' || b == '/' || b == '=' || b == '_' || b == '-'
}

func containsEither(s, a, b string) bool { return strings.Contains(s, a) || strings.Contains(s, b) }

// containsFold reports whether s holds part, which is in lower case, in any
// letter case.
func containsFold(s, part string) bool {
	for i := range len(s) - len(part) + 1 {
		if s[i]|0x20 == part[0]|0x20 && hasPrefixFold(s[i:], part) {
			return true
		}
	}
	return false
}

// busKey looks for the key in the connection string of an Azure Service Bus or
// Event Hub.
func (r *run) busKey(d *Detector, start, end int) {
	const size = 44
	from, to := r.parameter(end, isEncodedBase64)
	if to-from != size || r.text[to-1] != '=' || isTokenPlaceholder(r.text[from:to]) {
		return
	}
	before := r.text[max(0, start-maxFields):start]
	if strings.Contains(before[strings.LastIndexByte(before, '\n')+1:], "sb://") {
		r.add(from, to, d, Certain, byChecksum, to-from)
	}
}

// cosmosKey looks for the account key in the connection string whose endpoint
// ends at end.
func (r *run) cosmosKey(d *Detector, end int) int {
	const name, size = "accountkey", 88
	last := lineEnd(r.text, end, end+maxFields)
	for i := end; i < last; i++ {
		if !hasPrefixFold(r.text[i:], name) {
			continue
		}
		from, to := r.parameter(i+len(name), isEncodedBase64)
		if to-from == size && verifyMixedKinds(r.text[from:to]) != Invalid {
			r.add(from, to, d, Certain, byChecksum, to-from)
		}
		break
	}
	return last
}
