package detect

// driversLicensesDetectors are numbers of driving licences outside the European
// Union. The one of the United States, whose shapes are the most, also answers
// to keywords that name no country.
var driversLicensesDetectors = []Detector{
	{
		ID: "us_drivers_license", Title: "US driver's license number", Category: Personal, Country: "US",
		Pattern:    `DL-[A-Z]\d{5,8}(?:-\d{2})?|DL[#:] [A-Z]\d{5,8}|DL[#:][A-Z]\d{5,8}`,
		Contextual: `(?i)[A-Z]{1,2}[ -]?\d{5,8}[A-Z]?|\d{3}[A-Z]{2}\d{4}|[A-Z]\d{2}-\d{3}-\d{3}|[A-Z]-\d{3}-\d{3}-\d{3}-\d{3}|[A-Z]\d{9,14}|[A-Z]\d{3}[ -]\d{3}[ -]\d{2,3}[ -]\d{3}(?:[ -]\d)?|[A-Z]\d{3}[ -]\d{4}[ -]\d{4}(?:[ -]\d{2})?|[A-Z]\d{4}[ -]\d{5}[ -]\d{5}|\d{2}[A-Z]{3}\d{5}|WDL[0-9A-Z]{9}|[A-Z]\d{2}-\d{2}-\d{4}|[A-Z]{3}-?\d{2}-?\d{4}|\d{4}-\d{2}-\d{4}|\d{6}-\d{3}|\d{7,10}|\d{12,13}|\d{2,3} \d{3} \d{3}|\d{3}-\d{2}-\d{4}`,
		Keywords: []string{
			"driver license", "driver licence", "drivers license", "drivers licence", "driver s license", "driver s licence", "driving license",
			"driving licence", "driver permit", "drivers permit", "driver license number", "drivers license number", "driver lic", "drivers lic", "driver s lic", "drivers lic no", "driver s lic no", "oln", "operators license", "operator s license",
			"license number dl", "dl number", "dl no", "dl num", "dln", "dlno", "dlnum", "dl id", "dl card", "cdl", "cdl number", "operator license",
			"state dl", "lic no dl", "permis de conduire",
		},
		Verify:    verifyNotRepeated,
		Reference: "AAMVA DL/ID Card Design Standard",
	},
	{
		ID: "gb_drivers_license", Title: "British driving licence number", Category: Personal, Country: "GB",
		Pattern:    `(?i)[A-Z9]{5}\d[0156]\d[0-3]\d{2}[A-Z9]{2}[0-9A-Z][A-Z]{2}`,
		Contextual: `(?i)[A-Z9]{5} ?\d[0156]\d[0-3]\d ?\d[A-Z9]{2}[0-9A-Z][A-Z]{2}(?: ?\d{2})?`,
		Keywords: []string{
			"driving licence", "driving license", "driver number", "driver licence", "dvla", "dvla number", "dl", "licence number",
			"uk driving licence", "uk driving license", "british driving licence", "gb driving licence", "uk licence",
		},
		Verify:    verifyGBDriversLicense,
		Samples:   []string{"MORGA657054SM9IJ"},
		Reference: "DVLA, driver number",
	},
	{
		ID: "in_drivers_license", Title: "Indian driving licence number", Category: Personal, Country: "IN",
		Contextual: `(?i)[A-Z]{2}[ -]?\d{2}[ -]?(?:19|20)\d{2}[ -]?\d{7}|[A-Z]{2}[ -]?\d{13}`,
		Keywords: []string{
			"driving licence", "driving license", "dl", "dl no", "dl number", "driver licence", "driver license", "indian driving licence",
			"licence no",
		},
		Verify:    verifyINDriversLicense,
		Reference: "https://parivahan.gov.in",
	},
	{
		ID: "jp_drivers_license", Title: "Japanese driving licence number", Category: Personal, Country: "JP",
		Contextual: `\d{12}|\d{4} \d{4} \d{4}`,
		Keywords: []string{
			"japanese driving licence", "japanese driver license", "japan driving licence", "japan driver license", "運転免許証", "免許証番号", "運転免許証番号",
			"運転免許",
		},
		Verify:    verifyJPDriversLicense,
		Reference: "道路交通法施行規則",
	},
	{
		ID: "kr_drivers_license", Title: "Korean driving licence number", Category: Personal, Country: "KR",
		Pattern:    `\d{2}[-]\d{2}[-]\d{6}[-]\d{2}|\d{2}[ ]\d{2}[ ]\d{6}[ ]\d{2}`,
		Contextual: `\d{2}[ -]?\d{2}[ -]?\d{6}[ -]?\d{2}`,
		Keywords: []string{
			"korean driving licence", "korean driver license", "korea driver license", "driver license", "driving licence", "운전면허", "운전면허번호", "운전면허증",
		},
		Verify:    verifyKRDriversLicense,
		Reference: "도로교통법 시행규칙",
	},
	{
		ID: "nz_drivers_license", Title: "New Zealand driver licence number", Category: Personal, Country: "NZ",
		Contextual: `(?i)[A-Z]{2}\d{6}`,
		Keywords: []string{
			"new zealand driver licence", "new zealand driver license", "new zealand driving licence", "new zealand driver s license",
			"new zealand driver s licence", "driver licence nz",
		},
		Verify:    verifyNotRepeated,
		Reference: "https://www.nzta.govt.nz",
	},
	{
		ID: "au_drivers_license", Title: "Australian driver licence number", Category: Personal, Country: "AU",
		Contextual: `(?i)[A-Z0-9]{6,10}`,
		Keywords: []string{
			"australian driver licence", "australian driver license", "australian driving licence", "australian driver s license",
			"australian driver s licence", "australia driver licence", "australia driver license", "nsw licence", "vic licence",
		},
		Verify:    verifyDigitRich,
		Reference: "https://austroads.gov.au",
	},
	{
		ID: "ca_drivers_license", Title: "Canadian driver licence number", Category: Personal, Country: "CA",
		Contextual: `(?i)[A-Z]\d{4}-?\d{5}-?\d{5}|[A-Z]\d{12}|[A-Z]\d{4}-?\d{6}-?\d{2}|[A-Z]{5}\d{9}|[A-Z]\d{9}|\d{5,9}|[A-Z0-9]{12}`,
		Keywords: []string{
			"canadian driver licence", "canadian driver license", "canadian driving licence", "canadian driver s license",
			"canadian driver s licence", "canada driver licence", "canada driver license", "ontario driver licence", "ontario driver license",
			"quebec driver licence", "quebec driver license", "british columbia driver licence", "british columbia driver license",
			"alberta driver licence", "alberta driver license", "manitoba driver licence", "manitoba driver license", "saskatchewan driver licence",
			"saskatchewan driver license", "nova scotia driver licence", "nova scotia driver license", "new brunswick driver licence",
			"new brunswick driver license", "newfoundland driver licence", "newfoundland driver license", "permis de conduire",
		},
		Verify:    verifyDigitRich,
		Reference: "Provincial registrars of motor vehicles",
	},
}
