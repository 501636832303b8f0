package redact

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/transform"
)

const mail = "alice.doe@example.com"

// privateKey returns a private key of that many lines, built at run time.
func privateKey(lines int) string {
	const kind = "RSA PRIVATE" + " KEY-----"
	return "-----BEGIN " + kind + "\n" + strings.Repeat(strings.Repeat("Zm9vYmFy", 8)+"\n", lines) + "-----END " + kind + "\n"
}

// prefixed returns lines with something before each.
func prefixed(prefix, lines string) string {
	return prefix + strings.ReplaceAll(strings.TrimSuffix(lines, "\n"), "\n", "\n"+prefix) + "\n"
}

// dockerLog returns lines in lines of JSON.
func dockerLog(lines string) string {
	var b strings.Builder
	for line := range strings.Lines(lines) {
		fmt.Fprintf(&b, `{"log":%q,"stream":"stdout","time":"2026-03-15T09:26:53.05Z"}`+"\n", line)
	}
	return b.String()
}

// streamed redacts text given in pieces of the sizes that next returns.
func streamed(t testing.TB, text string, next func() int) string {
	t.Helper()
	var out bytes.Buffer
	write(t, NewWriter(&out, nil), text, next)
	return out.String()
}

// lined is streamed for a LineWriter.
func lined(t testing.TB, text string, next func() int) string {
	t.Helper()
	var out bytes.Buffer
	write(t, (*Redactor)(nil).LineWriter(&out), text, next)
	return out.String()
}

// write writes text in pieces of the sizes that next returns, and closes w.
func write(t testing.TB, w io.WriteCloser, text string, next func() int) {
	t.Helper()
	for rest := text; rest != ""; {
		n := min(len(rest), next())
		written, err := w.Write([]byte(rest[:n]))
		require.NoError(t, err)
		require.Equal(t, n, written)
		rest = rest[n:]
	}
	require.NoError(t, w.Close())
}

func always(n int) func() int { return func() int { return n } }

func atRandom(most int, seed uint64) func() int {
	random := rand.New(rand.NewPCG(seed, 1))
	return func() int { return 1 + random.IntN(most) }
}

var streams = []struct{ name, reason, text string }{
	{"JSON lines", "fields by their names, further out too", `{"n":4242424242424242,"password":{"x":"velvet-57"}}` + "\n" + ` { "a": "` + mail + `" }` + "\r\n{\"clean\":1}\n{\"a\": " + mail + "}\n"},
	{"last line of JSON", "needs no end", `{"n":1}` + "\n" + `{"password":"velvet-57","by":"` + mail + `"}`},
	{"Kubernetes secret", "one line says what the others hold", "--- \napiVersion: v1\ndata:\n  foo: dmVsdmV0LVF1YXJyeQ==\nkind: Secret\n---\nafter " + mail + "\n"},
	{"Kubernetes secrets in JSON", "a line for each member", "[\n  {\n    \"apiVersion\": \"v1\",\n    \"data\": {\n      \"foo\": \"dmVsdmV0LVF1YXJyeQ==\"\n    },\n    \"kind\": \"Secret\"\n  },\n  {\n    \"apiVersion\": \"v1\",\n    \"kind\": \"Pod\"\n  }\n]\nby " + mail},
	{"Kubernetes object before lines of JSON", "which are no part of it", "apiVersion: v1\n{\"credentials\":{\"x\":\"velvet\"},\"n\":4242424242424242}\n  \"apiVersion\": \"v1\",\n}\n{\"by\":\"" + mail + "\"}\n"},
	{"long Kubernetes object", "beyond the window", "apiVersion: v1\nkind: ConfigMap\ndata:\n" + strings.Repeat("  note: by "+mail+"\n", 2000)},
	{".netrc", "a line for each word", "machine api.example.com\n  login " + mail + "\n  password velvet-57\nmachine learning\nmachine b.example.com\nlogin x\npassword northern"},
	{"empty", "nothing in, nothing out", ""},
	{"no newline", "Close gives out what is held", "mail to " + mail},
	{"lines", "the usual case", "GET /a\nmail to " + mail + "\r\n\n" + `{"password":"velvet-57"}` + "\nend"},
	{"binary", "bytes that are no text pass unchanged", "\x00\xff\xfe\n\x80" + mail + "\x80\n\xff"},
	{"keywords on other lines", "context ends with the line", "account number\n000123456789\npassword:\nvelvet-57 by " + mail + "\nid\n" + strings.Repeat("12345678 iban\n", 5)},
	{"private key", "a value of many lines", "before\n" + privateKey(6) + "after " + mail + "\n"},
	{"two private keys", "and another", privateKey(2) + privateKey(3) + "end\n"},
	{"indented private key", "as in YAML", "key: |\n" + strings.ReplaceAll(privateKey(4), "\n", "\n  ") + "\nend\n"},
	{"unfinished private key", "the end of the input ends it", "a\n" + strings.TrimSuffix(privateKey(4), "\n")[:200]},
	{"mention of a private key", "a sentence does not hold the stream", "no -----BEGIN RSA PRIVATE" + " KEY----- found in " + mail + "\nnext line\n"},
	{"private key behind prefixes", "each line has the time before it", prefixed("2026-03-15T09:26:53.05Z stdout F ", privateKey(5)) + "by " + mail + "\n" + privateKey(2)},
	{"private key with headers", "which stand before its lines", prefixed("app | ", strings.Replace(privateKey(3), "-----\n", "-----\nProc-Type: 4,ENCRYPTED\n\n", 1)) + "app | by " + mail + "\n"},
	{"private key in lines of JSON", "as Docker keeps logs", dockerLog(privateKey(5)) + dockerLog("by "+mail+"\n"+privateKey(3))},
	{"private key interrupted", "a line that is none of its lines ends it", privateKey(4)[:150] + "\nlevel=info msg=\"by " + mail + "\"\n"},
	{"long line", "beyond the window", strings.Repeat("lorem ipsum ", 9000) + mail + strings.Repeat(" dolor sit", 9000) + "\n" + mail + "\n"},
	{"long line without blanks", "no good place to cut", strings.Repeat("x", 150_000) + " " + mail + "\n"},
	{"values all over a long line", "some stand where it is cut", strings.Repeat("id=7 by "+mail+"; ", 9000) + "\nend"},
	{"long private key", "beyond the window", "a\n" + privateKey(1200) + "b " + mail + "\n"},
	{"line as long as the window", "neither short nor long", strings.Repeat("y", window-1) + "\n" + strings.Repeat("y", window) + "\n" + mail + "\n"},
}

