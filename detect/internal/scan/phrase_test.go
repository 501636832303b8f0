package scan

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/require"
)

var phrases = []string{
	"ssn", "credit card", "card number", "account number", "acct", "national insurance number", "date of birth", "dob",
	"form 1099", "api key", "e mail", "mail", "numero de securite sociale", "password", "iban", "id card", "card",
}

// span is a phrase found in a text.
type span struct {
	owner      int32
	start, end int
}

func phraseTable(phrases []string) *Table {
	b := NewBuilder(false)
	for i, p := range phrases {
		b.Phrase(p, false, int32(i))
	}
	return b.Build()
}

func foundPhrases(table *Table, text string) map[span]bool {
	out := map[span]bool{}
	var c Cursor
	c.Reset(table, text)
	for {
		cand, ok := c.Next()
		if !ok {
			return out
		}
		if cand.Kind == KindPhrase {
			out[span{cand.Ref, cand.Start, cand.End}] = true
		}
	}
}

// phraseEnd compares a phrase with the text from at, letter by letter, with up
// to two joiners for each space, and returns where it ends, or -1.
func phraseEnd(phrase, text string, at int) int {
	i := at
	for k := range len(phrase) {
		if phrase[k] == ' ' {
			for n := 0; n < 2 && i < len(text) && strings.IndexByte(" _-./'", text[i]) >= 0; n++ {
				i++
			}
			continue
		}
		if i == len(text) || strings.ToLower(text[i : i+1])[0] != phrase[k] {
			return -1
		}
		i++
	}
	return i
}

// wordsOf cuts a text into its words: runs of letters, cut at changes of case.
func wordsOf(text string) map[int]int {
	words := map[int]int{}
	for i := 0; i < len(text); i++ {
		if !IsLetter(text[i]) {
			continue
		}
		end := i + 1
		for !edgeSlow(text, end) {
			end++
		}
		words[i] = end
		i = end - 1
	}
	return words
}

// bounded reports whether [start, end) begins and ends where words do.
func boundedByWords(text string, start, end int) bool {
	before := start == 0 || !IsLetter(text[start-1]) || !IsLetter(text[start]) || camelSlow(text, start)
	return before && (edgeSlow(text, end) || !IsLetter(text[end-1]))
}

// byWords reports whether the words of the phrase at [start, end) are words of
// the text: each of them one, or all of them together.
func byWords(phrase, text string, words map[int]int, start, end int) bool {
	if words[start] == end {
		return true
	}
	i := start
	for part := range strings.FieldsSeq(phrase) {
		for i < end && strings.IndexByte(" _-./'", text[i]) >= 0 {
			i++
		}
		if IsLetter(part[0]) && words[i] != i+len(part) {
			return false
		}
		i += len(part)
	}
	return i == end
}

// checkPhrases compares the cursor with a search for every phrase at every
// position: it finds those whose words stand as words in the text, and nothing
// that is not the phrase between boundaries of words.
func checkPhrases(t *testing.T, table *Table, phrases []string, text string) int {
	t.Helper()
	found := foundPhrases(table, text)
	words := wordsOf(text)
	for i, phrase := range phrases {
		for at := range len(text) {
			end := phraseEnd(phrase, text, at)
			if end < 0 || !boundedByWords(text, at, end) {
				continue
			}
			if s := (span{int32(i), at, end}); byWords(phrase, text, words, at, end) && !found[s] {
				t.Fatalf("%q at %d of %q is missed", phrase, at, text)
			}
		}
	}
	for s := range found {
		if phraseEnd(phrases[s.owner], text, s.start) != s.end || !boundedByWords(text, s.start, s.end) {
			t.Fatalf("%q is not at [%d, %d) of %q", phrases[s.owner], s.start, s.end, text)
		}
	}
	return len(found)
}

