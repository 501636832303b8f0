package commands

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// words returns the words of text.
func words(text string) (out []string) {
	r := NewReader(text, 0, len(text))
	for w, ok := r.Next(); ok; w, ok = r.Next() {
		out = append(out, text[w.Start:w.End])
	}
	return out
}

func TestWords(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"words", "a  b\tc", []string{"a", "b", "c"}},
		{"quotes hold blanks together", `"a b" 'c d' x="e f" -p'g h'`, []string{"a b", "c d", `x="e f"`, "-p'g h'"}},
		{"apostrophes are letters", "don't and won't", []string{"don't", "and", "won't"}},
		{"a quote that is never closed is a letter", "'a b\nc", []string{"'a", "b"}},
		{"the quotes around a command", `"curl -s x" y`, []string{"curl", "-s", "x", "y"}},
		{"a command goes on after a backslash", "a \\\n  b \\\r\n c", []string{"a", "b", "c"}},
		{"a command line ends with its line", "a\nb", []string{"a"}},
		{"the end of a line, in a string", `a\nb`, []string{"a", "b"}},
		{"a pipe without blanks", "a|b", []string{"a", "|", "b"}},
		{"a semicolon at a word", "a; b", []string{"a", ";", "b"}},
		{"and without blanks", "a=b&& c", []string{"a=b", "&&", "c"}},
		{"an escaped blank", `a\ b c`, []string{`a\ b`, "c"}},
		{"an empty word", `a "" b`, []string{"a", "", "b"}},
	} {
		t.Run(c.name, func(t *testing.T) { assert.Equal(t, c.want, words(c.text)) })
	}
}

// The values that programs are known to take stand in ⟦⟧.
func TestValues(t *testing.T) {
	for _, line := range []string{
		"mysql -u root -p⟦pa55⟧ shop", "mysql -uroot -p shop", "/usr/bin/mysql.exe -p⟦'pa 55'⟧", "mysql -p x & mysql -p⟦b⟧",
		"docker run -p 80:80 x", "docker login -u jane -p ⟦pa55⟧ r.example.com", "curl -su ⟦jane:pa55⟧ x; ls -u b", "curl --user=⟦jane:pa55⟧ | mysql -p⟦b⟧",
		"htpasswd -b file jane ⟦pa55⟧", "htpasswd -b /etc/nginx/passwd jane ⟦pa55⟧", "htpasswd -nbB jane ⟦pa55⟧", `htpasswd -bnBC 10 "" ⟦pa55⟧`, "sqlplus ⟦jane/pa55⟧", "rabbitmqctl add_user jane ⟦pa55⟧", "vault login ⟦hvs.1234567⟧", "vault login page",
		"echo jane:pa55 | cat", "echo ⟦jane:pa55⟧ | sudo chpasswd", "echo -n ⟦pa55⟧ | passwd --stdin jane", "echo pa55; chpasswd", "chpasswd <<< ⟦jane:pa55⟧",
		"xfreerdp /u:jane /p:⟦pa55⟧ /v:h", "schtasks /create /rp ⟦pa55⟧ /tn x", `sh -c "mysql -p⟦pa55⟧ x" -p y`,
	} {
		text := strings.NewReplacer("⟦", "", "⟧", "").Replace(line)
		r := NewReader([]byte(text), 0, len(text))
		marked, at := "", 0
		var found [][2]int
		for w, ok := r.Next(); ok; w, ok = r.Next() {
			if w.Kind == Value && !w.Doubtful {
				found = append(found, [2]int{w.Start, w.End})
			}
		}
		for _, f := range found {
			require.GreaterOrEqual(t, f[0], at, line)
			marked += text[at:f[0]] + "⟦" + text[f[0]:f[1]] + "⟧"
			at = f[1]
		}
		assert.Equal(t, strings.ReplaceAll(strings.ReplaceAll(line, "⟦'", "'⟦"), "'⟧", "⟧'"), marked+text[at:])
	}
}

// What a reader costs does not depend on what it reads.
func TestReaderDoesNotAllocate(t *testing.T) {
	line := []byte(`echo a:b1234567 | sudo chpasswd; curl -u jane:pa55 -H 'A: b' "x" && docker login -p b /password:x # done`)
	assert.Zero(t, testing.AllocsPerRun(20, func() {
		r := NewReader(line, 0, len(line))
		for _, ok := r.Next(); ok; _, ok = r.Next() {
		}
	}))
}
