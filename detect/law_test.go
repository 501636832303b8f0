package detect

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// exampleTexts are the texts of all example files.
var exampleTexts = sync.OnceValue(func() []example {
	var all []example
	for _, d := range All() {
		examples, err := loadExamples(d.ID)
		if err != nil {
			panic(err)
		}
		all = append(all, examples...)
	}
	return all
})

var logLines = []string{
	`2026-03-15T09:26:53.412Z INFO  orders/store.go:412 request accepted path=/api/v1/orders/18342 status=200 took=12.5ms n=7`,
	`{"level":"warn","ts":1770000000.123,"msg":"retrying","attempt":3,"peer":"10.0.0.7:5432","trace":"4bf92f3577b34da6a3ce929d0e0e4736"}`,
	`Mar 15 09:26:53 host-7 sshd[4021]: Connection closed by 10.20.2.44 port 50022 [preauth]`,
	`time="2026-03-15" level=error msg="user not found" user_id=c0ffee00-1234-4abc-8def-0123456789ab count=12/40`,
}

// speech is text made of examples, log lines and noise, some of it damaged.
func speech(random *rand.Rand) string {
	examples := exampleTexts()
	var b strings.Builder
	for range 1 + random.IntN(5) {
		part := examples[random.IntN(len(examples))].text
		switch random.IntN(8) {
		case 0:
			part = logLines[random.IntN(len(logLines))]
		case 1:
			part = examples[random.IntN(len(examples))].field
		case 2:
			part = strings.ToUpper(part)
		case 3:
			part = damaged(random, part)
		}
		b.WriteString(part[:min(len(part), 300)])
		b.WriteString([]string{" ", " ", "\n", "; ", `","`, "-", "=", ""}[random.IntN(8)])
	}
	return b.String()
}

// damaged changes, drops or inserts a byte.
func damaged(random *rand.Rand, s string) string {
	if s == "" {
		return s
	}
	at := random.IntN(len(s))
	b := string(" -.@:=\"0aZ%\\\xff"[random.IntN(13)])
	return s[:at] + []string{"", b, b + s[at:at+1]}[random.IntN(3)] + s[at+1:]
}

// naive proposes everything everywhere: every pattern at every position, and
// every phrase that a search word by word finds.
type naive struct {
	rules    *rules
	patterns []*scan.Pattern    // by detector
	phrases  map[string][]int32 // topics by their first word
}

func newNaive(t testing.TB, r *rules, lenient bool) *naive {
	t.Helper()
	ref := &naive{rules: r, patterns: make([]*scan.Pattern, len(r.detectors)), phrases: map[string][]int32{}}
	b := scan.NewBuilder(lenient)
	for i, d := range r.detectors {
		if d.Pattern == "" {
			continue
		}
		p, err := b.Compile(d.Pattern, d.Category == Credential)
		require.NoError(t, err)
		ref.patterns[i] = p
	}
	for i, topic := range r.topics {
		first, _, _ := strings.Cut(topic.words, " ")
		ref.phrases[first] = append(ref.phrases[first], int32(i))
		if joined := strings.ReplaceAll(topic.words, " ", ""); joined != first {
			ref.phrases[joined] = append(ref.phrases[joined], int32(i))
		}
	}
	return ref
}

// textWord is a word of a text: a run of letters, cut at changes of case.
type textWord struct {
	lower      string
	start, end int
}

func wordsOf(text string) []textWord {
	upper := func(i int) bool { return i < len(text) && text[i] >= 'A' && text[i] <= 'Z' }
	lower := func(i int) bool { return i < len(text) && text[i] >= 'a' && text[i] <= 'z' }
	var out []textWord
	for i := 0; i < len(text); i++ {
		if !scan.IsLetter(text[i]) {
			continue
		}
		end := i + 1
		for end < len(text) && scan.IsLetter(text[end]) && !(upper(end) && (lower(end-1) || lower(end+1))) {
			end++
		}
		out = append(out, textWord{strings.ToLower(text[i:end]), i, end})
		i = end - 1
	}
	return out
}

// phraseAt reports where a phrase ends that begins with word k of the text, or
// -1. Phrases that hold more than letters are left to the tests of the engine.
func phraseAt(phrase, text string, words []textWord, k int) int {
	if words[k].lower == strings.ReplaceAll(phrase, " ", "") {
		return words[k].end
	}
	for i, part := range strings.Fields(phrase) {
		if k+i >= len(words) || words[k+i].lower != part {
			return -1
		}
		if i > 0 {
			between := text[words[k+i-1].end:words[k+i].start]
			if len(between) > 2 || strings.Trim(between, " _-./'") != "" {
				return -1
			}
		}
	}
	return words[k+strings.Count(phrase, " ")].end
}

