package detect

// personalDetectors are general personal data.
var personalDetectors = []Detector{
	{
		ID: "email_address", Title: "E-mail address", Category: Personal,
		find:      findEmail,
		Reference: "RFC 5322 section 3.4.1, RFC 5321 section 4.5.3.1",
	},
}
