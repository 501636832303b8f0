package detect

import (
	"encoding/base64"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestMember(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"plain", `{"auth":"abc"}`, "abc"},
		{"blanks and line breaks around the colon", "{\"auth\" :\n  \"abc\"}", "abc"},
		{"JSON within JSON", `"{\"auth\":\"abc\"}"`, "abc"},
		{"JSON within JSON within JSON", `"{\\\"auth\\\":\\\"abc\\\"}"`, "abc"},
		{"single quotes", `{'auth': 'abc'}`, "abc"},
		{"the name is part of a longer one", `{"authority":"abc","auth":"def"}`, "def"},
		{"the name is a value", `{"type":"auth","auth":"abc"}`, "abc"},
		{"an object is no string", `{"auth":{"a":"b"}}`, ""},
		{"cut", `{"auth":`, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			start, end, _ := member(tt.text, "auth", 0, len(tt.text))
			require.Equal(t, tt.want, tt.text[start:end])
		})
	}
}

func TestCodeEnd(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       string
	}{
		{"four digits", "1234", "1234"},
		{"eight digits", "12345678.", "12345678"},
		{"two groups of three", "123-456", "123-456"},
		{"three digits", "123", ""},
		{"nine digits", "123456789", ""},
		{"a date", "2026-11-21", ""},
		{"a decimal number", "1234.5", ""},
		{"a name", "1234abc", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, tt.text[:codeEnd(tt.text, 0)])
		})
	}
}

func TestKindOfKey(t *testing.T) {
	for _, tt := range []struct {
		key  string
		want keyWordKind
	}{
		{"password", secretWord},
		{"dbPassword", secretWord},
		{"javax.net.ssl.keyStorePassword", secretWord},
		{"host_secret", secretWord},
		{"password_store", aboutWord},
		{"password_file", aboutWord},
		{"token_count", aboutWord},
		{"next_page_token", aboutWord},
		{"public_key", aboutWord},
		{"csrfmiddlewaretoken", secretWord},
		{"access", hintWord},
		{"monkey", aboutWord},
		{"colour", 0},
		{"node.session.auth.username", aboutWord},
		{"username_password", secretWord},
		{"smtppassword", secretWord},
		{"authtoken", secretWord},
		{"bypass", 0},
		{"confirm_password", secretWord},
		{"confirmPassword", secretWord},
		{"password_confirmation", secretWord},
		{"passwordConfirmation", secretWord},
		{"repeatPassword", secretWord},
		{"password_repeat", secretWord},
		{"reset_password", secretWord},
		{"one_time_password", secretWord},
		{"one_time_passcode", secretWord},
		{"reset_password_token", secretWord},
		{"user[password_confirmation]", secretWord},
		{"password_confirmation_sent_at", aboutWord},
		{"confirm_password_url", aboutWord},
		{"password_reset_at", aboutWord},
		{"reset_password_url", aboutWord},
		{"reset_password_attempts", aboutWord},
		{"password_reset", aboutWord},
		{"confirmation", aboutWord},
		{"time_to_first_token", aboutWord},
		{"pass_rate", aboutWord},
		{"passRate", aboutWord},
		{"exchange_rate_api_key", secretWord},
		{"has_password", aboutWord},
	} {
		t.Run(tt.key, func(t *testing.T) {
			require.Equal(t, tt.want, kindOfKey(tt.key))
		})
	}
}

func TestVerifyJSONWebTokens(t *testing.T) {
	b64 := func(s string) string { return base64.RawURLEncoding.EncodeToString([]byte(s)) }
	header, claims := b64(`{"alg":"RS256"}`), b64(`{"sub":"1234567890","name":"Jane Doe"}`)
	account := b64(`{"iss":"kubernetes/serviceaccount"}`)
	signature := strings.Repeat("a1B2c3D4", 10)
	for _, tt := range []struct {
		name   string
		verify func(string) Verdict
		value  string
		want   Verdict
	}{
		{"signed", verifyJWT, header + "." + claims + "." + signature, Valid},
		{"not signed", verifyJWT, header + "." + claims + ".", Valid},
		{"cut before its signature", verifyJWT, header + "." + claims, Plausible},
		{"detached payload", verifyJWT, header + ".." + signature, Valid},
		{"payload that is no JSON", verifyJWT, header + "." + signature + "." + signature, Plausible},
		{"no algorithm", verifyJWT, b64(`{"typ":"JWT"}`) + "." + claims + ".", Invalid},
		{"of a service account: another detector's", verifyJWT, header + "." + account + "." + signature, Plausible},
		{"encoded once more", verifyJWT, b64(header + "." + claims + "." + signature), Valid},
		{"encoded, but something else", verifyJWT, b64(header + " " + claims), Invalid},
		{"service account", verifyServiceAccount, header + "." + account + "." + signature, Valid},
		{"another issuer", verifyServiceAccount, header + "." + claims + "." + signature, Invalid},
		{"encrypted", verifyJWE, b64(`{"alg":"dir","enc":"A128GCM"}`) + "..a.b.c", Valid},
		{"not encrypted", verifyJWE, header + "..a.b.c", Invalid},
	} {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, tt.verify(tt.value))
		})
	}
}

