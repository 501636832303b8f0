package detect

// personalDetectors are general personal data.
var personalDetectors = []Detector{
	{
		ID: "email_address", Title: "E-mail address", Category: Personal,
		Keywords:  []string{"[at]"},
		find:      findEmail,
		Reference: "RFC 5322 section 3.4.1, RFC 5321 section 4.5.3.1",
	},
	{
		ID: "email_slug", Title: "E-mail address in a resource name", Category: Personal,
		Keywords:  []string{"[at]"},
		find:      findEmailSlug,
		Reference: "alphabets of resource names without @: S3 buckets, Kubernetes names, Google Cloud labels",
	},
}
