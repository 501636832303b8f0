package words

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestPhrase(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"plain", "credit card", "credit card"},
		{"upper case and hyphen", "E-Mail", "e mail"},
		{"diacritics fall away", "Numéro d'assurance", "numero d assurance"},
		{"stroke letters have no decomposition", "Fødselsnummer", "fodselsnummer"},
		{"other scripts keep their letters", "Пароль", "пароль"},
		{"syllables stay together", "비밀번호", "비밀번호"},
		{"full-width letters become plain", "ＳＳＮ", "ssn"},
		{"initials are one word", "N.P.I.", "npi"},
		{"punctuation at the end", "dea#", "dea"},
		{"nothing to keep", "#", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Phrase(tt.in); got != tt.want {
				t.Errorf("Phrase(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestFoldUnchangedDoesNotAllocate(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { Fold("account number") }); n != 0 {
		t.Errorf("Fold of folded text allocates %v times", n)
	}
}

func TestAppendFolded(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"full-width digits and signs", "\uff14\uff11\uff20", "41@"},
		{"Arabic-Indic and mathematical digits", "\u0664\U0001d7d7", "49"},
		{"a letter with its mark", "\u00d1", "N"},
		{"full-width letters keep their case", "\uff21\uff42", "Ab"},
		{"zero-width space and soft hyphen are not seen", "\u200b\u00ad", ""},
		{"no-break space and dashes", "\u00a0\u2013\u2212", " --"},
		{"other scripts in lower case", "\u041f", "\u043f"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []byte
			for _, r := range tt.in {
				got = AppendFolded(got, r)
			}
			if string(got) != tt.want {
				t.Errorf("folded %+q to %+q, want %+q", tt.in, got, tt.want)
			}
		})
	}
}

// Twin: what is folded by table is what Unicode's tables give.
func TestFoldLatin(t *testing.T) {
	for r := range rune(0x250) {
		got, ok := foldLatin(string(r))
		var want []rune
		for _, d := range norm.NFKD.String(string(r)) {
			if f := Rune(d); f >= 0 {
				want = append(want, f)
			}
		}
		single := len(want) == 1 && want[0] < utf8.RuneSelf && (r < utf8.RuneSelf || r >= 0xC0 && r < 0x180)
		if ok != single || ok && got != string(want) {
			t.Errorf("foldLatin(%+q) = %+q, %v, want %+q", r, got, ok, string(want))
		}
	}
}
