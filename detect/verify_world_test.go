package detect

import (
	"strings"
	"testing"
)

// verifierCase says what a verifier makes of values; separated by "; ".
type verifierCase struct {
	name      string
	verify    func(string) Verdict
	valid     string // a check digit confirms them
	plausible string // nothing speaks against them
	invalid   string
}

var worldVerifiers = []verifierCase{
	{"us_ssn", verifyUSSSN, "", "536-90-4399; 536904399; 536 90 4399", "078-05-1120; 000-12-3456; 666-12-3456; 900-12-3456; 536-00-4399; 536-90-0000; 555-55-5555; 536-90.4399"},
	{"us_itin", verifyUSITIN, "", "912-90-3456; 999-88-1234; 900 50 1234", "912-93-3456; 912-89-3456; 912-66-3456; 812-90-3456; 912-49-3456"},
	{"us_atin", verifyUSATIN, "", "900-93-1234", "900-94-1234; 800-93-1234; 900-93-123"},
	{"us_ein", verifyUSEIN, "", "04-2103594; 98-1234567", "07-3456789; 00-3456789; 97-3456789; 111111111; 04-210359"},
	{"us_zip", verifyUSZIP, "", "20500-0003; 00501; 99950", "00000; 00500; 99951; 2050"},
	{"ca_sin", verifyCASIN, "123-456-782; 150 676 096", "", "823-456-785; 123-456-783; 023456787; 12345678"},
	{"ca_business_number", verifyCABusinessNumber, "123026635RC0001; 123026635", "", "123456783; 12302663; 123026636RC0001; 12302663500010"},
	{"ca_postal_code", verifyCAPostalCode, "", "K1A 0B1; v6b1a1", "D1A 0B1; K1O 0B1; W1A 0B1; K1A 0B"},

	{"br_cpf", verifyBRCPF, "390.533.447-05; 39053344705", "", "231.002.999-01; 390.533.447-06; 111.111.111-11; 390.533.447-0"},
	{"br_cnpj", verifyBRCNPJ, "74.950.199/0001-55; 12ABC34501DE35", "", "74.950.199/0001-56; 11.111.111/1111-11; 12ABC34501DE3X; 74.950.199/0001-5"},
	{"br_rg", verifyBRRG, "24.678.131-2", "24.678.131-5; 1234567-8", "24.678-4; 11.111.111-1"},
	{"br_pis", verifyBRPIS, "120.56412.54-5", "", "120.56412.54-8; 11111111111; 120.56412.54"},
	{"br_cnh", verifyBRCNH, "00000000119; 62472927637", "", "62472927638; 11111111111; 6247292763"},
	{"br_titulo", verifyBRTituloEleitor, "102385010671; 004356870906", "", "102385010672; 102385012971; 10238501067"},
	{"mx_curp", verifyMXCURP, "BOXW310820HNERXN09; boxw310820hnerxn09", "", "BOXW310820HNERXN08; BOXW311320HNERXN09; BOXW310820ANERXN09; BOXW310820HXXRXN09; BOXW310820HNERXN0"},
	{"mx_rfc", verifyMXRFC, "GODE561231GR8", "GODE561231GR9", "GODE563231GR8; XAXX010101000; GODE561231G; GODE5612X1GR8"},
	{"mx_nss", verifyMXNSS, "12345678903", "", "12345678904; 00000000000; 1234567890"},
	{"mx_ine", verifyMXINE, "", "ABCDEF80010109H100; ABCDEF80010187M100", "ABCDEF80139909H100; ABCDEF80010140H100; ABCDEF80010109H10"},

	{"ar_cuit", verifyARCUIT, "20-05536168-2; 20055361682", "", "20-26756539-2; 21-05536168-2; 20-0553616-2"},
	{"ar_dni", verifyARDNI, "", "20.123.456; 5123456", "2012345699; 99.999.999; 123.456"},
	{"cl_rut", verifyCLRUT, "12531909-2; 12.531.909-2; 10000013-K", "", "12531909-3; 00000000-0; 1253-2"},
	{"co_nit", verifyCONIT, "213.123.432-1; 2131234321", "", "2131234325; 111111111; 12345678901234567"},
	{"co_cedula", verifyCOCedula, "", "1.020.304.050; 12345678", "12345; 0123456; 11111111"},
	{"pe_dni", verifyPEDNI, "10117410-2; 10117410G", "10117410", "10117410-3; 1011741; 00000000"},
	{"pe_ruc", verifyPERUC, "20512333797", "", "20512333798; 30512333797; 2051233379"},
	{"ec_cedula", verifyECCedula, "171430710-3; 1714307103", "", "171430710-4; 991430710-3; 1794307103"},
	{"ec_ruc", verifyECRUC, "1792060346001; 1714307103001; 1760001550001", "", "1792060347001; 1714307104001; 1760001550000; 9960001550001; 1770001550001"},
	{"uy_ci", verifyUYCI, "1.234.567-2; 12345672", "", "1.234.567-3; 11111111; 123456"},
	{"uy_rut", verifyUYRUT, "21-161427-001-2; 211614270012", "", "210303670014; 211614270013; 231614270012; 210000000019"},
	{"ve_rif", verifyVERIF, "V-11470283-4; v114702834", "", "V-11470283-5; X-11470283-4; V-1147028-4"},
	{"py_ruc", verifyPYRUC, "80028061-0", "", "80028061-1; 12-3; 1234567890"},

	{"do_cedula", verifyDOCedula, "001-1391820-5; 00113918205", "001-1391820-4", "300-1391820-5; 001-0000000-0; 001-139182-5"},
	{"do_rnc", verifyDORNC, "1-31-24679-6", "", "131246795; 13124679; 111111111"},
	{"cr_cedula", verifyCRCedula, "", "3-0455-0175; 03-0455-0175; 304550175; 1-613-584", "30-1234-1234; 0000000000; 12345; 111111111"},
	{"gt_nit", verifyGTNIT, "576937-K; 576937k", "", "8977112-0; 576937-1; 1"},
	{"sv_nit", verifySVNIT, "0614-050707-104-8", "", "0614-050707-104-0; 5614-050707-104-8; 0614-050707-104"},
	{"cu_ni", verifyCUNI, "", "91021027775", "91131027775; 9102102777; 91021077775"},

	{"in_aadhaar", verifyINAadhaar, "2341 2341 2346; 234123412346", "", "234123412347; 134123412346; 222222222222; 23412341234"},
	{"in_aadhaar_vid", verifyINAadhaarVID, "2341234123412341", "", "2341234123412342; 234123412341234"},
	{"in_pan", verifyINPAN, "", "ACUPA7085R", "ACUPA7085RR; ACUXA7085R; ACUPA0000R; ACUP17085R"},
	{"in_gstin", verifyINGSTIN, "27AAPFU0939F1ZV", "", "27AAPFU0939F1ZW; 39AAPFU0939F1ZV; 27AAPFU0939F1YV; 27AAPFU0939F1Z"},
	{"in_voter_id", verifyINVoterID, "WKH1186253", "", "WKH1186263; WKH118625"},
	{"in_vehicle", verifyINVehicle, "", "MH12AB1234; 22BH1234AA", "ZZ12AB1234; 22XX1234AA; MH12A"},
	{"in_nrega", verifyINNREGA, "", "MH-12-001-001-001/12", "ZZ-12-001-001-001/12"},
	{"pk_cnic", verifyPKCNIC, "", "34201-0891231-8", "94201-0891231-8; 34201-0891231-0; 34201-089123-8"},
	{"bd_nid", verifyBDNID, "", "1234567890; 1234567890123; 19801234567890123", "12345678901; 1111111111; 30801234567890123"},
	{"lk_nic", verifyLKNIC, "", "853400937V; 198534000937; 858400937X", "859990937V; 853700937V; 85340093V; 300034000937"},

	{"id_nik", verifyIDNIK, "3171011708450001; 3171015708450001", "", "3171013208450001; 2271011708450001; 3171011708450000"},
	{"id_npwp", verifyIDNPWP, "01.312.166.0-091.000; 0013121660091000; 3171011708450001", "", "01.312.166.1-091.000; 01.312.166.0-091.00"},
	{"my_nric", verifyMYNRIC, "", "770305-02-1234", "771305-02-1234; 770305-17-1234; 770305-02-123"},
	{"sg_nric", verifySGNRIC, "S9108268C; s9108268c", "", "S9108268D; A9108268C; S910826C; S9108X68C"},
	{"sg_uen", verifySGUEN, "197401143C; 53107150B; S16FC0121D", "", "197401143D; 999956789H; 53107150C; S16ZZ0121D; S16FC0121E"},
	{"th_pin", verifyTHPIN, "1-2345-45678-78-1", "", "1-2345-45678-78-9; 9-2345-45678-78-1; 1-2345-45678-78; 1111111111111"},
	{"th_tin", verifyTHTIN, "0 1055 60006 78 4; 1-2345-45678-78-1", "", "0105560006785; 9105560006784; 010556000678"},
	{"ph_tin", verifyPHTIN, "", "123-456-789; 123-456-789-000", "111-111-111; 123-456-78"},
	{"vn_cccd", verifyVNCCCD, "", "001099012345", "000099012345; 097099012345; 001499012345; 00109901234"},
	{"vn_mst", verifyVNMST, "0100233488; 0100233488-001", "", "0100233480; 0100000008; 0100233488-000; 010023348"},

	{"cn_resident_id", verifyCNResidentID, "360426199101010071; 11010519491231002X; 11010519491231002x", "", "360426199101010072; 360426199113010071; 990426199101010071; 36042619910101007"},
	{"cn_uscc", verifyCNUSCC, "91110000600037341L", "", "91110000600037342L; 9111000060003734IL; 000000000000000000; 9111000060003734"},
	{"hk_id", verifyHKID, "A123456(3); a1234563; AB987654(3)", "", "A123456(4); A12345(3); 1123456(3)"},
	{"tw_national_id", verifyTWNationalID, "A123456789", "", "A123456788; A323456789; 1123456789; A12345678"},
	{"tw_ubn", verifyTWUBN, "00501503; 10458575", "", "00501502; 00000000; 0050150"},
	{"jp_my_number", verifyJPMyNumber, "6977 0447 5080", "", "6977 0447 5081; 000000000000; 6977 0447 508"},
	{"jp_corporate", verifyJPCorporateNumber, "5835678256246", "", "2835678256246; 583567825624"},
	{"jp_dl", verifyJPDriversLicense, "", "301234567890", "001234567890; 30123456789; 333333333333"},
	{"kr_rrn", verifyKRRRN, "971013-9019902", "971013-9019903; 201113-3019904", "971313-9019902; 971013-5019902; 971013-901990"},
	{"kr_frn", verifyKRFRN, "000505-7637893", "", "000505-7637894; 000505-1637893; 001305-7637893"},
	{"kr_brn", verifyKRBRN, "116-82-00276", "", "100-00-00000; 116-82-00277; 116-00-00276; 116-82-0027"},
	{"kr_dl", verifyKRDriversLicense, "", "11-22-123456-12", "99-22-123456-12; 11-22-123456-1"},

	{"il_id", verifyILID, "3933742-3; 39337423; 039337423", "", "3933742-4; 0000; 000000000"},
	{"sa_id", verifySANationalID, "1000000008", "", "1000000009; 3000000004; 100000008"},
	{"ae_id", verifyAEEmiratesID, "784-1990-1234567-6", "", "784-1990-1234567-5; 785-1990-1234567-6; 784-1790-1234567-6"},
	{"kw_id", verifyKWCivilID, "286010100028", "", "286010100017; 486010100017; 286130100017"},
	{"qa_id", verifyQAQID, "", "28463400123", "18463400123; 28490000123; 2846340012"},
	{"bh_id", verifyBHCPR, "", "850112345", "851312345; 85011234"},

	{"za_id", verifyZAID, "7503305044089; 750330 5044 089", "", "8503305044089; 7513305044089; 7503305044389; 750330504408"},
	{"za_tin", verifyZATIN, "0001339050; 0001/339/05/0", "", "2449/494/16/0; 4001339050; 0000000000"},
	{"ng_nin", verifyNGNIN, "12345678902", "", "00000000000; 12345678901; 1234567890"},
	{"gh_tin", verifyGHTIN, "C0000803561", "", "C0000803562; X0000803561; C000080356"},
	{"mz_nuit", verifyMZNUIT, "100120135; 100 120 135", "", "100120136; 111111111; 10012013"},
	{"mu_nid", verifyMUNID, "J2801761234569", "", "J2801761234562; J3213761234561; 12801761234561"},
	{"eg_id", verifyEGNationalID, "", "29001011234567; 29001018834567", "19001011234567; 29013011234567; 29001019934567; 2900101123456"},

	{"au_tfn", verifyAUTFN, "123 456 782; 123456782", "", "999 999 999; 123 456 783; 1234567"},
	{"au_abn", verifyAUABN, "83 914 571 673; 51824753556", "", "99 999 999 999; 83 914 571 674; 03914571673"},
	{"au_acn", verifyAUACN, "004 252 313", "", "999 999 999; 004 252 314; 00425231"},
	{"nz_ird", verifyNZIRD, "49-091-850; 136-410-132", "", "136410133; 9125568; 150000001; 999999999"},
}

