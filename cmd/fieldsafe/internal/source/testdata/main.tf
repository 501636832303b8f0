# The team's contact is in the wiki.
variable "owner" {
  type        = string
  default     = "platform"
  description = "Who looks after it"
}

locals {
  common_tags = merge(var.extra_tags, {
    Team        = "payments"
    "cost/unit" = "4711"
  })
}

resource "aws_s3_bucket" "logs" {
  bucket = "${var.project}-logs-${data.aws_region.current.name}"
  tags   = merge(local.common_tags, { Name = "logs", Purpose = "Access \"logs\"" })

  dynamic "tag" {
    for_each = var.more
    content {
      key   = tag.key
      value = upper(tag.value)
    }
  }
}

output "note" {
  value = <<-EOT
    Buckets are named
      ${aws_s3_bucket.logs.id}
  EOT
}
