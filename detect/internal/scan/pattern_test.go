package scan

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func always(int, int) bool { return true }

func compilePattern(t testing.TB, src string) *Pattern {
	t.Helper()
	p, err := NewBuilder(false).Compile(src, true)
	require.NoError(t, err, src)
	return p
}

// twin is the standard library's reading of a pattern: the longest end at a
// boundary for which the whole of the bytes matches, or -1.
type twin struct{ whole *regexp.Regexp }

func newTwin(src string) (twin, error) {
	fold := ""
	if rest, ok := strings.CutPrefix(src, "(?i)"); ok {
		fold, src = "(?i)", rest
	}
	whole, err := regexp.Compile(fold + "^(?:" + src + ")$")
	return twin{whole}, err
}

func (w twin) match(text string, at int) int {
	if !opens(text, at) {
		return -1
	}
	for end := len(text); end > at; end-- {
		if closes(text, end) && w.whole.MatchString(text[at:end]) {
			return end
		}
	}
	return -1
}

// checkTwin compares a pattern with its twin at every position of text.
func checkTwin(t *testing.T, src string, p *Pattern, w twin, text string) {
	t.Helper()
	for at := range len(text) {
		got, want := p.Match(text, at, false, always), w.match(text, at)
		if got != want {
			t.Fatalf("%q at %d of %q: ends at %d, the standard library says %d", src, at, text, got, want)
		}
		if got >= 0 && !p.CanStart(text[at]) {
			t.Fatalf("%q matches at %d of %q but CanStart says it cannot", src, at, text)
		}
	}
}

var twinPatterns = []string{
	`a`, `ab`, `a|b`, `a|ab|abc`, `abc|ab`, `(?:a|b)c`, `(a|bc)(d|)`, `a?b?c?`, `a*`, `a+b`, `a*a`, `a{2}`, `a{2,}`, `a{1,3}a{2,4}`,
	`[ab]+b`, `[ab]*b[ab]*`, `[^a]b`, `[^ab]{2,3}`, `[a-c]{2}[0-2]`, `[]a]b`, `[a\]]b`, `[a-]b`, `[-a]b`, `[\d-]+`, `[a\-c]{2}`, `[\w.]+@`,
	`(?i)ab`, `(?i)a[B-C]+`, `(?i)[^a]b`, `(?:ab){2,3}`, `(?:ab?){1,3}`, `(?:a|b){3}`, `(?:a|bc){0,2}0`, `(?:(?:a|b)-){2}c`, `a(?:b(?:c(?:0)?)?)?`,
	`\d{3}-\d{2}-\d{4}`, `\d{2}[ -]?\d{2}`, `a\.b`, `\(a\)`, `\[a\]`, `a\|b`, `\\a`, `a-b_c`, `a b`, `a]b`, `a}b`, `\s+a`, `a\sb`,
	`ab|ac|a[0-9]{1,2}`, `[ab]{1,2}[bc]{1,2}[c0]{0,2}`, `a+b+a+b+`, `(?:[ab]{1,2}-){1,2}[01]`,
}

func TestPatternAgreesWithRegexp(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for _, src := range twinPatterns {
		p := compilePattern(t, src)
		w, err := newTwin(src)
		require.NoError(t, err, src)
		for _, text := range []string{"a", "ab", "abc abab-12", "aaaa bbbb", "123-45-6789.", `\a (a) [a] a|b a.b a]b`} {
			checkTwin(t, src, p, w, text)
		}
		for range 60 {
			checkTwin(t, src, p, w, soup(random, `aabbcc001 2-.-_A\|@`, 1+random.IntN(24)))
		}
	}
}

// grammar writes random patterns of the language.
type grammar struct{ random *rand.Rand }

func (g grammar) pattern(depth int) string {
	src := g.sequence(depth)
	for g.random.IntN(3) == 0 {
		src += "|" + g.sequence(depth)
	}
	return src
}

func (g grammar) sequence(depth int) string {
	var b strings.Builder
	for range 1 + g.random.IntN(4) {
		b.WriteString(g.part(depth))
	}
	return b.String()
}

func (g grammar) part(depth int) string {
	if depth > 0 && g.random.IntN(4) == 0 {
		return "(?:" + g.pattern(depth-1) + ")" + g.pick("", "", "?", "{2}", "{0,2}", "{1,3}")
	}
	single := g.pick("a", "b", "c", "0", "1", "-", `\.`, `\d`, `\w`, "[ab]", "[0-1]", "[^a]", "[a-c0-]", `[ -]`, `[\d.]`)
	return single + g.pick("", "", "", "?", "*", "+", "{2}", "{1,3}", "{2,}", "{0,2}")
}

func (g grammar) pick(choices ...string) string { return choices[g.random.IntN(len(choices))] }

