package detect

// financialDetectors are identifiers of banks, securities, companies and
// payments. Those of securities are public; they are kept to keywords, as they
// say what somebody holds only beside other data.
var financialDetectors = []Detector{
	{
		ID: "swift_bic", Title: "Bank identifier code (BIC, SWIFT)", Category: Financial,
		Contextual: `[A-Z]{6}[0-9A-Z]{2}(?:[0-9A-Z]{3})?|[a-z]{4}[A-Z]{4}`,
		Keywords:   []string{"swift", "swift code", "bic", "bic code", "bic swift", "swift bic", "bank identifier", "bank identifier code", "code bic", "código swift", "codice bic", "iso 9362"},
		Verify:     verifyBIC,
		Reference:  "ISO 9362",
	},
	{
		ID: "cusip", Title: "CUSIP number", Category: Financial, Country: "US",
		Contextual: `[0-9A-Z]{3}[0-9A-Z*@#]{5}\d`,
		Keywords:   []string{"cusip", "cusip number"},
		Verify:     verifyCUSIP,
		Reference:  "ANSI X9.6",
	},
	{
		ID: "isin", Title: "International securities identification number (ISIN)", Category: Financial,
		Pattern:    `(?:US|CA|FR|LU|CH|XS|NL|ES|IT|BE|FI|SE|DK|AU|JP|HK|KR|DE|AT|GB|IE)\d{10}`, // others are order numbers as often
		Contextual: `[A-Za-z]{2} ?[0-9A-Za-z]{9} ?\d`,
		Keywords:   []string{"isin", "isin code"},
		Verify:     verifyISIN,
		Reference:  "ISO 6166",
	},
	{
		ID: "sedol", Title: "SEDOL number", Category: Financial, Country: "GB",
		Contextual: `[0-9B-DF-HJ-NP-TV-Z]{6}\d`,
		Keywords:   []string{"sedol", "sedol number"},
		Verify:     verifySEDOL,
		Reference:  "London Stock Exchange, SEDOL Masterfile technical specification",
	},
	{
		ID: "wkn", Title: "German securities number (WKN)", Category: Financial, Country: "DE",
		Contextual: `[0-9A-HJ-NP-Z]{6}`,
		Keywords:   []string{"wkn", "wertpapierkennnummer", "wertpapier kennnummer"},
		Verify:     verifyWKN,
		Reference:  "WM Datenservice, Wertpapierkennnummer",
	},
	{
		ID: "figi", Title: "Financial instrument global identifier (FIGI)", Category: Financial,
		Pattern:   `BBG[0-9B-DF-HJ-NP-TV-Z]{8}\d`,
		Keywords:  []string{"figi"},
		Verify:    verifyFIGI,
		Reference: "ANSI X9.145; OMG Financial Instrument Global Identifier",
	},
	{
		// Legal entity identifiers issued since 2012 have zeros at the fifth and
		// sixth place; older ones need the keyword.
		ID: "lei", Title: "Legal entity identifier (LEI)", Category: Financial,
		Pattern:    `\d{4}00[0-9A-Z]{12}\d{2}`,
		Contextual: `[0-9A-Za-z]{18}\d{2}`,
		Keywords:   []string{"lei", "legal entity identifier"},
		Verify:     verifyLEI,
		Reference:  "ISO 17442-1",
	},
	{
		ID: "rf_creditor_reference", Title: "Structured creditor reference (RF)", Category: Financial,
		Pattern:    `RF\d{2}(?: [0-9A-Z]{4}){2,5}(?: [0-9A-Z]{1,4})?`,
		Contextual: `[Rr][Ff]\d{2}[0-9A-Za-z ]{1,26}`,
		Keywords:   []string{"rf", "rf reference", "rf creditor reference", "creditor reference", "iso 11649", "referenz", "viitenumero", "référence", "payment reference", "structured reference"},
		Verify:     verifyCreditorReference,
		Reference:  "ISO 11649",
	},
	{
		// ZZZ is the business code of nearly all creditors.
		ID: "sepa_creditor_id", Title: "SEPA creditor identifier", Category: Financial,
		Pattern:    `[A-Z]{2}\d{2}ZZZ[0-9A-Z]{5,28}`,
		Contextual: `[A-Za-z]{2} ?\d{2} ?[0-9A-Za-z]{3} ?[0-9A-Za-z]{1,28}`,
		Keywords:   []string{"creditor identifier", "creditor id", "sepa creditor", "sepa", "gläubiger id", "gläubiger identifikationsnummer", "identifiant créancier", "ics", "identificador del acreedor", "incassant id"},
		Verify:     verifySEPACreditor,
		Reference:  "EPC262-08, Creditor identifier overview",
	},
	{
		ID: "be_structured_communication", Title: "Belgian structured communication", Category: Financial, Country: "BE",
		Pattern:    `\+\+\+\d{3}/\d{4}/\d{5}\+\+\+|\*\*\*\d{3}/\d{4}/\d{5}\*\*\*`,
		Contextual: `\d{3}/\d{4}/\d{5}|\d{12}`,
		Keywords:   []string{"mededeling", "gestructureerde mededeling", "communication structurée", "ogm", "vcs"},
		Verify:     verifyOGM,
		Reference:  "Febelfin, Gestructureerde mededeling",
	},
	{
		ID: "ch_esr_reference", Title: "Swiss payment reference (ESR, QR)", Category: Financial, Country: "CH",
		Contextual: `\d[\d ]{13,36}\d`,
		Keywords:   []string{"esr", "esr referenz", "bvr", "qr referenz", "qr reference", "qrr", "referenznummer", "numéro de référence", "numero di riferimento"},
		Verify:     verifyESR,
		Reference:  "SIX, Swiss Payment Standards, QR reference",
	},
}