// The words that credentials stand beside cost no memory where none does.
func TestKeywordsOfCredentialsDoNotAllocate(t *testing.T) {
	text := strings.Repeat(`kind: Deployment, the machine had a login, cookie: none, sig=ok digest sha256, "auths": {}, curl -s -u jane https://example.com/ `+
		`"kty":"RSA", otp 12, password: ${PASSWORD}, mysql -u root shop, session_id=12, csrf off, "type":"service_account", npm auth token `, 4)
	found := Default().Append(nil, text)
	require.Empty(t, found)
	require.Zero(t, testing.AllocsPerRun(20, func() { found = Default().Append(found[:0], text) }))
}

// Law 4, as far as it is the scanner's: text that is read as lines gives what its
// lines give one by one, whatever a document would tell.
func TestAppendLinesReadsEachLineByItself(t *testing.T) {
	pair := `"value":"velvet-57"`
	for name, text := range map[string]string{
		"manifest":            "kind: Secret\ndata:\n  user: amFuZQ==\n  pass: cDRzc3cwcmQtMTIz\n",
		"manifest on a line":  `{"kind":"Secret","data":{"extra":"YWRtaW46cGFzc3dvcmQ="}}` + "\nend\n",
		"netrc":               "machine git.example.com\n  login jane\n  password velvet-57\n",
		"netrc on a line":     "machine git.example.com login jane password velvet-57\nend\n",
		"name and value":      "- name: DB_PASSWORD\n  value: velvet-57\n",
		"name, value in JSON": `{"name":"DB_PASSWORD",` + "\n" + pair + "}\n" + `{"name":"DB_PASSWORD",` + pair + "}\n",
		"command":             "curl https://example.com/ \\\n  -u jane:velvet-57\ncurl -u jane:velvet-57 https://example.com/\n",
		"key set":             "{\"kty\":\"oct\",\n\"k\":\"" + tokenBody(43) + "\"}\n",
		"registries":          "{\"auths\":{\"r.example.com\":{\n\"auth\":\"amFuZTpodW50ZXIyMzQ1\"}}}\n",
	} {
		t.Run(name, func(t *testing.T) {
			var want []Finding
			at := 0
			for line := range strings.Lines(text) {
				for _, f := range Default().AppendLines(nil, line) {
					f.Start, f.End = f.Start+at, f.End+at
					want = append(want, f)
				}
				at += len(line)
			}
			require.Equal(t, describe(want), describe(Default().AppendLines(nil, text)))
		})
	}
}

func FuzzCredentialVerifiers(f *testing.F) {
	for _, seed := range []string{"", "$", "eyJ", "eyJ.", "ZXlK", "MII", "AGE-SECRET-KEY-1", "PHNhbWw", "$2y$10$"} {
		f.Add(seed)
	}
	verifiers := []func(string) Verdict{verifyJWT, verifyJWE, verifyServiceAccount, verifyAgeIdentity, verifyPKCS12, verifySAML, verifyPasswordHash}
	f.Fuzz(func(t *testing.T, value string) {
		for _, verify := range verifiers {
			if v := verify(value); v > Valid {
				t.Errorf("verdict %d", v)
			}
		}
	})
}

// What is read around the kind of a manifest may end in the indentation of a line.
func TestManifestLongerThanWhatIsRead(t *testing.T) {
	for cut := range 12 {
		text := "kind: Secret\ndata:\n" + strings.Repeat("  a: b\n", maxManifest/7-2) + strings.Repeat(" ", 2+cut) + strings.Repeat("      c: d\n", 9)
		if found := Default().Append(nil, text); len(found) > 0 {
			t.Errorf("%d: found %v", cut, found)
		}
	}
}
