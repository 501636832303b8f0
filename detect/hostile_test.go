package detect

import (
	"math/rand/v2"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// shape is text that makes an engine work that is not careful.
type shape struct {
	name string
	text func(n int) string // of n bytes
}

func repeated(part string) func(n int) string {
	return func(n int) string { return strings.Repeat(part, n/len(part)+1)[:n] }
}

func randomText(alphabet string) func(n int) string {
	return func(n int) string {
		random := rand.New(rand.NewPCG(5, 6))
		b := make([]byte, n)
		for i := range b {
			b[i] = alphabet[random.IntN(len(alphabet))]
		}
		return string(b)
	}
}

var hostile = []shape{
	{"at-signs", repeated("@")},
	{"short-addresses", repeated("a@")},
	{"addresses", repeated("a.b@c.de ")},
	{"digits", repeated("7")},
	{"random-digits", randomText("0123456789")},
	{"digit-groups", repeated("4111 ")},
	{"dates", repeated("12-34-")},
	{"assignments", repeated("password=")},
	{"colons", repeated(`"secret": `)},
	{"token-prefixes", repeated("sk_" + "live_")},
	{"armor", repeated("-----BEGIN ")},
	{"armored-keys", repeated("-----BEGIN PRIVATE KEY-----")},
	{"ssh2-keys", repeated("---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----")},
	{"ssh2-keys-in-lines", repeated("---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----\nAAAA\n")},
	{"putty-keys", repeated("PuTTY-User-Key-File-2: ")},
	{"userinfo", repeated("http://a:")},
	{"urls", repeated("https://u:p@")},
	{"urls-and-addresses", repeated("http://u:velvet57@h.de/ jane@corp-mail.de ")},
	{"escaped-addresses", repeated("jane@corp-mail.de joe%40corp-mail.de\n")},
	{"percent", repeated("%")},
	{"percent-escapes", repeated("%25")},
	{"base64", randomText(alphabets["b64"])},
	{"one-letter", repeated("a")},
	{"one-letter-and-digit", repeated("a1")},
	{"tokens", repeated("eyJ")},
	{"dotted-tokens", repeated("eyJ.")},
	{"keywords", repeated("ssn ")},
	{"keyword-values", repeated("ssn 1 ")},
	{"quotes", repeated(`"`)},
	{"backslashes", repeated(`\`)},
	{"json-escapes", repeated(`\u0041`)},
	{"references", repeated("&#38;")},
	{"plus", repeated("+1 ")},
	{"hyphens", repeated("a-")},
	{"slugs", repeated("jane_doe_at_")},
	{"slashes", repeated("a/")},
	{"camel", repeated("aB")},
	{"wide", repeated("ｅ")},
	{"han", repeated("口座")},
	{"marks", repeated("e\u0301")},
	{"uuid", repeated("0123abcd-")},
	{"blanks", repeated(" ")},
	{"manifests", repeated("kind: Secret\n")},
	{"manifest-data", repeated("kind: Secret\ndata:\n  a: b\n")},
	{"key-types", repeated(`"kty":`)},
	{"service-accounts", repeated(`"type":"service_account"`)},
	{"registries", repeated(`"auths":`)},
	{"keysets", repeated(`"primaryKeyId":`)},
	{"cookies", repeated("cookie=")},
	{"cookie-pairs", repeated("Cookie: a=b; ")},
	{"commands", repeated("curl -u a:b ")},
	{"machines", repeated("machine a login b ")},
	{"signatures", repeated("&X-Amz-Signature=" + strings.Repeat("0123456789abcdef", 4))},
	{"shared-access", repeated("&sig=" + strings.Repeat("aB3", 15))},
	{"digests", repeated("Digest response=")},
	{"one-time-codes", repeated("otp 1 ")},
	{"dashed-tokens", repeated("eyJaaaaaaaaaaa-")},
	{"nul", repeated("\x00")},
}

// counting returns a scanner of the whole catalogue that counts the bytes handed
// to the verifiers, and one for every call.
func counting(t testing.TB) (*Scanner, *atomic.Int64) {
	t.Helper()
	work := new(atomic.Int64)
	var detectors []*Detector
	for _, d := range onByDefault() {
		counted := *d
		verify := d.Verify
		counted.Verify = func(value string) Verdict {
			work.Add(int64(1 + len(value)))
			if verify == nil {
				return Plausible
			}
			return verify(value)
		}
		detectors = append(detectors, &counted)
	}
	s, err := New(&Options{Detectors: detectors})
	require.NoError(t, err)
	return s, work
}

// Law 7, counted: four times the text, at most 4.6 times the bytes verified.
// What is looked at once or a few times in all does not count.
func TestVerifiersSeeEachByteABoundedNumberOfTimes(t *testing.T) {
	s, work := counting(t)
	const n, few = 8 << 10, 20000
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			for name, scan := range surfaces(s) {
				work.Store(0)
				scan(h.text(n))
				once := work.Swap(0)
				scan(h.text(4 * n))
				if four := work.Load(); float64(four) > 4.6*float64(once)+few {
					t.Errorf("%s: %d bytes verified in %d, %d in %d", name, once, n, four, 4*n)
				}
			}
		})
	}
}

func surfaces(s *Scanner) map[string]func(text string) []Finding {
	return map[string]func(text string) []Finding{
		"text":  func(text string) []Finding { return s.Append(nil, text) },
		"field": func(text string) []Finding { return s.AppendField(nil, "ssn_password", text) },
		"token": func(text string) []Finding { return s.AppendField(nil, "aws_session_token", text) },
		"name":  func(text string) []Finding { return s.AppendName(nil, text) },
	}
}

// Long hostile text is scanned at all: work that grew with the square of the
// length would not end within the time a test has.
func TestLongHostileText(t *testing.T) {
	for _, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			text := h.text(64 << 10)
			for _, scan := range surfaces(Default()) {
				checkWellFormed(t, text, scan(text))
			}
		})
	}
}

// BenchmarkHostile reports, beside the speed, how many times longer four times
// the text takes ("growth"): at most 4.6 by law 7, on a machine that is idle.
func BenchmarkHostile(b *testing.B) {
	Default().AppendName(Default().Append(nil, "x"), "x") // built on first use
	for _, h := range hostile {
		b.Run(h.name, func(b *testing.B) {
			small, large := h.text(16<<10), h.text(64<<10)
			b.SetBytes(int64(len(small) + len(large)))
			least := [2]time.Duration{time.Hour, time.Hour}
			var found []Finding
			for b.Loop() {
				for i, text := range [2]string{small, large} {
					start := time.Now()
					found = Default().Append(found[:0], text)
					least[i] = min(least[i], time.Since(start))
				}
			}
			b.ReportMetric(float64(least[1])/float64(least[0]), "growth")
		})
	}
}
