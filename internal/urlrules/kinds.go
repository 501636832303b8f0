package urlrules

// Kinds is the number of kinds, zero included.
const Kinds = int(AzureKey) + 1

// kindIDs are the detectors of the catalogue that findings belong to.
var kindIDs = [Kinds]string{
	0:          "query_param_secret",
	Userinfo:   "url_userinfo",
	Parameter:  "query_param_secret",
	Connection: "db_connection_string",
	Capability: "webhook_url_generic",
	OneTime:    "totp_otpauth_uri",
	Npm:        "npmrc_auth_token",
	AzureKey:   "azure_storage_account_key",
}

// ID returns the ID of the detector in the catalogue.
func (k Kind) ID() string { return kindIDs[min(int(k), Kinds-1)] }

// Base returns the general kind that k is a special case of.
func (k Kind) Base() Kind {
	switch k {
	case Userinfo, Connection, Capability:
		return k
	case AzureKey:
		return Connection
	}
	return Parameter
}