func TestStreamsDoNotDependOnCuts(t *testing.T) {
	for _, tc := range streams {
		t.Run(tc.name, func(t *testing.T) {
			want := streamed(t, tc.text, always(len(tc.text)+1))
			require.NotContains(t, want, "alice.doe", tc.reason)
			cuts := map[string]func() int{"4096": always(4096), "random": atRandom(50_000, 3), "70000": always(70_000)}
			if len(tc.text) < 2000 {
				for n := 1; n <= min(len(tc.text), 64); n++ {
					require.Equal(t, want, streamed(t, tc.text, always(n)), "pieces of %d bytes", n)
				}
				for i := range len(tc.text) {
					sizes := []int{len(tc.text), i + 1}
					require.Equal(t, want, streamed(t, tc.text, func() int {
						n := sizes[len(sizes)-1]
						sizes = sizes[:max(1, len(sizes)-1)]
						return n
					}), "cut after %d bytes", i+1)
				}
			}
			for name, next := range cuts {
				require.True(t, want == streamed(t, tc.text, next), "cuts: %s", name)
			}
		})
	}
}

func TestStreamsAgree(t *testing.T) {
	for _, tc := range streams {
		want := streamed(t, tc.text, always(1000))
		r := (*Redactor)(nil)
		got, err := io.ReadAll(r.Reader(strings.NewReader(tc.text)))
		require.NoError(t, err)
		require.True(t, want == string(got), "%s: reader", tc.name)
		require.NoError(t, iotest.TestReader(r.Reader(iotest.HalfReader(strings.NewReader(tc.text))), got), tc.name)

		got, _, err = transform.Bytes(r.Transformer(), []byte(tc.text))
		require.NoError(t, err)
		require.True(t, want == string(got), "%s: transform.Bytes", tc.name)
		got, err = io.ReadAll(transform.NewReader(strings.NewReader(tc.text), r.Transformer()))
		require.NoError(t, err)
		require.True(t, want == string(got), "%s: transform.NewReader", tc.name)
	}
}

func TestLinesAreWrittenAtOnce(t *testing.T) {
	var out bytes.Buffer
	w := NewWriter(&out, nil)
	for _, step := range []struct{ write, want string }{
		{"mail to alice.doe@exam", ""},
		{"ple.com\nnext", "mail to [REDACTED:email_address]\n"},
		{" line\n", "next line\n"},
		{"\n", "\n"},
		{"progress ...", ""},
		{"\r", ""},
	} {
		out.Reset()
		_, err := io.WriteString(w, step.write)
		require.NoError(t, err)
		require.Equal(t, step.want, out.String())
	}
	out.Reset()
	require.NoError(t, w.Close())
	require.Equal(t, "progress ...\r", out.String())
	require.NoError(t, w.Close(), "closing twice does nothing")
	_, err := io.WriteString(w, "late")
	require.Error(t, err)
}

