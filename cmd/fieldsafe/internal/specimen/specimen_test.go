package specimen

import (
	"slices"
	"strings"
	"testing"

	"github.com/fieldsafe/fieldsafe/detect"
)

// beyondChance are the detectors of which no value comes about by chance.
const beyondChance = `1password_service_token aws_bedrock_api_key aws_session_token crypto_ada_address
	crypto_bch_address crypto_bip39_seed crypto_btc_address crypto_btc_wif crypto_doge_address crypto_eth_address
	crypto_ltc_address crypto_tron_address crypto_xmr_address crypto_xprv_xpub crypto_xrp_address cn_resident_id docker_config_auth
	fly_io_token iban jwe jwt k8s_service_account_token lu_nin miro_dropbox password_hash_weak pkcs12_der_base64
	saml_assertion ssh_public_key`

// TestEveryForm wants values for nearly every detector that has a form; those
// of beyondChance do not come about by chance.
func TestEveryForm(t *testing.T) {
	hard := map[string]string{}
	for _, id := range strings.Fields(beyondChance) {
		hard[id] = "a checksum of four bytes, or something inside that has a form of its own"
	}
	for _, d := range detect.All() {
		if d.Pattern == "" && (d.Contextual == "" || len(d.Keywords) == 0) {
			if got := Values(d, 1); len(got) != 0 {
				t.Errorf("%s has no form, but values", d.ID)
			}
			continue
		}
		if got := Values(d, 1); (len(got) == 0) != (hard[d.ID] != "") {
			t.Errorf("%s: %d values (%s)", d.ID, len(got), hard[d.ID])
		}
	}
}

func TestValues(t *testing.T) {
	tests := []struct {
		name, id, begins string
	}{
		{"a form that is enough", "us_ssn", ""},
		{"a check digit", "br_cpf", ""},
		{"a keyword first", "gb_nino", ""},
		{"a prefix", "github_pat_classic", "gh" + "p_"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d := detect.ByID(tt.id)
			got := Values(d, 3)
			if len(slices.Compact(slices.Clone(got))) != 3 {
				t.Fatalf("%d different values, want 3", len(got))
			}
			if !slices.Equal(got, Values(d, 3)) {
				t.Error("another call gives other values")
			}
			for _, v := range got {
				if !strings.HasPrefix(v, tt.begins) {
					t.Errorf("a value does not begin with %s", tt.begins)
				}
			}
		})
	}
}
