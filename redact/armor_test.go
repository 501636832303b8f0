package redact

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

const keyLabel = "[REDACTED:private_key_pem]"

// loggedKey returns a private key as loggers write it, a record for each row, and the
// rows.
func loggedKey(record func(i int, row string) string) (text string, rows []string) {
	long := func(seed string) string { return strings.Repeat(seed, 8) }
	rows = []string{long("MIIEpAIB"), long("Zm9vYmFy"), long("Q/x+9zRk"), "dGhlIGxhc3Qgcm93IGlzIHNob3J0ZXIu"[:28] + "eQ=="}
	const kind = "RSA PRIVATE" + " KEY-----"
	for i, line := range append(append([]string{"-----BEGIN " + kind}, rows...), "-----END "+kind) {
		text += record(i, line) + "\n"
	}
	return text, rows
}

func quotedRow(row string) string {
	if strings.ContainsAny(row, "= ") {
		return fmt.Sprintf("%q", row)
	}
	return row
}

var loggedKeys = []struct {
	name, reason string
	record       func(i int, row string) string
}{
	{"slog, JSON", "a word of another member is as short as a last row", func(_ int, row string) string {
		return fmt.Sprintf(`{"level":"INFO","msg":%q}`, row)
	}},
	{"slog, text", "a row with padding is quoted", func(i int, row string) string {
		return fmt.Sprintf("time=2026-03-15T09:26:53.%03dZ level=INFO msg=%s", i, quotedRow(row))
	}},
	{"finding behind the row", "the key need not be the last finding of its line", func(_ int, row string) string {
		return fmt.Sprintf(`{"log":%q,"client":"198.51.100.23"}`, row+"\n")
	}},
	{"findings before the row", "a row does not hide what else is in its line", func(_ int, row string) string {
		return fmt.Sprintf(`{"email":%q,"log":%q,"password":{"x":"velvet-Quarry-57"}}`, mail, row+"\n")
	}},
	{"prefix with findings", "a row does not hide what else is in its line", func(_ int, row string) string {
		return "app user=" + mail + " password=velvet-Quarry-57 | " + row
	}},
	{"microseconds", "what stands before the rows changes", func(i int, row string) string { return fmt.Sprintf("11:35:12.%06d %s", 767046+i*1013, row) }},
	{"time of a runtime", "and is longer or shorter", func(i int, row string) string {
		return "2026-03-15T09:26:53." + strings.Repeat("7", 3+i) + "Z " + row
	}},
	{"line numbers", "as cat -n writes them", func(i int, row string) string { return fmt.Sprintf("%6d\t%s", 8+i, row) }},
	{"colours", "the name of a colour ends with a letter", func(_ int, row string) string { return "\x1b[32mapp |\x1b[0m \x1b[1m" + row + "\x1b[0m" }},
	{"colours in JSON", "which is escaped", func(_ int, row string) string { return `{"log":"\u001b[1m` + row + `\u001b[0m\n"}` }},
	{"diff", "a plus is base64", func(_ int, row string) string { return "+" + row }},
	{"JSON in JSON", "as Docker keeps what slog writes", func(_ int, row string) string {
		inner, _ := json.Marshal(map[string]string{"level": "INFO", "msg": row})
		return fmt.Sprintf(`{"log":%q,"stream":"stdout"}`, string(inner)+"\n")
	}},
	{"escaped slashes", "as PHP writes JSON", func(_ int, row string) string {
		return `{"log":"` + strings.ReplaceAll(row, "/", `\/`) + `"}`
	}},
	{"escaped padding", "as Gson writes JSON", func(_ int, row string) string {
		return `{"log":"` + strings.ReplaceAll(row, "=", `\u003d`) + `"}`
	}},
	{"several goroutines", "lines of others stand between", func(i int, row string) string {
		return fmt.Sprintf("worker %d done\napp | %s", i, row)
	}},
	{"text after the row", "as logfmt has it", func(_ int, row string) string { return fmt.Sprintf("msg=%q level=info user=7", row) }},
	{"fields behind blanks", "as many before each row", func(i int, row string) string {
		return fmt.Sprintf("I0315 09:26:53.%06d       1 main.go:%d] %s", i*7919, 9+i, row)
	}},
	{"colour behind a bare row", "a line that is no row of a block", func(_ int, row string) string { return row + "\x1b[0m" }},
}

// Of a private key that is logged row by row no row comes out, whatever stands around the
// rows, and of that nothing is lost.
func TestPrivateKeysRowByRow(t *testing.T) {
	for _, tc := range loggedKeys {
		t.Run(tc.name, func(t *testing.T) {
			text, rows := loggedKey(tc.record)
			want := streamed(t, text, always(len(text)))
			for name, out := range map[string]string{"writer": want, "lines": lined(t, text, always(len(text)))} {
				for _, row := range append(rows, "alice.doe", "velvet", rows[3][:20], rows[2][:3]+`\/`) {
					require.NotContains(t, out, row, "%s: %s", name, tc.reason)
				}
				require.True(t, tc.name == "diff" || strings.Count(text, "\n") == strings.Count(out, "\n"), name)
				if strings.HasPrefix(text, "{") {
					for line := range strings.Lines(out) {
						require.True(t, json.Valid([]byte(line)), line)
					}
				}
			}
			require.Equal(t, want, streamed(t, text, atRandom(50, 5)))
			require.Equal(t, want, streamed(t, want, always(99)), "redacted again")
			after := "11:35:13 the end of abcd\nlevel=INFO msg=done by=abcd\n{\"msg\":\"done\"}\n"
			require.True(t, strings.HasSuffix(streamed(t, text+after, always(33)), after), "nothing after the key is touched")
		})
	}
}

