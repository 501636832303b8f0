package detect

// africaDetectors are identity, tax and vehicle numbers of Africa.
var africaDetectors = []Detector{
	{
		ID: "eg_national_id", Title: "Egyptian national ID", Category: Personal, Country: "EG",
		Contextual: `[23]\d{13}`,
		Keywords: []string{
			"egyptian id", "egyptian national id", "egypt id", "national id", "national id number", "الرقم القومي", "رقم قومي", "بطاقة الرقم القومي",
		},
		Verify:    verifyEGNationalID,
		Reference: "Civil Status Organization, Egypt",
	},
	{
		ID: "eg_tin", Title: "Egyptian tax registration number", Category: Personal, Country: "EG",
		Contextual: `\d{3}-?\d{3}-?\d{3}`,
		Keywords:   []string{"tax registration", "tax registration number", "egyptian tax number", "egypt tax", "الرقم الضريبي", "رقم التسجيل الضريبي"},
		Verify:     verifyNotRepeated,
		Reference:  "https://www.eta.gov.eg",
	},
	{
		ID: "za_id", Title: "South African identity number", Category: Personal, Country: "ZA",
		Pattern:    `[02-9]\d{12}|1[0-49]\d{11}`, // from 15 to 18 it is milliseconds since 1970 more often
		Contextual: `\d{6} ?\d{4} ?[0-2]\d ?\d|\d{6}[ -]\d{4}[ -]\d{3}`,
		Keywords: []string{
			"rsa id", "rsa id number", "south african id", "south africa id", "sa id", "sa id number", "za id", "id number", "id no",
			"identity number", "identity no", "identiteitsnommer",
		},
		Verify:    verifyZAID,
		Reference: "Identification Act 68 of 1997",
	},
	{
		ID: "za_tin", Title: "South African tax reference number", Category: Personal, Country: "ZA",
		Contextual: `\d{4}/\d{3}/\d{2}/\d|\d{9}-?\d`,
		Keywords: []string{
			"tax reference", "tax reference number", "income tax number", "income tax reference", "tax number", "sars", "sars number", "tin",
			"tax id",
		},
		Verify:    verifyZATIN,
		Reference: "https://www.sars.gov.za",
	},
	{
		ID: "ng_nin", Title: "Nigerian national identification number", Category: Personal, Country: "NG",
		Contextual: `\d{11}`,
		Keywords:   []string{"nin", "nin no", "nin number", "nin slip", "nimc", "national identification number", "national identity number", "nigerian nin"},
		Verify:     verifyNGNIN,
		Reference:  "https://nimc.gov.ng",
	},
	{
		ID: "ng_bvn", Title: "Nigerian bank verification number", Category: Personal, Country: "NG",
		Contextual: `22\d{9}`,
		Keywords:   []string{"bvn", "bvn no", "bvn number", "bank verification", "bank verification number"},
		Verify:     verifyNotRepeated,
		Reference:  "https://nibss-plc.com.ng",
	},
	{
		ID: "ng_vehicle_registration", Title: "Nigerian vehicle registration number", Category: Personal, Country: "NG",
		Contextual: `(?i)[A-Z]{3}[ -]?\d{3} ?[A-Z]{2}`,
		Keywords: []string{
			"plate number", "plate no", "number plate", "license plate", "licence plate", "vehicle registration", "vehicle number", "nigerian plate",
			"nigerian plate number", "nigerian vehicle", "frsc",
		},
		Verify:    verifyNotRepeated,
		Reference: "https://frsc.gov.ng",
	},
	{
		ID: "ke_pin", Title: "Kenyan tax number (KRA PIN)", Category: Personal, Country: "KE",
		Pattern:    `[AP]0\d{8}[A-Z]`,
		Contextual: `(?i)[AP] ?\d{9}[ -]?[A-Z]`,
		Keywords:   []string{"kra pin", "kra", "pin no", "pin number", "pin", "pin certificate", "kenya revenue authority"},
		Verify:     verifyNotRepeated,
		Reference:  "https://itax.kra.go.ke",
	},
	{
		ID: "ke_national_id", Title: "Kenyan national ID", Category: Personal, Country: "KE",
		Contextual: `\d{7,8}`,
		Keywords:   []string{"kitambulisho", "kenyan id", "kenyan national id", "kenya id", "national id", "national id no", "id ya taifa", "huduma"},
		Verify:     verifyNotRepeated,
		Reference:  "National Registration Bureau, Kenya",
	},
	{
		ID: "gh_tin", Title: "Ghanaian taxpayer number", Category: Personal, Country: "GH",
		Pattern:    `[PCGQV]00\d{7}[0-9X]`,
		Contextual: `(?i)[PCGQV]00\d{7}[0-9X]`,
		Keywords:   []string{"tin", "tin no", "tin number", "gra", "ghana tin", "taxpayer identification number"},
		Verify:     verifyGHTIN,
		Reference:  "https://gra.gov.gh",
	},
	{
		ID: "ma_cnie", Title: "Moroccan identity card", Category: Personal, Country: "MA",
		Contextual: `(?i)[A-Z]{1,2}\d{5,6}`,
		Keywords:   []string{"cnie", "cin", "carte nationale", "carte nationale d identité", "numéro cin", "بطاقة التعريف الوطنية"},
		Verify:     verifyNotRepeated,
		Reference:  "https://www.dgsn.gov.ma",
	},
	{
		ID: "mz_nuit", Title: "Mozambican taxpayer number (NUIT)", Category: Personal, Country: "MZ",
		Contextual: `\d{3} ?\d{3} ?\d{3}`,
		Keywords:   []string{"nuit", "nuits", "nuit no", "número único de identificação tributária", "identificação tributária"},
		Verify:     verifyMZNUIT,
		Reference:  "https://www.at.gov.mz",
	},
	{
		ID: "mu_nid", Title: "Mauritian identity number", Category: Personal, Country: "MU",
		Contextual: `(?i)[A-Z]\d{12}[0-9A-Z]`,
		Keywords:   []string{"nid", "nid no", "national identity card", "mauritian id", "mauritius id", "id number", "id card number", "national identity"},
		Verify:     verifyMUNID,
		Reference:  "https://mnis.govmu.org",
	},
}