// speech is phrases in many spellings among other words.
func speech(random *rand.Rand, phrases []string) string {
	var b strings.Builder
	for range 1 + random.IntN(8) {
		words := strings.Fields(phrases[random.IntN(len(phrases))])
		style, joiner := random.IntN(4), soup(random, " _-./'", random.IntN(3))
		for i, w := range words {
			if i > 0 {
				b.WriteString(joiner)
			}
			switch {
			case style == 1, style == 2 && i > 0:
				w = strings.ToUpper(w[:1]) + w[1:]
			case style == 3:
				w = strings.ToUpper(w)
			}
			b.WriteString(w)
		}
		b.WriteString(soup(random, " :=_xX1\"", random.IntN(4)))
	}
	return b.String()
}

func TestPhrasesAreFound(t *testing.T) {
	random := rand.New(rand.NewPCG(23, 24))
	table := phraseTable(phrases)
	found := 0
	for range 4000 {
		found += checkPhrases(t, table, phrases, speech(random, phrases))
	}
	require.Greater(t, found, 4000)
}

func TestPhrasesAreFoundAtEveryOffset(t *testing.T) {
	table := phraseTable(phrases)
	for _, p := range phrases {
		for offset := range 140 {
			for _, fill := range []string{" ", "a ", "=1"} {
				text := strings.Repeat(fill, offset)[:offset] + strings.ToUpper(p) + "=1"
				if fill == " " {
					require.Contains(t, foundPhrases(table, text), span{int32(indexOf(p)), offset, offset + len(p)}, text)
				}
				checkPhrases(t, table, phrases, text)
			}
		}
	}
}

func indexOf(phrase string) int {
	for i, p := range phrases {
		if p == phrase {
			return i
		}
	}
	return -1
}

func FuzzPhrases(f *testing.F) {
	random := rand.New(rand.NewPCG(25, 26))
	table := phraseTable(phrases)
	for range 20 {
		f.Add(speech(random, phrases))
	}
	f.Fuzz(func(t *testing.T, text string) { checkPhrases(t, table, phrases, text) })
}

func TestPhraseSpellings(t *testing.T) {
	table := phraseTable([]string{"credit card", "ssn"})
	for _, tt := range []struct {
		name, text string
		want       map[span]bool
	}{
		{"as it is", "credit card", map[span]bool{{0, 0, 11}: true}},
		{"upper case", "CREDIT CARD", map[span]bool{{0, 0, 11}: true}},
		{"snake case", "my_credit_card_1", map[span]bool{{0, 3, 14}: true}},
		{"kebab case", "credit-card", map[span]bool{{0, 0, 11}: true}},
		{"path", "credit/card", map[span]bool{{0, 0, 11}: true}},
		{"camel case", "userCreditCardId", map[span]bool{{0, 4, 14}: true}},
		{"joined", "creditcard", map[span]bool{{0, 0, 10}: true}},
		{"two joiners", "credit--card", map[span]bool{{0, 0, 12}: true}},
		{"three joiners", "credit---card", map[span]bool{}},
		{"something between", "credit x card", map[span]bool{}},
		{"longer word", "creditcards", map[span]bool{}},
		{"part of a word", "assn ssns", map[span]bool{}},
		{"acronym before a word", "SSNField", map[span]bool{{1, 0, 3}: true}},
		{"acronym after a word", "fieldSSN", map[span]bool{{1, 5, 8}: true}},
		{"digits bound words", "1ssn2", map[span]bool{{1, 1, 4}: true}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, foundPhrases(table, tt.text), cmp.AllowUnexported(span{})); diff != "" {
				t.Errorf("%q (-want +got):\n%s", tt.text, diff)
			}
		})
	}
}

func TestEnclosedPhraseStandsBehindABracket(t *testing.T) {
	for text, want := range map[string][2]int{ // in free text and in resource names
		"jane [at] example":     {1, 1},
		"jane (At) example":     {1, 1},
		"jane {at} example":     {1, 1},
		"at the door":           {0, 1},
		"jane at example":       {0, 1},
		"jane-at-example":       {0, 1},
		"[ at ]":                {0, 1},
		"(cat) [attic] (at-ic)": {1, 1},
	} {
		for i, loose := range []bool{false, true} {
			b := NewBuilder(loose)
			b.Phrase("at", true, 0)
			require.Len(t, foundPhrases(b.Build(), text), want[i], "%q, loose %v", text, loose)
		}
	}
}
