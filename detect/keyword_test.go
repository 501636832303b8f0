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
		{"what is said of that file", "/etc/passwd=modified /etc/passwd: 5d41402abc4b" + "2a76b9719d911017c592", ""},
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

// Names of passwords beside names that are about passwords, as a text has them and as
// the name of a field: what the field is classified as goes with it.
func TestNamesAboutPasswords(t *testing.T) {
	random, token := "x8J3kk"+"2LLq", "x8J3kk"+"2LLqd93kdLLw"
	for _, tt := range []struct {
		name, key, value string
		found, isSecret  bool
	}{
		{"typed once more", "confirm_password", random, true, true},
		{"in one word", "confirmPassword", random, true, true},
		{"the other way round", "password_confirmation", random, true, true},
		{"and in one word", "passwordConfirmation", random, true, true},
		{"repeated", "repeatPassword", random, true, true},
		{"and the other way round", "password_repeat", random, true, true},
		{"a new one", "reset_password", random, true, true},
		{"for one time", "one_time_password", random, true, true},
		{"what a new one is set with", "reset_password_token", token, true, true},
		{"a switch", "reset_password", "true", false, true},
		{"a time", "reset_password", "2026-03-15T10:00:00Z", false, true},
		{"a switch that says what was done", "password_reset", "true", false, false},
		{"a time by its name", "password_reset_at", "2026-03-15T10:00:00Z", false, false},
		{"a URL", "confirm_password_url", "https://h.example.com/confirm", false, false},
		{"a URL for a new one", "reset_password_url", "https://h.example.com/reset", false, false},
		{"a number", "password_reset_attempts", "12345", false, false},
		{"a share", "pass_rate", "98.52%", false, false},
		{"a share in one word", "passRate", "0.98765", false, false},
		{"a switch by its name", "password_confirmed", "probably", false, false},
		{"an answer", "has_password", "definitely", false, false},
		{"another answer", "password_enabled", "sometimes", false, false},
		{"a figure of language models", "time_to_first_token", "123.456ms", false, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, text := range []string{tt.key + "=" + tt.value, `"` + tt.key + `": "` + tt.value + `"`} {
				require.Len(t, Default().Append(nil, text), btoi(tt.found), text)
			}
			require.Len(t, Default().AppendField(nil, tt.key, tt.value), btoi(tt.found))
			require.Equal(t, tt.isSecret, Default().Classify(tt.key) != nil)
		})
	}
}
