package detect

// passportsEuropeDetectors are the passport numbers of Europe. They are found
// beside a keyword that names the country or is of its language; the general
// passport detector answers to the others.
var passportsEuropeDetectors = []Detector{
	{
		ID: "at_passport_number", Title: "Austrian passport number", Category: Personal, Country: "AT",
		Contextual: `(?i)[A-Z] ?\d{7}`,
		Keywords: []string{
			"austrian passport", "austrian passport no", "austrian passport number", "austria passport", "österreichischer reisepass", "reisepass",
			"passnummer",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "be_passport_number", Title: "Belgian passport number", Category: Personal, Country: "BE",
		Contextual: `(?i)[A-Z]{2}\d{6}`,
		Keywords:   []string{"belgian passport", "belgian passport no", "belgian passport number", "belgium passport", "paspoort", "passeport belge"},
		Verify:     verifyPassport,
		Reference:  "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "bg_passport_number", Title: "Bulgarian passport number", Category: Personal, Country: "BG",
		Contextual: `\d{9}`,
		Keywords: []string{
			"bulgarian passport", "bulgarian passport no", "bulgarian passport number", "bulgaria passport", "задграничен паспорт", "паспорт",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "by_passport_number", Title: "Belarusian passport number", Category: Personal, Country: "BY",
		Contextual: `(?i)[A-Z]{2}\d{7}`,
		Keywords:   []string{"belarusian passport", "belarusian passport no", "belarusian passport number", "belarus passport", "пашпарт", "паспорт"},
		Verify:     verifyPassport,
		Reference:  "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "ch_passport_number", Title: "Swiss passport number", Category: Personal, Country: "CH",
		Contextual: `(?i)[A-Z]\d{7}`,
		Keywords: []string{
			"swiss passport", "swiss passport no", "swiss passport number", "switzerland passport", "schweizer pass", "passeport suisse",
			"passaporto svizzero",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "cy_passport_number", Title: "Cypriot passport number", Category: Personal, Country: "CY",
		Contextual: `(?i)[A-Z](?:\d{6}|\d{8})`,
		Keywords:   []string{"cypriot passport", "cypriot passport no", "cypriot passport number", "cyprus passport", "διαβατήριο"},
		Verify:     verifyPassport,
		Reference:  "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "cz_passport_number", Title: "Czech passport number", Category: Personal, Country: "CZ",
		Contextual: `\d{8}`,
		Keywords: []string{
			"czech passport", "czech passport no", "czech passport number", "czechia passport", "czech republic passport", "cestovní pas",
			"číslo pasu",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "de_passport_number", Title: "German passport number", Category: Personal, Country: "DE",
		Contextual: `(?i)[CFGHJK][CFGHJ-NPRTV-Z0-9]{8}\d?`,
		Keywords: []string{
			"german passport", "german passport no", "german passport number", "germany passport", "reisepass", "reisepassnummer", "passnummer",
			"pass nr", "deutscher reisepass",
		},
		Verify:    verifyDEPassport,
		Samples:   []string{"C01X00T47", "C01X00T478"},
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "dk_passport_number", Title: "Danish passport number", Category: Personal, Country: "DK",
		Contextual: `\d{9}`,
		Keywords:   []string{"danish passport", "danish passport no", "danish passport number", "denmark passport", "pasnummer", "dansk pas"},
		Verify:     verifyPassport,
		Reference:  "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "ee_passport_number", Title: "Estonian passport number", Category: Personal, Country: "EE",
		Contextual: `(?i)[A-Z]{1,2}\d{7}`,
		Keywords: []string{
			"estonian passport", "estonian passport no", "estonian passport number", "estonia passport", "pass number eesti", "eesti pass",
			"passi number",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "es_passport_number", Title: "Spanish passport number", Category: Personal, Country: "ES",
		Contextual: `(?i)[A-Z0-9]{2,3}\d{6}`,
		Keywords: []string{
			"spanish passport", "spanish passport no", "spanish passport number", "spain passport", "pasaporte", "número de pasaporte",
			"pasaporte español",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "fi_passport_number", Title: "Finnish passport number", Category: Personal, Country: "FI",
		Contextual: `(?i)[A-Z]{2}\d{7}`,
		Keywords: []string{
			"finnish passport", "finnish passport no", "finnish passport number", "finland passport", "passi", "passin numero", "suomen passi",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "fr_passport_number", Title: "French passport number", Category: Personal, Country: "FR",
		Contextual: `(?i)\d{2}[A-Z]{2}\d{5}`,
		Keywords: []string{
			"french passport", "french passport no", "french passport number", "france passport", "passeport", "numéro de passeport",
			"passeport français", "passeport no",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "gb_passport_number", Title: "British passport number", Category: Personal, Country: "GB",
		Contextual: `(?i)\d{9}|[A-Z]{2}\d{7}`,
		Keywords:   []string{"british passport", "british passport no", "british passport number", "uk passport", "united kingdom passport"},
		Verify:     verifyPassport,
		Reference:  "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "gr_passport_number", Title: "Greek passport number", Category: Personal, Country: "GR",
		Contextual: `(?i)[A-Z]{2}\d{7}`,
		Keywords: []string{
			"greek passport", "greek passport no", "greek passport number", "greece passport", "διαβατήριο", "αριθμός διαβατηρίου", "diavatirio",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "hr_passport_number", Title: "Croatian passport number", Category: Personal, Country: "HR",
		Contextual: `\d{9}`,
		Keywords:   []string{"croatian passport", "croatian passport no", "croatian passport number", "croatia passport", "putovnica", "broj putovnice"},
		Verify:     verifyPassport,
		Reference:  "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "hu_passport_number", Title: "Hungarian passport number", Category: Personal, Country: "HU",
		Contextual: `(?i)[A-Z]{2}\d{6,7}`,
		Keywords:   []string{"hungarian passport", "hungarian passport no", "hungarian passport number", "hungary passport", "útlevél", "útlevélszám"},
		Verify:     verifyPassport,
		Reference:  "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "ie_passport_number", Title: "Irish passport number", Category: Personal, Country: "IE",
		Contextual: `(?i)[A-Z0-9]{2}\d{7}`,
		Keywords:   []string{"irish passport", "irish passport no", "irish passport number", "ireland passport", "pas éireannach"},
		Verify:     verifyPassport,
		Reference:  "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "is_passport_number", Title: "Icelandic passport number", Category: Personal, Country: "IS",
		Contextual: `(?i)A\d{7}`,
		Keywords:   []string{"icelandic passport", "icelandic passport no", "icelandic passport number", "iceland passport", "vegabréf", "vegabréfsnúmer"},
		Verify:     verifyPassport,
		Reference:  "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "it_passport_number", Title: "Italian passport number", Category: Personal, Country: "IT",
		Contextual: `(?i)[A-Z0-9]{2}\d{7}`,
		Keywords: []string{
			"italian passport", "italian passport no", "italian passport number", "italy passport", "passaporto", "passaporto numero",
			"numero passaporto", "passaporto italiano",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "li_passport_number", Title: "Liechtenstein passport number", Category: Personal, Country: "LI",
		Contextual: `(?i)[A-Z]\d{5}`,
		Keywords:   []string{"liechtenstein passport", "liechtenstein passport no", "liechtenstein passport number", "liechtensteiner passport"},
		Verify:     verifyPassport,
		Reference:  "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "lt_passport_number", Title: "Lithuanian passport number", Category: Personal, Country: "LT",
		Contextual: `(?i)[A-Z0-9]{8}`,
		Keywords:   []string{"lithuanian passport", "lithuanian passport no", "lithuanian passport number", "lithuania passport", "pasas", "paso numeris"},
		Verify:     verifyPassport,
		Reference:  "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "lu_passport_number", Title: "Luxembourgish passport number", Category: Personal, Country: "LU",
		Contextual: `(?i)[A-Z0-9]{8}`,
		Keywords: []string{
			"luxembourgish passport", "luxembourgish passport no", "luxembourgish passport number", "luxembourg passport", "passeport luxembourgeois",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "lv_passport_number", Title: "Latvian passport number", Category: Personal, Country: "LV",
		Contextual: `(?i)[A-Z0-9]{2}\d{7}`,
		Keywords:   []string{"latvian passport", "latvian passport no", "latvian passport number", "latvia passport", "pase", "pases numurs"},
		Verify:     verifyPassport,
		Reference:  "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "mt_passport_number", Title: "Maltese passport number", Category: Personal, Country: "MT",
		Contextual: `\d{7}`,
		Keywords:   []string{"maltese passport", "maltese passport no", "maltese passport number", "malta passport", "passaport"},
		Verify:     verifyPassport,
		Reference:  "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "nl_passport_number", Title: "Dutch passport number", Category: Personal, Country: "NL",
		Contextual: `(?i)[A-NP-Z]{2}[A-NP-Z0-9]{6}\d`,
		Keywords: []string{
			"dutch passport", "dutch passport no", "dutch passport number", "netherlands passport", "paspoort", "paspoortnummer",
			"nederlands paspoort",
		},
		Verify:    verifyNLPassport,
		Samples:   []string{"SPECI2014"},
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "pl_passport_number", Title: "Polish passport number", Category: Personal, Country: "PL",
		Contextual: `(?i)[A-Z]{2} ?\d{7}`,
		Keywords: []string{
			"polish passport", "polish passport no", "polish passport number", "poland passport", "paszport", "numer paszportu", "polski paszport",
		},
		Verify:    verifyPLPassport,
		Samples:   []string{"ZS0000177"},
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "pt_passport_number", Title: "Portuguese passport number", Category: Personal, Country: "PT",
		Contextual: `(?i)[A-Z]{1,2}\d{6}`,
		Keywords: []string{
			"portuguese passport", "portuguese passport no", "portuguese passport number", "portugal passport", "passaporte português",
			"número do passaporte",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "ro_passport_number", Title: "Romanian passport number", Category: Personal, Country: "RO",
		Contextual: `\d{8,9}`,
		Keywords:   []string{"romanian passport", "romanian passport no", "romanian passport number", "romania passport", "pașaport", "număr pașaport"},
		Verify:     verifyPassport,
		Reference:  "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "ru_passport_domestic", Title: "Russian internal passport number", Category: Personal, Country: "RU",
		Contextual: `\d{2} ?\d{2} ?\d{6}|\d{2} ?\d{2} ?(?:№|[Nn]o\.?) ?\d{6}`,
		Keywords: []string{
			"паспорт", "серия", "серия паспорта", "номер паспорта", "серия и номер", "серия и номер паспорта", "паспорт рф",
			"паспорт гражданина", "паспорт серия", "паспортные данные", "russian internal passport", "russian domestic passport",
			"internal passport", "internal passport number", "pasport", "seriya",
		},
		Verify:    verifyRussianPassport,
		Reference: "Government of the Russian Federation, resolution 828 of 8 July 1997; https://ru.wikipedia.org/wiki/Паспорт_гражданина_Российской_Федерации",
	},
	{
		ID: "ru_passport_number", Title: "Russian passport number", Category: Personal, Country: "RU",
		Contextual: `\d{2} ?\d{7}`,
		Keywords: []string{
			"russian passport", "russian passport no", "russian passport number", "russia passport", "загранпаспорт", "заграничный паспорт",
			"паспорт", "серия и номер паспорта", "zagranpasport",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "se_passport_number", Title: "Swedish passport number", Category: Personal, Country: "SE",
		Contextual: `\d{8}`,
		Keywords:   []string{"swedish passport", "swedish passport no", "swedish passport number", "sweden passport", "passnummer", "svenskt pass"},
		Verify:     verifyPassport,
		Reference:  "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "si_passport_number", Title: "Slovenian passport number", Category: Personal, Country: "SI",
		Contextual: `(?i)P[A-Z]\d{7}`,
		Keywords: []string{
			"slovenian passport", "slovenian passport no", "slovenian passport number", "slovenia passport", "potni list", "številka potnega lista",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "sk_passport_number", Title: "Slovak passport number", Category: Personal, Country: "SK",
		Contextual: `(?i)[A-Z0-9]\d{7}`,
		Keywords:   []string{"slovak passport", "slovak passport no", "slovak passport number", "slovakia passport", "cestovný pas", "číslo pasu"},
		Verify:     verifyPassport,
		Reference:  "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "tr_passport_number", Title: "Turkish passport number", Category: Personal, Country: "TR",
		Contextual: `(?i)[A-Z] ?\d{8}`,
		Keywords: []string{
			"turkish passport", "turkish passport no", "turkish passport number", "turkey passport", "pasaport", "pasaport no", "pasaport numarası",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "ua_passport_number", Title: "Ukrainian passport number", Category: Personal, Country: "UA",
		Contextual: `(?i)[A-Z]{2}\d{6}`,
		Keywords: []string{
			"ukrainian passport", "ukrainian passport no", "ukrainian passport number", "ukraine passport", "паспорт", "закордонний паспорт",
			"номер паспорта",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
}
