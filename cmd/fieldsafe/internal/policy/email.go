package policy

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect"
)

func isEmail(d *detect.Detector) bool { return strings.HasPrefix(d.ID, "email_") }

// isRole tells an address that several people or a machine answer from that of
// a person, by its words alone.
func isRole(address string) bool {
	local, domain := splitAddress(strings.ToLower(address))
	if isMachineDomain(domain) {
		return true
	}
	if roleWords[unseparated.Replace(local)] || strings.HasPrefix(domain, local+".") {
		return true
	}
	for _, end := range roleEndings {
		if strings.HasSuffix(local, end) && len(local) > len(end)+2 {
			return true
		}
	}
	for word := range strings.FieldsFuncSeq(local, func(r rune) bool { return strings.ContainsRune(".-_+ ", r) }) {
		if roleWords[strings.TrimRight(word, "0123456789")] {
			return true
		}
	}
	return false
}

// roleEndings end words of their own in a mailbox without separators.
var roleEndings = []string{"team", "teams", "admins", "support", "alerts", "request", "requests", "list", "group"}

// placeholderDomains are domains that are registered, but stand in examples for
// the reader's own.
var placeholderDomains = words(`domain.com domain.tld mydomain.com yourdomain.com your-domain.com somedomain.com mycompany.com my-company.com
	yourcompany.com your-company.com yourorg.com your-org.com myorg.com foo.com bar.com foobar.com nonexisting.tld`)

// isPlaceholderAddress says whether an address is only there to show the form.
func isPlaceholderAddress(address string) bool {
	_, domain := splitAddress(strings.ToLower(address))
	return placeholderDomains[domain] || strings.HasSuffix(domain, ".tld")
}

var unseparated = strings.NewReplacer(".", "", "-", "", "_", "")

// splitAddress splits at the @, or at what stands for it in a slug.
func splitAddress(address string) (local, domain string) {
	for _, at := range []string{"@", "%40", "-at-", "_at_", ".at.", " at ", "[at]", "(at)"} {
		if local, domain, ok := strings.Cut(address, at); ok {
			return local, domain
		}
	}
	return address, ""
}

// machineDomains hold no people: service accounts, addresses that cannot be
// answered, and the vendors whose domains name SSH algorithms (RFC 4251,
// section 6).
var machineDomains = []string{
	"gserviceaccount.com", "users.noreply.github.com", "users.noreply.gitlab.com", "noreply.github.com", "openssh.com", "libssh.org",
}

func isMachineDomain(domain string) bool {
	for _, d := range machineDomains {
		if domain == d || strings.HasSuffix(domain, "."+d) {
			return true
		}
	}
	return strings.HasPrefix(domain, "noreply.") || strings.HasPrefix(domain, "lists.") || strings.HasPrefix(domain, "googlegroups.") || strings.HasSuffix(domain, ".iam")
}

var roleWords = words(`
	abuse account accounts accounting admin administrator admins alert alerting alertmanager alerts all api app
	backup backups billing bot build builds ci careers cert certs cloud compliance contact contacts customer
	company containers data database dba demo dev devel developer developers devops devs dl dns docs donotreply
	email engineering enquiries enquiry everyone example
	feedback finance firstname foo git github gitlab group groups guest hello help helpdesk hostmaster hr
	incident incidents info infosec infra infrastructure inquiries integration internal invoice invoices it
	jenkins jira jobs keepalive kubernetes lastname legal list lists login mail mailbox mailer mailerdaemon maintainer maintainers manager marketing me media
	monitor monitoring myemail myname name networking news newsletter nobody noc noreply notification notifications notify
	office oncall operations operator operators ops orders owner pager pagerduty payments platform postmaster press privacy prod
	product production project qa recruiting registrar release reply replyto report reports robot root
	sales sa secops security service serviceaccount servicedesk services shop soc someone somebody sre staff staging subscribe support svc
	sysadmin system systems team teams tech technical terraform test tester testing tls unsubscribe user username users
	webmaster welcome you your youremail yourname
`)

func words(list string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}
