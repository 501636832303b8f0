package platform

import (
	"slices"
	"strings"
	"testing"
)

func TestLimits(t *testing.T) {
	long := func(n int) string { return strings.Repeat("a", n) }
	tests := []struct {
		why   string
		limit *Limit
		value string
		want  bool
	}{
		{"the longest key", awsTagKey, long(128), true},
		{"too long", awsTagKey, long(129), false},
		{"characters are counted, not bytes", awsTagKey, strings.Repeat("é", 128), true},
		{"empty", awsTagKey, "", false},
		{"all punctuation", awsTagKey, "a b_.:/=+-@", true},
		{"other punctuation", awsTagKey, "a#b", false},
		{"reserved", awsTagKey, "aws:created-by", false},
		{"reserved in any letter case", awsTagKey, "AWS:x", false},
		{"not reserved without a colon", awsTagKey, "aws-team", true},
		{"an empty value", awsTagValue, "", true},
		{"a value may be longer", awsTagValue, long(256), true},
		{"but not that long", awsTagValue, long(257), false},
		{"a semicolon", awsTagValue, "a;b", false},

		{"bucket", awsBucketName, "my.bucket-1", true},
		{"upper case", awsBucketName, "MyBucket", false},
		{"underscore", awsBucketName, "my_bucket", false},
		{"too short", awsBucketName, "ab", false},
		{"hyphen last", awsBucketName, "bucket-", false},
		{"two dots", awsBucketName, "a..b", false},
		{"address", awsBucketName, "192.0.2.1", false},
		{"reserved beginning", awsBucketName, "xn--abc", false},
		{"reserved end", awsBucketName, "abc-s3alias", false},
		{"role", awsRoleName, "deploy@ci+x", true},
		{"role too long", awsRoleName, long(65), false},
		{"group may be longer", awsGroupName, long(65), true},
		{"balancer", awsBalancerName, "internal-web", false},
		{"balancer too long", awsBalancerName, long(33), false},
		{"function with a dot", awsFunctionName, "a.b", false},
		{"queue", awsQueueName, "jobs.fifo", true},
		{"table", awsTableName, "ab", false},

		{"label key", gcpLabelKey, "cost-center_1", true},
		{"label key in capitals", gcpLabelKey, "Owner", false},
		{"digit first", gcpLabelKey, "1a", false},
		{"international", gcpLabelKey, "équipe", true},
		{"another script", gcpLabelKey, "所有者", true},
		{"digit first in a value", gcpLabelValue, "1a", true},
		{"dot", gcpLabelValue, "a.b", false},
		{"at sign", gcpLabelValue, "a@b", false},
		{"too long", gcpLabelValue, long(64), false},
		{"Google's own", gcpBucketName, "my-google-bucket", false},
		{"instance", gcpName, "web-1", true},
		{"instance, digit first", gcpName, "1-web", false},

		{"slash in the name of a tag", azureTagKey, "a/b", false},
		{"reserved word", azureTagKey, "AzureTeam", false},
		{"blank", azureTagKey, "cost center", true},
		{"anything in a value", azureTagValue, "<a&b>", true},
		{"value too long", azureTagValue, long(257), false},
		{"storage", azureStorageName, "store1", true},
		{"storage with a hyphen", azureStorageName, "my-store", false},
		{"group", azureGroupName, "rg(é)_1", true},
		{"group with a dot last", azureGroupName, "rg.", false},
		{"vault", azureVaultName, "kv--1", false},

		{"label", kubernetesLabelKey, "app.kubernetes.io/name", true},
		{"label without a prefix", kubernetesLabelKey, "Owner_1", true},
		{"upper case in the prefix", kubernetesLabelKey, "App.io/name", false},
		{"two slashes", kubernetesLabelKey, "a/b/c", false},
		{"nothing behind the slash", kubernetesLabelKey, "a/", false},
		{"empty label value", kubernetesLabelValue, "", true},
		{"at sign", kubernetesLabelValue, "jane@corp.test", false},
		{"hyphen last", kubernetesLabelValue, "a-", false},
		{"value too long", kubernetesLabelValue, long(64), false},
		{"name", kubernetesName, "web.v1", true},
		{"name in capitals", kubernetesName, "Web", false},
		{"name of a role", kubernetesPathName, "system:Node", true},
		{"namespace with a dot", kubernetesNamespace, "a.b", false},
	}
	for _, tt := range tests {
		if got := tt.limit.Accepts(tt.value); got != tt.want {
			t.Errorf("%s: %s accepts %.40q: %v", tt.why, tt.limit.Rule.ID, tt.value, got)
		}
	}
}