func TestGeneratedPatternsAgreeWithRegexp(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	g := grammar{random}
	compiled := 0
	for range 1500 {
		src := g.pick("", "", "", "(?i)") + g.pattern(2)
		p, err := NewBuilder(false).Compile(src, true)
		if err != nil {
			require.Contains(t, []string{errTooLarge.Error(), "matches the empty string"}, err.Error(), src)
			continue
		}
		compiled++
		w, err := newTwin(src)
		require.NoError(t, err, src)
		for range 4 {
			checkTwin(t, src, p, w, soup(random, "aabbc001-. A", 1+random.IntN(20)))
		}
	}
	require.Greater(t, compiled, 1000, "most generated patterns compile")
}

func FuzzPattern(f *testing.F) {
	for _, src := range twinPatterns {
		f.Add(src, "abc abab-12 123-45-6789.")
	}
	f.Add(`[[:alpha:]]`, "a")
	f.Add(`(?:a{2,}){3}`, "aaaaaa")
	f.Fuzz(func(t *testing.T, src, text string) {
		p, err := NewBuilder(false).Compile(src, true)
		if err != nil || len(src) > 60 || len(text) > 60 || !plainASCII(src) || !plainASCII(text) {
			return
		}
		w, err := newTwin(src)
		if err != nil {
			return // what the standard library refuses has no twin
		}
		checkTwin(t, src, p, w, text)
	})
}

// plainASCII leaves out what the two read differently on purpose: bytes beyond
// ASCII, which a class holds one by one here, and line breaks, which no class
// matches here.
func plainASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 || s[i] < ' ' && s[i] != '\t' {
			return false
		}
	}
	return true
}

func TestNonASCIILettersAreLiterals(t *testing.T) {
	p := compilePattern(t, `[A-Z]ñ\d{2}`)
	require.Equal(t, 5, p.Match("Xñ12", 0, false, always))
	require.Equal(t, -1, p.Match("Xn12", 0, false, always))
}

func TestNegatedClassesStayInTheLine(t *testing.T) {
	p := compilePattern(t, `a[^x]+b`)
	require.Equal(t, 3, p.Match("a-b", 0, false, always))
	require.Equal(t, -1, p.Match("a\nb", 0, false, always))
	require.Equal(t, -1, p.Match("a\r\nb", 0, false, always))
}

// What is repeated without end is repeated at most maxRepeat times, so that one
// attempt is bounded.
func TestEndlessRepetitionIsBounded(t *testing.T) {
	p := compilePattern(t, `a[b-]*`)
	require.Equal(t, 1+maxRepeat, p.Match("a"+strings.Repeat("-", maxRepeat), 0, false, always))
	require.Equal(t, 1+maxRepeat, p.Match("a"+strings.Repeat("-", 10*maxRepeat), 0, false, always))
}

