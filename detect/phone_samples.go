package detect

import "strings"

// fictionalPhones are the beginnings of international numbers that regulators
// keep for drama and documentation: Ofcom ("Numbers for drama use"), ACMA
// ("Numbers for use in TV shows, films and creative works"), Arcep (decision
// 2018-0881), BNetzA (Mitteilung 148/2021), PTS and ComReg.
var fictionalPhones = [...]string{
	"441134960", "441144960", "441154960", "441164960", "441174960", "441184960",
	"441214960", "441314960", "441414960", "441514960", "441614960", "441632960",
	"441914980", "442079460", "442896496", "442920180", "443069990", "447700900",
	"448081570", "449098790",
	"611300975", "611800160", "611800975", "61255501", "61255507", "61270101",
	"61355501", "61370101", "61491570", "61491571", "61491572", "61491573",
	"61491574", "61491575", "61491576", "61491577", "61491578", "61491579",
	"61755501", "61770101", "61855501", "61870101",
	"3319900", "3326191", "3335301", "3346571", "3353649", "3363998",
	"493023125", "494066969", "492214710", "496990009", "498999998", "4917139200",
	"46313900", "46406280", "46846500", "46980319", "46701740",
	"3532091",
}

// samplePhone reports whether a telephone number, in international or national
// form, is in a range that is kept free for fiction: those above, and 555-0100
// to 555-0199 in each area of North America (NANPA).
func samplePhone(value string) bool {
	d, ok := dial(value)
	if !ok {
		return false
	}
	digits := string(d.array[:d.n])
	if len(digits) == 11 && digits[0] == '1' {
		digits = digits[1:]
	}
	if len(digits) == 10 && strings.HasPrefix(digits[3:], "55501") {
		return true
	}
	for _, f := range fictionalPhones {
		if d.international && strings.HasPrefix(digits, f) || !d.international && nationalForm(digits, f) {
			return true
		}
	}
	return false
}

// nationalForm reports whether digits, a number with the trunk prefix 0, begin
// as the international beginning f does after its country code.
func nationalForm(digits, f string) bool {
	code := 2
	if strings.HasPrefix(f, "353") {
		code = 3
	}
	return strings.HasPrefix(digits, "0") && strings.HasPrefix(digits[1:], f[code:])
}
