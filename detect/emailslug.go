package detect

import (
	"strings"

	"github.com/fieldsafe/fieldsafe/detect/internal/scan"
)

// emailSlug looks for an address spelled in an alphabet without @: the word "at"
// at [start, end) of a resource name, between what can be a person and a domain,
// as in jane-doe-at-example-com. One word before it may as well be a verb, so it
// needs a domain that is written with its dot or that hands out mailboxes.
func (r *run) emailSlug(d *Detector, start, end int) {
	if start == 0 || end == len(r.text) || !isSlug(r.text[start-1]) || r.text[end] != r.text[start-1] {
		return
	}
	from, words := slugPerson(r.text, start-1)
	to, strong := slugDomain(r.text, end+1)
	if words == 0 || to < 0 || words < 2 && !strong {
		return
	}
	r.add(from, to, d, Likely, byPattern, to-from)
}

// addressSlug looks for an address behind the word "ip" at [start, end) of a
// resource name, as cloud providers name their machines: ip-10-0-1-5.
func (r *run) addressSlug(d *Detector, start, end int) {
	if start > 0 && scan.IsAlnum(r.text[start-1]) || end == len(r.text) || !isSlug(r.text[end]) {
		return
	}
	to, separator := end+1, r.text[end]
	for groups := 1; to < len(r.text) && (scan.IsDigit(r.text[to]) || groups < 4 && r.text[to] == separator); to++ {
		if r.text[to] == separator {
			groups++
		}
	}
	if _, ok := parseIPv4(r.text[end+1:to], r.text[end:end+1]); ok && scan.Bounded(r.text, start, to) {
		r.add(start, to, d, Likely, byContext, 0)
	}
}

// joinedSlugs looks for what no keyword leads to, addresses whose @ is lost
// altogether, in a resource name: a given name and another, joined to a domain by
// another separator than each other, as in jane.doe_example.com and
// jane-doe--example-com.
func (r *run) joinedSlugs() {
	d := r.finder(findEmailSlug)
	for _, joiner := range [...]string{"_", "--"} {
		for at := 0; d != nil; {
			i := strings.Index(r.text[at:], joiner)
			if i < 0 {
				break
			}
			i += at
			at = i + len(joiner)
			if from := givenPerson(r.text[:i]); from >= 0 {
				if to, _ := slugDomain(r.text, at); to >= 0 {
					r.add(from, to, d, Likely, byContext, to-from)
				}
			}
		}
	}
}

// mayJoin reports whether a name holds what joins a person to a domain there.
func mayJoin(name string) bool {
	return strings.IndexByte(name, '_') >= 0 || strings.Contains(name, "--")
}

// givenPerson returns where the name of a person begins that ends text: a common
// given name, a dot or dash and letters. It is -1 if none does.
func givenPerson(text string) int {
	family := lettersStart(text)
	if len(text)-family < 2 || family == 0 || text[family-1] != '.' && text[family-1] != '-' {
		return -1
	}
	given := lettersStart(text[:family-1])
	if family-1-given < 2 || given > 0 && scan.IsAlnum(text[given-1]) || !hasWord(givenNames, text[given:family-1]) {
		return -1
	}
	return given
}

// lettersStart returns where the letters begin that end text.
func lettersStart(text string) int {
	i := len(text)
	for i > 0 && scan.IsLetter(text[i-1]) {
		i--
	}
	return i
}

func isSlug(b byte) bool { return b == '-' || b == '_' || b == '.' }

// slugPerson returns where the name of a person begins that ends at end, and how
// many words it has: one word with a dot inside, or up to two words of letters
// with the same separator as follows the last.
func slugPerson(text string, end int) (start, words int) {
	separator := text[end]
	start = end
	for words < 2 && start > 0 {
		from := wordStart(text, start, separator)
		word := text[from:start]
		if len(word) < 2 || words > 0 && (!lettersOnly(word) || notPerson(word)) {
			break
		}
		words++
		if start = from; strings.IndexByte(word, '.') > 0 {
			return start, 2
		}
		if from == 0 || text[from-1] != separator || words == 2 {
			break
		}
		start--
	}
	if start < end && text[start] == separator {
		start++
	}
	return start, words
}

// wordStart returns where the word that ends at end begins; a dot belongs to it
// unless it is the separator.
func wordStart(text string, end int, separator byte) int {
	for end > 0 && (scan.IsAlnum(text[end-1]) || text[end-1] == '.' && separator != '.') {
		end--
	}
	return end
}

func lettersOnly(s string) bool {
	for i := range len(s) {
		if !scan.IsLetter(s[i]) {
			return false
		}
	}
	return s != ""
}

// notPerson tells words that begin resource names from those that begin the
// names of people.
func notPerson(word string) bool {
	switch strings.ToLower(word) {
	case "prod", "dev", "test", "stage", "staging", "backup", "bucket", "reports", "report", "export", "logs", "log", "data", "app", "api", "crm", "kyc",
		"user", "owner", "customer", "client", "account", "mail", "email", "contact", "billing", "team", "service", "svc", "job", "task", "tmp", "temp",
		"look", "looking", "arrive", "stay", "meet", "run", "start", "stop", "fail", "error", "created", "updated", "uploads", "archive", "the", "and":
		return true
	}
	return false
}

// slugDomain returns where the domain ends that begins at i, or -1, and whether
// it is written with its dot or hands out mailboxes.
func slugDomain(text string, i int) (end int, strong bool) {
	end = -1
	provider := false
	for labels := 0; labels < 4 && i < len(text); labels++ {
		from := i
		for i < len(text) && scan.IsAlnum(text[i]) {
			i++
		}
		label := strings.ToLower(text[from:i])
		if label == "" {
			break
		}
		if labels == 0 {
			provider = mailProvider(label)
		} else if slugTop(label) {
			end = i
			strong = provider || text[from-1] == '.' || strings.EqualFold(text[max(0, from-4):from-1], "dot")
		} else if end >= 0 {
			break
		}
		if i == len(text) || !isSlug(text[i]) {
			break
		}
		i++
		if rest := strings.ToLower(text[i:min(len(text), i+4)]); len(rest) == 4 && rest[:3] == "dot" && isSlug(rest[3]) {
			i += 4
		}
	}
	return end, strong
}

func mailProvider(label string) bool {
	switch label {
	case "gmail", "googlemail", "outlook", "hotmail", "live", "yahoo", "icloud", "me", "aol", "gmx", "web", "proton", "protonmail", "fastmail", "zoho", "mail", "qq", "163", "yandex":
		return true
	}
	return false
}

// slugTop lists the top-level domains that are looked for in slugs: the common
// ones, since any two letters are some country's.
func slugTop(label string) bool {
	switch label {
	case "com", "org", "net", "edu", "gov", "io", "co", "uk", "de", "fr", "nl", "be", "ch", "at", "es", "it", "pt", "se", "no", "dk", "fi", "pl", "cz", "ie", "eu",
		"us", "ca", "au", "nz", "jp", "cn", "in", "br", "mx", "info", "biz", "dev", "app", "ai", "cloud", "me", "example", "test":
		return true
	}
	return false
}
