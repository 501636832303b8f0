package detect

import (
	"encoding/base64"
	"strings"
	"testing"

	"github.com/fieldsafe/fieldsafe/internal/checkdigit"
)

// tokenBody returns n characters that look random: the digits of base 62 in a
// fixed order that repeats no three of them.
func tokenBody(n int) string {
	const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	var b strings.Builder
	for i := range n {
		b.WriteByte(digits[(i*i*7+i*23+11)%len(digits)])
	}
	return b.String()
}

func hexBody(n int) string {
	const digits = "0123456789abcdef"
	var b strings.Builder
	for i := range n {
		b.WriteByte(digits[(i*i*5+i*3+i/16+7)%len(digits)])
	}
	return b.String()
}

func crc62(body string) string {
	sum := checkdigit.CRC32Base62(body)
	return string(sum[:])
}

func crcHex(s string) string {
	sum := checkdigit.CRC32Hex(s)
	return string(sum[:])
}

// flip changes the last character of s into another of every alphabet in use.
func flip(s string) string {
	last := byte('0')
	if s[len(s)-1] == last {
		last = '1'
	}
	return s[:len(s)-1] + string(last)
}

func TestVerifyTokenChecksums(t *testing.T) {
	body30, body40, tail53 := tokenBody(30), tokenBody(40), tokenBody(53)
	classic := "gh" + "p_" + body30 + crc62(body30)
	fine := "github" + "_pat_" + tokenBody(22) + "_" + tail53 + crc62(tail53)
	cloudflare := "cf" + "ut_" + body40 + crcHex(body40)
	atlassianHead := "AT" + "ATT3" + tokenBody(177) + "="
	atlassian := atlassianHead + strings.ToUpper(crcHex(atlassianHead))
	gitlabHead := "gl" + "pat-" + tokenBody(40) + "." + "14"
	sum36 := checkdigit.CRC32Base36(gitlabHead)
	gitlab := gitlabHead + string(sum36[:])
	grafanaHead := "gl" + "sa_" + tokenBody(32)
	h := crcHex(grafanaHead)
	grafana := grafanaHead + "_" + h[6:8] + h[4:6] + h[2:4] + h[0:2]
	discord := base64.RawStdEncoding.EncodeToString([]byte("123456789012345678")) + "." + tokenBody(6) + "." + tokenBody(27)
	object := base64.StdEncoding.EncodeToString([]byte(`{"o":"1234","n":"token-name","k":"` + tokenBody(24) + `","m":{"r":"eu"}}`))
	cut := object[:len(object)/8*4]
	tests := []struct {
		name   string
		verify func(string) Verdict
		value  string
		want   Verdict
	}{
		{"grafana cloud, JSON", verifyGrafanaCloud, "gl" + "c_" + object, Valid},
		{"grafana cloud, JSON that is cut", verifyGrafanaCloud, "gl" + "c_" + cut, Plausible},
		{"grafana cloud, no JSON", verifyGrafanaCloud, "gl" + "c_" + tokenBody(64), Plausible},
		{"grafana cloud, repeated character", verifyGrafanaCloud, "gl" + "c_" + strings.Repeat("1", 42) + "=", Invalid},
		{"grafana, old key, JSON", verifyEncodedJSON, object, Valid},
		{"grafana, old key, no JSON", verifyEncodedJSON, "eyJrIjoi" + tokenBody(72), Plausible},
		{"1password, JSON", verify1PasswordService, "op" + "s_" + object, Valid},
		{"1password, no JSON", verify1PasswordService, "op" + "s_eyJ" + tokenBody(250), Plausible},
		{"sentry, JSON before the secret", verifySentryOrg, "sntry" + "s_" + object + "_" + tokenBody(43), Valid},
		{"sentry, no JSON", verifySentryOrg, "sntry" + "s_eyJ" + tokenBody(60) + "_" + tokenBody(43), Plausible},
		{"sentry, all x", verifySentryOrg, "sntry" + "s_eyJ" + strings.Repeat("x", 100), Invalid},
		{"github, right", verifyGitHubToken, classic, Valid},
		{"github, as its announcement printed it", verifyGitHubToken, "gh" + "p_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17", Valid},
		{"github, wrong: prefix and shape stand", verifyGitHubToken, flip(classic), Plausible},
		{"github, installation token with a JWT", verifyGitHubToken, "gh" + "s_123_eyJ" + tokenBody(30) + "." + tokenBody(30) + "." + tokenBody(30), Plausible},
		{"github, repeated character", verifyGitHubToken, "gh" + "p_" + strings.Repeat("a", 36), Invalid},
		{"fine-grained, right", verifyGitHubFineGrained, fine, Valid},
		{"fine-grained, wrong", verifyGitHubFineGrained, flip(fine), Plausible},
		{"fine-grained, no underscore where it belongs", verifyGitHubFineGrained, strings.Replace(fine, "_"+tail53, "x"+tail53, 1), Plausible},
		{"fine-grained, all x", verifyGitHubFineGrained, "github" + "_pat_" + strings.Repeat("x", 82), Invalid},
		{"cloudflare, right", verifyCloudflareToken, cloudflare, Valid},
		{"cloudflare, wrong", verifyCloudflareToken, flip(cloudflare), Plausible},
		{"cloudflare, repeated character", verifyCloudflareToken, "cf" + "k_" + strings.Repeat("0", 48), Invalid},
		{"atlassian, right", verifyAtlassianToken, atlassian, Valid},
		{"atlassian, wrong", verifyAtlassianToken, flip(atlassian), Plausible},
		{"atlassian, repeated character", verifyAtlassianToken, "AT" + "ATT3" + strings.Repeat("B", 177) + "=12345678", Invalid},
		{"gitlab routable, right", verifyGitLabRoutable, gitlab, Valid},
		{"gitlab routable, wrong", verifyGitLabRoutable, flip(gitlab), Plausible},
		{"gitlab routable, three different characters", verifyGitLabRoutable, "gl" + "pat-" + strings.Repeat("123", 12) + ".123123123", Invalid},
		{"grafana, right", verifyGrafanaToken, grafana, Valid},
		{"grafana, wrong", verifyGrafanaToken, flip(grafana), Plausible},
		{"grafana, checksum of the other byte order", verifyGrafanaToken, grafanaHead + "_" + h, Plausible},
		{"grafana, all X", verifyGrafanaToken, "gl" + "sa_" + strings.Repeat("X", 32) + "_AAAAAAAA", Invalid},
		{"discord, account number", verifyDiscordToken, discord, Valid},
		{"discord, no account number", verifyDiscordToken, "M" + tokenBody(23) + "." + tokenBody(6) + "." + tokenBody(27), Plausible},
		{"discord, byte outside base 64", verifyDiscordToken, "MTIz!" + tokenBody(20) + "." + tokenBody(6) + "." + tokenBody(27), Plausible},
		{"discord, repeated character", verifyDiscordToken, strings.Repeat("M", 24) + ".MMMMMM." + strings.Repeat("M", 27), Invalid},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.verify(tt.value); got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
}

func TestVerifyTokenShapes(t *testing.T) {
	tests := []struct {
		name   string
		verify func(string) Verdict
		value  string
		want   Verdict
	}{
		{"random body", verifyToken, "dop" + "_v1_" + hexBody(64), Plausible},
		{"your-token-here", verifyToken, "dop" + "_v1_your-token-here", Invalid},
		{"YOUR in capitals", verifyToken, "sha" + "256~AA_PUT_YOUR_TOKEN_HERE", Invalid},
		{"mostly EXAMPLE", verifyToken, "ABS" + "K" + strings.Repeat("EXAMPLE", 18), Invalid},
		{"EXAMPLE as a small part of the body", verifyToken, "lin" + "_api_" + tokenBody(33) + "EXAMPLE", Plausible},
		{"a placeholder word far behind the head", verifyToken, tokenBody(200) + "xxxx", Plausible},
		{"UUID of zeros", verifyToken, "00000000-0000-0000-0000-000000000000", Invalid},
		{"short values are not judged by variety", verifyToken, "aaaaaaab", Plausible},
		{"sequences are bodies too", verifyToken, "abcdefghijklmnopqrstuvwxyz0123456789", Plausible},
		{"digit wanted and there", verifyMixed, "API-" + strings.ToUpper(hexBody(26)), Plausible},
		{"digit wanted, words", verifyMixed, "xoxo-indieweb", Invalid},
		{"both cases wanted and there", verifyMixedCase, "md-" + tokenBody(22), Plausible},
		{"both cases wanted, a slug", verifyMixedCase, "md-toolbar-container-item1", Invalid},
		{"all kinds wanted and there", verifyMixedKinds, "fnA" + tokenBody(37), Plausible},
		{"all kinds wanted, a name in code", verifyMixedKinds, "fnRegisterCallbackForPlatformEventsSoon", Invalid},
		{"beside a keyword, letters and digits", verifyKeyed, hexBody(32), Plausible},
		{"beside a keyword, a word", verifyKeyed, "internationalization", Invalid},
		{"beside a keyword, a number", verifyKeyed, "3141592653589793", Invalid},
		{"a hash where the alphabet is larger", verifyKeyedNotHex, hexBody(40), Invalid},
		{"a secret of the larger alphabet", verifyKeyedNotHex, tokenBody(40), Plausible},
		{"a UUID where any word fits", verifyKeyedNotUUID, "0f8fad5b-d9cb-469f-a165-70867728950e", Invalid},
		{"a secret as long as a UUID", verifyKeyedNotUUID, tokenBody(36), Plausible},
		{"AWS, random", verifyAWSKeyID, "AK" + "IA" + "QWERTY234567ZXCV", Plausible},
		{"AWS, the key of the documentation", verifyAWSKeyID, "AK" + "IAIOSFODNN7EXAMPLE", Plausible},
		{"AWS, another example", verifyAWSKeyID, "AK" + "IAQWERTY234EXAMPLE", Invalid},
		{"Azure, another service", verifyAzureKey, tokenBody(76) + "AAAA" + tokenBody(4), Plausible},
		{"Azure, DevOps has its own detector", verifyAzureKey, tokenBody(76) + "AZDO" + tokenBody(4), Invalid},
		{"Stripe", verifyStripeKey, "sk" + "_live_" + tokenBody(24), Plausible},
		{"Stripe, restricted key of 40", verifyStripeKey, "rk" + "_live_" + hexBody(40), Plausible},
		{"Stripe, Paystack has its own detector", verifyStripeKey, "sk" + "_live_" + hexBody(40), Invalid},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.verify(tt.value); got != tt.want {
				t.Errorf("got %d, want %d", got, tt.want)
			}
		})
	}
}

