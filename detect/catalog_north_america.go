package detect

// northAmericaDetectors are identity, tax and postal numbers of the United States
// and Canada.
var northAmericaDetectors = []Detector{
	{
		ID: "us_ssn", Title: "US Social Security number", Category: Personal, Country: "US",
		Pattern:    `\d{3}[-]\d{2}[-]\d{4}|\d{3}[ ]\d{2}[ ]\d{4}|\d{3}[.]\d{2}[.]\d{4}`,
		Contextual: `\d{3}[ .-]?\d{2}[ .-]?\d{4}`,
		Keywords: []string{
			"ssn", "ssns", "ss no", "ss number", "ssn number", "social security", "social security number", "social security no", "social sec",
			"soc sec", "us ssn", "seguro social", "número de seguro social", "last four ssn", "tin", "taxpayer id", "tax id",
		},
		Verify:    verifyUSSSN,
		Reference: "https://secure.ssa.gov/poms.nsf/lnx/0110201030",
	},
	{
		ID: "us_itin", Title: "US individual taxpayer identification number", Category: Personal, Country: "US",
		Pattern:    `9\d{2}[-]\d{2}[-]\d{4}`,
		Contextual: `9\d{2}[ .-]?\d{2}[ .-]?\d{4}`,
		Keywords: []string{
			"itin", "itins", "i t i n", "individual taxpayer", "individual taxpayer identification number", "individual tax id", "tin", "taxpayer id",
			"tax id",
		},
		Verify:    verifyUSITIN,
		Reference: "IRS Publication 1915",
	},
	{
		ID: "us_atin", Title: "US adoption taxpayer identification number", Category: Personal, Country: "US",
		Contextual: `9\d{2}[ -]?93[ -]?\d{4}`,
		Keywords:   []string{"atin", "atins", "adoption taxpayer", "adoption taxpayer identification number", "adoption tax id"},
		Verify:     verifyUSATIN,
		Reference:  "IRS Form W-7A",
	},
	{
		ID: "us_ptin", Title: "US preparer tax identification number", Category: Personal, Country: "US",
		Contextual: `(?i)P-?\d{8}`,
		Keywords:   []string{"ptin", "ptins", "preparer", "preparer tax id", "preparer tax identification number", "tax preparer"},
		Verify:     verifyNotRepeated,
		Reference:  "IRS Form W-12",
	},
	{
		ID: "us_ein", Title: "US employer identification number", Category: Personal, Country: "US",
		Contextual: `\d{2}-?\d{7}`,
		Keywords: []string{
			"ein", "eins", "fein", "federal ein", "employer identification", "employer identification number", "employer id", "employer id number",
			"federal tax id", "federal tax number", "irs number", "business tax id", "company tax id",
		},
		Verify:    verifyUSEIN,
		Reference: "https://www.irs.gov/businesses/small-businesses-self-employed/how-eins-are-assigned-and-valid-ein-prefixes",
	},
	{
		ID: "us_dod_edipi", Title: "US Department of Defense identification number", Category: Personal, Country: "US",
		Contextual: `\d{10}`,
		Keywords:   []string{"edipi", "dod id", "dod id number", "dodid", "dod identification number", "cac id"},
		Verify:     verifyNotRepeated,
		Reference:  "DoD Manual 1000.13",
	},
	{
		ID: "us_alien_registration_number", Title: "US alien registration number", Category: Personal, Country: "US",
		Contextual: `(?i)A[- ]?\d{7,9}`,
		Keywords: []string{
			"alien number", "alien registration", "alien registration number", "alien registration no", "alien no", "alien reg no", "alien reg", "alien", "a number", "a no", "a file", "uscis number", "uscis no", "anumber",
		},
		Verify:    verifyNotRepeated,
		Reference: "8 CFR 1.2",
	},
	{
		ID: "us_uscis_receipt", Title: "US immigration receipt number", Category: Personal, Country: "US",
		Pattern:    `(?:EAC|WAC|LIN|SRC|NBC|MSC|IOE|YSC)\d{10}`,
		Contextual: `(?i)(?:EAC|WAC|LIN|SRC|NBC|MSC|IOE|YSC)-?\d{2}-?\d{3}-?\d{5}`,
		Keywords:   []string{"receipt number", "receipt no", "uscis", "uscis receipt", "case number", "immigration case"},
		Verify:     verifyNotRepeated,
		Reference:  "https://egov.uscis.gov",
	},
	{
		ID: "ca_sin", Title: "Canadian Social Insurance Number", Category: Personal, Country: "CA",
		Contextual: `\d{3}[ .-]?\d{3}[ .-]?\d{3}`,
		Keywords: []string{
			"sin", "sin no", "sin number", "social insurance", "social insurance number", "social insurance no", "canadian sin", "canada sin",
			"canadian id", "nas", "numéro d assurance sociale", "assurance sociale",
		},
		Verify:    verifyCASIN,
		Reference: "https://www.canada.ca/en/employment-social-development/services/sin.html",
	},
	{
		ID: "ca_permanent_resident", Title: "Canadian permanent resident card number", Category: Personal, Country: "CA",
		Contextual: `(?i)[A-Z]{2} ?\d{7,10}`,
		Keywords: []string{
			"permanent resident", "permanent resident card", "permanent resident card number", "pr card", "pr number", "pr no",
			"carte résident permanent", "résident permanent",
		},
		Verify:    verifyNotRepeated,
		Reference: "https://www.canada.ca/en/immigration-refugees-citizenship.html",
	},
	{
		ID: "ca_uci", Title: "Canadian unique client identifier", Category: Personal, Country: "CA",
		Contextual: `\d{4}-?\d{4}|\d{2}-?\d{4}-?\d{4}`,
		Keywords: []string{
			"uci", "uci number", "unique client identifier", "unique client id", "ircc client id", "client identification number",
			"identificateur unique de client", "iuc",
		},
		Verify:    verifyNotRepeated,
		Reference: "https://www.canada.ca/en/immigration-refugees-citizenship.html",
	},
	{
		ID: "ca_business_number", Title: "Canadian business number", Category: Personal, Country: "CA",
		Pattern:    `\d{9} ?R[CMPTRZ]\d{4}`,
		Contextual: `(?i)\d{3} ?\d{3} ?\d{3}(?: ?R[CMPTRZ] ?\d{4})?`,
		Keywords: []string{
			"business number", "bn", "cra number", "cra business number", "gst number", "hst number", "gst hst", "gst hst number", "payroll account",
			"numéro d entreprise", "ne arc", "tps", "tvh",
		},
		Verify:    verifyCABusinessNumber,
		Reference: "https://www.canada.ca/en/revenue-agency.html",
	},
	{
		ID: "postal_code_us", Title: "US ZIP code", Category: Personal, Country: "US",
		Contextual: `\d{5}(?:-\d{4})?`,
		Keywords:   []string{"zip", "zip code", "zipcode", "zip plus four", "postal code", "postcode", "mailing zip"},
		Verify:     verifyUSZIP,
		Reference:  "USPS Publication 28",
	},
	{
		ID: "postal_code_ca", Title: "Canadian postal code", Category: Personal, Country: "CA",
		Contextual: `(?i)[ABCEGHJ-NPRSTVXY]\d[A-Z][ -]?\d[A-Z]\d`,
		Keywords:   []string{"postal code", "postalcode", "postcode", "code postal", "canadian postal code"},
		Verify:     verifyCAPostalCode,
		Reference:  "https://www.canadapost-postescanada.ca",
	},
}
