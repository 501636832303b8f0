package detect

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// namesNoSecret are keywords of password_assignment behind which a password stands
// in another way than by assignment: words of SQL, and calls.
var namesNoSecret = []string{"identified by", "identified with", "convert to secure string", "ps exec", "directory entry", "username password credentials"}

// TestKeywordsAreKeys keeps each keyword that names a secret one that a secret is
// found behind, whatever else the word may be: passwd is a program, too.
func TestKeywordsAreKeys(t *testing.T) {
	secret := "x8J3kk2LLq" + "9fQ7tRz4Wm2"
	for _, id := range []string{"password_assignment", "generic_api_key", "xsrf_token", "oauth_client_secret"} {
		for _, keyword := range ByID(id).Keywords {
			key := strings.ReplaceAll(keyword, " ", "_")
			mixed := !isASCII(key) && strings.ContainsAny(key, "abcdefghijklmnopqrstuvwxyz")
			if slices.Contains(namesNoSecret, keyword) || mixed || isProgram(keyword) && kindOfKey(key) != secretWord {
				continue
			}
			before := []string{key + "=", key + ": ", `"` + key + `": "`}
			if isASCII(key) {
				before = append(before, "x_"+key+"=", "x."+key+"=", "--"+key+"=", "user=bob&"+key+"=", strings.ToUpper(key)+"=")
			}
			for _, before := range before {
				found := Default().Append(nil, before+secret)
				require.Len(t, found, 1, before)
				assert.Equal(t, len(before), found[0].Start, before)
			}
		}
	}
}

func isProgram(keyword string) bool {
	return slices.ContainsFunc([]string{" ", "_", "-"}, func(joiner string) bool {
		return programOf([]byte(strings.ReplaceAll(keyword, " ", joiner))) != nil
	})
}

// What is set to a word, in the ways in which something is set to a password.
func TestNamesOfPrograms(t *testing.T) {
	word := "hunt" + "er2"
	for _, tt := range []struct {
		name, text string
		want       string
	}{
		{"passwd is a key", "user=bob passwd=" + word + " host=db", word},
		{"as in prose", "passwd: " + word, word},
		{"in quotes", `PASSWD = "` + word + `"`, word},
		{"in a form", "user=bob&passwd=" + word + "&x=1", word},
		{"as an option", "--passwd=" + word, word},
		{"as an option with a blank", "--passwd " + word, word},
		{"in an element", "<passwd>" + word + "</passwd>", word},
		{"and a program", "echo " + word + " | passwd --stdin bob", word},
		{"which may be given nothing", "passwd --stdin bob", ""},
		{"the file of accounts", "passwd=/etc/passwd", ""},
		{"a line of nsswitch.conf", "passwd: files systemd", ""},
		{"a directive of Redis as a setting", "requirepass=" + word, word},
		{"and as it is", "requirepass " + word, word},
		{"the variable that sshpass reads", "SSHPASS=" + word + " sshpass -e ssh db", word},
		{"a file of htpasswd", "htpasswd=/etc/nginx/htpasswd", ""},
		{"programs are no keys", "mysql=" + word + " curl: " + word, ""},
		{"nor are files of settings", "npm_config=" + word, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			found := Default().Append(nil, tt.text)
			if tt.want == "" {
				require.Empty(t, found)
				return
			}
			require.Equal(t, []string{"password_assignment"}, ids(found))
			require.Equal(t, tt.want, tt.text[found[0].Start:found[0].End])
		})
	}
}
