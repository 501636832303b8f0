package detect

// deviceDetectors are devices, subscriptions, cloud accounts, places and
// parcels: what leads to a person by way of a register somebody else keeps.
var deviceDetectors = []Detector{
	{
		ID: "imei", Title: "Mobile equipment identity (IMEI)", Category: Network,
		Pattern:    `\d{2}-\d{6}-\d{6}-\d{1,2}`,
		Contextual: `\d[\d -]{12,18}\d`,
		Keywords:   []string{"imei", "imei number", "imei no", "imeisv", "imei1", "imei2", "device imei", "串号"},
		Verify:     verifyIMEI,
		Samples:    []string{"490154203237518"},
		Reference:  "3GPP TS 23.003, section 6; GSMA TS.06",
	},
	{
		ID: "meid", Title: "Mobile equipment identifier (MEID)", Category: Network,
		Contextual: `[0-9A-Fa-f]{2}[ -]?[0-9A-Fa-f]{6}[ -]?[0-9A-Fa-f]{6}(?:[ -]?[0-9A-Fa-f])?|[0-9A-Fa-f]{2}(?: [0-9A-Fa-f]{2}){6}|\d{5}[ -]?\d{5}[ -]?\d{4}[ -]?\d{4}(?:[ -]?\d)?`,
		Keywords:   []string{"meid", "esn", "meid hex", "meid dec", "pesn"},
		Verify:     verifyMEID,
		Samples:    []string{"AF0123450ABCDEC", "AF0123450ABCDE"},
		Reference:  "3GPP2 S.R0048-A",
	},
	{
		ID: "imsi", Title: "Mobile subscriber identity (IMSI)", Category: Network,
		Contextual: `\d{14,15}|\d{3}[ -]\d{2,3}[ -]\d{9,10}`,
		Keywords:   []string{"imsi", "imsi number", "subscriber identity", "supi"},
		Verify:     verifyIMSI,
		Samples:    []string{"001010123456789"},
		Reference:  "ITU-T E.212; 3GPP TS 23.003, section 2.2",
	},
	{
		ID: "iccid", Title: "SIM card number (ICCID)", Category: Network,
		Pattern:    `89\d{2}[ -]\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{3,4}`,
		Contextual: `89\d{2}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{3,4}`,
		Keywords:   []string{"iccid", "sim", "sim card", "sim number", "sim serial", "simid", "carte sim", "sim karte", "tarjeta sim"},
		Verify:     verifyICCID,
		Reference:  "ITU-T E.118",
	},
	{
		ID: "euicc_eid", Title: "Embedded SIM identifier (EID)", Category: Network,
		Pattern:    `89\d{30}|89\d{2}(?:[ -]\d{4}){7}`,
		Contextual: `89[\d -]{30,44}\d`,
		Keywords:   []string{"eid", "esim", "euicc"},
		Verify:     verifyEID,
		Reference:  "GSMA SGP.29, EID definition and assignment",
	},
	{
		ID: "advertising_id", Title: "Advertising identifier", Category: Network,
		Contextual: `[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}`,
		Keywords:   []string{"idfa", "idfv", "gaid", "aaid", "adid", "advertising id", "advertiser id", "ad id", "google advertising id", "advertising identifier", "android advertising id"},
		Verify:     verifyNamedUUID,
		Samples:    []string{"38400000-8cf0-11bd-b23e-10b96e40000d"},
		Reference:  "Apple, ASIdentifierManager; Google Play services, AdvertisingIdClient",
	},
	{
		ID: "device_serial", Title: "Device serial number", Category: Network,
		Fields:    []string{"device serial", "device serial number", "device serial no", "hardware serial", "hardware serial number", "phone serial", "phone serial number", "laptop serial", "laptop serial number", "machine serial number", "serial number of device"},
		Reference: "45 CFR 164.514(b)(2)(i)(M)",
	},
	{
		// The account in the name of a resource is the resource's, so ARNs and
		// host names do not count; a key that says account does.
		ID: "aws_account_id", Title: "AWS account number", Category: Network,
		Contextual: `\d{12}|\d{4}-\d{4}-\d{4}`,
		Keywords:   []string{"aws account", "aws account id", "aws account number", "awsaccountid", "account id", "accountid", "linked account id", "payer account id", "owner account id"},
		Verify:     verifyVaried,
		Samples:    []string{"123456789012", "111122223333", "444455556666", "777788889999"},
		Reference:  "AWS Account Management, View AWS account identifiers",
	},
	{
		ID: "aws_arn", Title: "Amazon resource name (ARN) of a user or role", Category: Network, Off: true,
		Pattern:   `arn:aws:(?:iam|sts)::\d{12}:[0-9A-Za-z_+=,.@/*:-]{1,300}`,
		Reference: "AWS IAM, Amazon Resource Names",
	},
	{
		ID: "azure_subscription_or_tenant", Title: "Azure subscription or tenant", Category: Network,
		Contextual: `[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}`,
		Keywords:   []string{"azure subscription", "azure subscription id", "subscription id", "azure tenant", "azure tenant id", "tenant id", "directory id", "entra tenant"},
		Verify:     verifyAzureUUID,
		Samples:    []string{"00000000-0000-0000-0000-000000000000", "11111111-1111-1111-1111-111111111111"},
		Reference:  "Azure Resource Manager, resource ID",
	},
	{
		ID: "gcp_project_number", Title: "Google Cloud project number", Category: Network,
		Contextual: `\d{10,13}`,
		Keywords:   []string{"project number", "projectnumber", "gcp project number", "google project number"},
		Verify:     verifyVaried,
		Samples:    []string{"123456789012"},
		Reference:  "Google Cloud Resource Manager, project identifiers",
	},
	{
		ID: "geohash_or_pluscode", Title: "Geohash or plus code", Category: Network,
		Pattern:    `[2-9C][2-9CFGHJMPQRV][2-9CFGHJMPQRVWX]{6}\+[2-9CFGHJMPQRVWX]{2,3}`,
		Contextual: `[0-9b-hjkmnp-z]{7,12}`,
		Keywords:   []string{"geohash", "geo hash", "plus code", "pluscode", "olc", "open location code"},
		Verify:     verifyGeocode,
		Reference:  "Open Location Code specification; G. Niemeyer, geohash",
	},
	{
		ID: "tracking_number", Title: "Parcel tracking number", Category: Network,
		Pattern:    `1Z[0-9A-Z]{16}`,
		Contextual: `1[Zz][0-9A-Za-z]{16}|1Z [0-9A-Z]{3} [0-9A-Z]{3} [0-9A-Z]{2} \d{4} \d{4}|9\d{3}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?:[ -]?\d{2})?|\d{4}[ -]?\d{4}[ -]?\d{4}`,
		Keywords:   []string{"tracking", "tracking number", "tracking no", "tracking id", "tracking code", "parcel number", "shipment number", "sendungsnummer", "numéro de suivi", "número de seguimiento", "ups", "usps", "fed ex"},
		Verify:     verifyTracking,
		Samples:    []string{"1Z999AA10123456784"},
		Reference:  "UPS, 1Z tracking number; USPS Publication 199; FedEx ground barcode",
	},
	{
		ID: "flight_pnr_eticket", Title: "Flight booking reference", Category: Network,
		Fields:    []string{"pnr", "pnr code", "booking reference", "booking ref", "record locator", "eticket number", "e ticket number", "eticket", "airline confirmation"},
		Reference: "IATA Resolution 722",
	},
}
