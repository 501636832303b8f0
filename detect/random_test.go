package detect

import (
	"encoding/base64"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// chance writes identifiers that mean nothing, the same ones every time.
type chance struct{ *rand.Rand }

func (c chance) of(alphabet string, n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = alphabet[c.IntN(len(alphabet))]
	}
	return string(b)
}

const (
	figures  = "0123456789"
	capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	smalls   = "abcdefghijklmnopqrstuvwxyz"
)

func (c chance) hex(n int) string    { return c.of("0123456789abcdef", n) }
func (c chance) digits(n int) string { return c.of(figures[1:], 1) + c.of(figures, n-1) }
func (c chance) alnum(n int) string  { return c.of(figures+capitals+smalls, n) }

func (c chance) base64(n int, e *base64.Encoding) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(c.IntN(256))
	}
	return e.EncodeToString(b)
}

// uuid has version 4, or now and then nothing but decimal digits.
func (c chance) uuid() string {
	digits := c.hex
	if c.IntN(4) == 0 {
		digits = func(n int) string { return c.of(figures, n) }
	}
	return digits(8) + "-" + digits(4) + "-4" + digits(3) + "-" + c.of("89ab", 1) + digits(3) + "-" + digits(12)
}

// Nothing in a UUID is an identifier of another kind, whatever its check digit says.
func TestNothingInUUIDs(t *testing.T) {
	lines := []string{
		"%s", "request %s done", "GET /v1/orders/%s/items HTTP/1.1", `{"trace":"%s","attempt":3}`, "urn:uuid:%s", "{%s}", "job_%s_0", "%s-17",
		"s3://lake/dt=2026-03-15/part-00017-%s-c000.snappy.parquet", "/var/lib/kubelet/pods/%s/volumes/kubernetes.io~projected",
	}
	c := chance{rand.New(rand.NewPCG(21, 22))}
	for range 20_000 {
		id := c.uuid()
		if c.IntN(4) == 0 {
			id = strings.ToUpper(id)
		}
		for _, line := range lines {
			line = fmt.Sprintf(line, id)
			require.Empty(t, ids(Default().Append(nil, line)), line)
		}
	}
}

// Nothing in what is written like an IBAN is an identifier of another kind when its
// check digits are wrong.
func TestNothingInIBANs(t *testing.T) {
	c := chance{rand.New(rand.NewPCG(25, 26))}
	for range 300 {
		for _, country := range ibanCountries {
			value := country.code + c.of(figures, 2) + c.account(country.structure)
			if verifyIBAN(value) != Invalid {
				continue
			}
			if c.IntN(2) == 0 {
				value = inFours(value, []string{" ", "-"}[c.IntN(2)])
			}
			require.Empty(t, ids(Default().Append(nil, "pay to "+value+" now")), value)
		}
	}
}

// account writes an account number of a structure as ibanCountry has it.
func (c chance) account(structure string) (number string) {
	count := 0
	for i := range len(structure) {
		switch b := structure[i]; b {
		case 'n':
			number, count = number+c.of(figures, count), 0
		case 'a':
			number, count = number+c.of(capitals, count), 0
		case 'c':
			number, count = number+c.of(figures+capitals, count), 0
		default:
			count = count*10 + int(b-'0')
		}
	}
	return number
}

func inFours(s, separator string) string {
	var groups []string
	for ; len(s) > 4; s = s[4:] {
		groups = append(groups, s[:4])
	}
	return strings.Join(append(groups, s), separator)
}

