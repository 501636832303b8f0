package detect

import (
	"encoding/pem"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// In a form a + is a blank: what is marked with ⟦⟧ is found there, and nothing else.
func TestForms(t *testing.T) {
	card := "4242+4242" + "+4242+4242"
	iban := "DE89+3704" + "+0044+0532+0130+00"
	key := string(pem.EncodeToMemory(&pem.Block{Type: "RSA PRIVATE KEY", Bytes: []byte("0\x82\x04\xa4" + strings.Repeat("v7\xa1q", 60))}))
	for _, tt := range []struct{ name, text string }{
		{"a body", "card_number=⟦" + card + "⟧&cvv=⟦123⟧"},
		{"a query", "https://h.example.com/?card=⟦" + card + "⟧"},
		{"a query of a path, without a keyword", "GET /pay?q=⟦" + card + "⟧ HTTP/1.1"},
		{"one value, without a keyword", "q=⟦" + card + "⟧"},
		{"a name with an index", "user[card]=⟦" + card + "⟧"},
		{"a body in JSON", `{"body":"n=1&card=⟦` + card + `⟧"}`},
		{"an account", "iban=⟦" + iban + "⟧&x=1"},
		{"an account without a keyword", "x=⟦" + iban + "⟧"},
		{"a telephone number", "phone=⟦%2B1+415+555+2671⟧"},
		{"one whose + was not encoded", "phone=⟦+1+415+555+2671⟧&x=1"},
		{"the keyword in the value", "msg=ssn+⟦536+22+" + "8726⟧"},
		{"words", "date_of_birth=⟦2+January+1980⟧&x=1"},
		{"a private key", "key=⟦" + strings.TrimSuffix(url.QueryEscape(key), "%0A") + "⟧%0A"},
		{"an address behind words", "note=write+to+⟦alice%40example.com⟧&x=1"},
		{"an address with a + that was not encoded", "email=⟦alice+miller%40example.com⟧&x=1"},
		{"a token with a + that was not encoded", "token=⟦x8J3kk2LLqd93kd+" + "LLwx8J3kk2LLqd93kdLLw⟧&user=bob"},
		{"no card, as its check digit is wrong", "n=4242+4242+4242+4243"},
		{"a sum", "sum 4242+4242+4242+4242"},
		{"a path", "GET /a+4242+4242+4242+4242 HTTP/1.1"},
		{"the value ends before a blank", "x=1 4242+4242+4242+4242"},
		{"and at the next one", "x=1+2&4242+4242+4242+4242"},
		{"the offset of a time zone", "time=2026-03-15T09:26:53+02:00 level=info %20"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.NewReplacer("⟦", "", "⟧", "").Replace(tt.text)
			marked, at := "", 0
			for _, f := range Default().Append(nil, text) {
				marked += text[at:f.Start] + "⟦" + text[f.Start:f.End] + "⟧"
				at = f.End
			}
			require.Equal(t, tt.text, marked+text[at:])
		})
	}
}

// What stands far behind the = of a long value is read like the rest of it, also
// where a view ends within the value.
func TestLongForms(t *testing.T) {
	card := "4242+4242" + "+4242+4242"
	for _, n := range []int{1, 10, 85, 86, 400, 600, 690, 1300} {
		for _, last := range []string{"and+", "and%20"} {
			text := "x=" + strings.Repeat("up+", n) + last + card + "&x=1"
			found := Default().Append(nil, text)
			require.Len(t, found, 1, n)
			require.Equal(t, card, text[found[0].Start:found[0].End], n)
		}
	}
}

// What is found in forms and in what is encoded does not depend on the lines around
// it, near as they are.
func TestFormsAmongLines(t *testing.T) {
	lines := []string{
		"n=4242+4242" + "+4242+4242", "u=%C3%BCser@ex%C3%A4mple.de", "пароль=x8J3kk" + "2LLq", "ssn=536+22+" + "8726", "q=ssn+is+536+22+" + "8726",
		"by " + strings.Replace(testMail, "@", "%40", 1), "up", "x=1+2", "ssn " + wide(testSSN),
	}
	for _, first := range lines {
		for _, second := range lines {
			for _, third := range lines {
				var want []string
				for _, line := range []string{first, second, third} {
					want = append(want, ids(Default().Append(nil, line))...)
				}
				require.ElementsMatch(t, want, ids(Default().Append(nil, first+"\n"+second+"\n"+third)), "%s\n%s\n%s", first, second, third)
			}
		}
	}
}

// A line without a form costs what it did: what looks like one is passed over.
func TestFormReaderReadsEachByteOnce(t *testing.T) {
	text := strings.Repeat("password+", 1000) + "x=1+" + strings.Repeat("password+", 1000)
	var f formReader
	require.False(t, f.inValue(text, 500*len("password+")))
	read := f.next
	require.False(t, f.inValue(text, read-10), "in what was read")
	require.Equal(t, read, f.next)
	require.True(t, f.inValue(text, 1100*len("password+")))
	require.False(t, f.inValue(text+strings.Repeat("a", 2*maxFormValue)+"+", len(text)+2*maxFormValue), "too far behind its =")
}
