package redact

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"github.com/fieldsafe/fieldsafe/detect"
	"github.com/stretchr/testify/require"
)

var (
	cardDetector  = &detect.Detector{ID: "payment_card", Category: detect.Financial}
	tokenDetector = &detect.Detector{ID: "api_token", Category: detect.Credential}
)

func replaced(with Replacer, match string, d *detect.Detector) string {
	return string(with([]byte("<"), match, detect.Finding{End: len(match), Detector: d})) + ">"
}

func TestReplacers(t *testing.T) {
	chosen := ByDetector(map[string]Replacer{"payment_card": Mask(4)}, Keep)
	byCategory := ByCategory(map[detect.Category]Replacer{detect.Financial: Label})
	for _, tc := range []struct {
		name, reason string
		with         Replacer
		match        string
		detector     *detect.Detector
		want         string
	}{
		{"label", "names the kind", Label, "4242", cardDetector, "<[REDACTED:payment_card]>"},
		{"label without a detector", "a rule may have none", Label, "4242", nil, "<[REDACTED]>"},
		{"erase", "nothing is left", Erase, "4242", cardDetector, "<>"},
		{"keep", "everything is left", Keep, "4242", cardDetector, "<4242>"},
		{"mask", "the last four of a card may be shown", Mask(4), "4242424242424242", cardDetector, "<****4242>"},
		{"mask of a short value", "at most half is shown", Mask(4), "424242", cardDetector, "<****242>"},
		{"mask of a credential", "at most a quarter is shown", Mask(4), "abcdefgh", tokenDetector, "<****gh>"},
		{"mask of a mask", "masking is idempotent", Mask(4), "****4242", cardDetector, "<****4242>"},
		{"mask of what looks like a mask", "but shows more than the mask would", Mask(2), "****4242", cardDetector, "<****42>"},
		{"mask of a multi-byte value", "characters are kept whole", Mask(2), "пароль", cardDetector, "<****ль>"},
		{"mask of nothing", "no character to keep", Mask(4), "", cardDetector, "<****>"},
		{"by detector", "the choice", chosen, "4242424242424242", cardDetector, "<****4242>"},
		{"by detector, another", "the fallback", chosen, "abc", tokenDetector, "<abc>"},
		{"by detector, no fallback", "erasing is the safe one", ByDetector(nil, nil), "abc", tokenDetector, "<>"},
		{"by category", "the choice", byCategory, "4242", cardDetector, "<[REDACTED:payment_card]>"},
		{"by category, unknown", "erasing is the safe one", byCategory, "abc", tokenDetector, "<>"},
		{"by category, no detector", "erasing is the safe one", byCategory, "abc", nil, "<>"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			require.Equal(t, tc.want, replaced(tc.with, tc.match, tc.detector), tc.reason)
		})
	}
}

func TestPseudonym(t *testing.T) {
	key := []byte(strings.Repeat("k", 32))
	with, err := Pseudonym("2026-a", key)
	require.NoError(t, err)
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte("alice"))
	want := "<[REDACTED:api_token:2026-a:" + hex.EncodeToString(mac.Sum(nil)[:16]) + "]>"
	require.Equal(t, want, replaced(with, "alice", tokenDetector))

	key[0] = 'x'
	require.Equal(t, want, replaced(with, "alice", tokenDetector), "the caller may change its key")
	once := strings.Trim(want, "<>")
	require.Equal(t, want, replaced(with, once, tokenDetector), "a pseudonym has none")

	other, err := Pseudonym("2026-a", []byte(strings.Repeat("k", 32)), "user")
	require.NoError(t, err)
	require.NotEqual(t, want, replaced(other, "alice", tokenDetector), "a discriminator separates fields")
}

func TestPseudonymRefuses(t *testing.T) {
	key := []byte(strings.Repeat("k", 32))
	for _, tc := range []struct {
		name, id string
		key      []byte
	}{
		{"a short key", "a", key[:31]},
		{"no key", "a", nil},
		{"no key ID", "", key},
		{"a key ID that would end the label", "a]", key},
		{"a long key ID", strings.Repeat("a", 33), key},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, err := Pseudonym(tc.id, tc.key)
			require.ErrorContains(t, err, "redact: ")
			require.NotContains(t, err.Error(), "kkkk")
		})
	}
}

func TestIsLabel(t *testing.T) {
	require.True(t, isLabel("[REDACTED]"))
	require.True(t, isLabel("[REDACTED:us_ssn:k1:00ff]"))
	require.False(t, isLabel("[REDACTED] hunter2]"), "a label and more")
	require.False(t, isLabel("[REDACTED"+strings.Repeat("x", 200)+"]"), "longer than any label")
	require.False(t, isLabel("hunter2"))
}
