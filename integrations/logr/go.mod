module github.com/fieldsafe/fieldsafe/integrations/logr

go 1.26.0

require (
	github.com/fieldsafe/fieldsafe v0.1.0
	github.com/go-logr/logr v1.4.4
)

require golang.org/x/text v0.43.0 // indirect
