module github.com/fieldsafe/fieldsafe/integrations/zap

go 1.26.0

require (
	github.com/fieldsafe/fieldsafe v0.1.0
	go.uber.org/multierr v1.10.0
	go.uber.org/zap v1.28.0
)

require golang.org/x/text v0.43.0 // indirect
