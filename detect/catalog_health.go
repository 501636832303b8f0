package detect

// healthDetectors are patients, practitioners, plans and clinical codes.
//
// Of the numbers with one check digit none stands by itself, unless its prefix
// or its mix of letters and digits is its own: a tenth of all numbers of ten
// digits, moments in time among them, satisfy each of them. "Dx" alone is no
// keyword for diagnoses, as it is also a register of the processor.
var healthDetectors = []Detector{
	{
		ID: "us_npi", Title: "US national provider identifier (NPI)", Category: Health, Country: "US",
		Contextual: `[12]\d{9}|[12]\d{2}[ -]\d{3}[ -]\d{4}`,
		Keywords:   []string{"npi", "national provider", "national provider identifier", "provider npi", "npi number", "hipaa"},
		Verify:     verifyNPI,
		Samples:    []string{"1234567893"},
		Reference:  "45 CFR 162.406; CMS, Requirements for NPI check digit",
	},
	{
		ID: "us_dea", Title: "US DEA registration number", Category: Health, Country: "US",
		Pattern:    `[ABFGM][A-Z]\d{7}`, // of practitioners
		Contextual: `[ABCDEFGHJKLMPRSTUXabcdefghjklmprstux][A-Za-z9]-?\d{7}`,
		Keywords:   []string{"dea", "dea number", "dea no", "dea registration", "dea reg", "drug enforcement"},
		Verify:     verifyDEA,
		Samples:    []string{"AB1234563"},
		Reference:  "21 CFR 1301; DEA Diversion Control Division, registration number",
	},
	{
		// Eleven characters of fixed kinds: of random codes in capitals one in
		// ten thousand is like it.
		ID: "us_mbi", Title: "US Medicare beneficiary identifier (MBI)", Category: Health, Country: "US",
		Pattern: `[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d-?[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d-?[AC-HJKMNP-RT-Y]{2}\d{2}|` +
			`[1-9][ac-hjkmnp-rt-y][0-9ac-hjkmnp-rt-y]\d-[ac-hjkmnp-rt-y][0-9ac-hjkmnp-rt-y]\d-[ac-hjkmnp-rt-y]{2}\d{2}`,
		Contextual: `(?i)[1-9][AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[ -]?[AC-HJKMNP-RT-Y][0-9AC-HJKMNP-RT-Y]\d[ -]?[AC-HJKMNP-RT-Y]{2}\d{2}`,
		Keywords:   []string{"mbi", "mbi number", "medicare", "medicare beneficiary", "medicare beneficiary identifier", "medicare id", "medicare number"},
		Samples:    []string{"1EG4TE5MK73", "1EG4TE5MK72"},
		Reference:  "CMS, Understanding the Medicare beneficiary identifier format",
	},
	{
		ID: "us_hicn", Title: "US health insurance claim number (HICN)", Category: Health, Country: "US",
		Contextual: `\d{3}-?\d{2}-?\d{4}-?[A-Z][0-9A-Z]?|[A-Z]{1,3}-?\d{6}|[A-Z]{1,3}-?\d{9}`,
		Keywords:   []string{"hicn", "hic no", "hic number", "health insurance claim number", "medicare claim number"},
		Verify:     verifyHICN,
		Reference:  "CMS, Medicare claims processing manual, chapter 2",
	},
	{
		ID: "us_hcpcs", Title: "US healthcare procedure code (HCPCS level II)", Category: Health, Country: "US",
		Contextual: `[A-Va-v]\d{4}`,
		Keywords:   []string{"hcpcs", "hcpcs code", "healthcare common procedure coding system"},
		Reference:  "CMS, HCPCS level II coding",
	},
	{
		ID: "us_cpt", Title: "US procedure code (CPT)", Category: Health, Country: "US",
		Contextual: `\d{5}|\d{4}[FTU]`,
		Keywords:   []string{"cpt", "cpt code", "cpt4", "current procedural terminology"},
		Reference:  "American Medical Association, CPT",
	},
	{
		ID: "us_ndc", Title: "US national drug code (NDC)", Category: Health, Country: "US",
		Contextual: `\d{4}-\d{4}-\d{2}|\d{5}-\d{3}-\d{2}|\d{5}-\d{4}-\d{1,2}|\d{11}`,
		Keywords:   []string{"ndc", "ndc code", "ndc number", "national drug code"},
		Verify:     verifyVaried,
		Reference:  "21 CFR 207.33",
	},
	{
		ID: "us_udi", Title: "Unique device identifier (UDI)", Category: Health, Country: "US",
		Pattern:    `\(01\)\d{14}(?:\(\d{2}\)[0-9A-Za-z./-]{1,20}){0,4}`,
		Contextual: `01\d{14}(?:1[17]\d{6})?|\+[A-Z][0-9A-Z]{3}[0-9A-Z.$/-]{3,40}`,
		Keywords:   []string{"udi", "udi di", "unique device identifier", "unique device identification", "gs1", "hibcc", "hibc", "iccbba"},
		Verify:     verifyUDI,
		Reference:  "21 CFR 830; GS1 General Specifications; ANSI/HIBC 2.6",
	},
	{
		ID: "us_clia", Title: "US clinical laboratory number (CLIA)", Category: Health, Country: "US",
		Contextual: `\d{2}[Dd]\d{7}`,
		Keywords:   []string{"clia", "clia number", "clia no", "clia id"},
		Verify:     verifyVaried,
		Reference:  "42 CFR 493; CMS, CLIA identification numbers",
	},
	{
		ID: "us_health_plan_member_id", Title: "Health plan member number", Category: Health, Country: "US",
		Contextual: `[A-Z]{0,3}-?\d{8,12}[A-Z]{0,2}`,
		Keywords: []string{
			"insurance id", "insurance number", "insurance member id", "health insurance id", "health insurance number", "subscriber id", "subscriber number", "health plan id", "health plan number",
			"policyholder id", "beneficiary id", "medicaid id", "medicaid number", "insurance",
		},
		Fields:    []string{"member id", "health plan member id", "subscriber id", "insurance member id", "insurance id", "health insurance id", "health insurance number", "health plan id", "health plan number", "medicaid id"},
		Verify:    verifyVaried,
		Reference: "45 CFR 164.514(b)(2)(i)(I)",
	},
	{
		ID: "medical_record_number", Title: "Medical record number", Category: Health,
		Contextual: `(?:[A-Za-z]{1,4}-?)?\d{5,12}`,
		Keywords:   []string{"mrn", "medical record", "medical record number", "medical record no", "medical record #", "patient number", "patient mrn", "chart number", "hospital number", "health id", "national health id", "health record number", "krankenakte", "numéro de dossier médical", "número de historia clínica", "prontuário"},
		Fields:     []string{"mrn", "medical record number", "medical record no", "medical record", "patient id", "patient number", "patient no", "patient mrn", "chart number", "hospital number"},
		Verify:     verifyRecordNumber,
		Reference:  "45 CFR 164.514(b)(2)(i)(H)",
	},
	{
		ID: "icd10_code", Title: "Diagnosis code (ICD-10)", Category: Health,
		Contextual: `[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?`,
		Keywords:   []string{"icd", "icd10", "icd 10", "icd10cm", "icd 10 cm", "icd code", "icd 10 code", "diagnosis", "diagnosis code", "dx code", "primary dx", "secondary dx", "admitting dx", "diagnose", "diagnostic", "diagnóstico", "diagnosi"},
		Reference:  "WHO, ICD-10",
	},
	{
		ID: "icd9_code", Title: "Diagnosis code (ICD-9)", Category: Health,
		Contextual: `\d{3}\.\d{1,2}|V\d{2}\.\d{1,2}|E\d{3}\.\d`,
		Keywords:   []string{"icd9", "icd 9", "icd9cm", "icd 9 cm", "icd 9 code", "dx code", "primary dx", "secondary dx"},
		Reference:  "CDC, ICD-9-CM",
	},
	{
		ID: "blood_type", Title: "Blood type", Category: Health,
		Contextual: `(?:AB|A|B|O)(?:[+-]| ?(?:pos|neg|positive|negative))`,
		Keywords:   []string{"blood type", "blood group", "bloodtype", "abo rh", "blutgruppe", "groupe sanguin", "grupo sanguíneo", "gruppo sanguigno", "tipo sanguíneo", "bloedgroep", "grupa krwi"},
		Verify:     verifyBloodType,
		Reference:  "ISBT 128, ABO and RhD blood groups",
	},
	{
		ID: "dea_schedule_or_drug_name", Title: "Diagnosis or medication", Category: Health,
		Fields:    []string{"diagnosis", "diagnoses", "primary diagnosis", "secondary diagnosis", "medication", "medications", "medication name", "prescription", "prescribed drug", "drug name", "controlled substance", "dea schedule"},
		Reference: "45 CFR 160.103, health information",
	},
	{
		ID: "ca_bc_phn", Title: "British Columbia personal health number", Category: Health, Country: "CA",
		Contextual: `9\d{3}[ -]?\d{3}[ -]?\d{3}`,
		Keywords:   []string{"phn", "bc phn", "personal health number", "msp", "msp number", "canada healthcare number", "care card", "bc services card"},
		Verify:     verifyPHN,
		Reference:  "British Columbia Ministry of Health, PHN check digit routine",
	},
	{
		ID: "ca_ohip", Title: "Ontario health card number", Category: Health, Country: "CA",
		Contextual: `\d{4}[ -]?\d{3}[ -]?\d{3}(?:[ -]?[A-Z]{2})?`,
		Keywords:   []string{"ohip", "ohip number", "health card", "health card number", "health card no", "ontario health", "carte santé"},
		Verify:     verifyOHIP,
		Reference:  "Ontario Ministry of Health, Health number MOD 10 check digit",
	},
	{
		ID: "ca_quebec_hin", Title: "Quebec health insurance number (NAM)", Category: Health, Country: "CA",
		Pattern:    `[A-Z]{4} \d{4} \d{4}`,
		Contextual: `[A-Za-z]{4}[ -]?\d{4}[ -]?\d{4}`,
		Keywords:   []string{"ramq", "nam", "carte soleil", "numéro d'assurance maladie", "assurance maladie", "quebec health insurance", "health insurance number"},
		Verify:     verifyNAM,
		Reference:  "Régie de l'assurance maladie du Québec, numéro d'assurance maladie",
	},
	{
		// A number in the form 3-3-4 is a telephone number in North America, and
		// one of ten of those satisfies the check digit. Only what cannot be one,
		// as its middle begins with 0 or 1, stands by itself.
		ID: "gb_nhs_number", Title: "UK NHS number", Category: Health, Country: "GB",
		Pattern:    `[4679]\d{2}[ -][01]\d{2}[ -]\d{4}`,
		Contextual: `\d[ -]{0,3}\d[ -]{0,3}\d[ +-]{0,3}\d[ -]{0,3}\d[ -]{0,3}\d[ +-]{0,3}\d[ -]{0,3}\d[ -]{0,3}\d[ -]{0,3}\d`,
		Keywords:   []string{"nhs", "nhs number", "nhs no", "nhs id", "national health service", "health service number"},
		Verify:     verifyNHS,
		Samples:    []string{"9434765870", "9434765919"},
		Reference:  "NHS Data Dictionary, NHS number",
	},
	{
		ID: "gb_chi_number", Title: "Scottish CHI number", Category: Health, Country: "GB",
		Contextual: `\d{6}[ -]?\d{4}|\d{6} \d{3} \d`,
		Keywords:   []string{"chi", "chi number", "chi no", "community health index"},
		Verify:     verifyCHI,
		Reference:  "Public Health Scotland, Community Health Index",
	},
	{
		ID: "fr_health_insurance", Title: "French health insurance card number", Category: Health, Country: "FR",
		Contextual: `\d[\d ]{19,26}\d`,
		Keywords:   []string{"carte vitale", "carte d'assuré social", "numéro de carte vitale", "insurance card", "assurance maladie"},
		Verify:     verifyVitale,
		Reference:  "GIE SESAM-Vitale, carte Vitale",
	},
	{
		ID: "eu_ehic", Title: "European health insurance card number", Category: Health,
		Contextual: `80\d{3}[ -]?\d{5}[ -]?\d{5}[ -]?\d{5}|80\d{8}[ -]?\d{10}`,
		Keywords: []string{
			"ehic", "ceam", "health insurance card", "european health insurance card", "gesundheitskarte", "europäische krankenversicherungskarte", "ekvk", "carte européenne d'assurance maladie",
			"tarjeta sanitaria europea", "karta ekuz", "ekuz",
		},
		Verify:    verifyEHIC,
		Reference: "Decision S2 of the Administrative Commission (2010/C 106/09); ISO/IEC 7812-1",
	},
	{
		ID: "fi_ehic", Title: "Finnish health insurance card number", Category: Health, Country: "FI",
		Contextual: `80246[ -]?\d{5}[ -]?\d{5}[ -]?\d{5}|80246\d{5}[ -]?\d{10}`,
		Keywords:   []string{"sairaanhoitokortti", "eurooppalainen sairaanhoitokortti", "sairausvakuutuskortti", "kela kortti", "hälsokort", "sjukvårdskort", "ehic finland"},
		Verify:     verifyVaried,
		Reference:  "Kela, European health insurance card",
	},
	{
		ID: "de_kvnr", Title: "German health insurance number", Category: Health, Country: "DE",
		Pattern:    `[A-Z]\d{9}`,
		Contextual: `[A-Za-z]\d{9}|[A-Za-z]\d{3} \d{3} \d{3}`,
		Keywords:   []string{"krankenversichertennummer", "krankenversicherungsnummer", "versichertennummer", "kvnr", "kv nr", "gesundheitskarte", "egk", "krankenkasse"},
		Verify:     verifyKVNR,
		Samples:    []string{"A123456780"},
		Reference:  "§ 290 SGB V; GKV-Spitzenverband, Aufbau und Prüfziffer der Krankenversichertennummer",
	},
	{
		ID: "de_lanr", Title: "German physician number (LANR)", Category: Health, Country: "DE",
		Contextual: `\d{9}`,
		Keywords:   []string{"lanr", "arztnummer", "lebenslange arztnummer", "arzt nr"},
		Verify:     verifyLANR,
		Reference:  "KBV, Richtlinie zur Vergabe der Arzt- und Betriebsstättennummern",
	},
	{
		ID: "de_bsnr", Title: "German practice number (BSNR)", Category: Health, Country: "DE",
		Contextual: `\d{9}`,
		Keywords:   []string{"bsnr", "betriebsstättennummer", "betriebsstätten nr", "nbsnr"},
		Verify:     verifyBSNR,
		Reference:  "KBV, Richtlinie zur Vergabe der Arzt- und Betriebsstättennummern",
	},
	{
		ID: "au_medicare", Title: "Australian Medicare number", Category: Health, Country: "AU",
		Contextual: `[2-6]\d{2,3}[ -]?\d{2,5}[ -]?\d{1,3}(?:[ /-]?\d){1,2}|[2-6]\d{9,10}`,
		Keywords:   []string{"medicare", "medicare number", "medicare no", "medicare card", "medicare card number"},
		Verify:     verifyMedicareAU,
		Samples:    []string{"2123456701"},
		Reference:  "Services Australia, Medicare card number check digit",
	},
	{
		ID: "au_ihi", Title: "Australian healthcare identifier", Category: Health, Country: "AU",
		Pattern:   `80036[012]\d{10}|8003[ -]6[012]\d{2}[ -]\d{4}[ -]\d{4}`,
		Keywords:  []string{"ihi", "hpi", "hpi i", "hpi o", "healthcare identifier"},
		Verify:    verifyLuhn,
		Samples:   []string{"8003608833357361"},
		Reference: "Healthcare Identifiers Act 2010; Australian Digital Health Agency, HI service",
	},
	{
		ID: "nz_nhi", Title: "New Zealand national health index number", Category: Health, Country: "NZ",
		Pattern:    `[A-HJ-NP-Z]{3}\d{2}[A-HJ-NP-Z]{2}|ZZZ\d{4}`, // ZZZ is for tests
		Contextual: `(?i)[A-HJ-NP-Z]{3}\d{4}|[A-HJ-NP-Z]{3}\d{2}[A-HJ-NP-Z]{2}`,
		Keywords:   []string{"nhi", "nhi number", "national health index"},
		Verify:     verifyNHI,
		Samples:    []string{"ZZZ0016", "ZZZ0024"},
		Reference:  "HISO 10046, Consumer health identity standard",
	},
	{
		ID: "it_tessera_sanitaria", Title: "Italian health card number", Category: Health, Country: "IT",
		Contextual: `80380[ -]?\d{5}[ -]?\d{5}[ -]?\d{5}`,
		Keywords:   []string{"tessera sanitaria", "tessera europea di assicurazione malattia", "team", "carta sanitaria"},
		Verify:     verifyEHIC,
		Reference:  "Ministero dell'economia e delle finanze, Tessera sanitaria; ISO/IEC 7812-1",
	},
	{
		ID: "br_cns", Title: "Brazilian health card number (CNS)", Category: Health, Country: "BR",
		Contextual: `[12789]\d{2}[ .]?\d{4}[ .]?\d{4}[ .]?\d{4}`,
		Keywords:   []string{"cns", "cartão sus", "cartão nacional de saúde", "sus", "número do sus"},
		Verify:     verifyCNS,
		Reference:  "Ministério da Saúde, Cartão Nacional de Saúde",
	},
	{
		ID: "sg_hci_or_moh", Title: "Singapore healthcare institution code", Category: Health, Country: "SG",
		Fields:    []string{"hci", "hci code", "healthcare institution code", "moh institution code"},
		Reference: "Ministry of Health Singapore, HCI directory",
	},
	{
		ID: "us_insurance_group_bin_pcn", Title: "US pharmacy plan numbers", Category: Health, Country: "US",
		Fields:    []string{"rxbin", "rx bin", "rxpcn", "rx pcn", "rxgrp", "rx grp", "rx group", "rxgroup", "rxid", "rx id"},
		Reference: "NCPDP, Health care identification card implementation guide",
	},
}
