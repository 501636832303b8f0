package detect

// networkDetectors are addresses.
//
// An address is personal data when it is somebody's (Court of Justice of the EU,
// C-582/14), which its own form does not tell. One that is public is reported by
// itself where it cannot be read as anything else: an IPv4 address with a part of
// three digits, since versions and object identifiers have small ones, an IPv6
// address that begins with four digits, a MAC address of six pairs. All others
// are reported beside a keyword that says whose they are (client_ip, remote_addr,
// x-forwarded-for). Private, loopback and link-local addresses, multicast groups
// and whole networks point at nobody outside and are no findings. The ranges for
// documentation are reported like public addresses, as samples. At the confidence
// Possible every public IPv4 address is reported, the shortest of seven bytes
// aside. Names of hosts, URLs and ARNs are off: they are in every line, and what
// they carry (an e-mail address in a query, an account, a token) has detectors of
// its own.
var networkDetectors = []Detector{
	{
		ID: "ipv4_address", Title: "IPv4 address", Category: Network,
		Contextual: `\d{2,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}|\d\.\d{2,3}\.\d{1,3}\.\d{1,3}|\d\.\d\.\d{2,3}\.\d{1,3}|\d\.\d\.\d\.\d{2,3}`,
		Keywords:   addressKeywords,
		find:       findIPv4,
		Verify:     verifyIPv4,
		sample:     documentationIPv4,
		Reference:  "RFC 791; RFC 5737; RFC 6890",
	},
	{
		ID: "ipv6_address", Title: "IPv6 address", Category: Network,
		Contextual: `[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]{1,34}(?:\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})?`,
		Keywords:   addressKeywords,
		find:       findIPv6,
		Verify:     verifyIPv6,
		grouped:    true,
		sample:     documentationIPv6,
		Reference:  "RFC 4291; RFC 3849; RFC 5952; RFC 6890",
	},
	{
		// The form that host names give to an address. In text it is the name of a
		// machine; beside the word that says whose, or given as a name, an address.
		ID: "ip_slug", Title: "IPv4 address in a name", Category: Network,
		Contextual: `\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3}`,
		Keywords:   []string{"client ip", "user ip", "customer ip", "visitor", "visitor ip", "remote ip", "source ip", "src ip", "peer ip", "caller ip", "login ip", "[ip]"},
		Verify:     verifyIPSlug,
		find:       findAddressSlug,
		Reference:  "RFC 791; RFC 6890",
	},
	{
		ID: "mac_address", Title: "MAC address", Category: Network,
		Contextual: `[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}|[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}|[0-9A-Fa-f]{12}`,
		Keywords: []string{
			"mac", "mac address", "mac addr", "macaddr", "mac addresses", "mac whitelist", "device mac", "client mac", "wifi mac", "wlan mac", "hwaddr", "hw address", "bssid", "hardware address", "physical address", "ether", "lladdr",
			"adresse mac", "dirección mac", "mac adresse", "indirizzo mac", "endereço mac",
		},
		find:      findMAC,
		Verify:    verifyMAC,
		grouped:   true,
		sample:    documentationMAC,
		Reference: "IEEE Std 802; RFC 7042",
	},
	{
		ID: "url", Title: "URL", Category: Network, Off: true,
		Contextual: `https?://[0-9A-Za-z:@][0-9A-Za-z.:@_%-]{1,200}(?:[/?#][0-9A-Za-z._~:/?#@!$&*+;=%-]{0,1000})?`,
		Keywords:   []string{"url", "uri", "link", "href", "website", "homepage"},
		Reference:  "RFC 3986",
	},
	{
		// Parameters are read as fields, whatever the URL, so the detectors of
		// their values find them; this one marks a query that is kept whole.
		ID: "url_query_pii", Title: "Query part of a URL", Category: Network, Off: true,
		Fields:    []string{"query string", "url query", "query params", "request query"},
		Reference: "RFC 3986, section 3.4",
	},
	{
		ID: "domain_name", Title: "Domain name", Category: Network, Off: true,
		Contextual: `[0-9A-Za-z-]{1,63}(?:\.[0-9A-Za-z-]{1,63}){0,4}\.[A-Za-z]{2,24}`,
		Keywords:   []string{"host", "hostname", "domain", "domain name", "server name", "fqdn", "dns name"},
		Reference:  "RFC 1035, section 2.3.1",
	},
	{
		ID: "internal_hostname", Title: "Internal host name", Category: Network, Off: true,
		Contextual: `[0-9A-Za-z-]{1,63}(?:\.[0-9A-Za-z-]{1,63}){0,4}\.(?:internal|local|corp|lan|intranet|home)`,
		Keywords:   []string{"host", "hostname", "server", "server name", "fqdn", "node"},
		Reference:  "RFC 6762; ICANN, .internal",
	},
	{
		ID: "user_agent", Title: "HTTP user agent", Category: Network, Off: true,
		Contextual: `[A-Za-z]{3,20}/\d[0-9A-Za-z ()/.,;:_+-]{0,400}`,
		Keywords:   []string{"user agent", "useragent", "http user agent"},
		Fields:     []string{"user agent", "http user agent"},
		Reference:  "RFC 9110, section 10.1.5",
	},
	{
		ID: "windows_sid", Title: "Windows security identifier", Category: Network,
		Pattern:   `S-1-5-21-\d{8,10}-\d{8,10}-\d{8,10}-\d{3,4}|S-1-5-21-\d{8,10}-\d{8,10}-\d{8,10}-\d{5,6}`,
		Keywords:  []string{"sid", "security identifier"},
		Reference: "Microsoft, [MS-DTYP] section 2.4.2",
	},
	{
		ID: "social_handle", Title: "Social network handle", Category: Network,
		Fields:    []string{"twitter handle", "twitter username", "instagram handle", "instagram username", "telegram handle", "telegram username", "tiktok handle", "tiktok username", "linkedin profile", "facebook profile", "social handle", "social media handle", "github handle", "github username"},
		Reference: "Regulation (EU) 2016/679, article 4(1)",
	},
	{
		// A UUID says nothing of a person unless the data it leads to is at
		// hand, and stands in half of all log lines.
		ID: "uuid_user_reference", Title: "UUID of a person", Category: Network, Off: true,
		Contextual: `[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}`,
		Keywords:   []string{"user id", "customer id", "patient id", "member id", "person id", "client id", "account holder"},
		Verify:     verifyNamedUUID,
		Samples:    []string{"123e4567-e89b-12d3-a456-426614174000"},
		Reference:  "RFC 9562",
	},
}

// addressKeywords say that an address is somebody's.
var addressKeywords = []string{
	"ip", "ip address", "ip addr", "ipaddr", "ipv4", "ipv6", "my ip", "client ip", "client address", "client addr", "clientip", "remote ip", "remote addr", "remote address", "remoteaddr", "user ip", "customer ip", "visitor", "visitor ip",
	"source ip", "src ip", "source address", "srcip", "peer ip", "caller ip", "login ip", "last login ip", "x forwarded for", "forwarded for", "x real ip", "real ip", "cf connecting ip", "true client ip", "x client ip",
	"client", "source addr", "peer address", "peer addr", "public ip", "external ip", "from ip", "banned ip", "blocked ip", "address", "server", "create user", "identified by", "grant", "privileges on",
	"logged in from", "login from", "signed in from", "sign in from", "access from", "accessed from", "changed password from", "server ip", "db host", "ssh host",
	"adresse ip", "ip adresse", "dirección ip", "indirizzo ip", "endereço ip", "adres ip", "ip адрес", "ip アドレス", "ip地址",
}
