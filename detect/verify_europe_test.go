package detect

import (
	"strings"
	"testing"
)

// europeanVerifiers are the verifiers of Europe with values that the registers
// publish or that satisfy their rules, and near misses.
var europeanVerifiers = []struct {
	name    string
	verify  func(string) Verdict
	valid   []string // confirmed by a check digit, or Plausible where want says so
	invalid []string
	want    Verdict // of the valid ones; Valid when zero
}{
	{"gb_nino", verifyBritishNINO, []string{"AB123456C", "AB 12 34 56 C", "ab123456d", "AB123456"},
		[]string{"QQ123456C", "GB123456A", "AO123456A", "AB123456E", "FQ 00 00 00 C", "DA123456A"}, Plausible},
	{"gb_utr", verifyBritishUTR, []string{"1955839661", "0008955823948", "1429594661K"},
		[]string{"2955839661", "0000000000", "195583966"}, Valid},
	{"gb_vat", verifyBritishVAT, []string{"GB 980 7806 84", "GB980780684001", "XI 980780684", "HA888856580"},
		[]string{"GB 802311781", "GB000000000", "GB 98078068"}, Valid},
	{"gb_vat department", verifyBritishVAT, []string{"GD001", "GBHA501"}, []string{"GD888", "HA100", "GBGDA01"}, Plausible},
	{"gb_upn", verifyBritishUPN, []string{"B801200005001"}, []string{"A801200005001", "X80120000A001", "B80120000500"}, Valid},
	{"gb_vehicle_registration", verifyBritishPlate, []string{"AB51 ABC", "BD62XYZ", "A123 BCD", "ABC 123A"},
		[]string{"AB00 ABC", "AB80 ABC", "AB51 AIB", "QI51 ABC", "1234567"}, Plausible},
	{"gb_postcode", verifyBritishPostcode, []string{"SW1A 1AA", "M1 1AE", "EC1A 1BB", "B33 8TH", "CR2 6XH", "dn55 1pt"},
		[]string{"SW1A 1CA", "VA1 1AA", "XA1 1AA", "M1 1CA"}, Plausible},
	{"ie_pps", verifyIrishPPS, []string{"6433435F", "6433435OA", "6433435FT", "0581306TW"},
		[]string{"6433435VH", "6433435E", "6433435FZ", "643343F"}, Valid},
	{"ie_eircode", verifyEircode, []string{"D02 X285", "A41 F4E2", "D6W XY00"},
		[]string{"D02 X28", "Z99 X285", "D02 B285"}, Plausible},

	{"fr_nir", verifyFrenchNIR, []string{"2 95 10 99 126 111 93", "264042A54153913", "2 05 09 78766 106 21"},
		[]string{"264042C54153913", "295109912611192", "995109912611193", "295139912611193"}, Valid},
	{"fr_cni", verifyFrenchCNI, []string{"880692310285", "X4RTBPFW4"}, []string{"88069231028", "881392310285", "123456789"}, Plausible},
	{"fr_nif", verifyFrenchTaxNumber, []string{"3023217600053", "02 34 271 983 456"}, []string{"3023217600054", "0000000000000"}, Valid},
	{"fr_siren", verifySIREN, []string{"552 008 443", "473117752"}, []string{"473117751", "000000000"}, Valid},
	{"fr_siret", verifySIRET, []string{"73282932000074", "35600000000048", "35600000044373"},
		[]string{"73282932000079", "35600000000049", "00000000000000"}, Valid},
	{"fr_tva", verifyFrenchVAT, []string{"FR 40 303 265 045", "K7399859412", "4Z123456782", "71 0000 94045"},
		[]string{"FR 84 323 140 391", "IO334175221", "FR 40 303 265 046"}, Valid},
	{"nl_bsn", verifyDutchBSN, []string{"1112.22.333", "111222333"}, []string{"1112.52.333", "000000000", "1112223"}, Valid},
	{"nl_id_document", verifyDutchDocument, []string{"XR1001R58"}, []string{"XR1001R5O", "581001RXR", "XO1001R58", "X11001R58"}, Plausible},
	{"nl_btw", verifyDutchVAT, []string{"NL4495445B01", "NL004495445B01", "NL002455799B11", "NL000099998B57"}, []string{"NL123456789B90", "NL004495445B00", "NL004495445A01"}, Valid},
	{"be_national_number", verifyBelgianNational, []string{"85.07.30-033.28", "10 07 19 419 75"},
		[]string{"85.07.30-033.29", "12345678901", "00400100184", "00000000097"}, Valid},
	{"be_bis", verifyBelgianBIS, []string{"98.47.28-997.65", "01 44 26 389 62"}, []string{"12345678901", "00000100195", "85.07.30-033.28"}, Valid},
	{"be_eid", verifyBelgianCard, []string{"591-1917064-58"}, []string{"591-1917064-59", "000-0000000-00"}, Valid},
	{"be_vat", verifyBelgianVAT, []string{"BE403019261", "BE 0403.019.261", "BE 0428.759.497"}, []string{"BE431150351", "BE000000000", "BE 2403019261"}, Valid},
	{"lu_nin", verifyLuxembourgNIN, []string{"1893120105732", "1995100231955", "2008012457017"},
		[]string{"1893120105733", "1893130105732", "1893120105742"}, Valid},

	{"de_id_card", verifyGermanCard, []string{"L01X00T471", "2940299265D", "CN8211T840D", "ll5461t212"}, []string{"L01X00T472", "C01X00T470", "L01X00T4"}, Valid},
	{"de_id_card face", verifyGermanCard, []string{"L01X10T06", "T22000129"}, []string{"123456789", "LXXXTTTTT"}, Plausible},
	{"de_tax_id", verifyGermanTaxID, []string{"11 089 345 273", "11089345273"}, []string{"11089345237", "12345678901", "11111111111", "01357246811"}, Valid},
	{"de_tax_number", verifyGermanTaxNumber, []string{"181/815/08155", "24/847/28514", "9181081508155", "4151081508156"},
		[]string{"181/815/081", "4151181508156", "6151081508156", "00000000000"}, Plausible},
	{"de_svnr", verifyGermanPension, []string{"15070649C103", "65020476W795", "20261083F026", "15 070649 C103"},
		[]string{"15070649C100", "15850649C103", "15071349C103", "15070649C10", "150706491103"}, Valid},
	{"de_vat", verifyGermanVAT, []string{"DE 136,695 976", "DE136695976"}, []string{"DE136695978", "DE036695976", "DE1366959760"}, Valid},
	{"de_postal_code", verifyGermanPostcode, []string{"10115", "01067"}, []string{"00000", "99999", "1011"}, Plausible},
	{"at_svnr", verifyAustrianInsurance, []string{"1237 010180"}, []string{"2237 010180", "2230010180", "0237 010180"}, Valid},
	{"at_tin", verifyAustrianTaxNumber, []string{"59-119/9013", "98 4901967"}, []string{"59-119/9014", "000000000"}, Valid},
	{"at_uid", verifyAustrianVAT, []string{"ATU13585627", "ATU 57194903"}, []string{"ATU13585626", "ATU1358562"}, Valid},
	{"ch_ahv", verifySwissAHV, []string{"756.9217.0769.85"}, []string{"756.9217.0769.84", "123.4567.8910.19", "54165168"}, Valid},
	{"ch_uid", verifySwissUID, []string{"CHE-100.155.212", "CHE-107.787.577 IVA"}, []string{"CHE-100.155.213", "CHE-000.000.000"}, Valid},
	{"li_peid", verifyLiechtensteinPEID, []string{"00001234567", "2555984", "84167"}, []string{"0001", "00002718281828459045", ""}, Plausible},

	{"es_dni", verifySpanishDNI, []string{"54362315-K", "03814916K", "54362315k"}, []string{"54362315-L", "00000000T", "99999999R", "1234567"}, Valid},
	{"es_nie", verifySpanishNIE, []string{"X-2482300W", "X2482300W"}, []string{"X-2482300A", "Y806391Q", "W2482300W"}, Valid},
	{"es_cif", verifySpanishCIF, []string{"J99216582", "B64717838"}, []string{"J99216583", "B64717839", "Z64717838"}, Valid},
	{"es_nif", verifySpanishNIF, []string{"B64717838", "54362315-K", "X-2482300W", "ES B-58378431", "M1234567L"},
		[]string{"B64717839", "54362315-L", "X-2482300A", "M1234567K"}, Valid},
	{"es_nuss", verifySpanishNUSS, []string{"281234567840", "28 1207175 545"}, []string{"281234567841", "281234567890", "000000000000"}, Valid},
	{"pt_nif", verifyPortugueseNIF, []string{"501 964 843", "250 156 423"}, []string{"501964842", "001964843"}, Valid},
	{"pt_cc", verifyPortugueseCard, []string{"00000000 0 ZZ4", "136936851ZR7"}, []string{"00000000 0 ZZ5", "00000000 A ZZ4"}, Valid},
	{"pt_niss", verifyPortugueseNISS, []string{"10000000000"}, []string{"10000000001", "30000000006"}, Valid},
	{"ad_nrt", verifyAndorranNRT, []string{"U-132950-X", "AD A-710.646-J", "D-059888-N"}, []string{"I 706193 G", "L699999X", "A1234567", "F-700000-A"}, Plausible},
	{"it_codice_fiscale", verifyItalianFiscalCode, []string{"RCCMNL83S18D969H", "ZPKZPT87D51F205S", "HAIGGU69A64F839J", "RCCMNL83S18D969h"},
		[]string{"RCCMNL83S18D969I", "ZPKZPT87D51F205E", "PLTGNN67I23L219V", "RCCMNL83S18D969"}, Valid},
	{"it_partita_iva", verifyItalianVAT, []string{"IT 00743110157"}, []string{"IT 00743110158", "00000000000", "00743119158"}, Valid},
	{"mt_id", verifyMalteseID, []string{"0123456M", "38682G"}, []string{"0123456X", "M123456"}, Plausible},
	{"mt_vat", verifyMalteseVAT, []string{"MT 1167-9112"}, []string{"MT 1167-9113", "MT 00000000"}, Valid},

	{"gr_amka", verifyGreekAMKA, []string{"01013099997", "13061008309"}, []string{"01013099999", "85073003361", "00013099998"}, Valid},
	{"gr_afm", verifyGreekVAT, []string{"EL 094259216"}, []string{"EL 123456781", "000000000"}, Valid},
	{"cy_tic", verifyCypriotTIC, []string{"CY-10259033P"}, []string{"CY-10259033Z", "12259033P"}, Valid},
	{"tr_tckn", verifyTurkishID, []string{"17291716060", "10000000146"}, []string{"17291716050", "00000000000", "11798724308"}, Valid},
	{"tr_vkn", verifyTurkishTaxNumber, []string{"4540536920", "0451930849"}, []string{"4540536921", "0000000000"}, Valid},
	{"tr_license_plate", verifyTurkishPlate, []string{"34 ABC 123", "01 A 12", "06 AB 1234"}, []string{"99 ABC 123", "82 ABC 123", "34 ABC 1234", "00 A 1234", "34 1234"}, Plausible},

	{"se_personnummer", verifySwedishPersonal, []string{"880320-0016", "811228-9874", "20110528-7666", "701063-2391"},
		[]string{"880320-0018", "881320-0016", "670919-9539", "200504422381"}, Valid},
	{"se_orgnr", verifySwedishCompany, []string{"123456-7897", "16123456-7897"}, []string{"123456-7898", "120320-0011"}, Valid},
	{"no_fodselsnummer", verifyNorwegianBirth, []string{"151086 95088", "20112620916"}, []string{"15108695077", "19575770838", "00000000000"}, Valid},
	{"no_orgnr", verifyNorwegianCompany, []string{"988 077 917", "992 515 392 MVA"}, []string{"988 077 918", "188077917"}, Valid},
	{"dk_cpr", verifyDanishCPR, []string{"211062-5629"}, []string{"311362-5629", "2110525629", "310262-5629"}, Valid},
	{"dk_cpr after 2007", verifyDanishCPR, []string{"010107-5000", "010190-1235"}, []string{"320107-5000"}, Plausible},
	{"dk_cvr", verifyDanishCVR, []string{"DK 13585628"}, []string{"DK 13585627", "00000000"}, Valid},
	{"fi_hetu", verifyFinnishPersonal, []string{"131052-308T", "281292Y9471", "040425E950W", "020615-0941", "131052-308t"},
		[]string{"131052-308U", "310252-308Y", "131052-001T", "010101-1010", "131052G308T"}, Valid},
	{"fi_ytunnus", verifyFinnishCompany, []string{"2077474-0"}, []string{"2077474-1", "0000000-0"}, Valid},
	{"is_kennitala", verifyIcelandic, []string{"120174-3399", "450401-3150"}, []string{"320174-3399", "120174-3389", "120174-3391"}, Valid},
	{"ee_isikukood", verifyEstonian, []string{"36805280109", "51405089247"}, []string{"36805280108", "38507300338", "36813280109"}, Valid},
	{"lt_asmens", verifyLithuanian, []string{"32805170633", "61607013810", "328-051-706-33"}, []string{"32805170733", "02805170633"}, Valid},
	{"lv_pk", verifyLatvian, []string{"161175-19997", "180109-12501"}, []string{"161375-19997", "161175-19998"}, Valid},
	{"lv_pk since 2017", verifyLatvian, []string{"320870-72331"}, []string{"321111-11111"}, Plausible},

	{"pl_pesel", verifyPolishPESEL, []string{"44051401359", "44060762375", "06111610888"}, []string{"44051401358", "44131401359", "12345678901"}, Valid},
	{"pl_nip", verifyPolishNIP, []string{"PL 8567346215", "869-05-37-643"}, []string{"PL 8567346216", "8690537645", "0000000000"}, Valid},
	{"pl_regon", verifyPolishREGON, []string{"192598184", "123456785", "12345678512347"}, []string{"192598183", "12345678512348", "000000000"}, Valid},
	{"pl_id_card", verifyPolishCard, []string{"ABA300000", "ABS 123456"}, []string{"ABA400000", "AB1300000"}, Valid},
	{"cz_rodne_cislo", verifyCzechoslovakBirth, []string{"710319/2745", "2203180089", "736028/5163"}, []string{"710319/2746", "590312/123", "711319/2745", "12345678901"}, Valid},
	{"cz_rodne_cislo before 1954", verifyCzechoslovakBirth, []string{"450312/123"}, []string{"450312/000"}, Plausible},
	{"cz_dic", verifyCzechVAT, []string{"CZ 25123891", "7103192745", "677107790"}, []string{"CZ 25123890", "677107791", "00000000", "95123891"}, Valid},
	{"hu_taj", verifyHungarianTAJ, []string{"123 456 788"}, []string{"123 456 789", "000000000"}, Valid},
	{"hu_tax_id", verifyHungarianTaxID, []string{"8284555417"}, []string{"8284555418", "1234567891", "0000000000"}, Valid},
	{"hu_vat", verifyHungarianVAT, []string{"HU-12892312", "12892312-2-43"}, []string{"HU-12892313", "12892312-9-43", "12892312-2-99"}, Valid},
	{"ro_cnp", verifyRomanianCNP, []string{"1630615123457", "1700914166697", "6190922013230"}, []string{"1630615123458", "1631315123457", "1630615993457"}, Valid},
	{"ro_cui", verifyRomanianCUI, []string{"185 472 90", "RO18547290"}, []string{"185 472 91", "0018547290"}, Valid},
	{"bg_egn", verifyBulgarianEGN, []string{"752316 926 3", "6101057509", "8702161508"}, []string{"752316 926 4", "6101057500", "756316 9263"}, Valid},
	{"bg_pnf", verifyBulgarianForeigner, []string{"7111 042 925"}, []string{"7111 042 926", "0000000000"}, Valid},
	{"bg_vat", verifyBulgarianVAT, []string{"BG 195 472 564", "BG7523169263"}, []string{"BG 195 472 563", "BG000000000"}, Valid},

	{"hr_oib", verifyCroatianOIB, []string{"HR 33392005961"}, []string{"HR 33392005962"}, Valid},
	{"si_emso", verifyJMBG, []string{"0101006500006", "2303986012273"}, []string{"0101006500007", "0113006500006", "1700000000000"}, Valid},
	{"si_tax", verifySlovenianTax, []string{"SI 5022 3054", "98759884"}, []string{"SI 5022 3055", "98759885", "0000000000"}, Valid},
	{"rs_pib", verifySerbianPIB, []string{"101134702"}, []string{"101134703", "001134702"}, Valid},
	{"mk_edb", verifyMacedonianEDB, []string{"4030000375897"}, []string{"4030000375890", "0000000000000"}, Valid},
	{"me_pib", verifyMontenegrinPIB, []string{"02655284"}, []string{"02655283", "00000000"}, Valid},
	{"al_nipt", verifyAlbanianNIPT, []string{"K22218003V", "AL J 91402501 L"}, []string{"Z22218003V", "J91402501", "K222180031"}, Plausible},
	{"md_idnp", verifyMoldovan, []string{"1008600038413"}, []string{"1008600038412", "0000000000000"}, Valid},
	{"by_unp", verifyBelarusianUNP, []string{"200988541", "MA7815407", "МА7815407", "ма7815407"}, []string{"200988542", "000988541", "MZ7815407", "ЯЯ7815407"}, Valid},
	{"ua_rnokpp", verifyUkrainianTaxpayer, []string{"1759013776", "3257933230"}, []string{"1759013770", "9959013776", "0000000000"}, Valid},
	{"ua_edrpou", verifyUkrainianCompany, []string{"32855961", "00032945"}, []string{"32855968", "00000000"}, Valid},
	{"ru_inn", verifyRussianINN, []string{"123456789047", "7765049620", "005852597065"}, []string{"123456789037", "7765049621", "0000000000", "000000000000"}, Valid},
	{"ru_snils", verifyRussianSNILS, []string{"112-233-445 95", "087-654-303 00"}, []string{"112-233-445 96", "000-000-000 00"}, Valid},
	{"ru_snils without check", verifyRussianSNILS, []string{"001-001-998 11"}, []string{"001-001-999 11"}, Plausible},
	{"ru_ogrn", verifyRussianOGRN, []string{"1022200525819", "304500116000157"}, []string{"1022500001328", "304500116000158", "9022200525819"}, Valid},

	{"vat_number_eu", verifyEuropeanVAT, []string{"ATU 57194903", "PL 5647143926", "LU 117 319 17", "EE100594102",
		"LT100004801610", "LT119511515", "LV 4000 3521 600", "LV 161175-19997", "SE 232049821101", "SK 202 274 96 19", "IE 6433435F",
		"IE6433435OA", "IE8D79739I", "ESX2482300W", "EL 094259216", "HR 33392005961", "FI20774740", "HU12892312", "PT501964843", "RO18547290",
		"DK13585628", "IT00743110157", "XI980780684", "BE0403019261", "NL004495445B01", "FR40303265045", "FRK7399859412",
		"CY10259033P", "MT11679112", "SI50223054", "BG195472564", "CZ25123891", "DE136695976"},
		[]string{"ATU 57194904", "AT57194903", "SK 202 274 96 18", "CY-10257074Y", "IE 5339273F", "XX136695976", "LT100001919018", "US123456789", "EL"}, Valid},
}

