module github.com/fieldsafe/fieldsafe/examples/firehose

go 1.26.0

require (
	github.com/aws/aws-lambda-go v1.55.1
	github.com/fieldsafe/fieldsafe v0.1.0
)

require golang.org/x/text v0.43.0 // indirect
