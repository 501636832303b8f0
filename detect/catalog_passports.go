package detect

// passportsDetectors are passport numbers in general, and those of countries
// outside Europe beside a keyword that names the country or is of its language.
var passportsDetectors = []Detector{
	{
		ID: "passport_generic", Title: "Passport number", Category: Personal,
		Contextual: `(?i)[A-Z]{1,3}[ -]?\d{5,9}|[A-Z]{1,2}\d{6,7}[A-Z]{1,2}|\d{7,9}|\d{2}[A-Z]{2}\d{5}|[A-Z][0-9A-Z]{8}`,
		Keywords: []string{
			"passport", "passports", "passport no", "passport number", "passport num", "passport id", "passport details", "passportno",
			"travel document", "travel document number", "passeport", "numéro de passeport", "pasaporte", "número de pasaporte", "reisepass",
			"reisepassnummer", "passaporto", "passaporte", "paspoort", "pasaport", "paszport", "pasport", "passnummer", "útlevél", "pașaport",
			"putovnica", "cestovní pas", "护照", "護照", "パスポート", "旅券", "여권", "паспорт", "διαβατήριο", "جواز سفر", "דרכון",
		},
		Fields:    []string{"passport number", "passport no", "passport num", "passport id", "passportno"},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4",
	},
	{
		ID: "am_passport_number", Title: "Armenian passport number", Category: Personal, Country: "AM",
		Contextual: `(?i)[A-Z]{2}\d{7}`,
		Keywords: []string{
			"armenian passport", "armenian passport no", "armenian passport number", "armenian passport num", "armenia passport", "passport armenian",
			"passport armenia",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "ar_passport_number", Title: "Argentine passport number", Category: Personal, Country: "AR",
		Contextual: `(?i)[A-Z]{3}\d{6}`,
		Keywords: []string{
			"argentine passport", "argentine passport no", "argentine passport number", "argentine passport num", "argentinian passport",
			"argentina passport", "passport argentine", "passport argentina", "pasaporte argentino",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "au_passport_number", Title: "Australian passport number", Category: Personal, Country: "AU",
		Contextual: `(?i)[A-Z]{1,2}\d{7}`,
		Keywords: []string{
			"australian passport", "australian passport no", "australian passport number", "australian passport num", "australia passport",
			"passport australian", "passport australia",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "az_passport_number", Title: "Azerbaijani passport number", Category: Personal, Country: "AZ",
		Contextual: `(?i)[A-Z]\d{8}`,
		Keywords: []string{
			"azerbaijani passport", "azerbaijani passport no", "azerbaijani passport number", "azerbaijani passport num", "azerbaijan passport",
			"passport azerbaijani", "passport azerbaijan", "pasport",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "br_passport_number", Title: "Brazilian passport number", Category: Personal, Country: "BR",
		Contextual: `(?i)[A-Z]{2}\d{6}`,
		Keywords: []string{
			"brazilian passport", "brazilian passport no", "brazilian passport number", "brazilian passport num", "brazil passport",
			"passport brazilian", "passport brazil", "passaporte", "passaporte brasileiro",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "ca_passport_number", Title: "Canadian passport number", Category: Personal, Country: "CA",
		Contextual: `(?i)[A-Z]{2}\d{6}|[A-Z]\d{6}[A-Z]{2}`,
		Keywords: []string{
			"canadian passport", "canadian passport no", "canadian passport number", "canadian passport num", "canada passport", "passport canadian",
			"passport canada", "passeport canadien",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "cn_passport_number", Title: "Chinese passport number", Category: Personal, Country: "CN",
		Contextual: `(?i)G\d{8}|E[0-9A-HJ-NP-Z]\d{7}`,
		Keywords: []string{
			"chinese passport", "chinese passport no", "chinese passport number", "chinese passport num", "china passport", "passport chinese",
			"passport china", "护照", "护照号", "护照号码", "huzhao",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "dz_passport_number", Title: "Algerian passport number", Category: Personal, Country: "DZ",
		Contextual: `\d{9}`,
		Keywords: []string{
			"algerian passport", "algerian passport no", "algerian passport number", "algerian passport num", "algeria passport", "passport algerian",
			"passport algeria", "passeport algérien", "جواز السفر",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "id_passport_number", Title: "Indonesian passport number", Category: Personal, Country: "ID",
		Contextual: `(?i)[ABCEX]\d{7}`,
		Keywords: []string{
			"indonesian passport", "indonesian passport no", "indonesian passport number", "indonesian passport num", "indonesia passport",
			"passport indonesian", "passport indonesia", "paspor", "nomor paspor",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "il_passport_number", Title: "Israeli passport number", Category: Personal, Country: "IL",
		Contextual: `\d{7,8}`,
		Keywords: []string{
			"israeli passport", "israeli passport no", "israeli passport number", "israeli passport num", "israel passport", "passport israeli",
			"passport israel", "דרכון", "darkon",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "in_passport_number", Title: "Indian passport number", Category: Personal, Country: "IN",
		Contextual: `(?i)[A-Z] ?\d{7}`,
		Keywords: []string{
			"indian passport", "indian passport no", "indian passport number", "indian passport num", "india passport", "passport indian",
			"passport india",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "ir_passport_number", Title: "Iranian passport number", Category: Personal, Country: "IR",
		Contextual: `(?i)[A-Z]\d{8}`,
		Keywords: []string{
			"iranian passport", "iranian passport no", "iranian passport number", "iranian passport num", "iran passport", "passport iranian",
			"passport iran", "گذرنامه", "gozarnameh",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "jm_passport_number", Title: "Jamaican passport number", Category: Personal, Country: "JM",
		Contextual: `(?i)A\d{7}`,
		Keywords: []string{
			"jamaican passport", "jamaican passport no", "jamaican passport number", "jamaican passport num", "jamaica passport", "passport jamaican",
			"passport jamaica",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "jp_passport_number", Title: "Japanese passport number", Category: Personal, Country: "JP",
		Contextual: `(?i)[A-Z]{2}\d{7}`,
		Keywords: []string{
			"japanese passport", "japanese passport no", "japanese passport number", "japanese passport num", "japan passport", "passport japanese",
			"passport japan", "パスポート", "旅券番号", "旅券",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "kr_passport_number", Title: "Korean passport number", Category: Personal, Country: "KR",
		Contextual: `(?i)[MSROD]\d{8}|[MSROD]\d{3}[A-Z]\d{4}`,
		Keywords: []string{
			"korean passport", "korean passport no", "korean passport number", "korean passport num", "korea passport", "south korean passport",
			"passport korean", "passport south korean", "여권", "여권번호",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "kz_passport_number", Title: "Kazakh passport number", Category: Personal, Country: "KZ",
		Contextual: `(?i)[A-Z]\d{7,8}`,
		Keywords: []string{
			"kazakh passport", "kazakh passport no", "kazakh passport number", "kazakh passport num", "kazakhstan passport", "passport kazakh",
			"passport kazakhstan", "төлқұжат", "паспорт",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "ly_passport_number", Title: "Libyan passport number", Category: Personal, Country: "LY",
		Contextual: `(?i)[A-Z0-9]{8}`,
		Keywords: []string{
			"libyan passport", "libyan passport no", "libyan passport number", "libyan passport num", "libya passport", "passport libyan",
			"passport libya", "جواز سفر",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "mx_passport_number", Title: "Mexican passport number", Category: Personal, Country: "MX",
		Contextual: `(?i)[A-Z]\d{8}`,
		Keywords: []string{
			"mexican passport", "mexican passport no", "mexican passport number", "mexican passport num", "mexico passport", "passport mexican",
			"passport mexico", "pasaporte mexicano",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "my_passport_number", Title: "Malaysian passport number", Category: Personal, Country: "MY",
		Contextual: `(?i)[AHK]\d{8}`,
		Keywords: []string{
			"malaysian passport", "malaysian passport no", "malaysian passport number", "malaysian passport num", "malaysia passport",
			"passport malaysian", "passport malaysia", "pasport", "nombor pasport",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "mz_passport_number", Title: "Mozambican passport number", Category: Personal, Country: "MZ",
		Contextual: `(?i)[A-Z]{2}\d{7}|\d{2}[A-Z]{2}\d{5}`,
		Keywords: []string{
			"mozambican passport", "mozambican passport no", "mozambican passport number", "mozambican passport num", "mozambique passport",
			"passport mozambican", "passport mozambique", "passaporte moçambicano",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "nz_passport_number", Title: "New Zealand passport number", Category: Personal, Country: "NZ",
		Contextual: `(?i)(?:LA|LD|LF|LH|EA|EP|RA|N)\d{6}`,
		Keywords: []string{
			"new zealand passport", "new zealand passport no", "new zealand passport number", "new zealand passport num", "passport new zealand",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "ph_passport_number", Title: "Philippine passport number", Category: Personal, Country: "PH",
		Contextual: `(?i)[A-Z]\d{7}[A-Z]|[A-Z]{1,2}\d{6,7}`,
		Keywords: []string{
			"philippine passport", "philippine passport no", "philippine passport number", "philippine passport num", "filipino passport",
			"philippines passport", "passport philippine", "passport philippines", "pasaporte ng pilipinas",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "pk_passport_number", Title: "Pakistani passport number", Category: Personal, Country: "PK",
		Contextual: `(?i)[A-Z]{2}\d{7}`,
		Keywords: []string{
			"pakistani passport", "pakistani passport no", "pakistani passport number", "pakistani passport num", "pakistan passport",
			"passport pakistani", "passport pakistan",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "sg_passport_number", Title: "Singaporean passport number", Category: Personal, Country: "SG",
		Contextual: `(?i)[KE]\d{7}[A-Z]`,
		Keywords: []string{
			"singaporean passport", "singaporean passport no", "singaporean passport number", "singaporean passport num", "singapore passport",
			"passport singaporean", "passport singapore",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "th_passport_number", Title: "Thai passport number", Category: Personal, Country: "TH",
		Contextual: `(?i)[A-Z]{1,2}\d{6,7}`,
		Keywords: []string{
			"thai passport", "thai passport no", "thai passport number", "thai passport num", "thailand passport", "passport thai",
			"passport thailand", "หนังสือเดินทาง", "เลขที่หนังสือเดินทาง",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "tw_passport_number", Title: "Taiwanese passport number", Category: Personal, Country: "TW",
		Contextual: `(?i)\d{9}|[A-Z]\d{8}`,
		Keywords: []string{
			"taiwanese passport", "taiwanese passport no", "taiwanese passport number", "taiwanese passport num", "taiwan passport",
			"passport taiwanese", "passport taiwan", "護照", "護照號碼",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "us_passport_number", Title: "US passport number", Category: Personal, Country: "US",
		Contextual: `(?i)\d{9}|[A-Z]\d{8}`,
		Keywords: []string{
			"us passport", "us passport no", "us passport number", "us passport num", "american passport", "united states passport", "passport us",
			"passport card", "passport book",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "uz_passport_number", Title: "Uzbek passport number", Category: Personal, Country: "UZ",
		Contextual: `(?i)[A-Z]{2}\d{7}`,
		Keywords: []string{
			"uzbek passport", "uzbek passport no", "uzbek passport number", "uzbek passport num", "uzbekistan passport", "passport uzbek",
			"passport uzbekistan", "pasport",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
	{
		ID: "za_passport_number", Title: "South African passport number", Category: Personal, Country: "ZA",
		Contextual: `(?i)[TAMD]\d{8}`,
		Keywords: []string{
			"south african passport", "south african passport no", "south african passport number", "south african passport num",
			"south africa passport", "passport south african", "passport south africa",
		},
		Verify:    verifyPassport,
		Reference: "ICAO Doc 9303 part 4; https://www.consilium.europa.eu/prado",
	},
}