func TestVerifyEurope(t *testing.T) {
	for _, c := range europeanVerifiers {
		for _, value := range c.valid {
			if got := c.verify(value); got != c.want {
				t.Errorf("%s: %s is %v, want %v", c.name, value, got, c.want)
			}
		}
		for _, value := range c.invalid {
			if got := c.verify(value); got != Invalid {
				t.Errorf("%s: %s is %v, want invalid", c.name, value, got)
			}
		}
	}
}

func TestVerifyEuropeDoesNotAllocate(t *testing.T) {
	for _, c := range europeanVerifiers {
		if n := testing.AllocsPerRun(10, func() { c.verify(c.valid[0]) }); n != 0 {
			t.Errorf("%s: %v allocations", c.name, n)
		}
	}
}

// Separators and letter case are the pattern's matter: a verifier must not mind
// them.
func TestVerifyEuropeIgnoresCase(t *testing.T) {
	for _, c := range europeanVerifiers {
		if c.name == "fr_cni" {
			continue // its shape is too common in lower case
		}
		for _, value := range c.valid {
			if got := c.verify(strings.ToLower(value)); got != c.want {
				t.Errorf("%s: %s in lower case is %v", c.name, value, got)
			}
		}
	}
}

func FuzzVerifyEurope(f *testing.F) {
	for _, c := range europeanVerifiers {
		f.Add(c.valid[0])
	}
	f.Fuzz(func(t *testing.T, value string) {
		for _, c := range europeanVerifiers {
			if verdict := c.verify(value); verdict > Valid {
				t.Errorf("%s: verdict %d", c.name, verdict)
			}
		}
	})
}

func BenchmarkVerifyPolishPESEL(b *testing.B) {
	for b.Loop() {
		if verifyPolishPESEL("44051401359") != Valid {
			b.Fatal("refused")
		}
	}
}

// Compact moments share their shape with birth numbers: they need a keyword.
func TestStampsAreNotConfirmed(t *testing.T) {
	for _, c := range []struct {
		name   string
		verify func(string) Verdict
		value  string
		want   Verdict
	}{
		{"minute of 2024", verifySwedishPersonal, "240229-0007", Plausible},
		{"minute of 2024, year in full", verifySwedishPersonal, "20240229-0007", Plausible},
		{"same digits, born in 1924", verifySwedishPersonal, "19240229-0007", Valid},
		{"no such minute", verifySwedishPersonal, "240229-0098", Valid},
		{"no such hour", verifySwedishPersonal, "240229-2508", Valid},
		{"not yet", verifySwedishPersonal, "880320-0016", Valid},
	} {
		if got := c.verify(c.value); got != c.want {
			t.Errorf("%s: %s is %v, want %v", c.name, c.value, got, c.want)
		}
	}
}
