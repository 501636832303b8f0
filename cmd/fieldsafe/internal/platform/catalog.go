package platform

import "unicode"

const (
	awsTags = "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html"
	awsIAM  = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"
)

// Tags of most services of AWS. Some take less.
var (
	awsTagKey = &Limit{
		Platform: AWS, Rule: rule("aws_tag_key", "Not a tag key of AWS (1 to 128 letters, digits, blanks or _.:/=+-@, not beginning with aws:)", awsTags),
		min: 1, max: 128, allowed: awsTagRune, reserved: []string{"aws:"},
	}
	awsTagValue = &Limit{
		Platform: AWS, Rule: rule("aws_tag_value", "Not a tag value of AWS (up to 256 letters, digits, blanks or _.:/=+-@, not beginning with aws:)", awsTags),
		max: 256, allowed: awsTagRune, reserved: []string{"aws:"},
	}
	awsTagRune = either("_.:/=+-@", unicode.IsLetter, unicode.IsNumber, unicode.IsSpace)
)

// Names of AWS.
var (
	awsBucketName = &Limit{
		Platform: AWS,
		Rule: rule("aws_bucket_name", "Not a bucket name of S3 (3 to 63 lower-case letters, digits, dots or hyphens, not reserved)",
			"https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html"),
		min: 3, max: 63, allowed: either(".-", lower, digit), first: either("", lower, digit), last: either("", lower, digit),
		reserved: []string{"xn--", "sthree-", "amzn-s3-demo-"}, endings: []string{"-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"},
		forbidden: []string{".."}, noAddress: true,
	}
	awsRoleName = &Limit{
		Platform: AWS, Rule: rule("aws_role_name", "Not a role name of IAM (1 to 64 letters, digits or +=,.@_-)", awsIAM),
		min: 1, max: 64, allowed: iamRune,
	}
	awsUserName = &Limit{
		Platform: AWS, Rule: rule("aws_user_name", "Not a user name of IAM (1 to 64 letters, digits or +=,.@_-)", awsIAM),
		min: 1, max: 64, allowed: iamRune,
	}
	awsGroupName = &Limit{
		Platform: AWS, Rule: rule("aws_group_name", "Not a group or policy name of IAM (1 to 128 letters, digits or +=,.@_-)", awsIAM),
		min: 1, max: 128, allowed: iamRune,
	}
	iamRune = either("+=,.@_-", letter, digit)

	awsBalancerName = &Limit{
		Platform: AWS,
		Rule: rule("aws_balancer_name", "Not a load balancer name of AWS (1 to 32 letters, digits or hyphens, none at the ends, not beginning with internal-)",
			"https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html"),
		min: 1, max: 32, allowed: either("-", letter, digit), first: either("", letter, digit), last: either("", letter, digit), reserved: []string{"internal-"},
	}
	awsFunctionName = &Limit{
		Platform: AWS,
		Rule: rule("aws_function_name", "Not a function name of Lambda (1 to 64 letters, digits, hyphens or underscores)",
			"https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html"),
		min: 1, max: 64, allowed: either("-_", letter, digit),
	}
	awsQueueName = &Limit{
		Platform: AWS,
		Rule: rule("aws_queue_name", "Not a queue name of SQS (1 to 80 letters, digits, hyphens or underscores; .fifo at the end)",
			"https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html"),
		min: 1, max: 80, allowed: either("-_.", letter, digit),
	}
	awsTableName = &Limit{
		Platform: AWS,
		Rule: rule("aws_table_name", "Not a table name of DynamoDB (3 to 255 letters, digits or _-.)",
			"https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html"),
		min: 3, max: 255, allowed: either("_-.", letter, digit),
	}
)

const gcpLabels = "https://cloud.google.com/resource-manager/docs/labels-overview"

// Labels and names of Google Cloud.
var (
	gcpLabelKey = &Limit{
		Platform: GCP,
		Rule:     rule("gcp_label_key", "Not a label key of Google Cloud (1 to 63 lower-case letters, digits, hyphens or underscores, a letter first)", gcpLabels),
		min:      1, max: 63, allowed: gcpLabelRune, first: international,
	}
	gcpLabelValue = &Limit{
		Platform: GCP,
		Rule:     rule("gcp_label_value", "Not a label value of Google Cloud (up to 63 lower-case letters, digits, hyphens or underscores)", gcpLabels),
		max:      63, allowed: gcpLabelRune,
	}
	gcpLabelRune = either("-_", international, unicode.IsNumber)

	gcpBucketName = &Limit{
		Platform: GCP,
		Rule: rule("gcp_bucket_name", "Not a bucket name of Cloud Storage (3 to 63 lower-case letters, digits or -_., up to 222 with dots, not reserved)",
			"https://cloud.google.com/storage/docs/buckets#naming"),
		min: 3, max: 222, allowed: either("-_.", lower, digit), first: either("", lower, digit), last: either("", lower, digit),
		reserved: []string{"goog"}, forbidden: []string{"google", "g00gle"}, noAddress: true,
	}
	gcpName = &Limit{
		Platform: GCP,
		Rule: rule("gcp_name", "Not a resource name of Compute Engine (1 to 63 lower-case letters, digits or hyphens, a letter first, no hyphen last)",
			"https://cloud.google.com/compute/docs/naming-resources"),
		min: 1, max: 63, allowed: either("-", lower, digit), first: lower, last: either("", lower, digit),
	}
)

