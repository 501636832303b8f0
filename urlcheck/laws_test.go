package urlcheck

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/fieldsafe/fieldsafe/internal/urlrules"
)

// seeds are all inputs of the tables.
func seeds() []string {
	var out []string
	for _, c := range maskCases {
		out = append(out, bodies.Replace(c.in))
	}
	for _, c := range cleanCases {
		out = append(out, c.in)
	}
	for _, c := range differentials {
		out = append(out, c.in)
	}
	return out
}

func FuzzLaws(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s)
	}
	f.Fuzz(checkLaws)
}

func TestLawsHoldForTheTables(t *testing.T) {
	for _, s := range seeds() {
		checkLaws(t, s)
	}
}

// Mixtures are inputs of the tables with pieces of others put in and taken out.
func TestLawsHoldForMixtures(t *testing.T) {
	const rounds = 20_000
	inputs := seeds()
	for _, c := range markedCases(t) {
		inputs = append(inputs, c.in)
	}
	random := rand.New(rand.NewPCG(2026, 11))
	for range rounds {
		raw := inputs[random.IntN(len(inputs))]
		for range 1 + random.IntN(6) {
			at, other := random.IntN(len(raw)+1), inputs[random.IntN(len(inputs))]
			from := random.IntN(len(other) + 1)
			switch random.IntN(3) {
			case 0:
				raw = raw[:at] + hostile[random.IntN(len(hostile))] + raw[at:]
			case 1:
				raw = raw[:at] + raw[min(at+1, len(raw)):]
			case 2:
				raw = raw[:at] + other[from:min(from+30, len(other))] + raw[at:]
			}
		}
		checkLaws(t, raw)
	}
}

// checkLaws checks one input: what is found is sorted, disjoint and in range;
// only that changes; masking twice is masking once, and leaves nothing to find;
// Find, Mask, Strip, Split and Check agree; no name that is shown holds a byte of
// what was found.
func checkLaws(t *testing.T, raw string) {
	found := urlrules.Append(nil, raw, nil)
	masked, stripped := rewritten(t, raw, found)
	require.Equal(t, masked, Mask(raw))
	require.Equal(t, masked, Mask(masked), "masking %q twice", raw)
	require.Empty(t, Find(masked), "masking %q", raw)
	require.Equal(t, stripped, Strip(raw))
	clean, _ := Split(raw)
	require.Equal(t, stripped, clean)
	require.Equal(t, len(found) > 0, Check(raw) != nil)
	require.Len(t, Find(raw), len(found))
	for _, m := range found {
		for _, n := range found {
			require.True(t, m.NameEnd <= n.Start || n.End <= m.NameStart || m.NameStart == m.NameEnd, "%q: a name holds what was found: %+v %+v", raw, m, n)
		}
	}
}

// rewritten returns what Mask and Strip are to make of raw.
func rewritten(t *testing.T, raw string, found []urlrules.Match) (masked, stripped string) {
	pos, gone := 0, make([]bool, len(raw))
	for _, m := range found {
		require.True(t, pos <= m.Start && m.Start < m.End && m.End <= len(raw), "spans of %q: %+v", raw, found)
		require.True(t, m.CutStart <= m.Start && m.End <= m.CutEnd, "cut of %q: %+v", raw, m)
		for i := m.CutStart; i < m.CutEnd; i++ {
			gone[i] = true
		}
		masked += raw[pos:m.Start] + "***"
		pos = m.End
	}
	var kept []byte
	for i := range len(raw) {
		if !gone[i] {
			kept = append(kept, raw[i])
		}
	}
	return masked + raw[pos:], string(kept)
}

// The secret of this test is a word that no message of ours holds.
const marker = "zq" + "7Xsecret0marker"

func TestNothingRepeatsASecret(t *testing.T) {
	for _, in := range []string{
		"https://user:" + marker + "@example.com/", "https://" + marker + ":@example.com/", "https://example.com/?token=" + marker,
		"https://example.com/go?u=https%3A%2F%2Fu%3A" + marker + "%40in.example", "host=db password=" + marker,
		"https://user:a" + marker + "/x@example.com:80x/",
	} {
		err := Check(in)
		require.Error(t, err, in)
		clean, credentials := Split(in)
		hidden := Hide(in)
		values := []any{err, Find(in), Explain(in), credentials, &credentials, credentials.Parameters(), hidden, &hidden, New(nil),
			struct{ u URL }{hidden}, struct{ c Credentials }{credentials}, struct{ p []Parameter }{credentials.Parameters()}, SafeError(errors.New("dial " + in))}
		if _, parse := url.Parse(in); parse != nil {
			values = append(values, SafeError(parse), SafeError(fmt.Errorf("connect: %w", parse)))
		}
		for _, v := range values {
			for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
				assert.NotContains(t, fmt.Sprintf(verb, v), marker, "%s of %T for %s", verb, v, in)
				assert.NotContains(t, fmt.Sprintf(verb, v), fmt.Sprintf("%x", marker), "%s of %T", verb, v)
			}
			text, err := json.Marshal(v)
			if err == nil { // a detector has functions, which JSON cannot hold
				assert.NotContains(t, string(text), marker, "JSON of %T", v)
			}
		}
		assert.NotContains(t, clean, marker)
	}
}

// Hostile input, by what it repeats.
var hostile = []string{"@", "%", ":", "/", "=", "&", "?", "#", ";", "\\", "{", "a:", "a@", "http://a:", "http://a:b@", "http:", "jdbc:", "%25", "%40", "%3A%2F%2F", "&a=", ";a=", "'=", "={", "=\"", "= ", "a=b;", "a=b ", "://", "//", "a:b@c/", "(", "a=(", "\n=", "%2525", "view-source:", "?token=", "/(S(", "eyJ.", "\"a\":", "[", "a,b=", "a.slack.com/", "WIFI:P:", "machine x login y password ", "curl -d a=b ", "-x=\"", "a:b@tcp(", "x/y@h:1/z ", "jdbc:h2:;password=a ", "\\u0040", "&#64;",
	"u:p@h,", "//u:p@h,", "https://a\tb:c@d\t", "http://a:/", "Authorization: Bearer 1234567 ", "vault login ", "{\"a\":\"", "jdbc:h2:;cipher=a;password=b ", "x='host=h ", "jdbc:a://u:p;@h/", "http://a b:c@d ", "<a>user=b;pwd=c</a>", "%2F%2Fu%3Ap%40h/", "rtsp://h/a_password=b_", "echo a:b | chpasswd; ", "\"curl -u a:b ", "=&quot;", "{\\\"a\\\":\\\"", "htpasswd a b ", "/p:x 'a "}

// A scan that is not linear would not end before the test's time is up.
func TestHostileInputEnds(t *testing.T) {
	const size = 1 << 20
	for _, unit := range hostile {
		for _, tail := range []string{"", "@h"} {
			raw := strings.Repeat(unit, size/len(unit)) + tail
			masked := Mask(raw)
			assert.LessOrEqual(t, len(masked), 2*len(raw)+len(stars), "%q", unit)
		}
	}
}

func BenchmarkHostile(b *testing.B) {
	for _, unit := range hostile {
		for _, size := range []int{16 << 10, 64 << 10} {
			raw := strings.Repeat(unit, size/len(unit)) + "@h"
			b.Run(fmt.Sprintf("%q/%dKiB", unit, size>>10), func(b *testing.B) {
				b.SetBytes(int64(size))
				for b.Loop() {
					Mask(raw)
				}
			})
		}
	}
}
