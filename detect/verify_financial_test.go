package detect

import (
	"net/netip"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Each entry holds published examples and, for each rule, a value that breaks
// only it.
var financialVerifiers = []verifierCase{
	{"credit_card", verifyCard, "4111111111111111; 4012-8888-8888-1881; 3782 822463 10005; 30569309025904; 4222222222222; 6011000990139424; 6205500000000000004; 2223003122003222; 4.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1", "",
		"4111111111111112; 4111-1111 1111-1111; 0000000000000000; 7111111111111113; 41111111111111; 34111111111111111; 2721000000000004; 2220999999999997; 411111111111"},
	{"debit_card_eu", verifyDebitCard, "6759649826438453; 5610 5910 8101 8250", "", "4111111111111111; 6759649826438454; 501800000009"},
	{"ar_tarjeta_sube", verifySUBE, "6061123412341235; 6061 1234 1234 1235", "", "6061123412341234; 6061-1234 1234 1235; 606112341234123"},
	{"credit_card_track", verifyCardTrack, ";4111111111111111=30121011000?; B4111111111111111^DOE/JANE^3012101?", "", ";4111111111111112=30121011000?; ;4111111111111111=30131011000?; ;4111111111111111=30001011000?; ;4111111111111111=301"},
	{"credit_card_expiry", verifyCardExpiry, "", "02/26; 12/2031; 2031-12; 09 / 30; Jan 2030", "13/26; 00/26; 2026-13; 02/2099; 02/60; Foo 2030; 2/26"},
	{"iban", verifyIBAN, "GB82WEST12345698765432; gb82west12345698765432; GB82 WEST 1234 5698 7654 32; BE68 539-0075470-34; NO9386011117947; MT71MALT011000029371MTLCAST081S; LC55HEMM000100010012001200023015; RU0204452560040702810412345678901; DZ580002100001113000000570", "",
		"GB82WEST12345698765433; Gb82WEST12345698765432; GB82WEST1234569876543; GB82WEST123456987654321; ZZ82WEST12345698765432; GB82WEST1234569876543A; DE0037040044053201300; GB00WEST12345698765432; NL91ABN10417164300; GBA2WEST12345698765432"},
	{"bban_fr", verifyRIB, "20041010050500013M02606; 20041 01005 0500013M026 06", "", "20041010050500013M02607; 2004101005050001302606; 00000000000000000000000"},
	{"bban_it", verifyCIN, "X0542811101000000123456; x 05428 11101 000000123456", "", "Y0542811101000000123456; 00542811101000000123456; X054281110100000012345"},
	{"bban_es_ccc", verifyCCC, "1234-1234-16 1234567890; 21000418450200051332", "", "1234-1234-17 1234567890; 1234-1234-26 1234567890; 00000000000000000000; 234-1234-16 1234567890"},
	{"aba_routing", verifyABA, "111000025; 1110-0002-5; 011727259; 800000006", "", "111000024; 511000023; 130000007; 000000000; 11100002"},
	{"nz_bank_account", verifyBankNZ, "01-0242-0100194-00; 12-3010-0123403-000; 38 9000 0123407 00; 09-0000-1234564-0001; 25-2500-1234569-00; 26-2600-1234563-001; 08-6500-1234560-00; 31-2800-0000001-00", "", "01-0242-0100195-00; 99-0242-0100194-00; 01-1000-0100194-00; 00-0000-0000000-00; 01-0242-010019-00"},
	{"no_bank_account", verifyBankNO, "2500 30 85581; 2500.30.85581", "", "2500 30 85582; 00000000000; 2500 30 8558"},
	{"se_bankgiro", verifyLuhn, "5050-1055; 991-2346", "", "5050-1056; 0000-0000"},
	{"cz_bank_account", verifyBankCZ, "1900-123456702/0100; 123456702/0100; 34278-0727558021/0100", "", "4278-0727558021/0100; 1900-123456703/0100; 1900-123456702/0000; 1/0100; 100/0100"},
	{"pt_nib", verifyNIB, "000201231234567890154; 0002 0123 12345678901 54", "", "000201231234567890155; 00020123123456789015"},
	{"ar_cbu", verifyCBU, "2850590940090418135201; 28505909 40090418135201", "", "2810590940090418135201; 2850590940090418135202; 0000000000000000000000; 285059094009041813520"},
	{"mx_clabe", verifyCLABE, "032180000118359719; 032-180-00011835971-9", "", "032180000118359718; 000000000000000000; 03218000011835971"},
	{"in_upi_vpa", verifyVPA, "", "jane.doe@okaxis; jane.doe@OKAXIS; 9876543210@ybl", "jane.doe@host; jane.doe@okaxi; jane.doe@; jane.doe"},
	{"no check digit", verifyVaried, "", "20481516; NWBK60161331926819", "00000000; 0000-0000; -"},
	{"UUID", verifyNamedUUID, "123e4567-e89b-12d3-a456-426614174000", "", "00000000-0000-0000-0000-000000000000"},

	{"swift_bic", verifyBIC, "", "AGRIFRPP882; AGRIFRPP; agrifrpp", "AGRIFRPP8; AGRIZZPP; PASSWORD"},
	{"cusip", verifyCUSIP, "037833100; 5949181A2; 98765P434; g12345677", "", "037833101; 000000000; 03783310"},
	{"isin", verifyISIN, "US0378331005; DE000BASF111; XS0123456781; us0378331005", "", "US0378331003; ZZ0378331005; US037833100"},
	{"sedol", verifySEDOL, "B15KXQ8; 0710901", "", "B15KXQ7; 0000000; B15KXQ"},
	{"wkn", verifyWKN, "", "A0MNRK; 716460", "FONDSX; 000000"},
	{"figi", verifyFIGI, "BBG000BLNQ16; bbg000blnq16", "", "BBG000BLNQ14; BBG000BLNQ1"},
	{"lei", verifyLEI, "529900T8BM49AURSDO55; 213800KUD8LAJWSQ9D15", "", "529900T8BM49AURSDO56; 213800KUD8LXJWSQ9D15; 52990000000000000000; 529900T8BM49AURSDO5"},
	{"rf_creditor_reference", verifyCreditorReference, "RF18 5390 0754 7034; RF18539007547034; rf40abc123456", "", "RF17 5390 0754 7034; RFA8539007547034; RF18"},
	{"sepa_creditor_id", verifySEPACreditor, "DE98ZZZ09999999999; ES23ZZZ47690558N; DE98ABC09999999999", "", "ES24ZZZ47690558N; ZZ98ZZZ09999999999; Es23ZZZ47690558N; DE98ZZZ"},
	{"be_structured_communication", verifyOGM, "+++010/8068/17183+++; 123456789002", "", "+++010/8068/17180+++; 000000000000; 12345678900"},
	{"ch_esr_reference", verifyESR, "21 00000 00003 13947 14300 09017; 1234567890123456", "", "210000000003139471430009016; 000000000000000000000000000; 12345678901234"},

	{"crypto_btc_address", verifyBitcoin, "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa; 3HRHsciWM8wk6LdAfeVYDBwrxmqj6P8Z4e; mwFEF8K3cG4cnHQMG7oKcUoFgF9iUrjp6u; bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4; BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4; bc1zw508d6qejxtdg4y5r3zarvaryvg6kdaj", "",
		"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb; bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5; LaxEDHXtstsRFyctigpF4aeh2TvHbqHujj; bc1; 1111111111111111111114oLvT3"},
	{"crypto_btc_wif", verifyWIF, "5K8Gj" + "ADxYWE1XoWZYMfQSTnqfcKR7V3RpP6XmkBJytCaWbyV1iE; L316R" + "5iCA3zRLxHUdQCWTPFKoQtHRcmiY8XQpVaWN4z6uaAn1AQM", "", "5K8Gj" + "ADxYWE1XoWZYMfQSTnqfcKR7V3RpP6XmkBJytCaWbyV1iF; 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"},
	{"crypto_xprv_xpub", verifyExtendedKey, "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8", "", "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet9; 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"},
	{"crypto_bip39_seed", verifyBIP39, "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong", "", "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo"},
	{"crypto_eth_address", verifyEthereum, "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0x52908400098527886E0F7030069857D2E4169EE7; 0x27b1fdb04752bbc536007a920d24acb045561c26", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD; 0x0000000000000000000000000000000000000000; 0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe"},
	{"crypto_eth_private_key", verifySecp256k1, "", "0x" + strings.Repeat("1f", 32) + "; " + strings.Repeat("A0", 32) + "; fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140", "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141; fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364142; " + strings.Repeat("0", 64) + "; 1f"},
	{"crypto_ltc_address", verifyLitecoin, "LaxEDHXtstsRFyctigpF4aeh2TvHbqHujj; MPdSBW8UJFoAtqu4mXUt2qCGHUSB5q2SCK; ltc1q4jy2h5y95eeudxt3skxlacw0zz76945yrkhchz", "", "LaxEDHXtstsRFyctigpF4aeh2TvHbqHujk; ltc1q4jy2h5y95eeudxt3skxlacw0zz76945yrkhchq; 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"},
	{"crypto_doge_address", verifyDogecoin, "DLsNVLAi6eXeYB7LH8pWLKkXhPHJttnotg; A8AYcTnQRCpdzhze5n9xTKaEfMDm85kUf7", "", "DLsNVLAi6eXeYB7LH8pWLKkXhPHJttnoth; 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"},
	{"crypto_bch_address", verifyBitcoinCash, "bitcoincash:qr95sy3j9xwd2ap32xkykttr4cvcu7as4y0qverfuy; qr95sy3j9xwd2ap32xkykttr4cvcu7as4y0qverfuy", "", "qr95sy3j9xwd2ap32xkykttr4cvcu7as4y0qverfux; bitcoincash:qr95sy3j9xwd2ap32xkykttr4cvcu7as4y0qverfu"},
	{"crypto_xrp_address", verifyRipple, "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh", "", "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTi; 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"},
	{"crypto_tron_address", verifyTron, "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", "", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u; 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"},
	{"crypto_xmr_address", verifyMonero, "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A", "", "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3B"},
	{"crypto_ada_address", verifyCardano, "stake1uxkg327sskn8835ewxzcmlhpeugtmgkksjkpfqfzxhhyvvcagaknj", "", "stake1uxkg327sskn8835ewxzcmlhpeugtmgkksjkpfqfzxhhyvvcagaknq"},
	{"crypto_sol_address", verifySolana, "", "CcVzoovaAWd9wnrG7ewszDLc5EQN5c6heKqw9uF2UzS7", "9f86d181884c7d659a2feaa1c55ad115; CcVzoovaAWd9wnrG7ewszDLc5EQN5c6; 11111111111111111111111111111111"},

	{"us_npi", verifyNPI, "1234567893; 198-765-4328", "", "1234567890; 3234567893; 123456789"},
	{"us_dea", verifyDEA, "AB1234563; F96543210; mj2345672", "", "AB1234560; AB0000000; AB123456; ABC234563"},
	{"us_hicn", verifyHICN, "", "219-09-9999A; 219099999B1; WA123456; A123456789", "000-45-6789A; 666-45-6789A; 900-45-6789A; 219-00-9999A; 219-09-0000A; A000000; A12345"},
	{"us_udi", verifyUDI, "(01)00844588003288; (01)00844588003288(17)141120; 0100844588003288; +A123BJC5D6E71G", "", "(01)00844588003289; 0100844588003289; +A123BJC5D6E71H; +a123; (01)0084458800328"},
	{"medical_record_number", verifyRecordNumber, "", "MRN-00482913; 482913", "1234; 00000; 12345678901234567"},
	{"ca_bc_phn", verifyPHN, "9528 062 012; 9123456780", "", "9528052012; 8528062012; 952806201"},
	{"ca_ohip", verifyOHIP, "1234-567-897; 9876543217AB", "", "1234567890; 0000000000; 0123456785; 123456789"},
	{"ca_quebec_hin", verifyNAM, "", "TREM 8001 0112; DOEJ 8556 1234", "TREM 8013 0112; TREM 8001 4012; TREM 8063 0112; TREM 8001 011"},
	{"gb_nhs_number", verifyNHS, "943 476 5919; 9434765870; 485-777-3457", "", "943 476 5871; 0000000000; 943 476 587"},
	{"gb_chi_number", verifyCHI, "0101801238; 311299 0013", "", "0101801239; 3213801238; 010180123"},
	{"fr_health_insurance", verifyVitale, "", "802500000123456789012", "000000000000000000000; 80250000012345678901"},
	{"eu_ehic", verifyEHIC, "80276000011234567895; 80276 00001 12345 67895", "", "80276000011234567896; 89276000011234567894; 8027600001123456789"},
	{"de_kvnr", verifyKVNR, "A123456780; x110022338", "", "A123456789; A000000000; 1123456780; A12345678"},
	{"de_lanr", verifyLANR, "123456601; 724581207", "", "123456701; 000000000; 12345660"},
	{"de_bsnr", verifyBSNR, "", "021234568; 721234567", "000000000; 001234567; 02123456"},
	{"au_medicare", verifyMedicareAU, "2123 45670 1; 3456 78908 2/1", "", "2123 25870 1; 7456789082; 345678908"},
	{"nz_nhi", verifyNHI, "ZZZ0016; abc1235; ZBN77VB; ALU18KZ", "", "ZZZ0044; ALU18KA; ABC123; ZZZ0009"},
	{"br_cns", verifyCNS, "700009876543207; 123 4567 8901 2305", "", "700009876543208; 000000000000000; 70000987654320"},

	{"ipv4_address", verifyIPv4, "", "81.2.69.142; 203.0.113.7; 100.128.0.1; 172.32.0.1", "10.0.0.1; 172.16.0.1; 192.168.1.1; 127.0.0.1; 169.254.0.1; 100.64.0.1; 224.0.0.1; 255.255.255.0; 0.0.0.0; 52.0.0.0; 256.1.1.1; 81.02.69.142; 81.2.69; 81.2.69.142.1; 81-2-69-142"},
	{"ip_slug", verifyIPSlug, "", "81-2-69-142; 81_2_69_142", "10-0-0-1; 300-0-0-1; 81.2.69.142"},
	{"ipv6_address", verifyIPv6, "", "2001:db8::1; 2a02:fb8:12::5054:ff:fe1b:b031; ::ffff:81.2.69.142; 64:ff9b::81.2.69.142; 2a02:fb8:0:0:0:0:0:1; 2a02::", "::; ::1; fe80::1; fd12:3456::1; ff02::1; ::ffff:10.0.0.1; 64:ff9b::10.0.0.1; 12:34:56; 2001:db8::1::2; 1:2:3:4:5:6:7:8:9; 12345::1; :1:2:3:4:5:6:7; 2a02:fb8:12:"},
	{"mac_address", verifyMAC, "", "D0-50-99-84-A2-A0; d0:50:99:84:a2:a0; d050.9984.a2a0; d0509984a2a0", "00:00:00:00:00:00; ff:ff:ff:ff:ff:ff; d0:50-99:84-a2:a0; d0:50:99:84:a2"},
	{"imei", verifyIMEI, "490154203237518; 49-015420-323751-8", "49-015420-323751-02; 49015420-323751", "490154203237519; 000000000000000; 4901542032375"},
	{"meid", verifyMEID, "AF0123450ABCDEC; 26843 54560 0119 3046 2", "AF0123450ABCDE; 49-015420-323751; 26843 54560 0119 3046; 99000012345678", "AF0123450ABCDED; GF0123450ABCDE; 2F0123450ABCDE; 26843 54560 9999 9999; 99999 99999 0119 3046; 26843 54560 0119 3046 1; 000000000000000000; AF0123450ABCD"},
	{"imsi", verifyIMSI, "", "429011234567890; 310-150-123456789", "239011234567890; 000000000000000; 42901123456"},
	{"iccid", verifyICCID, "8914800000000000006; 8949212345678901235", "", "8914800000000000007; 9914800000000000006; 891480000000000000"},
	{"euicc_eid", verifyEID, "89049032005008882600000000000025", "", "89049032005008882600000000000026; 8904903200500888260000000000002"},
	{"azure_subscription_or_tenant", verifyAzureUUID, "9e107d9d-3720-4bb6-8d82-6a419e2c40b6", "", "9e107d9d-3720"},
	{"geohash_or_pluscode", verifyGeocode, "", "849VCWC8+R9; u4pruydqqvj", "22222222+22; abcdefgh; 1234567"},
	{"tracking_number", verifyTracking, "1Z999AA10123456784; 1z12345e0205271686; 9205590164917312345677; 395812345670", "", "1Z999AA10123456785; 9205590164917312345678; 395812345671; 000000000000; 12345"},
}

// What parses here parses in the standard library, and the other way round, to
// the same address.
func FuzzParseIP(f *testing.F) {
	for _, s := range []string{"81.2.69.142", "2001:db8::1", "::", "::ffff:1.2.3.4", "1:2:3:4:5:6:7:8", "1::8", "1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:7::", "01.2.3.4", ":::0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want, err := netip.ParseAddr(s)
		if want.Zone() != "" || strings.Trim(s, "0123456789abcdefABCDEF:.") != "" {
			return
		}
		if v4, ok := parseIPv4(s, "."); strings.IndexByte(s, ':') < 0 && (ok != (err == nil) || ok && netip.AddrFrom4(v4) != want) {
			t.Errorf("%q: got %v, %v, want %v", s, v4, ok, want)
		}
		if v6, ok := parseIPv6(s); strings.IndexByte(s, ':') >= 0 && (ok != (err == nil) || ok && netip.AddrFrom16(v6) != want) {
			t.Errorf("%q: got %x, %v, want %v", s, v6, ok, want)
		}
	})
}

func TestCardRangesAreSortedAndDisjoint(t *testing.T) {
	last := uint32(99999)
	for _, r := range cardRanges {
		if r.from <= last || r.to < r.from || r.to > 999999 || r.lengths == 0 {
			t.Errorf("range %d to %d is out of order", r.from, r.to)
		}
		last = r.to
	}
}

func TestIBANCountriesAreSorted(t *testing.T) {
	if !slices.IsSortedFunc(ibanCountries[:], func(a, b ibanCountry) int { return strings.Compare(a.code, b.code) }) {
		t.Error("countries are not sorted by code")
	}
	for _, c := range ibanCountries {
		length, count := 4, 0
		for _, b := range []byte(c.structure) {
			if '0' <= b && b <= '9' {
				count = count*10 + int(b-'0')
			} else {
				length, count = length+count, 0
			}
		}
		if length < 15 || length > 34 || !isCountryCode([]byte(c.code)) {
			t.Errorf("%s: %d characters", c.code, length)
		}
	}
}

// By default an address that is too plain to stand by itself needs a keyword that
// says whose it is; who asks for all that is possible gets those too, but no
// private ones.
func TestAddressesAtConfidence(t *testing.T) {
	const line = "connection from 81.2.69.42 to 10.0.0.1"
	if found := Default().Append(nil, line); len(found) != 0 {
		t.Errorf("by default: %v", found)
	}
	s, err := New(&Options{MinConfidence: Possible, Detectors: []*Detector{ByID("ipv4_address")}})
	if err != nil {
		t.Fatal(err)
	}
	found := s.Append(nil, line)
	if len(found) != 1 || line[found[0].Start:found[0].End] != "81.2.69.42" || found[0].Confidence != Possible {
		t.Errorf("at Possible: %v", found)
	}
}

// TestCatalogCompilesForNames compiles every detector for text and for names,
// where separators and letter case widen its pattern.
func TestCatalogCompilesForNames(t *testing.T) {
	for _, d := range All() {
		text, err := compile([]*Detector{d}, true)
		require.NoError(t, err)
		_, err = text.forNames(true)
		require.NoError(t, err)
	}
}

func BenchmarkVerifyIBAN(b *testing.B) {
	for b.Loop() {
		verifyIBAN("GB82 WEST 1234 5698 7654 32")
	}
}

func BenchmarkVerifyCard(b *testing.B) {
	for b.Loop() {
		verifyCard("4111 1111 1111 1111")
	}
}