func TestPatternErrorsSayWhatToChange(t *testing.T) {
	many := strings.Repeat("(?:a|b)", 7)
	for _, tt := range []struct{ name, src, want string }{
		{"dot", `a.b`, "write a class"},
		{"start of line", `^ab`, "boundaries are implicit"},
		{"end of line", `ab$`, "boundaries are implicit"},
		{"word boundary", `\bab`, `\b is not supported`},
		{"Unicode class", `\pL`, `\p is not supported`},
		{"hexadecimal escape", `\x41`, `\x is not supported`},
		{"POSIX class", `[[:alpha:]]`, `write the ranges`},
		{"range to a class", `[a-\d]`, `ends in a class`},
		{"trailing backslash", `ab\`, "trailing backslash"},
		{"backslash at the end of a class", `[ab\`, "trailing backslash"},
		{"backslash at the end of a range", `[a-\`, "ends in a class"},
		{"look-ahead", `a(?=b)`, "only (?:...) and (...) groups"},
		{"flag inside", `a(?i)b`, "and (?i) at the start"},
		{"named group", `(?P<x>a)`, "only (?:...) and (...) groups"},
		{"open group", `(?:ab`, "missing )"},
		{"closed too often", `ab)`, "unmatched )"},
		{"open class", `[ab`, "missing ]"},
		{"empty class", `[]`, "missing ]"},
		{"non-ASCII in a class", `[é]`, "non-ASCII characters are not supported in a class"},
		{"range beyond ASCII", `[a-é]`, "leaves ASCII"},
		{"backward range", `[z-a]`, "runs backwards"},
		{"nothing to repeat", `*a`, "quantifier without an operand at offset 0"},
		{"nothing to repeat in a group", `a(?:+b)`, "quantifier without an operand at offset 4"},
		{"lazy", `a+?b`, "the longest match is taken"},
		{"possessive", `a++b`, "the longest match is taken"},
		{"braces without a number", `a{}`, "malformed {n,m}"},
		{"braces left open", `a{2`, "malformed {n,m}"},
		{"braces backwards", `a{3,2}`, "malformed {n,m}"},
		{"never", `a{0}`, "malformed {n,m}"},
		{"too often", `a{5000}`, "malformed {n,m}"},
		{"far too often", `a{99999999999999999999}`, "malformed {n,m}"},
		{"endless group", `(?:ab)+`, "bounded number of times"},
		{"too many alternatives", many, "write it with fewer alternatives"},
		{"too many items", strings.Repeat("ab", 33), "write it with fewer alternatives"},
		{"repeated group of too many items", `(?:abababab){20}`, "write it with fewer alternatives"},
		{"empty", ``, "matches the empty string"},
		{"empty alternative", `ab|`, "matches the empty string"},
		{"empty group", `(?:)`, "matches the empty string"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := NewBuilder(false).Compile(tt.src, true)
			require.ErrorContains(t, err, tt.want)
		})
	}
}

func TestAnchorErrorsSayWhatToChange(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"single byte", `a`, "matches a single byte"},
		{"letters only", `[a-z]{8,20}`, "otherwise make it contextual"},
		{"short number", `\d{4}`, "otherwise make it contextual"},
		{"a single fixed byte", `a[a-z]{20}`, "otherwise make it contextual"},
		{"number of any length", `\d{8,200}`, "otherwise make it contextual"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := NewBuilder(false)
			p, err := b.Compile(tt.src, true)
			require.NoError(t, err)
			require.ErrorContains(t, b.Anchor(p, 0), tt.want)
			require.Empty(t, b.alts, "a pattern that is refused leaves nothing behind")
			require.Empty(t, append(append(append(b.words, b.tokens...), b.shapes...), b.numbers...))
		})
	}
}

func TestBoundaries(t *testing.T) {
	for _, tt := range []struct {
		name, before, value, after string
		want                       bool
	}{
		{"alone", "", "12", "", true},
		{"in prose", "is ", "12", ", yes", true},
		{"after a letter", "x", "12", "", false},
		{"before a letter", "", "12", "x", false},
		{"underscore is no letter", "_", "12", "_", true},
		{"rest of a decimal", "3.", "12", "", false},
		{"start of a decimal", "", "12", ".3", false},
		{"end of a sentence", "", "12", ". 3", true},
		{"part of a date", "2026-", "12", "", false},
		{"before a slash", "", "12", "/3", false},
		{"thousands", "", "12", ",345", false},
		{"letter edges do not glue", "1-", "ab", "-1", true},
		{"bytes beyond ASCII are no letters", "é", "12", "é", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text := tt.before + tt.value + tt.after
			got := opens(text, len(tt.before)) && closes(text, len(tt.before)+len(tt.value))
			require.Equal(t, tt.want, got)
		})
	}
}

// A verifier that refuses is offered the shorter ends, a bounded number of them.
func TestShorterEndsAreOffered(t *testing.T) {
	p := compilePattern(t, `[A-Z0-9 ]+`)
	text := "GB82 WEST 1234 EUR"
	var offered []string
	end := p.Match(text, 0, false, func(start, end int) bool {
		offered = append(offered, text[start:end])
		return text[start:end] == "GB82 WEST 1234"
	})
	require.Equal(t, len("GB82 WEST 1234"), end)
	require.Equal(t, []string{"GB82 WEST 1234 EUR", "GB82 WEST 1234"}, offered)

	tries := 0
	long := strings.Repeat("A ", 100)
	require.Equal(t, -1, p.Match(long, 0, false, func(int, int) bool { tries++; return false }))
	require.Equal(t, maxTries, tries)
}

func TestTouchingStartsWithinAWord(t *testing.T) {
	p := compilePattern(t, `\d{3}`)
	require.Equal(t, -1, p.Match("pin123", 3, false, always))
	require.Equal(t, 6, p.Match("pin123", 3, true, always))
}

// One attempt costs at most the items times the bytes, however the items
// overlap: the sets of ends stay few.
func TestEndsAreIntervals(t *testing.T) {
	p := compilePattern(t, strings.Repeat("[ab]{0,9}[bc]{0,9}", 20))
	text := strings.Repeat("abcb", 50)
	var space [8]interval
	ends := p.alts[0].ends(space[:0], text, 0)
	for i, iv := range ends {
		require.LessOrEqual(t, iv.lo, iv.hi, fmt.Sprint(ends))
		if i > 0 {
			require.Greater(t, iv.lo, ends[i-1].hi+1, "disjoint and apart")
		}
	}
}

func TestNeed(t *testing.T) {
	for pattern, want := range map[string]need{
		`abc[0-9]{4}`:                        {},                     // all of it at fixed places
		`https://[a-z]{1,9}\.example\.com/x`: {".example.com/x", 31}, // behind a host
		`https://[a-z]{1,9}\.office/[a-z]+`:  {".office/", 25},       // letters that come twice
		`a[0-9]{1,3}bcd[0-9]{2}efgh`:         {"efgh", 13},           // the longest
		`a[0-9]{1,3}bcd`:                     {},                     // too short
		`a[0-9]*bcdef`:                       {},                     // anywhere
		`(?i)a[0-9]{1,3}bcdef`:               {},                     // in either case
	} {
		b := NewBuilder(false)
		p, err := b.Compile(pattern, true)
		require.NoError(t, err)
		require.Equal(t, want, p.alts[0].need(), pattern)
	}
}
