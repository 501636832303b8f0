package checkdigit

import (
	"strings"
	"testing"
)

const decimal = "0123456789"

// systems are the check-digit systems, each with a published value.
var systems = []struct {
	name, source, valid, alphabet string
	check                         func(string) bool
}{
	{"luhn", "ISO 7812-1 annex B", "79927398713", decimal, Luhn[string]},
	{"luhn base 16", "3GPP2 S.R0048, MEID", "AF0123450ABCDEC", "0123456789ABCDEF",
		func(s string) bool { return LuhnBase(s, "0123456789ABCDEF") }},
	{"mod 97-10", "ISO 17442, LEI", "5493000IBP32UQZ0KL24", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", Mod97[string]},
	{"mod 97-10 digits", "ISO 7064 example", "79444", decimal, Mod97[string]},
	{"mod 11-2", "ORCID documentation", "0000000218250097", decimal, Mod11_2[string]},
	{"mod 11-2 with X", "ISO 7064 example", "079X", decimal, Mod11_2[string]},
	{"mod 11,10", "ISO 7064 example", "07945", decimal, Mod11_10[string]},
	{"mod 37,36", "GRid standard", "A12425GABC1234002M", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", Mod37_36[string]},
	{"verhoeff", "Verhoeff 1969", "2363", decimal, Verhoeff[string]},
	{"verhoeff long", "UIDAI sample", "234123412346", decimal, Verhoeff[string]},
	{"gtin 13", "GS1 General Specifications", "4006381333931", decimal, GTIN[string]},
	{"gtin 8", "GS1 General Specifications", "73513537", decimal, GTIN[string]},
	{"icao 9303", "ICAO Doc 9303 part 3, example 1", "5207273", decimal, func(s string) bool {
		return len(s) > 1 && AllDigits(s) && ICAO9303(s[:len(s)-1]) == Value(s[len(s)-1])
	}},
}

func TestPublishedValues(t *testing.T) {
	for _, s := range systems {
		if !s.check(s.valid) {
			t.Errorf("%s: %s (%s) refused", s.name, s.valid, s.source)
		}
	}
}

func TestEmptyIsInvalid(t *testing.T) {
	for _, s := range systems {
		if s.check("") {
			t.Errorf("%s accepts nothing", s.name)
		}
	}
}

func TestForeignBytesAreInvalid(t *testing.T) {
	for _, s := range systems {
		for i := range s.valid {
			for _, c := range []string{"-", "\x00", "a", "é", "\xff", ":", "/", "@", "["} {
				if v := s.valid[:i] + c + s.valid[i+1:]; s.check(v) {
					t.Errorf("%s accepts %q", s.name, v)
				}
			}
		}
	}
}

// TestSingleErrors: every system here detects every wrong character, but for
// ICAO 9303 and MOD 97-10, which confuse characters with values congruent to
// their modulus; with digits alone none can.
func TestSingleErrors(t *testing.T) {
	for _, s := range systems {
		if s.name == "mod 97-10" {
			continue // letters and digits differ in length
		}
		for i := range s.valid {
			for _, c := range s.alphabet {
				v := s.valid[:i] + string(c) + s.valid[i+1:]
				if got, want := s.check(v), v == s.valid; got != want {
					t.Errorf("%s: %s is %v, want %v", s.name, v, got, want)
				}
			}
		}
	}
}

func TestMod97AppendContinues(t *testing.T) {
	iban := "GB82WEST12345698765432"
	if r := Mod97Append(Mod97Append(0, iban[4:]), iban[:4]); r != 1 {
		t.Errorf("IBAN of ISO 13616 leaves %d", r)
	}
	if r := Mod97Append(Mod97Append(0, "?"), "1"); r != -1 {
		t.Errorf("error not carried on: %d", r)
	}
}

// The tables of the Verhoeff scheme are not typed numbers but laws: the product
// is that of D5, and each row of the permutation is the previous one applied to
// the first.
func TestVerhoeffTables(t *testing.T) {
	for a := range 10 {
		for b := range 10 {
			if got, want := int(verhoeffProduct[a][b]), dihedral(a, b); got != want {
				t.Errorf("%d*%d = %d, want %d", a, b, got, want)
			}
		}
	}
	for i := 1; i < 8; i++ {
		for d := range 10 {
			if verhoeffPermutation[i][d] != verhoeffPermutation[1][verhoeffPermutation[i-1][d]] {
				t.Errorf("permutation %d of %d", i, d)
			}
		}
	}
}

// dihedral multiplies in D5: 0-4 are rotations, 5-9 reflections.
func dihedral(a, b int) int {
	switch {
	case a < 5 && b < 5:
		return (a + b) % 5
	case a < 5:
		return 5 + (a+b)%5
	case b < 5:
		return 5 + (a-b+10)%5
	}
	return (a - b + 10) % 5
}

func TestICAO9303(t *testing.T) {
	for body, want := range map[string]int{
		"520727":         3,  // Doc 9303 part 3, section 4.9, example 1
		"AB2134<<<":      5,  // example 2
		"L898902C3":      6,  // specimen, part 4 appendix A
		"ZE184226B<<<<<": 1,  // the same, optional data
		"":               -1, // no check digit of nothing
		"ab2134":         -1, // lower case is not in the alphabet
	} {
		if got := ICAO9303(body); got != want {
			t.Errorf("%q: %d, want %d", body, got, want)
		}
	}
}

func TestWeightedSum(t *testing.T) {
	for _, c := range []struct {
		name, s string
		weights []int
		want    int
	}{
		{"digits", "123", []int{3, 2, 1}, 10},
		{"letters count from ten", "A1", []int{2, 1}, 21},
		{"more weights than digits", "12", []int{1, 1, 9}, 3},
		{"more digits than weights", "129", []int{1, 1}, 3},
		{"separators count nothing", "1-3", []int{1, 7, 2}, 7},
		{"negative weights", "12", []int{1, -1}, -1},
		{"nothing", "", nil, 0},
	} {
		if got := WeightedSum(c.s, c.weights...); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
	}
}

func TestValidDate(t *testing.T) {
	for _, c := range []struct {
		y, m, d int
		want    bool
		reason  string
	}{
		{2024, 2, 29, true, "leap year"},
		{2023, 2, 29, false, "common year"},
		{1900, 2, 29, false, "century"},
		{2000, 2, 29, true, "fourth century"},
		{96, 2, 29, true, "two-digit leap year"},
		{0, 2, 29, true, "year 00 read as 2000"},
		{2024, 4, 31, false, "short month"},
		{2024, 12, 31, true, "last day"},
		{2024, 1, 0, false, "day zero"},
		{2024, 0, 1, false, "month zero"},
		{2024, 13, 1, false, "month thirteen"},
		{2024, -1, -1, false, "negative"},
	} {
		if got := ValidDate(c.y, c.m, c.d); got != c.want {
			t.Errorf("%s: %04d-%02d-%02d is %v", c.reason, c.y, c.m, c.d, got)
		}
	}
}

func TestSmallHelpers(t *testing.T) {
	if !AllDigits("0123456789") || AllDigits("12a") || AllDigits("") {
		t.Error("AllDigits")
	}
	if !Repeated("0000") || Repeated("0001") || Repeated("") {
		t.Error("Repeated")
	}
	if n := Int("12-34"); n != 1234 {
		t.Errorf("Int: %d", n)
	}
}

func TestNormalizeDoesNotGrow(t *testing.T) {
	var array [4]byte
	if got := Digits(array[:0], "12-34"); string(got) != "1234" {
		t.Errorf("four digits: %q", got)
	}
	if got := Digits(array[:0], "12-345"); got != nil {
		t.Errorf("five digits in four bytes: %q", got)
	}
	if got := Alnum(array[:0], " a1.Zß9"); string(got) != "A1Z9" {
		t.Errorf("letters: %q", got)
	}
	if got := Alnum(array[:0], "abcde"); got != nil {
		t.Errorf("five letters in four bytes: %q", got)
	}
}

func TestNoAllocation(t *testing.T) {
	value := "4111 1111 1111 1111"
	if n := testing.AllocsPerRun(100, func() {
		var array [19]byte
		digits := Digits(array[:0], value)
		if !Luhn(digits) || WeightedSum(digits, 8, 7, 6, 5, 4, 3, 2, 1) != 4*8+28 {
			t.Error("wrong")
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzAll(f *testing.F) {
	for _, s := range systems {
		f.Add(s.valid)
	}
	f.Fuzz(func(t *testing.T, value string) {
		for _, s := range systems {
			if s.check(value) && strings.Trim(value, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ<") != "" {
				t.Errorf("%s accepts foreign bytes", s.name)
			}
		}
		digits := Digits(make([]byte, 0, len(value)), value)
		alnum := Alnum(make([]byte, 0, len(value)), value)
		if len(digits) > 0 && !AllDigits(digits) || len(digits) > len(alnum) {
			t.Errorf("%d digits, %d letters and digits", len(digits), len(alnum))
		}
		WeightedSum(value, 1, 2, 3)
	})
}

func BenchmarkNormalizeLuhnCard(b *testing.B) {
	for b.Loop() {
		var array [19]byte
		if !Luhn(Digits(array[:0], "4111 1111 1111 1111")) {
			b.Fatal("wrong")
		}
	}
}
