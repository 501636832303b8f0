package detect

import (
	"math/rand/v2"
	"testing"
)

// Bytes that are no text hold next to nothing: an image, an archive, a key.
func TestRandomBytes(t *testing.T) {
	random := rand.NewChaCha8([32]byte{7})
	data := make([]byte, 4<<20)
	_, _ = random.Read(data) // never fails
	if found := Default().Append(nil, string(data)); len(found) > 2 {
		t.Errorf("%d findings in %d random bytes: %s", len(found), len(data), describe(found[:3]))
	}
}

// Addresses among bytes that are no text are found to their last byte, and no
// further.
func TestEmailAmongBytes(t *testing.T) {
	tests := []struct {
		name, before, value, after string
	}{
		{"alone", "", testMail, ""},
		{"after bytes that are not UTF-8", "\xff\xfe", testMail, ""},
		{"before one", "", testMail, "\xc3"},
		{"a rune cut before it", "\x9f\x92", testMail, ""},
		{"strings of C", "\x00", testMail, "\x00"},
		{"letters beyond ASCII", "", "jürgen.müller@corp-mail.example", ""},
		{"noise on both sides", "\x13\xf1.", testMail, "\xe2\x82"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			found := Default().Append(nil, tt.before+tt.value+tt.after)
			if len(found) != 1 || found[0].Start != len(tt.before) || found[0].End != len(tt.before+tt.value) {
				t.Errorf("got %s, want [%d:%d]", describe(found), len(tt.before), len(tt.before+tt.value))
			}
		})
	}
	for _, noise := range []string{"\x12\x03K@b.Q߸\x0e\xe5", "\xe1a@b.cd\x9c", "\x01x7@q9.io\x02"} {
		if found := Default().Append(nil, noise); len(found) > 0 {
			t.Errorf("%q: %s", noise, describe(found))
		}
	}
}

// Of a local part in quotes, as RFC 5321 has it, the quotes belong to the address:
// what is left without them would be neither text nor JSON.
func TestQuotedLocalPart(t *testing.T) {
	domain := "@corp-mail" + ".example"
	for _, tt := range []struct{ name, before, value, after string }{
		{"words", "to ", `"jane doe"` + domain, ", cc"},
		{"one word", "<", `"jane.doe"` + domain, ">"},
		{"in a string of JSON", `{"to":"`, `\"jane doe\"` + domain, `"}`},
		{"in a form", "email=", "%22jane+doe%22%40" + domain[1:], "&x=1"},
		{"with its @ encoded", "email=", `"jane+doe"%40` + domain[1:], ""},
		{"a variable", `ssh "$USER"` + domain, "", ""},
		{"nothing", `""` + domain, "", ""},
		{"blanks", `"  "` + domain, "", ""},
		{"a quote that was not opened", `jane"` + domain, "", ""},
		{"one that is escaped, and one that is not", `"jane\"` + domain, "", ""},
		{"a package", `"chalk"@npm.registry`, "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			found := Default().Append(nil, tt.before+tt.value+tt.after)
			if tt.value == "" && len(found) == 0 {
				return
			}
			if len(found) != 1 || found[0].Start != len(tt.before) || found[0].End != len(tt.before+tt.value) {
				t.Errorf("got %s, want [%d:%d]", describe(found), len(tt.before), len(tt.before+tt.value))
			}
		})
	}
}
