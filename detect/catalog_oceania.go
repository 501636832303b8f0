package detect

// oceaniaDetectors are tax, company and welfare numbers of Australia and New
// Zealand.
var oceaniaDetectors = []Detector{
	{
		ID: "au_tfn", Title: "Australian tax file number", Category: Personal, Country: "AU",
		Contextual: `\d{3}[ -]?\d{3}[ -]?\d{2,3}`,
		Keywords:   []string{"tfn", "tfn no", "tfn number", "tax file", "tax file number", "tax file no", "australian tax file number", "ato"},
		Verify:     verifyAUTFN,
		Samples:    []string{"123456782"},
		Reference:  "https://www.ato.gov.au",
	},
	{
		ID: "au_abn", Title: "Australian business number", Category: Personal, Country: "AU",
		Pattern:    `\d{2}[ ]\d{3}[ ]\d{3}[ ]\d{3}|\d{2}[-]\d{3}[-]\d{3}[-]\d{3}`,
		Contextual: `\d(?:[ .-]?\d){10}`,
		Keywords:   []string{"abn", "abn no", "abn number", "australian business number", "business number", "abr"},
		Verify:     verifyAUABN,
		Reference:  "https://abr.business.gov.au",
	},
	{
		ID: "au_acn", Title: "Australian company number", Category: Personal, Country: "AU",
		Contextual: `\d{3}[ .-]?\d{3}[ .-]?\d{3}`,
		Keywords:   []string{"acn", "acn no", "acn number", "australian company number", "company number", "asic", "arbn"},
		Verify:     verifyAUACN,
		Reference:  "https://asic.gov.au",
	},
	{
		ID: "nz_ird", Title: "New Zealand IRD number", Category: Personal, Country: "NZ",
		Contextual: `\d{2,3}-?\d{3}-?\d{3}`,
		Keywords: []string{
			"ird", "ird no", "ird number", "inland revenue", "inland revenue number", "inland revenue department", "nz ird", "nz tax number",
		},
		Verify:    verifyNZIRD,
		Reference: "https://www.ird.govt.nz",
	},
	{
		ID: "nz_social_welfare", Title: "New Zealand social welfare number", Category: Personal, Country: "NZ",
		Contextual: `\d{3}-?\d{3}-?\d{3}`,
		Keywords:   []string{"swn", "social welfare number", "social welfare", "msd", "msd client number", "msd number", "work and income"},
		Verify:     verifyNotRepeated,
		Reference:  "https://www.msd.govt.nz",
	},
}