func TestFind(t *testing.T) {
	tests := []struct {
		why  string
		path string // keys, by blanks
		key  bool
		kind string
		want *Limit
	}{
		{"key of a tag", "resource aws_vpc x tags Owner", true, "", awsTagKey},
		{"value of a tag", "resource aws_vpc x tags Owner", false, "", awsTagValue},
		{"tags of a volume", "resource aws_instance x volume_tags Owner", false, "", awsTagValue},
		{"tags of a block", "resource aws_instance x root_block_device tags Owner", false, "", awsTagValue},
		{"default tags", "provider aws default_tags tags Owner", false, "", awsTagValue},
		{"block of an autoscaling group", "resource aws_autoscaling_group x tag key", false, "", awsTagKey},
		{"its value", "resource aws_autoscaling_group x tag value", false, "", awsTagValue},
		{"bucket", "resource aws_s3_bucket x bucket", false, "", awsBucketName},
		{"the word bucket", "resource aws_s3_bucket x bucket", true, "", nil},
		{"labels of Google", "resource google_compute_disk x labels a", true, "", gcpLabelKey},
		{"user labels", "resource google_sql_database_instance x settings user_labels a", false, "", gcpLabelValue},
		{"tags of Google are no labels", "resource google_compute_instance x tags a", false, "", nil},
		{"tags of Azure", "resource azurerm_subnet x tags a", true, "", azureTagKey},
		{"storage", "resource azurerm_storage_account x name", false, "", azureStorageName},
		{"labels in Terraform's Kubernetes", "resource kubernetes_service x metadata labels a", false, "", kubernetesLabelValue},
		{"the provider is not known", "module x tags Owner", false, "", nil},
		{"nor here", "locals tags Owner", false, "", nil},

		{"pair", "Resources B Properties Tags Key", false, "", awsTagKey},
		{"its value", "Resources B Properties Tags Value", false, "", awsTagValue},
		{"mapping of SAM", "Resources B Properties Tags Owner", true, "", awsTagKey},
		{"bucket", "Resources B Properties BucketName", false, "", awsBucketName},
		{"metadata", "Resources B Metadata Tags Owner", false, "", nil},

		{"label", "metadata labels a", true, "Pod", kubernetesLabelKey},
		{"value of a label", "spec template metadata labels a", false, "Deployment", kubernetesLabelValue},
		{"selector", "spec selector matchLabels a", false, "Deployment", kubernetesLabelValue},
		{"annotation", "metadata annotations a", true, "Pod", kubernetesAnnotationKey},
		{"its value may be anything", "metadata annotations a", false, "Pod", nil},
		{"name", "metadata name", false, "Pod", kubernetesName},
		{"the word name", "metadata name", true, "Pod", nil},
		{"name of a role", "metadata name", false, "ClusterRole", kubernetesPathName},
		{"name of a namespace", "metadata name", false, "Namespace", kubernetesNamespace},
		{"namespace", "metadata namespace", false, "Pod", kubernetesNamespace},
		{"no object", "metadata labels a", true, "", nil},
		{"one key", "kind", false, "Pod", nil},
	}
	for _, tt := range tests {
		if got := Find(Place{Keys: strings.Fields(tt.path), Key: tt.key, Kind: tt.kind}); got != tt.want {
			t.Errorf("%s: %s: %v, want %v", tt.why, tt.path, got, tt.want)
		}
	}
	if Find(Place{}) != nil {
		t.Error("no keys, but a limit")
	}
}

func TestRulesSayWhatAndWhere(t *testing.T) {
	var ids []string
	for _, r := range All() {
		if !strings.HasPrefix(r.Reference, "https://") || !strings.HasPrefix(r.Title, "Not ") || r.Category != 0 {
			t.Errorf("%s: %+v", r.ID, r)
		}
		platform, _, _ := strings.Cut(r.ID, "_")
		if !slices.Contains(Names(), platform) {
			t.Errorf("%s is of no platform", r.ID)
		}
		if l := ByID(r.ID); l == nil || l.Rule != r || l.Platform != platform {
			t.Errorf("%s: %+v", r.ID, l)
		}
		ids = append(ids, r.ID)
	}
	slices.Sort(ids)
	if len(slices.Compact(ids)) != len(All()) {
		t.Error("two rules have one identifier")
	}
}