// The first line of a key of PuTTY's holds no secret, but says what follows.
func TestPuTTYRowByRow(t *testing.T) {
	row := strings.Repeat("Zm9vYmFy", 8)
	key := "PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nComment: x\nPublic-Lines: 1\n" + row + "\nPrivate-Lines: 2\n" + row + "\neHl6\nPrivate-MAC: 00\n"
	for name, out := range map[string]string{
		"a block":       streamed(t, key, always(7)),
		"lines":         lined(t, key, always(7)),
		"with a prefix": streamed(t, prefixed("app | ", key), always(7)),
		"in JSON":       lined(t, dockerLog(key), always(7)),
	} {
		require.NotContains(t, out, row, name)
		require.NotContains(t, out, "eHl6", name)
	}
	const mention = "a PuTTY-User-Key-File-3: x\nand so on\n"
	require.Equal(t, mention, streamed(t, mention, always(7)))
}

// A line may hold all records, or a list.
func TestPrivateKeysInOneLine(t *testing.T) {
	var list []string
	var records []map[string]string
	_, rows := loggedKey(func(_ int, row string) string {
		list = append(list, row)
		records = append(records, map[string]string{"level": "INFO", "msg": row})
		return row
	})
	list = append(append(list, "done"), list...)
	records = append(append(records, map[string]string{"msg": "done"}), records...)
	for _, v := range []any{map[string]any{"lines": list}, map[string]any{"a": records, "by": "abcd"}, list} {
		text, err := json.Marshal(v)
		require.NoError(t, err)
		spaced := strings.ReplaceAll(string(text), `",`, `", `)
		for _, line := range []string{string(text) + "\n", spaced + "\n"} {
			for name, out := range map[string]string{"writer": streamed(t, line, always(99)), "lines": lined(t, line, always(99)), "json": jsonLined(t, line, always(99))} {
				require.True(t, json.Valid([]byte(out)), out)
				for _, row := range rows {
					require.NotContains(t, out, row, name)
				}
			}
		}
	}
}

func TestRowsStandWhereTheyStand(t *testing.T) {
	key := privateKey(2)
	begin, row := key[:strings.IndexByte(key, '\n')], strings.Repeat("Zm9vYmFy", 8)
	head := "app | " + begin + "\napp | " + row + "\n"
	clean := "app | " + keyLabel + "\napp | " + keyLabel + "\n"
	for _, tc := range []struct{ name, text, want string }{
		{"its prefix stays", "level=INFO msg=" + begin + "\nlevel=INFO msg=" + row + "\nlevel=INFO msg=Zm9v\n", strings.Repeat("level=INFO msg="+keyLabel+"\n", 3)},
		{"a word elsewhere", head + "app done | abcd\n", clean + "app done | abcd\n"},
		{"a word in the place of a row", head + "app | done\napp | not done\n", clean + "app | " + keyLabel + "\napp | not done\n"},
		{"rows and the end in one line", `{"a":"` + begin + `\n"}` + "\n" + `{"a":"` + row + `\nZm9vYg==\n-----END RSA PRIVATE` + ` KEY-----\n"}` + "\n",
			`{"a":"` + keyLabel + `\n"}` + "\n" + `{"a":"` + keyLabel + `\n` + keyLabel + `\n-----END RSA PRIVATE` + ` KEY-----\n"}` + "\n"},
		{"a Kubernetes object behind it", "app | " + begin + "\napiVersion: v1\nkind: Secret\ndata:\n  x: dmVsdmV0LVF1YXJyeQ==\n", "app | " + keyLabel + "\napiVersion: v1\nkind: Secret\ndata:\n  x: [REDACTED:k8s_secret_manifest]\n"},
		{"a hash", head + "app | " + strings.Repeat("4b825dc6", 8) + "\n", clean + "app | " + strings.Repeat("4b825dc6", 8) + "\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			require.Equal(t, tc.want, streamed(t, tc.text, always(len(tc.text))))
			require.Equal(t, tc.want, streamed(t, tc.text, always(7)))
		})
	}
}

// A key that never ends is forgotten, and so is one whose rows do.
func TestKeysAreForgotten(t *testing.T) {
	key := privateKey(2)
	begin, row := "app | "+key[:strings.IndexByte(key, '\n')]+"\n", "app | "+strings.Repeat("Zm9vYmFy", 8)+"\n"
	require.Contains(t, streamed(t, begin+strings.Repeat(row, 2*maxLines), always(4096)), row)
	require.Contains(t, streamed(t, begin+row+strings.Repeat("clean\n", maxOthers+1)+row, always(4096)), row)
}

// A line of JSON that mentions a block is read as JSON as any other.
func TestLinesOfJSONThatMentionBlocks(t *testing.T) {
	for _, mention := range []string{"no -----BEGIN block", `-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n`, "PuTTY-User-Key-File-3: x"} {
		line := `{"cert":"` + mention + `","credentials":{"x":"velvet"},"n":4242424242424242,"password":["northern","quarry"]}` + "\n"
		for name, out := range map[string]string{"writer": streamed(t, line+line, always(50)), "lines": lined(t, line+line, always(50))} {
			for l := range strings.Lines(out) {
				require.True(t, json.Valid([]byte(l)), l)
			}
			for _, secret := range []string{"velvet", "northern", "quarry", "4242"} {
				require.NotContains(t, out, secret, "%s: %s", name, mention)
			}
			require.Contains(t, out, mention)
		}
	}
}
