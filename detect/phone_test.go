package detect

import (
	"slices"
	"strings"
	"testing"
)

var phoneVerifiers = []verifierCase{
	{"e164", verifyPhone, "", "+442079460958; +44 (0)20 7946 0958; +1-212-555-0123; +1 (883) 914-5527; 0044 20 7946 0958; 011 44 20 7946 0958; +683 4001; +49-4921-48; +1.2125550123; +44 020 7946 0958",
		"+012345678; +35236450.6; +394421-1045903; +4439-06336; +624900-0920459; +12345678; +0200; +1000; +999 12345678; +44 20 7946 09580 1234; +33 0 99 00 12 34; +44(20 7946 0958; +6834001"},
	{"e164 beside a keyword", verifyPhone, "", "020 7946 0958; 566 1234; (2) 2148 3065; 2125550123; 01 298347561; 345-766-2480x3195; 0212-4061837; 01.99.00.47.16; 010-3000-0000",
		"12345; 1700000000; 20260131; 2026-01-31; 31/01/2026; 2006-2007; 192.168.10.12; 10-0-0-123; 3.14159; 12345678.90; 1234567890123456; 0000000; 111 1111; (212 555 0123"},
	{"us_ca", verifyPhoneNANP, "+1-212-555-0123; (212) 555-0123; 212.555.0123; 1 212 555 0123; 2125550123", "",
		"123-456-7890; 212-155-0123; 911-555-0123; 212-911-0123; +44 7700 900123; 212-555-012"},
	{"gb", verifyPhoneGB, "+44 7700 900123; 07700 900123; (020) 7946 0958; 01632 960123; 0800 111 222", "", "+44 6700 900123; 7700 900123; +1 212 555 0123; 07700 90012"},
	{"de", verifyPhoneDE, "+49 30 23125000; 030 23125000; 0171 3920012", "", "+49 0; 30 23125000; +49 1012345678"},
	{"fr", verifyPhoneFR, "+33 1 99 00 12 34; 01 99 00 12 34; 01.99.00.12.34", "", "+33 0 99 00 12 34; 00 99 00 12 34; 1 99 00 12 34"},
	{"it", verifyPhoneIT, "+39 312 345 6789; 06 1234 5678; 312 3456789", "", "+39 912; 512 345 6789"},
	{"es", verifyPhoneES, "+34 612 345 678; 911 203 476", "", "+34 512 345 678; 0612 345 678"},
	{"br", verifyPhoneBR, "+55 11 91234-5678; (11) 91234-5678; 011 3123-4567", "", "+55 10 91234-5678; (11) 81234-5678; (11) 1234-5678; +54 11 91234-5678; +"},
	{"in", verifyPhoneIN, "+91 98765 43210; 098765 43210", "", "+91 58765 43210; 98765"},
	{"au", verifyPhoneAU, "+61 491 570 156; 0491 570 156; (02) 5550 1234", "", "+61 191 570 156; 491 570 156"},
	{"jp", verifyPhoneJP, "+81 90-1234-5678; 03-4182-6075; 090-1234-5678", "", "+81 00-1234-5678; 90-1234-5678"},
	{"cn", verifyPhoneCN, "+86 138 0013 8000; 13800138000; 010-1234 5678; 0755-12345678", "", "+86 128 0013 8000; 12800138000"},
	{"kr", verifyPhoneKR, "+82 10-1234-5678; 010-1234-5678; 02-312-3456", "", "+82 20-1234; 10-1234-5678"},
	{"nl", verifyPhoneNL, "+31 6 12345678; 06-12345678; 020 123 4567", "", "+31 5; 6 12345678"},
	{"be", verifyPhoneBE, "+32 470 12 34 56; 0470 12 34 56; 02 123 45 67", "", "+32 070; 470 12 34 56"},
	{"ch", verifyPhoneCH, "+41 78 406 15 29; 078 406 15 29", "", "+41 0; 78 406 15 29"},
	{"se", verifyPhoneSE, "+46 70 174 06 05; 070-174 06 05; +46 (0)8 465 004 17", "", "+46 0; 70-174 06 05"},
	{"pl", verifyPhonePL, "+48 601 234 567; 601 234 567", "", "+48 01; 0601 234 567"},
	{"mx", verifyPhoneMX, "+52 55 1234 5678; 55 1234 5678", "", "+52 05; 155 1234 5678"},
	{"za", verifyPhoneZA, "+27 82 123 4567; 082 123 4567", "", "+27 0; 82 123 4567"},
	{"tr", verifyPhoneTR, "+90 532 123 45 67; 0532 123 45 67", "", "+90 1; 532 123 45 67"},
	{"sg", verifyPhoneSG, "+65 8123 4567; 6123 4567", "", "+65 1123 4567; 1123 4567"},
	{"ae", verifyPhoneAE, "+971 50 123 4567; 050 123 4567; 04 123 4567", "", "+971 51; +971 51 123 4567"},
	{"il", verifyPhoneIL, "+972 50-123-4567; 050-123-4567; 09-7410386", "", "+972 1; 50-123-4567"},
	{"ru", verifyPhoneRU, "+7 912 305-48-16; 8 (912) 305-48-16", "", "+7 012; 9 (912) 305-48-16"},
}

