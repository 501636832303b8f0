package detect

// personalVAT is the VAT number of the European Union: by itself with the
// prefixes that no national detector has, beside a keyword with any.
var personalVAT = []Detector{
	{
		ID: "vat_number_eu", Title: "EU VAT identification number", Category: Personal, Country: "EU",
		Pattern: `(?:DK|FI|HU|LU) ?\d{8}|(?:EE|EL|LT|PT|XI) ?\d{9}|(?:PL|SK) ?\d{10}|(?:HR|LV) ?\d{11}|(?:LT|SE) ?\d{12}|` +
			`RO ?\d{8,10}|ES ?[A-Z]\d{7}[A-Z0-9]|ES ?\d{8}[A-Z]|IE ?\d{7}[A-W][A-I]?`,
		Contextual: `(?i)[a-z]{2}[ -]?[0-9a-z](?:[ .-]?[0-9a-z]){6,11}`,
		Keywords: []string{"vat", "vat number", "vat no", "vat nr", "vat id", "vat reg", "vatin", "vat identification number", "eu vat",
			"ust id", "ust idnr", "ust id nr", "alv nro", "tva", "iva", "btw", "moms", "alv", "pvn", "pvm", "kmkr", "ic dph", "intracommunautaire"},
		Verify:    verifyEuropeanVAT,
		Reference: "Directive 2006/112/EC, article 215; https://ec.europa.eu/taxation_customs/vies/",
		confirm:   true,
	},
}
