// Package platform knows what cloud platforms accept as the name of a resource,
// as a tag and as a label: length, alphabet, reserved prefixes. It knows nothing
// of identifiers.
package platform

import (
	"net/netip"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fieldsafe/fieldsafe/detect"
)

// The platforms.
const (
	AWS        = "aws"
	GCP        = "gcp"
	Azure      = "azure"
	Kubernetes = "kubernetes"
)

// Names lists the platforms.
func Names() []string { return []string{AWS, GCP, Azure, Kubernetes} }

// Limit says what a platform accepts in one kind of field.
type Limit struct {
	Platform string
	// Rule stands for the limit in findings. Its identifiers are in no catalogue, and it
	// has no category.
	Rule *detect.Detector

	min, max  int // characters
	allowed   func(rune) bool
	first     func(rune) bool // of the first character; nil means as allowed
	last      func(rune) bool // of the last
	reserved  []string        // prefixes, in any letter case
	endings   []string        // reserved
	forbidden []string        // anywhere
	prefixed  bool            // a DNS name and a slash may come before it
	noAddress bool            // it is no IP address
}

// Accepts says whether the platform takes value.
func (l *Limit) Accepts(value string) bool {
	if prefix, rest, ok := strings.Cut(value, "/"); l.prefixed && ok {
		return kubernetesName.Accepts(prefix) && l.accepts(rest)
	}
	return l.accepts(value)
}

func (l *Limit) accepts(value string) bool {
	if n := utf8.RuneCountInString(value); n < l.min || n > l.max {
		return false
	}
	if strings.ContainsFunc(value, func(r rune) bool { return !l.allowed(r) }) || l.isReserved(strings.ToLower(value)) {
		return false
	}
	if l.noAddress {
		if _, err := netip.ParseAddr(value); err == nil {
			return false
		}
	}
	first, _ := utf8.DecodeRuneInString(value)
	last, _ := utf8.DecodeLastRuneInString(value)
	return value == "" || (l.first == nil || l.first(first)) && (l.last == nil || l.last(last))
}

func (l *Limit) isReserved(lower string) bool {
	for _, prefix := range l.reserved {
		if strings.HasPrefix(lower, prefix) {
			return true
		}
	}
	for _, ending := range l.endings {
		if strings.HasSuffix(lower, ending) {
			return true
		}
	}
	for _, part := range l.forbidden {
		if strings.Contains(lower, part) {
			return true
		}
	}
	return false
}

func rule(id, title, source string) *detect.Detector {
	return &detect.Detector{ID: id, Title: title, Reference: source}
}

func limits() []*Limit {
	return []*Limit{
		awsTagKey, awsTagValue, awsBucketName, awsRoleName, awsUserName, awsGroupName, awsBalancerName, awsFunctionName, awsQueueName, awsTableName,
		gcpLabelKey, gcpLabelValue, gcpBucketName, gcpName, azureTagKey, azureTagValue, azureStorageName, azureGroupName, azureVaultName,
		kubernetesLabelKey, kubernetesLabelValue, kubernetesAnnotationKey, kubernetesName, kubernetesNamespace, kubernetesPathName,
	}
}

// All lists the rules of every platform.
func All() []*detect.Detector {
	var list []*detect.Detector
	for _, l := range limits() {
		list = append(list, l.Rule)
	}
	return list
}

// ByID returns the limit with the rule of that identifier, or nil.
func ByID(id string) *Limit {
	for _, l := range limits() {
		if l.Rule.ID == id {
			return l
		}
	}
	return nil
}

func anything(rune) bool { return true }
func lower(r rune) bool  { return r >= 'a' && r <= 'z' }
func digit(r rune) bool  { return r >= '0' && r <= '9' }
func letter(r rune) bool { return lower(r) || r >= 'A' && r <= 'Z' }

// either returns what is in one of the sets, or among more.
func either(more string, sets ...func(rune) bool) func(rune) bool {
	return func(r rune) bool {
		for _, in := range sets {
			if in(r) {
				return true
			}
		}
		return strings.ContainsRune(more, r)
	}
}

func none(characters string) func(rune) bool {
	return func(r rune) bool { return !strings.ContainsRune(characters, r) }
}

// international are lower-case letters, and those of scripts without case.
func international(r rune) bool { return unicode.IsLetter(r) && !unicode.IsUpper(r) }
