package urlcheck

import (
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// alphabets of the bodies {name:length} in testdata/marked.txt, which are made
// here so that the tree holds no token.
var alphabets = map[string]string{
	"hex": "0123456789abcdef", "dig": "0123456789", "a36": "0123456789abcdefghijklmnopqrstuvwxyz", "up": "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ",
	"b62": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", "w": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_",
}

var bodyPattern = regexp.MustCompile(`\{(hex|dig|a36|up|b62|w):(\d+)\}`)

// withBodies replaces each {name:length} by so many bytes of its alphabet.
func withBodies(line string) string {
	source := rand.New(rand.NewPCG(uint64(len(line)), 7))
	return bodyPattern.ReplaceAllStringFunc(line, func(body string) string {
		part := bodyPattern.FindStringSubmatch(body)
		length, _ := strconv.Atoi(part[2])
		out := make([]byte, length)
		for i := range out {
			out[i] = alphabets[part[1]][source.IntN(len(alphabets[part[1]]))]
		}
		return string(out)
	})
}

// markedCase is a line of testdata/marked.txt: an input, and what Mask makes of it.
type markedCase struct{ section, in, want string }

var secretPattern = regexp.MustCompile(`⟦[^⟧]*⟧`)

// markedCases reads testdata/marked.txt: the secrets stand in ⟦⟧, § is a
// password, a line that begins with "J " has the escapes of JSON, one that
// begins with "## " names those after it.
func markedCases(t *testing.T) []markedCase {
	t.Helper()
	var out []markedCase
	section := ""
	for _, line := range lines(t, "marked.txt") {
		if name, ok := strings.CutPrefix(line, "## "); ok {
			section = name
			continue
		}
		if quoted, ok := strings.CutPrefix(line, "J "); ok {
			var err error
			line, err = strconv.Unquote(`"` + quoted + `"`)
			require.NoError(t, err, quoted)
		}
		for _, password := range []string{pw, "s3cr" + "3t", "correct-horse-" + "battery"} {
			marked := withBodies(strings.ReplaceAll(line, "§", password))
			out = append(out, markedCase{section, strings.NewReplacer("⟦", "", "⟧", "").Replace(marked), secretPattern.ReplaceAllString(marked, "***")})
			if !strings.Contains(line, "§") {
				break
			}
		}
	}
	return out
}

// Exactly what is marked is masked, and none of it is left after Strip.
func TestMarkedLines(t *testing.T) {
	for _, c := range markedCases(t) {
		if got := Mask(c.in); got != c.want {
			t.Errorf("%s: Mask(%q)\n got %q\nwant %q", c.section, c.in, got, c.want)
		}
		checkLaws(t, c.in)
		if c.in == c.want {
			assert.Equal(t, c.in, Strip(c.in))
		}
	}
}
