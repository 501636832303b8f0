package report

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect"
)

// Advice says what to write instead of a value of that kind.
func Advice(d *detect.Detector) string {
	switch {
	case strings.HasPrefix(d.ID, "email_"):
		return "name a role mailbox or a team"
	case strings.HasPrefix(d.ID, "phone_"):
		return "name a team or an on-call rota"
	case strings.HasPrefix(d.ID, "url_"):
		return "move the credentials out of the URL"
	}
	switch d.Category {
	case detect.Credential:
		return "revoke it, and refer to a secret store instead"
	case 0: // what a platform does not accept
		return "see " + d.Reference
	case detect.Network:
		return "refer to the resource by its name"
	}
	return "use an opaque id that means nothing elsewhere"
}
