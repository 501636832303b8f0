package detect

// southeastAsiaDetectors are identity and tax numbers of South-East Asia.
var southeastAsiaDetectors = []Detector{
	{
		ID: "id_nik", Title: "Indonesian NIK", Category: Personal, Country: "ID",
		Contextual: `\d{6}[ .-]?\d{6}[ .-]?\d{4}`,
		Keywords:   []string{"nik", "ktp", "e ktp", "ektp", "no ktp", "nomor ktp", "nomor induk kependudukan", "induk kependudukan", "kartu tanda penduduk"},
		Verify:     verifyIDNIK,
		Reference:  "Undang-Undang 24/2013",
	},
	{
		ID: "id_npwp", Title: "Indonesian tax number (NPWP)", Category: Personal, Country: "ID",
		Pattern:    `\d{2}[.]\d{3}[.]\d{3}[.]\d[-]\d{3}[.]\d{3}`,
		Contextual: `\d{2}[. ]{0,3}\d{3}[. ]{0,3}\d{3}[. ]{0,3}\d[ .-]{0,3}\d{3}[. ]{0,3}\d{3}|\d{16}`,
		Keywords:   []string{"npwp", "npwp no", "nomor npwp", "nomor pokok wajib pajak", "pokok wajib pajak"},
		Verify:     verifyIDNPWP,
		Reference:  "https://www.pajak.go.id",
	},
	{
		ID: "my_nric", Title: "Malaysian NRIC (MyKad)", Category: Personal, Country: "MY",
		Pattern:    `\d{6}[-]\d{2}[-]\d{4}`,
		Contextual: `\d{6}[ -]?\d{2}[ -]?\d{4}`,
		Keywords: []string{
			"mykad", "my kad", "nric", "nric no", "ic no", "ic number", "kad pengenalan", "no kad pengenalan", "identity card", "my kid", "mytentera",
		},
		Verify:    verifyMYNRIC,
		Reference: "https://www.jpn.gov.my",
	},
	{
		ID: "sg_nric_fin", Title: "Singaporean NRIC or FIN", Category: Personal, Country: "SG",
		Pattern:    `[STFGM]\d{7}[A-Z]`,
		Contextual: `(?i)[STFGM]\d{7}[A-Z]`,
		Keywords:   []string{"nric", "nric no", "fin", "fin no", "fin number", "ic no", "ic number", "uin", "singpass", "identity card"},
		Verify:     verifySGNRIC,
		Reference:  "https://www.ica.gov.sg",
		confirm:    true,
	},
	{
		ID: "sg_uen", Title: "Singaporean UEN", Category: Personal, Country: "SG",
		Pattern:    `\d{8}[A-Z]|\d{9}[A-Z]|[RST]\d{2}[A-Z]{2}\d{4}[A-Z]`,
		Contextual: `(?i)\d{8}[A-Z]|\d{9}[A-Z]|[RST]\d{2}[A-Z]{2}\d{4}[A-Z]`,
		Keywords:   []string{"uen", "uen no", "uen number", "unique entity number", "acra", "gst reg no", "roc no"},
		Verify:     verifySGUEN,
		Reference:  "https://www.uen.gov.sg",
	},
	{
		ID: "th_pin", Title: "Thai identity number", Category: Personal, Country: "TH",
		Pattern:    `[1-8][-]\d{4}[-]\d{5}[-]\d{2}[-]\d`,
		Contextual: `[1-8][ -]?\d{4}[ -]?\d{5}[ -]?\d{2}[ -]?\d`,
		Keywords: []string{
			"thai id", "thai national id", "thai id card", "thai identity card", "citizen id", "national id", "pin", "id card number", "tnin",
			"เลขประจำตัวประชาชน", "บัตรประชาชน", "เลขบัตรประชาชน", "หมายเลขบัตรประชาชน", "เลขประจำตัว",
		},
		Verify:    verifyTHPIN,
		Reference: "https://www.bora.dopa.go.th",
	},
	{
		ID: "th_tin", Title: "Thai taxpayer number", Category: Personal, Country: "TH",
		Contextual: `\d[ -]?\d{4}[ -]?\d{5}[ -]?\d{2}[ -]?\d|\d[ -]?\d{2}[ -]?\d[ -]?\d{3}[ -]?\d{5}[ -]?\d`,
		Keywords: []string{
			"tin", "tax id", "tax id number", "taxpayer identification number", "thai tax id", "vat number", "moa", "เลขประจำตัวผู้เสียภาษี",
		},
		Verify:    verifyTHTIN,
		Reference: "https://www.rd.go.th",
	},
	{
		ID: "ph_tin", Title: "Philippine tax number (TIN)", Category: Personal, Country: "PH",
		Contextual: `\d{3}-\d{3}-\d{3}(?:-\d{3,5})?|\d{9}|\d{12}`,
		Keywords:   []string{"tin", "tin no", "tin number", "bir", "bir tin", "philippine tin", "taxpayer identification number"},
		Verify:     verifyPHTIN,
		Reference:  "https://www.bir.gov.ph",
	},
	{
		ID: "ph_umid_crn", Title: "Philippine UMID reference number", Category: Personal, Country: "PH",
		Contextual: `\d{4}-?\d{7}-?\d`,
		Keywords:   []string{"umid", "umid crn", "crn", "common reference number", "sss number", "sss no", "sss"},
		Verify:     verifyNotRepeated,
		Reference:  "https://www.sss.gov.ph",
	},
	{
		ID: "ph_philsys", Title: "Philippine PhilSys number", Category: Personal, Country: "PH",
		Contextual: `\d{4}-?\d{4}-?\d{4}(?:-?\d{4})?`,
		Keywords:   []string{"philsys", "phil sys", "phil sys number", "pcn", "psn", "philid", "phil id", "national id", "pambansang id"},
		Verify:     verifyNotRepeated,
		Reference:  "Republic Act 11055",
	},
	{
		ID: "vn_cccd", Title: "Vietnamese citizen identity number", Category: Personal, Country: "VN",
		Contextual: `\d{12}`,
		Keywords:   []string{"cccd", "cmnd", "căn cước", "căn cước công dân", "chứng minh nhân dân", "số cccd", "số định danh", "định danh cá nhân"},
		Verify:     verifyVNCCCD,
		Reference:  "Circular 59/2021/TT-BCA",
	},
	{
		ID: "vn_mst", Title: "Vietnamese tax number (MST)", Category: Personal, Country: "VN",
		Contextual: `\d{10}(?:-?\d{3})?|\d{4} \d{3} \d{3}`,
		Keywords:   []string{"mst", "mã số thuế", "tax code", "ma so thue", "số thuế", "vat number", "tax identification number"},
		Verify:     verifyVNMST,
		Reference:  "Circular 105/2020/TT-BTC",
	},
}