// TestWorldVerifiers holds published examples and, for each rule of the
// register, a value that breaks only it.
func TestWorldVerifiers(t *testing.T) {
	for _, tt := range worldVerifiers {
		t.Run(tt.name, func(t *testing.T) { tt.run(t) })
	}
}

func (tt *verifierCase) run(t *testing.T) {
	t.Helper()
	for verdict, values := range map[Verdict]string{Valid: tt.valid, Plausible: tt.plausible, Invalid: tt.invalid} {
		for value := range strings.SplitSeq(values, "; ") {
			if got := tt.verify(value); value != "" && got != verdict {
				t.Errorf("%q: got verdict %d, want %d", value, got, verdict)
			}
		}
	}
}

// TestWorldVerifiersDetectTypos changes each digit of a valid value in turn: a
// check digit must refute most of the results.
func TestWorldVerifiersDetectTypos(t *testing.T) {
	for _, tt := range worldVerifiers {
		value, _, _ := strings.Cut(tt.valid, "; ")
		if value == "" || tt.plausible != "" || tt.name == "id_nik" {
			continue
		}
		changed, refuted := 0, 0
		for i := range len(value) {
			if value[i] < '0' || value[i] > '9' {
				continue
			}
			changed++
			typo := value[:i] + string('0'+(value[i]-'0'+3)%10) + value[i+1:]
			if tt.verify(typo) != Valid {
				refuted++
			}
		}
		if refuted*10 < changed*6 {
			t.Errorf("%s: only %d of %d typos refuted", tt.name, refuted, changed)
		}
	}
}

func TestWorldVerifiersDoNotAllocate(t *testing.T) {
	for _, tt := range worldVerifiers {
		values := strings.Split(tt.valid+"; "+tt.plausible+"; "+tt.invalid, "; ")
		if n := testing.AllocsPerRun(10, func() {
			for _, value := range values {
				tt.verify(value)
			}
		}); n != 0 {
			t.Errorf("%s: %v allocations", tt.name, n)
		}
	}
}

// FuzzWorldVerifiers looks for panics: a verifier may get any bytes from a
// detector of the caller's own.
func FuzzWorldVerifiers(f *testing.F) {
	for _, tt := range worldVerifiers {
		for value := range strings.SplitSeq(tt.valid+"; "+tt.plausible+"; "+tt.invalid, "; ") {
			f.Add(value)
		}
	}
	f.Fuzz(func(t *testing.T, value string) {
		for _, tt := range worldVerifiers {
			if tt.verify(value) > Valid {
				t.Errorf("%s: no such verdict", tt.name)
			}
		}
	})
}
