package words

import "testing"

func TestPhrase(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"plain", "credit card", "credit card"},
		{"upper case and hyphen", "E-Mail", "e mail"},
		{"diacritics fall away", "Numéro d'assurance", "numero d assurance"},
		{"stroke letters have no decomposition", "Fødselsnummer", "fodselsnummer"},
		{"other scripts keep their letters", "Пароль", "пароль"},
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