// find returns what the handlers of r make of all candidates there can be.
func (ref *naive) find(r *run) []Finding {
	words := wordsOf(r.text)
	for k, w := range words {
		var found []scan.Candidate
		for _, topic := range ref.phrases[w.lower] {
			if ref.rules.topics[topic].bracket && !r.name && (w.start == 0 || strings.IndexByte("([{", r.text[w.start-1]) < 0) {
				continue
			}
			if end := phraseAt(ref.rules.topics[topic].words, r.text, words, k); end >= 0 {
				found = append(found, scan.Candidate{Kind: scan.KindPhrase, Ref: topic, Start: w.start, End: end})
			}
		}
		slices.SortStableFunc(found, func(a, b scan.Candidate) int { return b.End - a.End })
		for _, c := range found {
			r.phrase(c)
		}
	}
	for at := range len(r.text) {
		switch {
		case r.text[at] == '@':
			r.at(at)
		case r.text[at] == '+' && at+1 < len(r.text) && scan.IsDigit(r.text[at+1]):
			r.plus(at)
		case scan.IsDigit(r.text[at]) && (at == 0 || !scan.IsAlnum(r.text[at-1])):
			r.dots(at)
		}
		if addressMayHave(r.text, at) {
			r.colons(at)
		}
		for i := range ref.patterns {
			ref.match(r, i, at)
		}
	}
	return r.found
}

// addressMayHave reports whether the word at at is one at which addresses in
// hexadecimal digits are looked for: up to four letters and digits before a colon,
// two before a hyphen, or four digits with a long word around them that does not
// read like a year and an hour.
func addressMayHave(text string, at int) bool {
	if !scan.IsAlnum(text[at]) || at > 0 && scan.IsAlnum(text[at-1]) {
		return false
	}
	end, letters, digits := at, 0, 0
	for ; end < len(text) && scan.IsAlnum(text[end]); end++ {
		if scan.IsLetter(text[end]) {
			letters++
		} else {
			digits++
		}
	}
	if end == len(text) || end-at > 4 || text[end] != ':' && (text[end] != '-' || end-at != 2 || text[at]|0x20 > 'f' || text[at+1]|0x20 > 'f') {
		return false
	}
	if letters > 0 && digits > 0 {
		return true
	}
	long := at+12 <= len(text) && strings.IndexFunc(text[at:at+12], func(r rune) bool { return r < '$' || r > 'z' }) < 0
	return long && end-at == 4 && scan.IsDigit(text[at]) && text[at+7] != ':'
}

func (ref *naive) match(r *run, i, at int) {
	p, d := ref.patterns[i], r.detectors[i]
	if p == nil || !p.CanStart(r.text[at]) {
		return
	}
	end := p.Match(r.text, at, false, func(start, end int) bool {
		verdict := r.verify(d, start, end, false)
		return verdict == Valid || verdict == Plausible && !d.confirm
	})
	if end > 0 {
		r.found = append(r.found, Finding{Start: at, End: end, Detector: d})
	}
}

// span is what two ways to find a value must agree on.
type span struct {
	id         string
	start, end int
}

// Law 6: whatever every detector finds everywhere, the engine finds.
func TestEngineMissesNothing(t *testing.T) {
	s, err := New(&Options{Detectors: All()})
	require.NoError(t, err)
	for _, surface := range []struct {
		name  string
		rules *rules
	}{{"text", s.text}, {"name", s.name()}} {
		t.Run(surface.name, func(t *testing.T) {
			name := surface.name == "name"
			ref := newNaive(t, surface.rules, name)
			random := rand.New(rand.NewPCG(1, 2))
			found := 0
			for range 400 {
				found += ref.check(t, run{rules: surface.rules, text: speech(random), min: Likely, name: name, decoded: true})
			}
			require.Greater(t, found, 400, "the texts hold what is looked for")
		})
	}
}

func FuzzEngineMissesNothing(f *testing.F) {
	s, err := New(&Options{Detectors: All()})
	require.NoError(f, err)
	lenient := s.name()
	text, name := newNaive(f, s.text, false), newNaive(f, lenient, true)
	random := rand.New(rand.NewPCG(15, 16))
	for range 30 {
		f.Add(speech(random))
	}
	f.Fuzz(func(t *testing.T, input string) {
		input = input[:min(len(input), 500)]
		text.check(t, run{rules: s.text, text: input, min: Likely, decoded: true})
		name.check(t, run{rules: lenient, text: input, min: Likely, name: true, decoded: true})
	})
}

// check compares the findings of the reference with those of the engine before
// overlaps are settled, and returns how many there were.
func (ref *naive) check(t *testing.T, r run) int {
	t.Helper()
	fast, slow := r, r
	fast.candidates()
	got := map[span]bool{}
	for _, f := range fast.found {
		got[span{f.Detector.ID, f.Start, f.End}] = true
	}
	found := ref.find(&slow)
	for _, f := range found {
		if s := (span{f.Detector.ID, f.Start, f.End}); !got[s] && !(r.name && ref.goesOn(&r, fast.found, f)) {
			t.Errorf("missed %v, %q, in %q", s, r.text[f.Start:f.End], r.text)
		}
	}
	return len(found)
}

