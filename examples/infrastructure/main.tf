# A small shop in Terraform. It is full of things that do not belong here; the
# comment "clean" marks look-alikes that do.

terraform {
  required_version = ">= 1.6"
}

variable "database_url" {
  description = "Where the orders are kept"
  type        = string
  default     = "postgres://orders:Kv7-mauve-Lantern-22@db.corp.internal:5432/orders?sslmode=require"
}

locals {
  common_tags = {
    team        = "payments"
    cost-center = "4711-0815" # clean
    owner       = "jane.doe@corp.internal"
    on-call     = "+49 30 23125417" # clean: a range kept for fiction
  }
}

resource "aws_s3_bucket" "exports" {
  bucket = "exports-ssn-536-90-4399"
  tags = merge(local.common_tags, {
    purpose     = "monthly export"
    customer-id = "b52f1e0c-8a0e-4f6d-9f57-2f1f1f0a7c11" # clean
  })
}

resource "aws_db_instance" "orders" {
  identifier          = "orders-prod-2026-03-15" # clean
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  skip_final_snapshot = true
  tags = {
    refunds  = "DE45 1000 0000 1234 5098 76"
    contact  = "platform-team@corp.internal" # clean: a role, not a person
    role     = "arn:aws:iam::123456789012:role/orders" # clean
    checksum = "9b74c9897bac770ffc029102a200c5de4f6ff3a1" # clean
  }
}

resource "aws_lambda_function" "notify" {
  function_name = "notify-2026-03-15-14-05" # clean
  role          = "arn:aws:iam::123456789012:role/notify" # clean
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  filename      = "notify.zip"
  environment {
    variables = {
      WEBHOOK_URL = "https://hooks:9f4Qx2LmTz7Rw@notify.corp.internal/orders"
      DB_PASSWORD = var.database_url # clean: a reference
    }
  }
}