// Lines that are no part of an object are not held with it.
func TestObjectsEndBeforeOtherLines(t *testing.T) {
	for _, tc := range []struct{ name, object, line, want string }{
		{"YAML and lines of JSON", "apiVersion: v1\nkind: ConfigMap\n", `{"credentials":{"x":"velvet"},"n":4242424242424242}`, `{"credentials":{"x":"[REDACTED:generic_api_key]"},"n":"[REDACTED:credit_card]"}`},
		{"YAML and a bracket", "- apiVersion: v1\n  kind: ConfigMap\n", "[INFO] started", "[INFO] started"},
		{"JSON and lines of JSON", "{\n  \"apiVersion\": \"v1\"\n}\n", `{"n":4242424242424242}`, `{"n":"[REDACTED:credit_card]"}`},
		{"JSON in YAML", "apiVersion: v1\n", `{`, `{`},
	} {
		var out bytes.Buffer
		w := NewWriter(&out, nil)
		_, err := io.WriteString(w, tc.object+tc.line+"\n")
		require.NoError(t, err)
		require.Equal(t, tc.object+tc.want+"\n", out.String(), tc.name)
	}
}

func TestStreamsAreBounded(t *testing.T) {
	const bound = 256 << 10
	for _, piece := range []string{"x", "lorem ipsum ", mail + " ", "password=" + strings.Repeat("v", 1000), "é", "-----BEGIN ", `{"a":"` + strings.Repeat("a@b.co ", 3400) + "\"}\n", strings.Repeat("a@b.co ", 3400) + "\n"} {
		s := newStream(nil, func([]byte) error { return nil })
		chunk := []byte(strings.Repeat(piece, 4096/len(piece)+1))
		for range 200 {
			require.NoError(t, s.feed(chunk))
			require.LessOrEqual(t, cap(s.held)+cap(s.context)+cap(s.out)+48*cap(s.found)+cap(s.json.buf)+cap(s.json.dst)+48*cap(s.json.found)+2*window, bound, "%.40q", piece)
		}
	}
}

// Of a line of JSON beyond the window a number is replaced by a string, too.
func TestLongLinesOfJSON(t *testing.T) {
	pad := strings.Repeat("lorem ipsum ", 2500)
	number, label := "4242424242424242", "[REDACTED:credit_card]"
	for _, tc := range []struct{ name, text, want string }{
		{"member", `{"pad":"` + pad + `","n":` + number + "}\n", `{"pad":"` + pad + `","n":"` + label + "\"}\n"},
		{"in its first window", `{"n": ` + number + `,"pad":"` + pad + "\"}\n", `{"n": "` + label + `","pad":"` + pad + "\"}\n"},
		{"element", `{"pad":"` + pad + `","n":[1, ` + number + " ]}\n", `{"pad":"` + pad + `","n":[1, "` + label + "\" ]}\n"},
		{"in a string", `{"pad":"` + pad + `","n":": ` + number + `, \"` + number + "\"}\n", `{"pad":"` + pad + `","n":": ` + label + `, \"` + label + "\"}\n"},
		{"text", pad + `"n": ` + number + "\n", pad + `"n": ` + label + "\n"},
		{"text behind it", `{"pad":"` + pad + "\"}\nn " + number + "\n", `{"pad":"` + pad + "\"}\nn " + label + "\n"},
	} {
		require.True(t, tc.want == streamed(t, tc.text, always(len(tc.text))), tc.name)
		require.True(t, tc.want == streamed(t, tc.text, atRandom(3000, 9)), tc.name)
	}
}

// A value that nobody can hold in memory is left out with the rest of its line.
func TestAValueBeyondTheWindow(t *testing.T) {
	key := strings.Replace(privateKey(5000), "\n", `\n`, -1)
	text := "key " + key[:len(key)/2] + " more\nnext\n"
	want := "key [REDACTED:size]\nnext\n"
	require.Equal(t, want, streamed(t, text, always(len(text))))
	require.Equal(t, want, streamed(t, text, always(1000)))
}