const (
	azureTags  = "https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources#limitations"
	azureNames = "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules"
)

// Tags and names of Azure.
var (
	azureTagKey = &Limit{
		Platform: Azure,
		Rule:     rule("azure_tag_key", `Not a tag name of Azure (1 to 512 characters but <>%&\?/, not beginning with azure, windows or microsoft)`, azureTags),
		min:      1, max: 512, allowed: none(`<>%&\?/`), reserved: []string{"azure", "windows", "microsoft"},
	}
	azureTagValue = &Limit{
		Platform: Azure, Rule: rule("azure_tag_value", "Not a tag value of Azure (up to 256 characters)", azureTags),
		max: 256, allowed: anything,
	}
	azureStorageName = &Limit{
		Platform: Azure, Rule: rule("azure_storage_name", "Not a storage account name of Azure (3 to 24 lower-case letters or digits)", azureNames),
		min: 3, max: 24, allowed: either("", lower, digit),
	}
	azureGroupName = &Limit{
		Platform: Azure, Rule: rule("azure_group_name", "Not a resource group name of Azure (1 to 90 letters, digits or -_.(), no dot last)", azureNames),
		min: 1, max: 90, allowed: either("-_.()", unicode.IsLetter, unicode.IsNumber), last: none("."),
	}
	azureVaultName = &Limit{
		Platform: Azure, Rule: rule("azure_vault_name", "Not a key vault name of Azure (3 to 24 letters, digits or hyphens, a letter first, no hyphen last or twice)", azureNames),
		min: 3, max: 24, allowed: either("-", letter, digit), first: letter, last: either("", letter, digit), forbidden: []string{"--"},
	}
)

const (
	kubernetesLabels = "https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set"
	kubernetesNames  = "https://kubernetes.io/docs/concepts/overview/working-with-objects/names/"
)

// Names, labels and annotations of Kubernetes.
var (
	kubernetesLabelKey = &Limit{
		Platform: Kubernetes,
		Rule:     rule("kubernetes_label_key", "Not a label key of Kubernetes (1 to 63 letters, digits or -_., none of these at the ends, after an optional DNS name and a slash)", kubernetesLabels),
		min:      1, max: 63, allowed: either("-_.", letter, digit), first: either("", letter, digit), last: either("", letter, digit), prefixed: true,
	}
	kubernetesLabelValue = &Limit{
		Platform: Kubernetes,
		Rule:     rule("kubernetes_label_value", "Not a label value of Kubernetes (up to 63 letters, digits or -_., none of these at the ends)", kubernetesLabels),
		max:      63, allowed: either("-_.", letter, digit), first: either("", letter, digit), last: either("", letter, digit),
	}
	kubernetesAnnotationKey = &Limit{
		Platform: Kubernetes,
		Rule: rule("kubernetes_annotation_key", "Not an annotation key of Kubernetes (as a label key)",
			"https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/#syntax-and-character-set"),
		min: 1, max: 63, allowed: either("-_.", letter, digit), first: either("", letter, digit), last: either("", letter, digit), prefixed: true,
	}
	kubernetesName = &Limit{
		Platform: Kubernetes,
		Rule:     rule("kubernetes_name", "Not a name of Kubernetes (1 to 253 lower-case letters, digits, hyphens or dots, a letter or digit at the ends)", kubernetesNames),
		min:      1, max: 253, allowed: either("-.", lower, digit), first: either("", lower, digit), last: either("", lower, digit),
	}
	kubernetesNamespace = &Limit{
		Platform: Kubernetes,
		Rule:     rule("kubernetes_namespace", "Not a namespace of Kubernetes (1 to 63 lower-case letters, digits or hyphens, a letter or digit at the ends)", kubernetesNames),
		min:      1, max: 63, allowed: either("-", lower, digit), first: either("", lower, digit), last: either("", lower, digit),
	}
	// Kinds of access control take whatever fits into the path of a URL.
	kubernetesPathName = &Limit{
		Platform: Kubernetes,
		Rule:     rule("kubernetes_path_name", "Not a name of access control in Kubernetes (not . or .., without / and %)", kubernetesNames+"#path-segment-names"),
		min:      1, max: 253, allowed: none("/%"),
	}
)