// goesOn reports whether one of the findings in a name is f with more behind it, which
// its pattern matches, too: a value in a name may end before any byte, where the
// reference wants the end of a word.
func (ref *naive) goesOn(r *run, found []Finding, f Finding) bool {
	pattern := ref.patterns[slices.Index(r.detectors, f.Detector)]
	return slices.ContainsFunc(found, func(g Finding) bool {
		cut := *r
		cut.text = r.text[:g.End]
		return g.Detector == f.Detector && g.Start == f.Start && g.End > f.End && g.End == pattern.Match(cut.text, g.Start, false, func(start, end int) bool {
			return cut.verify(g.Detector, start, end, false) != Invalid
		})
	})
}

// checkWellFormed is law 5: sorted, disjoint, in range, on the boundaries of
// runes where the text is valid, with nothing left out that a finding promises.
func checkWellFormed(t *testing.T, text string, found []Finding) {
	t.Helper()
	last, valid := 0, utf8.ValidString(text)
	for _, f := range found {
		switch {
		case f.Start < last || f.End <= f.Start || f.End > len(text):
			t.Fatalf("%s[%d:%d] after %d of %d bytes in %q", f.Detector.ID, f.Start, f.End, last, len(text), text)
		case f.Detector == nil || f.Confidence < Likely || f.Confidence > Certain:
			t.Fatalf("%+v in %q", f, text)
		case valid && !(utf8.RuneStart(text[f.Start]) && (f.End == len(text) || utf8.RuneStart(text[f.End]))):
			t.Fatalf("%s[%d:%d] cuts a rune of %q", f.Detector.ID, f.Start, f.End, text)
		}
		last = f.End
	}
}

// checkSurfaces checks law 5 on every surface, and that what the caller had is
// kept as it was.
func checkSurfaces(t *testing.T, field, text string) {
	t.Helper()
	had := []Finding{{Start: 7, End: 9, Detector: literalDetector}}
	for _, found := range [][]Finding{
		Default().Append(slices.Clone(had), text), Default().AppendField(slices.Clone(had), field, text), Default().AppendName(slices.Clone(had), text),
	} {
		if found[0] != had[0] {
			t.Fatalf("the caller's finding is now %+v", found[0])
		}
		checkWellFormed(t, text, found[1:])
	}
}

func TestFindingsAreWellFormed(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		field := exampleTexts()[random.IntN(len(exampleTexts()))].field
		checkSurfaces(t, field, speech(random))
	}
}

// Random bytes hold next to nothing: 8 MB of them at most one finding.
func TestRandomBytesAreClean(t *testing.T) {
	random := rand.NewChaCha8([32]byte{1})
	block := make([]byte, 64<<10)
	var found []Finding
	for range 128 {
		_, _ = random.Read(block)
		found = Default().Append(found, string(block))
	}
	require.LessOrEqual(t, len(found), 1, describe(found))
}

func FuzzAppend(f *testing.F) {
	for i, e := range exampleTexts() {
		if i%40 == 0 {
			f.Add(e.field, e.text)
		}
	}
	for _, shape := range hostile {
		f.Add("password", shape.text(200))
	}
	f.Fuzz(checkSurfaces)
}

// Law 2, the part that is up to the scanner: what a redactor leaves behind is
// nothing to find.
func TestLabelsAreNoFindings(t *testing.T) {
	for _, d := range All() {
		for _, label := range []string{"[REDACTED:" + d.ID + "]", "[REDACTED]", "<" + d.ID + ">", "***", "********"} {
			texts := []string{label, "curl -u " + label + " https://example.com/", "mysql -p" + label}
			for _, k := range append(slices.Clone(d.Keywords), d.Fields...) {
				texts = append(texts, k+": "+label, k+"="+label, fmt.Sprintf("%q: %q", k, label))
				require.Empty(t, Default().AppendField(nil, k, label), "field %s holding %s", k, label)
			}
			for _, text := range texts {
				require.Empty(t, Default().Append(nil, text), text)
			}
		}
	}
}

// TestLabelsAreNoEvidence holds the law of idempotence: what a label says is
// about the value that it stands for, not about what comes after.
func TestLabelsAreNoEvidence(t *testing.T) {
	for _, d := range All() {
		for _, rest := range []string{"1234", "100000000", "A12345678"} {
			text := "[REDACTED:" + d.ID + "] " + rest
			want := Default().Append(nil, rest)
			if got := Default().Append(nil, text); len(got) > len(want) {
				t.Errorf("%q: %s", text, describe(got))
			}
		}
	}
}