func TestWriterErrors(t *testing.T) {
	broken := errors.New("disk full")
	w := NewWriter(failing{broken}, nil)
	_, err := io.WriteString(w, "line\n")
	require.ErrorIs(t, err, broken)
	_, err = io.WriteString(w, "line\n")
	require.ErrorIs(t, err, broken, "the first error stays")
	require.ErrorIs(t, w.Close(), broken)
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

func TestReaderGivesWhatItHasBeforeAnError(t *testing.T) {
	src := io.MultiReader(strings.NewReader("one\ntwo "+mail), iotest.ErrReader(io.ErrUnexpectedEOF))
	got, err := io.ReadAll((*Redactor)(nil).Reader(src))
	require.ErrorIs(t, err, io.ErrUnexpectedEOF)
	require.Equal(t, "one\ntwo [REDACTED:email_address]", string(got))
}

func FuzzStream(f *testing.F) {
	for _, tc := range streams[:10] {
		f.Add(tc.text, uint64(1))
	}
	for _, tc := range loggedKeys {
		text, _ := loggedKey(tc.record)
		f.Add(text, uint64(2))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		want := streamed(t, text, always(len(text)+1))
		require.Equal(t, want, streamed(t, text, atRandom(20, seed)))
		answers := lined(t, text, always(len(text)+1))
		require.Equal(t, answers, lined(t, text, atRandom(20, seed)))
		require.Equal(t, strings.Count(text, "\n"), strings.Count(answers, "\n"))
		values := jsonLined(t, text, always(len(text)+1))
		require.Equal(t, values, jsonLined(t, text, atRandom(20, seed)))
		for line := range strings.Lines(values) {
			require.True(t, strings.Trim(line, " \t\r\n") == "" || json.Valid([]byte(line)), "%q", line)
		}
	})
}

// Each line is answered by one line, whatever the lines before it began.
func TestLineWriter(t *testing.T) {
	for _, tc := range streams {
		t.Run(tc.name, func(t *testing.T) {
			want := lined(t, tc.text, always(len(tc.text)+1))
			require.NotContains(t, want, "alice.doe", tc.reason)
			require.NotContains(t, want, "Zm9vYmFy", tc.reason)
			require.Equal(t, want, lined(t, tc.text, atRandom(50_000, 3)))
			var out bytes.Buffer
			w := (*Redactor)(nil).LineWriter(&out)
			n := 0
			for line := range strings.Lines(tc.text) {
				_, err := io.WriteString(w, line)
				require.NoError(t, err)
				n += strings.Count(line, "\n")
				require.Equal(t, n, strings.Count(out.String(), "\n"), tc.reason)
			}
			require.NoError(t, w.Close())
			require.True(t, want == out.String())
		})
	}
}

func TestLineWriterAndKeys(t *testing.T) {
	const label = "[REDACTED:private_key_pem]\n"
	public := strings.ReplaceAll(privateKey(2), "RSA PRIVATE"+" KEY", "CERTIFICATE")
	for _, tc := range []struct{ name, text, want string }{
		{"one", "a\n" + privateKey(2) + "b\n", "a\n" + strings.Repeat(label, 4) + "b\n"},
		{"two", privateKey(1) + privateKey(1), strings.Repeat(label, 6)},
		{"interrupted", privateKey(2)[:150] + "\nhello world\nok\n", strings.Repeat(label, 3) + "hello world\nok\n"},
		{"nothing is hidden of what is public", public + "b\n", public + "b\n"},
	} {
		require.Equal(t, tc.want, lined(t, tc.text, always(7)), tc.name)
	}
}

// The lines of a private key are known behind whatever stands before them; nothing else
// is taken for one.
func TestPrivateKeysBehindPrefixes(t *testing.T) {
	const label = "[REDACTED:private_key_pem]"
	key := privateKey(2)
	begin, end := key[:strings.IndexByte(key, '\n')], key[strings.Index(key, "-----END"):]
	short := strings.Replace(key, "-----END", "Zm9vYg==\n-----END", 1)
	const hash = "4b825dc642cb6eb9a060e54bf8d69288fbee49044b825dc642cb6eb9a060e54b"
	for _, tc := range []struct{ name, text, want string }{
		{"a short last line", prefixed("app | ", short), strings.Repeat("app | "+label+"\n", 4) + "app | " + end},
		{"JSON", dockerLog(key), dockerLog(label + "\n" + label + "\n" + label + "\n" + end)},
		{"a mention", "no " + begin + " found\ncommit " + hash + "\nend\n", "no " + label + " found\ncommit " + hash + "\nend\n"},
		{"lines that are no longer of it", "app | " + begin + "\n" + strings.Repeat("app | clean\n", 6) + "app | " + strings.Repeat("Zm9vYmFy", 8) + "\n",
			"app | " + label + "\n" + strings.Repeat("app | clean\n", 6) + "app | " + strings.Repeat("Zm9vYmFy", 8) + "\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			require.Equal(t, tc.want, streamed(t, tc.text, always(7)))
			require.Equal(t, tc.want, lined(t, tc.text, always(7)))
			require.Equal(t, tc.want, streamed(t, tc.want, always(11)), "redacted again")
		})
	}
}
