package platform

import "strings"

// Place says where a field stands.
type Place struct {
	Keys []string // of the document that lead to it, the last one its own
	Key  bool     // the value is the last key itself
	Kind string   // of the Kubernetes object that the document is; empty if it is none
}

// Find returns what a platform accepts there, or nil if that is not known.
func Find(at Place) *Limit {
	keys := at.Keys
	switch {
	case len(keys) < 2:
		return nil
	case at.Kind != "":
		return findKubernetes(at)
	case keys[0] == "provider" && keys[1] == "aws" && len(keys) > 4 && keys[2] == "default_tags" && keys[3] == "tags":
		return ofPair(at.Key, awsTagKey, awsTagValue)
	case keys[0] == "resource" && len(keys) > 3:
		return findTerraform(keys[1], keys[3:], at.Key)
	case keys[0] == "Resources" && len(keys) > 3 && keys[2] == "Properties":
		return findCloudFormation(keys[3:], at.Key)
	}
	return nil
}

func ofPair(key bool, ofKey, ofValue *Limit) *Limit {
	if key {
		return ofKey
	}
	return ofValue
}

// terraformNames are what the argument of a resource takes.
var terraformNames = map[string]*Limit{
	"aws_s3_bucket.bucket": awsBucketName, "aws_iam_role.name": awsRoleName, "aws_iam_user.name": awsUserName, "aws_iam_group.name": awsGroupName,
	"aws_iam_policy.name": awsGroupName, "aws_iam_instance_profile.name": awsGroupName, "aws_lb.name": awsBalancerName, "aws_alb.name": awsBalancerName,
	"aws_elb.name": awsBalancerName, "aws_lb_target_group.name": awsBalancerName, "aws_lambda_function.function_name": awsFunctionName,
	"aws_sqs_queue.name": awsQueueName, "aws_dynamodb_table.name": awsTableName,
	"google_storage_bucket.name": gcpBucketName, "google_compute_instance.name": gcpName, "google_compute_network.name": gcpName,
	"google_compute_subnetwork.name": gcpName, "google_compute_disk.name": gcpName, "google_compute_firewall.name": gcpName,
	"google_compute_address.name": gcpName, "google_compute_router.name": gcpName,
	"azurerm_storage_account.name": azureStorageName, "azurerm_resource_group.name": azureGroupName, "azurerm_key_vault.name": azureVaultName,
}

// findTerraform knows the resources of the providers by their prefixes.
func findTerraform(kind string, keys []string, key bool) *Limit {
	last := len(keys) - 1
	inside := last > 0
	switch provider, _, _ := strings.Cut(kind, "_"); {
	case !inside && !key:
		return terraformNames[kind+"."+keys[0]]
	case provider == "aws" && last == 1 && keys[0] == "tag":
		switch keys[1] {
		case "key":
			return awsTagKey
		case "value":
			return awsTagValue
		}
	case provider == "aws" && inside && isTags(keys[last-1], "tags"):
		return ofPair(key, awsTagKey, awsTagValue)
	case provider == "google" && inside && isTags(keys[last-1], "labels"):
		return ofPair(key, gcpLabelKey, gcpLabelValue)
	case provider == "azurerm" && inside && keys[last-1] == "tags":
		return ofPair(key, azureTagKey, azureTagValue)
	case provider == "kubernetes" && inside:
		return findMetadata(keys, key, kubernetesName)
	}
	return nil
}

func isTags(name, tags string) bool { return name == tags || strings.HasSuffix(name, "_"+tags) }

// findCloudFormation knows the properties of resources. Tags are a list of pairs
// or, in SAM, a mapping.
func findCloudFormation(keys []string, key bool) *Limit {
	last := len(keys) - 1
	switch {
	case last == 0 && !key && keys[0] == "BucketName":
		return awsBucketName
	case last == 0 && !key && keys[0] == "RoleName":
		return awsRoleName
	case last < 1 || keys[last-1] != "Tags":
		return nil
	case keys[last] == "Key":
		return awsTagKey
	case keys[last] == "Value":
		return ofPair(key, nil, awsTagValue)
	}
	return ofPair(key, awsTagKey, awsTagValue)
}

// pathKinds have names that are path segments.
var pathKinds = map[string]bool{"Role": true, "ClusterRole": true, "RoleBinding": true, "ClusterRoleBinding": true, "User": true, "Group": true}

func findKubernetes(at Place) *Limit {
	keys := at.Keys
	last := len(keys) - 1
	if keys[last-1] == "matchLabels" {
		return ofPair(at.Key, kubernetesLabelKey, kubernetesLabelValue)
	}
	name := kubernetesName
	switch {
	case pathKinds[at.Kind]:
		name = kubernetesPathName
	case at.Kind == "Namespace":
		name = kubernetesNamespace
	}
	return findMetadata(keys, at.Key, name)
}

// findMetadata knows metadata.name and what stands in metadata.labels and
// metadata.annotations, of an object or of a template in it.
func findMetadata(keys []string, key bool, name *Limit) *Limit {
	last := len(keys) - 1
	switch {
	case keys[last-1] != "metadata" && (last < 2 || keys[last-2] != "metadata"), keys[last-1] == "metadata" && key:
		return nil
	case keys[last-1] == "metadata" && keys[last] == "name":
		return name
	case keys[last-1] == "metadata" && keys[last] == "namespace":
		return kubernetesNamespace
	case keys[last-1] == "labels":
		return ofPair(key, kubernetesLabelKey, kubernetesLabelValue)
	case keys[last-1] == "annotations":
		return ofPair(key, kubernetesAnnotationKey, nil)
	}
	return nil
}
