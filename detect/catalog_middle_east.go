package detect

// middleEastDetectors are identity numbers of the Middle East.
var middleEastDetectors = []Detector{
	{
		ID: "il_id", Title: "Israeli identity number", Category: Personal, Country: "IL",
		Contextual: `\d{4,8}-?\d`,
		Keywords: []string{
			"teudat zehut", "tz number", "israeli id", "israel id", "israeli identity number", "mispar zehut", "תעודת זהות", "מספר זהות", "ת.ז",
		},
		Verify:    verifyILID,
		Reference: "https://www.gov.il",
	},
	{
		ID: "sa_national_id", Title: "Saudi national ID or Iqama", Category: Personal, Country: "SA",
		Contextual: `[12]\d{9}`,
		Keywords: []string{
			"iqama", "iqama no", "iqama number", "saudi id", "saudi national id", "national id", "residence permit", "هوية", "رقم الهوية",
			"الهوية الوطنية", "رقم الإقامة",
		},
		Verify:    verifySANationalID,
		Reference: "https://www.moi.gov.sa",
	},
	{
		ID: "ae_emirates_id", Title: "Emirates ID", Category: Personal, Country: "AE",
		Pattern:    `784[-]\d{4}[-]\d{7}[-]\d`,
		Contextual: `784[ -]?\d{4}[ -]?\d{7}[ -]?\d`,
		Keywords:   []string{"emirates id", "emirates identity", "eid", "eida", "uae id", "الهوية", "بطاقة الهوية", "رقم الهوية"},
		Verify:     verifyAEEmiratesID,
		Reference:  "https://icp.gov.ae",
	},
	{
		ID: "kw_civil_id", Title: "Kuwaiti civil ID", Category: Personal, Country: "KW",
		Contextual: `[1-3]\d{11}`,
		Keywords:   []string{"civil id", "civil id no", "kuwait civil id", "civil number", "الرقم المدني", "البطاقة المدنية"},
		Verify:     verifyKWCivilID,
		Reference:  "https://www.paci.gov.kw",
	},
	{
		ID: "qa_qid", Title: "Qatari ID (QID)", Category: Personal, Country: "QA",
		Contextual: `[23]\d{10}`,
		Keywords:   []string{"qid", "qid number", "qatar id", "qatari id", "رقم البطاقة الشخصية"},
		Verify:     verifyQAQID,
		Reference:  "https://portal.moi.gov.qa",
	},
	{
		ID: "bh_cpr", Title: "Bahraini personal number (CPR)", Category: Personal, Country: "BH",
		Contextual: `\d{9}`,
		Keywords:   []string{"cpr", "cpr no", "cpr number", "bahrain cpr", "bahrain id", "personal number", "الرقم الشخصي"},
		Verify:     verifyBHCPR,
		Reference:  "https://www.iga.gov.bh",
	},
}