// tokenVerifiers are the verifiers of this family that read positions of their
// argument: none may panic on a shorter one, whatever pattern comes before it.
var tokenVerifiers = []func(string) Verdict{
	verifyToken, verifyMixed, verifyMixedCase, verifyMixedKinds, verifyKeyed, verifyKeyedNotHex, verifyKeyedNotUUID,
	verifyAWSKeyID, verifyAzureKey, verifyStripeKey, verifyGitHubToken, verifyGitHubFineGrained,
	verifyGitLabRoutable, verifyCloudflareToken, verifyAtlassianToken, verifyGrafanaToken, verifyDiscordToken,
	verifyEncodedJSON, verifyGrafanaCloud, verify1PasswordService, verifySentryOrg,
}

func FuzzVerifyToken(f *testing.F) {
	f.Add("")
	f.Add("MTIz.")
	f.Add(strings.Repeat("x", 90))
	f.Fuzz(func(t *testing.T, value string) {
		placeholder := isTokenPlaceholder(value)
		for i, verify := range tokenVerifiers {
			got := verify(value)
			if got > Valid {
				t.Fatalf("verifier %d returned %d", i, got)
			}
			if placeholder && got == Valid {
				t.Fatalf("verifier %d confirms a placeholder", i)
			}
		}
	})
}

func TestVerifyTokenAllocations(t *testing.T) {
	value := "AT" + "ATT3" + tokenBody(177) + "=01234567"
	allocs := testing.AllocsPerRun(100, func() {
		for _, verify := range tokenVerifiers {
			verify(value)
		}
	})
	if allocs != 0 {
		t.Errorf("%v allocations, want none", allocs)
	}
}