// TestCallingCodes checks what the binary search relies on, and that the table
// is complete: the ITU has assigned every code but spare ones in these zones.
func TestCallingCodes(t *testing.T) {
	for i := 1; i < len(callingCodes); i++ {
		a, b := callingCodes[i-1].code, callingCodes[i].code
		if a >= b || strings.HasPrefix(b, a) {
			t.Errorf("%s before %s", a, b)
		}
	}
	for _, c := range callingCodes {
		if got := codeOf([]byte(c.code + "0123456")); got == nil || got.code != c.code {
			t.Errorf("%s: found %v", c.code, got)
		}
		if strings.Trim(c.lengths, "456789abcd") != "" || strings.Trim(c.leading, "0123456789") != "" {
			t.Errorf("%s: lengths %q, first digits %q", c.code, c.lengths, c.leading)
		}
	}
	for _, spare := range []string{"0", "210", "219", "259", "289", "384", "422", "671", "801", "854", "89", "978", "999", ""} {
		if got := codeOf([]byte(spare)); got != nil {
			t.Errorf("%q: found %s", spare, got.code)
		}
	}
}

func TestSamplePhone(t *testing.T) {
	tests := []struct {
		value string
		want  bool
	}{
		{"+1-212-555-0123", true}, {"(212) 555-0199", true}, {"2125550100", true},
		{"+44 7700 900123", true}, {"07700 900123", true}, {"+44 20 7946 0958", true},
		{"0491 570 156", true}, {"01 99 00 12 34", true}, {"+353 20 911 2345", true},
		{"+1-212-555-1123", false}, {"+44 7701 900123", false}, {"7700 900123", false},
		{"+49 171 1234567", false}, {"no number", false},
	}
	for _, tt := range tests {
		if got := samplePhone(tt.value); got != tt.want {
			t.Errorf("%q: got %v", tt.value, got)
		}
	}
}

// TestPhoneAtEveryOffset moves a number over the blocks in which text is
// scanned.
func TestPhoneAtEveryOffset(t *testing.T) {
	s, err := New(&Options{Detectors: []*Detector{ByID("phone_e164")}})
	if err != nil {
		t.Fatal(err)
	}
	const number = "+44 (20) 7946 0958"
	for n := range 200 {
		text := strings.Repeat(".", n) + " " + number + " and more"
		if got := s.Append(nil, text); len(got) != 1 || got[0].Start != n+1 || got[0].End != n+1+len(number) {
			t.Errorf("after %d bytes: %v", n, got)
		}
	}
}

func TestWithExtension(t *testing.T) {
	tests := []struct {
		name string
		text string
		want string
	}{
		{"a word", "555-0123 ext. 42 now", "555-0123 ext. 42"},
		{"a letter", "555-0123x42", "555-0123x42"},
		{"a sign", "555-0123 #42", "555-0123 #42"},
		{"another word", "555-0123 extends 42", "555-0123"},
		{"too long", "555-0123 x4242424", "555-0123"},
		{"letters behind it", "555-0123 x42b", "555-0123"},
		{"nothing", "555-0123", "555-0123"},
	}
	for _, tt := range tests {
		if got := tt.text[:withExtension(tt.text, len("555-0123"))]; got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestPhonesDoNotAllocate(t *testing.T) {
	for _, tt := range phoneVerifiers {
		values := slices.DeleteFunc(slices.Collect(tt.values()), func(s string) bool { return s == "" })
		if n := testing.AllocsPerRun(10, func() {
			for _, value := range values {
				samplePhone(value)
				withExtension(value, len(value)/2)
			}
		}); n != 0 {
			t.Errorf("%s: %v allocations", tt.name, n)
		}
	}
}

// FuzzPhones looks for panics, and for ends outside the text.
func FuzzPhones(f *testing.F) {
	for _, tt := range phoneVerifiers {
		for value := range tt.values() {
			f.Add(value, 3)
		}
	}
	f.Fuzz(func(t *testing.T, text string, i int) {
		samplePhone(text)
		if i = min(max(i, 0), len(text)); withExtension(text, i) < i || withExtension(text, i) > len(text) && i > 0 {
			t.Fatalf("extension of %q at %d ends at %d", text, i, withExtension(text, i))
		}
	})
}