// Random strings of the forms that fill logs are reported without context at most
// once in ten thousand, but by the detectors named here, whose check digits or
// shape allow no better.
func TestRandomStrings(t *testing.T) {
	const n = 10_000
	for _, tt := range []struct {
		name   string
		make   func(c chance) string
		floors []string
	}{
		{"base 64 of 16 bytes", func(c chance) string { return "etag " + c.base64(16, base64.StdEncoding) + " stored" }, nil},
		{"base 64 of 32 bytes", func(c chance) string { return "digest " + c.base64(32, base64.StdEncoding) + " stored" }, nil},
		{"base 64 of 300 bytes", func(c chance) string { return "blob " + c.base64(300, base64.StdEncoding) }, nil},
		{"base 64 for URLs", func(c chance) string { return "cursor " + c.base64(96, base64.RawURLEncoding) + " next" }, nil},
		{"a short commit", func(c chance) string { return "commit " + c.hex(7) + " merged" }, nil},
		{"a commit", func(c chance) string { return "commit " + c.hex(40) + " merged" }, nil},
		{"a digest", func(c chance) string { return "image shop/cart@sha256:" + c.hex(64) }, nil},
		{"a container", func(c chance) string { return "container " + c.hex(12) + " started" }, nil},
		{"a span", func(c chance) string { return "traceparent: 00-" + c.hex(32) + "-" + c.hex(16) + "-01" }, nil},
		{"base 16 in capitals, 12", func(c chance) string { return "block " + strings.ToUpper(c.hex(12)) + " ok" }, nil},
		{"base 16 in capitals, 16", func(c chance) string { return "block " + strings.ToUpper(c.hex(16)) + " ok" }, nil},
		{"a ULID", func(c chance) string { return "event 01" + c.of("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 24) }, nil},
		{"a KSUID", func(c chance) string { return "event 2" + c.alnum(26) + " stored" }, nil},
		{"a Nano ID", func(c chance) string { return "session " + c.alnum(21) + " opened" }, nil},
		{"a Snowflake ID", func(c chance) string { return "message " + c.digits(17+c.IntN(3)) + " delivered" }, nil},
		{"seconds", func(c chance) string { return "at " + strconv.Itoa(1_500_000_000+c.IntN(400_000_000)) + " done" }, nil},
		{"milliseconds", func(c chance) string {
			return "at " + strconv.Itoa(1_500_000_000_000+c.IntN(390_000_000_000)) + " done"
		}, nil},
		{"microseconds", func(c chance) string { return "at " + strconv.Itoa(1_500_000_000_000_000+c.IntN(400_000_000_000_000)) }, nil},
		{"nanoseconds", func(c chance) string { return "at " + strconv.Itoa(1_500_000_000_000_000_000+c.IntN(4e17)) }, nil},
		{"git describe", func(c chance) string {
			return fmt.Sprintf("built v%d.%d.%d-%d-g%s", c.IntN(20), c.IntN(40), c.IntN(30), c.IntN(900), c.hex(7))
		}, nil},
		{"a semantic version with build metadata", func(c chance) string {
			return fmt.Sprintf("version %d.%d.%d-rc.%d+%s.%d", c.IntN(20), c.IntN(40), c.IntN(30), c.IntN(9), c.hex(8), 20200101+c.IntN(60000))
		}, nil},
		{"an object of a load balancer's log", func(c chance) string {
			return fmt.Sprintf("s3://logs/AWSLogs/elb/2026/%02d/%02d/app_%s_%sZ.log.gz", 1+c.IntN(12), 1+c.IntN(28), c.hex(16), c.digits(8))
		}, nil},
		{"a pod", func(c chance) string {
			return fmt.Sprintf(`pod="shop/cart-%s-%s" node="ip-10-0-%d-%d.ec2.internal"`, c.of("bcdf456789", 10), c.of("bcdfghjklmnpqrstvwxz2456789", 5), c.IntN(256), c.IntN(256))
		}, nil},
		{"a cloud resource", func(c chance) string { return "instance i-0" + c.hex(16) + " in subnet-0" + c.hex(16) }, nil},
		{"capitals and digits, 8", func(c chance) string { return "code " + c.of(capitals+figures, 8) + " queued" }, nil},
		{"capitals and digits, 10", func(c chance) string { return "code " + c.of(capitals+figures, 10) + " queued" }, nil},
		{"capitals and digits, 12", func(c chance) string { return "code " + c.of(capitals+figures, 12) + " queued" }, nil},
		{"capitals and digits, 16", func(c chance) string { return "code " + c.of(capitals+figures, 16) + " queued" }, nil},
		{"letters and digits, 32", func(c chance) string { return "ref " + c.alnum(32) + " queued" }, nil},
		{"letters and digits, 40", func(c chance) string { return "ref " + c.alnum(40) + " queued" }, []string{"yandex_keys"}},
		{"a bin", func(c chance) string { return "bin " + c.of(capitals, 1) + c.digits(8) + " moved" }, nil},
		{"a row of numbers", func(c chance) string {
			return fmt.Sprintf("%d %d %d %d %d %d", c.IntN(1e5), c.IntN(1e3), c.IntN(1e3), c.IntN(1e4), c.IntN(1e5), c.IntN(1e3))
		}, nil},
		{"a row of groups of four", func(c chance) string {
			return fmt.Sprintf("used %04d %04d %04d %04d %04d", c.IntN(1e4), c.IntN(1e4), c.IntN(1e4), c.IntN(1e4), c.IntN(1e4))
		}, []string{"credit_card", "iccid"}},
		{"a version of four parts", func(c chance) string {
			return fmt.Sprintf("schema %d.%d.%d.%d loaded", c.IntN(20), c.IntN(400), c.IntN(4000), c.IntN(40000))
		}, nil},
		{"a fingerprint", func(c chance) string {
			return "fingerprint " + strings.ToUpper(c.hex(2)) + strings.Repeat(":"+c.hex(2), 15) + " up"
		}, nil},
		{"9 digits", func(c chance) string { return "record " + c.digits(9) + " copied" }, nil},
		{"10 digits", func(c chance) string { return "record " + c.digits(10) + " copied" }, nil},
		{"11 digits", func(c chance) string { return "record " + c.digits(11) + " copied" }, []string{"no_fodselsnummer"}},
		{"12 digits", func(c chance) string { return "record " + c.digits(12) + " copied" }, nil},
		{"13 digits", func(c chance) string { return "record " + c.digits(13) + " copied" }, []string{"ro_cnp", "za_id"}},
		{"14 digits", func(c chance) string { return "record " + c.digits(14) + " copied" }, nil},
		{"15 digits", func(c chance) string { return "record " + c.digits(15) + " copied" }, []string{"credit_card", "fr_nir"}},
		{"16 digits", func(c chance) string { return "record " + c.digits(16) + " copied" }, []string{"credit_card"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := chance{rand.New(rand.NewPCG(23, 24))}
			hits := map[string]int{}
			for range n {
				for _, id := range ids(Default().Append(nil, tt.make(c))) {
					if !slices.Contains(tt.floors, id) {
						hits[id]++
					}
				}
			}
			for id, count := range hits {
				require.LessOrEqual(t, count, 2, "%s: %d of %d", id, count, n)
			}
		})
	}
}
