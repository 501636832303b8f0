package detect

// driversLicensesEuropeDetectors are numbers of driving licences of the European
// Union, beside a keyword that names the country or is of its language.
var driversLicensesEuropeDetectors = []Detector{
	{
		ID: "at_drivers_license", Title: "Austrian driving licence number", Category: Personal, Country: "AT",
		Contextual: `\d{8}`,
		Keywords: []string{
			"austrian driving licence", "austrian driver license", "austrian driving license", "austrian driver s license", "austria driving licence",
			"austria driver license", "führerschein", "führerscheinnummer", "österreichischer führerschein",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "be_drivers_license", Title: "Belgian driving licence number", Category: Personal, Country: "BE",
		Contextual: `\d{10}`,
		Keywords: []string{
			"belgian driving licence", "belgian driver license", "belgian driving license", "belgian driver s license", "belgium driving licence",
			"belgium driver license", "rijbewijs", "rijbewijsnummer", "permis de conduire",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "bg_drivers_license", Title: "Bulgarian driving licence number", Category: Personal, Country: "BG",
		Contextual: `\d{9}`,
		Keywords: []string{
			"bulgarian driving licence", "bulgarian driver license", "bulgarian driving license", "bulgarian driver s license",
			"bulgaria driving licence", "bulgaria driver license", "шофьорска книжка", "свидетелство за управление", "сумпс", "shofyorska knizhka",
			"sumps",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "hr_drivers_license", Title: "Croatian driving licence number", Category: Personal, Country: "HR",
		Contextual: `\d{8}`,
		Keywords: []string{
			"croatian driving licence", "croatian driver license", "croatian driving license", "croatian driver s license", "croatia driving licence",
			"croatia driver license", "vozačka dozvola", "broj vozačke dozvole",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "cy_drivers_license", Title: "Cypriot driving licence number", Category: Personal, Country: "CY",
		Contextual: `\d{12}`,
		Keywords: []string{
			"cypriot driving licence", "cypriot driver license", "cypriot driving license", "cypriot driver s license", "cyprus driving licence",
			"cyprus driver license", "άδεια οδήγησης",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "cz_drivers_license", Title: "Czech driving licence number", Category: Personal, Country: "CZ",
		Contextual: `(?i)[A-Z]{2} ?\d{6}`,
		Keywords: []string{
			"czech driving licence", "czech driver license", "czech driving license", "czech driver s license", "czechia driving licence",
			"czechia driver license", "řidičský průkaz", "číslo řidičského průkazu",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "dk_drivers_license", Title: "Danish driving licence number", Category: Personal, Country: "DK",
		Contextual: `\d{8}`,
		Keywords: []string{
			"danish driving licence", "danish driver license", "danish driving license", "danish driver s license", "denmark driving licence",
			"denmark driver license", "kørekort", "kørekortnummer", "koerekort",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "ee_drivers_license", Title: "Estonian driving licence number", Category: Personal, Country: "EE",
		Contextual: `(?i)[A-Z]{2}\d{6}`,
		Keywords: []string{
			"estonian driving licence", "estonian driver license", "estonian driving license", "estonian driver s license", "estonia driving licence",
			"estonia driver license", "juhiluba", "juhiloa number",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "fi_drivers_license", Title: "Finnish driving licence number", Category: Personal, Country: "FI",
		Contextual: `(?i)\d{6}[-+A]\d{3}[0-9A-Y]`,
		Keywords: []string{
			"finnish driving licence", "finnish driver license", "finnish driving license", "finnish driver s license", "finland driving licence",
			"finland driver license", "ajokortti", "ajokortin numero",
		},
		Verify:    verifyFinnishPersonal,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "fr_drivers_license", Title: "French driving licence number", Category: Personal, Country: "FR",
		Contextual: `(?i)\d{12}|\d{2}[A-Z]{2}\d{5}`,
		Keywords: []string{
			"french driving licence", "french driver license", "french driving license", "french driver s license", "france driving licence",
			"france driver license", "permis de conduire", "numéro de permis", "numéro de permis de conduire",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "de_drivers_license", Title: "German driving licence number", Category: Personal, Country: "DE",
		Contextual: `(?i)[0-9A-Z]\d{2}[0-9A-Z]{6}\d[0-9A-Z]`,
		Keywords: []string{
			"german driving licence", "german driver license", "german driving license", "german driver s license", "germany driving licence",
			"germany driver license", "führerschein", "fuehrerschein", "führerscheinnummer", "führerschein nr", "fuehrerscheinnummer",
		},
		Verify:    verifyDigitRich,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "gr_drivers_license", Title: "Greek driving licence number", Category: Personal, Country: "GR",
		Contextual: `\d{9}`,
		Keywords: []string{
			"greek driving licence", "greek driver license", "greek driving license", "greek driver s license", "greece driving licence",
			"greece driver license", "άδεια οδήγησης", "adeia odigisis",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "hu_drivers_license", Title: "Hungarian driving licence number", Category: Personal, Country: "HU",
		Contextual: `(?i)[A-Z]{2} ?\d{6}`,
		Keywords: []string{
			"hungarian driving licence", "hungarian driver license", "hungarian driving license", "hungarian driver s license",
			"hungary driving licence", "hungary driver license", "jogosítvány", "vezetői engedély", "vezetői engedély száma",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "ie_drivers_license", Title: "Irish driving licence number", Category: Personal, Country: "IE",
		Contextual: `(?i)\d{6}[A-Z]{4}|\d{3} ?\d{3} ?\d{3}`,
		Keywords: []string{
			"irish driving licence", "irish driver license", "irish driving license", "irish driver s license", "ireland driving licence",
			"ireland driver license", "ceadúnas tiomána",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "it_drivers_license", Title: "Italian driving licence number", Category: Personal, Country: "IT",
		Pattern:    `U1[0-9A-Z]{7}[A-Z]`,
		Contextual: `(?i)[A-Z][AV]\d{7}[A-Z]|[A-Z]{2}\d{7}[A-Z]|U1[0-9A-Z]{7}[A-Z]`,
		Keywords: []string{
			"italian driving licence", "italian driver license", "italian driving license", "italian driver s license", "italy driving licence",
			"italy driver license", "patente di guida", "patente guida", "numero patente", "patente",
		},
		Verify:    verifyItalianLicense,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "lv_drivers_license", Title: "Latvian driving licence number", Category: Personal, Country: "LV",
		Contextual: `(?i)[A-Z]{3}\d{6}`,
		Keywords: []string{
			"latvian driving licence", "latvian driver license", "latvian driving license", "latvian driver s license", "latvia driving licence",
			"latvia driver license", "vadītāja apliecība", "autovadītāja apliecība",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "lt_drivers_license", Title: "Lithuanian driving licence number", Category: Personal, Country: "LT",
		Contextual: `\d{8}`,
		Keywords: []string{
			"lithuanian driving licence", "lithuanian driver license", "lithuanian driving license", "lithuanian driver s license",
			"lithuania driving licence", "lithuania driver license", "vairuotojo pažymėjimas", "vairuotojo pažymėjimo numeris",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "lu_drivers_license", Title: "Luxembourgish driving licence number", Category: Personal, Country: "LU",
		Contextual: `\d{6}`,
		Keywords: []string{
			"luxembourgish driving licence", "luxembourgish driver license", "luxembourgish driving license", "luxembourgish driver s license",
			"luxembourg driving licence", "luxembourg driver license", "fahrerlaubnis", "führerschäin", "permis de conduire",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "mt_drivers_license", Title: "Maltese driving licence number", Category: Personal, Country: "MT",
		Contextual: `(?i)[A-Z0-9]{2} ?\d{3} ?\d{3}`,
		Keywords: []string{
			"maltese driving licence", "maltese driver license", "maltese driving license", "maltese driver s license", "malta driving licence",
			"malta driver license", "liċenzja tas sewqan",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "nl_drivers_license", Title: "Dutch driving licence number", Category: Personal, Country: "NL",
		Contextual: `\d{10}`,
		Keywords: []string{
			"dutch driving licence", "dutch driver license", "dutch driving license", "dutch driver s license", "netherlands driving licence",
			"netherlands driver license", "rijbewijs", "rijbewijsnummer",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "pl_drivers_license", Title: "Polish driving licence number", Category: Personal, Country: "PL",
		Contextual: `\d{5}/\d{2}/(?:\d{7}|\d{4})`,
		Keywords: []string{
			"polish driving licence", "polish driver license", "polish driving license", "polish driver s license", "poland driving licence",
			"poland driver license", "prawo jazdy", "numer prawa jazdy",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "pt_drivers_license", Title: "Portuguese driving licence number", Category: Personal, Country: "PT",
		Contextual: `(?i)[A-Z]{1,2}-?\d{5,8} ?\d`,
		Keywords: []string{
			"portuguese driving licence", "portuguese driver license", "portuguese driving license", "portuguese driver s license",
			"portugal driving licence", "portugal driver license", "carta de condução", "número da carta de condução", "carteira de habilitação",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "ro_drivers_license", Title: "Romanian driving licence number", Category: Personal, Country: "RO",
		Contextual: `(?i)[A-Z0-9]\d{8}`,
		Keywords: []string{
			"romanian driving licence", "romanian driver license", "romanian driving license", "romanian driver s license", "romania driving licence",
			"romania driver license", "permis de conducere", "număr permis",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "sk_drivers_license", Title: "Slovak driving licence number", Category: Personal, Country: "SK",
		Contextual: `(?i)[A-Z0-9]\d{7}`,
		Keywords: []string{
			"slovak driving licence", "slovak driver license", "slovak driving license", "slovak driver s license", "slovakia driving licence",
			"slovakia driver license", "vodičský preukaz", "číslo vodičského preukazu",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "si_drivers_license", Title: "Slovenian driving licence number", Category: Personal, Country: "SI",
		Contextual: `\d{9}`,
		Keywords: []string{
			"slovenian driving licence", "slovenian driver license", "slovenian driving license", "slovenian driver s license",
			"slovenia driving licence", "slovenia driver license", "vozniško dovoljenje",
		},
		Verify:    verifyNotRepeated,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "es_drivers_license", Title: "Spanish driving licence number", Category: Personal, Country: "ES",
		Contextual: `(?i)\d{8}-?[A-Z]`,
		Keywords: []string{
			"spanish driving licence", "spanish driver license", "spanish driving license", "spanish driver s license", "spain driving licence",
			"spain driver license", "permiso de conducir", "carnet de conducir", "permiso de conducción", "carné de conducir",
		},
		Verify:    verifyESDriversLicense,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "se_drivers_license", Title: "Swedish driving licence number", Category: Personal, Country: "SE",
		Contextual: `\d{6}-?\d{4}`,
		Keywords: []string{
			"swedish driving licence", "swedish driver license", "swedish driving license", "swedish driver s license", "sweden driving licence",
			"sweden driver license", "körkort", "körkortsnummer",
		},
		Verify:    verifySwedishPersonal,
		Reference: "Directive 2006/126/EC annex I; https://www.consilium.europa.eu/prado",
	},
}
