package detect

// southAsiaDetectors are identity, tax and vehicle numbers of India, Pakistan,
// Bangladesh, Sri Lanka and Nepal.
var southAsiaDetectors = []Detector{
	{
		ID: "in_aadhaar", Title: "Indian Aadhaar number", Category: Personal, Country: "IN",
		Pattern:    `[2-9]\d{3}[ ]\d{4}[ ]\d{4}|[2-9]\d{3}[-]\d{4}[-]\d{4}`,
		Contextual: `[2-9]\d{3}[ .-]?\d{4}[ .-]?\d{4}`,
		Keywords:   []string{"aadhaar", "aadhar", "adhaar", "adhar", "aadhaar no", "aadhaar number", "aadhaar card", "uidai", "uid number", "आधार"},
		Verify:     verifyINAadhaar,
		Reference:  "https://uidai.gov.in",
	},
	{
		ID: "in_aadhaar_vid", Title: "Indian Aadhaar virtual ID", Category: Personal, Country: "IN",
		Contextual: `[2-9]\d{3}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}`,
		Keywords:   []string{"virtual id", "vid", "aadhaar vid", "aadhaar virtual id"},
		Verify:     verifyINAadhaarVID,
		Reference:  "https://uidai.gov.in",
	},
	{
		ID: "in_pan", Title: "Indian PAN", Category: Personal, Country: "IN",
		Pattern:    `[A-Z]{3}[HP][A-Z]\d{4}[A-Z]`, // of persons and families; the others are public
		Contextual: `(?i)[A-Z]{3}[ABCFGHJKLPT][A-Z][ -]?\d{4}[ -]?[A-Z]`,
		Keywords: []string{
			"pan card", "pan number", "pan no", "permanent account number", "permanent account", "income tax pan", "indian pan", "in pan", "epan",
			"e pan", "pan",
		},
		Verify:    verifyINPAN,
		Reference: "Income-tax Rules 1962, rule 114",
	},
	{
		ID: "in_gstin", Title: "Indian GSTIN", Category: Personal, Country: "IN",
		Pattern:    `\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]`,
		Contextual: `(?i)\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]`,
		Keywords:   []string{"gstin", "gst", "gst number", "gst no", "gst in", "goods and services tax"},
		Verify:     verifyINGSTIN,
		Reference:  "https://www.gst.gov.in",
	},
	{
		ID: "in_voter_id", Title: "Indian voter ID (EPIC)", Category: Personal, Country: "IN",
		Contextual: `(?i)[A-Z]{3}[ -]?\d{7}`,
		Keywords: []string{
			"voter id", "voter card", "voter", "voter id card", "epic", "epic no", "epic number", "election card", "electoral photo identity card",
			"elector",
		},
		Verify:    verifyINVoterID,
		Reference: "https://eci.gov.in",
	},
	{
		ID: "in_nrega", Title: "Indian job card number", Category: Personal, Country: "IN",
		Pattern:    `[A-Z]{2}[-]\d{2}[-]\d{3}[-]\d{3}[-]\d{3}[/]\d{1,5}`,
		Contextual: `(?i)[A-Z]{2}[ -]?\d{2}[ -]?\d{3}[ -]?\d{3}[ -]?\d{3}[/ -]\d{1,5}`,
		Keywords:   []string{"nrega", "mgnrega", "job card", "job card number", "jobcard"},
		Verify:     verifyINNREGA,
		Reference:  "https://nrega.nic.in",
	},
	{
		ID: "in_vehicle_registration", Title: "Indian vehicle registration number", Category: Personal, Country: "IN",
		Contextual: `(?i)[A-Z]{2}[ -]?\d{1,2}[ -]?[A-Z]{1,3}[ -]?\d{1,4}|\d{2}[ -]?BH[ -]?\d{4}[ -]?[A-Z]{1,2}`,
		Keywords: []string{
			"rto", "vehicle", "vehicle number", "vehicle no", "vehicle registration", "registration", "registration number", "registration no",
			"reg no", "number plate", "plate number", "license plate", "licence plate", "car number", "bike number",
		},
		Verify:    verifyINVehicle,
		Reference: "Central Motor Vehicles Rules 1989, rule 50",
	},
	{
		ID: "pk_cnic", Title: "Pakistani CNIC", Category: Personal, Country: "PK",
		Pattern:    `[1-7]\d{4}[-]\d{7}[-][1-9]`,
		Contextual: `[1-7]\d{4}[ -]?\d{7}[ -]?[1-9]`,
		Keywords:   []string{"cnic", "cnic no", "cnic number", "nadra", "nicop", "shanakhti card", "national identity card", "شناختی کارڈ"},
		Verify:     verifyPKCNIC,
		Reference:  "https://www.nadra.gov.pk",
	},
	{
		ID: "bd_nid", Title: "Bangladeshi national ID", Category: Personal, Country: "BD",
		Contextual: `\d{10}|\d{13}|\d{17}`,
		Keywords: []string{
			"nid", "nid no", "nid number", "nid card", "national id", "national id card", "national identity card", "smart nid", "bangladesh nid",
			"জাতীয় পরিচয়পত্র",
		},
		Verify:    verifyBDNID,
		Reference: "https://services.nidw.gov.bd",
	},
	{
		ID: "lk_nic", Title: "Sri Lankan identity card", Category: Personal, Country: "LK",
		Pattern:    `\d{9}[VX]`,
		Contextual: `(?i)\d{9} ?[VX]|\d{12}`,
		Keywords:   []string{"nic", "nic no", "nic number", "national identity card", "sri lanka nic", "sri lankan nic", "ජාතික හැඳුනුම්පත"},
		Verify:     verifyLKNIC,
		Reference:  "Department for Registration of Persons, Sri Lanka",
	},
	{
		ID: "np_citizenship", Title: "Nepalese citizenship number", Category: Personal, Country: "NP",
		Contextual: `\d{2}-\d{2}-\d{2}-\d{5}|\d{1,3}-\d{2}-\d{2}-\d{5}`,
		Keywords:   []string{"nagarikta", "citizenship number", "citizenship no", "citizenship certificate", "nepali citizenship", "नागरिकता"},
		Verify:     verifyNotRepeated,
		Reference:  "Department of National ID and Civil Registration, Nepal",
	},
}
